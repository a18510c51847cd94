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
