//! What can happen to a plan. Total: a change that fits nothing leaves the plan as it is.

use super::ids::{AgreementId, DemandId, PersonId, RouteId, WishId};
use super::ladder::{Colour, StepWords};
use super::marks::HIGHEST;
use super::reviews::Notes;
use super::text::Texts;
use super::{About, Agreement, Closing, Demand, Goal, Plan, Reviews, SafetyRoute, Wish};
use crate::model::date::Date;
use crate::model::words;

/// The most of one kind that a plan keeps; far above what fits on paper.
const MOST: usize = 500;

/// A change. A part with id 0 is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEvent {
    /// What someone can mean.
    Told {
        person: PersonId,
        about: About,
    },
    Goal(Goal),
    NotFitting(String),
    /// Who demands, and since when.
    DemandsBy {
        by: String,
        on: Option<Date>,
    },
    Demand(Demand),
    Wish(Wish),
    /// A demand that cannot be tested becomes a wish.
    DemandToWish(DemandId),
    Agreement(Box<Agreement>),
    Ladder {
        person: PersonId,
        colour: Colour,
        words: StepWords,
    },
    Route(Box<SafetyRoute>),
    Reviews(Reviews),
    /// A mark for a result at the start (0) or a review; none takes it away.
    Mark {
        result: String,
        moment: u8,
        mark: Option<u8>,
    },
    Closing(Closing),
    /// A random number for the calendar file; the first one stays.
    Calendar(u32),
    Removed(Item),
}

/// Something that can be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Demand(DemandId),
    Wish(WishId),
    Agreement(AgreementId),
    Route(RouteId),
    /// Also from the answer in which this person was entered.
    Person(PersonId, Then),
}

/// What becomes of the agreements of someone who is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// They stay, without that person.
    StayOpen,
    /// Someone else takes over.
    GoTo(PersonId),
}

impl Plan {
    /// Changes the plan. Tells whether something invisible was taken out of a text.
    pub fn apply(&mut self, event: PlanEvent) -> bool {
        let mut event = event;
        let cleaned = clean(&mut event);
        match event {
            PlanEvent::Told { person, about } => {
                self.about.insert(person, about);
            }
            PlanEvent::Goal(goal) => {
                self.goal = goal;
                trim(&mut self.goal.signs);
            }
            PlanEvent::NotFitting(text) => self.not_fitting = text,
            PlanEvent::DemandsBy { by, on } => (self.demands.by, self.demands.on) = (by, on),
            PlanEvent::Demand(demand) => self.put_demand(demand),
            PlanEvent::Wish(wish) => self.put_wish(wish),
            PlanEvent::DemandToWish(id) => self.make_wish(id),
            PlanEvent::Agreement(agreement) => self.put_agreement(*agreement),
            PlanEvent::Ladder { person, colour, words } => self.say_step(person, colour, words),
            PlanEvent::Route(route) => self.put_route(*route),
            PlanEvent::Reviews(reviews) => {
                self.reviews = reviews;
                self.reviews.notes.retain(|_, notes| *notes != Notes::default());
            }
            PlanEvent::Mark { result, moment, mark } => self.mark(result, moment, mark),
            PlanEvent::Closing(closing) => self.closing = closing,
            PlanEvent::Calendar(number) if self.calendar == 0 => self.calendar = number,
            PlanEvent::Calendar(_) => {}
            PlanEvent::Removed(item) => self.remove(item),
        }
        cleaned
    }

    fn next_id(&mut self) -> u32 {
        self.last_id = self.last_id.saturating_add(1);
        self.last_id
    }

    fn put_demand(&mut self, demand: Demand) {
        let id = DemandId(self.id_for(demand.id.0));
        put(&mut self.demands.list, Demand { id, ..demand }, |other| other.id == id, demand.id.0 == 0);
    }

    fn put_wish(&mut self, wish: Wish) {
        let id = WishId(self.id_for(wish.id.0));
        put(&mut self.wishes, Wish { id, ..wish }, |other| other.id == id, wish.id.0 == 0);
    }

