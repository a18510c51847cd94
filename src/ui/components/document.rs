//! A document as it is read on the screen and printed: the same elements for both.

use super::basic::{icon, list, section};
use crate::model::document::{Block, Document, HeadingPlace, Look, Page, Paragraph, Run, Table};
use crate::model::gap;
use crate::ui::view::{View, element};

/// How large a document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As on paper.
    Paper,
    /// Large, for showing a phone to someone across a desk.
    Large,
    /// To keep in a wallet, with a picture at each part that has a number.
    Card,
}

/// A document; `page_label` names each page for who listens, `{n}` is its number.
pub fn document_view(document: Document, size: Size, page_label: &str) -> View {
    let class = match size {
        Size::Paper => "sheet",
        Size::Large => "sheet sheet-large",
        Size::Card => "sheet sheet-card",
    };
    let mut pages = Vec::new();
    for (index, shown) in document.pages.into_iter().enumerate() {
        pages.push(page(shown, size, &gap::fill(page_label, "{n}", &(index + 1).to_string())));
    }
    element("article").class(class).holding(pages)
}

fn page(page: Page, size: Size, label: &str) -> View {
    let blocks = page.blocks.into_iter().map(|shown| block(shown, size)).collect();
    element("div").class("sheet-page").with("role", "group").with("aria-label", label).holding(blocks)
}

fn block(block: Block, size: Size) -> View {
    if let Some(shown) = block.table {
        return section("", vec![table(block.heading, shown)]);
    }
    let own_line = block.place == HeadingPlace::OwnLine;
    let items = !block.paragraphs.is_empty() && block.paragraphs.iter().all(|paragraph| paragraph.look == Look::Item);
    let strip = block.paragraphs.iter().any(|paragraph| paragraph.look == Look::Strip);
    let class = match (own_line, strip) {
        (_, true) => "strip",
        (true, false) => "own-line",
        (false, false) => "",
    };
    let mut inside = vec![picture(&block, size)];
    if !block.heading.is_empty() {
        let space = if own_line { "" } else { " " };
        inside.push(element("h2").text(block.heading + space));
    }
    if items {
        inside.push(list("", block.paragraphs.into_iter().map(|item| words(item.runs)).collect()));
    } else {
        inside.extend(block.paragraphs.into_iter().map(paragraph));
    }
    section(class, inside)
}

/// The picture of a part of a card, for who does not read yet: what to do in danger, where to go, whom to call, what to
/// take along.
const PICTURES: [&str; 4] = ["let-op", "veilig", "bel", "tas"];

fn picture(block: &Block, size: Size) -> View {
    let place = block.number.filter(|_| size == Size::Card).and_then(|number| usize::from(number).checked_sub(1));
    place.and_then(|place| PICTURES.get(place)).map_or(View::nothing(), |name| icon(name))
}

/// A table. On a narrow screen its cells stand below each other, each with the name of its column.
fn table(corner: String, table: Table) -> View {
    let head = |text: &String| element("th").with("scope", "col").text(text.clone());
    let columns: Vec<View> = [&corner].into_iter().chain(&table.columns).map(head).collect();
    let mut rows = vec![element("tr").class("columns").holding(columns)];
    for row in table.rows {
        let mut cells = vec![element("th").with("scope", "row").text(row.label)];
        for (cell, column) in row.cells.into_iter().zip(&table.columns) {
            cells.push(element("td").with("data-column", column).holding(vec![words(cell.runs)]));
        }
        rows.push(element("tr").holding(cells));
    }
    element("table").holding(vec![element("tbody").holding(rows)])
}

fn paragraph(paragraph: Paragraph) -> View {
    let class = if paragraph.look == Look::Large { "sheet-first" } else { "" };
    element("p").class(class).holding(vec![words(paragraph.runs)])
}

/// Words in a row, own words set apart.
pub fn words(runs: Vec<Run>) -> View {
    let runs = runs.into_iter().map(|run| match run {
        Run::Plain(text) => View::text(text),
        Run::Bold(text) => element("strong").text(text),
        // Own words may run the other way; `bdi` keeps that from turning the words around them.
        Run::Quoted(_) => element("bdi").text(run.text()),
    });
    View::many(runs.collect())
}
