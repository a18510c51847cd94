//! Checks help lines and desks: hours, numbers, dates. Two numbers are fixed, whatever an editor writes.

use super::super::draft::Draft;
use super::super::hours;
use super::super::problem::Problems;
use super::super::source::Source;
use crate::model::content::Contact;
use crate::model::date::Date;

/// Fixed in the page before any content is loaded; the content must say the same.
const FIXED: [(&str, &str); 2] = [("112", "112"), ("veilig-thuis", "0800 2000")];

pub fn check(draft: &Draft, problems: &mut Problems) {
    if let Some(part) = &draft.contacts {
        for (place, contact) in part.value.contacts.iter().enumerate() {
            one(contact, &part.source, &format!("contacts.{place}"), problems);
        }
        for (id, _) in FIXED {
            if !part.source.raw_ids.contains(id) {
                let text = format!("contact `{id}` ontbreekt; dat staat vast");
                problems.at(&part.source, "contacts", text);
            }
        }
    }
    for part in &draft.gemeenten {
        let desk = &part.value.desk;
        let mut tell = |key: &str, wrong: Option<String>| {
            if let Some(text) = wrong {
                problems.at(&part.source, &format!("desk.{key}"), text);
            }
        };
        tell("hours", hours_problem(&desk.hours));
        tell("tel", tel_problem(&desk.tel, &desk.shown));
        tell("source-date", source_date_problem(&desk.source_date));
        tell("confirmed-on", confirmed_problem(&desk.confirmed_on));
    }
}

fn one(contact: &Contact<String>, source: &Source, path: &str, problems: &mut Problems) {
    let wrong = [
        ("hours", hours_problem(&contact.hours)),
        ("tel", tel_problem(&contact.tel, &contact.shown)),
        ("source-date", source_date_problem(&contact.source_date)),
        ("confirmed-on", confirmed_problem(&contact.confirmed_on)),
        ("shown", fixed_problem(contact)),
    ];
    for (key, text) in wrong {
        if let Some(text) = text {
            problems.at(source, &format!("{path}.{key}"), text);
        }
    }
}

fn fixed_problem(contact: &Contact<String>) -> Option<String> {
    let (_, shown) = FIXED.iter().find(|(id, _)| *id == contact.id)?;
    (contact.shown != *shown).then(|| format!("dit nummer staat vast: {shown}"))
}

/// `tel` must be the digits of the number shown, or of the first of two (“113 of 0800 0113”).
fn tel_problem(tel: &str, shown: &str) -> Option<String> {
    if tel.is_empty() {
        return None;
    }
    if !tel.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("`tel` heeft alleen cijfers".to_owned());
    }
    let first = shown.split(" of ").next().unwrap_or(shown);
    let digits: String = first.chars().filter(char::is_ascii_digit).collect();
    (digits != tel).then(|| format!("`tel` is {tel}, maar getoond wordt {shown}"))
}

fn source_date_problem(date: &str) -> Option<String> {
    let is_word = ["onbekend", "geen", "uitgezonderd"].contains(&date);
    let filled = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    let is_date = filled.parse::<Date>().is_ok();
    (!is_word && !is_date)
        .then(|| "schrijf jaar, jaar-maand, jaar-maand-dag, `onbekend`, `geen` of `uitgezonderd`".to_owned())
}

fn confirmed_problem(date: &str) -> Option<String> {
    // 112 needs no confirmation.
    let is_fine = ["", "uitgezonderd"].contains(&date) || date.parse::<Date>().is_ok();
    (!is_fine).then(|| "schrijf jaar-maand-dag, of laat het leeg".to_owned())
}

fn hours_problem(text: &str) -> Option<String> {
    let wrong = hours::parse(text).err()?;
    Some(format!("“{wrong}” zijn geen uren; schrijf `altijd`, `onbekend` of `ma-vr 09:00-21:00; za 10:00-14:00`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_hours_are_told_with_what_to_write() {
        assert_eq!(hours_problem("ma-vr 09:00-21:00; za 10:00-14:00"), None);
        let told = hours_problem("ma 09:00-17:00; za 10-14").expect("a problem");
        assert!(told.starts_with("“za 10-14” zijn geen uren; schrijf `altijd`"), "{told}");
    }

    #[test]
    fn the_digits_to_call_are_the_digits_shown() {
        assert_eq!(tel_problem("08002000", "0800 2000"), None);
        assert_eq!(tel_problem("", "www.mantelzorg.nl"), None);
        assert!(tel_problem("08002001", "0800 2000").is_some());
        assert!(tel_problem("0800 2000", "0800 2000").is_some());
    }
}
