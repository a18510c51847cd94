//! The road “voor een ander”: advice without names, no sheet.

use leptos::prelude::*;

use super::{help, step};
use crate::model::catalogue::Place;
use crate::model::content::{Contact, Sheet};
use crate::model::guidance;
use crate::model::sheet::{self, Offered};
use crate::ui::components::basic::{group, live, nothing, paragraph, section, title};
use crate::ui::context::Context;

/// The card with advice.
pub fn page(app: Context, place: Place) -> AnyView {
    let cards = move || {
        let advice = app.fact(guidance::for_another);
        advice.into_iter().map(|(text, contact)| card(app, text, contact)).collect::<Vec<_>>().into_any()
    };
    vec![title(app.text("other.title")), live(cards), live(move || no_sheet(app)), step::items(app, place, true)]
        .into_any()
}

fn card(app: Context, text: String, contact: Option<Contact>) -> AnyView {
    let number = contact.map_or_else(nothing, |contact| help::named_number(app, &contact));
    section("notice", vec![group("", vec![paragraph("", text), number])])
}

/// Why there is no sheet, in one sentence.
pub fn no_sheet(app: Context) -> AnyView {
    match app.fact(|facts| sheet::offered(facts, Sheet::V1)) {
        Offered::Yes | Offered::No(None) => nothing(),
        Offered::No(Some(text)) => paragraph("", text),
    }
}
