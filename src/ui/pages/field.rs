//! Questions answered by typing: own words, a number, a day.

use leptos::prelude::*;

use super::frame::message;
use super::question;
use crate::model::answers::Answer;
use crate::model::catalogue::Asked;
use crate::model::content::{Limits, Own};
use crate::model::date::Date;
use crate::model::dossier::{Event, PaperEvent};
use crate::model::scan::{self, Finding};
use crate::model::words;
use crate::ui::components::basic::{live, nothing, paragraph};
use crate::ui::components::{FieldNames, date_field, number_field, text_field};
use crate::ui::context::{Command, Context, FieldError};

/// The most a field takes where the content names no limit.
const MOST: Limits = Limits { page: 0, most: 400 };

/// Own words.
pub fn text(app: Context, asked: &Asked, named_by: &str) -> AnyView {
    let id = asked.question.id.clone();
    let reading = id.clone();
    let value = Signal::derive(move || match app.fact(|facts| facts.raw(&reading).cloned()) {
        Some(Answer::Text(text)) => text,
        _ => String::new(),
    });
    let writing = id.clone();
    let write = Callback::new(move |text: String| {
        let answer = (!text.is_empty()).then_some(Answer::Text(text));
        app.send(Event::Answered { question: writing.clone(), answer });
    });
    let limits = asked.question.limits.unwrap_or(MOST);
    words_field(app, &id, "", named_by, limits, value, write)
}

/// Own words beside the options of a question.
pub fn own_words(app: Context, asked: &Asked, own: &Own) -> AnyView {
    let id = asked.question.id.clone();
    let reading = id.clone();
    let value = Signal::derive(move || match app.fact(|facts| facts.raw(&reading).cloned()) {
        Some(Answer::Picks { own, .. }) => own,
        _ => String::new(),
    });
    let writing = id.clone();
    let write = Callback::new(move |text: String| {
        let picked = match app.facts.with_untracked(|facts| facts.raw(&writing).cloned()) {
            Some(Answer::Picks { picked, .. }) => picked,
            _ => Vec::new(),
        };
        let answer = Answer::Picks { picked, own: text };
        app.send(Event::Answered { question: writing.clone(), answer: Some(answer) });
    });
    words_field(app, &id, &own.label, "", own.limits, value, write)
}

fn words_field(
    app: Context,
    id: &str,
    label: &str,
    named_by: &str,
    limits: Limits,
    value: Signal<String>,
    write: Callback<String>,
) -> AnyView {
    let field = format!("{id}-text");
    let too_long = Signal::derive(move || value.with(|text| words::length(text) > limits.most as usize));
    let (noting, cleaning) = (field.clone(), id.to_owned());
    let on_input = Callback::new(move |typed: String| {
        let cleaned = words::clean(&typed);
        app.cleaned.update(|fields| {
            if cleaned.changed {
                fields.insert(cleaning.clone());
            } else {
                fields.remove(&cleaning);
            }
        });
        let error = words::length(&cleaned.text) > limits.most as usize;
        set_error(app, &cleaning, &noting, error.then(|| app.text("message.N23.text")));
        write.run(cleaned.text);
    });
    let count = Signal::derive(move || count(app, value.with(|text| words::length(text)), limits));
    let rows = if limits.most > 400 { 5 } else { 2 };
    let id = id.to_owned();
    let names = FieldNames {
        id: field,
        label: label.to_owned(),
        labelled_by: named_by.to_owned(),
        described_by: String::new(),
    };
    let wrong = move || if too_long.get() { paragraph("error", app.text("message.N23.text")) } else { nothing() };
    vec![
        text_field(names, rows, value, count, too_long, on_input),
        live(wrong),
        live(move || notices(app, &id, &value.get()).into_any()),
    ]
    .into_any()
}

/// What still fits: on page 1, then on page 2, then in the field.
fn count(app: Context, length: usize, limits: Limits) -> String {
    let (page, most) = (limits.page as usize, limits.most as usize);
    // Counting begins when it starts to matter: an empty field should not ask for few words.
    if page > 0 && length * 5 < page * 3 {
        return String::new();
    }
    if page > 0 && length <= page {
        return app.fill("message.N23b.text", "{n}", &(page - length).to_string());
    }
    if page > 0 && length <= most && most > page {
        return app.text("message.N23b.after");
    }
    if length <= most { app.fill("field.left", "{n}", &(most - length).to_string()) } else { String::new() }
}

/// What is said at the field: invisible characters, and what does not go on paper as it is.
fn notices(app: Context, id: &str, text: &str) -> Vec<AnyView> {
    let mut shown = Vec::new();
    if app.cleaned.with(|fields| fields.contains(id)) {
        let field = id.to_owned();
        let close = Callback::new(move |()| {
            app.cleaned.update(|fields| {
                fields.remove(&field);
            });
        });
        shown.push(message(app, "N10", &[("button.keep-text", close)]));
    }
    let open = scan::findings(text, &app.fact(scan::Secrets::of)).into_iter();
    let open = open.filter(|finding| !app.dossier.with(|dossier| dossier.paper.kept.contains(&finding.key_at(id))));
    let field = format!("{id}-text");
    let mend = Callback::new(move |()| app.command.run(Command::Focus(field.clone())));
    shown.extend(found(app, id, open.collect(), mend));
    shown
}

