//! The signal ladder: five steps from “it is all right” to “after danger”, in each person's own words.

use litemap::LiteMap;

use super::fields::{FieldList, words};
use super::ids::PersonId;
use crate::model::content::Field;

/// A step of the signal ladder. Screen and paper show it as a word with an icon, never as a colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    Green,
    LightOrange,
    DarkOrange,
    Red,
    AfterRed,
}

words!(Colour in "colour" {
    Green = "green",
    LightOrange = "light-orange",
    DarkOrange = "dark-orange",
    Red = "red",
    AfterRed = "after-red",
});

/// What one person sees or feels at a step, and then does. If empty, the words of the content apply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepWords {
    pub sees: String,
    pub does: String,
}

impl StepWords {
    pub fn is_empty(&self) -> bool {
        self.sees.trim().is_empty() && self.does.trim().is_empty()
    }
}

/// The words of each person who filled in a signal ladder.
pub type SignalLadder = LiteMap<PersonId, LiteMap<Colour, StepWords>>;

impl StepWords {
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.text(Field::Sees, &mut self.sees);
        at.text(Field::Does, &mut self.does);
    }
}
