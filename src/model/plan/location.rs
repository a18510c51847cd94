//! Locations in a plan: of a finding, and of a free text with the key under which decisions about it are kept.

use super::ids::{AgreementId, DemandId, PersonId};
use crate::model::content::{Field, PlanTexts};

/// The location of a text in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldRef {
    pub field: Field,
    /// The id of the demand, agreement, person or review it belongs to; 0 for the plan as a whole.
    pub part: u32,
    /// Index, where a part has several of one field.
    pub nth: u8,
}

impl FieldRef {
    pub fn new(field: Field, part: u32) -> FieldRef {
        FieldRef { field, part, nth: 0 }
    }

    /// The key under which the resident's “Houd de tekst” is kept, like the id of a question.
    pub fn key(self, content: &PlanTexts) -> String {
        let id = content.field(self.field).map_or("", |field| &field.id);
        format!("{id}.{}.{}", self.part, self.nth)
    }
}

/// The location of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingLocation {
    /// The list of demands.
    Demands,
    Demand(DemandId),
    /// The list of agreements.
    Agreements,
    Agreement(AgreementId),
    /// The safety card of this person.
    Route(PersonId),
    /// The choice of sheets.
    Sheets,
    Reviews,
    Caller,
    Circle,
    Plan,
}
