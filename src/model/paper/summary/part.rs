//! Parts of a block, and functions that put answers into texts.

use crate::model::paper::document::{self, ParagraphKind, Run, push};
use crate::model::paper::voice::Voice;
use crate::model::words;

/// A piece of text that fits, or goes to page 2, as a whole.
#[derive(Debug, Clone)]
pub struct SummaryPart {
    /// Stays the same for the same answer.
    pub key: String,
    pub joint: Separator,
    pub look: ParagraphKind,
    pub place: Placement,
    /// What it is about; printed once before it on page 2.
    pub about: String,
    /// Whether it has free text of the resident, so that the resident decides its length.
    pub own: bool,
    pub runs: Vec<Run>,
}

/// The separator before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Space,
    /// “ · ”
    Dot,
    /// A new line, as long as all parts still fit.
    Line,
}

/// Where a part goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// Page 1, as long as it fits.
    Free,
    /// Page 1 whatever comes before it.
    Stays,
    /// Page 2, because page 1 has enough of its kind.
    Page2,
    /// The paragraph on page 2 about not agreeing.
    Disagree,
}

impl SummaryPart {
    pub fn text(&self) -> String {
        document::text(&self.runs)
    }
}

/// Adds a part, and returns it so that the caller can adjust it.
#[inline(never)]
pub fn add<'p>(parts: &'p mut Vec<SummaryPart>, key: &str, runs: Vec<Run>) -> &'p mut SummaryPart {
    let place = parts.len();
    parts.push(SummaryPart {
        key: key.to_owned(),
        joint: Separator::Space,
        look: ParagraphKind::Normal,
        place: Placement::Free,
        about: String::new(),
        own: runs.iter().any(Run::is_quoted),
        runs,
    });
    &mut parts[place]
}

/// Adds a part of plain text.
#[inline(never)]
pub fn add_text<'p>(parts: &'p mut Vec<SummaryPart>, key: &str, text: &str) -> &'p mut SummaryPart {
    add(parts, key, plain(text))
}

/// Plain text as runs.
#[inline(never)]
pub fn plain(text: &str) -> Vec<Run> {
    vec![Run::Plain(text.to_owned())]
}

/// Keeps only the first `most` parts on page 1.
pub fn at_most(most: usize, parts: &mut [SummaryPart]) {
    for part in parts.iter_mut().skip(most) {
        part.place = Placement::Page2;
    }
}

/// The text with a placeholder replaced by runs.
pub fn fill(text: &str, mark: &str, runs: &[Run]) -> Vec<Run> {
    let Some((before, after)) = text.split_once(mark) else {
        return plain(text);
    };
    let mut filled = Vec::new();
    push(&mut filled, before);
    filled.extend_from_slice(runs);
    push(&mut filled, after);
    filled
}

/// A text with `{}` replaced by an answer. A sentence that ends with the answer gets one full stop, even if the answer
/// has its own.
pub fn sentence(text: &str, runs: &[Run]) -> Vec<Run> {
    let text = if text.is_empty() { "{}" } else { text };
    let open = text.strip_suffix('.').unwrap_or(text);
    if open.ends_with("{}") { ended(fill(open, "{}", runs)) } else { fill(text, "{}", runs) }
}

/// The runs with a full stop, unless they already end a sentence.
pub fn ended(mut runs: Vec<Run>) -> Vec<Run> {
    let text = document::text(&runs);
    let last = text.trim_end_matches('”').chars().next_back();
    if !matches!(last, None | Some('.' | '!' | '?' | '…')) {
        push(&mut runs, ".");
    }
    runs
}

/// Replaces `{pen}` and `{pen_short}` by lines for the pen.
pub fn pens(voice: &Voice, text: &str) -> String {
    let v1 = &voice.sheets().v1;
    words::fill(text, &[("{pen}", &v1.pen), ("{pen_short}", &v1.pen_short)])
}

/// The runs, or a line for the pen if they are empty.
pub fn or_pen(voice: &Voice, runs: Vec<Run>) -> Vec<Run> {
    if runs.is_empty() { plain(&voice.sheets().v1.pen) } else { runs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_full_stop() {
        let check = |template: &str, words: &str, expected: &str| {
            assert_eq!(document::text(&sentence(template, &[Run::Quoted(words.to_owned())])), expected);
        };
        check("Kwijt: {}.", "de oppas", "Kwijt: “de oppas”.");
        check("Kwijt: {}.", "de oppas.", "Kwijt: “de oppas.”");
        check("Kwijt: {}", "Ja!", "Kwijt: “Ja!”");
        check("op {} graag", "maandag", "op “maandag” graag");
        check("", "iets", "“iets”.");
    }
}
