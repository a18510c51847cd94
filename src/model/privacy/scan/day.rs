//! Dates that may be a date of birth.

use crate::model::date::Date;
use crate::model::words;

/// Today or the last day known to be past, and the names of the months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateContext {
    pub today: Date,
    /// In full, January first.
    pub months: &'static [String],
}

/// Whether a text has a full date at least two years ago: `3-4-1980`, `03 april 1980`, `1980/04/03`, `3-4-80` or
/// `03041980`.
pub fn has_birth(letters: &[char], calendar: DateContext) -> bool {
    let text: String = letters.iter().collect();
    let spread = parts(&text).windows(3).any(|three| match (three[0].len(), three[2].len()) {
        (4, _) => calendar.is_long_ago(three[2], three[1], three[0]),
        (_, 4) => calendar.is_long_ago(three[0], three[1], three[2]),
        _ => false,
    });
    // A year of two digits counts only without spaces in the date: `4, 8, 12` are ages.
    let word = |word: &str| match parts(word)[..] {
        [first, second, third] => third.len() == 2 && calendar.is_long_ago(first, second, third),
        [one] if one.len() == 8 && one.is_ascii() => {
            let part = |range| one.get(range).unwrap_or_default();
            calendar.is_long_ago(part(0..2), part(2..4), part(4..8))
        }
        _ => false,
    };
    spread || text.split_whitespace().any(word)
}

/// The words and numbers between punctuation and spaces.
fn parts(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect()
}

impl DateContext {
    /// Whether this day exists and is at least two years ago.
    fn is_long_ago(self, day: &str, month: &str, year: &str) -> bool {
        // A word is seldom a year, so most checks end here.
        let Some(year) = self.year(year) else { return false };
        let (Some(day), Some(month)) = (number(day), self.month(month)) else { return false };
        Date::new(year, month, day).is_some_and(|date| date.days_until(self.today) > 2 * 365)
    }

    /// A month by its number, or by its name or the first three letters of it.
    fn month(self, text: &str) -> Option<u8> {
        let text = text.to_lowercase();
        let mut named = (1..).zip(self.months).filter(|(_, name)| text.len() > 2 && name.starts_with(&text));
        number(&text).or_else(|| named.next().map(|(month, _)| month))
    }

    /// A year in full, or its last two digits; two digits after this year mean the previous century.
    fn year(self, text: &str) -> Option<i32> {
        let year: i32 = words::number(text)?;
        let present = self.today.year();
        match text.len() {
            4 => Some(year).filter(|year| *year > 1900),
            2 => Some(present - (present - year).rem_euclid(100)),
            _ => None,
        }
    }
}

fn number(text: &str) -> Option<u8> {
    words::number(text)
}
