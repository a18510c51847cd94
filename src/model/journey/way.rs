//! The target of a button: “Verder” on a screen, and “Verander dit” or “Vul het in” for a question.

use std::collections::BTreeSet;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::asks::{own_items, own_questions};
use super::between::{interrupt_holds, is_interrupt};
use super::{
    ScreenItem, due, is_at_the_end, is_on_side_road, left_at, next, place_at, road, side_road, side_road_screens,
};
use crate::model::catalogue::ScreenRef;
use crate::model::content::{PageKind, Step, Way};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;

/// The target of “Verder”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// Back to the overview from which the screen was opened.
    Overview,
    To {
        place: ScreenRef,
        /// Whether that screen leads back to the overview, instead of along the road.
        returns: bool,
    },
    /// The last screen.
    Nowhere,
}

/// The target of “Verder”: a due interrupt, or else the overview if the screen was opened from there, or else the next
/// screen. An earlier screen that comes up again after the overview leads back to the overview.
pub fn onward(facts: &Facts, dossier: &Dossier, from: ScreenRef, returning: bool) -> Onward {
    if returning && due(facts, dossier).is_none() {
        return Onward::Overview;
    }
    let Some(place) = next(facts, dossier, from) else { return Onward::Nowhere };
    let left = if is_interrupt(facts, from) { left_at(facts, dossier) } else { from };
    let left = if is_on_side_road(facts, left) { place_at(facts, dossier) } else { left };
    let on_road = !is_interrupt(facts, place) && !is_on_side_road(facts, place);
    let is_behind = on_road && is_at_the_end(facts, left) && !is_at_the_end(facts, place);
    // On a road without the overview, it leads to the first open screen, and along the road from there.
    let has_overview = || super::steps(facts, dossier).iter().any(|step| is_overview(facts, *step));
    Onward::To { place, returns: returning || (is_behind && has_overview()) }
}

/// The target of “Vul het samen in”: the same, or the overview where the whole road was passed before.
pub fn onward_together(facts: &Facts, dossier: &Dossier, from: ScreenRef, returning: bool) -> Onward {
    match onward(facts, dossier, from, returning) {
        Onward::Nowhere => Onward::Overview,
        to => to,
    }
}

/// The screen where a question that counts can be answered or changed; see [`Finder`].
pub fn place_of(facts: &Facts, dossier: &Dossier, question: &str) -> Option<ScreenRef> {
    Finder::of(facts, dossier).place_of(question)
}

/// Finds the screen where a question that counts can be answered or changed: on the main road, on an open side road, on
/// a screen of the longer road or of an area that opens for it, or on an interrupt. Computes each road once for all
/// questions.
pub struct Finder<'a> {
    facts: &'a Facts,
    dossier: &'a Dossier,
    on_road: Asking,
    /// The questions of the open side roads.
    beside: OnceCell<Asking>,
    /// The screens that ask a question if they are open and no other screen asks it.
    could_ask: OnceCell<HashMap<String, Vec<ScreenRef>>>,
    /// The questions of the road once a screen is opened, by the key that opens it.
    longer: RefCell<HashMap<&'static str, Asking>>,
}

/// For each question, the first screen of a road that asks it.
type Asking = HashMap<String, ScreenRef>;

impl<'a> Finder<'a> {
    /// Computes the main road now; the other roads when they are needed.
    pub fn of(facts: &'a Facts, dossier: &'a Dossier) -> Finder<'a> {
        let on_road = asking(road(facts, &dossier.opened));
        let (beside, could_ask) = (OnceCell::new(), OnceCell::new());
        Finder { facts, dossier, on_road, beside, could_ask, longer: RefCell::default() }
    }

    /// The screen where this question can be answered or changed.
    pub fn place_of(&self, question: &str) -> Option<ScreenRef> {
        if *question == self.facts.catalogue.content.flow.roles.stuck {
            // A button gave this answer, and it can be undone on the screen that the button opened.
            return side_road_screens(self.facts, self.dossier, Step::Stuck).first().copied();
        }
        if !self.facts.is_asked(question) {
            return None;
        }
        let on_road = self.on_road.get(question).copied();
        on_road
            .or_else(|| self.beside(question))
            .or_else(|| self.longer(question))
            .or_else(|| between(self.facts, question))
    }

    /// The screen of an open side road that asks the question.
    fn beside(&self, question: &str) -> Option<ScreenRef> {
        let beside = self.beside.get_or_init(|| {
            let roads = side_road::roads(self.facts).into_iter();
            asking(roads.flat_map(|road| side_road::open_screens(self.facts, self.dossier, road)))
        });
        beside.get(question).copied()
    }

    /// The screen that asks the question once it is opened.
    fn longer(&self, question: &str) -> Option<ScreenRef> {
        let facts = self.facts;
        let mut places =
            self.could_ask(question).filter(|place| !is_interrupt(facts, *place) && !is_on_side_road(facts, *place));
        places.find_map(|place| {
            let mut longer = self.longer.borrow_mut();
            let road = longer.entry(key_of(facts, place)).or_insert_with_key(|key| {
                let mut opened = self.dossier.opened.clone();
                opened.insert((*key).to_owned());
                asking(road(facts, &opened))
            });
            road.get(question).copied()
        })
    }

    /// The screens that ask the question if they are open and no other screen asks it.
    fn could_ask(&self, question: &str) -> impl Iterator<Item = ScreenRef> {
        let all = self.could_ask.get_or_init(|| {
            let mut all: HashMap<String, Vec<ScreenRef>> = HashMap::new();
            for place in self.facts.catalogue.places() {
                for question in own_items(self.facts, *place, &BTreeSet::new()).iter().flat_map(ScreenItem::questions) {
                    all.entry(question.clone()).or_default().push(*place);
                }
            }
            all
        });
        all.get(question).into_iter().flatten().copied()
    }
}

/// The screens about sharing that are not on the road, and open when the resident asks for them.
pub fn further(facts: &Facts, dossier: &Dossier) -> Vec<ScreenRef> {
    let steps = super::steps(facts, dossier);
    let is_further = |place: &&ScreenRef| {
        let screen = facts.catalogue.screen(**place);
        screen.step == Step::Sharing && screen.way == Way::More && !steps.contains(place)
    };
    facts.catalogue.places().iter().filter(is_further).copied().collect()
}

/// The key under which a screen is opened: the id of its area if it is repeated per area, or else its own id.
pub fn key_of(facts: &Facts, place: ScreenRef) -> &'static str {
    match place.area {
        Some(area) => &facts.catalogue.content.areas[area].id,
        None => &facts.catalogue.screen(place).id,
    }
}

/// The interrupt that asks this question, if it can be opened now.
fn between(facts: &Facts, question: &str) -> Option<ScreenRef> {
    let opens = |place: &ScreenRef| {
        is_interrupt(facts, *place)
            && interrupt_holds(facts, &facts.catalogue.screen(*place).id)
            && own_questions(facts, *place).iter().any(|id| id == question)
    };
    facts.catalogue.places().iter().copied().find(opens)
}

/// For each question, the first of these screens that asks it.
fn asking(screens: impl IntoIterator<Item = (ScreenRef, Vec<ScreenItem>)>) -> Asking {
    let mut asking = Asking::new();
    for (place, items) in screens {
        for question in items.iter().flat_map(ScreenItem::questions) {
            asking.entry(question.clone()).or_insert(place);
        }
    }
    asking
}

fn is_overview(facts: &Facts, place: ScreenRef) -> bool {
    facts.catalogue.screen(place).page == PageKind::Check
}
