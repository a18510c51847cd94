//! When to expect an answer after a report to the gemeente. Counts days; knows no law and no clock.

use super::content::Holiday;
use super::date::Date;
use super::holidays::is_holiday;
use super::words;

/// Calendar days until the first talk about money problems.
const TALK_DAYS: i64 = 28;
/// Working days until that talk if home, power, water or insurance is at stake.
const URGENT_WORKING_DAYS: u32 = 3;
/// Calendar days until the outcome of the enquiry.
const OUTCOME_DAYS: i64 = 42;
/// Calendar days in which the resident can hand in their own plan.
const PLAN_DAYS: i64 = 7;

/// What the needs are about, as far as it affects a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportedNeeds {
    /// Home, power, water or insurance is at stake.
    pub urgent: bool,
    pub money: bool,
    pub support: bool,
}

/// The expected days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExpectedDays {
    pub talk: Option<Date>,
    pub outcome: Option<Date>,
}

/// The expected days after a report on `report`; empty if that day is in the future or more than a year ago.
pub fn expected(report: Date, today: Date, about: ReportedNeeds, holidays: &[Holiday]) -> ExpectedDays {
    if !counts(report, today) {
        return ExpectedDays::default();
    }
    let talk = if about.urgent {
        working_days_after(report, URGENT_WORKING_DAYS, holidays)
    } else if about.money {
        report.plus(TALK_DAYS)
    } else {
        None
    };
    let outcome = if about.support { report.plus(OUTCOME_DAYS) } else { None };
    ExpectedDays { talk, outcome }
}

/// The last day to hand in the resident's own plan.
pub fn plan_until(report: Date, today: Date) -> Option<Date> {
    if !counts(report, today) {
        return None;
    }
    report.plus(PLAN_DAYS)
}

/// The `days`th working day after `start`, which itself never counts. `None` without a list of holidays: a date that
/// may be wrong is worse than no date.
pub fn working_days_after(start: Date, days: u32, holidays: &[Holiday]) -> Option<Date> {
    if holidays.is_empty() {
        return None;
    }
    let mut day = start;
    let mut left = days;
    while left > 0 {
        day = day.plus(1)?;
        if day.weekday() < 5 && !is_holiday(day, holidays) {
            left -= 1;
        }
    }
    Some(day)
}

/// “4 mei 2026”: `order` has the places of `{day}`, `{month}` and `{year}`.
pub fn in_words(date: Date, months: &[String], order: &str) -> String {
    let month = months.get(usize::from(date.month()) - 1).map_or("", String::as_str);
    let parts = [("{day}", &*date.day().to_string()), ("{month}", month), ("{year}", &date.year().to_string())];
    words::fill(order, &parts)
}

fn counts(report: Date, today: Date) -> bool {
    let a_year_on = (report.year() + 1, report.month(), report.day());
    report <= today && a_year_on >= (today.year(), today.month(), today.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day of this test")
    }

    fn holidays() -> &'static [Holiday] {
        &crate::authoring::packed().holidays
    }

    #[test]
    fn the_days_are_those_of_the_examples() {
        let check = |report: &str, plan: &str, talk: &str, outcome: &str, urgent: &str| {
            let about = |urgent| ReportedNeeds { urgent, money: true, support: true };
            let of = |urgent| expected(day(report), day(report), about(urgent), holidays());
            assert_eq!(plan_until(day(report), day(report)), Some(day(plan)));
            assert_eq!(of(false).talk, Some(day(talk)));
            assert_eq!(of(false).outcome, Some(day(outcome)));
            assert_eq!(of(true).talk, Some(day(urgent)), "{report}");
        };
        check("2026-05-04", "2026-05-11", "2026-06-01", "2026-06-15", "2026-05-08");
        check("2026-12-23", "2026-12-30", "2027-01-20", "2027-02-03", "2026-12-29");
        check("2027-03-25", "2027-04-01", "2027-04-22", "2027-05-06", "2027-04-01");
        check("2027-02-06", "2027-02-13", "2027-03-06", "2027-03-20", "2027-02-10");
    }

    #[test]
    fn a_report_of_tomorrow_or_of_more_than_a_year_ago_gives_no_day() {
        let about = ReportedNeeds { urgent: true, money: true, support: true };
        let of = |report: &str| expected(day(report), day("2026-05-11"), about, holidays());
        assert_eq!(of("2026-05-12"), ExpectedDays::default());
        assert_eq!(of("2025-05-10"), ExpectedDays::default());
        assert_ne!(of("2025-05-11"), ExpectedDays::default());
        assert_eq!(plan_until(day("2026-05-12"), day("2026-05-11")), None);
    }

    #[test]
    fn working_days_are_counted_in_every_year() {
        let check = |start: &str, expected: &str| {
            assert_eq!(working_days_after(day(start), 3, holidays()), Some(day(expected)), "{start}");
        };
        check("2028-12-28", "2029-01-03");
        check("2030-04-17", "2030-04-24");
        check("2031-04-24", "2031-04-29");
        check("2040-12-24", "2040-12-31");
        assert_eq!(working_days_after(day("2026-05-04"), 3, &[]), None);
    }

    #[test]
    fn each_date_hangs_on_its_own_areas() {
        let of = |urgent, money, support| {
            let about = ReportedNeeds { urgent, money, support };
            let days = expected(day("2026-05-04"), day("2026-05-11"), about, holidays());
            (days.talk.is_some(), days.outcome.is_some())
        };
        assert_eq!(of(false, false, false), (false, false));
        assert_eq!(of(false, true, false), (true, false));
        assert_eq!(of(true, false, false), (true, false));
        assert_eq!(of(false, false, true), (false, true));
    }
}
