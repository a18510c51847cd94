//! Own words of the plan before they go out: too long for their field, numbers and names that do not belong on paper,
//! days that cannot be right. Changes nothing.

use super::Plan;
use super::text::Texts;
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::facts::Facts;
use crate::model::scan::{self, Finding, Secrets};
use crate::model::words;

/// Something about one text that waits for the resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wait {
    /// More than the field takes; nothing was cut off.
    TooLong,
    Found(Finding),
}

/// What waits in the text of a field.
pub fn waits(facts: &Facts, field: Field, text: &str, secrets: &Secrets) -> Vec<Wait> {
    let content = &facts.catalogue.content.plan;
    let most = content.field(field).map_or(0, |field| field.most) as usize;
    let long = (words::length(text) > most).then_some(Wait::TooLong);
    let found = scan::findings(text, secrets).into_iter();
    // A telephone number belongs where it is asked for.
    let found = found.filter(|finding| !(asks_for_number(field) && *finding == Finding::Phone));
    long.into_iter().chain(found.map(Wait::Found)).collect()
}

fn asks_for_number(field: Field) -> bool {
    matches!(field, Field::Phone | Field::Number)
}

/// Every text of the plan in which something waits: the field, the text and what waits.
pub fn held_back(facts: &Facts, plan: &Plan) -> Vec<(Field, String, Vec<Wait>)> {
    let secrets = Secrets::of(facts);
    let mut held = Vec::new();
    plan.clone().texts(&mut |field, text| {
        let waits = waits(facts, field, text, &secrets);
        if !waits.is_empty() {
            held.push((field, text.clone(), waits));
        }
    });
    held
}

/// Whether a start on this day can be right: not before 2020, at most five years ahead.
pub fn is_likely(day: Date, today: Date) -> bool {
    day.year() >= 2020 && today.days_until(day) <= 5 * 366
}

/// Whether a telephone number can be one: 3 to 15 digits, with nothing but the usual signs between them.
pub fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let usual = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "+-().".contains(letter);
    (3..=15).contains(&digits) && text.chars().all(usual)
}
