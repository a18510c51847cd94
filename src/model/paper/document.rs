//! The document that every medium renders: pages of blocks of paragraphs. Describes what it contains, never how it
//! looks.

use crate::model::paper::measure::Extent;
use crate::model::words::counts;

/// A document for screen, paper or text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    pub widths: Widths,
    pub pages: Vec<Page>,
}

/// Characters per line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widths {
    pub normal: usize,
    pub large: usize,
    pub strip: usize,
}

/// One side of a sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    pub blocks: Vec<DocumentBlock>,
}

/// A heading and its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentBlock {
    /// The block's number on the sheet.
    pub number: Option<u8>,
    pub heading: String,
    pub place: HeadingPlace,
    pub paragraphs: Vec<Paragraph>,
    /// Used instead of paragraphs; the heading is in its top left corner.
    pub table: Option<Table>,
}

/// A comparison, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<TableRow>,
    /// Characters per line in the label of a row.
    pub label_width: usize,
    /// Characters per line in a cell.
    pub cell_width: usize,
}

/// A row: a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub label: String,
    pub cells: Vec<Paragraph>,
}

/// Where a block shows its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeadingPlace {
    /// At the start of the first line.
    #[default]
    RunsIn,
    OwnLine,
}

/// Text that begins on a new line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    pub look: ParagraphKind,
    pub runs: Vec<Run>,
}

/// The kind of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParagraphKind {
    #[default]
    Normal,
    /// The first sentence of the sheet.
    Large,
    /// An item of a list.
    Item,
    /// A line of the narrow strip at the bottom of page 2.
    Strip,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    Plain(String),
    Bold(String),
    /// Words of the resident, unchanged; shown between “ and ”.
    Quoted(String),
}

/// The text of the runs, including quotation marks.
#[inline(never)]
pub fn text(runs: &[Run]) -> String {
    let mut all = String::new();
    for run in runs {
        match run {
            Run::Plain(text) | Run::Bold(text) => all.push_str(text),
            Run::Quoted(text) => {
                all.push('“');
                all.push_str(text.trim());
                all.push('”');
            }
        }
    }
    all
}

/// Adds plain text; joins it with plain text at the end.
#[inline(never)]
pub fn push(runs: &mut Vec<Run>, text: &str) {
    if let Some(Run::Plain(before)) = runs.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        runs.push(Run::Plain(text.to_owned()));
    }
}

impl Run {
    /// The text of the run, including quotation marks.
    pub fn text(&self) -> String {
        text(std::slice::from_ref(self))
    }

    pub fn is_quoted(&self) -> bool {
        match self {
            Run::Quoted(_) => true,
            Run::Plain(_) | Run::Bold(_) => false,
        }
    }
}

impl Paragraph {
    /// A paragraph of plain text.
    pub fn plain(text: impl Into<String>) -> Paragraph {
        Paragraph { look: ParagraphKind::Normal, runs: vec![Run::Plain(text.into())] }
    }

    pub fn text(&self) -> String {
        text(&self.runs)
    }
}

impl Widths {
    /// The same width for every kind of line.
    pub fn all(width: usize) -> Widths {
        Widths { normal: width, large: width, strip: width }
    }

    /// Characters per line of this kind.
    pub fn of(&self, look: ParagraphKind) -> usize {
        match look {
            ParagraphKind::Normal | ParagraphKind::Item => self.normal,
            ParagraphKind::Large => self.large,
            ParagraphKind::Strip => self.strip,
        }
    }
}

impl DocumentBlock {
    /// A block of texts in one look, each on a new line. Items come below the heading; other texts continue on its
    /// line.
    #[inline(never)]
    pub fn of(heading: &str, look: ParagraphKind, texts: Vec<String>) -> DocumentBlock {
        let place = if look == ParagraphKind::Item { HeadingPlace::OwnLine } else { HeadingPlace::RunsIn };
        let mut block = DocumentBlock { heading: heading.to_owned(), place, ..DocumentBlock::default() };
        for text in texts {
            block.paragraphs.push(Paragraph { look, runs: vec![Run::Plain(text)] });
        }
        block
    }

    /// The lines, as counted and as shown in plain text.
    pub fn lines(&self, widths: &Widths) -> Vec<String> {
        let mut lines = Vec::new();
        let runs_in = self.place == HeadingPlace::RunsIn && !self.heading.is_empty();
        if !runs_in && !self.heading.is_empty() {
            lines.append(&mut wrap(&self.heading, widths.normal));
        }
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            let mut text = String::new();
            if index == 0 && runs_in {
                text.push_str(&self.heading);
                text.push(' ');
            }
            if paragraph.look == ParagraphKind::Item {
                text.push_str("- ");
            }
            text.push_str(&paragraph.text());
            lines.append(&mut wrap(&text, widths.of(paragraph.look)));
        }
        if runs_in && self.paragraphs.is_empty() {
            lines.push(self.heading.clone());
        }
        if let Some(table) = &self.table {
            table.lines(widths, &mut lines);
        }
        lines
    }

    /// The number of lines on paper, where the cells of a row are next to each other.
    pub fn height(&self, widths: &Widths) -> usize {
        match &self.table {
            Some(table) => table.height(&self.heading),
            None => self.lines(widths).len(),
        }
    }
}

