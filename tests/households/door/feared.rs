//! A feared person by every name they had: typed away, in the role, or a name that is an ordinary word too. And what keeps
//! others on paper, or off it.

use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::plan::safety_route::Haven;
use app::model::plan::{PersonDetails, PersonId, PlanEvent, SafetyRoute};

use super::media;
use crate::common::{catalogue, say, today};
use crate::plan::example::{card_of_bram, family, send};

/// The question about the people around the resident.
const CIRCLE: &str = "kr-mensen";

/// The family with one more person, marked as feared, and own words about what is needed.
fn with_feared(role: &str, name: &str, text: &str) -> (Dossier, Facts) {
    let mut dossier = family();
    put(&mut dossier, role, name, 0);
    let id = dossier.last_person;
    send(
        &mut dossier,
        PlanEvent::PersonDetails {
            person: PersonId(id),
            about: PersonDetails { afraid: true, ..PersonDetails::default() },
        },
    );
    let facts = say(&mut dossier, "n1", Some(Answer::Text(text.to_owned())));
    (dossier, facts)
}

/// Enters a person, or changes the one with this id.
fn put(dossier: &mut Dossier, role: &str, name: &str, id: u32) -> Facts {
    let mut people = match dossier.answers.get(CIRCLE) {
        Some(Answer::People(people)) => people.clone(),
        _ => Vec::new(),
    };
    people.retain(|person| person.id != id || id == 0);
    people.push(Person { id, role: role.to_owned(), name: name.to_owned(), ..Person::default() });
    say(dossier, CIRCLE, Some(Answer::People(people)))
}

fn found(facts: &Facts, dossier: &Dossier, word: &str) -> Vec<String> {
    let media = media::all(facts, dossier).into_iter();
    media.filter(|medium| medium.text.contains(word)).map(|medium| medium.name).collect()
}

#[test]
fn a_name_that_was_typed_away_stays_off_paper() {
    for (role, name) in [("ex", ""), ("ex", "D"), ("ex", "Karl"), ("", "")] {
        let (mut dossier, _) = with_feared("ex", "Karel", "Als Karel komt, slaap ik niet.");
        let id = dossier.last_person;
        let facts = put(&mut dossier, role, name, id);
        assert!(
            found(&facts, &dossier, "Karel").is_empty(),
            "{role:?} {name:?}: {:?}",
            found(&facts, &dossier, "Karel")
        );
    }
}

#[test]
fn a_name_that_is_being_typed_hides_no_ordinary_word() {
    let mut dossier = family();
    put(&mut dossier, "ex", "", 0);
    let id = dossier.last_person;
    send(
        &mut dossier,
        PlanEvent::PersonDetails {
            person: PersonId(id),
            about: PersonDetails { afraid: true, ..PersonDetails::default() },
        },
    );
    for name in ["D", "De", "Den", "Denn", "Denni", "Dennis"] {
        put(&mut dossier, "ex", name, id);
    }
    let facts = say(&mut dossier, "n1", Some(Answer::Text("De rust moet in huis zijn.".to_owned())));
    assert!(!found(&facts, &dossier, "De rust moet in huis zijn").is_empty());
}

#[test]
fn a_name_in_the_role_or_with_a_mark_is_hidden_too() {
    for (role, name) in
        [("ex-Karel", ""), ("ex/Karel", ""), ("ex(Karel)", ""), ("karel", ""), ("ex", "Karel/Kim"), ("ex", "Kim&Karel")]
    {
        let (dossier, facts) = with_feared(role, name, "Als Karel komt, slaap ik niet.");
        assert!(found(&facts, &dossier, "Karel").is_empty(), "{role:?} {name:?}");
    }
    let (dossier, facts) = with_feared("mark", "", "Als Mark komt, slaap ik niet.");
    assert!(found(&facts, &dossier, "Mark").is_empty());
}

#[test]
fn a_name_that_is_an_ordinary_word_is_a_name_with_its_capital() {
    let (dossier, facts) = with_feared("ex", "Wil", "Dat Wil weg is, en dat ik weer slaap.");
    assert!(found(&facts, &dossier, "Dat Wil weg").is_empty());
    let (dossier, facts) = with_feared("ex", "Wil", "Ik wil rust in huis.");
    assert!(!found(&facts, &dossier, "Ik wil rust in huis").is_empty());
}

#[test]
fn a_feared_person_is_not_the_one_who_lived_it() {
    let (mut dossier, _) = with_feared("ex", "Karel", "Rust.");
    say(&mut dossier, "n2", Some(Answer::pick("geld")));
    say(&mut dossier, "geld.u-meer", Some(Answer::Yes));
    let lived_it = |role: &str| Some(Answer::Picks { picked: vec!["ja".to_owned()], own: role.to_owned() });
    let facts = say(&mut dossier, "kr-ervaring", lived_it("ex"));
    assert!(found(&facts, &dossier, "ex (kent dit zelf)").is_empty());
    let facts = say(&mut dossier, "kr-ervaring", lived_it("lotgenoot"));
    assert!(!found(&facts, &dossier, "lotgenoot (kent dit zelf)").is_empty());
}

#[test]
fn a_safe_place_called_after_someone_takes_nobody_off_paper() {
    let mut dossier = family();
    put(&mut dossier, "opa", "", 0);
    let first = Haven { place: "opa".to_owned(), ..Haven::default() };
    let facts = send(&mut dossier, PlanEvent::Route(Box::new(SafetyRoute { first, ..card_of_bram() })));
    assert!(!found(&facts, &dossier, "opa").is_empty());
    let facts = say(&mut dossier, "n1", Some(Answer::Text("Ik slaap vanavond bij opa.".to_owned())));
    assert_eq!(found(&facts, &dossier, "vanavond bij opa"), Vec::<String>::new());
}

#[test]
fn a_first_name_in_a_role_is_asked_about_first() {
    for (role, name) in [("Kees", "Kees"), ("kees de buurman", "kees"), ("buur/Til", "Til")] {
        let mut dossier = family();
        let facts = put(&mut dossier, role, "", 0);
        assert_eq!(found_outside(&facts, &dossier, name), Vec::<String>::new(), "{role}");
    }
    let mut dossier = family();
    let facts = put(&mut dossier, "overbuurman", "", 0);
    assert!(!found_outside(&facts, &dossier, "overbuurman").is_empty());
}

/// Where the word is, but for the text to take along, which is the resident's own.
fn found_outside(facts: &Facts, dossier: &Dossier, word: &str) -> Vec<String> {
    let mut found = found(facts, dossier, word);
    found.retain(|medium| medium != media::OWN_FILE);
    found
}

#[test]
fn the_page_for_the_fridge_speaks_of_agreements_only_when_there_are_some() {
    let mut dossier = family();
    let said = "Onze afspraken staan in ons plan";
    let facts = dossier.facts(catalogue(), today());
    dossier.plan.agreements.retain(|agreement| !agreement.demands.is_empty());
    assert!(!dossier.plan.agreements.is_empty());
    assert_eq!(found(&facts, &dossier, said), ["fridge"]);
    dossier.plan.agreements.clear();
    assert_eq!(found(&facts, &dossier, said), Vec::<String>::new());
}
