//! Parses opening hours as an editor writes them: `altijd`, `onbekend`, or blocks such as
//! `ma-vr 09:00-21:00; za 10:00-14:00`.

use crate::model::content::{Hours, HoursBlock};

const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// The hours in this text.
///
/// # Errors
///
/// The first block that cannot be parsed.
pub fn parse(text: &str) -> Result<Hours, &str> {
    match text {
        "altijd" => Ok(Hours::Always),
        "onbekend" => Ok(Hours::Unknown),
        blocks => blocks.split("; ").map(|text| block(text).ok_or(text)).collect::<Result<_, _>>().map(Hours::Blocks),
    }
}

fn block(text: &str) -> Option<HoursBlock> {
    let (days, hours) = text.split_once(' ')?;
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let (from, to) = hours.split_once('-')?;
    let block = HoursBlock { first: day(first)?, last: day(last)?, from: minutes(from)?, to: minutes(to)? };
    (block.first <= block.last && block.from < block.to).then_some(block)
}

fn day(name: &str) -> Option<u8> {
    let index = DAYS.iter().position(|day| *day == name)?;
    u8::try_from(index).ok()
}

fn minutes(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    if hour.len() != 2 || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= 24 * 60).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_editors_write_them() {
        let block = |first, last, from, to| HoursBlock { first, last, from, to };
        assert_eq!(parse("altijd"), Ok(Hours::Always));
        assert_eq!(parse("onbekend"), Ok(Hours::Unknown));
        assert_eq!(
            parse("ma-vr 09:00-21:00; za 10:00-14:30"),
            Ok(Hours::Blocks(vec![block(0, 4, 540, 1260), block(5, 5, 600, 870)]))
        );
        assert_eq!(parse("ma-zo 00:00-24:00"), Ok(Hours::Blocks(vec![block(0, 6, 0, 1440)])));
    }

    #[test]
    fn the_first_block_that_has_no_hours_is_told() {
        for wrong in [
            "",
            "ma",
            "ma 9",
            "9-17",
            "ma-vr 9:00-17:00",
            "vr-ma 09:00-10:00",
            "ma 10:00-09:00",
            "ma 09:00-09:00",
            "ma 09:70-10:00",
            "ma 09:00-25:00",
            "ma 09:00-24:01",
            "mon 09:00-17:00",
            " altijd",
        ] {
            assert_eq!(parse(wrong), Err(wrong));
        }
        assert_eq!(parse("ma 09:00-10:00; di; wo"), Err("di"));
        assert_eq!(parse("ma 09:00-10:00;di 09:00-10:00"), Err("ma 09:00-10:00;di 09:00-10:00"));
    }
}
