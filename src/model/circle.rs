//! The people around the resident: who lives in the house, who is near, who helps now.

use super::words;

/// Characters of a role or a name. A longer one waits to be made shorter, and is on no paper.
pub const LONGEST: usize = 40;

/// Whether a role or a name is too long.
pub fn is_too_long(text: &str) -> bool {
    words::length(text.trim()) > LONGEST
}

/// Before the id of a person in the id of an option.
const OPTION: &str = "mens.";

/// The id of the option that stands for a person.
pub fn option_of(person: u32) -> String {
    [OPTION, &person.to_string()].concat()
}

/// The id of the person that an option stands for.
pub fn person_of(option: &str) -> Option<u32> {
    option.strip_prefix(OPTION)?.parse().ok()
}

/// One person, entered once and kept under a stable id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Stable within one dossier; given out by `Dossier::apply`, never reused.
    pub id: u32,
    /// What the resident calls this person to others: “buurvrouw”.
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
