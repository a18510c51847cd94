//! The days of a plan as a calendar file (RFC 5545). Its only word is “Afspraak”, because many people can read a
//! calendar.
//!
//! Every event lasts a whole day. A whole day has no time zone, so neither a clock change nor travel moves it, and the
//! file needs no time zone definition. The reminder comes at nine in the morning of the day before, which is fifteen
//! hours before the day begins. Not a crate: the few lines of the format used here take less code.

use super::plan_voice::PlanVoice;
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::plan::agreements::{AgreementKind, AgreementTerm};
use crate::model::plan::{Agreement, Plan};
use crate::model::privacy::audience::Medium;

/// Maximum bytes of a line before it is folded.
const LONGEST: usize = 75;

/// The calendar file; `None` while the gate is closed, or when the plan has no days.
///
/// `Plan::calendar` keeps the events of different families apart in a helper's calendar, and never changes: a second
/// file updates the events of the first. `minutes` since midnight make a later file of the same day win.
pub fn compose(facts: &Facts, dossier: &Dossier, minutes: u16) -> Option<String> {
    let voice = PlanVoice::new(facts, dossier, Medium::CalendarFile)?;
    let moments = moments(&voice);
    if moments.is_empty() {
        return None;
    }
    let title = voice.text("calendar.review");
    let mut file = CalendarFile::default();
    file.add_line("BEGIN:VCALENDAR");
    file.add_line("VERSION:2.0");
    file.add_line("PRODID:-//agenda//NL");
    file.add_line("CALSCALE:GREGORIAN");
    file.add_line("METHOD:PUBLISH");
    for (name, day) in moments {
        file.event(&dossier.plan, &name, day, (facts.today, minutes), title);
    }
    file.add_line("END:VCALENDAR");
    Some(file.text)
}

/// Every day, with a name that stays the same when the day changes.
fn moments(voice: &PlanVoice) -> Vec<(String, Date)> {
    let mut moments = Vec::new();
    if voice.may(Field::ReviewDates) {
        moments.extend(voice.reviews().iter().map(|review| (format!("t{}", review.number), review.day)));
    }
    for (_, agreement) in voice.agreements() {
        let days = [("p", trial_until(agreement), Field::TrialUntil), ("k", back_on(agreement), Field::BackOn)];
        for (mark, day, field) in days {
            if let Some(day) = day.filter(|_| voice.may(field)) {
                moments.push((format!("{mark}{}", agreement.id.0), day));
            }
        }
    }
    moments
}

fn trial_until(agreement: &Agreement) -> Option<Date> {
    match agreement.term {
        AgreementTerm::Trial { until } => until,
        AgreementTerm::Fixed => None,
    }
}

fn back_on(agreement: &Agreement) -> Option<Date> {
    match &agreement.kind {
        AgreementKind::AtHome(home) => home.back_on,
        AgreementKind::Task | AgreementKind::Visit(_) | AgreementKind::NotThis => None,
    }
}

#[derive(Default)]
struct CalendarFile {
    text: String,
}

impl CalendarFile {
    fn event(&mut self, plan: &Plan, name: &str, day: Date, (today, minutes): (Date, u16), title: &str) {
        let next = day.plus(1).unwrap_or(day);
        // Increases every minute, so that a later file wins over an earlier one.
        let days = Date::new(2020, 1, 1).map_or(0, |first| first.days_until(today)).max(0);
        let sequence = days * 24 * 60 + i64::from(minutes);
        self.add_line("BEGIN:VEVENT");
        self.add_line(&format!("UID:{:08x}-{name}@agenda.invalid", plan.calendar));
        self.add_line(&format!("DTSTAMP:{}T{:02}{:02}00Z", digits(today), minutes / 60, minutes % 60));
        self.add_line(&format!("SEQUENCE:{sequence}"));
        self.add_line(&format!("DTSTART;VALUE=DATE:{}", digits(day)));
        self.add_line(&format!("DTEND;VALUE=DATE:{}", digits(next)));
        self.add_line(&format!("SUMMARY:{}", escaped(title)));
        self.add_line("CLASS:PRIVATE");
        self.add_line("TRANSP:TRANSPARENT");
        self.add_line("BEGIN:VALARM");
        self.add_line("ACTION:DISPLAY");
        self.add_line(&format!("DESCRIPTION:{}", escaped(title)));
        self.add_line("TRIGGER:-PT15H");
        self.add_line("END:VALARM");
        self.add_line("END:VEVENT");
    }

    /// Adds a line, folded if it is too long; never splits a character.
    fn add_line(&mut self, line: &str) {
        let mut taken = 0;
        for letter in line.chars() {
            if taken + letter.len_utf8() > LONGEST {
                self.text.push_str("\r\n ");
                taken = 1;
            }
            self.text.push(letter);
            taken += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Escapes a text for use as a value.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let mut file = CalendarFile::default();
        file.add_line(&"é".repeat(60));
        let lines: Vec<&str> = file.text.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LONGEST), "{lines:?}");
        assert_eq!(file.text.replace("\r\n ", "").trim_end(), "é".repeat(60));
        assert!(lines[1].starts_with(' '));
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
