//! Checks that the sheets, and the trace of ideas, refer only to questions, answers and areas that exist.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::super::source::Sentence;
use super::references::Lookup;
use crate::model::content::{AnswerPiece, Composed, SheetBlock, SheetPiece, Sheets};

pub fn check(draft: &Draft, index: &KnownIds<'_>, problems: &mut Problems) {
    if let Some(part) = &draft.sheets {
        let mut lookup = Lookup { index, source: &part.source, problems };
        sheets(&part.value, &mut lookup);
    }
    trace(draft, index, problems);
}

fn sheets(sheets: &Sheets<Sentence>, lookup: &mut Lookup<'_, '_>) {
    for (name, blocks) in [("v1", &sheets.v1.blocks), ("v3", &sheets.v3.blocks), ("v4", &sheets.v4.blocks)] {
        on_sheet(name, blocks, lookup);
    }
}

fn on_sheet(name: &str, blocks: &[SheetBlock<Sentence>], lookup: &mut Lookup<'_, '_>) {
    let mut numbers = BTreeSet::new();
    for (place, block) in blocks.iter().enumerate() {
        let path = format!("{name}.blocks.{place}");
        if !numbers.insert(block.number) {
            let text = format!("blok {} staat er al", block.number);
            lookup.problems.at(lookup.source, &format!("{path}.number"), text);
        }
        some_pieces(&block.pieces, &format!("{path}.pieces"), lookup);
        let Some(table) = &block.table else { continue };
        for (row, shape) in table.rows.iter().enumerate() {
            let path = format!("{path}.table.rows.{row}.cells");
            if shape.cells.len() != table.columns.len() {
                let text = format!("{} vakken bij {} kolommen", shape.cells.len(), table.columns.len());
                lookup.problems.at(lookup.source, &path, text);
            }
            for (cell, pieces) in shape.cells.iter().enumerate() {
                some_pieces(pieces, &format!("{path}.{cell}"), lookup);
            }
        }
    }
}

fn some_pieces(pieces: &[SheetPiece<Sentence>], path: &str, lookup: &mut Lookup<'_, '_>) {
    for (which, piece) in pieces.iter().enumerate() {
        let path = format!("{path}.{which}");
        match piece {
            SheetPiece::Answer(answer) => answer_piece(answer, &path, lookup),
            SheetPiece::Say(_) => {}
            SheetPiece::Rest(composed) => composed_piece(composed, &path, lookup),
        }
    }
}

fn answer_piece(answer: &AnswerPiece<Sentence>, path: &str, lookup: &mut Lookup<'_, '_>) {
    let path = format!("{path}.answer");
    if answer.per_area {
        lookup.shared(&format!("{path}.question"), &answer.question);
    } else {
        lookup.question(&format!("{path}.question"), &answer.question);
    }
    for (place, option) in answer.options.iter().enumerate() {
        let path = format!("{path}.options.{place}.option");
        lookup.answer(&path, &answer.question, &option.option);
    }
}

fn composed_piece(composed: &Composed, path: &str, lookup: &mut Lookup<'_, '_>) {
    let path = format!("{path}.rest");
    let (questions, shared) = named_questions(composed);
    for id in questions {
        lookup.question(&path, id);
    }
    for id in shared {
        lookup.shared(&path, id);
    }
    if let Composed::Expected(expected) = composed {
        for area in expected.money_areas.iter().chain(&expected.other_areas) {
            lookup.area(&path, area);
        }
    }
}

/// The questions that a composed piece refers to: those of the flow, and shared ones.
pub fn named_questions(composed: &Composed) -> (Vec<&str>, Vec<&str>) {
    match composed {
        Composed::FirstSentence(shape) => (vec![&shape.chosen, &shape.story, &shape.goal], vec![]),
        Composed::FilledIn { by, with } => (vec![by, with], vec![]),
        Composed::Areas(shape) => (vec![], vec![&shape.severity]),
        Composed::BeginAt(shape) => (vec![&shape.start, &shape.better], vec![]),
        Composed::Household { question } | Composed::Sentences { question, .. } => (vec![question], vec![]),
        Composed::People(shape) => (vec![&shape.question, &shape.experience, &shape.nobody_question], vec![]),
        Composed::Helpers(shape) => (vec![&shape.question, &shape.fits], vec![]),
        Composed::Steady(shape) => (vec![&shape.helpers, &shape.wish], vec![]),
        Composed::Nearby(shape) => (vec![&shape.with], vec![]),
        Composed::Expected(shape) => (vec![&shape.on], vec![]),
        Composed::FlagLines { dates } => (dates.iter().map(String::as_str).collect(), vec![]),
        Composed::Consent(consent) => (vec![&consent.question, &consent.who, &consent.about], vec![]),
        Composed::Strengths { .. } | Composed::Outcomes { .. } | Composed::Target { .. } => (vec![], vec![]),
    }
}

fn trace(draft: &Draft, index: &KnownIds<'_>, problems: &mut Problems) {
    let Some(part) = &draft.trace else {
        return;
    };
    let mut rows = BTreeSet::new();
    for (place, row) in part.value.row.iter().enumerate() {
        if !rows.insert(&row.row) {
            let text = format!("rij {} staat er al", row.row);
            problems.at(&part.source, &format!("row.{place}.row"), text);
        }
        for (which, id) in row.ids.iter().enumerate() {
            if !index.exists(id) && !draft.has_plan_field(id) {
                let path = format!("row.{place}.ids.{which}");
                problems.at(&part.source, &path, format!("`{id}` bestaat niet"));
            }
        }
    }
}
