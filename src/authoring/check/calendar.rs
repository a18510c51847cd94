//! Checks that every holiday is a day that exists.

use super::super::draft::Draft;
use super::super::problem::Problems;

pub fn check(draft: &Draft, problems: &mut Problems) {
    let Some(calendar) = &draft.calendar else {
        return;
    };
    let year = calendar.value.released.year();
    for (index, holiday) in calendar.value.holidays.iter().enumerate() {
        if holiday.on.in_year(year).is_none() {
            problems.at(&calendar.source, &format!("holidays.{index}.on"), "deze dag bestaat niet");
        }
    }
}
