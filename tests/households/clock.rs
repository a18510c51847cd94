//! Households whose device has an implausible clock: no date counted from it appears on paper, and nothing urgent
//! disappears.

use std::collections::BTreeSet;

use app::model::clock::Clock;
use app::model::content::Sheet;
use app::model::content::flag::Flag;
use app::model::date::Date;
use app::model::deadlines;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::paper::{self, PaperChoice, own_plan, plain_text};
use app::model::update::Event;

use crate::case::{Case, all, every};
use crate::common::{Told, catalogue, today};
use crate::plan::told::dossier;

const WRONG: [&str; 6] = ["1900-01-01", "1970-01-01", "2024-05-11", "2028-06-01", "2038-01-19", "2199-12-31"];

fn day(text: &str) -> Date {
    text.parse().expect("a day of the calendar")
}

fn in_words(date: Date) -> String {
    deadlines::in_words(date, &catalogue().content.sheets.months, catalogue().text("paper.day"))
}

fn sheets(facts: &Facts, case: &Case) -> String {
    let choice = PaperChoice { kept: case.kept.iter().cloned().collect(), call_note: true, ..PaperChoice::default() };
    let papers = [Sheet::Summary, Sheet::TailoredRequest, Sheet::MeetingRequest]
        .into_iter()
        .filter_map(|sheet| paper::compose(facts, &choice, sheet));
    papers.map(|paper| plain_text::plain(&paper.document)).collect()
}

/// Every date in words in a text: “4 mei 2026”.
fn days_in(text: &str) -> BTreeSet<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let is_month = |word: &str| catalogue().content.sheets.months.iter().any(|month| month == word);
    let days = words.windows(3).filter(|three| is_month(three[1]) && bare(three[2]).len() == 4);
    days.map(|three| format!("{} {} {}", bare(three[0]), three[1], bare(three[2]))).collect()
}

#[test]
fn with_a_wrong_clock_only_days_that_were_told_go_on_paper() {
    assert!(days_in(&sheets(&all()[0].told().facts(), &all()[0])).contains(&in_words(today())), "days are found");
    every(|case| {
        let answers = case.told().answers();
        let told = answers.values().filter_map(|answer| match answer {
            Answer::Date(date) => Some(in_words(*date)),
            _ => None,
        });
        let told: BTreeSet<String> = told.collect();
        let mut problems = Vec::new();
        for wrong in WRONG {
            let facts = Facts::of(catalogue(), &answers, day(wrong));
            let text = sheets(&facts, case);
            problems.extend(days_in(&text).difference(&told).map(|day| format!("{wrong}: {day} is on paper")));
            let pen = &catalogue().content.sheets.v1.pen_short;
            if !text.is_empty() && !text.lines().any(|line| line == pen || line.starts_with(&format!("{pen} ·"))) {
                problems.push(format!("{wrong}: there is no line for the date"));
            }
        }
        problems
    });
}

#[test]
fn with_a_wrong_clock_the_plan_has_a_line_for_the_date_and_no_term() {
    let case = all().iter().find(|case| case.file == "K4").expect("a case with a plan");
    let (mut dossier, facts) = dossier(case);
    let plan = plain_text::plain(&own_plan::compose(&facts, &dossier).expect("the gate is open").document);
    assert!(plan.contains(&in_words(today())), "{plan}");
    for wrong in WRONG {
        let facts = dossier.apply(Event::Arrived { number: 1 }, catalogue(), day(wrong));
        let plan = plain_text::plain(&own_plan::compose(&facts, &dossier).expect("the gate is open").document);
        assert!(!plan.contains(&in_words(day(wrong))) && !plan.contains("Ik geef dit plan mee tot"), "{wrong}\n{plan}");
        assert!(plan.contains(&catalogue().content.sheets.v1.pen_short), "{plan}");
    }
}

#[test]
fn a_clock_that_is_behind_makes_nothing_less_urgent() {
    every(|case| {
        let answers = case.told().answers();
        let right = Facts::of(catalogue(), &answers, today());
        let behind = Facts::of(catalogue(), &answers, day("1970-01-01"));
        let lost: Vec<Flag> = right.flags().iter().filter(|flag| !behind.is_up(*flag)).collect();
        if lost.is_empty() { Vec::new() } else { vec![format!("{lost:?} went down")] }
    });
    let told = |out: &str| {
        let mut told = Told { ticks: vec!["wo1".to_owned()], ..Told::default() };
        told.answers.insert("n2".to_owned(), "wonen".into());
        told.answers.insert("wonen.u-meer".to_owned(), "ja".into());
        told.answers.insert("wo-uit".to_owned(), out.into());
        told.answers()
    };
    for (out, now, near) in [
        ("2026-06-01", "2026-05-11", true),
        ("2026-06-01", "1970-01-01", true),
        ("2026-12-01", "2026-05-11", false),
        ("2026-12-01", "2024-05-11", true),
        ("2026-06-01", "2038-01-19", true),
    ] {
        let facts = Facts::of(catalogue(), &told(out), day(now));
        assert_eq!(facts.is_up(Flag::Roof), near, "out on {out}, the clock says {now}: {:?}", facts.clock());
    }
}

#[test]
fn a_date_of_birth_is_found_whatever_the_clock_says() {
    let mut told = Told::default();
    told.answers.insert("n1".to_owned(), "“Geboren op 3 april 1980.”".into());
    for now in WRONG.into_iter().chain(["2026-05-11"]) {
        let facts = Facts::of(catalogue(), &told.answers(), day(now));
        assert_eq!(paper::held_back(&facts, &PaperChoice::default()).len(), 1, "{now}: {:?}", facts.clock());
        assert_eq!(facts.clock() == Clock::Right, now == "2026-05-11");
    }
}
