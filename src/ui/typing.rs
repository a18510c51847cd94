//! What typing does: the text is cleaned, becomes an answer, and what is no answer is told at the field.

use super::actions::{self, answer};
use super::context::{AskedFor, Context, Field, FieldError, PersonPart};
use crate::model::answers::Answer;
use crate::model::circle::Person;
use crate::model::content::Limits;
use crate::model::date::Date;
use crate::model::dossier::{Event, PaperEvent};
use crate::model::gap;
use crate::model::words;

/// What stands in a field now.
pub fn typed(context: Context, field: &Field, text: String) {
    match field {
        Field::Words { question, limits } => {
            let text = clean(context, question, *limits, &text);
            answer(context, question, (!text.is_empty()).then_some(Answer::Text(text)));
        }
        Field::Own { question, limits } => {
            let own = clean(context, question, *limits, &text);
            let picked = match context.look(|state| state.facts.raw(question).cloned()) {
                Some(Answer::Picks { picked, .. }) => picked,
                _ => Vec::new(),
            };
            answer(context, question, Some(Answer::Picks { picked, own }));
        }
        Field::Number { question, min, max } => number(context, question, *min, *max, text),
        Field::Date { question } => date(context, question, &text),
        Field::Person { question, person, part } => {
            change_person(context, question, *person, |person| set_part(person, *part, &text));
        }
        Field::Gemeente => actions::send(context, Event::Paper(PaperEvent::GemeenteChosen { id: text })),
    }
}

/// The text without what cannot be seen; notes that it was cleaned, and when it is too long.
fn clean(context: Context, question: &str, limits: Limits, text: &str) -> String {
    let cleaned = words::clean(text);
    context.change(|state| {
        state.cleaned.retain(|other| other != question);
        if cleaned.changed {
            state.cleaned.push(question.to_owned());
        }
    });
    let too_long = words::length(&cleaned.text) > limits.most as usize;
    let message = || gap::fill(context.catalogue.text("message.N23.text"), "{n}", &limits.most.to_string());
    let message = too_long.then(message);
    note_error(context, question, &format!("{question}-text"), message);
    cleaned.text
}

fn number(context: Context, question: &str, min: i64, max: i64, text: String) {
    let number = read_number(&text, min, max);
    let wrong = number.is_none() && !text.trim().is_empty();
    let message = wrong.then(|| number_error(context, &text, min, max));
    context.change(|state| {
        state.typed.retain(|(other, _)| other != question);
        state.typed.push((question.to_owned(), text));
    });
    note_error(context, question, &format!("{question}-number"), message);
    answer(context, question, number.map(Answer::Number));
}

/// A whole number within the bounds.
pub fn read_number(text: &str, min: i64, max: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (min..=max).contains(number))
}

/// What is wrong with what should be a number.
pub fn number_error(context: Context, typed: &str, min: i64, max: i64) -> String {
    let text = |key| context.catalogue.text(key);
    if typed.trim().parse::<i64>().is_err() {
        return text("error.number").to_owned();
    }
    gap::fill_all(text("error.number-range"), &[("{min}", &min.to_string()), ("{max}", &max.to_string())])
}

fn date(context: Context, question: &str, text: &str) {
    let date: Option<Date> = text.parse().ok();
    let field = format!("{question}-date");
    // A browser gives an empty text for half a date, and says apart that something is there.
    let wrong = date.is_none() && (!text.is_empty() || actions::is_half_filled(&field));
    let message = wrong.then(|| context.catalogue.text("message.N26.text").to_owned());
    note_error(context, question, &field, message);
    answer(context, question, date.map(Answer::Date));
}

/// Notes or clears what is wrong with a field; the summary names its question.
fn note_error(context: Context, question: &str, field: &str, message: Option<String>) {
    context.change(|state| {
        let asked = context.catalogue.question(question);
        let named = asked.map_or("", |asked| state.facts.words_of(asked.question));
        state.errors.retain(|error| error.field != field);
        if let Some(message) = message {
            state.errors.push(FieldError { field: field.to_owned(), message: format!("{named} {message}") });
        }
        if state.errors.is_empty() {
            state.asked.retain(|asked| *asked != AskedFor::Errors);
        }
    });
}

fn set_part(person: &mut Person, part: PersonPart, text: &str) {
    let clean = words::clean(text).text;
    match part {
        PersonPart::Role => person.role = clean,
        PersonPart::Name => person.name = clean,
        PersonPart::What => person.what = clean,
        PersonPart::Age => text.clone_into(&mut person.age),
    }
}

/// Changes one person in the answer of a question; they stay in sight of who does.
pub fn change_person(context: Context, question: &str, id: u32, change: impl FnOnce(&mut Person)) {
    context.change_unseen(|state| state.stays(id));
    change_people(context, question, |people| {
        if let Some(person) = people.iter_mut().find(|person| person.id == id) {
            change(person);
        }
    });
}

/// Changes the people in the answer of a question.
pub fn change_people(context: Context, question: &str, change: impl FnOnce(&mut Vec<Person>)) {
    let mut people = match context.look(|state| state.facts.raw(question).cloned()) {
        Some(Answer::People(people)) => people,
        _ => Vec::new(),
    };
    change(&mut people);
    answer(context, question, (!people.is_empty()).then_some(Answer::People(people)));
}
