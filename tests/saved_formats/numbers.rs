//! No person or part gets the id of another, whichever records are damaged.

use std::collections::BTreeSet;

use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::{Person, person_of};
use app::model::plan::{Agreement, Demand, PersonDetails, PersonId, PlanEvent};
use app::model::saved;
use app::model::update::Event;

use super::plan::planned;
use super::{Records, answered, catalogue, read, today};

fn person(role: &str) -> Person {
    Person { role: role.to_owned(), ..Person::default() }
}

/// Records with people in three answers, one of whom is chosen in a fourth answer, and a complete plan.
fn records() -> Records {
    let (mut dossier, _) = planned();
    let people = vec![Person { id: 1, ..person("buurvrouw") }, person("tante")];
    let events = [
        answered("kr-mensen", Answer::People(people)),
        answered("kr-huis", Answer::People(vec![person("partner")])),
        answered("kr-hulp", Answer::People(vec![person("wijkteam")])),
        answered("be-via", Answer::pick("mens.3")),
    ];
    let mut facts = dossier.facts(catalogue(), today());
    for event in events {
        facts = dossier.apply(event, catalogue(), today());
    }
    saved::records(&facts, &dossier)
}

fn ids(dossier: &Dossier) -> Vec<u32> {
    let mut ids = Vec::new();
    for answer in dossier.answers.values() {
        if let Answer::People(people) = answer {
            ids.extend(people.iter().map(|person| person.id));
        }
    }
    ids
}

/// Every person id that the dossier refers to.
fn spoken_of(dossier: &Dossier) -> Vec<u32> {
    let mut numbers = ids(dossier);
    for answer in dossier.answers.values() {
        if let Answer::Picks { picked, .. } = answer {
            numbers.extend(picked.iter().filter_map(|option| person_of(option)));
        }
    }
    numbers.extend(dossier.plan.about.keys().map(|person| person.0));
    numbers
}

fn add_someone(dossier: &mut Dossier) -> u32 {
    let mut people = match dossier.answers.get("kr-mensen") {
        Some(Answer::People(people)) => people.clone(),
        _ => Vec::new(),
    };
    people.push(person("vriendin"));
    dossier.apply(answered("kr-mensen", Answer::People(people)), catalogue(), today());
    dossier.last_person
}

#[test]
fn numbers_stay_apart_whichever_records_are_damaged() {
    let whole = records();
    let parts: Vec<String> = whole.keys().cloned().collect();
    assert!(parts.len() >= 10, "{parts:?}");
    for damaged in 0..1_usize << parts.len() {
        let mut records = whole.clone();
        for (place, part) in parts.iter().enumerate() {
            if damaged >> place & 1 == 1 {
                records.insert(part.clone(), "x".to_owned());
            }
        }
        check_numbers(read(&records).dossier, &format!("{damaged:b} of {parts:?}"));
    }
}

fn check_numbers(mut dossier: Dossier, which: &str) {
    let before = ids(&dossier);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len(), "{which}: {before:?}");
    let spoken_of = spoken_of(&dossier);
    let new = add_someone(&mut dossier);
    assert!(spoken_of.iter().all(|other| *other < new), "{which}: {new} after {spoken_of:?}");
    let before = dossier.plan.clone();
    for event in [PlanEvent::Demand(Demand::default()), PlanEvent::Agreement(Box::default())] {
        dossier.apply(Event::Plan(event), catalogue(), today());
    }
    let demand = dossier.plan.demands.list.last().expect("it was just added").id;
    let agreement = dossier.plan.agreements.last().expect("it was just added");
    assert!(before.agreements.iter().all(|other| !other.demands.contains(&demand)), "{which}: covered at once");
    assert!(before.highest_id() < demand.0 && demand.0 < agreement.id.0, "{which}");
}

#[test]
fn fear_of_one_person_is_not_fear_of_another_after_damage() {
    let mut records = records();
    records.insert("plaats".to_owned(), "x".to_owned());
    let mut dossier = read(&records).dossier;
    let new = add_someone(&mut dossier);
    let about = PersonDetails { afraid: true, ..PersonDetails::default() };
    dossier.apply(Event::Plan(PlanEvent::PersonDetails { person: PersonId(new), about }), catalogue(), today());
    let hidden = dossier.hidden(catalogue());
    assert_eq!(hidden.feared.into_iter().collect::<Vec<_>>(), [PersonId(new)]);
    assert_eq!(ids(&dossier).iter().filter(|id| **id == new).count(), 1);
}

#[test]
fn an_agreement_added_to_an_empty_dossier_is_the_first() {
    let mut dossier = Dossier::new();
    dossier.apply(Event::Plan(PlanEvent::Agreement(Box::<Agreement>::default())), catalogue(), today());
    assert_eq!(dossier.plan.last_id, 1);
}
