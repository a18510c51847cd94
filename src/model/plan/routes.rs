//! Where one person can go to, and whom they can call. Lives in memory and on the safety card, nowhere else.
//!
//! A route has no text form of its own: it derives no `Serialize`, so that no file, code or stored record can hold it. Only
//! the text for a restart, which never leaves the memory of the page, is written by hand in `record`.
//!
//! ```compile_fail
//! let route = app::model::plan::SafetyRoute::default();
//! let _ = serde_json::to_string(&route);
//! ```
//!
//! ```compile_fail
//! let route = app::model::plan::SafetyRoute::default();
//! let _: app::model::document::Document = route.into();
//! ```
//!
//! ```compile_fail
//! println!("{}", app::model::plan::SafetyRoute::default());
//! ```
//!
//! ```
//! assert!(!app::model::plan::SafetyRoute::default().is_whole());
//! ```

use super::ids::{PersonId, RouteId};
use super::slots::{Slot, Tell, words};
use super::text::Spot;
use crate::model::content::Field;
use crate::model::set::Set;

/// How many numbers a card holds.
pub const MOST_NUMBERS: usize = 3;

/// Numbers a card needs to be whole.
const LEAST_NUMBERS: usize = 2;

/// The card of one person. There is no field for a code word, on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafetyRoute {
    pub id: RouteId,
    pub owner: PersonId,
    pub first: Haven,
    pub second: Haven,
    pub numbers: Vec<Number>,
    pub takes: Set<Take>,
    /// What is taken along beside that.
    pub takes_more: String,
    pub fetches_children: Option<PersonId>,
    /// Whether the owner chose the place.
    pub chosen_self: Option<bool>,
    pub practised: Option<bool>,
}

/// A place to go to: a name, never an address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Haven {
    pub place: String,
    pub brought_by: Option<PersonId>,
}

/// Someone to call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number {
    pub name: String,
    pub number: String,
}

/// What is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Take {
    Phone,
    Charger,
    Medicine,
    Key,
    Card,
}

words!(Take in "take" { Phone = "phone", Charger = "charger", Medicine = "medicine", Key = "key", Card = "card" });

impl SafetyRoute {
    /// A place, two numbers, and the owner chose it.
    pub fn is_whole(&self) -> bool {
        let numbers = self.numbers.iter().filter(|number| !number.number.trim().is_empty());
        !self.first.place.trim().is_empty() && numbers.count() >= LEAST_NUMBERS && self.chosen_self == Some(true)
    }

    /// Everyone this card names.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        [self.first.brought_by, self.second.brought_by, self.fetches_children].into_iter().flatten()
    }
}

impl SafetyRoute {
    /// There is a place for every number a card can hold; empty ones go when the card is put in the plan.
    pub(super) fn slots(&mut self, tell: Tell) {
        let at = |field| Spot::new(field, self.id.0);
        tell(at(Field::FirstPlace), Slot::Text(&mut self.first.place));
        tell(at(Field::FirstBroughtBy), Slot::Person(&mut self.first.brought_by));
        tell(at(Field::ChosenSelf), Slot::One(&mut self.chosen_self));
        tell(at(Field::SecondPlace), Slot::Text(&mut self.second.place));
        tell(at(Field::SecondBroughtBy), Slot::Person(&mut self.second.brought_by));
        self.numbers.resize(MOST_NUMBERS, Number::default());
        for (nth, number) in (0..).zip(&mut self.numbers) {
            tell(Spot { nth, ..at(Field::NumberName) }, Slot::Text(&mut number.name));
            tell(Spot { nth, ..at(Field::Number) }, Slot::Text(&mut number.number));
        }
        tell(at(Field::Takes), Slot::Many(&mut self.takes));
        tell(at(Field::TakesMore), Slot::Text(&mut self.takes_more));
        tell(at(Field::FetchesChildren), Slot::Person(&mut self.fetches_children));
        tell(at(Field::Practised), Slot::One(&mut self.practised));
    }
}
