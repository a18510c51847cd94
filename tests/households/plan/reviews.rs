//! The review days.

use litemap::LiteMap;

use app::model::date::Date;
use app::model::plan::Reviews;
use app::model::plan::reviews::{ChosenBy, MOST_DATES, is_soon_enough, review_dates};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::example::day;
use crate::common::catalogue;

fn days(start: &str, reviews: &Reviews) -> Vec<String> {
    let dates = review_dates(day(start), reviews, &catalogue().content.holidays);
    dates.into_iter().map(|date| date.day.to_string()).collect()
}

fn check(start: &str, expected: &[&str]) {
    assert_eq!(days(start, &Reviews::default()), expected, "{start}");
}

#[test]
fn three_days_stand_ready_and_move_back_to_a_working_day() {
    check("2026-05-04", &["2026-06-01", "2026-06-29", "2026-07-27"]);
    check("2026-05-09", &["2026-06-05", "2026-07-03", "2026-07-31"]);
    check("2026-11-27", &["2026-12-24", "2027-01-22", "2027-02-19"]);
}

#[test]
fn a_leap_day_and_the_end_of_a_month_are_counted_in_days() {
    check("2028-02-01", &["2028-02-29", "2028-03-28", "2028-04-25"]);
    check("2027-02-02", &["2027-03-02", "2027-03-30", "2027-04-26"]);
}

#[test]
fn who_wants_it_looks_back_in_the_weekend() {
    let reviews = Reviews { stays_in_weekend: true, ..Reviews::default() };
    assert_eq!(days("2026-05-09", &reviews), ["2026-06-06", "2026-07-04", "2026-08-01"]);
}

#[test]
fn a_day_of_ones_own_stays_and_the_others_do_not_move_with_it() {
    let own = [(1, day("2026-05-31"))].into_iter().collect::<LiteMap<_, _>>();
    let reviews = Reviews { chosen: own, ..Reviews::default() };
    assert_eq!(days("2026-05-04", &reviews), ["2026-05-31", "2026-06-29", "2026-07-27"]);
    let dates = review_dates(day("2026-05-04"), &reviews, &catalogue().content.holidays);
    assert_eq!((dates[0].by, dates[1].by), (ChosenBy::Resident, ChosenBy::Proposal));
}

#[test]
fn after_the_third_comes_the_own_rhythm_until_its_last_day() {
    let until = Some(day("2026-10-31"));
    let reviews = Reviews { every_weeks: Some(6), until, ..Reviews::default() };
    assert_eq!(days("2026-05-04", &reviews)[3..], ["2026-09-07", "2026-10-19"]);
    let endless = Reviews { every_weeks: Some(1), ..Reviews::default() };
    assert_eq!(days("2026-05-04", &endless).len(), MOST_DATES);
    let none = Reviews { every_weeks: Some(0), ..Reviews::default() };
    assert_eq!(days("2026-05-04", &none).len(), 3);
}

#[test]
fn ten_thousand_starts_give_working_days_in_order_and_the_first_within_28_days() {
    let config = Config { cases: 10_000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    let starts = (0_i64..109_500, proptest::option::of(0_u8..=255), any::<bool>());
    let outcome = runner.run(&starts, |(after, every_weeks, stays_in_weekend)| {
        let start = Date::EARLIEST.plus(after).expect("a day of the calendar");
        let reviews = Reviews { every_weeks, stays_in_weekend, ..Reviews::default() };
        let dates = review_dates(start, &reviews, &catalogue().content.holidays);
        prop_assert!(dates.len() <= MOST_DATES);
        for (place, date) in dates.iter().enumerate() {
            let plain = planned(start, place, every_weeks);
            let back = date.day.days_until(plain);
            prop_assert!((0..=7).contains(&back), "{start} {} is {back} days early", date.day);
            prop_assert!(!stays_in_weekend || back == 0);
            prop_assert!(stays_in_weekend || date.day.weekday() < 5);
        }
        prop_assert!(dates.windows(2).all(|two| two[0].day <= two[1].day && two[0].number < two[1].number));
        prop_assert!(dates.is_empty() || is_soon_enough(start, &dates));
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
}

/// The planned day, counted from the start, whatever moved before.
fn planned(start: Date, place: usize, every_weeks: Option<u8>) -> Date {
    let place = i64::try_from(place).expect("few days");
    let after = if place < 3 { 28 * (place + 1) } else { 84 + (place - 2) * 7 * i64::from(every_weeks.unwrap_or(0)) };
    start.plus(after).expect("planned days are in the calendar")
}
