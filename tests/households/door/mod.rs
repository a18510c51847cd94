//! One door to paper: whatever is typed, in any field, no medium gets a text, a name or a person except through the
//! privacy table and the scan.

mod feared;
mod media;
mod plants;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use app::authoring;
use app::model::content::{Class, Options, PeopleFields, QuestionKind as Asks};
use app::model::dossier::Dossier;
use app::model::dossier::answers::{Answer, Answers};
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::plan::agreements::{Agreement, AgreementKind as Agreed, AtHome};
use app::model::plan::fields::FieldValue;
use app::model::plan::reviews::Notes;
use app::model::plan::signal_ladder::{Colour, StepWords};
use app::model::plan::{Closing, Goal, PersonDetails, PersonId, PlanEvent, PlanItem, Then};
use app::model::saved;

use crate::common::{catalogue, effort, say, today};
use crate::plan::example::{AUNT, BRAM, OTHER, asks_for, day, family, people, send};
use plants::{Kind, PLANTS, shows};

/// A harmless word: where it comes out, other texts could come out too.
const TOKEN: &str = "zqpaarsq";

/// For each question, answers after which it is asked; added to the people and the plan of the family.
fn roads() -> &'static [(String, Answers)] {
    static ROADS: OnceLock<Vec<(String, Answers)>> = OnceLock::new();
    ROADS.get_or_init(|| {
        let roads = authoring::roads(authoring::packed(), today()).into_iter();
        roads.map(|(id, road)| (id, road.expect("every question is reached").into_iter().collect())).collect()
    })
}

/// The family at a question, without any planted text.
fn at_question(road: &Answers) -> Dossier {
    let mut dossier = full_family();
    for (id, answer) in road {
        if !matches!(answer, Answer::People(_)) {
            say(&mut dossier, id, Some(answer.clone()));
        }
    }
    dossier
}

/// The family, with a value in every kind of part that a plan has.
fn full_family() -> Dossier {
    static FAMILY: OnceLock<Dossier> = OnceLock::new();
    let made = || {
        let mut dossier = family();
        call(&mut dossier, PeopleFields::Household, OTHER, "Dennis Holtenaar");
        call(&mut dossier, PeopleFields::Circle, AUNT, "Ineke Vredeveld");
        let text = || "iets".to_owned();
        let goal =
            Goal { own_name: "Sanne".to_owned(), goal: text(), signs: vec![text()], start: Some(day("2026-05-04")) };
        let at_home =
            Agreed::AtHome(AtHome { with: Some(AUNT), how_long: text(), contact: text(), ..AtHome::default() });
        let agreement = |kind| {
            PlanEvent::Agreement(Box::new(Agreement {
                kind,
                who: Some(AUNT),
                what: text(),
                when: text(),
                situation: text(),
                watcher: Some(BRAM),
                otherwise: text(),
                budget: Some(true),
                budget_why: text(),
                ..Agreement::default()
            }))
        };
        for event in [
            PlanEvent::Goal(goal),
            PlanEvent::NotFitting(text()),
            PlanEvent::DemandsBy { by: text(), on: None },
            agreement(Agreed::Task),
            agreement(at_home),
            agreement(Agreed::NotThis),
            PlanEvent::Ladder { person: PersonId::ME, colour: Colour::Green, words: words() },
            PlanEvent::Ladder { person: AUNT, colour: Colour::Red, words: words() },
            PlanEvent::Review { number: 1, day: None, notes: Notes { good: text(), bad: text(), next: text() } },
            PlanEvent::Closing(Closing { looked_along: text(), ..Closing::default() }),
        ] {
            send(&mut dossier, event);
        }
        dossier
    };
    FAMILY.get_or_init(made).clone()
}

