//! Handles typing: cleans the text, turns it into an answer, and shows an error at a field with invalid input.

use super::actions::{self, answer};
use super::context::{AskedFor, Context, FieldError, InputField, PersonPart};
use crate::browser::page;
use crate::model::content::Limits;
use crate::model::date::Date;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::Person;
use crate::model::update::{Event, PaperEvent};
use crate::model::words::{self, Cleaned};

/// Handles new input in a field.
pub fn typed(context: Context, field: &InputField, text: String) {
    match field {
        InputField::Words { question, limits } => {
            let text = clean(context, question, *limits, &text);
            answer(context, question, (!text.is_empty()).then_some(Answer::Text(text)));
        }
        InputField::Own { question, limits } => {
            let own = clean(context, question, *limits, &text);
            let picked = match context.look(|state| state.facts.raw(question).cloned()) {
                Some(Answer::Picks { picked, .. }) => picked,
                _ => Vec::new(),
            };
            answer(context, question, Some(Answer::Picks { picked, own }));
        }
        InputField::Number { question, min, max } => number(context, question, *min, *max, text),
        InputField::Date { question } => date(context, question, &text),
        InputField::Person { question, person, part } => {
            let field = format!("{question}-{person}-{part:?}");
            change_person(context, question, *person, |person| set_part(person, *part, &field, &text));
        }
        InputField::Gemeente => actions::send(context, Event::Paper(PaperEvent::GemeenteChosen { id: text })),
    }
}

/// Returns the text without invisible characters. Notes when characters were removed and when the text is too long.
fn clean(context: Context, question: &str, limits: Limits, text: &str) -> String {
    let field = format!("{question}-text");
    let cleaned = clean_in(&field, text);
    context.change(|state| {
        state.cleaned.retain(|other| other != question);
        if cleaned.changed {
            state.cleaned.push(question.to_owned());
        }
    });
    let too_long = words::length(&cleaned.text) > limits.most as usize;
    let message = || context.catalogue.text("message.N23.text").replace("{n}", &limits.most.to_string());
    note_error(context, &field, named(context, question), too_long.then(message));
    cleaned.text
}

/// Returns the text without invisible characters, and removes them from the field itself, so that typing continues in
/// the cleaned text.
pub fn clean_in(field: &str, text: &str) -> Cleaned {
    let cleaned = words::clean(text);
    if cleaned.changed {
        let _ = page::write_in(field, &cleaned.text);
    }
    cleaned
}

fn number(context: Context, question: &str, min: i64, max: i64, text: String) {
    let number = read_number(&text, min, max);
    let wrong = number.is_none() && !text.trim().is_empty();
    let message = wrong.then(|| number_error(context, &text, min, max));
    keep_typed(context, question, &text, number.is_some());
    note_error(context, &format!("{question}-number"), named(context, question), message);
    answer(context, question, number.map(Answer::Number));
}

/// Reads a whole number within the bounds.
pub fn read_number(text: &str, min: i64, max: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (min..=max).contains(number))
}

/// Returns the error for input that should be a number.
pub fn number_error(context: Context, typed: &str, min: i64, max: i64) -> String {
    let text = |key| context.catalogue.text(key);
    if typed.trim().parse::<i64>().is_err() {
        return text("error.number").to_owned();
    }
    words::fill(text("error.number-range"), &[("{min}", &min.to_string()), ("{max}", &max.to_string())])
}

fn date(context: Context, question: &str, text: &str) {
    let date = read_date(context, &format!("{question}-date"), named(context, question), text);
    answer(context, question, date.map(Answer::Date));
}

/// Returns the date in a field, if the input is one. A date that is still being typed stays in the field and is no
/// error; `named` is the field's name in an error.
pub fn read_date(context: Context, field: &str, named: &str, text: &str) -> Option<Date> {
    let date: Option<Date> = text.parse().ok();
    // A browser returns an empty value for half a date; only the field's validity shows that it contains input.
    let is_wrong = if text.is_empty() { actions::is_half_filled(field) } else { !Date::is_being_typed(text) };
    let message = (date.is_none() && is_wrong).then(|| context.catalogue.text("message.N26.text").to_owned());
    keep_typed(context, field, text, date.is_some());
    note_error(context, field, named, message);
    if date.is_some() {
        // A finished date is not asked about again, however the resident returned to it.
        context.change(|state| state.unfinished = state.unfinished.take().filter(|asked| asked.field != field));
    }
    date
}

/// Keeps input that is not yet a valid value in its field, so that the resident can finish or correct it.
pub fn keep_typed(context: Context, field: &str, text: &str, is_value: bool) {
    context.change(|state| {
        state.typed.retain(|(other, _)| other != field);
        if !is_value && !text.is_empty() {
            state.typed.push((field.to_owned(), text.to_owned()));
        }
    });
}

/// Returns the words of a question for the summary of errors.
fn named(context: Context, question: &str) -> &'static str {
    let asked = context.catalogue.question(question);
    context.look(|state| asked.map_or("", |asked| state.facts.words_of(asked.question)))
}

/// Sets or clears the error of a field; the summary shows it too.
fn note_error(context: Context, field: &str, named: &str, message: Option<String>) {
    context.change(|state| {
        state.errors.retain(|error| error.field != field);
        if let Some(message) = message {
            state.errors.push(FieldError { field: field.to_owned(), message: format!("{named} {message}") });
        }
        if state.errors.is_empty() {
            state.asked.retain(|asked| *asked != AskedFor::Errors);
        }
    });
}

fn set_part(person: &mut Person, part: PersonPart, field: &str, text: &str) {
    let clean = clean_in(field, text).text;
    match part {
        PersonPart::Role => person.role = clean,
        PersonPart::Name => person.name = clean,
        PersonPart::What => person.what = clean,
        PersonPart::Age => text.clone_into(&mut person.age),
    }
}

/// Updates one person in the answer of a question and keeps them in the visible part of the list.
pub fn change_person(context: Context, question: &str, id: u32, change: impl FnOnce(&mut Person)) {
    context.change_unseen(|state| state.stays(id));
    change_people(context, question, |people| {
        if let Some(person) = people.iter_mut().find(|person| person.id == id) {
            change(person);
        }
    });
}

/// Updates the people in the answer of a question.
pub fn change_people(context: Context, question: &str, change: impl FnOnce(&mut Vec<Person>)) {
    let mut people = match context.look(|state| state.facts.raw(question).cloned()) {
        Some(Answer::People(people)) => people,
        _ => Vec::new(),
    };
    change(&mut people);
    answer(context, question, (!people.is_empty()).then_some(Answer::People(people)));
}
