//! Everything that can happen to a dossier.

use crate::model::content::Sheet;
use crate::model::dossier::Notice;
use crate::model::dossier::answers::Answer;
use crate::model::plan::PlanEvent;

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A question was answered; `None` empties it.
    Answered { question: String, answer: Option<Answer> },
    /// “Hier wil ik over praten” was set or removed.
    Marked { item: String, on: bool },
    /// A screen opened.
    Arrived { number: usize },
    /// The resident tapped “Verder” on a screen.
    Continued { number: usize },
    /// The resident asked for a screen of the longer road.
    Opened { screen: String },
    /// The resident asked for the screen of a question, to answer it or to change the answer.
    Sought { question: String },
    /// A decision about the sheet.
    Paper(PaperEvent),
    /// A change of the plan.
    Plan(PlanEvent),
    /// A notice was read.
    Noticed(Notice),
    /// Undoes the last removal on this page.
    Undone,
}

/// Decisions about the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperEvent {
    BlockShown {
        block: u8,
        shown: bool,
    },
    /// Whether a finding in free text may stay.
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
    /// Whether another sheet is printed with the summary.
    Sheet {
        sheet: Sheet,
        along: bool,
    },
    Made,
}
