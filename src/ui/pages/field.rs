//! Questions answered by typing: free text, a number, a date.

use super::frame::{message, message_saying};
use crate::model::catalogue::Asked;
use crate::model::content::{FreeText, Limits};
use crate::model::date::Date;
use crate::model::dossier::answers::Answer;
use crate::model::paper;
use crate::model::privacy::scan::{self, Finding};
use crate::model::words;
use crate::ui::components::basic::{paragraph, paragraphs};
use crate::ui::components::{FieldParts, date_field, number_field, text_field};
use crate::ui::context::{Act, App, InputField};
use crate::ui::typing::{number_error, read_number};
use crate::ui::view::{On, View, element};

/// The limit of a field if the content names none.
const MOST: Limits = Limits { page: 0, most: 400 };

/// A free text question.
pub fn text(app: App, asked: &Asked, named_by: &str) -> View {
    let question = asked.question.id.clone();
    let limits = asked.question.limits.unwrap_or(MOST);
    let value = match app.facts.raw(&question) {
        Some(Answer::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let mut parts = parts(app, &question, "text", named_by, value);
    parts.on = app.field(InputField::Words { question: question.clone(), limits });
    words_field(app, &question, parts, limits)
}

/// The free text field beside the options of a question.
pub fn own_words(app: App, asked: &Asked, own: &FreeText) -> View {
    let question = asked.question.id.clone();
    let value = match app.facts.raw(&question) {
        Some(Answer::Picks { own, .. }) => own.clone(),
        _ => String::new(),
    };
    let mut parts = parts(app, &question, "text", "", value);
    parts.label.clone_from(&own.label);
    parts.on = app.field(InputField::Own { question: question.clone(), limits: own.limits });
    words_field(app, &question, parts, own.limits)
}

/// The parts of a question's field, still without a handler.
fn parts(app: App, question: &str, kind: &str, named_by: &str, value: String) -> FieldParts {
    let id = format!("{question}-{kind}");
    let invalid = app.is_wrong(&id);
    FieldParts {
        id,
        label: String::new(),
        labelled_by: named_by.to_owned(),
        described_by: String::new(),
        value,
        invalid,
        on: On::Nothing,
    }
}

fn words_field(app: App, question: &str, mut parts: FieldParts, limits: Limits) -> View {
    let length = words::length(&parts.value);
    parts.invalid = length > limits.most as usize;
    let error = if parts.invalid { too_long(app, limits.most) } else { View::nothing() };
    let rows = if limits.most > 400 { "5" } else { "2" };
    View::many(vec![
        text_field(&parts, rows, count(app, length, limits)),
        error,
        notices(app, question, &parts.value, &parts.id),
    ])
}

/// The characters left: first on page 1, then on page 2, then in the field. If nothing goes to page 2, the text does
/// not mention pages.
fn count(app: App, length: usize, limits: Limits) -> String {
    let (page, most) = (limits.page as usize, limits.most as usize);
    // The count appears only near the limit, because a count at an empty field suggests writing little.
    if page > 0 && length * 5 < page * 3 {
        return String::new();
    }
    if page > 0 && length <= page && page < most {
        return app.fill("message.N23b.text", "{n}", &(page - length).to_string());
    }
    if page > 0 && length <= most && most > page {
        return app.text("message.N23b.after");
    }
    let key = if length <= most { "field.left" } else { "field.over" };
    app.fill(key, "{n}", &most.abs_diff(length).to_string())
}

/// The error at a field with more characters than allowed.
pub fn too_long(app: App, most: u32) -> View {
    paragraph("error", app.fill("message.N23.text", "{n}", &most.to_string()))
}

/// The messages at a field: invisible characters, and findings that keep the text off paper.
fn notices(app: App, question: &str, text: &str, field: &str) -> View {
    let mut shown = Vec::new();
    if app.cleaned.iter().any(|cleaned| cleaned == question) {
        shown.push(message(app, "N10", &[("button.keep-text", Act::Cleaned(question.to_owned()))]));
    }
    let (secrets, class) = (scan::Secrets::of(&app.facts), app.facts.class(question, None));
    let mut open = scan::findings(text, &secrets);
    open.retain(|finding| {
        !finding.is_kept(question, &app.dossier.paper.kept, &app.facts) && !scan::is_own_name(class, finding, &secrets)
    });
    shown.push(found(app, question, open, &Act::Focus(field.to_owned())));
    View::many(shown)
}

/// The findings in one text, one message per kind; `mend` leads to the text.
pub fn found(app: App, question: &str, findings: Vec<Finding>, mend: &Act) -> View {
    let mut kinds: Vec<(&'static str, Vec<Finding>)> = Vec::new();
    for finding in findings {
        let message = message_of(&finding);
        match kinds.iter_mut().find(|(other, _)| *other == message) {
            Some((_, findings)) => findings.push(finding),
            None => kinds.push((message, vec![finding])),
        }
    }
    let shown = kinds.into_iter().map(|(id, findings)| {
        let text = app.fill(&format!("message.{id}.text"), "{names}", &quoted_names(&findings));
        // Two buttons: change the text, or keep it.
        let keep = format!("message.{id}.other-button");
        let keys = findings.iter().map(|finding| finding.key_at(question)).collect();
        message_saying(app, text, &[("button.edit-text", mend.clone()), (&keep, Act::Keep(keys))])
    });
    View::many(shown.collect())
}

/// The names in a message: “Piet”, “Karel”
fn quoted_names(findings: &[Finding]) -> String {
    let names = findings.iter().filter_map(|finding| match finding {
        Finding::Name(name) => Some(format!("“{name}”")),
        Finding::Bsn | Finding::Iban | Finding::Email | Finding::Phone | Finding::Birth | Finding::Secret(_) => None,
    });
    names.collect::<Vec<_>>().join(", ")
}

fn message_of(finding: &Finding) -> &'static str {
    match finding {
        Finding::Bsn => "N24",
        Finding::Iban => "N25",
        Finding::Email | Finding::Phone => "N25b",
        Finding::Birth => "birth",
        Finding::Name(_) => "name",
        Finding::Secret(_) => "N25c",
    }
}

/// A question for a whole number.
pub fn number(app: App, asked: &Asked, named_by: &str, min: i64, max: i64) -> View {
    let question = asked.question.id.clone();
    let value = match (app.typed_in(&question), app.facts.raw(&question)) {
        (Some(typed), _) => typed.to_owned(),
        (None, Some(Answer::Number(number))) => number.to_string(),
        _ => String::new(),
    };
    let mut parts = parts(app, &question, "number", named_by, value);
    parts.invalid = !parts.value.trim().is_empty() && read_number(&parts.value, min, max).is_none();
    parts.described_by = format!("{question}-error");
    parts.on = app.field(InputField::Number { question, min, max });
    let one = parts.value.trim() == "1";
    let unit = asked.question.unit.as_ref().map(|unit| if one { unit.one.clone() } else { unit.many.clone() });
    let error = number_error(app.context, &parts.value, min, max);
    let line = error_line(&parts.described_by, error, parts.invalid);
    View::many(vec![number_field(&parts, unit.unwrap_or_default()), line])
}

/// The error of a field. It is always in the page, so that the field can reference it.
fn error_line(id: &str, text: String, wrong: bool) -> View {
    let line = element("p").class("error").id(id);
    if wrong { line.text(text) } else { line.flagged("hidden").text(text) }
}

/// A question for a date.
pub fn date(app: App, asked: &Asked, named_by: &str) -> View {
    let question = asked.question.id.clone();
    let day = match app.facts.raw(&question) {
        Some(Answer::Date(date)) => Some(*date),
        _ => None,
    };
    let mut parts = parts(app, &question, "date", named_by, String::new());
    let date = day.map(|day| day.to_string()).unwrap_or_default();
    parts.value = app.typed_in(&parts.id).map_or(date, str::to_owned);
    parts.described_by = format!("{question}-error");
    parts.on = app.field(InputField::Date { question });
    let line = error_line(&parts.described_by, app.text("message.N26.text"), parts.invalid);
    View::many(vec![date_field(&parts), line, day.map_or(View::nothing(), |day| about_day(app, asked, day))])
}

/// Messages about a date: it is unlikely, or a deadline counts from it.
fn about_day(app: App, asked: &Asked, date: Date) -> View {
    let ahead = app.facts.likely_today().days_until(date);
    let is_to_come = app.facts.sure_today().is_some() && ahead > 0;
    let far = ahead > 5 * 366 || date.year() < 2020 || (asked.question.past && is_to_come);
    let kept = format!("{}#{date}", asked.question.id);
    if far && !app.dossier.paper.kept.contains(&kept) {
        return message(app, "N26b", &[("message.N26b.button", Act::Keep(vec![kept]))]);
    }
    paragraphs("help", &paper::expected(&app.facts, &app.dossier.paper, &asked.question.id))
}