/// What was found in one text, one message for each kind of message; `mend` leads to the text.
pub fn found(app: Context, question: &str, findings: Vec<Finding>, mend: Callback<()>) -> Vec<AnyView> {
    let mut kinds: Vec<(&'static str, Vec<String>)> = Vec::new();
    for finding in findings {
        let (message, key) = (message_of(&finding), finding.key_at(question));
        match kinds.iter_mut().find(|(other, _)| *other == message) {
            Some((_, keys)) => keys.push(key),
            None => kinds.push((message, vec![key])),
        }
    }
    kinds.into_iter().map(|(message, keys)| one_found(app, message, keys, mend)).collect()
}

fn message_of(finding: &Finding) -> &'static str {
    match finding {
        Finding::Bsn => "N24",
        Finding::Iban => "N25",
        Finding::Email | Finding::Phone => "N25b",
        Finding::Name(_) => "name",
        Finding::Secret(_) => "N25c",
    }
}

/// One message with its two answers: mend the text, or let it stand.
fn one_found(app: Context, id: &str, keys: Vec<String>, mend: Callback<()>) -> AnyView {
    let stay = Callback::new(move |()| {
        for finding in &keys {
            app.send(Event::Paper(PaperEvent::Kept { finding: finding.clone(), kept: true }));
        }
    });
    let keep = format!("message.{id}.other-button");
    message(app, id, &[("button.edit-text", mend), (&keep, stay)])
}

/// A whole number.
pub fn number(app: Context, asked: &Asked, named_by: &str, min: i64, max: i64) -> AnyView {
    let id = asked.question.id.clone();
    let field = format!("{id}-number");
    let error_id = format!("{id}-error");
    let first = match app.facts.with_untracked(|facts| facts.raw(&id).cloned()) {
        Some(Answer::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let draft = RwSignal::new(first);
    let wrong = Memo::new(move |_| draft.with(|text| !text.trim().is_empty() && read_number(text, min, max).is_none()));
    let (noting, unit) = (field.clone(), asked.question.unit.clone());
    let on_input = Callback::new(move |typed: String| {
        let number = read_number(&typed, min, max);
        let error = (number.is_none() && !typed.trim().is_empty()).then(|| number_error(app, &typed, min, max));
        draft.set(typed);
        set_error(app, &id, &noting, error);
        app.send(Event::Answered { question: id.clone(), answer: number.map(Answer::Number) });
    });
    let unit = Signal::derive(move || {
        let one = draft.with(|text| text.trim() == "1");
        unit.as_ref().map(|unit| if one { unit.one.clone() } else { unit.many.clone() }).unwrap_or_default()
    });
    let names = FieldNames {
        id: field,
        labelled_by: named_by.to_owned(),
        described_by: error_id.clone(),
        label: String::new(),
    };
    vec![
        number_field(names, unit, draft.into(), wrong.into(), on_input),
        error_line(
            error_id,
            Signal::derive(move || draft.with(|typed| number_error(app, typed, min, max))),
            wrong.into(),
        ),
    ]
    .into_any()
}

/// What is wrong with a field; there all the time, so that the field can point at it.
fn error_line(id: String, text: Signal<String>, wrong: Signal<bool>) -> AnyView {
    let hidden = Signal::derive(move || !wrong.get());
    view! { <p class="error" id=id hidden=hidden>{text}</p> }.into_any()
}

fn read_number(text: &str, min: i64, max: i64) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (min..=max).contains(number))
}

/// What is wrong with what should be a number.
fn number_error(app: Context, typed: &str, min: i64, max: i64) -> String {
    let is_number = typed.trim().parse::<i64>().is_ok();
    if is_number { range_error(app, min, max) } else { app.text("error.number") }
}

fn range_error(app: Context, min: i64, max: i64) -> String {
    app.fill("error.number-range", "{min}", &min.to_string()).replace("{max}", &max.to_string())
}

/// A day.
pub fn date(app: Context, asked: &Asked, named_by: &str) -> AnyView {
    let id = asked.question.id.clone();
    let field = format!("{id}-date");
    let error_id = format!("{id}-error");
    let reading = id.clone();
    let value = Signal::derive(move || match app.fact(|facts| facts.raw(&reading).cloned()) {
        Some(Answer::Date(date)) => date.to_string(),
        _ => String::new(),
    });
    let wrong = RwSignal::new(false);
    let noting = field.clone();
    let on_input = Callback::new(move |typed: String| {
        let date: Option<Date> = typed.parse().ok();
        // A browser gives an empty text for half a date, and says apart that something is there.
        let error = date.is_none() && (!typed.is_empty() || crate::ui::actions::is_half_filled(&noting));
        wrong.set(error);
        set_error(app, &id, &noting, error.then(|| app.text("message.N26.text")));
        app.send(Event::Answered { question: id.clone(), answer: date.map(Answer::Date) });
    });
    let names = FieldNames {
        id: field,
        labelled_by: named_by.to_owned(),
        described_by: error_id.clone(),
        label: String::new(),
    };
    vec![
        date_field(names, value, wrong.into(), on_input),
        error_line(error_id, Signal::derive(move || app.text("message.N26.text")), wrong.into()),
        live(move || unlikely(app, &value.get())),
    ]
    .into_any()
}

/// A day that exists but can hardly be meant.
fn unlikely(app: Context, value: &str) -> AnyView {
    let Ok(date) = value.parse::<Date>() else { return nothing() };
    let far = app.today().days_until(date) > 5 * 366 || date.year() < 2020;
    if far { message(app, "N26b", &[]) } else { nothing() }
}

/// Notes or clears what is wrong with a field; the summary names its question.
fn set_error(app: Context, question: &str, field: &str, message: Option<String>) {
    let message = message.map(|message| format!("{} {message}", question::text_of(app, question)));
    app.errors.update(|errors| {
        errors.retain(|error| error.field != field);
        if let Some(message) = message {
            errors.push(FieldError { field: field.to_owned(), message });
        }
    });
    if app.errors.with_untracked(Vec::is_empty) {
        app.errors_shown.set(false);
    }
}
