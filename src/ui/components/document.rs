//! Renders a document for screen and paper with the same elements.

use super::basic::{icon, list, section};
use crate::model::paper::document::{Document, DocumentBlock, HeadingPlace, ParagraphKind, Run, Table};
use crate::ui::view::{View, element};

/// The size at which a document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As on paper.
    Paper,
    /// Large, to show a phone to someone across a desk.
    Large,
    /// As a poster for at home, large enough to read in passing.
    Wall,
    /// As a card for a wallet, with an icon at each part that has a number.
    Card,
}

/// A document. `page_label` is the accessible name of each page; `{n}` is replaced by its number.
pub fn document_view(document: &Document, size: Size, page_label: &str) -> View {
    let class = match size {
        Size::Paper => "sheet",
        Size::Large => "sheet sheet-large",
        Size::Wall => "sheet sheet-wall",
        Size::Card => "sheet sheet-card",
    };
    let mut pages = Vec::new();
    for page in &document.pages {
        let mut blocks = Vec::new();
        for shown in &page.blocks {
            blocks.push(block(shown, size));
        }
        let label = page_label.replace("{n}", &(pages.len() + 1).to_string());
        let page = element("div").class("sheet-page").with("role", "group").with("aria-label", &label);
        pages.push(page.holding(blocks));
    }
    element("article").class(class).holding(pages)
}

fn block(block: &DocumentBlock, size: Size) -> View {
    if let Some(shown) = &block.table {
        return section("", vec![table(&block.heading, shown)]);
    }
    let own_line = block.place == HeadingPlace::OwnLine;
    let strip = block.paragraphs.iter().any(|paragraph| paragraph.look == ParagraphKind::Strip);
    let class = match (own_line, strip) {
        (_, true) => "strip",
        (true, false) => "own-line",
        (false, false) => "",
    };
    let mut inside = vec![picture(block, size)];
    if !block.heading.is_empty() {
        let space = if own_line { "" } else { " " };
        inside.push(element("h2").text([block.heading.as_str(), space].concat()));
    }
    let mut items = Vec::new();
    for paragraph in &block.paragraphs {
        let text = words(&paragraph.runs);
        match paragraph.look {
            ParagraphKind::Item => items.push(text),
            ParagraphKind::Large => inside.push(element("p").class("sheet-first").holding(vec![text])),
            ParagraphKind::Normal | ParagraphKind::Strip => inside.push(element("p").holding(vec![text])),
        }
    }
    if !items.is_empty() {
        inside.push(list("", items));
    }
    section(class, inside)
}

/// Returns the icon for a part of a card, for a child who cannot read yet: what to do in danger, where to go, whom to
/// call, what to take along.
const PICTURES: [&str; 4] = ["let-op", "veilig", "bel", "tas"];

fn picture(block: &DocumentBlock, size: Size) -> View {
    let place = block.number.filter(|_| size == Size::Card).and_then(|number| usize::from(number).checked_sub(1));
    place.and_then(|place| PICTURES.get(place)).map_or(View::nothing(), |name| icon(name))
}

/// A table. On a narrow screen the cells are below each other, each with the name of its column.
fn table(corner: &str, table: &Table) -> View {
    let head = |text: &str| element("th").with("scope", "col").text(text.to_owned());
    let mut columns = vec![head(corner)];
    for column in &table.columns {
        columns.push(head(column));
    }
    let mut rows = vec![element("tr").class("columns").holding(columns)];
    for row in &table.rows {
        let mut cells = vec![element("th").with("scope", "row").text(row.label.clone())];
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            cells.push(element("td").with("data-column", column).holding(vec![words(&cell.runs)]));
        }
        rows.push(element("tr").holding(cells));
    }
    element("table").holding(vec![element("tbody").holding(rows)])
}

/// Words in a row, with free text set apart.
pub fn words(runs: &[Run]) -> View {
    let mut shown = Vec::new();
    for run in runs {
        shown.push(match run {
            Run::Plain(text) => plain(text),
            Run::Bold(text) => element("strong").text(text.clone()),
            // Free text may run in the other direction; `bdi` keeps it from reordering the words around it.
            Run::Quoted(_) => element("bdi").text(run.text()),
        });
    }
    View::many(shown)
}

/// So many underscores make a line to write on that may be wider than a phone.
const LONG_LINE: &str = "______________________________";

/// Plain words. A long line to write on is an element of its own, which a narrow screen cuts off instead of wrapping it.
fn plain(text: &str) -> View {
    let Some(start) = text.find(LONG_LINE) else { return View::text(text.to_owned()) };
    let (before, rest) = text.split_at(start);
    let (line, after) = rest.split_at(rest.find(|letter| letter != '_').unwrap_or(rest.len()));
    View::many(vec![
        View::text(before.to_owned()),
        element("span").class("line").text(line.to_owned()),
        View::text(after.to_owned()),
    ])
}
