//! A calendar day without a time, and day arithmetic. No clock: today's date is passed in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::packed::{Packed, Reader};

/// A day of the Gregorian calendar, 1900-01-01 to 2199-12-31. Ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

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
    pub const EARLIEST: Date = Date { year: 1900, month: 1, day: 1 };

    /// The day, if it exists.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let exists =
            (1900..2200).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
        exists.then_some(Date { year, month, day })
    }

    /// Whether a text from a date field has a year before the calendar begins: while a year is typed digit by digit, it
    /// starts as 0002.
    pub fn is_being_typed(text: &str) -> bool {
        let year = text.split('-').next().unwrap_or_default();
        digits(year.as_bytes()).is_some_and(|year| year < Date::EARLIEST.year)
    }

    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; negative before that day.
    pub fn number(self) -> i64 {
        // Hinnant's civil-from-days, with March as the first month so that the leap day is the last of its year.
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// Days from `self` until `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        other.number() - self.number()
    }

    /// The day `days` later; `None` outside the calendar.
    pub fn plus(self, days: i64) -> Option<Date> {
        let number = self.number().checked_add(days)? + 719_468;
        let era = number.div_euclid(146_097);
        let day_of_era = number.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = u8::try_from(day_of_year - (153 * month + 2) / 5 + 1).ok()?;
        let month = u8::try_from((month + 2) % 12 + 1).ok()?;
        let year = i32::try_from(era * 400 + year_of_era + i64::from(month <= 2)).ok()?;
        Date::new(year, month, day)
    }

    /// 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((self.number() + 3).rem_euclid(7)).unwrap_or(0)
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NoSuchDate;

    fn from_str(text: &str) -> Result<Date, NoSuchDate> {
        let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(NoSuchDate);
        };
        let year = Some(year).filter(|year| year.len() == 4).and_then(digits);
        let small = |digit: &[u8]| digits(digit).and_then(|number| u8::try_from(number).ok());
        let day = || Date::new(year?, small(&[*m1, *m2])?, small(&[*d1, *d2])?);
        day().ok_or(NoSuchDate)
    }
}

/// The number these digits form; `None` if there is any other character.
fn digits(digits: &[u8]) -> Option<i32> {
    let mut number = 0;
    for digit in digits {
        number = number * 10 + i32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    Some(number)
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

impl Packed for Date {
    fn read(from: &mut Reader) -> Date {
        let (year, month, day) = (u32::read(from), u8::read(from), u8::read(from));
        i32::try_from(year).ok().and_then(|year| Date::new(year, month, day)).unwrap_or_else(|| {
            from.fail();
            Date::EARLIEST
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut super::packed::Writer) {
        self.year.unsigned_abs().write(to);
        self.month.write(to);
        self.day.write(to);
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
