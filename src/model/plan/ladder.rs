//! The ladder of signals: five steps from “it is all right” to “after danger”, in each person's own words.

use litemap::LiteMap;

use super::ids::PersonId;
use super::slots::{Places, words};
use crate::model::content::Field;

/// A step; on screen and paper always a word with an icon, never a colour alone.
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

/// What one person sees or feels at a step, and does then; empty leaves the words of the content.
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

/// The own words of everyone who filled in a ladder.
pub type Ladder = LiteMap<PersonId, LiteMap<Colour, StepWords>>;

impl StepWords {
    pub(super) fn slots(&mut self, at: &mut Places) {
        at.text(Field::Sees, &mut self.sees);
        at.text(Field::Does, &mut self.does);
    }
}
