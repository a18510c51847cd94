//! The people around the resident: who lives in the house, who is near, who helps now.

use serde::{Deserialize, Serialize};

/// One person, entered once and kept under a stable id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// Stable within one dossier; given out by `Dossier::apply`, never reused.
    pub id: u32,
    /// What the resident calls this person to others: “buurvrouw”. At most 24 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// First name; reaches the gemeente's paper only when `name_on_paper`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The option id of an age group, for who lives in the house.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub age: String,
    /// What this person helps with, for help that is there now.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// “Mag deze naam op het papier van de gemeente?”; no unless the resident says yes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub name_on_paper: bool,
}

impl Person {
    /// Whether nothing was filled in about this person.
    pub fn is_empty(&self) -> bool {
        self.role.is_empty() && self.name.is_empty() && self.age.is_empty() && self.what.is_empty()
    }
}
