//! What a flag says: a screen of its own for the highest eight, a block for the others. Never the name of a flag.

use leptos::prelude::*;

use super::{help, question, step};
use crate::model::catalogue::Place;
use crate::model::condition::Condition;
use crate::model::content::{Contact, Cost, FlagDoes, FlagScreen};
use crate::model::flag::Flag;
use crate::model::guidance::{self, Guidance};
use crate::model::hours;
use crate::model::route::Route;
use crate::ui::actions;
use crate::ui::components::basic::{group, heading, icon, link, list, live, nothing, paragraphs, section, title};
use crate::ui::components::call;
use crate::ui::context::Context;

/// The screen of the highest flag, with the others as blocks under it.
pub fn page(app: Context, place: Place) -> AnyView {
    let body = move || {
        let mut flags = own_screen_flags(app).into_iter();
        let Some(highest) = flags.next() else { return title(app.text("flag.gone")) };
        let mut parts = vec![card(app, highest)];
        parts.extend(flags.map(|flag| block(app, flag)));
        parts.into_any()
    };
    // The ways back stay while one is here, also the one that was just taken: nothing vanishes under a finger.
    let back = ways_back(app, &own_screen_flags(app));
    let told = view! { <div class="page-part" aria-live="polite">{live(body)}</div> }.into_any();
    vec![told, step::items(app, place, true), back].into_any()
}

/// The lower flags that are new, as blocks under the questions: each on one screen.
pub fn new_lower(app: Context) -> AnyView {
    let flags = app.dossier.with(|dossier| dossier.seen.blocks_now.clone());
    flags.into_iter().map(|flag| block(app, flag)).collect::<Vec<_>>().into_any()
}

/// All lower flags, as blocks on the overview.
pub fn lower(app: Context) -> AnyView {
    let flags: Vec<Flag> =
        app.fact(|facts| facts.flags().iter().copied().filter(|flag| !flag.has_own_screen()).collect());
    flags.into_iter().map(|flag| block(app, flag)).collect::<Vec<_>>().into_any()
}

fn own_screen_flags(app: Context) -> Vec<Flag> {
    app.fact(|facts| facts.flags().iter().copied().filter(|flag| flag.has_own_screen()).collect())
}

/// The highest flag: dark, with one large number first.
fn card(app: Context, flag: Flag) -> AnyView {
    let Some(shown) = app.fact(|facts| guidance::of_flag(facts, flag)) else { return nothing() };
    let below = shown.below.map_or_else(nothing, |below| under(app, *below));
    let links = app.fact(|facts| !facts.does(&FlagDoes::HidesCallLinks));
    let calls = shown.contacts.iter().map(|contact| {
        let tel = if links { contact.tel.clone() } else { String::new() };
        call(contact.name.clone(), contact.shown.clone(), tel, contact.for_whom.clone(), about(app, contact))
    });
    // The number first: who needs it must not look for it.
    let mut inside = vec![title(shown.heading)];
    inside.extend(calls);
    inside.push(paragraphs("", shown.text));
    let calm = app.fact(|facts| facts.does(&FlagDoes::StaysCalm));
    vec![section(if calm { "page-part" } else { "flag-card" }, inside), below].into_any()
}

/// A flag as a block.
fn block(app: Context, flag: Flag) -> AnyView {
    app.fact(|facts| guidance::of_flag(facts, flag)).map_or_else(nothing, |shown| under(app, shown))
}

fn under(app: Context, shown: Guidance) -> AnyView {
    let head = if shown.heading.is_empty() { nothing() } else { heading(shown.heading) };
    let numbers: Vec<AnyView> = shown.contacts.iter().map(|contact| help::named_number(app, contact)).collect();
    let numbers = if numbers.is_empty() { nothing() } else { list("", numbers) };
    let body = group("", vec![head, paragraphs("", shown.text), numbers]);
    section("notice", vec![icon("let-op"), body])
}

/// When a line is open, in plain words, or that the hours must be checked; what it costs.
fn about(app: Context, contact: &Contact) -> Vec<String> {
    let mut told = Vec::new();
    app.catalogue.with_value(|catalogue| {
        let shown = hours::shown_hours(contact.into(), actions::now(), &catalogue.content.holidays);
        told.extend(hours::sentences(&shown, catalogue));
        told.extend(cost(contact.cost).map(|key| catalogue.text(key).to_owned()));
    });
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

/// How a flag goes down again: the question to change, or the overview for a tick.
fn ways_back(app: Context, flags: &[Flag]) -> AnyView {
    let screens: Vec<FlagScreen<Condition>> = app
        .catalogue
        .with_value(|catalogue| flags.iter().filter_map(|flag| catalogue.flag_screen(*flag).cloned()).collect());
    let mut seen = Vec::new();
    let mut ways = Vec::new();
    for screen in screens {
        let way = (screen.back.clone(), screen.back_to.clone());
        if !screen.back.is_empty() && !seen.contains(&way) {
            seen.push(way);
            ways.push(way_back(app, &screen));
        }
    }
    ways.into_any()
}

fn way_back(app: Context, screen: &FlagScreen<Condition>) -> AnyView {
    let back = screen.back.clone();
    if screen.back_to.is_empty() {
        return group("links", vec![link("", "", back, Route::Check.fragment())]);
    }
    if screen.asks.contains(&screen.back_to) {
        return nothing();
    }
    let question = question::question(app, &screen.back_to, question::Heading::Own);
    view! { <details><summary>{back}</summary>{question}</details> }.into_any()
}
