//! Parts of a block, and putting answers into texts.

use crate::model::condition::Condition;
use crate::model::content::V1;
use crate::model::document::{Look, Run};
use crate::model::gap;

/// What is taken along or goes to page 2 as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Stable for the same answer.
    pub key: String,
    pub joint: Joint,
    pub look: Look,
    pub place: Place,
    /// What it is about, said once before it on page 2.
    pub about: String,
    /// The resident said it in own words, so that its length is theirs.
    pub own: bool,
    pub runs: Vec<Run>,
}

/// What stands before a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    Space,
    /// “ · ”
    Dot,
    /// A new line, as long as all of them fit.
    Line,
}

/// Where a part belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Page 1 as long as it fits.
    Free,
    /// Page 1 whatever comes before it.
    Stays,
    /// Page 2, because there are enough of its kind on page 1.
    Page2,
    /// The strip of page 2 about not agreeing.
    Disagree,
}

impl Part {
    pub fn new(key: impl Into<String>, runs: Vec<Run>) -> Part {
        Part {
            key: key.into(),
            joint: Joint::Space,
            look: Look::Normal,
            place: Place::Free,
            about: String::new(),
            own: runs.iter().any(Run::is_quoted),
            runs,
        }
    }

    pub fn joined(mut self, joint: Joint) -> Part {
        self.joint = joint;
        self
    }

    pub fn placed(mut self, place: Place) -> Part {
        self.place = place;
        self
    }

    pub fn text(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }
}

/// Only the first `most` stay on page 1.
pub fn at_most(most: usize, parts: Vec<Part>) -> Vec<Part> {
    let placed = |(index, part): (usize, Part)| {
        if index < most { part } else { part.placed(Place::Page2) }
    };
    parts.into_iter().enumerate().map(placed).collect()
}

/// The text with runs in the place of a mark.
pub fn fill(text: &str, mark: &str, runs: &[Run]) -> Vec<Run> {
    let Some((before, after)) = gap::split(text, mark) else {
        return vec![Run::Plain(text.to_owned())];
    };
    let mut filled = vec![Run::Plain(before.to_owned())];
    filled.extend(runs.iter().cloned());
    filled.push(Run::Plain(after.to_owned()));
    filled.retain(|run| !run.text().is_empty());
    filled
}

/// An answer in the place of `{}`. A sentence that ends with the answer gets one full stop, also when the answer
/// brought its own.
pub fn sentence(text: &str, runs: &[Run]) -> Vec<Run> {
    let text = if text.is_empty() { "{}" } else { text };
    let Some(before) = text.strip_suffix("{}").or_else(|| text.strip_suffix("{}.")) else {
        return fill(text, "{}", runs);
    };
    ended(fill(&format!("{before}{{}}"), "{}", runs))
}

/// The runs with a full stop, unless they end a sentence already.
pub fn ended(mut runs: Vec<Run>) -> Vec<Run> {
    let text: String = runs.iter().map(Run::text).collect();
    let last = text.trim_end_matches('”').chars().next_back();
    if !matches!(last, None | Some('.' | '!' | '?' | '…')) {
        runs.push(Run::Plain(".".to_owned()));
    }
    runs
}

/// Lines for the pen in the place of `{pen}` and `{pen_short}`.
pub fn pens(text: &str, v1: &V1<Condition>) -> String {
    gap::fill_all(text, &[("{pen}", &v1.pen), ("{pen_short}", &v1.pen_short)])
}

/// A text that is empty becomes a line for the pen.
pub fn or_pen(runs: Vec<Run>, v1: &V1<Condition>) -> Vec<Run> {
    if runs.is_empty() { vec![Run::Plain(v1.pen.clone())] } else { runs }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(runs: &[Run]) -> String {
        runs.iter().map(Run::text).collect()
    }

    #[test]
    fn a_sentence_has_one_full_stop() {
        let quoted = |words: &str| vec![Run::Quoted(words.to_owned())];
        let check = |template: &str, words: &str, expected: &str| {
            assert_eq!(text(&sentence(template, &quoted(words))), expected);
        };
        check("Kwijt: {}.", "de oppas", "Kwijt: “de oppas”.");
        check("Kwijt: {}.", "de oppas.", "Kwijt: “de oppas.”");
        check("Kwijt: {}", "Ja!", "Kwijt: “Ja!”");
        check("op {} graag", "maandag", "op “maandag” graag");
        check("", "iets", "“iets”.");
    }
}
