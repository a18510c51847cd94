//! The answer of one question put into its text.

use super::part::{Part, Place, pens, sentence};
use crate::model::answers::Answer;
use crate::model::condition::Condition;
use crate::model::content::{AnswerPiece, V1};
use crate::model::document::Run;
use crate::model::sheet::voice::{Quote, Voice};

/// The parts of a piece: one for each option with a text of its own, one for what is left.
pub fn parts(voice: &Voice, v1: &V1<Condition>, piece: &AnswerPiece<Condition>) -> Vec<Part> {
    if piece.when.as_ref().is_some_and(|when| !voice.facts.holds(when)) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    if piece.per_area {
        for (area, _) in voice.facts.chosen_areas() {
            let id = voice.catalogue().in_area(area, &piece.question);
            parts.extend(of_question(voice, &id, piece));
        }
    } else {
        parts = of_question(voice, &piece.question, piece);
    }
    if parts.is_empty() && !piece.empty.is_empty() && !is_silent(voice, piece) {
        let empty = Run::Plain(pens(&piece.empty, v1));
        parts.push(Part::new(piece.question.as_str(), vec![empty]));
    }
    if piece.stays {
        parts = parts.into_iter().map(stay).collect();
    }
    parts
}

fn stay(part: Part) -> Part {
    if part.place == Place::Free { part.placed(Place::Stays) } else { part }
}

/// Whether the answer is one that prints nothing on purpose.
fn is_silent(voice: &Voice, piece: &AnswerPiece<Condition>) -> bool {
    let words = voice.answer(&piece.question).map(Answer::words).unwrap_or_default();
    words.iter().any(|word| text_of(piece, word).is_some_and(str::is_empty))
}

fn text_of<'p>(piece: &'p AnswerPiece<Condition>, word: &str) -> Option<&'p str> {
    let mut options = piece.options.iter();
    options.find(|option| option.option == word).map(|option| option.text.as_str())
}

fn of_question(voice: &Voice, id: &str, piece: &AnswerPiece<Condition>) -> Vec<Part> {
    match voice.answer(id) {
        Some(Answer::Picks { .. }) => of_ticks(voice, id, piece),
        Some(answer @ (Answer::Yes | Answer::No)) => {
            let word = answer.words().concat();
            match text_of(piece, &word) {
                Some(text) => said(id, &word, text).into_iter().collect(),
                None => whole(voice, id, piece),
            }
        }
        Some(Answer::Number(_) | Answer::Date(_) | Answer::Text(_) | Answer::People(_)) => whole(voice, id, piece),
        Some(Answer::Unknown | Answer::Withheld) | None => Vec::new(),
    }
}

/// The whole answer in the text of the piece.
fn whole(voice: &Voice, id: &str, piece: &AnswerPiece<Condition>) -> Vec<Part> {
    let quote = quote(piece);
    let runs = voice.say(id, quote);
    if runs.is_empty() || piece.text.is_empty() {
        return Vec::new();
    }
    let mut part = Part::new(id, sentence(&piece.text, &runs));
    part.own |= voice.own(id).is_some();
    vec![part]
}

fn of_ticks(voice: &Voice, id: &str, piece: &AnswerPiece<Condition>) -> Vec<Part> {
    let ticks = voice.ticks(id);
    let told = ticks.iter().filter_map(|tick| said(id, tick, text_of(piece, tick)?));
    let mut parts: Vec<Part> = told.collect();
    if piece.text.is_empty() {
        return parts;
    }
    let items = ticks.iter().filter(|tick| text_of(piece, tick).is_none());
    let items = items.filter_map(|tick| voice.option(id, tick)).map(Run::Plain);
    let items: Vec<Run> = items.chain(voice.own_run(id, quote(piece))).collect();
    let most = piece.most.unwrap_or(items.len()).max(1);
    for (index, some) in items.chunks(most).enumerate() {
        let key = if index == 0 { id.to_owned() } else { format!("{id}/{index}") };
        let mut part = Part::new(key, sentence(&piece.text, &with_commas(some)));
        part.own |= voice.own(id).is_some() && (index + 1) * most >= items.len();
        parts.push(if index == 0 { part } else { part.placed(Place::Page2) });
    }
    parts
}

/// A text that stands for one option; an empty one prints nothing.
fn said(id: &str, option: &str, text: &str) -> Option<Part> {
    let runs = vec![Run::Plain(text.to_owned())];
    (!text.is_empty()).then(|| Part::new(format!("{id}/{option}"), runs))
}

fn quote(piece: &AnswerPiece<Condition>) -> Quote {
    if piece.bare { Quote::Bare } else { Quote::Quoted }
}

fn with_commas(items: &[Run]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            runs.push(Run::Plain(", ".to_owned()));
        }
        runs.push(item.clone());
    }
    runs
}
