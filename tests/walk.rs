//! Thousands of residents walk the road at random; at every screen each button leads to what it says.
//!
//! **A weighing question that comes up on an earlier screen is asked again before the paper; every other open question
//! is a row of the overview with a button that leads to it.**
#![cfg(not(target_arch = "wasm32"))]

#[path = "walk/answers.rs"]
mod answers;
#[path = "walk/buttons.rs"]
mod buttons;
#[path = "properties/changes.rs"]
mod changes;
#[path = "walk/checks.rs"]
mod checks;
#[path = "properties/dice.rs"]
mod dice;
#[path = "common/effort.rs"]
mod effort;
#[path = "walk/examples.rs"]
mod examples;
#[path = "walk/expected.rs"]
mod expected;
#[path = "walk/plan_links.rs"]
mod plan_links;
#[path = "walk/plan_pages.rs"]
mod plan_pages;
#[path = "common/tally.rs"]
mod tally;
#[path = "walk/walker.rs"]
mod walker;

use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use app::authoring;
use app::model::catalogue::Catalogue;
use app::model::date::Date;

use dice::Dice;
use tally::Tally;
use walker::Walker;

/// One in this many walks from the first screen to the paper, the others a part of the road.
const WHOLE: u64 = 50;

/// Number of screens in a part.
const PART: usize = 1;
const WORKERS: u64 = 4;

/// The content of this repository, as the phone reads it.
fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let packed = authoring::packed_files();
        Catalogue::read(&packed.structure, &packed.words).expect("packed content reads back").leak()
    })
}

fn today() -> Date {
    "2026-05-11".parse().expect("a day of the calendar")
}

/// Number of residents that walk.
fn dossiers() -> u64 {
    if effort::is_full() { 5_000 } else { 200 }
}

#[test]
fn every_button_leads_to_what_it_says_and_nothing_that_weighs_stays_behind() {
    let run = |worker| thread::spawn(move || some_walks(worker));
    let workers: Vec<_> = (0..WORKERS).map(run).collect();
    let mut tally = Tally::default();
    let mut broken = Vec::new();
    for worker in workers {
        match worker.join() {
            Ok((counted, found)) => {
                tally.add(counted);
                broken.extend(found);
            }
            Err(panicked) => resume_unwind(panicked),
        }
    }
    println!("{} dossiers, {} screens visited\n{}", dossiers(), expected::visited(&tally), tally.all());
    assert!(
        broken.is_empty(),
        "{} walks broke a promise:\n{}",
        broken.len(),
        broken[..broken.len().min(12)].join("\n\n")
    );
    let seldom = tally.too_seldom(expected::expected(), expected::LEAST);
    assert!(seldom.is_empty() || !effort::is_full(), "came up too rarely:\n{}", seldom.join("\n"));
}

/// The share of one worker: its tally, and the broken promises.
fn some_walks(worker: u64) -> (Tally, Vec<String>) {
    let mut tally = Tally::default();
    let mut broken = Vec::new();
    for number in 0..dossiers() / WORKERS {
        let mut walker = Walker::new(Dice::new(worker * 1_000_003 + number), &mut tally);
        let result = if number % WHOLE == 0 { walker.walk() } else { walker.walk_midway(PART) };
        if let Err(problem) = result {
            broken.push(format!("walk {worker}/{number}: {problem}\n  {}", walker.told()));
        }
    }
    (tally, broken)
}
