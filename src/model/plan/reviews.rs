//! Reviews: on which days, with whom, what was said, and who calls the circle together when things go wrong.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::fields::FieldList;
use super::ids::PersonId;
use crate::model::content::{Field, Holiday};
use crate::model::date::Date;
use crate::model::holidays::is_holiday;

/// Days from the start to the first three reviews; always counted from the start, never from a day that moved.
const FIRST: [i64; 3] = [28, 56, 84];
/// Maximum number of planned reviews.
pub const MOST_DATES: usize = 12;
/// The first review comes within this many days.
const FIRST_WITHIN: i64 = 28;

/// What the circle agreed about reviews.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviews {
    /// Days the resident chose instead of the proposal, by review number from 1.
    pub chosen: LiteMap<u8, Date>,
    /// Whether a proposal on a weekend or a holiday stays on that day.
    pub stays_in_weekend: bool,
    /// Weeks between the reviews after the first three.
    pub every_weeks: Option<u8>,
    /// Last day for those later reviews.
    pub until: Option<Date>,
    /// The people who attend; `None` until someone is left out or added, and means everyone.
    pub present: Option<BTreeSet<PersonId>>,
    pub notes: LiteMap<u8, Notes>,
    /// The person who calls the circle together when things go wrong.
    pub caller: Option<PersonId>,
}

/// What was said at one review.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    pub good: String,
    pub bad: String,
    pub next: String,
}

/// One review day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewDate {
    /// From 1; the review keeps it when its day changes.
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

/// The review days that follow from a start day.
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

/// Days from the start to each review: the first three, and then the resident's own rhythm.
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
    /// The fields that apply to all reviews; each review has fields of its own.
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.keyword(Field::StaysInWeekend, &mut self.stays_in_weekend);
        at.number(Field::EveryWeeks, &mut self.every_weeks);
        at.day(Field::Until, &mut self.until);
        let mut present = self.present.take().unwrap_or_default();
        at.people(Field::Present, &mut present);
        self.present = Some(present).filter(|present| !present.is_empty());
        at.person(Field::Caller, &mut self.caller);
    }
}

impl Notes {
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.text(Field::Good, &mut self.good);
        at.text(Field::Bad, &mut self.bad);
        at.text(Field::Next, &mut self.next);
    }
}
