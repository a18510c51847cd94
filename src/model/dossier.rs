//! The dossier of one resident: everything they entered, and where they are. `update` has the events that change it.

pub mod answers;
mod paper_choice;
pub mod people;
pub(super) mod undo;

use std::collections::BTreeSet;

use super::plan::{PersonId, Plan};
use super::route::Route;
use crate::model::content::flag::Flags;
use crate::model::dossier::answers::{Answer, Answers};
pub use paper_choice::PaperChoice;
use undo::{Before, Undo};

/// Everything the resident entered, and where they are in the journey.
///
/// It does not derive `Serialize`: `saved` and each export decide, with types of their own, what may be written where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    pub answers: Answers,
    /// “Hier wil ik over praten”: ids of marked questions and ticks.
    pub marks: BTreeSet<String>,
    /// Ids of screens of the longer road, and of areas beyond the first few, that the resident asked for.
    pub opened: BTreeSet<String>,
    /// The resident's choices for the sheet.
    pub paper: PaperChoice,
    /// Whether the sheet was printed, copied or shown at least once.
    pub made: bool,
    /// Number of the last main-road screen that was open, interrupts excepted.
    pub at: usize,
    /// Number of the current screen on a side road; `None` on the main road.
    pub beside: Option<usize>,
    /// Numbers of the screens the resident left with “Verder”.
    pub passed: BTreeSet<usize>,
    /// Which safety screens were seen, so that each comes once per cause.
    pub seen: Seen,
    /// Notices the screen still has to show.
    pub notices: BTreeSet<Notice>,
    /// The id most recently given to a person; ids are never reused.
    pub last_person: u32,
    /// The circle's own plan.
    pub plan: Plan,
    /// Names of feared people who were removed: kept off every paper and never stored.
    pub once_feared: BTreeSet<(PersonId, String)>,
    pub(super) undo: Undo,
}

/// Which safety screens were seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    pub flags: Flags,
    /// The lower flags whose block was seen on a screen.
    pub blocks: Flags,
    /// The lower flags whose block is on the screen now.
    pub blocks_now: Flags,
    pub screens: BTreeSet<String>,
    /// Gentle questions that were asked; each is asked once.
    pub gentle_questions: BTreeSet<String>,
    /// The gentle question on the screen now.
    pub soft_now: String,
    /// Questions on the current safety screen that were empty when it opened.
    pub asked_here: BTreeSet<String>,
    /// The question whose screen the resident asked for, until a screen opens; empty if there is none.
    pub sought: String,
    /// The weighing questions that were on a screen when the resident tapped “Verder”. `None` until the first event,
    /// which after a restore fills in the questions of the passed screens.
    pub put: Option<BTreeSet<String>>,
}

/// A message that the screen shows once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// Storing stopped and what was stored is wiped (N22).
    KeepingStopped,
    /// Invisible characters were taken out of a text (N10).
    Cleaned,
    /// Who the resident is afraid of is never stored. After a plan is restored from storage, the page asks this again,
    /// and shows no paper until then.
    WhoIsFeared,
}

impl Default for Dossier {
    fn default() -> Dossier {
        Dossier::new()
    }
}

impl Dossier {
    /// An empty dossier.
    #[inline(never)]
    pub fn new() -> Dossier {
        Dossier {
            answers: Answers::new(),
            marks: BTreeSet::new(),
            opened: BTreeSet::new(),
            paper: PaperChoice::default(),
            made: false,
            at: 1,
            beside: None,
            passed: BTreeSet::default(),
            seen: Seen::default(),
            notices: BTreeSet::default(),
            last_person: 0,
            plan: Plan::default(),
            once_feared: BTreeSet::new(),
            undo: Undo::new(),
        }
    }

    /// Opens a page, which does not offer to undo what was emptied on another page.
    pub fn turn_to(&mut self, page: Route) {
        self.undo.turn_to(page);
    }

    /// The question whose answer this page can restore, if the last change on it was an answer.
    pub fn undoable(&self) -> Option<&str> {
        match self.undo.last()? {
            Before::Answer { question, .. } => Some(question),
            Before::Plan(_) => None,
        }
    }

    /// Whether the last change that this page can undo is in the plan.
    pub fn is_plan_undoable(&self) -> bool {
        matches!(self.undo.last(), Some(Before::Plan(_)))
    }

    /// Whether nothing was entered yet.
    pub fn is_empty(&self) -> bool {
        self.answers.values().all(Answer::is_empty) && self.plan.is_empty()
    }
}
