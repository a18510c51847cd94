//! Safety routes: where a person can go, and whom they can call. Kept in memory and printed on the safety card, nowhere
//! else.
//!
//! A route has no text form: it does not derive `Serialize`, so that no file, code or stored record can hold it. Only
//! the text for a restart, which never leaves the page's memory, is written by hand in `record`.
//!
//! ```compile_fail
//! let route = app::model::plan::SafetyRoute::default();
//! let _ = serde_json::to_string(&route);
//! ```
//!
//! ```compile_fail
//! let route = app::model::plan::SafetyRoute::default();
//! let _: app::model::paper::document::Document = route.into();
//! ```
//!
//! ```compile_fail
//! println!("{}", app::model::plan::SafetyRoute::default());
//! ```
//!
//! ```
//! assert!(!app::model::plan::SafetyRoute::default().is_whole());
//! ```

use std::collections::BTreeSet;

use crate::model::content::Field;
use crate::model::plan::fields::{FieldList, words};
use crate::model::plan::ids::{PersonId, RouteId};

/// Maximum number of telephone numbers on a card.
pub const MOST_NUMBERS: usize = 3;

/// Numbers a card needs to be complete.
const LEAST_NUMBERS: usize = 2;

/// The safety route of one person. It has no field for a code word, on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafetyRoute {
    pub id: RouteId,
    pub owner: PersonId,
    pub first: Haven,
    pub second: Haven,
    pub numbers: Vec<PhoneContact>,
    pub takes: BTreeSet<ItemToTake>,
    /// What else the owner takes along.
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

/// A contact to call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhoneContact {
    pub name: String,
    pub number: String,
}

/// Something to take along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemToTake {
    Phone,
    Charger,
    Medicine,
    Key,
    Card,
}

words!(ItemToTake in "take" { Phone = "phone", Charger = "charger", Medicine = "medicine", Key = "key", Card = "card" });

impl SafetyRoute {
    /// Whether the card is complete: a place chosen by the owner, and two numbers.
    pub fn is_whole(&self) -> bool {
        let numbers = self.numbers.iter().filter(|number| is_number(&number.number));
        !self.first.place.trim().is_empty() && numbers.count() >= LEAST_NUMBERS && self.chosen_self == Some(true)
    }

    /// Everyone chosen on this card.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        [self.first.brought_by, self.second.brought_by, self.fetches_children].into_iter().flatten()
    }
}

impl SafetyRoute {
    /// Has a field for every number a card can hold; empty ones are removed when the card is put in the plan.
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.part = self.id.0;
        at.text(Field::FirstPlace, &mut self.first.place);
        at.person(Field::FirstBroughtBy, &mut self.first.brought_by);
        at.keyword(Field::ChosenSelf, &mut self.chosen_self);
        at.text(Field::SecondPlace, &mut self.second.place);
        at.person(Field::SecondBroughtBy, &mut self.second.brought_by);
        self.numbers.resize(MOST_NUMBERS, PhoneContact::default());
        for (nth, number) in (0..).zip(&mut self.numbers) {
            at.nth = nth;
            at.text(Field::NumberName, &mut number.name);
            at.text(Field::Number, &mut number.number);
        }
        at.nth = 0;
        at.keywords(Field::Takes, &mut self.takes);
        at.text(Field::TakesMore, &mut self.takes_more);
        at.person(Field::FetchesChildren, &mut self.fetches_children);
        at.keyword(Field::Practised, &mut self.practised);
    }
}

/// Whether this can be a telephone number: 3 to 15 digits, with only the usual characters between them.
pub fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let usual = |letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '+' | '-' | '(' | ')' | '.')
    };
    (3..=15).contains(&digits) && text.chars().all(usual)
}
