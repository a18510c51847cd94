//! The ladder of signals: five steps from “it is all right” to “after danger”, in each person's own words.

use super::ids::PersonId;
use super::text::Texts;
use crate::model::content::Field;
use crate::model::set::Map;

/// A step; on screen and paper always a word with an icon, never a colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    Green,
    LightOrange,
    DarkOrange,
    Red,
    AfterRed,
}

impl Colour {
    /// From calm to after danger.
    pub const ALL: [Colour; 5] =
        [Colour::Green, Colour::LightOrange, Colour::DarkOrange, Colour::Red, Colour::AfterRed];

    /// The word under which its texts stand.
    pub fn key(self) -> &'static str {
        match self {
            Colour::Green => "green",
            Colour::LightOrange => "light-orange",
            Colour::DarkOrange => "dark-orange",
            Colour::Red => "red",
            Colour::AfterRed => "after-red",
        }
    }
}

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
pub type Ladder = Map<PersonId, Map<Colour, StepWords>>;

impl Texts for StepWords {
    fn texts(&mut self, tell: &mut dyn FnMut(Field, &mut String)) {
        tell(Field::Sees, &mut self.sees);
        tell(Field::Does, &mut self.does);
    }
}

impl Texts for Ladder {
    fn texts(&mut self, tell: &mut dyn FnMut(Field, &mut String)) {
        self.values_mut().flat_map(Map::values_mut).for_each(|step| step.texts(tell));
    }
}
