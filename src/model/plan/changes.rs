//! Changes to a plan. Total: a change that does not apply leaves the plan as it is.

use super::fields::FieldValue;
use super::ids::{AgreementId, DemandId, PersonId, RouteId, WishId};
use super::reviews::Notes;
use super::scores::HIGHEST;
use super::signal_ladder::{Colour, StepWords};
use super::{Agreement, Closing, Demand, Goal, PersonDetails, Plan, Reviews, SafetyRoute, Wish};
use crate::model::date::Date;
use crate::model::words;

/// Maximum number of parts of one kind in a plan; far more than fits on paper.
const MOST: usize = 500;

/// A change to the plan. A part with id 0 is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEvent {
    /// What the plan records about one person.
    PersonDetails {
        person: PersonId,
        about: PersonDetails,
    },
    Goal(Goal),
    NotFitting(String),
    /// Who makes the demands, and since when.
    DemandsBy {
        by: String,
        on: Option<Date>,
    },
    Demand(Demand),
    Wish(Wish),
    /// Turns a demand that cannot be tested into a wish.
    DemandToWish(DemandId),
    Agreement(Box<Agreement>),
    Ladder {
        person: PersonId,
        colour: Colour,
        words: StepWords,
    },
    Route(Box<SafetyRoute>),
    /// Settings for all reviews; leaves the days and notes of each review unchanged.
    Reviews(Reviews),
    /// For one review: the day the resident chose instead of the proposal, and the notes.
    Review {
        number: u8,
        day: Option<Date>,
        notes: Notes,
    },
    /// A score for a result at the start (moment 0) or at a review; `None` removes it.
    Mark {
        result: String,
        moment: u8,
        mark: Option<u8>,
    },
    Closing(Closing),
    /// A random number for the calendar file; only the first one is kept.
    Calendar(u32),
    Removed(PlanItem),
}

/// Something that can be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanItem {
    Demand(DemandId),
    Wish(WishId),
    Agreement(AgreementId),
    Route(RouteId),
    /// The person is removed from the answer in which they were entered, too.
    Person(PersonId, Then),
}

/// What happens to the agreements of a removed person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// They stay, without that person.
    StayOpen,
    /// Another person takes over.
    GoTo(PersonId),
}

impl Plan {
    /// Applies a change. Returns whether invisible characters were removed from a text.
    pub fn apply(&mut self, event: PlanEvent) -> bool {
        let mut event = event;
        let cleaned = clean(&mut event);
        self.change(event, None);
        cleaned
    }

    /// Puts a part back as it was: replaces the part with the same id, or inserts it at `place` among its kind.
    pub fn restore(&mut self, part: PlanEvent, place: usize) {
        self.change(part, Some(place));
    }

    /// `place` is the position at which a part with an id is inserted if the plan does not have it.
    fn change(&mut self, event: PlanEvent, place: Option<usize>) {
        match event {
            PlanEvent::PersonDetails { person, about } => self.set_details(person, about),
            PlanEvent::Goal(goal) => {
                self.goal = goal;
                trim(&mut self.goal.signs);
            }
            PlanEvent::NotFitting(text) => self.not_fitting = text,
            PlanEvent::DemandsBy { by, on } => (self.demands.by, self.demands.on) = (by, on),
            PlanEvent::Demand(demand) => self.put_demand(demand, place),
            PlanEvent::Wish(wish) => self.put_wish(wish, place),
            PlanEvent::DemandToWish(id) => self.make_wish(id),
            PlanEvent::Agreement(agreement) => self.put_agreement(*agreement, place),
            PlanEvent::Ladder { person, colour, words } => self.set_step_words(person, colour, words),
            PlanEvent::Route(route) => self.put_route(*route, place),
            PlanEvent::Reviews(mut reviews) => {
                std::mem::swap(&mut reviews.chosen, &mut self.reviews.chosen);
                std::mem::swap(&mut reviews.notes, &mut self.reviews.notes);
                self.reviews = reviews;
            }
            PlanEvent::Review { number, day, notes } => self.set_review(number, day, notes),
            PlanEvent::Mark { result, moment, mark } => self.mark(result, moment, mark),
            PlanEvent::Closing(closing) => self.closing = closing,
            PlanEvent::Calendar(number) if self.calendar == 0 => self.calendar = number,
            PlanEvent::Calendar(_) => {}
            PlanEvent::Removed(item) => self.remove(item),
        }
    }

    fn set_details(&mut self, person: PersonId, mut about: PersonDetails) {
        // Nobody is afraid of themselves.
        about.afraid &= person != PersonId::ME;
        if about == PersonDetails::default() {
            self.about.remove(&person);
        } else {
            self.about.insert(person, about);
        }
    }

    fn next_id(&mut self) -> u32 {
        self.last_id = self.last_id.saturating_add(1);
        self.last_id
    }

    fn put_demand(&mut self, mut demand: Demand, place: Option<usize>) {
        let place = self.number(&mut demand.id.0, place);
        let here = self.demands.list.iter().position(|other| other.id == demand.id);
        put(&mut self.demands.list, demand, here, place);
    }

    fn put_wish(&mut self, mut wish: Wish, place: Option<usize>) {
        let place = self.number(&mut wish.id.0, place);
        let here = self.wishes.iter().position(|other| other.id == wish.id);
        put(&mut self.wishes, wish, here, place);
    }

    fn put_agreement(&mut self, mut agreement: Agreement, place: Option<usize>) {
        let place = self.number(&mut agreement.id.0, place);
        let here = self.agreements.iter().position(|other| other.id == agreement.id);
        put(&mut self.agreements, agreement, here, place);
    }

