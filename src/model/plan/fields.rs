//! Field-by-field access to one part of the plan.
//!
//! Each part lists its fields once, in its own file. Form, storage, undo and privacy scan all iterate over that list.
//! Every value is a string: a day is `2026-05-11`, a person is their id, a choice is its keyword, and empty means not
//! filled in.

use std::collections::BTreeSet;

use super::ids::{DemandId, PersonId};
use super::location::FieldRef;
use crate::model::content::Field;
use crate::model::date::Date;

/// One field, and its value.
pub enum FieldValue<'a> {
    /// Free text.
    Text(&'a mut String),
    Day(&'a mut Option<Date>),
    Person(&'a mut Option<PersonId>),
    People(&'a mut BTreeSet<PersonId>),
    Demands(&'a mut BTreeSet<DemandId>),
    /// A small whole number.
    Number(&'a mut Option<u8>),
    /// One of a few keywords.
    One(&'a mut dyn KeywordSet),
    /// Some of a few keywords.
    Many(&'a mut dyn KeywordSet),
}

/// Callback that gets each field of a part with its location.
pub type FieldVisitor<'t> = &'t mut dyn FnMut(FieldRef, FieldValue<'_>);

/// Passes the fields of one part to `tell`, each with its location.
pub struct FieldList<'t> {
    /// The id of the part.
    pub part: u32,
    /// Index, where a part has several of one field.
    pub nth: u8,
    pub visitor: FieldVisitor<'t>,
}

impl FieldList<'_> {
    #[inline(never)]
    pub fn text(&mut self, field: Field, text: &mut String) {
        self.visit(field, FieldValue::Text(text));
    }

    #[inline(never)]
    pub fn day(&mut self, field: Field, day: &mut Option<Date>) {
        self.visit(field, FieldValue::Day(day));
    }

    #[inline(never)]
    pub fn person(&mut self, field: Field, person: &mut Option<PersonId>) {
        self.visit(field, FieldValue::Person(person));
    }

    pub fn people(&mut self, field: Field, people: &mut BTreeSet<PersonId>) {
        self.visit(field, FieldValue::People(people));
    }

    pub fn demands(&mut self, field: Field, demands: &mut BTreeSet<DemandId>) {
        self.visit(field, FieldValue::Demands(demands));
    }

    pub fn number(&mut self, field: Field, number: &mut Option<u8>) {
        self.visit(field, FieldValue::Number(number));
    }

    #[inline(never)]
    pub fn keyword(&mut self, field: Field, choice: &mut dyn KeywordSet) {
        self.visit(field, FieldValue::One(choice));
    }

    pub fn keywords(&mut self, field: Field, choice: &mut dyn KeywordSet) {
        self.visit(field, FieldValue::Many(choice));
    }

    fn visit(&mut self, field: Field, field_value: FieldValue) {
        (self.visitor)(FieldRef { field, part: self.part, nth: self.nth }, field_value);
    }
}

/// A few keywords to choose from; each bit says whether that keyword is chosen.
pub trait KeywordSet {
    /// The group that has the texts of the keywords.
    fn group(&self) -> &'static str;
    fn words(&self) -> &'static [&'static str];
    /// The first keyword is the lowest bit.
    fn bits(&self) -> u32;
    fn choose(&mut self, bits: u32);
}

/// An enum with a keyword for each value.
pub trait Keyword: Copy + 'static {
    const GROUP: &'static str;
    const WORDS: &'static [&'static str];
    const VALUES: &'static [Self];
    fn place(self) -> usize;

    /// The value with this keyword.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().position(|other| *other == word).and_then(|place| Self::VALUES.get(place).copied())
    }
}

/// Gives each value of an enum a keyword, used as the key of its text and in storage.
macro_rules! words {
    ($shape:ident in $group:literal { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $shape {
            pub const ALL: &[$shape] = &[$($shape::$variant),*];

            /// The keyword, which is also the key of its text.
            pub fn word(self) -> &'static str {
                [$($word),*][self as usize]
            }
        }

        impl $crate::model::plan::fields::Keyword for $shape {
            const GROUP: &'static str = $group;
            const WORDS: &'static [&'static str] = &[$($word),*];
            const VALUES: &'static [$shape] = $shape::ALL;

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

pub(super) use words;

impl<T: Keyword> KeywordSet for Option<T> {
    fn group(&self) -> &'static str {
        T::GROUP
    }

    fn words(&self) -> &'static [&'static str] {
        T::WORDS
    }

    fn bits(&self) -> u32 {
        self.map_or(0, |one| 1 << one.place())
    }

    fn choose(&mut self, bits: u32) {
        *self = T::VALUES.get(bits.trailing_zeros() as usize).copied();
    }
}

impl<T: Keyword + Ord> KeywordSet for BTreeSet<T> {
    fn group(&self) -> &'static str {
        T::GROUP
    }

    fn words(&self) -> &'static [&'static str] {
        T::WORDS
    }

    fn bits(&self) -> u32 {
        self.iter().fold(0, |bits, one| bits | 1 << one.place())
    }

    fn choose(&mut self, bits: u32) {
        *self = T::VALUES.iter().copied().filter(|one| bits >> one.place() & 1 == 1).collect();
    }
}

