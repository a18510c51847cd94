//! Checks the trace of ideas: its ids exist, and the blocks it names print one of them.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::files::TraceRow;
use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::super::source::Sentence;
use super::sheet_references::named_questions;
use crate::model::content::{Choice, Composed, LifeArea, SheetBlock, SheetPiece};

pub fn check(draft: &Draft, index: &KnownIds<'_>, problems: &mut Problems) {
    let Some(part) = &draft.trace else {
        return;
    };
    let mut rows = BTreeSet::new();
    for (place, row) in part.value.row.iter().enumerate() {
        let mut tell = |key: &str, text| {
            problems.at(&part.source, &format!("row.{place}.{key}"), text);
        };
        if !rows.insert(&row.row) {
            tell("row", format!("rij {} staat er al", row.row));
        }
        for (which, id) in row.ids.iter().enumerate() {
            if !index.exists(id) && !draft.has_plan_field(id) {
                tell(&format!("ids.{which}"), format!("`{id}` bestaat niet"));
            }
        }
        let Some(sheets) = draft.sheets.as_ref().map(|part| &part.value) else { continue };
        let lists = [
            ("blocks", &row.blocks, &sheets.v1.blocks),
            ("v3", &row.v3, &sheets.v3.blocks),
            ("v4", &row.v4, &sheets.v4.blocks),
        ];
        for (key, numbers, blocks) in lists {
            for (which, number) in numbers.iter().enumerate() {
                if let Some(text) = block_problem(draft, row, blocks, *number) {
                    tell(&format!("{key}.{which}"), text);
                }
            }
        }
    }
}

fn block_problem(draft: &Draft, row: &TraceRow, blocks: &[SheetBlock<Sentence>], number: u8) -> Option<String> {
    let Some(block) = blocks.iter().find(|block| block.number == number) else {
        return Some(format!("blok {number} bestaat niet"));
    };
    let printed = printed_in(draft, block);
    let is_printed = row.ids.iter().any(|id| printed.contains(id.as_str()));
    // What only the desk fills in has no question: the block must have a line for the pen.
    let is_room = row.ids.is_empty() && has_pen(block);
    (!is_printed && !is_room).then(|| format!("blok {number} print geen van deze ids"))
}

fn has_pen(block: &SheetBlock<Sentence>) -> bool {
    all_pieces(block).any(|piece| matches!(piece, SheetPiece::Say(say) if say.text.contains("{pen")))
}

fn all_pieces(block: &SheetBlock<Sentence>) -> impl Iterator<Item = &SheetPiece<Sentence>> {
    let rows = block.table.iter().flat_map(|table| &table.rows);
    block.pieces.iter().chain(rows.flat_map(|row| row.cells.iter().flatten()))
}

/// Every id whose answer a block can print.
fn printed_in<'a>(draft: &'a Draft, block: &'a SheetBlock<Sentence>) -> BTreeSet<&'a str> {
    let ids = all_pieces(block).flat_map(|piece| match piece {
        SheetPiece::Answer(answer) => vec![answer.question.as_str()],
        SheetPiece::Say(_) => Vec::new(),
        SheetPiece::Rest(composed) => printed_by(draft, composed),
    });
    ids.collect()
}

fn printed_by<'a>(draft: &'a Draft, composed: &'a Composed) -> Vec<&'a str> {
    let (mut ids, shared) = named_questions(composed);
    ids.extend(shared);
    let Some(flow) = &draft.flow else {
        return ids;
    };
    let roles = &flow.value.roles;
    match composed {
        Composed::Strengths { .. } => {
            ids.push(&roles.strengths);
            ids.extend(choices(draft, |area| &area.strengths));
        }
        Composed::Outcomes { .. } => {
            ids.push(&roles.outcomes);
            ids.extend(choices(draft, |area| &area.outcomes));
        }
        Composed::Nearby(_) => ids.extend(choices(draft, |area| &area.nearby)),
        Composed::Areas(_) => {
            ids.push(&roles.situations);
            ids.extend(choices(draft, |area| &area.situations));
            for part in &draft.areas {
                ids.push(&part.value.id);
                ids.extend(part.value.follow_ups.iter().map(|question| question.id.as_str()));
            }
        }
        Composed::FlagLines { .. } => {
            let flags = draft.safety.iter().flat_map(|part| &part.value.flags);
            let papers = flags.filter_map(|screen| screen.paper.as_ref());
            ids.extend(papers.map(|paper| paper.question.as_str()));
        }
        _ => {}
    }
    ids
}

fn choices(draft: &Draft, list: fn(&LifeArea<Sentence>) -> &Vec<Choice<Sentence>>) -> impl Iterator<Item = &str> {
    let areas = draft.areas.iter();
    areas.flat_map(move |part| list(&part.value).iter().map(|choice| choice.id.as_str()))
}
