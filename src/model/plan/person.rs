//! What a plan records about one person, besides who they are.

use std::collections::BTreeSet;

use super::fields::{FieldList, Keyword, KeywordSet, words};
use crate::model::content::Field;

/// What the plan records about one person, besides who they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonDetails {
    pub can: BTreeSet<Can>,
    /// Whether this person offers a place to go to.
    pub offers_place: Option<bool>,
    pub knows: Knows,
    /// 18 or older.
    pub adult: Option<bool>,
    /// Has been through the same in their own life.
    pub lived_it: Option<bool>,
    /// May appear on no paper but the safety card.
    pub phone: String,
    /// “Voor deze persoon ben ik bang.”
    pub afraid: bool,
    /// Whether a person in the household feels unsafe at times; `None` is “weet ik niet”.
    pub feels_unsafe: Option<bool>,
}

/// What a person can do for the circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Can {
    ThinkAlong,
    Do,
    Call,
    WatchOver,
}

words!(Can in "can" { ThinkAlong = "think-along", Do = "do", Call = "call", WatchOver = "watch-over" });

/// Whether a person knows about the plan and agrees to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Knows {
    #[default]
    NotAsked,
    Yes,
    No,
}

words!(Knows in "knows" { NotAsked = "not-asked", Yes = "yes", No = "no" });

/// Without a choice, the value is `NotAsked`.
impl KeywordSet for Knows {
    fn group(&self) -> &'static str {
        Knows::GROUP
    }

    fn words(&self) -> &'static [&'static str] {
        Knows::WORDS
    }

    fn bits(&self) -> u32 {
        1 << self.place()
    }

    fn choose(&mut self, bits: u32) {
        let mut chosen = None;
        KeywordSet::choose(&mut chosen, bits);
        *self = chosen.unwrap_or_default();
    }
}

impl PersonDetails {
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.keyword(Field::FeelsUnsafe, &mut self.feels_unsafe);
        at.keywords(Field::Can, &mut self.can);
        at.keyword(Field::Knows, &mut self.knows);
        at.keyword(Field::Adult, &mut self.adult);
        at.keyword(Field::LivedIt, &mut self.lived_it);
        at.keyword(Field::OffersPlace, &mut self.offers_place);
        at.text(Field::Phone, &mut self.phone);
        at.keyword(Field::Afraid, &mut self.afraid);
    }
}
