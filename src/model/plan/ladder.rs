//! The ladder of signals: five steps from “it is all right” to “after danger”, in each person's own words.

use super::ids::{PersonId, words};
use super::text::{Spot, Texts};
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

words!(Colour {
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
pub type Ladder = Map<PersonId, Map<Colour, StepWords>>;

impl Texts for StepWords {
    fn texts(&mut self, part: u32, tell: &mut dyn FnMut(Spot, &mut String)) {
        tell(Spot::new(Field::Sees, part), &mut self.sees);
        tell(Spot::new(Field::Does, part), &mut self.does);
    }
}

impl Texts for Ladder {
    fn texts(&mut self, _: u32, tell: &mut dyn FnMut(Spot, &mut String)) {
        for (person, steps) in self.iter_mut() {
            for (colour, step) in steps.iter_mut() {
                let nth = *colour as u8;
                step.texts(person.0, &mut |spot, text| tell(Spot { nth, ..spot }, text));
            }
        }
    }
}
