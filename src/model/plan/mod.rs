//! The circle's own plan as data: who takes part, what they agree, where each can go, when they look back. What follows
//! from it is in [`plan_rules`](super::plan_rules).
//!
//! - Every change is a [`PlanEvent`] inside `Event::Plan`. It carries a whole part, with its id, or with id 0 if the
//!   part is new. Free text is cleaned on the way in; `Event::Undone` restores what was emptied or removed.
//! - Each part lists its fields once, in `visit_fields`; [`parts`] returns a plan as a list of parts. Form, storage,
//!   undo and privacy scan iterate over these.
//! - [`needs_of`] says what still refers to a person, before they are removed; [`reviews::review_dates`] returns the
//!   review days, [`scores::over_time`] the scores of one result.

pub mod agreements;
pub mod changes;
pub mod demands;
pub mod fields;
pub mod ids;
pub mod location;
pub mod parts;
pub mod people;
pub mod person;
pub mod record;
pub mod reviews;
pub mod safety_route;
pub mod scores;
pub mod signal_ladder;
pub mod undo;

use std::collections::BTreeSet;

use litemap::LiteMap;

use crate::model::content::{Field, PlanTexts};
use crate::model::date::Date;

pub use agreements::Agreement;
pub use changes::{PlanEvent, PlanItem, Then};
pub use demands::{Demand, Demands, Wish};
use fields::{FieldList, FieldValue};
pub use ids::{AgreementId, DemandId, PersonId, RouteId, WishId};
use location::FieldRef;
pub use people::needs_of;
pub use person::PersonDetails;
pub use reviews::Reviews;
pub use safety_route::SafetyRoute;
pub use scores::Scores;
pub use signal_ladder::SignalLadder;

/// Everything of one plan.
///
/// It does not derive `Serialize`: `saved` decides which part may be stored where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The id most recently given to a part; ids are never reused.
    pub last_id: u32,
    /// A random number that keeps the events of this plan apart from those of another plan in one calendar; 0 until a
    /// file is made.
    pub calendar: u32,
    pub about: LiteMap<PersonId, PersonDetails>,
    pub goal: Goal,
    /// People who do not fit, and why; never on paper.
    pub not_fitting: String,
    pub demands: Demands,
    pub wishes: Vec<Wish>,
    pub agreements: Vec<Agreement>,
    pub ladder: SignalLadder,
    pub routes: Vec<SafetyRoute>,
    pub reviews: Reviews,
    pub marks: Scores,
    pub closing: Closing,
    /// Safety questions to ask again, because the resident marked someone as feared.
    pub asks_again: BTreeSet<String>,
}

/// What the plan is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// The resident's name in this plan.
    pub own_name: String,
    pub goal: String,
    /// Visible signs that the plan works out.
    pub signs: Vec<String>,
    pub start: Option<Date>,
}

/// The professional who looked along, and the people who carry out the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closing {
    /// The job title of the professional who looked along.
    pub looked_along: String,
    pub looked_on: Option<Date>,
    pub signed_by: BTreeSet<PersonId>,
}

impl Plan {
    /// Whether nothing is filled in.
    pub fn is_empty(&self) -> bool {
        self.agreements.is_empty() && self.demands.list.is_empty() && self.parts().is_empty()
    }

    pub fn agreement(&self, id: AgreementId) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.id == id)
    }

    pub fn route_of(&self, owner: PersonId) -> Option<&SafetyRoute> {
        self.routes.iter().find(|route| route.owner == owner)
    }

    /// Calls `tell` with each free text and its location.
    pub fn texts(&self, tell: &mut dyn FnMut(FieldRef, &str)) {
        for mut part in self.parts() {
            part.visit_fields(&mut |field_ref, field_value| {
                if let FieldValue::Text(text) = field_value {
                    tell(field_ref, text);
                }
            });
        }
    }

    /// The text with this key.
    pub fn text_at(&self, content: &PlanTexts, key: &str) -> Option<String> {
        let mut found = None;
        self.texts(&mut |field_ref, text| {
            if field_ref.key(content) == key {
                found = Some(text.to_owned());
            }
        });
        found
    }

    /// The highest id of any part.
    pub fn highest_id(&self) -> u32 {
        let demands = self.demands.list.iter().map(|demand| demand.id.0);
        let wishes = self.wishes.iter().map(|wish| wish.id.0);
        let agreements = self.agreements.iter().map(|agreement| agreement.id.0);
        let routes = self.routes.iter().map(|route| route.id.0);
        demands.chain(wishes).chain(agreements).chain(routes).max().unwrap_or(0)
    }

    /// The highest person id and demand id in the plan, whether or not that person or demand exists.
    pub fn highest_named(&self) -> (PersonId, DemandId) {
        let owners = self.routes.iter().map(|route| route.owner);
        let people = self.about.keys().chain(self.ladder.keys()).copied().chain(owners);
        let mut highest = (people.max().unwrap_or_default(), DemandId::default());
        for mut part in self.parts() {
            part.visit_fields(&mut |_, field_value| match field_value {
                FieldValue::Person(person) => highest.0 = highest.0.max(person.unwrap_or_default()),
                FieldValue::People(people) => {
                    highest.0 = highest.0.max(people.iter().max().copied().unwrap_or_default());
                }
                FieldValue::Demands(demands) => {
                    highest.1 = highest.1.max(demands.iter().max().copied().unwrap_or_default());
                }
                FieldValue::Text(_)
                | FieldValue::Day(_)
                | FieldValue::Number(_)
                | FieldValue::One(_)
                | FieldValue::Many(_) => {}
            });
        }
        highest
    }

    /// The position of a demand in the list, from 1: E1.
    pub fn number_of(&self, demand: DemandId) -> Option<usize> {
        self.demands.list.iter().position(|other| other.id == demand).map(|place| place + 1)
    }

    /// How many different people are doers.
    pub fn doers(&self) -> usize {
        self.agreements.iter().filter_map(|agreement| agreement.who).collect::<BTreeSet<_>>().len()
    }

    /// Whether the plan has more than four doers, which is a lot to hold together.
    pub fn has_many_doers(&self) -> bool {
        self.doers() > 4
    }
}

/// Maximum number of signs.
const SIGNS: usize = 3;

impl Goal {
    /// Has a field for every possible sign; empty signs are removed when the goal is put in the plan.
    fn visit_fields(&mut self, at: &mut FieldList) {
        at.text(Field::OwnName, &mut self.own_name);
        at.text(Field::Goal, &mut self.goal);
        self.signs.resize(SIGNS, String::new());
        for (nth, sign) in (0..).zip(&mut self.signs) {
            at.nth = nth;
            at.text(Field::Sign, sign);
        }
        at.nth = 0;
        at.day(Field::Start, &mut self.start);
    }
}

impl Closing {
    fn visit_fields(&mut self, at: &mut FieldList) {
        at.text(Field::LookedAlong, &mut self.looked_along);
        at.day(Field::LookedOn, &mut self.looked_on);
        at.people(Field::SignedBy, &mut self.signed_by);
    }
}
