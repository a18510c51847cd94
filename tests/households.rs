#![cfg(not(target_arch = "wasm32"))]
//! Households from the first tap to the sheet. Each case is a file in `tests/cases/`; a new case needs no Rust.
//!
//! A case contains the answers, and states exactly which flags are up, where to begin, which sheets are offered, what
//! is stored, and, written by hand, lines of the sheet. The whole sheet is a snapshot next to it.

#[path = "households/boundaries.rs"]
mod boundaries;
#[path = "households/cards.rs"]
mod cards;
#[path = "households/case.rs"]
mod case;
#[path = "households/clock.rs"]
mod clock;
mod common;
#[path = "households/device.rs"]
mod device;
#[path = "households/door/mod.rs"]
mod door;
#[path = "households/flags.rs"]
mod flags;
#[path = "households/other_language.rs"]
mod other_language;
#[path = "households/plan/mod.rs"]
mod plan;
#[path = "households/sheets.rs"]
mod sheets;
#[path = "households/stuck.rs"]
mod stuck;
#[path = "households/undo.rs"]
mod undo;

use std::collections::BTreeSet;

use app::model::content::PageKind;
use app::model::content::flag::{Flag, Flags};
use app::model::dossier::answers::{Answer, Answers};
use app::model::journey;

use case::{Storage, all, every};
use common::road::Road;
use common::{catalogue, told_in_order};

#[test]
fn flags_are_exactly_those_the_case_states_in_whatever_order_one_answers() {
    every(|case| {
        let answers = case.told().answers();
        let mut order: Vec<_> = answers.iter().collect();
        for turn in 0..3 {
            shuffle(&mut order, turn);
            let (_, facts) = told_in_order(order.iter().copied());
            let flags: Vec<Flag> = facts.flags().iter().collect();
            if flags != case.flags {
                return vec![format!("turn {turn}: {flags:?}, not {:?}", case.flags)];
            }
        }
        Vec::new()
    });
}

#[test]
fn where_to_begin_is_proposed_with_its_reason() {
    every(|case| {
        let facts = case.told().facts();
        let proposed = journey::proposed_start(&facts);
        let proposed = proposed.map(|(area, why)| (area.to_owned(), why.to_owned()));
        differs("start", &proposed, &case.start)
    });
}

#[test]
fn every_answer_of_a_case_can_be_given_on_the_road_and_the_road_ends() {
    every(|case| {
        let told = case.told().answers();
        let road = case.road();
        let off_road: BTreeSet<&String> = told.keys().filter(|id| !road.asked.contains(*id)).collect();
        let expected: BTreeSet<&String> = case.off_road.iter().collect();
        let mut problems = differs("never asked", &off_road, &expected);
        if let Some(screens) = case.screens {
            problems.extend(differs(&road.names(), &road.places.len(), &screens));
        }
        let flag_screen = road.pages().iter().position(|page| *page == PageKind::Flag);
        if let Some(number) = case.flag_screen {
            problems.extend(differs("flag screen", &flag_screen, &Some(number - 1)));
        }
        let flags: Vec<Flag> = road.facts.flags().iter().collect();
        let told_flags = case.off_road.is_empty().then_some(case.flags.clone());
        problems.extend(differs("flags at the end", &flags, &told_flags.unwrap_or(flags.clone())));
        problems
    });
}

#[test]
fn no_screen_of_the_road_is_passed_over_and_back_goes_the_same_way() {
    every(|case| {
        let road = case.road();
        let mut problems = differs("screens that came", &road.seen(), &road.steps());
        let mut back = road.way_back();
        back.reverse();
        problems.extend(differs("the way back", &back, &road.steps()));
        problems
    });
}

#[test]
fn tapping_alone_gets_to_the_end() {
    every(|case| {
        let tapped = without_own_words(case.told().answers());
        let road = Road::walk(&tapped);
        let last = road.places.last().map(|place| catalogue().screen(*place).id.as_str());
        let expected = case.road().places.last().map(|place| catalogue().screen(*place).id.as_str());
        differs("last screen", &last, &expected)
    });
}

#[test]
fn what_is_stored_stops_and_goes_where_it_is_not_safe() {
    every(|case| {
        let road = case.road();
        let storage = match (road.was_stored, road.is_stored) {
            (false, false) => Storage::Memory,
            (_, true) => Storage::Device,
            (true, false) => Storage::Stopped,
        };
        let mut problems = differs("storage", &storage, &case.storage);
        problems.extend(differs("told of the stop", &road.told_of_stop, &(storage == Storage::Stopped)));
        problems
    });
}

