//! The people around the resident: who lives in the house, who is near, who helps now.

/// One person, entered once and kept under a stable id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Stable within one dossier; given out by `Dossier::apply`, never reused.
    pub id: u32,
    /// What the resident calls this person to others: “buurvrouw”. At most 24 characters.
    pub role: String,
    /// First name; reaches the gemeente's paper only when `name_on_paper`.
    pub name: String,
    /// The option id of an age group, for who lives in the house.
    pub age: String,
    /// What this person helps with, for help that is there now.
    pub what: String,
    /// “Mag deze naam op het papier van de gemeente?”; no unless the resident says yes.
    pub name_on_paper: bool,
    /// The one steady person of the resident, for help that is there now; at most one in an answer.
    pub steady: bool,
}

impl Person {
    /// Whether nothing was filled in about this person.
    pub fn is_empty(&self) -> bool {
        self.role.is_empty() && self.name.is_empty() && self.age.is_empty() && self.what.is_empty()
    }
}
