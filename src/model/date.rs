//! A calendar day without a time, and day arithmetic. No clock: today's date is passed in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day of the Gregorian calendar, 1900-01-01 to 2199-12-31. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchDate;

impl fmt::Display for NoSuchDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the calendar between 1900 and 2199, written as year-month-day")
    }
}

impl Date {
    /// The first day of the calendar.
    pub const EARLIEST: Date = match time::Date::from_calendar_date(1900, time::Month::January, 1) {
        Ok(date) => Date(date),
        Err(_) => Date(time::Date::MIN),
    };

    /// The day, if it exists.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let month = time::Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().and_then(Date::within)
    }

    fn within(date: time::Date) -> Option<Date> {
        (1900..2200).contains(&date.year()).then_some(Date(date))
    }

    /// Whether a text from a date field has a year before the calendar begins: while a year is typed digit by digit, it
    /// starts as 0002.
    pub fn is_being_typed(text: &str) -> bool {
        let year = text.split('-').next().unwrap_or_default();
        number(year).is_some_and(|year: i32| year < Date::EARLIEST.year())
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Days since 1970-01-01; negative before that day.
    pub fn number(self) -> i64 {
        i64::from(self.0.to_julian_day()) - i64::from(time::UtcDateTime::UNIX_EPOCH.date().to_julian_day())
    }

    /// Days from `self` until `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        (other.0 - self.0).whole_days()
    }

    /// The day `days` later; `None` outside the calendar.
    pub fn plus(self, days: i64) -> Option<Date> {
        let day = i64::from(self.0.to_julian_day()).checked_add(days)?;
        time::Date::from_julian_day(i32::try_from(day).ok()?).ok().and_then(Date::within)
    }

    /// 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Date {
    type Err = NoSuchDate;

    fn from_str(text: &str) -> Result<Date, NoSuchDate> {
        let parts: Vec<&str> = text.split('-').collect();
        let &[year, month, day] = parts.as_slice() else { return Err(NoSuchDate) };
        let date = || Date::new(number(year)?, number(month)?, number(day)?);
        let is_padded = year.len() == 4 && month.len() == 2 && day.len() == 2;
        is_padded.then(date).flatten().ok_or(NoSuchDate)
    }
}

/// The number these digits form; `None` if there is any other character, also a sign.
fn number<N: FromStr>(digits: &str) -> Option<N> {
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_three_centuries_counts_on_by_one() {
        let mut day = Date::new(1900, 1, 1).expect("exists");
        let last = Date::new(2199, 12, 31).expect("exists");
        while day < last {
            let next = day.plus(1).expect("within the calendar");
            assert_eq!(day.days_until(next), 1, "{day} {next}");
            assert_eq!((day.weekday() + 1) % 7, next.weekday());
            day = next;
        }
        assert_eq!(last.plus(1), None);
    }

    #[test]
    fn known_days_fall_on_their_weekday() {
        let weekday = |text: &str| text.parse::<Date>().map(Date::weekday);
        assert_eq!(weekday("2026-05-04"), Ok(0));
        assert_eq!(weekday("2026-11-21"), Ok(5));
        assert_eq!(weekday("2028-02-29"), Ok(1));
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in ["2026-02-30", "2025-02-29", "0000-00-00", "2026-13-01", "26-1-1", "2026-1-01", "", "275760-01-01"]
        {
            assert_eq!(text.parse::<Date>(), Err(NoSuchDate), "{text}");
        }
    }
}