/// Gives one of these people a first name and a surname.
fn call(dossier: &mut Dossier, fields: PeopleFields, id: PersonId, name: &str) {
    let question = asks_for(fields);
    let Some(Answer::People(mut people)) = dossier.answers.get(&question).cloned() else {
        panic!("the family has people in {question}");
    };
    for person in people.iter_mut().filter(|person| person.id == id.0) {
        name.clone_into(&mut person.name);
    }
    say(dossier, &question, Some(Answer::People(people)));
}

fn words() -> StepWords {
    StepWords { sees: "iets".to_owned(), does: "iets".to_owned() }
}

/// The media on which a planted text is visible but not allowed; `home` is where it was planted.
fn leaks(kind: Kind, facts: &Facts, dossier: &Dossier, own_card: Option<PersonId>, home: &str) -> Vec<String> {
    let mut leaks = Vec::new();
    for medium in media::all(facts, dossier) {
        if kind == Kind::Held && medium.name == media::OWN_FILE {
            // The resident's own file may name the people of the family.
            continue;
        }
        // Bram's card may show the place and the number, and a card shows what its owner typed on it.
        let is_home = medium.card_of.is_some_and(|owner| owner == BRAM || own_card == Some(owner));
        let may = is_home && matches!(kind, Kind::Place | Kind::Number | Kind::Held);
        if !may && shows(kind, &medium.text) {
            leaks.push(format!("{kind:?} planted in {home} is on: {}", medium.name));
        }
    }
    leaks
}

/// What is planted: all, or every tenth without full effort; another one for each turn, so that together they are all.
fn plants(turn: usize) -> impl Iterator<Item = &'static (Kind, &'static str)> {
    let step = if effort::is_full() { 1 } else { 10 };
    PLANTS.iter().skip(turn % step).step_by(step)
}

fn is_told(facts: &Facts, dossier: &Dossier) -> bool {
    media::all(facts, dossier).iter().any(|medium| medium.text.contains(TOKEN))
}

/// The text as an answer to this question; `None` for a question without own words.
fn own_words(question: &str, text: &str) -> Option<Answer> {
    let asked = catalogue().question(question)?.question;
    match asked.kind {
        Asks::Text => Some(Answer::Text(text.to_owned())),
        Asks::One | Asks::Many if asked.own.is_some() => {
            Some(Answer::Picks { picked: Vec::new(), own: text.to_owned() })
        }
        Asks::One | Asks::Many | Asks::YesNo | Asks::Number { .. } | Asks::Date | Asks::People(_) => None,
    }
}

