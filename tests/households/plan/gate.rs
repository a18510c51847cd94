//! The gate, row by row.

use std::collections::BTreeSet;

use app::model::content::Sheet;
use app::model::content::flag::Flag;
use app::model::facts::Facts;
use app::model::plan::Plan;
use app::model::plan_rules::circle::People;
use app::model::plan_rules::gate;
use app::model::plan_rules::stops::{Stop, stops};
use serde_json::{Value, json};

use crate::common::{Told, catalogue, today};

/// Checks which rows close the gate after these ticks and answers.
fn check(ticks: &[&str], answers: &[(&str, Value)], closed_by: &[&str]) {
    let facts = facts(ticks, answers);
    assert_eq!(gate::closed_by(&facts), closed_by, "{ticks:?} {answers:?}");
    assert_eq!(gate::is_open(&facts), closed_by.is_empty(), "{ticks:?} {answers:?}");
    assert_eq!(facts.is_up(Flag::NoPlan), !closed_by.is_empty(), "{ticks:?} {answers:?}");
    let answers = app::model::dossier::answers::Answers::new();
    let plan = Plan::default();
    let people = People::of(catalogue(), &answers, &plan.about);
    for sheet in [Sheet::OwnPlan, Sheet::SafetyCard] {
        let held = stops(&facts, &plan, &people, sheet, &[sheet].into_iter().collect());
        assert_eq!(held.contains(&Stop::Gate), !closed_by.is_empty(), "{sheet:?} {ticks:?}");
    }
}

fn facts(ticks: &[&str], answers: &[(&str, Value)]) -> Facts {
    let areas: BTreeSet<&str> = ticks.iter().filter_map(|tick| area_of(tick)).collect();
    let ticks = ticks.iter().map(|tick| (*tick).to_owned()).collect();
    let chosen = (catalogue().content.flow.roles.areas.clone(), json!(areas));
    let answers = answers.iter().map(|(id, value)| ((*id).to_owned(), value.clone()));
    let answers = answers.chain((!areas.is_empty()).then_some(chosen)).collect();
    Facts::of(catalogue(), &Told { ticks, answers }.answers(), today())
}

/// The ticks, the other answers, and the rows that close the gate.
type Row<'a> = (&'a [&'a str], &'a [(&'a str, Value)], &'a [&'a str]);

/// The area of a tick; it must be chosen before the tick counts.
fn area_of(tick: &str) -> Option<&'static str> {
    let asked = catalogue().question_of_tick(tick).and_then(|question| catalogue().question(question))?;
    asked.area.map(|area| catalogue().content.areas[area].id.as_str())
}

const PROFESSIONAL: &str = "ve-eis";

#[test]
fn each_row_that_closes_the_gate_closes_it_also_with_a_professional() {
    let rows: [Row; 19] = [
        (&[], &[("q1", json!("ja"))], &["f1"]),
        (&["ho2"], &[], &["f2"]),
        (&["ve5"], &[], &["f3"]),
        (&["ve6"], &[], &["f3"]),
        (&["ve9"], &[], &["f3"]),
        (&["ve2"], &[("ve-wapen", json!("ja"))], &["f3"]),
        (&[], &[("q3", json!("ja")), ("q3n", json!("ja"))], &["f4"]),
        (&["ve3"], &[("q3n", json!("nee"))], &["f5"]),
        (&["ve4"], &[("q3n", json!("nee"))], &["f5"]),
        (&["ge11"], &[("q3n", json!("nee"))], &["f5"]),
        (&["ve7"], &[], &["f6"]),
        (&["ve12"], &[], &["f7"]),
        (&["me9"], &[("ve-eer", json!("ja"))], &["f7"]),
        (&["ve2"], &[("ve-afh", json!("ja"))], &["f8"]),
        (&["ho9"], &[], &["f9"]),
        (&["ve2"], &[("gp-roes", json!("ja"))], &["f9"]),
        (&["ve2"], &[("gp-steun", json!("ja"))], &["f10"]),
        (&[], &[("gp-vrij", json!("nee"))], &["f11"]),
        (&["ve2"], &[("gp-vrij", json!("nee"))], &["f11"]),
    ];
    let tried: BTreeSet<&str> = rows.iter().flat_map(|(_, _, closed)| *closed).copied().collect();
    let content = &catalogue().content.safety.gate.rows;
    let closing = content.iter().filter(|row| !row.opens_with_professional).map(|row| row.id.as_str());
    assert_eq!(tried, closing.collect(), "a row of the content has no line here");
    for (ticks, answers, closed_by) in rows {
        let mut answers = answers.to_vec();
        answers.push((PROFESSIONAL, json!("ja")));
        check(ticks, &answers, closed_by);
    }
}

#[test]
fn someone_unsafe_plans_with_a_professional_only() {
    check(&[], &[], &[]);
    check(&["ve2"], &[], &["f12"]);
    check(&["ve2"], &[(PROFESSIONAL, json!("nee"))], &["f12"]);
    check(&["ve2"], &[(PROFESSIONAL, json!("ja"))], &[]);
}
