//! How far the clock of the device can be right. A phone that was empty for long, or was set by hand, can be years off;
//! then no date of today goes on paper, and no term is counted from it.

use super::date::Date;

/// What the day on the clock says about the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    Right,
    /// Earlier than the day on which the content was made: wrong for sure.
    Behind,
    /// Years later than that day: it may be right, but nobody has looked at the content for that long.
    Ahead,
}

/// How many days after its release content is still used without a doubt about the clock.
const FRESH: i64 = 2 * 366;

impl Clock {
    pub fn of(today: Date, released: Date) -> Clock {
        match released.days_until(today) {
            ..0 => Clock::Behind,
            0..=FRESH => Clock::Right,
            _ => Clock::Ahead,
        }
    }

    /// How many days it is until a date. With a clock that is behind, every date is as near as today: what is urgent
    /// must not be called far away.
    pub fn days_until(self, today: Date, date: Date) -> i64 {
        match self {
            Clock::Behind => 0,
            Clock::Right | Clock::Ahead => today.days_until(date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_behind_before_the_release_and_ahead_long_after_it() {
        let day = |text: &str| text.parse::<Date>().expect("a day of this test");
        for (today, clock) in [
            ("1900-01-01", Clock::Behind),
            ("1970-01-01", Clock::Behind),
            ("2024-06-01", Clock::Behind),
            ("2026-04-30", Clock::Behind),
            ("2026-05-01", Clock::Right),
            ("2027-05-01", Clock::Right),
            ("2028-05-02", Clock::Right),
            ("2028-05-03", Clock::Ahead),
            ("2038-01-19", Clock::Ahead),
            ("2199-12-31", Clock::Ahead),
        ] {
            assert_eq!(Clock::of(day(today), day("2026-05-01")), clock, "{today}");
        }
    }
}
