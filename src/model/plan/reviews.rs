//! Looking back: on which days, with whom, what was said, and who calls the circle together when it goes wrong.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::ids::PersonId;
use super::slots::Places;
use crate::model::content::{Field, Holiday};
use crate::model::date::Date;
use crate::model::holidays::is_holiday;

/// Days after the start of the first three; always counted from the start, never from a day that moved.
const FIRST: [i64; 3] = [28, 56, 84];
/// The most days that are planned.
pub const MOST_DATES: usize = 12;
/// The first review comes within so many days.
const FIRST_WITHIN: i64 = 28;

/// What was agreed about looking back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviews {
    /// Days the resident chose in place of the proposal, by number of the review from 1.
    pub chosen: LiteMap<u8, Date>,
    /// A proposal in a weekend or on a holiday stays where it is.
    pub stays_in_weekend: bool,
    /// After the first three: every so many weeks.
    pub every_weeks: Option<u8>,
    /// And until then.
    pub until: Option<Date>,
    /// Who is there; everyone, as long as nobody was left out or added.
    pub present: Option<BTreeSet<PersonId>>,
    pub notes: LiteMap<u8, Notes>,
    /// Who calls the circle together when it goes wrong.
    pub caller: Option<PersonId>,
}

/// What was said at one review.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    pub good: String,
    pub bad: String,
    pub next: String,
}

/// A day to look back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewDate {
    /// From 1; stays with the review when its day is changed.
    pub number: u8,
    pub day: Date,
    pub by: ChosenBy,
}

/// Who chose a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenBy {
    Proposal,
    Resident,
}

/// The days to look back after a start.
pub fn review_dates(start: Date, reviews: &Reviews, holidays: &[Holiday]) -> Vec<ReviewDate> {
    let mut dates = Vec::new();
    for (number, after) in (1..).zip(days_after(reviews.every_weeks)) {
        let Some(plain) = start.plus(after) else { break };
        if number > FIRST.len() && reviews.until.is_some_and(|until| plain > until) {
            break;
        }
        let Ok(number) = u8::try_from(number) else { break };
        let moved = if reviews.stays_in_weekend { plain } else { working_day_before(plain, holidays) };
        let own = reviews.chosen.get(&number);
        let by = if own.is_some() { ChosenBy::Resident } else { ChosenBy::Proposal };
        dates.push(ReviewDate { number, day: own.copied().unwrap_or(moved), by });
    }
    dates
}

/// Whether the earliest review is after the start and within four weeks of it.
pub fn is_soon_enough(start: Date, dates: &[ReviewDate]) -> bool {
    let earliest = dates.iter().map(|date| date.day).min();
    earliest.is_some_and(|day| (1..=FIRST_WITHIN).contains(&start.days_until(day)))
}

/// Days after the start, the first three and then the own rhythm.
fn days_after(every_weeks: Option<u8>) -> impl Iterator<Item = i64> {
    let last = FIRST[FIRST.len() - 1];
    let every = every_weeks.filter(|weeks| *weeks > 0).map(|weeks| i64::from(weeks) * 7);
    let on = every.into_iter().flat_map(move |every| (1..).map(move |turn| last + turn * every));
    FIRST.into_iter().chain(on.take(MOST_DATES - FIRST.len()))
}

/// The day itself, or the last working day before it.
fn working_day_before(day: Date, holidays: &[Holiday]) -> Date {
    let mut moved = day;
    while moved.weekday() >= 5 || is_holiday(moved, holidays) {
        match moved.plus(-1) {
            Some(before) => moved = before,
            None => return day,
        }
    }
    moved
}

impl Reviews {
    /// What holds for all of them; each review has places of its own.
    pub(super) fn slots(&mut self, at: &mut Places) {
        at.one(Field::StaysInWeekend, &mut self.stays_in_weekend);
        at.number(Field::EveryWeeks, &mut self.every_weeks);
        at.day(Field::Until, &mut self.until);
        let mut present = self.present.take().unwrap_or_default();
        at.people(Field::Present, &mut present);
        self.present = Some(present).filter(|present| !present.is_empty());
        at.person(Field::Caller, &mut self.caller);
    }
}

impl Notes {
    pub(super) fn slots(&mut self, at: &mut Places) {
        at.text(Field::Good, &mut self.good);
        at.text(Field::Bad, &mut self.bad);
        at.text(Field::Next, &mut self.next);
    }
}
