//! The circle's own plan. Pure: who is asked, what is agreed, which demand is covered, when is looked back.
//!
//! What a page calls:
//! - [`gate::is_open`] says whether plan and routes may be seen at all; [`gate::closed_by`] why not.
//! - Every change is a [`PlanEvent`] inside `Event::Plan`; a part is sent whole, with its id, or with id 0 when it is new.
//!   Own words are cleaned when they come in, and what was emptied or removed comes back with `Event::Undone`.
//! - [`People::of`] gives everyone who can be named; [`needs_of`] what still leans on a person before they are removed.
//! - [`coverage::coverage`] lays the demands beside the agreements; [`findings::findings`] says what is not finished and where;
//!   [`stops::stops`] what holds back a print; [`checks::held_back`] which own words wait for the resident.
//! - Each part tells its places once, as [`slots`]; [`parts`] gives a plan part by part. The form on a page, the record that
//!   is kept, bringing back and looking through own words all go by these.
//! - [`reviews::review_dates`] gives the days to look back, [`marks::line`] the marks of one result.
//! - On paper: `sheet::v2` for the desk, `sheet::cards` for a helper, the fridge and a person's own card. Into a calendar:
//!   [`ics::compose`], after a random number in [`PlanEvent::Calendar`].

pub mod agreements;
pub mod changes;
pub mod checks;
pub mod circle;
pub mod coverage;
pub mod demands;
pub mod findings;
pub mod gate;
pub mod hidden;
pub mod ics;
pub mod ids;
pub mod ladder;
pub mod marks;
pub mod parts;
pub mod people;
pub mod record;
pub mod reviews;
pub mod routes;
pub mod slots;
pub mod stops;
pub mod text;
pub mod undo;

use std::collections::BTreeSet;

use litemap::LiteMap;

use crate::model::content::{Field, PlanTexts};
use crate::model::date::Date;

pub use agreements::Agreement;
pub use changes::{Item, PlanEvent, Then};
pub use circle::{About, People};
pub use demands::{Demand, Demands, Wish};
pub use ids::{AgreementId, DemandId, PersonId, RouteId, WishId};
pub use ladder::Ladder;
pub use marks::Marks;
pub use people::needs_of;
pub use reviews::Reviews;
pub use routes::SafetyRoute;
use slots::{Places, Slot};
use text::Spot;

/// Everything of one plan.
///
/// It derives no `Serialize`: `saved` says which part may be written where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Parts get the next number; a number is never used twice.
    pub last_id: u32,
    /// Tells the moments of this plan from those of another in a calendar; 0 as long as no file was made.
    pub calendar: u32,
    pub about: LiteMap<PersonId, About>,
    pub goal: Goal,
    /// Who does not fit, and why; never on paper.
    pub not_fitting: String,
    pub demands: Demands,
    pub wishes: Vec<Wish>,
    pub agreements: Vec<Agreement>,
    pub ladder: Ladder,
    pub routes: Vec<SafetyRoute>,
    pub reviews: Reviews,
    pub marks: Marks,
    pub closing: Closing,
    /// Questions about safety to ask again, because someone was marked of whom the resident is afraid.
    pub asks_again: BTreeSet<String>,
}

/// What the plan is for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// What the resident is called in this plan.
    pub own_name: String,
    pub goal: String,
    /// What can be seen when it works out.
    pub signs: Vec<String>,
    pub start: Option<Date>,
}

/// Who looked along, and who goes to work with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closing {
    /// The function of the professional who looked along.
    pub looked_along: String,
    pub looked_on: Option<Date>,
    pub signed_by: BTreeSet<PersonId>,
}

impl Plan {
    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self.agreements.is_empty() && self.demands.list.is_empty() && self.parts().is_empty()
    }

    pub fn agreement(&self, id: AgreementId) -> Option<&Agreement> {
        self.agreements.iter().find(|agreement| agreement.id == id)
    }

    pub fn route_of(&self, owner: PersonId) -> Option<&SafetyRoute> {
        self.routes.iter().find(|route| route.owner == owner)
    }

    /// Calls `tell` with each own text and its spot.
    pub fn texts(&self, tell: &mut dyn FnMut(Spot, &str)) {
        for mut part in self.parts() {
            part.slots(&mut |spot, slot| {
                if let Slot::Text(text) = slot {
                    tell(spot, text);
                }
            });
        }
    }

    /// The text at a spot, by its key.
    pub fn text_at(&self, content: &PlanTexts, key: &str) -> Option<String> {
        let mut found = None;
        self.texts(&mut |spot, text| {
            if spot.key(content) == key {
                found = Some(text.to_owned());
            }
        });
        found
    }

    /// The highest number that a part has.
    pub fn highest_id(&self) -> u32 {
        let demands = self.demands.list.iter().map(|demand| demand.id.0);
        let wishes = self.wishes.iter().map(|wish| wish.id.0);
        let agreements = self.agreements.iter().map(|agreement| agreement.id.0);
        let routes = self.routes.iter().map(|route| route.id.0);
        demands.chain(wishes).chain(agreements).chain(routes).max().unwrap_or(0)
    }

    /// The highest numbers that the plan speaks of, whether that person or demand is there or not.
    pub fn highest_named(&self) -> (PersonId, DemandId) {
        let owners = self.routes.iter().map(|route| route.owner);
        let people = self.about.keys().chain(self.ladder.keys()).copied().chain(owners);
        let mut highest = (people.max().unwrap_or_default(), DemandId::default());
        for mut part in self.parts() {
            part.slots(&mut |_, slot| match slot {
                Slot::Person(person) => highest.0 = highest.0.max(person.unwrap_or_default()),
                Slot::People(people) => highest.0 = highest.0.max(people.iter().max().copied().unwrap_or_default()),
                Slot::Demands(demands) => highest.1 = highest.1.max(demands.iter().max().copied().unwrap_or_default()),
                Slot::Text(_) | Slot::Day(_) | Slot::Number(_) | Slot::One(_) | Slot::Many(_) => {}
            });
        }
        highest
    }

    /// The place of a demand in the list, from 1: E1.
    pub fn number_of(&self, demand: DemandId) -> Option<usize> {
        self.demands.list.iter().position(|other| other.id == demand).map(|place| place + 1)
    }

    /// How many different people do something.
    pub fn doers(&self) -> usize {
        self.agreements.iter().filter_map(|agreement| agreement.who).collect::<BTreeSet<_>>().len()
    }

    /// More doers than this is a lot to hold together.
    pub fn has_many_doers(&self) -> bool {
        self.doers() > 4
    }
}

/// How many signs can be named.
const SIGNS: usize = 3;

impl Goal {
    /// There is a place for every sign; empty ones go when the goal is put in the plan.
    fn slots(&mut self, at: &mut Places) {
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
    fn slots(&mut self, at: &mut Places) {
        at.text(Field::LookedAlong, &mut self.looked_along);
        at.day(Field::LookedOn, &mut self.looked_on);
        at.people(Field::SignedBy, &mut self.signed_by);
    }
}
