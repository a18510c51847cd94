//! Side roads next to the main road: where each begins, what it asks, and the way along it and back.
//!
//! No journey counts them, and leaving one leads back to where the resident left the main road.

use std::collections::BTreeSet;

use super::asks::{open_items, remember};
use super::{ScreenItem, place_at, road};
use crate::model::catalogue::ScreenRef;
use crate::model::content::{Step, Way};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;

/// Whether this screen is on a side road.
pub fn is_on_side_road(facts: &Facts, place: ScreenRef) -> bool {
    facts.catalogue.screen(place).way == Way::SideRoad
}

/// The parts of the journey that are side roads.
pub(super) fn roads(facts: &Facts) -> Vec<Step> {
    let screens = facts.catalogue.content.flow.screens.iter().filter(|screen| screen.way == Way::SideRoad);
    let mut roads: Vec<Step> = screens.map(|screen| screen.step).collect();
    roads.dedup();
    roads
}

/// The open screens of a side road, in order. The road begins at the first; an empty list means it is closed.
pub fn side_road_screens(facts: &Facts, dossier: &Dossier, road: Step) -> Vec<ScreenRef> {
    open_screens(facts, dossier, road).into_iter().map(|(place, _)| place).collect()
}

/// The open screens of a side road with what each asks. Skips questions of the main road.
pub(super) fn open_screens(facts: &Facts, dossier: &Dossier, road: Step) -> Vec<(ScreenRef, Vec<ScreenItem>)> {
    let mut asked = asked_on_main_road(facts, dossier);
    let mut open = Vec::new();
    for place in facts.catalogue.places().iter().filter(|place| facts.catalogue.screen(**place).step == road) {
        if let Some(items) = open_here(facts, *place, &asked) {
            remember(&items, &mut asked);
            open.push((*place, items));
        }
    }
    open
}

/// The open screens of the side road that this screen belongs to.
pub(super) fn along(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> Vec<ScreenRef> {
    side_road_screens(facts, dossier, facts.catalogue.screen(place).step)
}

/// The next open screen of the same side road; `None` at its end.
pub(super) fn next(facts: &Facts, dossier: &Dossier, from: ScreenRef) -> Option<ScreenRef> {
    let number = facts.catalogue.number(from);
    along(facts, dossier, from).into_iter().find(|place| facts.catalogue.number(*place) > number)
}

/// The previous open screen of the same side road, or the screen where the resident left the main road.
pub(super) fn previous(facts: &Facts, dossier: &Dossier, from: ScreenRef) -> ScreenRef {
    let number = facts.catalogue.number(from);
    let before = along(facts, dossier, from).into_iter().take_while(|place| facts.catalogue.number(*place) < number);
    before.last().unwrap_or_else(|| place_at(facts, dossier))
}

/// The questions asked before this screen: on the main road, and earlier on its own road.
pub(super) fn asked_before(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> BTreeSet<String> {
    let mut asked = asked_on_main_road(facts, dossier);
    let road = facts.catalogue.screen(place).step;
    for earlier in facts.catalogue.places().iter().take_while(|other| **other != place) {
        if facts.catalogue.screen(*earlier).step == road
            && let Some(items) = open_here(facts, *earlier, &asked)
        {
            remember(&items, &mut asked);
        }
    }
    asked
}

fn asked_on_main_road(facts: &Facts, dossier: &Dossier) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for (_, items) in road(facts, &dossier.opened) {
        remember(&items, &mut asked);
    }
    asked
}

/// What the screen asks, if it is open on a side road.
fn open_here(facts: &Facts, place: ScreenRef, asked: &BTreeSet<String>) -> Option<Vec<ScreenItem>> {
    let is_open = is_on_side_road(facts, place) && facts.is_offered(facts.catalogue.screen(place).shown.as_ref());
    if is_open { open_items(facts, place, asked) } else { None }
}
