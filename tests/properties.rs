//! Ten thousand random dossiers, made of events drawn from the real content, and the properties that each must have.
#![cfg(not(target_arch = "wasm32"))]

#[path = "properties/dice.rs"]
mod dice;

#[path = "properties/pool.rs"]
mod pool;

#[path = "properties/words.rs"]
mod words;

#[path = "properties/seek.rs"]
mod seek;

#[path = "common/tally.rs"]
mod tally;

#[path = "common/effort.rs"]
mod effort;

#[path = "properties/expected.rs"]
mod expected;

#[path = "properties/life.rs"]
mod life;

#[path = "properties/acts.rs"]
mod acts;

#[path = "properties/changes.rs"]
mod changes;
#[path = "properties/plan.rs"]
mod plan;

#[path = "properties/plan_paper.rs"]
mod plan_paper;

#[path = "properties/promises.rs"]
mod promises;

#[path = "properties/undo.rs"]
mod undo;

#[path = "properties/paper.rs"]
mod paper;

use std::cell::RefCell;
use std::panic::resume_unwind;
use std::thread;

use app::model::journey;
use app::model::route::Route;
use app::model::saved;
use dice::Dice;
use life::Life;
use pool::pool;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use tally::Tally;

const WORKERS: u8 = 4;

/// Number of dossiers.
fn cases() -> u32 {
    if effort::is_full() { 10_000 } else { 1_000 }
}

/// A runner with a fixed seed, so that a failure comes from a change in the code and never from chance.
fn runner(cases: u32, worker: u8) -> TestRunner {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[worker; 32]);
    TestRunner::new_with_rng(config, rng)
}

#[test]
fn ten_thousand_dossiers_keep_every_promise() {
    let run = |worker| thread::spawn(move || some_dossiers(worker));
    let workers: Vec<_> = (0..WORKERS).map(run).collect();
    let mut tally = Tally::default();
    for worker in workers {
        match worker.join() {
            Ok(Ok(counted)) => tally.add(counted),
            Ok(Err(broken)) => panic!("{broken}"),
            Err(panicked) => resume_unwind(panicked),
        }
    }
    let seldom = tally.too_seldom(expected::expected(), expected::LEAST);
    assert!(
        seldom.is_empty() || !effort::is_full(),
        "came up too rarely:\n{}\n\nof all:\n{}",
        seldom.join("\n"),
        tally.all()
    );
}

/// The share of one worker, with the tally of what came up in it.
fn some_dossiers(worker: u8) -> Result<Tally, String> {
    let tally = RefCell::new(Tally::default());
    let genes = prop::collection::vec(any::<u64>(), 2..=5);
    let outcome = runner(cases() / u32::from(WORKERS), worker).run(&genes, |genes| {
        let tally = &mut *tally.borrow_mut();
        live(&genes, tally).map_err(TestCaseError::fail)
    });
    outcome.map_err(|error| error.to_string())?;
    Ok(tally.into_inner())
}

fn live(genes: &[u64], tally: &mut Tally) -> Result<(), String> {
    let mut seen = Tally::default();
    std::mem::swap(tally, &mut seen);
    let watch = |step: &life::Step<'_>| {
        promises::other_answers_stay(step)?;
        undo::danger_stays(step)?;
        plan::every_reference_leads_somewhere(step)
    };
    let life = Life::lived(genes, &mut seen, &watch);
    let mut dice = Dice::new(genes.first().copied().unwrap_or(0));
    let kept = life.and_then(|life| {
        promises::check(&life, &mut dice, tally)?;
        let sheets = paper::check(&life, tally)?;
        plan_paper::check(&life, sheets, tally)
    });
    tally.add(seen);
    kept
}

#[test]
fn every_address_reads_back_and_none_is_more_than_an_address() {
    let strings =
        prop_oneof![any::<String>(), "#?/(stap|vel|overzicht|meenemen|uitleg)(/[a-z0-9]{0,5})?", "#/stap/[0-9]{1,6}"];
    let outcome = runner(2_000, 0).run(&strings, |text| {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.fragment()), route);
        let known = route
            .fragment()
            .trim_start_matches("#/")
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '/');
        prop_assert!(known, "{}", route.fragment());
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
    let numbers = 1..=pool().catalogue.places().len();
    for number in numbers {
        assert_eq!(Route::parse(&Route::Step(number).fragment()), Route::Step(number));
    }
}

#[test]
fn a_text_that_is_no_dossier_is_refused_and_never_panics() {
    let outcome = runner(2_000, 0).run(&any::<String>(), |text| {
        let records = litemap::LiteMap::from_iter([("start".to_owned(), text.clone())]);
        let restored = saved::read(pool().catalogue, &records);
        prop_assert_eq!(restored.damaged.len() + restored.newer.len(), 1);
        if let Some(dossier) = saved::from_memory(&text) {
            let facts = app::model::facts::Facts::of(pool().catalogue, &dossier.answers, pool().today);
            journey::first_open(&facts, &dossier);
        }
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
}
