//! The message of a flag: a screen of its own for the highest eight, a block for the others. The name of a flag is
//! never shown.

use super::{help, question, step, stuck};
use crate::model::catalogue::ScreenRef;
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;
use crate::model::content::{Contact, Cost, FlagDoes, FlagScreen};
use crate::model::guidance::{self, Guidance};
use crate::model::hours;
use crate::ui::actions;
use crate::ui::components::basic::{button, foldout, group, heading, icon, list, paragraphs, section, title};
use crate::ui::components::call;
use crate::ui::context::{Act, App};
use crate::ui::view::{View, element};

/// The screen of the highest flag, with the others as blocks below it.
pub fn page(app: App, place: ScreenRef) -> View {
    let mut flags = app.facts.flags().iter().filter(|flag| flag.has_own_screen());
    let body = match flags.next() {
        None => vec![title(app.text("flag.gone"))],
        Some(highest) => {
            let mut parts = vec![card(app, highest)];
            parts.extend(flags.map(|flag| block(app, flag)));
            parts
        }
    };
    let told = element("div").class("page-part").with("aria-live", "polite").holding(body);
    // The ways back are fixed while this page is shown, also one that was just used: nothing disappears under a finger.
    View::many(vec![told, step::items(app, place, true), ways_back(app, place, &app.arrived.flags)])
}

/// New lower flags as blocks below the questions; each is shown on one screen.
pub fn new_lower(app: App) -> View {
    // On the road “het loopt vast” its block would only repeat the heading.
    let new = app.dossier.seen.blocks_now.iter().filter(|flag| *flag != Flag::Stuck || app.dossier.beside.is_none());
    View::many(new.map(|flag| block(app, flag)).collect())
}

/// All lower flags as blocks on the overview.
pub fn lower(app: App) -> View {
    let lower = app.facts.flags().iter().filter(|flag| !flag.has_own_screen());
    View::many(lower.map(|flag| block(app, flag)).collect())
}

/// The highest flag: dark, with one large number first.
pub fn card(app: App, flag: Flag) -> View {
    let Some(shown) = guidance::of_flag(&app.facts, flag) else { return View::nothing() };
    let links = !app.facts.does(&FlagDoes::HidesCallLinks);
    // The number comes first, so that nobody in danger has to search for it.
    let mut inside = vec![title(shown.heading)];
    for contact in &shown.contacts {
        let tel = if links { contact.tel.as_str() } else { "" };
        let about = about(app, contact);
        inside.push(call(contact.name.clone(), contact.shown.clone(), tel, contact.for_whom.clone(), &about));
    }
    inside.push(paragraphs("", &shown.text));
    let calm = app.facts.does(&FlagDoes::StaysCalm);
    let below = shown.below.map_or(View::nothing(), |below| under(app, *below, View::nothing()));
    View::many(vec![section(if calm { "page-part" } else { "flag-card" }, inside), below])
}

/// A flag as a block.
pub fn block(app: App, flag: Flag) -> View {
    let way_in = if flag == Flag::Stuck { stuck::way_in(app) } else { View::nothing() };
    guidance::of_flag(&app.facts, flag).map_or(View::nothing(), |shown| under(app, shown, way_in))
}

/// The text and numbers of a block; `further` comes last.
fn under(app: App, shown: Guidance, further: View) -> View {
    let mut inside = Vec::new();
    if !shown.heading.is_empty() {
        inside.push(heading(shown.heading));
    }
    inside.push(paragraphs("", &shown.text));
    if !shown.contacts.is_empty() {
        inside.push(list("", shown.contacts.iter().map(|contact| help::named_number(app, contact)).collect()));
    }
    inside.push(further);
    section("notice", vec![icon("let-op"), group("", inside)])
}

/// When a line is open, or that the hours must be checked; its cost; and further remarks.
fn about(app: App, contact: &Contact) -> Vec<String> {
    let now = app.facts.sure_today().map(|_| actions::now());
    let shown = hours::shown_hours(contact.into(), now, &app.catalogue.content.holidays);
    let mut told = hours::sentences(&shown, app.catalogue);
    told.extend(cost(contact.cost).map(|key| app.text(key)));
    if !contact.note.is_empty() {
        told.push(contact.note.clone());
    }
    told
}

fn cost(cost: Cost) -> Option<&'static str> {
    match cost {
        Cost::Free => Some("help.free"),
        Cost::Normal => Some("help.normal-rate"),
        Cost::Local => Some("help.local-rate"),
        Cost::Unknown => None,
    }
}

/// How a flag goes down: a link to the question to change, or to the overview for a checkbox.
fn ways_back(app: App, place: ScreenRef, flags: &[Flag]) -> View {
    let mut seen = Vec::new();
    let mut ways = Vec::new();
    for screen in flags.iter().filter_map(|flag| app.catalogue.flag_screen(*flag)) {
        let way = (&screen.back, &screen.back_to);
        if !screen.back.is_empty() && !seen.contains(&way) {
            seen.push(way);
            ways.push(way_back(app, place, screen));
        }
    }
    View::many(ways)
}

fn way_back(app: App, place: ScreenRef, screen: &FlagScreen<Condition>) -> View {
    let back = screen.back.clone();
    if screen.back_to.is_empty() {
        return group("links", vec![button("", "", back, app.tap(Act::LookBack(place)))]);
    }
    if screen.asks.contains(&screen.back_to) {
        return View::nothing();
    }
    foldout("", vec![View::text(back)], vec![question::question(app, &screen.back_to, question::Heading::Own)])
}
