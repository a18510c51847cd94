//! Own words of the plan before they go out: too long for their field, numbers and names that do not belong on paper,
//! days that cannot be right. Changes nothing.

use std::collections::BTreeSet;

use super::text::Spot;
use crate::model::content::{Class, Field};
use crate::model::date::Date;
use crate::model::facts::Facts;
use crate::model::scan::{self, Finding, Secrets};
use crate::model::words;

/// Something about one text that waits for the resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wait {
    /// More than the field takes; nothing was cut off.
    TooLong,
    /// No telephone number where one is asked, or an address where the name of a place is.
    Unfit,
    Found(Finding),
}

/// What waits of all that was found in a text of the plan. Of what the resident let stand nothing waits any more.
pub fn waits(
    facts: &Facts,
    kept: &BTreeSet<String>,
    spot: Spot,
    text: &str,
    secrets: &Secrets,
    found: Vec<Finding>,
) -> Vec<Wait> {
    let content = &facts.catalogue.content.plan;
    let field = spot.field;
    let most = content.field(field).map_or(0, |field| field.most) as usize;
    let mut waits = Vec::new();
    // A character is a byte or more, so that most texts need no count.
    if text.len() > most && words::length(text) > most {
        waits.push(Wait::TooLong);
    }
    if !fits(field, text.trim()) {
        waits.push(Wait::Unfit);
    }
    if found.is_empty() {
        return waits;
    }
    let key = spot.key(content);
    let stays = |finding: &Finding| match finding {
        // What the resident is called in the plan is nobody's secret.
        Finding::Name(_) if field == Field::OwnName => !scan::is_of_nobody_entered(finding, secrets),
        // A number, a name and a place belong where they are asked for.
        Finding::Phone | Finding::Name(_) => !is_of_a_card(field),
        Finding::Secret(word) => !is_of_a_card(field) || facts.hidden().names.contains(word),
        Finding::Bsn | Finding::Iban | Finding::Email | Finding::Birth => true,
    };
    let open = |finding: &Finding| !finding.is_kept(&key, kept, facts);
    for finding in found {
        if stays(&finding) && open(&finding) {
            waits.push(Wait::Found(finding));
        }
    }
    waits
}

/// Whether a text is what its field asks. The number of a house makes a place an address, which belongs on no paper.
fn fits(field: Field, text: &str) -> bool {
    match field {
        Field::Phone | Field::Number => text.is_empty() || is_number(text),
        Field::FirstPlace | Field::SecondPlace => !text.contains(|letter: char| letter.is_ascii_digit()),
        _ => true,
    }
}

/// Whether a field stands on someone's own card, and there alone.
fn is_of_a_card(field: Field) -> bool {
    matches!(field.fixed_class(), Some(Class::Route | Class::Contact))
}

/// Whether a start on this day can be right: not before 2020, at most five years ahead.
pub fn is_likely(day: Date, today: Date) -> bool {
    day.year() >= 2020 && today.days_until(day) <= 5 * 366
}

/// Whether a telephone number can be one: 3 to 15 digits, with nothing but the usual signs between them.
pub fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let usual = |letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '+' | '-' | '(' | ')' | '.')
    };
    (3..=15).contains(&digits) && text.chars().all(usual)
}
