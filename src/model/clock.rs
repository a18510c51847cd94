//! How plausible the device's clock is. A phone that had no power for a long time, or was set by hand, can be years
//! off; then no date of today appears on paper, and no deadline is counted from it.

use super::date::Date;

/// What today's date tells about the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    Right,
    /// Earlier than the release of the content: certainly wrong.
    Behind,
    /// Years later than the release: possibly right, but nobody has reviewed the content for that long.
    Ahead,
}

/// Days after its release during which content is used without doubting the clock.
const FRESH: i64 = 2 * 366;

impl Clock {
    pub fn of(today: Date, released: Date) -> Clock {
        match released.days_until(today) {
            ..0 => Clock::Behind,
            0..=FRESH => Clock::Right,
            _ => Clock::Ahead,
        }
    }

    /// Days from today until a date. If the clock is behind, every date counts as today: something urgent must not seem
    /// far away.
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
