//! The location of a free text in the plan, and the key under which decisions about it are kept.

use crate::model::content::{Field, PlanTexts};

/// The location of a text in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub field: Field,
    /// The id of the demand, agreement, person or review it belongs to; 0 for the plan as a whole.
    pub part: u32,
    /// Index, where a part has several of one field.
    pub nth: u8,
}

impl Spot {
    pub fn new(field: Field, part: u32) -> Spot {
        Spot { field, part, nth: 0 }
    }

    /// The key under which the resident's “Houd de tekst” is kept, like the id of a question.
    pub fn key(self, content: &PlanTexts) -> String {
        let id = content.field(self.field).map_or("", |field| &field.id);
        format!("{id}.{}.{}", self.part, self.nth)
    }
}
