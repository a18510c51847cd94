//! Public holidays of any year: on a fixed day, or counted from Easter. Not a list of dates, so it never runs out.

use super::content::{Holiday, HolidayRule};
use super::date::Date;

/// Whether this day is one of the holidays.
pub fn is_holiday(day: Date, holidays: &[Holiday]) -> bool {
    holidays.iter().any(|holiday| holiday.on.in_year(day.year()) == Some(day))
}

impl HolidayRule {
    /// The day of this holiday in a year.
    pub fn in_year(self, year: i32) -> Option<Date> {
        match self {
            HolidayRule::Fixed { month, day } => Date::new(year, month, day),
            HolidayRule::NotOnSunday { month, day } => {
                let date = Date::new(year, month, day)?;
                if date.weekday() == SUNDAY { date.plus(-1) } else { Some(date) }
            }
            HolidayRule::Easter(days) => easter(year)?.plus(days),
        }
    }
}

const SUNDAY: u8 = 6;

/// Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher).
pub fn easter(year: i32) -> Option<Date> {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let drift = (8 * century + 13) / 25;
    let moon = (19 * golden + century - century / 4 - drift + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let day = moon + week - 7 * late + 114;
    Date::new(year, u8::try_from(day / 31).ok()?, u8::try_from(day % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::packed;

    fn day(text: &str) -> Date {
        text.parse().expect("a day of this test")
    }

    fn days(year: i32) -> Vec<Date> {
        packed().holidays.iter().filter_map(|holiday| holiday.on.in_year(year)).collect()
    }

    /// New Year, Good Friday, two days of Easter, King's Day, Liberation Day, Ascension, two days of Pentecost and two
    /// of Christmas. Up to 2028 these are the dates that the content used to list; the others were computed separately.
    #[test]
    fn the_holidays_of_every_year_are_those_of_the_table() {
        for (year, good_friday, easter, easter_monday, kings_day, ascension, pentecost, whit_monday) in [
            (2025, "04-18", "04-20", "04-21", "04-26", "05-29", "06-08", "06-09"),
            (2026, "04-03", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25"),
            (2027, "03-26", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17"),
            (2028, "04-14", "04-16", "04-17", "04-27", "05-25", "06-04", "06-05"),
            (2029, "03-30", "04-01", "04-02", "04-27", "05-10", "05-20", "05-21"),
            (2030, "04-19", "04-21", "04-22", "04-27", "05-30", "06-09", "06-10"),
            (2031, "04-11", "04-13", "04-14", "04-26", "05-22", "06-01", "06-02"),
            (2032, "03-26", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17"),
            (2033, "04-15", "04-17", "04-18", "04-27", "05-26", "06-05", "06-06"),
            (2034, "04-07", "04-09", "04-10", "04-27", "05-18", "05-28", "05-29"),
            (2035, "03-23", "03-25", "03-26", "04-27", "05-03", "05-13", "05-14"),
            (2036, "04-11", "04-13", "04-14", "04-26", "05-22", "06-01", "06-02"),
            (2037, "04-03", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25"),
            (2038, "04-23", "04-25", "04-26", "04-27", "06-03", "06-13", "06-14"),
            (2039, "04-08", "04-10", "04-11", "04-27", "05-19", "05-29", "05-30"),
            (2040, "03-30", "04-01", "04-02", "04-27", "05-10", "05-20", "05-21"),
        ] {
            let expected = [
                "01-01",
                good_friday,
                easter,
                easter_monday,
                kings_day,
                "05-05",
                ascension,
                pentecost,
                whit_monday,
                "12-25",
                "12-26",
            ];
            let expected: Vec<Date> = expected.iter().map(|rest| day(&format!("{year}-{rest}"))).collect();
            assert_eq!(days(year), expected, "{year}");
        }
    }

    #[test]
    fn easter_is_a_sunday_in_spring_in_every_year() {
        for year in 1900..2200 {
            let easter = easter(year).expect("within the calendar");
            assert_eq!(easter.weekday(), SUNDAY, "{year}");
            assert!(easter >= day(&format!("{year}-03-22")) && easter <= day(&format!("{year}-04-25")), "{easter}");
        }
    }

    #[test]
    fn a_day_between_the_holidays_is_none() {
        for (text, expected) in
            [("2031-04-26", true), ("2031-04-27", false), ("2038-04-26", true), ("2038-04-30", false)]
        {
            assert_eq!(is_holiday(day(text), &packed().holidays), expected, "{text}");
        }
        assert!(!is_holiday(day("2038-04-26"), &[]));
    }
}