impl Table {
    /// Plain text: every cell on its own line, with the name of its column.
    fn lines(&self, widths: &Widths, lines: &mut Vec<String>) {
        for row in &self.rows {
            lines.append(&mut wrap(&row.label, widths.normal));
            for (column, cell) in self.columns.iter().zip(&row.cells) {
                lines.append(&mut wrap(&["- ", column, ": ", &cell.text()].concat(), widths.normal));
            }
        }
    }

    fn height(&self, corner: &str) -> usize {
        let tall = |label: &str, cell: &str| wrap(label, self.label_width).len().max(wrap(cell, self.cell_width).len());
        let mut all = self.columns.iter().map(|column| tall(corner, column)).max().unwrap_or(0);
        for row in &self.rows {
            all += row.cells.iter().map(|cell| tall(&row.label, &cell.text())).max().unwrap_or(0);
        }
        all
    }
}

impl Page {
    pub fn lines(&self, widths: &Widths) -> Vec<String> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            lines.append(&mut block.lines(widths));
        }
        lines
    }

    /// The number of lines on paper.
    pub fn height(&self, widths: &Widths) -> usize {
        self.blocks.iter().map(|block| block.height(widths)).sum()
    }
}

/// Breaks a text into lines of at most `width` characters, fewer if the letters are wide. Breaks like a browser: at
/// spaces, and inside a word only if the word is longer than a line. Any spaces and line breaks in the text count as
/// one space.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = Extent::default();
    for word in text.split_whitespace() {
        let long = extent(word);
        let more = taken.plus(Extent::SPACE).plus(long);
        if !line.is_empty() && more.fits(width) {
            line.push(' ');
            line.push_str(word);
            taken = more;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if long.fits(width) {
            word.clone_into(&mut line);
            taken = long;
            continue;
        }
        let mut chunks = chunks(word, width);
        line = chunks.pop().unwrap_or_default();
        taken = extent(&line);
        lines.append(&mut chunks);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The space that a text takes on a line.
fn extent(text: &str) -> Extent {
    text.chars().fold(Extent::default(), |taken, letter| taken.plus(of_letter(letter)))
}

fn of_letter(letter: char) -> Extent {
    Extent::of_letter(letter, usize::from(counts(letter)))
}

/// Splits a word into pieces that each fit on a line; a mark stays with its letter, and a line has at least one letter.
fn chunks(word: &str, width: usize) -> Vec<String> {
    let mut chunks = Vec::new();
    let mut chunk = String::new();
    let mut taken = Extent::default();
    for letter in word.chars() {
        let adds = of_letter(letter);
        if !chunk.is_empty() && adds.characters > 0 && !taken.plus(adds).fits(width) {
            chunks.push(std::mem::take(&mut chunk));
            taken = Extent::default();
        }
        chunk.push(letter);
        taken = taken.plus(adds);
    }
    chunks.push(chunk);
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_inside_a_word_only_when_they_must() {
        assert_eq!(wrap("een twee  drie\nvier", 9), ["een twee", "drie vier"]);
        assert_eq!(wrap("ik iiiiiiiiiiii b", 5), ["ik", "iiiii", "iiiii", "ii b"]);
        assert_eq!(wrap("c\u{301}c\u{301}c\u{301}", 2), ["c\u{301}c\u{301}", "c\u{301}"]);
        assert!(wrap("  ", 5).is_empty());
    }

    #[test]
    fn capitals_fill_a_line_sooner() {
        assert_eq!(wrap(&"WWWW ".repeat(4), 20), ["WWWW WWWW", "WWWW WWWW"]);
        assert_eq!(wrap(&"W".repeat(20), 20), ["W".repeat(10), "W".repeat(10)]);
        assert_eq!(wrap("iiii iiii iiii iiii", 20), ["iiii iiii iiii iiii"]);
        assert_eq!(wrap("家家", 1), ["家", "家"]);
    }

    #[test]
    fn a_table_is_as_high_as_its_tallest_cells_and_reads_line_by_line_as_text() {
        let cells = ["een twee drie", "vier"].map(Paragraph::plain).into();
        let rows = vec![TableRow { label: "Rij".to_owned(), cells }];
        let columns = vec!["A".to_owned(), "B".to_owned()];
        let table = Table { columns, rows, label_width: 5, cell_width: 9 };
        let block = DocumentBlock { heading: "Kop".to_owned(), table: Some(table), ..DocumentBlock::default() };
        let widths = Widths::all(20);
        assert_eq!(block.height(&widths), 3);
        assert_eq!(block.lines(&widths), ["Kop", "Rij", "- A: een twee drie", "- B: vier"]);
    }

    #[test]
    fn a_heading_runs_into_its_first_line_and_counts_there() {
        let block = DocumentBlock {
            heading: "Kop:".to_owned(),
            paragraphs: vec![Paragraph::plain("een twee"), Paragraph::plain("drie")],
            ..DocumentBlock::default()
        };
        let widths = Widths::all(9);
        assert_eq!(block.lines(&widths), ["Kop: een", "twee", "drie"]);
    }
}
