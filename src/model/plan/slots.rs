//! The places in a part of the plan, one by one: what stands there, and what may come to stand there.
//!
//! Each part tells its places once, in its own file. Whatever goes over all of them goes by that: the pages that ask, the
//! record that is kept, bringing back what was lost, and looking through own words. In a place everything is a text: a day
//! is `2026-05-11`, a person is their number, a choice is its word, and what is empty was not told.

use std::collections::BTreeSet;

use super::ids::{DemandId, PersonId};
use super::text::Spot;
use crate::model::content::Field;
use crate::model::date::Date;

/// One place, and what is in it.
pub enum Slot<'a> {
    /// Own words.
    Text(&'a mut String),
    Day(&'a mut Option<Date>),
    Person(&'a mut Option<PersonId>),
    People(&'a mut BTreeSet<PersonId>),
    Demands(&'a mut BTreeSet<DemandId>),
    /// A small whole number.
    Number(&'a mut Option<u8>),
    /// One of a few words.
    One(&'a mut dyn Choice),
    /// Some of a few words.
    Many(&'a mut dyn Choice),
}

/// Gets each place of a part with its spot.
pub type Tell<'t> = &'t mut dyn FnMut(Spot, Slot<'_>);

/// Tells the places of one part, each with its spot.
pub struct Places<'t> {
    /// The number of the part.
    pub part: u32,
    /// Which one, where the part has more of a kind.
    pub nth: u8,
    pub tell: Tell<'t>,
}

impl Places<'_> {
    #[inline(never)]
    pub fn text(&mut self, field: Field, text: &mut String) {
        self.slot(field, Slot::Text(text));
    }

    #[inline(never)]
    pub fn day(&mut self, field: Field, day: &mut Option<Date>) {
        self.slot(field, Slot::Day(day));
    }

    #[inline(never)]
    pub fn person(&mut self, field: Field, person: &mut Option<PersonId>) {
        self.slot(field, Slot::Person(person));
    }

    pub fn people(&mut self, field: Field, people: &mut BTreeSet<PersonId>) {
        self.slot(field, Slot::People(people));
    }

    pub fn demands(&mut self, field: Field, demands: &mut BTreeSet<DemandId>) {
        self.slot(field, Slot::Demands(demands));
    }

    pub fn number(&mut self, field: Field, number: &mut Option<u8>) {
        self.slot(field, Slot::Number(number));
    }

    #[inline(never)]
    pub fn one(&mut self, field: Field, choice: &mut dyn Choice) {
        self.slot(field, Slot::One(choice));
    }

    pub fn many(&mut self, field: Field, choice: &mut dyn Choice) {
        self.slot(field, Slot::Many(choice));
    }

    fn slot(&mut self, field: Field, slot: Slot) {
        (self.tell)(Spot { field, part: self.part, nth: self.nth }, slot);
    }
}

/// A few things to choose from, each with a word; a bit says of each whether it is chosen.
pub trait Choice {
    /// The group in which the texts of the words stand.
    fn group(&self) -> &'static str;
    fn words(&self) -> &'static [&'static str];
    /// The first word is the lowest bit.
    fn bits(&self) -> u32;
    fn choose(&mut self, bits: u32);
}

/// An enum of which each value has a word.
pub trait Words: Copy + 'static {
    const GROUP: &'static str;
    const WORDS: &'static [&'static str];
    const VALUES: &'static [Self];
    fn place(self) -> usize;

    /// What a word stands for.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().position(|other| *other == word).and_then(|place| Self::VALUES.get(place).copied())
    }
}

/// Every value of an enum, each with the word under which its text stands and by which it is stored.
macro_rules! words {
    ($shape:ident in $group:literal { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $shape {
            pub const ALL: &[$shape] = &[$($shape::$variant),*];

            /// The word under which its text stands.
            pub fn word(self) -> &'static str {
                [$($word),*][self as usize]
            }
        }

        impl $crate::model::plan::slots::Words for $shape {
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

impl<T: Words> Choice for Option<T> {
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

impl<T: Words + Ord> Choice for BTreeSet<T> {
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

impl Choice for Option<bool> {
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
impl Choice for bool {
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

impl Slot<'_> {
    /// What stands here, as a text.
    pub fn told(&self) -> String {
        match self {
            Slot::Text(text) => (*text).clone(),
            Slot::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            Slot::Person(person) => person.map(|person| person.0.to_string()).unwrap_or_default(),
            Slot::People(people) => numbers(&mut people.iter().map(|person| person.0)),
            Slot::Demands(demands) => numbers(&mut demands.iter().map(|demand| demand.0)),
            Slot::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
            Slot::One(choice) | Slot::Many(choice) => chosen(*choice),
        }
    }

    /// Puts a text here. False when it is no such thing; then the place is empty.
    pub fn tell(&mut self, text: &str) -> bool {
        match self {
            Slot::Text(own) => text.clone_into(own),
            Slot::Day(day) => **day = text.parse().ok(),
            Slot::Person(person) => **person = text.parse().ok().map(PersonId),
            Slot::People(people) => **people = each(text).map(PersonId).collect(),
            Slot::Demands(demands) => **demands = each(text).map(DemandId).collect(),
            Slot::Number(number) => **number = text.parse().ok(),
            Slot::One(choice) | Slot::Many(choice) => choose(*choice, text),
        }
        self.told() == text
    }
}

fn numbers(numbers: &mut dyn Iterator<Item = u32>) -> String {
    let mut text = String::new();
    for number in numbers {
        add(&mut text, &number.to_string());
    }
    text
}

/// The most that are named together; a text with more is not what it tells.
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

fn chosen(choice: &dyn Choice) -> String {
    let mut text = String::new();
    for (place, word) in choice.words().iter().enumerate() {
        if choice.bits() >> place & 1 == 1 {
            add(&mut text, word);
        }
    }
    text
}

fn choose(choice: &mut dyn Choice, text: &str) {
    let mut bits = 0;
    for word in text.split(' ') {
        if let Some(place) = choice.words().iter().position(|other| *other == word) {
            bits |= 1 << place;
        }
    }
    choice.choose(bits);
}

/// Whether a word, or a number, stands in the text of a place that takes several.
pub fn holds(text: &str, word: &str) -> bool {
    text.split(' ').any(|other| other == word)
}

/// The text of a place that takes several, with this one in it, or without it where it was there.
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
    use crate::model::plan::circle::{Can, Knows};

    #[test]
    fn each_kind_of_place_reads_back_what_it_tells() {
        let (mut text, mut day, mut person) = (String::new(), None, None);
        let (mut people, mut demands, mut number) = (BTreeSet::new(), BTreeSet::new(), None);
        let (mut knows, mut can, mut yes, mut tick) =
            (Some(Knows::NotAsked), BTreeSet::<Can>::new(), None::<bool>, false);
        let check = |mut slot: Slot, good: &str, bad: &str| {
            assert!(slot.tell(good), "{good}");
            assert_eq!(slot.told(), good);
            assert!(bad.is_empty() || !slot.tell(bad), "{bad}");
            assert!(slot.tell(""));
        };
        check(Slot::Text(&mut text), " eigen woorden ", "");
        check(Slot::Day(&mut day), "2026-02-28", "2026-02-30");
        check(Slot::Person(&mut person), "0", "Bram");
        check(Slot::People(&mut people), "0 3", "3 x");
        check(Slot::Demands(&mut demands), "1 2", "2 1");
        check(Slot::Number(&mut number), "12", "256");
        check(Slot::One(&mut knows), "no", "maybe");
        check(Slot::Many(&mut can), "do watch-over", "do fly");
        check(Slot::One(&mut yes), "no", "yes no maybe");
        check(Slot::One(&mut tick), "yes", "no");
    }

    #[test]
    fn one_of_several_goes_in_and_out() {
        assert_eq!(toggled("", "3"), "3");
        assert_eq!(toggled("3 13", "3"), "13");
        assert_eq!(toggled("13", "3"), "13 3");
    }
}
