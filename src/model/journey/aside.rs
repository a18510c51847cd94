//! Roads of their own beside the main one: where each begins, what it asks, and the way along it and back.
//!
//! They count in no journey, and leaving one leads to where one was on the main road.

use super::{is_step, open_items, place_at, remember};
use crate::model::catalogue::Place;
use crate::model::content::{Step, Way};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::set::Set;

/// Whether this screen stands on a road of its own.
pub fn is_aside(facts: &Facts, place: Place) -> bool {
    facts.catalogue.screen(place).way == Way::Aside
}

/// The screens of such a road that are open now, in order. It begins at the first; none means it is closed.
pub fn aside(facts: &Facts, dossier: &Dossier, road: Step) -> Vec<Place> {
    let mut asked = asked_on_main_road(facts, dossier);
    let places = facts.catalogue.places().iter().copied();
    places.filter(|place| facts.catalogue.screen(*place).step == road && is_open(facts, *place, &mut asked)).collect()
}

/// The open screens of the road this screen stands on.
pub(super) fn along(facts: &Facts, dossier: &Dossier, place: Place) -> Vec<Place> {
    aside(facts, dossier, facts.catalogue.screen(place).step)
}

/// The next open screen of the same road, or the screen of the main road where one was.
pub(super) fn next(facts: &Facts, dossier: &Dossier, from: Place) -> Place {
    let number = facts.catalogue.number(from);
    let mut further = along(facts, dossier, from).into_iter();
    further.find(|place| facts.catalogue.number(*place) > number).unwrap_or_else(|| place_at(facts, dossier))
}

/// The open screen before this one on the same road, or the screen of the main road where one was.
pub(super) fn previous(facts: &Facts, dossier: &Dossier, from: Place) -> Place {
    let number = facts.catalogue.number(from);
    let before = along(facts, dossier, from).into_iter().take_while(|place| facts.catalogue.number(*place) < number);
    before.last().unwrap_or_else(|| place_at(facts, dossier))
}

/// What was asked before this screen: on the main road, and earlier on its own.
pub(super) fn asked_before(facts: &Facts, dossier: &Dossier, place: Place) -> Set<String> {
    let mut asked = asked_on_main_road(facts, dossier);
    let road = facts.catalogue.screen(place).step;
    for earlier in facts.catalogue.places().iter().take_while(|other| **other != place) {
        if facts.catalogue.screen(*earlier).step == road {
            is_open(facts, *earlier, &mut asked);
        }
    }
    asked
}

fn asked_on_main_road(facts: &Facts, dossier: &Dossier) -> Set<String> {
    let mut asked = Set::new();
    for place in facts.catalogue.places() {
        is_step(facts, dossier, *place, &mut asked);
    }
    asked
}

/// Whether the screen is open on a road of its own; adds what it asks to `asked`.
fn is_open(facts: &Facts, place: Place, asked: &mut Set<String>) -> bool {
    if !is_aside(facts, place) || !facts.is_offered(facts.catalogue.screen(place).shown.as_ref()) {
        return false;
    }
    let Some(items) = open_items(facts, place, asked) else {
        return false;
    };
    remember(items, asked);
    true
}
