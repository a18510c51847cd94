//! Where a button leads: “Verder” on a screen, and “Verander dit” or “Vul het in” for a question.

use super::asks::{own_items, own_questions};
use super::between::{interrupt_holds, is_interrupt};
use super::{Item, aside, due, is_aside, is_at_the_end, items, left_at, next, place_at, road};
use crate::model::catalogue::Place;
use crate::model::content::{Page, Step, Way};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::set::Set;

/// Where “Verder” leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// Back to the overview from which the screen was opened.
    Overview,
    To {
        place: Place,
        /// The screen leads to the overview, not on along the road.
        returns: bool,
    },
    /// The last screen.
    Nowhere,
}

/// Where “Verder” leads: to what is due, else back to the overview one came from, else to the next screen. A screen
/// before the overview that comes up after it leads back to the overview.
pub fn onward(facts: &Facts, dossier: &Dossier, from: Place, returning: bool) -> Onward {
    if returning && due(facts, dossier).is_none() {
        return Onward::Overview;
    }
    let Some(place) = next(facts, dossier, from) else { return Onward::Nowhere };
    let left = if is_interrupt(facts, from) { left_at(facts, dossier) } else { from };
    let left = if is_aside(facts, left) { place_at(facts, dossier) } else { left };
    let on_road = !is_interrupt(facts, place) && !is_aside(facts, place);
    let is_behind = on_road && is_at_the_end(facts, left) && !is_at_the_end(facts, place);
    // On a road without the overview it leads to the first open screen, and on from there.
    let has_overview = || super::steps(facts, dossier).iter().any(|step| is_overview(facts, *step));
    Onward::To { place, returns: returning || (is_behind && has_overview()) }
}

/// Where a question that counts can be answered or changed: on the main road, on an open road beside it, on a screen of
/// the longer road or of an area that opens for it, or on a screen that came in between.
pub fn place_of(facts: &Facts, dossier: &Dossier, question: &str) -> Option<Place> {
    place_along(facts, dossier, &road(facts, &dossier.opened), question)
}

/// The same for many questions on one [`road`].
pub fn place_along(facts: &Facts, dossier: &Dossier, road: &[(Place, Vec<Item>)], question: &str) -> Option<Place> {
    if *question == facts.catalogue.content.flow.roles.stuck {
        // It was said by a button, and can be taken back where that led.
        return aside(facts, dossier, Step::Stuck).first().copied();
    }
    if !facts.is_asked(question) {
        return None;
    }
    asking(road, question)
        .or_else(|| beside(facts, dossier, question))
        .or_else(|| longer(facts, dossier, question))
        .or_else(|| between(facts, question))
}

/// The screens about sharing that are not on the road and open when they are asked for.
pub fn further(facts: &Facts, dossier: &Dossier) -> Vec<Place> {
    let steps = super::steps(facts, dossier);
    let is_further = |place: &&Place| {
        let screen = facts.catalogue.screen(**place);
        screen.step == Step::Sharing && screen.way == Way::More && !steps.contains(place)
    };
    facts.catalogue.places().iter().filter(is_further).copied().collect()
}

/// Under which name a screen is opened: that of its area, where it is repeated for each.
pub fn key_of(facts: &Facts, place: Place) -> &'static str {
    match place.area {
        Some(area) => &facts.catalogue.content.areas[area].id,
        None => &facts.catalogue.screen(place).id,
    }
}

/// The screen of an open road beside the main one that asks the question.
fn beside(facts: &Facts, dossier: &Dossier, question: &str) -> Option<Place> {
    let mut places = could_ask(facts, question).filter(|place| is_aside(facts, *place));
    places.find(|place| {
        aside::along(facts, dossier, *place).contains(place)
            && items(facts, dossier, *place).iter().any(|item| item.is_about(question))
    })
}

/// The screen that asks the question once it is opened.
fn longer(facts: &Facts, dossier: &Dossier, question: &str) -> Option<Place> {
    let mut places =
        could_ask(facts, question).filter(|place| !is_interrupt(facts, *place) && !is_aside(facts, *place));
    places.find_map(|place| {
        let mut opened = dossier.opened.clone();
        opened.insert(key_of(facts, place).to_owned());
        asking(&road(facts, &opened), question)
    })
}

/// The screens that ask the question when they are open and no other does.
fn could_ask(facts: &Facts, question: &str) -> impl Iterator<Item = Place> {
    let asks = move |place: &Place| own_items(facts, *place, &Set::new()).iter().any(|item| item.is_about(question));
    facts.catalogue.places().iter().copied().filter(asks)
}

/// The screen that comes in between for this question, while it may be opened.
fn between(facts: &Facts, question: &str) -> Option<Place> {
    let opens = |place: &Place| {
        is_interrupt(facts, *place)
            && interrupt_holds(facts, &facts.catalogue.screen(*place).id)
            && own_questions(facts, *place).iter().any(|id| id == question)
    };
    facts.catalogue.places().iter().copied().find(opens)
}

fn asking(road: &[(Place, Vec<Item>)], question: &str) -> Option<Place> {
    road.iter().find(|(_, items)| items.iter().any(|item| item.is_about(question))).map(|(place, _)| *place)
}

fn is_overview(facts: &Facts, place: Place) -> bool {
    facts.catalogue.screen(place).page == Page::Check
}
