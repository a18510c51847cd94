//! Own words in a plan, spot by spot: made clean when they come in, and looked through before they go out.

use crate::model::content::{Field, PlanTexts};

/// Where a text of the plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub field: Field,
    /// The number of the demand, the agreement, the person or the review it belongs to; 0 for the plan as a whole.
    pub part: u32,
    /// Which one, where a part has more of a kind.
    pub nth: u8,
}

/// A part of the plan that holds own words.
pub trait Texts {
    /// Calls `tell` with each text and its spot; `part` is for parts that do not know their own number.
    fn texts(&mut self, part: u32, tell: &mut dyn FnMut(Spot, &mut String));
}

impl Spot {
    pub fn new(field: Field, part: u32) -> Spot {
        Spot { field, part, nth: 0 }
    }

    /// Under this key the resident's “Houd de tekst” is kept, as under the id of a question.
    pub fn key(self, content: &PlanTexts) -> String {
        let id = content.field(self.field).map_or("", |field| &field.id);
        format!("{id}.{}.{}", self.part, self.nth)
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn texts(&mut self, part: u32, tell: &mut dyn FnMut(Spot, &mut String)) {
        for one in self {
            one.texts(part, tell);
        }
    }
}
