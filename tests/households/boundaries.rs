//! Rows of a few answers with exactly the flags they raise, and every situation by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;

use app::model::content::LifeArea;
use app::model::content::flag::{Flag, Flags};
use app::model::dossier::Dossier;
use app::model::facts::Facts;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::common::{Told, cases_folder, catalogue, say, told_in_order};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Boundaries {
    rows: Vec<Row>,
    single: Vec<Single>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    nr: String,
    tests: String,
    #[serde(default)]
    ticks: Vec<String>,
    #[serde(default)]
    answers: BTreeMap<String, Value>,
    flags: Vec<Flag>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Single {
    flags: Vec<Flag>,
    situations: Vec<String>,
}

#[test]
fn each_boundary_row_raises_exactly_its_flags() {
    let mut problems = Vec::new();
    for row in &boundaries().rows {
        let told = Told { ticks: row.ticks.clone(), answers: row.answers.clone() };
        let is = up(&told.facts());
        if is != row.flags {
            problems.push(format!("{} ({}): {is:?}, not {:?}", row.nr, row.tests, row.flags));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn each_situation_alone_raises_exactly_its_flags_and_unticking_takes_them_down() {
    let mut problems = Vec::new();
    for single in &boundaries().single {
        for situation in &single.situations {
            let answers = alone(situation).answers();
            let (mut dossier, facts) = told_in_order(&answers);
            let is = up(&facts);
            if is != single.flags {
                problems.push(format!("{situation}: {is:?}, not {:?}", single.flags));
            }
            let question = catalogue().question_of_tick(situation).expect(situation);
            let after = up(&say(&mut dossier, question, None));
            if !after.is_empty() {
                problems.push(format!("{situation} unticked: {after:?} still up"));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn the_table_of_single_situations_holds_every_situation_once() {
    let table = boundaries().single.iter().flat_map(|single| &single.situations);
    let listed: Vec<&String> = table.collect();
    let once: BTreeSet<&String> = listed.iter().copied().collect();
    assert_eq!(once.len(), listed.len(), "a situation is listed twice");
    let areas = &catalogue().content.areas;
    let all: BTreeSet<&String> = areas.iter().flat_map(ids).collect();
    assert_eq!(once, all);
    assert_eq!(all.len(), 114);
}

#[test]
fn every_flag_goes_down_when_the_answers_that_raised_it_are_taken_back() {
    let mut raised = BTreeSet::new();
    for row in &boundaries().rows {
        let answers = Told { ticks: row.ticks.clone(), answers: row.answers.clone() }.answers();
        let (mut dossier, facts) = told_in_order(&answers);
        raised.extend(facts.flags().iter());
        for question in answers.keys() {
            say(&mut dossier, question, None);
        }
        assert_eq!(all_down(&mut dossier), Vec::<Flag>::new(), "{}", row.nr);
    }
    let never: Vec<_> = Flags::all().iter().filter(|flag| !raised.contains(flag)).collect();
    // Another table has the situation that raises it.
    assert_eq!(never, [Flag::YouthNow]);
}

/// The flags after an event that changes nothing.
fn all_down(dossier: &mut Dossier) -> Vec<Flag> {
    up(&say(dossier, "n1", None))
}

/// One ticked situation, in its chosen area.
fn alone(situation: &str) -> Told {
    let areas = &catalogue().content.areas;
    let home = areas.iter().find(|area| ids(area).any(|id| id == situation));
    let home = home.unwrap_or_else(|| panic!("{situation}: no such situation"));
    let chosen = (catalogue().content.flow.roles.areas.clone(), json!([home.id]));
    Told { ticks: vec![situation.to_owned()], answers: BTreeMap::from([chosen]) }
}

fn ids<C>(area: &LifeArea<C>) -> impl Iterator<Item = &String> {
    area.situations.iter().map(|situation| &situation.id)
}

fn up(facts: &Facts) -> Vec<Flag> {
    facts.flags().iter().collect()
}

fn boundaries() -> &'static Boundaries {
    static BOUNDARIES: OnceLock<Boundaries> = OnceLock::new();
    BOUNDARIES.get_or_init(|| {
        let text = fs::read_to_string(cases_folder().join("boundaries.toml"));
        toml::from_str(&text.expect("the table")).expect("rows")
    })
}
