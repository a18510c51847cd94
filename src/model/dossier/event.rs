//! Everything that can happen to a dossier.

use super::Notice;
use crate::model::answers::Answer;
use crate::model::content::Sheet;
use crate::model::plan::PlanEvent;

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A question was answered; `None` empties it.
    Answered { question: String, answer: Option<Answer> },
    /// “Hier wil ik over praten” was set or taken away.
    Marked { item: String, on: bool },
    /// A screen came on.
    Arrived { number: usize },
    /// “Verder” on a screen.
    Continued { number: usize },
    /// A screen of the longer road was asked for.
    Opened { screen: String },
    /// The screen of a question was asked for, to answer or to change it.
    Sought { question: String },
    /// A decision about the sheet.
    Paper(PaperEvent),
    /// A change of the plan.
    Plan(PlanEvent),
    /// A notice was read.
    Noticed(Notice),
    /// What was emptied last on this page comes back.
    Undone,
}

/// Decisions about the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperEvent {
    BlockShown {
        block: u8,
        shown: bool,
    },
    /// A finding in own words may stand; or may not after all.
    Kept {
        finding: String,
        kept: bool,
    },
    GoesAlong {
        part: String,
        along: bool,
    },
    GemeenteChosen {
        id: String,
    },
    CallNote {
        along: bool,
    },
    /// A further sheet goes along with the first.
    Sheet {
        sheet: Sheet,
        along: bool,
    },
    Made,
}
