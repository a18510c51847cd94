//! A document as plain text, to copy or to read aloud, and percent-encoding for addresses.

use crate::model::paper::document::Document;

/// Every paragraph on one line, for a target that wraps lines itself.
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

/// Percent-encodes a text for use in an address: keeps only ASCII letters and digits.
pub fn in_address(text: &str) -> String {
    let mut address = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'A' + half - 10 });
            address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    address
}

/// The lines of every page, with an empty line between pages; no line is longer than the document's widths.
pub fn plain(document: &Document) -> String {
    let pages = document.pages.iter().map(|page| page.lines(&document.widths).join("\n"));
    let mut text = pages.collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_the_text() {
        assert_eq!(in_address("A1 é\r\n%"), "A1%20%C3%A9%0D%0A%25");
    }
}
