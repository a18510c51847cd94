//! Decides what the page may say now about the opening hours of a help line or a desk. Invents nothing: hours that nobody
//! has checked for a long time are not shown.

use super::catalogue::Catalogue;
use super::content::{Contact, Desk, Holiday, Hours, HoursBlock};
use super::date::Date;
use super::holidays::is_holiday;
use super::words;

/// A moment in Dutch time: the day and the minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub today: Date,
    pub minutes: u16,
}

/// Hours as written in the content, with how certain they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written<'a> {
    pub hours: &'a Hours,
    pub source_date: &'a str,
    pub confirmed_on: &'a str,
}

/// What the page may say about the hours now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoursNow<'a> {
    Always,
    /// “Controleer de tijden.” Shown neither as open nor as closed.
    Check,
    Open(&'a [HoursBlock]),
    Closed {
        blocks: &'a [HoursBlock],
        opens: Opens,
    },
}

/// The next moment a help line opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opens {
    pub on: Date,
    pub days_ahead: u8,
    pub minutes: u16,
}

/// Months after which an unconfirmed source is too old.
const MONTHS_FRESH: i32 = 24;
/// The source date of the one help line that needs no source.
const EXEMPT: &str = "uitgezonderd";

impl<'a> From<&'a Contact> for Written<'a> {
    fn from(contact: &'a Contact) -> Written<'a> {
        Written { hours: &contact.hours, source_date: &contact.source_date, confirmed_on: &contact.confirmed_on }
    }
}

impl<'a> From<&'a Desk> for Written<'a> {
    fn from(desk: &'a Desk) -> Written<'a> {
        Written { hours: &desk.hours, source_date: &desk.source_date, confirmed_on: &desk.confirmed_on }
    }
}

/// What the screen shows now. Without a plausible clock, nothing is shown as open or closed.
pub fn shown_hours<'a>(written: Written<'a>, now: Option<Now>, holidays: &[Holiday]) -> HoursNow<'a> {
    let Some(now) = now else {
        return if *written.hours == Hours::Always { HoursNow::Always } else { HoursNow::Check };
    };
    let blocks = match known(written, now.today) {
        Hours::Always => return HoursNow::Always,
        Hours::Unknown => return HoursNow::Check,
        Hours::Blocks(_) if is_holiday(now.today, holidays) => return HoursNow::Check,
        Hours::Blocks(blocks) => blocks,
    };
    let weekday = now.today.weekday();
    let is_open = |block: &HoursBlock| block.holds(weekday) && (block.from..block.to).contains(&now.minutes);
    if blocks.iter().any(is_open) {
        return HoursNow::Open(blocks);
    }
    match next(blocks, now, holidays) {
        Some(opens) => HoursNow::Closed { blocks, opens },
        None => HoursNow::Check,
    }
}

/// The hours that may be shown on this day: also unknown if the source is unknown or old and nobody confirmed it.
pub fn known(written: Written<'_>, today: Date) -> &Hours {
    let fresh = !written.confirmed_on.is_empty()
        || written.source_date == EXEMPT
        || source_day(written.source_date).is_some_and(|day| !is_old(day, today));
    if fresh { written.hours } else { &Hours::Unknown }
}

/// A date with only a year or a month counts as the first day of that year or month.
fn source_day(text: &str) -> Option<Date> {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.parse().ok()
}

fn is_old(source: Date, today: Date) -> bool {
    let ends = (source.year() + MONTHS_FRESH / 12, source.month(), source.day());
    ends < (today.year(), today.month(), today.day())
}

/// The next opening in the coming week; skips holidays, because their hours are not known.
fn next(blocks: &[HoursBlock], now: Now, holidays: &[Holiday]) -> Option<Opens> {
    (0..=7u8).find_map(|days_ahead| {
        let on = now.today.plus(i64::from(days_ahead))?;
        let earliest = if days_ahead == 0 { now.minutes + 1 } else { 0 };
        let today = blocks.iter().filter(|block| block.holds(on.weekday()) && block.from >= earliest);
        let minutes = today.map(|block| block.from).min()?;
        (!is_holiday(on, holidays)).then_some(Opens { on, days_ahead, minutes })
    })
}

/// The sentences for the screen, with the texts of the content.
pub fn sentences(hours: &HoursNow, catalogue: &Catalogue) -> Vec<String> {
    match hours {
        HoursNow::Always => vec![catalogue.text("hours.always").to_owned()],
        HoursNow::Check => vec![catalogue.text("hours.unknown").to_owned()],
        HoursNow::Open(blocks) => vec![blocks_in_words(blocks, catalogue)],
        HoursNow::Closed { blocks, opens } => {
            vec![blocks_in_words(blocks, catalogue), opens_in_words(*opens, catalogue)]
        }
    }
}

/// The hours for paper, which does not know the time of reading; `None` if they may not be shown.
pub fn on_paper(written: Written, today: Date, catalogue: &Catalogue) -> Option<String> {
    match known(written, today) {
        Hours::Always => Some(catalogue.text("hours.always").to_owned()),
        Hours::Unknown => None,
        Hours::Blocks(blocks) => Some(blocks_in_words(blocks, catalogue)),
    }
}

