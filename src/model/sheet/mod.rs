//! Sheets: what the resident entered, as a [`Document`] that screen, paper and text all render.
//!
//! [`audience`] decides who may see what; [`voice`] is the only way from an answer to a sheet, and consults it.

pub mod audience;
pub mod call_note;
pub mod cards;
pub mod one_page;
pub mod plan_voice;
pub mod so_far;
pub mod v1;
pub mod v2;
pub mod voice;

use std::collections::BTreeSet;

use super::answers::Answer;
use super::circle::Person;
use super::content::{Composed, Piece, Sheet};
use super::document::Document;
use super::facts::Facts;
use super::scan::Finding;
use audience::Medium;
use voice::Voice;

pub use v1::own_sentences;

/// The resident's choices for the papers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperChoice {
    /// Numbers of the blocks to leave out.
    pub blocks_off: BTreeSet<u8>,
    /// Findings that the resident decided to keep: `question#finding`, see [`Finding::key_at`].
    pub kept: BTreeSet<String>,
    /// Keys of the texts to put on page 2 if it cannot hold all, see [`LeftOver::key`].
    pub goes_along: Vec<String>,
    /// Whether page 2 has the call note.
    pub call_note: bool,
    /// Other sheets to print with the summary.
    pub sheets: BTreeSet<Sheet>,
    /// The id of the gemeente.
    pub gemeente: Option<String>,
}

/// A sheet, and the texts that do not fit on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub document: Document,
    pub left_over: Vec<LeftOver>,
    /// Texts that are on page 2 because page 1 has no room.
    pub on_page_2: Vec<LeftOver>,
}

/// A whole text that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// The key with which the resident can choose it for page 2.
    pub key: String,
    /// The block it belongs to.
    pub block: u8,
    pub text: String,
}

/// Whether a sheet is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    Yes,
    /// With the sentence shown instead; `None` if the page does not mention the sheet.
    No(Option<String>),
}

/// Whether this sheet is offered now.
pub fn offered(facts: &Facts, sheet: Sheet) -> Offered {
    let mut offers = facts.catalogue.content.sheets.offers.iter();
    let Some(offer) = offers.find(|offer| offer.sheet == sheet) else {
        return Offered::No(None);
    };
    if facts.holds(&offer.when) {
        return Offered::Yes;
    }
    let otherwise = offer.otherwise.iter().find(|otherwise| facts.holds(&otherwise.when));
    Offered::No(otherwise.map(|otherwise| otherwise.text.clone()))
}

/// The sheet; `None` for V2 and V5, which need the plan.
pub fn compose(facts: &Facts, choice: &PaperChoice, sheet: Sheet) -> Option<Paper> {
    let sheets = &facts.catalogue.content.sheets;
    match sheet {
        Sheet::V1 => Some(v1::compose(facts, choice)),
        Sheet::V3 => Some(one_page::compose(facts, choice, &sheets.v3)),
        Sheet::V4 => Some(one_page::compose(facts, choice, &sheets.v4)),
        Sheet::V2 | Sheet::V5 => None,
    }
}

/// The people around the resident, for a question that chooses among them. The id of each option is `mens.` and the
/// person's id.
pub fn people(facts: &Facts) -> Vec<Person> {
    match facts.answer(&facts.catalogue.content.flow.roles.circle) {
        Some(Answer::People(people)) => people.iter().filter(|person| !person.is_empty()).cloned().collect(),
        _ => Vec::new(),
    }
}

/// The chosen sentences that are not on the gemeente's paper, because there are more than fit.
pub fn sentences_left(facts: &Facts, question: &str) -> Vec<String> {
    let blocks = facts.catalogue.content.sheets.v1.blocks.iter();
    let shape = blocks.flat_map(|block| &block.pieces).find_map(|piece| match piece {
        Piece::Rest(Composed::Sentences { question: other, page_2, most }) if other == question => {
            Some((page_2, *most))
        }
        _ => None,
    });
    let Some((page_2, most)) = shape else { return Vec::new() };
    let mut picked = facts.picks(question);
    picked.retain(|id| !page_2.iter().any(|other| other == id));
    let mut left = Vec::new();
    for id in picked.into_iter().skip(most) {
        if let Some(option) = facts.catalogue.option(question, id) {
            left.push(option.text.clone());
        }
    }
    left
}

/// What to expect and by when, counted from the day that answers this question.
pub fn expected(facts: &Facts, choice: &PaperChoice, question: &str) -> Vec<String> {
    v1::expected(&Voice::new(facts, Medium::DeskPaper, &choice.kept), question)
}

/// Findings in the free text of one answer that the resident still has to decide on.
pub fn held_back_in(facts: &Facts, choice: &PaperChoice, question: &str) -> Vec<Finding> {
    Voice::new(facts, Medium::DeskPaper, &choice.kept).open_findings(question)
}

/// Free texts kept off the gemeente's paper until the resident decides: each question with its finding.
pub fn held_back(facts: &Facts, choice: &PaperChoice) -> Vec<(String, Finding)> {
    let voice = Voice::new(facts, Medium::DeskPaper, &choice.kept);
    let mut held = Vec::new();
    for (id, _) in facts.catalogue.questions() {
        for finding in voice.open_findings(id) {
            held.push((id.to_owned(), finding));
        }
    }
    held
}
