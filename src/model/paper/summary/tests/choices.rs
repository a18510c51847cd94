//! The resident's choices for the sheet, and what the screen promises about them.

use std::collections::BTreeSet;

use super::*;
use crate::model::paper::{answers_so_far, call_note, expected, held_back_in, sentences_left};
use crate::model::privacy::scan::Finding;

#[test]
fn a_fourth_area_that_was_only_ticked_is_named_nowhere() {
    let told = answers(&[("n2", ticks(&["geld", "wonen", "werk", "hoofd"]))]);
    let sheet = text_of(&told, &PaperChoice::default());
    let note = plain_text::plain(&call_note::compose(&facts(&told), &PaperChoice::default()));
    for text in [&sheet, &note] {
        assert!(text.contains("geld") && text.contains("wonen"), "{text}");
        assert!(!text.contains("hoofd"), "{text}");
    }
}

#[test]
fn what_was_told_about_someone_else_stays_on_the_screen() {
    let told = answers(&[("st1", ticks(&["ander"])), ("an3", words("Ik kan koffie met haar drinken."))]);
    let text = plain_text::plain(&answers_so_far::compose(&facts(&told), &PaperChoice::default(), &BTreeSet::new()));
    assert!(!text.contains("koffie"), "{text}");
}

#[test]
fn more_sentences_than_fit_are_told_by_name() {
    let chosen = ["zin-plan", "zin-onafhankelijk", "zin-besluit", "zin-verslag", "zin-oneens"];
    let left = |count: usize| sentences_left(&facts(&answers(&[("vr-zinnen", ticks(&chosen[..count]))])), "vr-zinnen");
    assert_eq!(left(3), Vec::<String>::new());
    assert_eq!(left(4), ["Ik wil een verslag van het gesprek."]);
    assert_eq!(left(5).len(), 1, "the one on page 2 takes no room");
}

#[test]
fn the_days_to_expect_follow_from_the_day_of_the_report() {
    let told = [("n2", ticks(&["geld"])), ("ml-gedaan", ticks(&["ja"])), ("ml-datum", Answer::Date(day("2026-05-04")))];
    let told = facts(&answers(&told));
    let days = expected(&told, &PaperChoice::default(), "ml-datum");
    assert_eq!(days, ["Ik verwacht een gesprek uiterlijk op 1 juni 2026."]);
    assert_eq!(expected(&told, &PaperChoice::default(), "ge-af"), Vec::<String>::new());
}

#[test]
fn someone_else_without_a_word_who_is_a_line_for_the_pen() {
    let text = paper(&[("st1", ticks(&["samen"])), ("st-wie", ticks(&["iemand-anders"]))]);
    assert!(text.contains("samen ingevuld met: ____") && !text.contains("{}"), "{text}");
}

#[test]
fn a_name_in_a_role_waits_for_a_word() {
    let told = answers(&[("kr-mensen", people(&["Oma", "buurvrouw Til"]))]);
    let held = |choice: &PaperChoice| held_back_in(&facts(&told), choice, "kr-mensen");
    assert_eq!(held(&PaperChoice::default()), [Finding::Name("Til".to_owned())]);
    let sheet = text_of(&told, &PaperChoice::default());
    assert!(sheet.contains("Mensen om mij heen: Oma.") && !sheet.contains("Til"), "{sheet}");
    let kept = PaperChoice { kept: ["kr-mensen#name.Til".to_owned()].into(), ..PaperChoice::default() };
    assert_eq!(held(&kept), []);
    assert!(text_of(&told, &kept).contains("Mensen om mij heen: Oma, buurvrouw Til."));
}

#[test]
fn the_hours_of_the_desk_stay_on_the_strip_of_page_2() {
    let choice = PaperChoice { call_note: true, gemeente: Some("voorbeeldstad".to_owned()), ..PaperChoice::default() };
    let text = text_of(&answers(&[("n2", ticks(&["geld", "kind"]))]), &choice);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Open: maandag tot en met vrijdag, van 9 tot 17 uur Ik zeg"), "{text}");
    assert!(text.contains("over geld en kinderen en school"), "{text}");
}