fn blocks_in_words(blocks: &[HoursBlock], catalogue: &Catalogue) -> String {
    let words: Vec<String> = blocks.iter().map(|block| block_in_words(*block, catalogue)).collect();
    words.join(catalogue.text("hours.join"))
}

fn block_in_words(block: HoursBlock, catalogue: &Catalogue) -> String {
    let text = match (block.first, block.last) {
        (0, 6) => catalogue.text("hours.every-day"),
        (first, last) if first == last => catalogue.text("hours.one-day"),
        _ => catalogue.text("hours.range"),
    };
    let day = |day| weekday(day, catalogue);
    words::fill(
        text,
        &[
            ("{day}", day(block.first)),
            ("{first}", day(block.first)),
            ("{last}", day(block.last)),
            ("{from}", &clock(block.from)),
            ("{to}", &clock(block.to)),
        ],
    )
}

fn opens_in_words(opens: Opens, catalogue: &Catalogue) -> String {
    let text = match opens.days_ahead {
        0 => catalogue.text("hours.opens-today"),
        1 => catalogue.text("hours.opens-tomorrow"),
        _ => catalogue.text("hours.opens-on"),
    };
    words::fill(text, &[("{day}", weekday(opens.on.weekday(), catalogue)), ("{time}", &clock(opens.minutes))])
}

fn weekday(day: u8, catalogue: &Catalogue) -> &str {
    catalogue.content.sheets.weekdays.get(usize::from(day)).map_or("", String::as_str)
}

/// “9” and “9.30”.
fn clock(minutes: u16) -> String {
    match minutes % 60 {
        0 => (minutes / 60).to_string(),
        rest => format!("{}.{rest:02}", minutes / 60),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::model::content::HolidayRule;

    fn day(text: &str) -> Date {
        text.parse().expect("a day of this test")
    }

    fn holidays() -> Vec<Holiday> {
        vec![Holiday { name: "Bevrijdingsdag".to_owned(), on: HolidayRule::Fixed { month: 5, day: 5 } }]
    }

    const FROM_NINE: HoursBlock = HoursBlock { first: 0, last: 4, from: 9 * 60, to: 21 * 60 };

    fn weekdays() -> &'static Hours {
        static WEEKDAYS: LazyLock<Hours> = LazyLock::new(|| Hours::Blocks(vec![FROM_NINE]));
        &WEEKDAYS
    }

    fn shown<'a>(
        hours: &'a Hours,
        source_date: &'a str,
        confirmed_on: &'a str,
        today: &str,
        minutes: u16,
    ) -> HoursNow<'a> {
        let written = Written { hours, source_date, confirmed_on };
        shown_hours(written, Some(Now { today: day(today), minutes }), &holidays())
    }

    #[test]
    fn hours_without_a_fresh_source_are_never_told() {
        let on = |source, confirmed| shown(weekdays(), source, confirmed, "2026-05-11", 600);
        assert!(matches!(on("2026", ""), HoursNow::Open(_)));
        assert!(matches!(on("2024-05-11", ""), HoursNow::Open(_)));
        assert_eq!(on("2024-05-10", ""), HoursNow::Check);
        assert_eq!(on("onbekend", ""), HoursNow::Check);
        assert_eq!(on("geen", ""), HoursNow::Check);
        assert!(matches!(on("onbekend", "2026-05-01"), HoursNow::Open(_)));
        assert_eq!(shown(&Hours::Unknown, "2026", "2026-05-01", "2026-05-11", 600), HoursNow::Check);
        assert_eq!(shown(&Hours::Always, "2022-11-02", "", "2026-05-11", 600), HoursNow::Check);
        assert_eq!(shown(&Hours::Always, "uitgezonderd", "uitgezonderd", "2040-05-11", 600), HoursNow::Always);
    }

    #[test]
    fn a_closed_line_says_when_it_opens() {
        let opens = |today, minutes| match shown(weekdays(), "2026", "", today, minutes) {
            HoursNow::Closed { opens, .. } => Some((opens.days_ahead, opens.minutes)),
            HoursNow::Always | HoursNow::Check | HoursNow::Open(_) => None,
        };
        assert_eq!(opens("2026-05-11", 539), Some((0, 540)));
        assert_eq!(opens("2026-05-11", 540), None);
        assert_eq!(opens("2026-05-11", 1260), Some((1, 540)));
        assert_eq!(opens("2026-05-08", 1300), Some((3, 540)));
        // On 5 May the hours are unknown, so the evening before announces Wednesday.
        assert_eq!(opens("2026-05-04", 1300), Some((2, 540)));
    }

    #[test]
    fn a_holiday_asks_to_check_whatever_is_not_always_open() {
        assert_eq!(shown(weekdays(), "2026", "", "2026-05-05", 600), HoursNow::Check);
        assert_eq!(shown(&Hours::Always, "2026", "", "2026-05-05", 600), HoursNow::Always);
    }
}
