//! Composes the answer of one question inside its text.

use super::part::{self, Placement, SummaryPart, pens, sentence};
use crate::model::content::AnswerPiece;
use crate::model::content::condition::Condition;
use crate::model::paper::document::{Run, push};
use crate::model::paper::voice::{AnswerShape, Quote, Voice};

/// Adds the parts of a piece: one for each option that has its own text, and one for the rest.
pub fn parts(voice: &Voice, piece: &AnswerPiece<Condition>, parts: &mut Vec<SummaryPart>) {
    if piece.when.as_ref().is_some_and(|when| !voice.facts.holds(when)) {
        return;
    }
    let before = parts.len();
    if piece.per_area {
        of_areas(voice, piece, parts);
    } else {
        of_question(voice, &piece.question, &piece.text, piece, parts);
    }
    if parts.len() == before && !piece.empty.is_empty() && !is_silent(voice, piece) {
        part::add_text(parts, &piece.question, &pens(voice, &piece.empty));
    }
    for part in parts.iter_mut().skip(before) {
        if piece.stays && part.place == Placement::Free {
            part.place = Placement::Stays;
        }
    }
}

/// Adds an answer per area. A text that names its area skips areas that never appear on paper.
fn of_areas(voice: &Voice, piece: &AnswerPiece<Condition>, parts: &mut Vec<SummaryPart>) {
    let names = piece.text.contains(AREA);
    for (index, area) in voice.facts.chosen_areas() {
        if !(names && area.never_on_paper) {
            let text = piece.text.replace(AREA, voice.area_name(area));
            of_question(voice, &voice.catalogue().in_area(index, &piece.question), &text, piece, parts);
        }
    }
}

/// The placeholder for the area's name.
const AREA: &str = "{area}";

/// Whether the answer deliberately prints nothing.
fn is_silent(voice: &Voice, piece: &AnswerPiece<Condition>) -> bool {
    voice.words(&piece.question).iter().any(|word| text_of(piece, word).is_some_and(str::is_empty))
}

fn text_of<'p>(piece: &'p AnswerPiece<Condition>, word: &str) -> Option<&'p str> {
    let mut options = piece.options.iter();
    options.find(|option| option.option == word).map(|option| option.text.as_str())
}

fn of_question(voice: &Voice, id: &str, text: &str, piece: &AnswerPiece<Condition>, parts: &mut Vec<SummaryPart>) {
    match voice.shape(id) {
        Some(AnswerShape::Ticks) => of_ticks(voice, id, text, piece, parts),
        Some(AnswerShape::YesOrNo(word)) => match text_of(piece, word) {
            Some(text) => add_option_text(id, word, text, parts),
            None => whole(voice, id, text, piece, parts),
        },
        Some(AnswerShape::Whole) => whole(voice, id, text, piece, parts),
        None => {}
    }
}

/// Adds the whole answer inside the text of the piece.
fn whole(voice: &Voice, id: &str, text: &str, piece: &AnswerPiece<Condition>, parts: &mut Vec<SummaryPart>) {
    let runs = voice.runs(id, quote(piece));
    if !runs.is_empty() && !text.is_empty() {
        part::add(parts, id, sentence(text, &runs)).own |= voice.free_text(id).is_some();
    }
}

fn of_ticks(voice: &Voice, id: &str, text: &str, piece: &AnswerPiece<Condition>, parts: &mut Vec<SummaryPart>) {
    let mut items = Vec::new();
    for tick in voice.ticks(id) {
        match text_of(piece, tick) {
            Some(text) => add_option_text(id, tick, text, parts),
            None => items.extend(voice.option(id, tick).map(Run::Plain)),
        }
    }
    if text.is_empty() {
        return;
    }
    let own = voice.own_run(id, quote(piece));
    let has_own = own.is_some();
    items.extend(own);
    let most = piece.most.unwrap_or(items.len()).max(1);
    for (index, some) in items.chunks(most).enumerate() {
        let more = if index == 0 { String::new() } else { ["/", &index.to_string()].concat() };
        let part = part::add(parts, &[id, &more].concat(), sentence(text, &with_commas(some)));
        part.own |= has_own && (index + 1) * most >= items.len();
        if index > 0 {
            part.place = Placement::Page2;
        }
    }
}

/// Adds the text for one option; an empty text prints nothing.
fn add_option_text(id: &str, option: &str, text: &str, parts: &mut Vec<SummaryPart>) {
    if !text.is_empty() {
        part::add_text(parts, &[id, "/", option].concat(), text);
    }
}

fn quote(piece: &AnswerPiece<Condition>) -> Quote {
    if piece.bare { Quote::Bare } else { Quote::Quoted }
}

fn with_commas(items: &[Run]) -> Vec<Run> {
    let mut runs = Vec::new();
    for item in items {
        if !runs.is_empty() {
            push(&mut runs, ", ");
        }
        runs.push(item.clone());
    }
    runs
}