impl KeywordSet for Option<bool> {
    fn group(&self) -> &'static str {
        "answer"
    }

    fn words(&self) -> &'static [&'static str] {
        &["yes", "no"]
    }

    fn bits(&self) -> u32 {
        self.map_or(0, |yes| if yes { 1 } else { 2 })
    }

    fn choose(&mut self, bits: u32) {
        *self = if bits == 0 { None } else { Some(bits == 1) };
    }
}

/// A single tick.
impl KeywordSet for bool {
    fn group(&self) -> &'static str {
        "answer"
    }

    fn words(&self) -> &'static [&'static str] {
        &["yes"]
    }

    fn bits(&self) -> u32 {
        u32::from(*self)
    }

    fn choose(&mut self, bits: u32) {
        *self = bits == 1;
    }
}

impl FieldValue<'_> {
    /// The value as a string.
    pub fn value(&self) -> String {
        match self {
            FieldValue::Text(text) => (*text).clone(),
            FieldValue::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            FieldValue::Person(person) => person.map(|person| person.0.to_string()).unwrap_or_default(),
            FieldValue::People(people) => numbers(&mut people.iter().map(|person| person.0)),
            FieldValue::Demands(demands) => numbers(&mut demands.iter().map(|demand| demand.0)),
            FieldValue::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
            FieldValue::One(choice) | FieldValue::Many(choice) => chosen(*choice),
        }
    }

    /// Sets the value from a string. Returns false if the string is not valid; then only its valid part is kept.
    pub fn set(&mut self, text: &str) -> bool {
        match self {
            FieldValue::Text(own) => text.clone_into(own),
            FieldValue::Day(day) => **day = text.parse().ok(),
            FieldValue::Person(person) => **person = text.parse().ok().map(PersonId),
            FieldValue::People(people) => **people = each(text).map(PersonId).collect(),
            FieldValue::Demands(demands) => **demands = each(text).map(DemandId).collect(),
            FieldValue::Number(number) => **number = text.parse().ok(),
            FieldValue::One(choice) | FieldValue::Many(choice) => choose(*choice, text),
        }
        self.value() == text
    }
}

fn numbers(numbers: &mut dyn Iterator<Item = u32>) -> String {
    let mut text = String::new();
    for number in numbers {
        add(&mut text, &number.to_string());
    }
    text
}

/// Maximum number of ids in one list. A longer list does not read back as the same text, so it is not valid.
const MOST: usize = 2_000;

fn each(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.split(' ').filter_map(|number| number.parse().ok()).take(MOST)
}

fn add(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

fn chosen(choice: &dyn KeywordSet) -> String {
    let mut text = String::new();
    for (place, word) in choice.words().iter().enumerate() {
        if choice.bits() >> place & 1 == 1 {
            add(&mut text, word);
        }
    }
    text
}

fn choose(choice: &mut dyn KeywordSet, text: &str) {
    let mut bits = 0;
    for word in text.split(' ') {
        if let Some(place) = choice.words().iter().position(|other| *other == word) {
            bits |= 1 << place;
        }
    }
    choice.choose(bits);
}

/// Whether the value of a field with several items has this word or number.
pub fn holds(text: &str, word: &str) -> bool {
    text.split(' ').any(|other| other == word)
}

/// The value of a field with several items, with this item added, or removed if it was there.
pub fn toggled(text: &str, word: &str) -> String {
    let mut next = String::new();
    for other in text.split(' ').filter(|other| !other.is_empty() && *other != word) {
        add(&mut next, other);
    }
    if !holds(text, word) {
        add(&mut next, word);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plan::person::{Can, Knows};

    #[test]
    fn each_kind_of_place_reads_back_what_it_tells() {
        let (mut text, mut day, mut person) = (String::new(), None, None);
        let (mut people, mut demands, mut number) = (BTreeSet::new(), BTreeSet::new(), None);
        let (mut knows, mut can, mut yes, mut tick) =
            (Some(Knows::NotAsked), BTreeSet::<Can>::new(), None::<bool>, false);
        let check = |mut field_value: FieldValue, good: &str, bad: &str| {
            assert!(field_value.set(good), "{good}");
            assert_eq!(field_value.value(), good);
            assert!(bad.is_empty() || !field_value.set(bad), "{bad}");
            assert!(field_value.set(""));
        };
        check(FieldValue::Text(&mut text), " eigen woorden ", "");
        check(FieldValue::Day(&mut day), "2026-02-28", "2026-02-30");
        check(FieldValue::Person(&mut person), "0", "Bram");
        check(FieldValue::People(&mut people), "0 3", "3 x");
        check(FieldValue::Demands(&mut demands), "1 2", "2 1");
        check(FieldValue::Number(&mut number), "12", "256");
        check(FieldValue::One(&mut knows), "no", "maybe");
        check(FieldValue::Many(&mut can), "do watch-over", "do fly");
        check(FieldValue::One(&mut yes), "no", "yes no maybe");
        check(FieldValue::One(&mut tick), "yes", "no");
    }

    #[test]
    fn one_of_several_goes_in_and_out() {
        assert_eq!(toggled("", "3"), "3");
        assert_eq!(toggled("3 13", "3"), "13");
        assert_eq!(toggled("13", "3"), "13 3");
    }
}
