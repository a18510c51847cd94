//! What can be ticked, by what it decides.

use crate::model::content::Sheet;

/// What a tick decides.
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
    /// A block of the sheet.
    Block(u8),
    /// The call note goes along.
    CallNote,
    /// A further sheet goes along.
    Sheet(Sheet),
    /// The name of a person may be on paper.
    Name {
        question: String,
        person: u32,
    },
    /// This is the one steady person.
    Steady {
        question: String,
        person: u32,
    },
}
