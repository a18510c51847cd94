//! Checks the free text of the plan before it goes out: too long for its field, or with numbers and names that do not
//! belong on paper. Changes nothing.

use std::collections::BTreeSet;

use crate::model::content::{Class, Field};
use crate::model::date::Date;
use crate::model::facts::Facts;
use crate::model::plan::location::FieldRef;
use crate::model::plan::safety_route::is_number;
use crate::model::privacy::scan::{self, Finding, Secrets};
use crate::model::words;

/// Something in one text that the resident still has to decide on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextIssue {
    /// More than the field holds; nothing is cut off.
    TooLong,
    /// Not a telephone number where one is asked for, or an address where the name of a place belongs.
    Unfit,
    Found(Finding),
}

/// What the resident still has to decide on in this text. Findings they chose to keep are left out.
pub fn open_issues(
    facts: &Facts,
    kept: &BTreeSet<String>,
    field_ref: FieldRef,
    text: &str,
    secrets: &Secrets,
    found: Vec<Finding>,
) -> Vec<TextIssue> {
    let content = &facts.catalogue.content.plan;
    let field = field_ref.field;
    let most = content.field(field).map_or(0, |field| field.most) as usize;
    let mut waits = Vec::new();
    // A character takes at least one byte, so most texts need no character count.
    if text.len() > most && words::length(text) > most {
        waits.push(TextIssue::TooLong);
    }
    if !has_right_form(field, text.trim()) {
        waits.push(TextIssue::Unfit);
    }
    if found.is_empty() {
        return waits;
    }
    let key = field_ref.key(content);
    let stays = |finding: &Finding| match finding {
        // The name that the resident uses in the plan is no secret, unless it is the name of a person they entered.
        Finding::Name(_) if field == Field::OwnName => !scan::is_of_nobody_entered(finding, secrets),
        // Numbers, names and places are allowed in the fields that ask for them.
        Finding::Phone | Finding::Name(_) => !is_of_a_card(field),
        Finding::Secret(word) => !is_of_a_card(field) || facts.hidden().names.contains(word),
        Finding::Bsn | Finding::Iban | Finding::Email | Finding::Birth => true,
    };
    let open = |finding: &Finding| !finding.is_kept(&key, kept, facts);
    for finding in found {
        if stays(&finding) && open(&finding) {
            waits.push(TextIssue::Found(finding));
        }
    }
    waits
}

/// Whether a text has the form its field asks for. A house number makes a place an address, and no paper may show one.
fn has_right_form(field: Field, text: &str) -> bool {
    match field {
        Field::Phone | Field::Number => text.is_empty() || is_number(text),
        Field::FirstPlace | Field::SecondPlace => !text.contains(|letter: char| letter.is_ascii_digit()),
        _ => true,
    }
}

/// Whether a field appears only on a person's own safety card.
fn is_of_a_card(field: Field) -> bool {
    matches!(field.fixed_class(), Some(Class::Route | Class::Contact))
}

/// Whether a start date is plausible: not before 2020, at most five years ahead.
pub fn is_likely(day: Date, today: Date) -> bool {
    day.year() >= 2020 && today.days_until(day) <= 5 * 366
}
