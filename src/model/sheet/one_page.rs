//! A sheet of one A4 without a second page: tailored work (V3) and the request to sit together (V4). Which ids stand
//! where says `sheets.toml`; the pieces are those of V1. A whole text that has no room is left off and told.

use super::v1::Composer;
use super::v1::fit::{self, Draft, Fitted, Section};
use super::v1::part::{self, Joint, Part};
use super::{LeftOver, Paper, PaperChoice};
use crate::model::condition::Condition;
use crate::model::content::{Block, OnePage, RowShape, TableShape};
use crate::model::document::{self, Document, Page, Row, Table, Widths};
use crate::model::facts::Facts;

/// The sheet.
pub fn compose(facts: &Facts, choice: &PaperChoice, shape: &OnePage<Condition>) -> Paper {
    let mut composer = Composer::new(facts, choice);
    // There is no other page to point at: what is left off is told on the screen, and can be written here.
    composer.hint = composer.pen();
    let mut left_over = Vec::new();
    let mut blocks = Vec::new();
    for block in &shape.blocks {
        let (shown, over) = match &block.table {
            Some(table) => with_table(&composer, shape, block, table),
            None => of_pieces(&composer, block),
        };
        left_over.extend(over.into_iter().map(|part| LeftOver {
            block: block.number,
            text: part.text(),
            key: part.key,
        }));
        blocks.push(shown);
    }
    let title = facts.catalogue.text("paper.title").to_owned();
    let document = Document { title, widths: composer.widths, pages: vec![Page { blocks }] };
    Paper { document, left_over, on_page_2: Vec::new() }
}

/// A block of pieces, each on a line of its own where the block says so and there is room.
fn of_pieces(composer: &Composer, block: &Block<Condition>) -> (document::Block, Vec<Part>) {
    let mut parts = Vec::new();
    for piece in &block.pieces {
        let mut some = composer.parts(block, piece);
        if let Some(first) = some.first_mut() {
            first.joint = Joint::Line;
        }
        parts.append(&mut some);
    }
    if parts.is_empty() {
        part::say(&mut parts, "empty", &composer.pen().repeat(3));
    }
    let fitted = fitted(composer, block, format!("{}:", block.heading), parts, block.lines, &composer.widths);
    (fitted.block, fitted.over)
}

fn fitted(
    composer: &Composer,
    block: &Block<Condition>,
    heading: String,
    parts: Vec<Part>,
    lines: usize,
    widths: &Widths,
) -> Fitted {
    let section = Section { lead: Vec::new(), dash: "", parts, lines };
    let draft = Draft { number: block.number, heading, new_lines: block.new_lines, sections: vec![section] };
    fit::fit(draft, composer.hint, widths)
}

fn with_table(
    composer: &Composer,
    shape: &OnePage<Condition>,
    block: &Block<Condition>,
    table: &TableShape<Condition>,
) -> (document::Block, Vec<Part>) {
    let mut over = Vec::new();
    let rows = table
        .rows
        .iter()
        .map(|row| Row { label: row.heading.clone(), cells: cells(composer, shape, block, row, &mut over) });
    let rows = rows.collect();
    let table =
        Table { columns: table.columns.clone(), rows, label_width: shape.label_width, cell_width: shape.cell_width };
    let shown = document::Block {
        number: Some(block.number),
        heading: block.heading.clone(),
        table: Some(table),
        ..document::Block::default()
    };
    (shown, over)
}

/// The cells of a row; what has no room in its own goes to `over`.
fn cells(
    composer: &Composer,
    shape: &OnePage<Condition>,
    block: &Block<Condition>,
    row: &RowShape<Condition>,
    over: &mut Vec<Part>,
) -> Vec<document::Paragraph> {
    let widths = Widths { normal: shape.cell_width, large: shape.cell_width, strip: shape.cell_width };
    let mut cells = Vec::new();
    for pieces in &row.cells {
        let mut parts = Vec::new();
        for piece in pieces {
            parts.append(&mut composer.parts(block, piece));
        }
        let fitted = fitted(composer, block, String::new(), parts, row.lines, &widths);
        over.extend(fitted.over);
        cells.push(fitted.block.paragraphs.into_iter().next().unwrap_or_default());
    }
    cells
}