#[test]
fn every_flag_is_up_in_one_case_and_down_in_another() {
    let cases = all();
    for flag in Flags::all() {
        let up = cases.iter().filter(|case| case.flags.contains(&flag)).count();
        assert!(up > 0, "{flag:?} is never up");
        assert!(up < cases.len(), "{flag:?} is never down");
    }
    for case in cases {
        let serious = case.flags.contains(&Flag::UnsafeSerious);
        assert!(!serious || case.flags.contains(&Flag::Unsafe), "{}", case.file);
    }
}

#[test]
fn who_is_tired_of_help_is_asked_for_no_more_people_and_keeps_what_was_told() {
    let roles = &catalogue().content.flow.roles;
    let yes = |id: &str| (id.to_owned(), Answer::Yes);
    let area = |id: &str| format!("geld.{id}");
    let told = Answers::from_iter([
        (roles.areas.clone(), Answer::Picks { picked: vec!["geld".to_owned()], own: String::new() }),
        yes(&area(&roles.more)),
    ]);
    let asks = |answers: &Answers| {
        let asked = Road::walk(answers).asked;
        roles.tired_drops.iter().filter(|id| asked.contains(&area(id))).count()
    };
    assert_eq!(asks(&told), 2);
    let (dossier, facts) = told_in_order(told.iter().chain([(&roles.tired, &Answer::Yes)]));
    let open = journey::steps(&facts, &dossier).into_iter().flat_map(|place| journey::items(&facts, &dossier, place));
    let open: Vec<journey::ScreenItem> = open.collect();
    let is_open = |id: &str| open.iter().any(|item| item.is_about(&area(id)));
    assert!(!open.is_empty() && roles.tired_drops.iter().all(|id| !is_open(id)));
    // Answered before: it counts, and can be changed.
    let first = area(&roles.tired_drops[0]);
    let before = (first.clone(), Answer::Picks { picked: vec!["bank".to_owned()], own: String::new() });
    let answers: Answers = told.into_iter().chain([yes(&roles.tired), before]).collect();
    let (dossier, facts) = told_in_order(answers.iter());
    assert_eq!(facts.picks(&first), ["bank"]);
    assert!(journey::place_of(&facts, &dossier, &first).is_some());
}

#[test]
fn who_goes_on_for_oneself_is_asked_about_safety_first() {
    let pick = |id: &str| Answer::Picks { picked: vec![id.to_owned()], own: String::new() };
    let told = Answers::from_iter([
        ("st1".to_owned(), pick("ander")),
        ("an3".to_owned(), Answer::Text("Haar man slaat haar. Ik wil dood.".to_owned())),
        ("an4".to_owned(), Answer::Yes),
        ("q2".to_owned(), Answer::No),
    ]);
    let road = Road::walk(&told);
    assert!(road.asked.contains("q2"), "{}", road.names());
    assert!(
        !road.pages().contains(&PageKind::GentleQuestion),
        "what was said about someone else is no word about oneself"
    );
    assert_eq!(road.pages().last(), Some(&PageKind::Paper), "{}", road.names());
}

#[test]
fn answers_that_later_work_asks_for_are_not_asked_yet() {
    every(|case| {
        let early = case.later.keys().filter(|id| catalogue().question(id).is_some());
        early.map(|id| format!("{id} is asked now: move it to the answers")).collect()
    });
}

/// The answers without anything typed.
fn without_own_words(answers: Answers) -> Answers {
    let tapped = answers.into_iter().filter_map(|(id, answer)| match answer {
        Answer::Text(_) => None,
        Answer::Picks { picked, .. } => Some((id, Answer::Picks { picked, own: String::new() })),
        Answer::People(mut people) => {
            // The role of a person may be tapped; the name is always typed.
            for person in &mut people {
                person.name.clear();
            }
            Some((id, Answer::People(people)))
        }
        other => Some((id, other)),
    });
    tapped.collect()
}

/// One problem, if two values differ.
fn differs<T: PartialEq + std::fmt::Debug>(what: &str, is: &T, expected: &T) -> Vec<String> {
    if is == expected {
        return Vec::new();
    }
    vec![format!("{what}: {is:?}, not {expected:?}")]
}

/// Shuffles differently for each turn, but the same in every test run.
fn shuffle<T>(items: &mut [T], turn: u64) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(turn + 1);
    for last in (1..items.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).expect("31 bits") % (last + 1);
        items.swap(last, other);
    }
}
