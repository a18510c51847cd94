//! Sheets of one A4 without a second page: the tailored request (V3) and the meeting request (V4). `sheets.toml` says
//! which ids go where; the pieces are those of V1. A whole text that does not fit is left out, and the screen says so.

use super::summary::Composer;
use super::summary::fit::{self, BlockDraft, Section};
use super::summary::part::{self, Separator, SummaryPart};
use super::{ComposedPaper, LeftOver, PaperChoice};
use crate::model::content::condition::Condition;
use crate::model::content::{OnePageSheet, RowShape, SheetBlock, TableShape};
use crate::model::facts::Facts;
use crate::model::paper::document::{self, Document, Page, Table, TableRow, Widths};

/// The sheet.
pub fn compose(facts: &Facts, choice: &PaperChoice, shape: &OnePageSheet<Condition>) -> ComposedPaper {
    let mut composer = Composer::new(facts, choice);
    // There is no other page to refer to: the screen tells what is left out, and the pen can add it here.
    composer.hint = composer.pen();
    let mut left_over = Vec::new();
    let mut blocks = Vec::new();
    for block in &shape.blocks {
        let mut over = Vec::new();
        blocks.push(match &block.table {
            Some(table) => with_table(&composer, shape, block, table, &mut over),
            None => of_pieces(&composer, block, &mut over),
        });
        for part in over {
            left_over.push(LeftOver { block: block.number, text: part.text(), key: part.key });
        }
    }
    let title = facts.catalogue.text("paper.title").to_owned();
    let document = Document { title, widths: composer.widths, pages: vec![Page { blocks }] };
    ComposedPaper { document, left_over, on_page_2: Vec::new() }
}

/// A block of pieces, each on a new line if the block says so and there is room; what does not fit goes to `over`.
fn of_pieces(
    composer: &Composer,
    block: &SheetBlock<Condition>,
    over: &mut Vec<SummaryPart>,
) -> document::DocumentBlock {
    let mut parts = Vec::new();
    for piece in &block.pieces {
        let before = parts.len();
        parts.append(&mut composer.parts(block, piece));
        if let Some(first) = parts.get_mut(before) {
            first.joint = Separator::Line;
        }
    }
    if parts.is_empty() {
        part::add_text(&mut parts, "empty", &composer.pen().repeat(3));
    }
    fitted(composer, block, [&block.heading, ":"].concat(), parts, block.lines, &composer.widths, over)
}

fn fitted(
    composer: &Composer,
    block: &SheetBlock<Condition>,
    heading: String,
    parts: Vec<SummaryPart>,
    lines: usize,
    widths: &Widths,
    over: &mut Vec<SummaryPart>,
) -> document::DocumentBlock {
    let section = Section { lead: Vec::new(), dash: "", parts, lines };
    let draft = BlockDraft { number: block.number, heading, new_lines: block.new_lines, sections: vec![section] };
    let mut fitted = fit::fit(draft, composer.hint, widths);
    over.append(&mut fitted.over);
    fitted.block
}

fn with_table(
    composer: &Composer,
    shape: &OnePageSheet<Condition>,
    block: &SheetBlock<Condition>,
    table: &TableShape<Condition>,
    over: &mut Vec<SummaryPart>,
) -> document::DocumentBlock {
    let mut rows = Vec::new();
    for row in &table.rows {
        rows.push(TableRow { label: row.heading.clone(), cells: cells(composer, shape, block, row, over) });
    }
    let (columns, label_width, cell_width) = (table.columns.clone(), shape.label_width, shape.cell_width);
    document::DocumentBlock {
        number: Some(block.number),
        heading: block.heading.clone(),
        table: Some(Table { columns, rows, label_width, cell_width }),
        ..document::DocumentBlock::default()
    }
}

/// The cells of a row; what does not fit in a cell goes to `over`.
fn cells(
    composer: &Composer,
    shape: &OnePageSheet<Condition>,
    block: &SheetBlock<Condition>,
    row: &RowShape<Condition>,
    over: &mut Vec<SummaryPart>,
) -> Vec<document::Paragraph> {
    let widths = Widths { normal: shape.cell_width, large: shape.cell_width, strip: shape.cell_width };
    let mut cells = Vec::new();
    for pieces in &row.cells {
        let mut parts = Vec::new();
        for piece in pieces {
            parts.append(&mut composer.parts(block, piece));
        }
        let mut shown = fitted(composer, block, String::new(), parts, row.lines, &widths, over);
        shown.paragraphs.truncate(1);
        cells.append(&mut shown.paragraphs);
    }
    cells
}