    fn put_agreement(&mut self, agreement: Agreement) {
        let is_new = agreement.id.0 == 0;
        let id = AgreementId(self.id_for(agreement.id.0));
        put(&mut self.agreements, Agreement { id, ..agreement }, |other| other.id == id, is_new);
    }

    /// One card for each person: a second one for the same person takes the place of the first.
    fn put_route(&mut self, route: SafetyRoute) {
        let of_owner = self.route_of(route.owner).map(|other| other.id);
        let known = of_owner.or_else(|| self.routes.iter().map(|other| other.id).find(|id| *id == route.id));
        let is_new = known.is_none() && route.id.0 == 0;
        let id = known.unwrap_or_else(|| RouteId(self.id_for(route.id.0)));
        let mut route = SafetyRoute { id, ..route };
        route.numbers.truncate(super::routes::MOST_NUMBERS);
        trim(&mut route.numbers);
        let owner = route.owner;
        put(&mut self.routes, route, |other| other.id == id, is_new);
        self.routes.retain(|other| other.owner != owner || other.id == id);
    }

    fn id_for(&mut self, given: u32) -> u32 {
        if given == 0 { self.next_id() } else { given }
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

    fn say_step(&mut self, person: PersonId, colour: Colour, words: StepWords) {
        let steps = self.ladder.entry(person);
        if words.is_empty() {
            steps.remove(&colour);
        } else {
            steps.insert(colour, words);
        }
        self.ladder.retain(|_, steps| !steps.is_empty());
    }

    fn mark(&mut self, result: String, moment: u8, mark: Option<u8>) {
        let marks = self.marks.entry(result);
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

    fn remove(&mut self, item: Item) {
        match item {
            Item::Demand(id) => {
                self.demands.list.retain(|demand| demand.id != id);
                self.let_go(id);
            }
            Item::Wish(id) => self.wishes.retain(|wish| wish.id != id),
            Item::Agreement(id) => self.agreements.retain(|agreement| agreement.id != id),
            Item::Route(id) => self.routes.retain(|route| route.id != id),
            Item::Person(_, Then::StayOpen) => {}
            Item::Person(person, Then::GoTo(other)) => self.hand_over(person, other),
        }
    }

    /// Agreements stay when the demand they belong to is gone.
    fn let_go(&mut self, demand: DemandId) {
        for agreement in &mut self.agreements {
            agreement.demands.remove(&demand);
        }
    }
}

/// Empty ones at the end go: a page offers a line more than is filled in.
fn trim<T: Default + PartialEq>(list: &mut Vec<T>) {
    while list.last().is_some_and(|last| *last == T::default()) {
        list.pop();
    }
}

/// Puts a part in the place of the one it replaces, or at the end when it is new. A number that is not known is no part.
fn put<T>(list: &mut Vec<T>, part: T, is_it: impl Fn(&T) -> bool, is_new: bool) {
    match list.iter().position(is_it) {
        Some(place) => list[place] = part,
        None if is_new && list.len() < MOST => list.push(part),
        None => {}
    }
}

/// Takes out of every text what cannot be seen.
fn clean(event: &mut PlanEvent) -> bool {
    let mut changed = false;
    let mut clean = |text: &mut String| {
        let cleaned = words::clean(text);
        changed |= cleaned.changed;
        *text = cleaned.text;
    };
    match event {
        PlanEvent::NotFitting(text) | PlanEvent::DemandsBy { by: text, .. } => clean(text),
        PlanEvent::Told { about, .. } => about.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Goal(goal) => goal.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Demand(demand) => demand.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Wish(wish) => wish.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Agreement(agreement) => agreement.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Ladder { words, .. } => words.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Route(route) => route.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Reviews(reviews) => reviews.texts(0, &mut |_, text| clean(text)),
        PlanEvent::Closing(closing) => closing.texts(0, &mut |_, text| clean(text)),
        PlanEvent::DemandToWish(_) | PlanEvent::Mark { .. } | PlanEvent::Calendar(_) | PlanEvent::Removed(_) => {}
    }
    changed
}