    /// One safety route per person: a second one for the same person replaces the first.
    fn put_route(&mut self, mut route: SafetyRoute, place: Option<usize>) {
        if let Some(of_owner) = self.route_of(route.owner) {
            route.id = of_owner.id;
        }
        let place = self.number(&mut route.id.0, place);
        route.numbers.truncate(crate::model::plan::safety_route::MOST_NUMBERS);
        trim(&mut route.numbers);
        let (id, owner) = (route.id, route.owner);
        let here = self.routes.iter().position(|other| other.id == id);
        put(&mut self.routes, route, here, place);
        self.routes.retain(|other| other.owner != owner || other.id == id);
    }

    /// Gives a new part the next id. Returns where to insert the part if the plan does not have it: a new part comes
    /// last.
    #[inline(never)]
    fn number(&mut self, id: &mut u32, place: Option<usize>) -> Option<usize> {
        if *id == 0 {
            *id = self.next_id();
            return Some(usize::MAX);
        }
        place
    }

    /// Removes a part: deletes it from its list, or resets it to empty.
    pub(super) fn take_away(&mut self, part: &PlanEvent) {
        match part {
            PlanEvent::Demand(demand) => self.remove(PlanItem::Demand(demand.id)),
            PlanEvent::Wish(wish) => self.remove(PlanItem::Wish(wish.id)),
            PlanEvent::Agreement(agreement) => self.remove(PlanItem::Agreement(agreement.id)),
            PlanEvent::Route(route) => self.remove(PlanItem::Route(route.id)),
            PlanEvent::PersonDetails { .. }
            | PlanEvent::Goal(_)
            | PlanEvent::NotFitting(_)
            | PlanEvent::DemandsBy { .. }
            | PlanEvent::Ladder { .. }
            | PlanEvent::Reviews(_)
            | PlanEvent::Review { .. }
            | PlanEvent::Mark { .. }
            | PlanEvent::Closing(_)
            | PlanEvent::DemandToWish(_)
            | PlanEvent::Calendar(_)
            | PlanEvent::Removed(_) => {
                let blank = part.name().and_then(|(kind, which)| PlanEvent::blank(kind, &which));
                if let Some(blank) = blank {
                    self.restore(blank, 0);
                }
            }
        }
    }

    fn make_wish(&mut self, id: DemandId) {
        let Some(place) = self.demands.list.iter().position(|demand| demand.id == id) else {
            return;
        };
        let demand = self.demands.list.remove(place);
        self.let_go(id);
        let wish = Wish { id: WishId(self.next_id()), text: demand.as_wish() };
        self.wishes.push(wish);
    }

    fn set_step_words(&mut self, person: PersonId, colour: Colour, words: StepWords) {
        let steps = self.ladder.entry(person).or_default();
        if words.is_empty() {
            steps.remove(&colour);
        } else {
            steps.insert(colour, words);
        }
        self.ladder.retain(|_, steps| !steps.is_empty());
    }

    fn set_review(&mut self, number: u8, day: Option<Date>, notes: Notes) {
        self.reviews.chosen.remove(&number);
        if let Some(day) = day {
            self.reviews.chosen.insert(number, day);
        }
        self.reviews.notes.remove(&number);
        if notes != Notes::default() {
            self.reviews.notes.insert(number, notes);
        }
    }

    fn mark(&mut self, result: String, moment: u8, mark: Option<u8>) {
        let marks = self.marks.entry(result).or_default();
        match mark {
            Some(mark) if mark <= HIGHEST => {
                marks.insert(moment, mark);
            }
            Some(_) => {}
            None => {
                marks.remove(&moment);
            }
        }
        self.marks.retain(|_, marks| !marks.is_empty());
    }

    fn remove(&mut self, item: PlanItem) {
        match item {
            PlanItem::Demand(id) => {
                self.demands.list.retain(|demand| demand.id != id);
                self.let_go(id);
            }
            PlanItem::Wish(id) => self.wishes.retain(|wish| wish.id != id),
            PlanItem::Agreement(id) => self.agreements.retain(|agreement| agreement.id != id),
            PlanItem::Route(id) => self.routes.retain(|route| route.id != id),
            PlanItem::Person(_, Then::StayOpen) => {}
            PlanItem::Person(person, Then::GoTo(other)) => self.hand_over(person, other),
        }
    }

    /// An agreement stays when its demand is removed.
    fn let_go(&mut self, demand: DemandId) {
        for agreement in &mut self.agreements {
            agreement.demands.remove(&demand);
        }
    }
}

/// Removes empty items at the end: a page shows one empty line more than is filled in.
fn trim<T: Default + PartialEq>(list: &mut Vec<T>) {
    while list.last().is_some_and(|last| *last == T::default()) {
        list.pop();
    }
}

/// Replaces the item at `here`, or inserts the part at `place`. Does nothing if both are `None` or the list is full.
fn put<T>(list: &mut Vec<T>, part: T, here: Option<usize>, place: Option<usize>) {
    match (here, place) {
        (Some(here), _) => list[here] = part,
        (None, Some(place)) if list.len() < MOST => list.insert(place.min(list.len()), part),
        (None, _) => {}
    }
}

/// Removes invisible characters from every text. Returns whether any text changed.
fn clean(event: &mut PlanEvent) -> bool {
    let mut changed = false;
    event.visit_fields(&mut |_, field_value| {
        if let FieldValue::Text(text) = field_value {
            let cleaned = words::clean(text);
            changed |= cleaned.changed;
            *text = cleaned.text;
        }
    });
    changed
}
