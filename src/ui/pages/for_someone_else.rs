//! The road “voor een ander”: advice without names, and no sheet.

use super::{help, step};
use crate::model::catalogue::ScreenRef;
use crate::model::content::{Contact, Sheet, Step};
use crate::model::guidance;
use crate::model::paper::{self, Offered};
use crate::ui::components::basic::{button, group, paragraph, section, title};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

/// The card with advice.
pub fn page(app: App, place: ScreenRef) -> View {
    let mut parts = vec![title(app.text("other.title"))];
    for (text, contact) in guidance::for_another(&app.facts) {
        parts.push(card(app, text, contact));
    }
    parts.push(no_sheet(app));
    parts.push(together(app, place));
    parts.push(step::items(app, place, true));
    View::many(parts)
}

/// For a helper beside the resident: one tap starts filling in together.
pub fn together(app: App, place: ScreenRef) -> View {
    let is_other = app.catalogue.screen(place).step == Step::ForSomeoneElse;
    if !is_other || app.catalogue.content.flow.roles.together.is_none() {
        return View::nothing();
    }
    let fill_in = button("secondary", "", app.text("other.together"), app.tap(Act::Together(place)));
    section("", vec![group("links", vec![paragraph("", app.text("other.beside")), fill_in])])
}

fn card(app: App, text: String, contact: Option<&Contact>) -> View {
    let number = contact.map_or(View::nothing(), |contact| help::named_number(app, contact));
    section("notice", vec![group("", vec![paragraph("", text), number])])
}

/// Says in one sentence why there is no sheet.
pub fn no_sheet(app: App) -> View {
    match paper::offered(&app.facts, Sheet::Summary) {
        Offered::Yes | Offered::No(None) => View::nothing(),
        Offered::No(Some(text)) => paragraph("", text),
    }
}
