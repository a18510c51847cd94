//! Opening hours of a contact: reads them, and decides what the page may say about them now. Invents nothing: hours
//! that nobody has checked for a long time are not shown.

use super::catalogue::Catalogue;
use super::content::{Contact, Desk, Holiday};
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
    /// `altijd`, `onbekend`, or blocks such as `ma-vr 09:00-21:00; za 10:00-14:00`.
    pub hours: &'a str,
    pub source_date: &'a str,
    pub confirmed_on: &'a str,
}

/// What the page may say about the hours now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hours {
    Always,
    /// “Controleer de tijden.” Shown neither as open nor as closed.
    Check,
    Open(Vec<Block>),
    Closed {
        blocks: Vec<Block>,
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

/// Days and hours: 0 is Monday, hours are minutes since midnight, and `to` itself is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub first: u8,
    pub last: u8,
    pub from: u16,
    pub to: u16,
}

/// Parsed hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Times {
    Always,
    Unknown,
    Blocks(Vec<Block>),
}

/// Months after which an unconfirmed source is too old.
const MONTHS_FRESH: i32 = 24;
const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
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
pub fn shown_hours(written: Written, now: Option<Now>, holidays: &[Holiday]) -> Hours {
    let Some(now) = now else {
        return if parse(written.hours) == Some(Times::Always) { Hours::Always } else { Hours::Check };
    };
    let blocks = match known(written, now.today) {
        Times::Always => return Hours::Always,
        Times::Unknown => return Hours::Check,
        Times::Blocks(_) if is_holiday(now.today, holidays) => return Hours::Check,
        Times::Blocks(blocks) => blocks,
    };
    let weekday = now.today.weekday();
    let is_open = |block: &Block| block.holds(weekday) && (block.from..block.to).contains(&now.minutes);
    if blocks.iter().any(is_open) {
        return Hours::Open(blocks);
    }
    match next(&blocks, now, holidays) {
        Some(opens) => Hours::Closed { blocks, opens },
        None => Hours::Check,
    }
}

/// The hours that may be shown on this day: also unknown if the source is unknown or old and nobody confirmed it.
pub fn known(written: Written, today: Date) -> Times {
    let fresh = !written.confirmed_on.is_empty()
        || written.source_date == EXEMPT
        || source_day(written.source_date).is_some_and(|day| !is_old(day, today));
    match parse(written.hours) {
        Some(times) if fresh => times,
        Some(_) | None => Times::Unknown,
    }
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

/// Parses hours as an editor writes them.
pub fn parse(text: &str) -> Option<Times> {
    match text.trim() {
        "altijd" => Some(Times::Always),
        "onbekend" => Some(Times::Unknown),
        blocks => {
            let mut read = Vec::new();
            for block in blocks.split(';') {
                read.push(parse_block(block.trim())?);
            }
            Some(Times::Blocks(read))
        }
    }
}

fn parse_block(text: &str) -> Option<Block> {
    let (days, hours) = text.split_once(' ')?;
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let (from, to) = hours.split_once('-')?;
    let block = Block { first: day(first)?, last: day(last)?, from: minutes(from)?, to: minutes(to)? };
    (block.first <= block.last && block.from < block.to).then_some(block)
}

fn day(text: &str) -> Option<u8> {
    let index = DAYS.iter().position(|day| *day == text)?;
    u8::try_from(index).ok()
}

fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (words::number(hour)?, words::number(minute)?);
    let all = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && all <= 24 * 60).then_some(all)
}

impl Block {
    fn holds(self, weekday: u8) -> bool {
        (self.first..=self.last).contains(&weekday)
    }
}

/// The next opening in the coming week; skips holidays, because their hours are not known.
fn next(blocks: &[Block], now: Now, holidays: &[Holiday]) -> Option<Opens> {
    (0..=7u8).find_map(|days_ahead| {
        let on = now.today.plus(i64::from(days_ahead))?;
        let earliest = if days_ahead == 0 { now.minutes + 1 } else { 0 };
        let today = blocks.iter().filter(|block| block.holds(on.weekday()) && block.from >= earliest);
        let minutes = today.map(|block| block.from).min()?;
        (!is_holiday(on, holidays)).then_some(Opens { on, days_ahead, minutes })
    })
}

