//! Checkboxes and radio buttons, by what they decide.

use crate::model::content::Sheet;

/// The decision behind a checkbox or radio button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tick {
    Card {
        question: String,
        card: String,
    },
    Mark(String),
    /// “Dat weet ik niet”
    Unknown(String),
    /// “Dat zeg ik liever niet”
    Withheld(String),
    /// Whether a block of the sheet is printed.
    Block(u8),
    /// Whether the call note is printed.
    CallNote,
    /// Whether an extra sheet is printed.
    Sheet(Sheet),
    /// Whether a person's name may be on paper.
    Name {
        question: String,
        person: u32,
    },
    /// Whether this is the one steady helper.
    Steady {
        question: String,
        person: u32,
    },
}
