//! The card with numbers at the bottom of every screen: the same for everyone, so that it gives nobody away.

use leptos::prelude::*;

use crate::model::content::{Contact, FlagDoes};
use crate::model::guidance;
use crate::ui::components;
use crate::ui::components::basic::{group, list, nothing, paragraphs};
use crate::ui::context::Context;

/// The card for everyone, and the one for young people.
pub fn cards(app: Context) -> AnyView {
    let lines = app.catalogue.with_value(|catalogue| {
        let lines = catalogue.content.help_card.iter();
        lines.filter_map(|line| Some((line.clone(), catalogue.contact(&line.contact)?.clone()))).collect::<Vec<_>>()
    });
    let lines = lines.into_iter().map(|(line, contact)| {
        let after = if line.after.is_empty() { ".".to_owned() } else { format!(". {}", line.after) };
        group("", vec![format!("{} ", line.text).into_any(), number(app, &contact), after.into_any()])
    });
    let card = labelled("help-card-title", app.text("help.heading"), vec![list("", lines.collect())]);
    group("", vec![young(app), card])
}

/// A number as a link, or as plain text while someone may look along.
pub fn number(app: Context, contact: &Contact) -> AnyView {
    let hidden = app.fact(|facts| facts.does(&FlagDoes::HidesCallLinks));
    components::number(contact.shown.clone(), if hidden { "" } else { &contact.tel })
}

fn young(app: Context) -> AnyView {
    let Some(card) = app.fact(guidance::for_the_young) else { return nothing() };
    let lines = card.contacts.iter().map(|contact| named_number(app, contact)).collect();
    labelled("young-title", app.text("help.young-heading"), vec![paragraphs("", card.text), list("", lines)])
}

/// A contact by its name and number.
pub fn named_number(app: Context, contact: &Contact) -> AnyView {
    group("", vec![format!("{} ", contact.name).into_any(), number(app, contact)])
}

fn labelled(id: &'static str, title: String, inside: Vec<AnyView>) -> AnyView {
    view! { <section class="help-card" aria-labelledby=id><h2 id=id>{title}</h2>{inside}</section> }.into_any()
}
