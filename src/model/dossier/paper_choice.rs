//! The resident's choices for the papers.

use std::collections::BTreeSet;

use crate::model::content::Sheet;

/// The resident's choices for the papers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperChoice {
    /// Numbers of the blocks to leave out.
    pub blocks_off: BTreeSet<u8>,
    /// Findings that the resident decided to keep: `question#finding`, see [`Finding::key_at`](crate::model::privacy::scan::Finding::key_at).
    pub kept: BTreeSet<String>,
    /// Keys of the texts to put on page 2 if it cannot hold all, see [`LeftOver::key`](crate::model::paper::LeftOver::key).
    pub goes_along: Vec<String>,
    /// Whether page 2 has the call note.
    pub call_note: bool,
    /// Other sheets to print with the summary.
    pub sheets: BTreeSet<Sheet>,
    /// The id of the gemeente.
    pub gemeente: Option<String>,
}
