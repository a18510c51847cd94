//! The card with help numbers at the bottom of every screen. It is the same for everyone, so it reveals nothing about
//! the resident.

use crate::model::content::{Contact, FlagDoes};
use crate::model::guidance;
use crate::ui::components;
use crate::ui::components::basic::{group, list, paragraphs};
use crate::ui::context::App;
use crate::ui::view::{View, element};

/// The card for everyone, and the one for young people.
pub fn cards(app: App) -> View {
    let mut lines = Vec::new();
    for line in &app.catalogue.content.help_card {
        let Some(contact) = app.catalogue.contact(&line.contact) else { continue };
        let after = if line.after.is_empty() { ".".to_owned() } else { format!(". {}", line.after) };
        let before = View::text(format!("{} ", line.text));
        lines.push(group("", vec![before, number(app, contact), View::text(after)]));
    }
    let card = labelled("help-card-title", app.text("help.heading"), vec![list("", lines)]);
    group("help-cards", vec![young(app), card])
}

/// A number as a link, or as plain text while someone may be looking along.
pub fn number(app: App, contact: &Contact) -> View {
    let hidden = app.facts.does(&FlagDoes::HidesCallLinks);
    components::number(contact.shown.clone(), if hidden { "" } else { &contact.tel })
}

fn young(app: App) -> View {
    let Some(card) = guidance::for_the_young(&app.facts) else { return View::nothing() };
    let lines = card.contacts.iter().map(|contact| named_number(app, contact)).collect();
    labelled("young-title", app.text("help.young-heading"), vec![paragraphs("", &card.text), list("", lines)])
}

/// A contact with its name, its number if it has one, and further remarks.
pub fn named_number(app: App, contact: &Contact) -> View {
    let mut inside = vec![View::text(contact.name.clone())];
    if !contact.shown.is_empty() {
        inside.extend([View::text(" ".to_owned()), number(app, contact)]);
    }
    if !contact.note.is_empty() {
        inside.push(View::text(format!(". {}", contact.note)));
    }
    group("", inside)
}

fn labelled(id: &str, title: String, inside: Vec<View>) -> View {
    let mut children = vec![element("h2").id(id).text(title)];
    children.extend(inside);
    element("section").class("help-card").keyed(id).with("aria-labelledby", id).holding(children)
}
