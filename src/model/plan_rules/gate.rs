//! The gate: whether a plan is allowed now, as one function of the answers. If the gate closes later, nothing is lost,
//! and nothing is shown or printed.

use crate::model::content::Sheet;
use crate::model::facts::{Facts, Offered, offered};

/// Whether plan and safety routes may be shown: exactly when the sheet of the plan is offered.
pub fn is_open(facts: &Facts) -> bool {
    offered(facts, Sheet::OwnPlan) == Offered::Yes
}

/// Whether a professional looking along is all that the gate still needs.
pub fn needs_professional(facts: &Facts) -> bool {
    let gate = &facts.catalogue.content.safety.gate;
    let mut closing = gate.rows.iter().filter(|row| facts.holds(&row.when)).peekable();
    closing.peek().is_some() && closing.all(|row| row.opens_with_professional) && !facts.holds(&gate.professional)
}

/// The ids of the gate rows that close it, in content order.
pub fn closed_by(facts: &Facts) -> Vec<&'static str> {
    let gate = &facts.catalogue.content.safety.gate;
    let opened = facts.holds(&gate.professional);
    let closing = gate.rows.iter().filter(|row| facts.holds(&row.when) && !(row.opens_with_professional && opened));
    closing.map(|row| row.id.as_str()).collect()
}
