//! A document as plain text, to copy or to read aloud: the same lines in the same order as on paper.

use super::document::Document;

/// Every paragraph on a line of its own, for a place that wraps lines itself.
pub fn flowing(document: &Document) -> String {
    let mut text = String::new();
    for block in document.pages.iter().flat_map(|page| &page.blocks) {
        if !block.heading.is_empty() {
            text.push_str(&block.heading);
            text.push('\n');
        }
        if block.table.is_some() {
            let rows = block.lines(&document.widths).into_iter().skip(usize::from(!block.heading.is_empty()));
            text.extend(rows.map(|line| line + "\n"));
        }
        for paragraph in &block.paragraphs {
            text.push_str(&paragraph.text());
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

/// The lines of every page, with an empty line between pages; no line is longer than the document says.
pub fn plain(document: &Document) -> String {
    let pages = document.pages.iter().map(|page| page.lines(&document.widths).join("\n"));
    let mut text = pages.collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}
