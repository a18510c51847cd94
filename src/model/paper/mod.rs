//! Sheets: what the resident entered, as a [`Document`] that screen, paper and text all render.
//!
//! A paper speaks the language of its facts: [`Facts::in_the_words_of`] gives facts for a paper in another language than
//! the screen shows. Ids and answers stay the same; own words stay as the resident wrote them.
//!
//! [`privacy`](crate::model::privacy) decides who may see what; [`voice`] is the only way from an answer to a sheet, and consults it.

pub mod answers_so_far;
pub mod calendar;
pub mod call_note;
pub mod cards;
pub mod document;
pub mod measure;
pub mod one_page;
pub mod own_plan;
pub mod plain_text;
pub mod plan_voice;
pub mod summary;
pub mod voice;

use super::content::{Composed, Sheet, SheetPiece};
use super::facts::Facts;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::Person;
use crate::model::paper::document::Document;
use crate::model::privacy::audience::Medium;
use crate::model::privacy::scan::Finding;
use voice::Voice;

pub use super::dossier::PaperChoice;
pub use super::facts::{Offered, offered};
pub use summary::own_sentences;

/// A sheet, and the texts that do not fit on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposedPaper {
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

/// The sheet; `None` for V2 and V5, which need the plan.
pub fn compose(facts: &Facts, choice: &PaperChoice, sheet: Sheet) -> Option<ComposedPaper> {
    let sheets = &facts.catalogue.content.sheets;
    match sheet {
        Sheet::Summary => Some(summary::compose(facts, choice)),
        Sheet::TailoredRequest => Some(one_page::compose(facts, choice, &sheets.v3)),
        Sheet::MeetingRequest => Some(one_page::compose(facts, choice, &sheets.v4)),
        Sheet::OwnPlan | Sheet::SafetyCard => None,
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
        SheetPiece::Rest(Composed::Sentences { question: other, page_2, most }) if other == question => {
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
    summary::expected(&Voice::new(facts, Medium::DeskPaper, &choice.kept), question)
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
