//! The journey: which screens it has now, what each asks, and which comes next.

mod asks;
mod between;
mod owed;
mod side_road;
mod start;
mod way;

use std::collections::BTreeSet;

use super::catalogue::ScreenRef;
use super::content::{FlagDoes, PageKind, Step, Way};
use super::dossier::Dossier;
use super::facts::Facts;

use asks::{open_items, own_items, remember};

pub use between::{
    acknowledge, asked_again, blocks_due, due, gentle_question_due, gentle_question_to_show, interrupt_holds,
    is_interrupt,
};
pub use owed::{asked_before, owed, weighing};
pub use side_road::{is_on_side_road, side_road_screens};
pub use start::{proposed_start, start_areas};
pub use way::{Finder, Onward, further, key_of, onward, onward_together, place_of};

/// Something that a screen asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScreenItem {
    /// A question, by its full id.
    Question(String),
    /// Some ticks of a question, separate from the rest.
    Ticks { question: String, only: Vec<String> },
    /// Nearby options, each by its question id.
    Nearby(Vec<String>),
}

impl ScreenItem {
    /// Whether this item asks this question.
    pub fn is_about(&self, question: &str) -> bool {
        self.questions().iter().any(|id| id == question)
    }

    /// The questions this item asks.
    pub fn questions(&self) -> &[String] {
        match self {
            ScreenItem::Question(id) | ScreenItem::Ticks { question: id, .. } => std::slice::from_ref(id),
            ScreenItem::Nearby(ids) => ids,
        }
    }
}

/// The screens of the main road, in order, without interrupts and side roads.
pub fn steps(facts: &Facts, dossier: &Dossier) -> Vec<ScreenRef> {
    road(facts, &dossier.opened).into_iter().map(|(place, _)| place).collect()
}

/// The screens of the main road with what each asks, given the opened screens. No question is asked twice.
pub fn road(facts: &Facts, opened: &BTreeSet<String>) -> Vec<(ScreenRef, Vec<ScreenItem>)> {
    let ground = Ground::of(facts, opened);
    let mut asked = BTreeSet::new();
    let mut road = Vec::new();
    for place in facts.catalogue.places() {
        if let Some(items) = ground.items(*place, &asked) {
            remember(&items, &mut asked);
            road.push((*place, items));
        }
    }
    road
}

