//! The sheet of every case: which sheets are offered, the lines stated by hand, what must never be on it, and the whole
//! sheet as a snapshot.

use std::collections::BTreeSet;

use app::model::content::Sheet;
use app::model::facts::Facts;
use app::model::paper::plain_text;
use app::model::paper::{self, Offered, PaperChoice, summary};

use crate::case::{Case, all, every};
use crate::common::told_in_order;
use crate::differs;

const SHEETS: [Sheet; 5] =
    [Sheet::Summary, Sheet::OwnPlan, Sheet::TailoredRequest, Sheet::MeetingRequest, Sheet::SafetyCard];

/// Words of the desk and the law, products, and everything else that must never be on paper.
pub const NEVER: [&str; 16] = [
    "F-",
    "Wmo",
    "Wgs",
    "Wlz",
    "Jeugdwet",
    "Participatiewet",
    "artikel",
    "indicatie",
    "pgb",
    "BSN",
    "burgerservicenummer",
    "@",
    "NL00",
    "diagnose",
    "schuldhulpverlening",
    "tel.",
];

#[test]
fn a_sheet_is_there_or_its_absence_has_a_reason() {
    every(|case| {
        let facts = case.told().facts();
        let mut problems = differs("sheets", &offered(&facts), &case.sheets);
        for (sheet, reason) in &case.closed {
            let said = Offered::No(Some(reason.clone()));
            problems.extend(differs("reason", &paper::offered(&facts, *sheet), &said));
        }
        problems
    });
}

#[test]
fn the_lines_stated_by_hand_stand_on_their_page() {
    every(|case| {
        let Some(pages) = pages(case) else {
            return differs("lines without a sheet", &case.page_1.len(), &0);
        };
        let second = pages.get(1).map_or("", String::as_str);
        let mut problems = missing(&pages[0], &case.page_1, "page 1");
        problems.extend(missing(second, &case.page_2, "page 2"));
        problems.extend(differs("pages", &pages.len(), &(1 + usize::from(!case.page_2.is_empty()))));
        problems
    });
}

#[test]
fn what_may_not_stand_on_paper_stands_nowhere() {
    every(|case| {
        let text = pages(case).unwrap_or_default().join(" ");
        let never = case.never.iter().map(String::as_str).chain(NEVER);
        let mut problems: Vec<String> =
            never.filter(|word| text.contains(word)).map(|word| format!("says {word:?}")).collect();
        if longest_number(&text) >= 9 {
            problems.push("holds a number of nine digits or more".to_owned());
        }
        problems
    });
}

#[test]
fn one_first_sentence_one_thing_first_and_at_most_three_outcomes() {
    every(|case| {
        let Some(pages) = pages(case) else {
            return Vec::new();
        };
        let times = |heading: &str| pages[0].matches(heading).count();
        let mut problems = differs("first sentences", &times("Wat nodig is:"), &1);
        problems.extend(differs("things first", &times("Begin hier:"), &1));
        let outcomes = pages[0].matches(" (D").count();
        if outcomes > 3 {
            problems.push(format!("{outcomes} outcomes"));
        }
        problems
    });
}

#[test]
fn every_page_keeps_to_forty_lines_of_eighty_characters() {
    every(|case| {
        let text = plain(case).unwrap_or_default();
        let pages: Vec<&str> = text.trim_end().split("\n\n").collect();
        let mut problems = Vec::new();
        for page in pages {
            let lines = page.lines().count();
            if lines > 40 {
                problems.push(format!("{lines} lines"));
            }
            let long = page.lines().filter(|line| line.chars().count() > 80);
            problems.extend(long.map(|line| format!("longer than 80: {line}")));
            let wordy = page.lines().filter(|line| line.split_whitespace().count() > 20);
            problems.extend(wordy.map(|line| format!("more than 20 words: {line}")));
        }
        problems
    });
}

#[test]
fn the_whole_sheet_is_as_it_was_checked() {
    for case in all() {
        if let Some(text) = plain(case) {
            insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../snapshots", omit_expression => true }, {
                insta::assert_snapshot!(case.file.clone(), text);
            });
        }
    }
}

/// The sheets that are offered.
pub fn offered(facts: &Facts) -> BTreeSet<Sheet> {
    let is_there = |sheet: &Sheet| paper::offered(facts, *sheet) == Offered::Yes;
    SHEETS.into_iter().filter(is_there).collect()
}

/// The sheet as one line of text.
pub fn sheet(facts: &Facts) -> String {
    one_line(&plain_text::plain(&summary::compose(facts, &PaperChoice::default()).document))
}

/// The sheet of a case, if it has one.
fn plain(case: &Case) -> Option<String> {
    let (_, facts) = told_in_order(&case.told().answers());
    let choice = PaperChoice { kept: case.kept.iter().cloned().collect(), ..PaperChoice::default() };
    let there = paper::offered(&facts, Sheet::Summary) == Offered::Yes;
    there.then(|| plain_text::plain(&summary::compose(&facts, &choice).document))
}

/// The pages, each as one line of text.
fn pages(case: &Case) -> Option<Vec<String>> {
    plain(case).map(|text| text.trim_end().split("\n\n").map(one_line).collect())
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts that the page lacks, each searched after the one before it.
pub fn missing(page: &str, texts: &[String], which: &str) -> Vec<String> {
    let mut from = 0;
    let mut problems = Vec::new();
    for text in texts {
        match page[from..].find(text.as_str()) {
            Some(at) => from += at + text.len(),
            None => problems.push(format!("{which} lacks: {text}\n    in: {}", &page[from..])),
        }
    }
    problems
}

/// The number of digits of the longest number, with single spaces, dashes and full stops inside.
pub fn longest_number(text: &str) -> usize {
    let mut longest = 0;
    let mut digits = 0;
    let mut gap = 0;
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits += 1;
            gap = 0;
        } else if matches!(letter, ' ' | '-' | '.') && gap == 0 {
            gap = 1;
        } else {
            digits = 0;
        }
        longest = longest.max(digits);
    }
    longest
}
