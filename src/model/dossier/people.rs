//! The people around the resident: the household, the circle, and professional helpers.

use crate::model::words;

/// Maximum characters of a role or a name. A longer one must be shortened first, and appears on no paper.
pub const LONGEST: usize = 40;

/// Whether a role or a name is too long.
pub fn is_too_long(text: &str) -> bool {
    words::length(text.trim()) > LONGEST
}

/// Prefix of an option id that refers to a person.
const OPTION: &str = "mens.";

/// The id of the option for this person.
pub fn option_of(person: u32) -> String {
    [OPTION, &person.to_string()].concat()
}

/// The id of the person this option refers to.
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
    /// First name; printed on the gemeente's paper only if `name_on_paper` is set.
    pub name: String,
    /// The option id of an age group, for a person in the household.
    pub age: String,
    /// What this person helps with, for current help.
    pub what: String,
    /// “Mag deze naam op het papier van de gemeente?”; no, unless the resident says yes.
    pub name_on_paper: bool,
    /// The resident's one steady person, for current help; at most one per answer.
    pub steady: bool,
}

impl Person {
    /// Whether nothing was filled in about this person.
    pub fn is_empty(&self) -> bool {
        self.role.is_empty() && self.name.is_empty() && self.age.is_empty() && self.what.is_empty()
    }
}