/// What a screen asks now. It skips questions that an earlier screen of the road asks.
pub fn items(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> Vec<ScreenItem> {
    if is_interrupt(facts, place) {
        return between::items(facts, dossier, place);
    }
    if is_on_side_road(facts, place) {
        return own_items(facts, place, &side_road::asked_before(facts, dossier, place));
    }
    let ground = Ground::of(facts, &dossier.opened);
    let mut asked = BTreeSet::new();
    for step in facts.catalogue.places().iter().take_while(|step| **step != place) {
        if let Some(items) = ground.items(*step, &asked) {
            remember(&items, &mut asked);
        }
    }
    own_items(facts, place, &asked)
}

/// The screen after `from`: an interrupt first, then a question that came up on an earlier screen, then the next screen
/// of the road. A side road ends where the resident left the main road.
pub fn next(facts: &Facts, dossier: &Dossier, from: ScreenRef) -> Option<ScreenRef> {
    if let Some(due) = due(facts, dossier) {
        return Some(due);
    }
    let from = if is_interrupt(facts, from) { left_for_now(facts, dossier) } else { from };
    if is_on_side_road(facts, from) {
        let further = side_road::next(facts, dossier, from);
        return Some(further.unwrap_or_else(|| back_on_main_road(facts, dossier)));
    }
    // By number: all screens of one area come before those of the next.
    let number = facts.catalogue.number(from);
    if let Some(behind) = owed::behind(facts, dossier, from) {
        return Some(behind);
    }
    let after = steps(facts, dossier).into_iter().find(|place| facts.catalogue.number(*place) > number);
    // The overview can be opened from any road, even from one that does not include it.
    let is_overview = facts.catalogue.screen(from).page == PageKind::Check;
    after.or_else(|| is_overview.then(|| first_open(facts, dossier)))
}

/// The screen after the end of a side road: where the resident left the main road. If that is the overview or later, a
/// question that came up on an earlier screen comes first.
fn back_on_main_road(facts: &Facts, dossier: &Dossier) -> ScreenRef {
    let at = place_at(facts, dossier);
    let is_overview = facts.catalogue.screen(at).page == PageKind::Check;
    let behind = if is_overview { None } else { owed::behind(facts, dossier, at) };
    behind.unwrap_or(at)
}

/// The previous screen of the road.
pub fn previous(facts: &Facts, dossier: &Dossier, from: ScreenRef) -> Option<ScreenRef> {
    if is_interrupt(facts, from) {
        return Some(left_at(facts, dossier));
    }
    if is_on_side_road(facts, from) {
        return Some(side_road::previous(facts, dossier, from));
    }
    let number = facts.catalogue.number(from);
    steps(facts, dossier).into_iter().take_while(|place| facts.catalogue.number(*place) < number).last()
}

/// The screen an address leads to: its own, or the first open one if its own is not on the road. A flag that stops the
/// questions shows its screen instead.
pub fn resolve(facts: &Facts, dossier: &Dossier, number: usize) -> ScreenRef {
    let due = due(facts, dossier);
    if facts.does(&FlagDoes::StopsQuestions)
        && let Some(due) = due.filter(|place| facts.catalogue.screen(*place).page == PageKind::Flag)
    {
        return due;
    }
    let wanted = facts.catalogue.place(number);
    let possible = |place: &ScreenRef| {
        let screen = facts.catalogue.screen(*place);
        match (screen.way, screen.page) {
            (Way::Interrupt, PageKind::GentleQuestion) => gentle_question_to_show(facts, dossier).is_some(),
            (Way::Interrupt, _) => Some(*place) == due || interrupt_holds(facts, &screen.id),
            // The overview of all answers can be opened from any road.
            (_, PageKind::Check) => true,
            _ => is_open(facts, dossier, *place),
        }
    };
    wanted.filter(possible).unwrap_or_else(|| first_open(facts, dossier))
}

/// Whether a screen (not an interrupt) can be opened now: it is on the main road, or on a side road that is open.
fn is_open(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> bool {
    let open =
        if is_on_side_road(facts, place) { side_road::along(facts, dossier, place) } else { steps(facts, dossier) };
    open.contains(&place)
}

/// The first screen of the road that was not left with “Verder”; the last screen if all were.
pub fn first_open(facts: &Facts, dossier: &Dossier) -> ScreenRef {
    let steps = steps(facts, dossier);
    let open = |place: &&ScreenRef| !dossier.passed.contains(&facts.catalogue.number(**place));
    steps.iter().find(open).or(steps.last()).copied().unwrap_or(ScreenRef { screen: 0, area: None })
}

/// Where the resident is on the main road; if that screen is no longer on it, the last one before it.
pub fn place_at(facts: &Facts, dossier: &Dossier) -> ScreenRef {
    let is_there =
        |place: &ScreenRef| facts.catalogue.screen(*place).page == PageKind::Check || is_open(facts, dossier, *place);
    let before = || steps(facts, dossier).into_iter().rfind(|place| facts.catalogue.number(*place) < dossier.at);
    let at = facts.catalogue.place(dossier.at).filter(is_there);
    at.or_else(before).unwrap_or(ScreenRef { screen: 0, area: None })
}

/// Where the resident was before an interrupt or a reload: on a side road while it is open, otherwise on the main road.
pub fn left_at(facts: &Facts, dossier: &Dossier) -> ScreenRef {
    beside(facts, dossier).unwrap_or_else(|| place_at(facts, dossier))
}

/// The same, even if that screen is no longer on the road: the screen after it still comes next.
fn left_for_now(facts: &Facts, dossier: &Dossier) -> ScreenRef {
    let at = || facts.catalogue.place(dossier.at).unwrap_or(ScreenRef { screen: 0, area: None });
    beside(facts, dossier).unwrap_or_else(at)
}

fn beside(facts: &Facts, dossier: &Dossier) -> Option<ScreenRef> {
    let beside = dossier.beside.and_then(|number| facts.catalogue.place(number));
    beside.filter(|place| is_open(facts, dossier, *place))
}

/// What decides whether a screen is on the main road, looked up once for all screens.
struct Ground<'a> {
    facts: &'a Facts,
    opened: &'a BTreeSet<String>,
    deep: Vec<usize>,
    tells_more: bool,
}

impl<'a> Ground<'a> {
    fn of(facts: &'a Facts, opened: &'a BTreeSet<String>) -> Ground<'a> {
        Ground { facts, opened, deep: facts.deep_areas(), tells_more: facts.wants_more() }
    }

    /// What the screen asks, if it is on the main road.
    fn items(&self, place: ScreenRef, asked: &BTreeSet<String>) -> Option<Vec<ScreenItem>> {
        let screen = self.facts.catalogue.screen(place);
        let beside = matches!(screen.way, Way::Interrupt | Way::SideRoad);
        if beside || !self.is_area_open(place) || !self.facts.is_offered(screen.shown.as_ref()) {
            return None;
        }
        let wanted = screen.per_area || screen.way == Way::Short || self.tells_more || self.opened.contains(&screen.id);
        if wanted { open_items(self.facts, place, asked) } else { None }
    }

    /// Whether the area of a screen is on the road: it is one of the first few, or the resident opened it.
    fn is_area_open(&self, place: ScreenRef) -> bool {
        place.area.is_none_or(|area| {
            let id = &self.facts.catalogue.content.areas[area].id;
            self.deep.contains(&area) || (self.opened.contains(id) && self.facts.is_area_asked(area))
        })
    }
}

/// Whether a screen belongs to the end of the road: the overview and everything after it.
fn is_at_the_end(facts: &Facts, place: ScreenRef) -> bool {
    matches!(facts.catalogue.screen(place).step, Step::Sharing | Step::Paper)
}