#[test]
fn nothing_planted_in_own_words_reaches_any_medium() {
    let (mut tried, mut told, mut found) = (0, 0, Vec::new());
    for (question, road) in roads() {
        if own_words(question, TOKEN).is_none() {
            continue;
        }
        tried += 1;
        let mut dossier = at_question(road);
        let facts = say(&mut dossier, question, own_words(question, TOKEN));
        let comes_out = is_told(&facts, &dossier);
        told += usize::from(comes_out);
        let closed = matches!(facts.class(question, None), Class::Safety | Class::Route);
        assert!(!(closed && comes_out), "{question} is of class safety and comes out");
        if !comes_out {
            continue;
        }
        for (kind, text) in plants(told) {
            let facts = say(&mut dossier, question, own_words(question, text));
            found.extend(leaks(*kind, &facts, &dossier, None, question));
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
    assert!(told > 40, "only {told} of {tried} texts come out anywhere: the test would find nothing");
}

/// Every question that asks for people, with the people of the family in its answer.
fn people_questions() -> impl Iterator<Item = (&'static str, Dossier, Vec<Person>)> {
    let roads = roads().iter();
    roads.filter(|(id, _)| matches!(catalogue().question(id).expect("it is there").question.kind, Asks::People(_))).map(
        |(id, road)| {
            let dossier = at_question(road);
            let there = match dossier.answers.get(id) {
                Some(Answer::People(people)) => people.clone(),
                _ => Vec::new(),
            };
            (id.as_str(), dossier, there)
        },
    )
}

/// Adds one person to a question, and marks them as feared if `afraid` is set.
fn with_person(dossier: &Dossier, question: &str, there: &[Person], person: Person, afraid: bool) -> (Dossier, Facts) {
    let mut dossier = dossier.clone();
    let all = there.iter().cloned().chain([person]).collect();
    say(&mut dossier, question, Some(Answer::People(all)));
    let newest = PersonId(dossier.last_person);
    let facts = send(
        &mut dossier,
        PlanEvent::PersonDetails { person: newest, about: PersonDetails { afraid, ..PersonDetails::default() } },
    );
    (dossier, facts)
}

#[test]
fn nothing_planted_in_the_words_about_a_person_reaches_any_medium() {
    let (mut told, mut found) = (0, Vec::new());
    for (question, dossier, there) in people_questions() {
        let person = |role: &str, name: &str, what: &str| Person {
            role: role.to_owned(),
            name: name.to_owned(),
            what: what.to_owned(),
            ..Person::default()
        };
        let (dossier_told, facts) = with_person(&dossier, question, &there, person(TOKEN, "", ""), false);
        told += usize::from(is_told(&facts, &dossier_told));
        for (kind, text) in plants(told) {
            for person in [person(text, "", ""), person("oppas", text, ""), person("oppas", "", text)] {
                found.extend(leaks_about(*kind, &dossier, question, &there, &person));
            }
        }
        // One number split over two fields, or over all three.
        for person in
            [person("oppas 111222", "", "333"), person("oppas 11122", "2333", ""), person("222", "111", "333")]
        {
            found.extend(leaks_about(Kind::Bsn, &dossier, question, &there, &person));
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
    assert!(told > 5, "{told}");
}

/// The leaks about this person, feared or not.
fn leaks_about(kind: Kind, dossier: &Dossier, question: &str, there: &[Person], person: &Person) -> Vec<String> {
    let mut found = Vec::new();
    for afraid in [false, true] {
        let home = format!("{question}: {person:?}, feared: {afraid}");
        let (dossier, facts) = with_person(dossier, question, there, person.clone(), afraid);
        found.extend(leaks(kind, &facts, &dossier, None, &home));
    }
    found
}

#[test]
fn the_name_of_a_feared_person_stays_off_paper_after_that_person_is_taken_out() {
    for (question, dossier, there) in people_questions() {
        let karel = Person { role: "oppas".to_owned(), name: "Karel".to_owned(), ..Person::default() };
        let (mut dossier, _) = with_person(&dossier, question, &there, karel, true);
        let newest = PersonId(dossier.last_person);
        if people(&dossier).get(newest).is_none() {
            continue;
        }
        let out_by_plan = PlanEvent::Removed(PlanItem::Person(newest, Then::StayOpen));
        let mut out_by_answer = dossier.clone();
        send(&mut dossier, out_by_plan);
        say(&mut out_by_answer, question, Some(Answer::People(there)));
        for mut dossier in [dossier, out_by_answer] {
            assert!(people(&dossier).get(newest).is_none());
            let facts = say(&mut dossier, "n1", Some(Answer::Text("Ik ken Karel. Ik wil rust.".to_owned())));
            let restarted = saved::from_memory(&saved::kept_in_memory(&dossier)).expect("a restart reads it");
            for (facts, dossier) in [(restarted.facts(catalogue(), today()), restarted), (facts, dossier)] {
                let says_it = |medium: &media::Medium| medium.text.to_lowercase().contains("karel");
                let found: Vec<String> =
                    media::all(&facts, &dossier).iter().filter(|it| says_it(it)).map(|it| it.name.clone()).collect();
                assert!(found.is_empty(), "{question}: {found:?}");
            }
        }
    }
}

/// Answers every question that chooses among the people of the circle with this person.
fn chosen_everywhere(dossier: &mut Dossier, person: PersonId) -> Facts {
    let option = format!("mens.{}", person.0);
    let mut facts = dossier.facts(catalogue(), today());
    for (id, asked) in catalogue().questions() {
        if asked.question.options_from == Options::Circle {
            facts = say(dossier, id, Some(Answer::pick(&option)));
        }
    }
    facts
}

#[test]
fn a_feared_person_is_on_no_list_of_helpers_or_guests() {
    let household = asks_for(PeopleFields::Household);
    for (question, dossier, there) in people_questions() {
        let karel = Person {
            role: "zqoppas".to_owned(),
            name: "Karel".to_owned(),
            what: "Karel past op de kinderen".to_owned(),
            name_on_paper: true,
            steady: true,
            ..Person::default()
        };
        for afraid in [false, true] {
            let (mut dossier, _) = with_person(&dossier, question, &there, karel.clone(), afraid);
            let newest = PersonId(dossier.last_person);
            let facts = chosen_everywhere(&mut dossier, newest);
            let is_member = people(&dossier).get(newest).is_some();
            let media = media::all(&facts, &dossier);
            let names: BTreeSet<&str> = media
                .iter()
                .filter(|medium| medium.text.contains("Karel"))
                .map(|medium| medium.name.as_str())
                .collect();
            assert_eq!(names.is_empty(), afraid || !is_member, "{question}, feared: {afraid}: {names:?}");
            let as_helper = media.iter().filter(|medium| medium.text.contains("zqoppas"));
            assert!(!afraid || as_helper.count() == 0, "{question}");
            let guests = media.iter().find(|medium| medium.name == "V4").expect("it is composed");
            let mentions = guests.text.contains("de ander");
            assert!(!mentions || question == household, "{question}: {}", guests.text);
        }
    }
}

#[test]
fn nothing_planted_in_a_plan_reaches_another_medium() {
    let family = full_family();
    let mut fields = BTreeSet::new();
    let (mut told, mut found) = (0, Vec::new());
    for mut part in family.plan.parts() {
        let mut field_refs = Vec::new();
        part.visit_fields(&mut |field_ref, field_value| {
            if matches!(field_value, FieldValue::Text(_)) {
                field_refs.push(field_ref);
            }
        });
        let own_card = match &part {
            PlanEvent::Route(route) => Some(route.owner),
            PlanEvent::PersonDetails { person, .. } => Some(*person),
            _ => None,
        };
        for field_ref in field_refs {
            fields.insert(field_ref.field);
            let plant = |text: &str| {
                let (mut dossier, mut part) = (family.clone(), part.clone());
                part.set_field(field_ref.field, field_ref.nth, text);
                let facts = send(&mut dossier, part);
                (facts, dossier)
            };
            let (facts, dossier) = plant(TOKEN);
            told += usize::from(is_told(&facts, &dossier));
            for (kind, text) in plants(told) {
                let (facts, dossier) = plant(text);
                found.extend(leaks(*kind, &facts, &dossier, own_card, &format!("{field_ref:?}: {text:?}")));
            }
        }
    }
    assert!(found.is_empty(), "{} leaks:\n{}", found.len(), found.join("\n"));
    assert!(told > 30, "{told}");
    let missing: Vec<_> = text_fields().into_iter().filter(|field| !fields.contains(field)).collect();
    assert!(missing.is_empty(), "nothing was planted in {missing:?}");
}

/// The free-text fields of the plan.
fn text_fields() -> BTreeSet<app::model::content::Field> {
    let fields = catalogue().content.plan.fields.iter();
    fields.filter(|field| field.most > 0).map(|field| field.is).collect()
}

#[test]
fn the_class_of_a_question_goes_before_the_plan() {
    for (question, dossier, there) in people_questions() {
        let closed = matches!(catalogue().class_of(question, None), Class::Safety | Class::Route);
        let person = Person { role: TOKEN.to_owned(), ..Person::default() };
        let (dossier, facts) = with_person(&dossier, question, &there, person, false);
        assert_eq!(is_told(&facts, &dossier), !closed, "{question}");
        assert_eq!(people(&dossier).get(PersonId(dossier.last_person)).is_none(), closed, "{question}");
    }
}