/// The sentences for the screen, with the texts of the content.
pub fn sentences(hours: &Hours, catalogue: &Catalogue) -> Vec<String> {
    match hours {
        Hours::Always => vec![catalogue.text("hours.always").to_owned()],
        Hours::Check => vec![catalogue.text("hours.unknown").to_owned()],
        Hours::Open(blocks) => vec![blocks_in_words(blocks, catalogue)],
        Hours::Closed { blocks, opens } => {
            vec![blocks_in_words(blocks, catalogue), opens_in_words(*opens, catalogue)]
        }
    }
}

/// The hours for paper, which does not know the time of reading; `None` if they may not be shown.
pub fn on_paper(written: Written, today: Date, catalogue: &Catalogue) -> Option<String> {
    match known(written, today) {
        Times::Always => Some(catalogue.text("hours.always").to_owned()),
        Times::Unknown => None,
        Times::Blocks(blocks) => Some(blocks_in_words(&blocks, catalogue)),
    }
}

fn blocks_in_words(blocks: &[Block], catalogue: &Catalogue) -> String {
    let words: Vec<String> = blocks.iter().map(|block| block_in_words(*block, catalogue)).collect();
    words.join(catalogue.text("hours.join"))
}

fn block_in_words(block: Block, catalogue: &Catalogue) -> String {
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
    use super::*;
    use crate::model::content::HolidayRule;

    fn day(text: &str) -> Date {
        text.parse().expect("a day of this test")
    }

    fn holidays() -> Vec<Holiday> {
        vec![Holiday { name: "Bevrijdingsdag".to_owned(), on: HolidayRule::Fixed { month: 5, day: 5 } }]
    }

    fn shown(hours: &str, source_date: &str, confirmed_on: &str, today: &str, minutes: u16) -> Hours {
        let written = Written { hours, source_date, confirmed_on };
        shown_hours(written, Some(Now { today: day(today), minutes }), &holidays())
    }

    #[test]
    fn hours_are_read_as_editors_write_them() {
        let block = |first, last, from, to| Block { first, last, from, to };
        assert_eq!(parse("altijd"), Some(Times::Always));
        assert_eq!(parse("onbekend"), Some(Times::Unknown));
        assert_eq!(
            parse("ma-vr 09:00-21:00; za 10:00-14:30"),
            Some(Times::Blocks(vec![block(0, 4, 540, 1260), block(5, 5, 600, 870)]))
        );
        for wrong in ["", "ma", "ma 9", "vr-ma 09:00-10:00", "ma 10:00-09:00", "ma 09:70-10:00", "ma 09:00-25:00"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hours_without_a_fresh_source_are_never_told() {
        let on = |source, confirmed| shown("ma-vr 09:00-21:00", source, confirmed, "2026-05-11", 600);
        assert!(matches!(on("2026", ""), Hours::Open(_)));
        assert!(matches!(on("2024-05-11", ""), Hours::Open(_)));
        assert_eq!(on("2024-05-10", ""), Hours::Check);
        assert_eq!(on("onbekend", ""), Hours::Check);
        assert_eq!(on("geen", ""), Hours::Check);
        assert!(matches!(on("onbekend", "2026-05-01"), Hours::Open(_)));
        assert_eq!(shown("onbekend", "2026", "2026-05-01", "2026-05-11", 600), Hours::Check);
        assert_eq!(shown("altijd", "2022-11-02", "", "2026-05-11", 600), Hours::Check);
        assert_eq!(shown("altijd", "uitgezonderd", "uitgezonderd", "2040-05-11", 600), Hours::Always);
    }

    #[test]
    fn a_closed_line_says_when_it_opens() {
        let opens = |today, minutes| match shown("ma-vr 09:00-21:00", "2026", "", today, minutes) {
            Hours::Closed { opens, .. } => Some((opens.days_ahead, opens.minutes)),
            Hours::Always | Hours::Check | Hours::Open(_) => None,
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
        assert_eq!(shown("ma-vr 09:00-21:00", "2026", "", "2026-05-05", 600), Hours::Check);
        assert_eq!(shown("altijd", "2026", "", "2026-05-05", 600), Hours::Always);
    }
}
