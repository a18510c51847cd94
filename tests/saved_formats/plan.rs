//! A plan on a device: everything that may be stored is restored, from a golden file; memory-only data is not in the
//! text.

use std::fs;
use std::path::PathBuf;

use app::model::dossier::answers::Answer;
use app::model::dossier::{Dossier, Notice};
use app::model::facts::Facts;
use app::model::plan::agreements::{AgreementKind, AgreementTerm, ArrangedBy, AtHome, Rung, VisitRule};
use app::model::plan::person::{Can, Knows};
use app::model::plan::reviews::Notes;
use app::model::plan::safety_route::{Haven, ItemToTake, PhoneContact};
use app::model::plan::signal_ladder::{Colour, StepWords};
use app::model::plan::{
    Agreement, Closing, Demand, Goal, PersonDetails, PersonId, Plan, PlanEvent, PlanItem, Reviews, SafetyRoute, Then,
    Wish, WishId,
};
use app::model::saved;
use app::model::update::Event;

use super::{Records, catalogue, full, is_whole, read, today};

const NEIGHBOUR: PersonId = PersonId(1);

/// Words of data that must not be stored.
const NEVER: [&str; 3] = ["de molen", "0612345678", "past niet"];

fn golden() -> PathBuf {
    PathBuf::from(format!("{}/tests/saved/plan-v1.json", env!("CARGO_MANIFEST_DIR")))
}

/// A plan with every kind of part, and every field filled in.
pub fn planned() -> (Dossier, Facts) {
    let (mut dossier, mut facts) = full();
    for event in events() {
        facts = dossier.apply(Event::Plan(event), catalogue(), today());
    }
    (dossier, facts)
}

fn events() -> Vec<PlanEvent> {
    let text = str::to_owned;
    let about = PersonDetails {
        can: [Can::Do, Can::Call].into_iter().collect(),
        offers_place: Some(true),
        knows: Knows::Yes,
        adult: Some(true),
        lived_it: Some(false),
        phone: text("0201234567"),
        afraid: false,
        feels_unsafe: Some(true),
    };
    let goal = Goal {
        own_name: text("Sanne"),
        goal: text("Rust in huis"),
        signs: vec![text("Wij slapen"), text("Wij praten")],
        start: Some(today()),
    };
    let demand = |what: &str| Demand {
        who: text("Ik"),
        what: text(what),
        when: text("elke dag"),
        otherwise: text("Dan bel ik."),
        ..Demand::default()
    };
    let reviews = Reviews {
        stays_in_weekend: true,
        every_weeks: Some(6),
        until: Some(today()),
        present: Some([PersonId::ME].into_iter().collect()),
        caller: Some(NEIGHBOUR),
        ..Reviews::default()
    };
    let notes = Notes { good: text("goed"), bad: text("slecht"), next: text("verder") };
    let closing = Closing {
        looked_along: text("wijkteam"),
        looked_on: Some(today()),
        signed_by: [NEIGHBOUR].into_iter().collect(),
    };
    let mut events = vec![
        PlanEvent::PersonDetails { person: NEIGHBOUR, about },
        PlanEvent::Goal(goal),
        PlanEvent::NotFitting(text("Zij past niet")),
        PlanEvent::DemandsBy { by: text("wijkteam"), on: Some(today()) },
        PlanEvent::Demand(demand("bel iemand")),
        PlanEvent::Demand(demand("weg")),
        PlanEvent::Wish(Wish { text: text("een training"), ..Wish::default() }),
    ];
    events.extend(agreements().into_iter().map(|agreement| PlanEvent::Agreement(Box::new(agreement))));
    let words = StepWords { sees: text("ik zwijg"), does: text("ik bel") };
    events.extend([
        PlanEvent::Ladder { person: NEIGHBOUR, colour: Colour::DarkOrange, words },
        PlanEvent::Route(Box::new(route())),
        PlanEvent::Reviews(reviews),
        PlanEvent::Review { number: 1, day: None, notes },
        PlanEvent::Review { number: 2, day: Some(today()), notes: Notes::default() },
        PlanEvent::Mark { result: text("geld"), moment: 0, mark: Some(3) },
        PlanEvent::Mark { result: text("geld"), moment: 2, mark: Some(10) },
        PlanEvent::Closing(closing),
        PlanEvent::Calendar(77),
        PlanEvent::Calendar(78),
        PlanEvent::Removed(PlanItem::Wish(WishId(3))),
    ]);
    events
}

fn agreements() -> Vec<Agreement> {
    let text = str::to_owned;
    let whole = Agreement {
        who: Some(PersonId::ME),
        what: text("bel de buurvrouw"),
        when: text("elke zondag"),
        situation: text("als het stil is"),
        watcher: Some(NEIGHBOUR),
        term: AgreementTerm::Trial { until: Some(today()) },
        otherwise: text("dan belt zij"),
        stand_in: Some(NEIGHBOUR),
        demands: [app::model::plan::DemandId(1)].into_iter().collect(),
        arranged_by: Some(ArrangedBy::Gemeente),
        budget: Some(true),
        budget_why: text("dan kies ik zelf"),
        ..Agreement::default()
    };
    let visit = AgreementKind::Visit(VisitRule { visitor: Some(NEIGHBOUR), allowed: text("woensdag") });
    let home = AgreementKind::AtHome(AtHome {
        rung: Some(Rung::HoursOrNight),
        with: Some(NEIGHBOUR),
        how_long: text("een week"),
        back_on: Some(today()),
        contact: text("elke dag"),
    });
    let kinds = [AgreementKind::Task, visit, home, AgreementKind::NotThis];
    kinds.into_iter().map(|kind| Agreement { kind, ..whole.clone() }).collect()
}

fn route() -> SafetyRoute {
    let number = PhoneContact { name: "oom".to_owned(), number: NEVER[1].to_owned() };
    SafetyRoute {
        owner: NEIGHBOUR,
        first: Haven { place: NEVER[0].to_owned(), brought_by: Some(NEIGHBOUR) },
        second: Haven { place: NEVER[0].to_owned(), brought_by: None },
        numbers: vec![number],
        takes: [ItemToTake::Key].into_iter().collect(),
        takes_more: "de beer".to_owned(),
        fetches_children: Some(NEIGHBOUR),
        chosen_self: Some(true),
        practised: Some(false),
        ..SafetyRoute::default()
    }
}

/// The part of a plan that a device stores.
fn stored(mut plan: Plan) -> Plan {
    plan.not_fitting.clear();
    plan.routes.clear();
    let mut about = plan.about.get(&NEIGHBOUR).cloned().unwrap_or_default();
    (about.offers_place, about.feels_unsafe) = (None, None);
    plan.about.insert(NEIGHBOUR, about);
    for agreement in &mut plan.agreements {
        if let AgreementKind::AtHome(home) = &mut agreement.kind {
            home.with = None;
        }
    }
    plan
}

#[test]
fn a_plan_of_before_still_reads() {
    let text = fs::read_to_string(golden()).expect("tests/saved/plan-v1.json");
    let records: Records = serde_json::from_str(&text).expect("the file holds records by part");
    let restored = read(&records);
    assert!(is_whole(&restored), "{:?}", restored.damaged);
    assert_eq!(restored.dossier.plan, stored(planned().0.plan));
}

/// A change that older code cannot read needs a new format, and a new file next to the old one.
#[test]
fn a_plan_is_written_as_in_the_newest_file() {
    let (dossier, facts) = planned();
    let written = serde_json::to_string_pretty(&saved::records(&facts, &dossier)).expect("texts") + "\n";
    assert_eq!(written, fs::read_to_string(golden()).unwrap_or_default());
}

#[test]
fn a_route_and_who_does_not_fit_are_not_in_the_text() {
    let (dossier, facts) = planned();
    let records = saved::records(&facts, &dossier);
    for word in NEVER {
        assert!(records.values().all(|record| !record.contains(word)), "{word}");
    }
    assert!(records.values().any(|record| record.contains("een week")));
}

#[test]
fn a_restart_brings_the_whole_plan_back() {
    let (dossier, _) = planned();
    let back = saved::from_memory(&saved::kept_in_memory(&dossier)).expect("it was just written");
    assert_eq!(back.plan, dossier.plan);
    assert!(!back.plan.routes.is_empty());
    assert_eq!(back.plan.calendar, 77, "a moment keeps its name in a calendar");
}

#[test]
fn a_part_that_was_emptied_is_written_no_more() {
    let (mut dossier, facts) = planned();
    let parts =
        |dossier: &Dossier| saved::records(&facts, dossier).into_iter().map(|(part, _)| part).collect::<Vec<_>>();
    assert!(parts(&dossier).contains(&"plan-kleuren".to_owned()));
    let empty = PlanEvent::Ladder { person: NEIGHBOUR, colour: Colour::DarkOrange, words: StepWords::default() };
    dossier.apply(Event::Plan(empty), catalogue(), today());
    assert!(!parts(&dossier).contains(&"plan-kleuren".to_owned()));
}

#[test]
fn a_lost_circle_leaves_no_name_without_a_person_and_no_number_is_given_twice() {
    let (dossier, facts) = planned();
    let mut records = saved::records(&facts, &dossier);
    records.remove("kring");
    records.insert("plan-doel".to_owned(), "1:0:{}".to_owned());
    let restored = read(&records);
    assert_eq!(restored.damaged, ["plan-doel"]);
    let plan = restored.dossier.plan;
    assert!(plan.agreements.iter().all(|agreement| agreement.watcher.is_none()));
    assert_eq!(plan.last_id, plan.highest_id());
    assert!(plan.last_id > 0);
    let gone = PlanEvent::Removed(PlanItem::Person(NEIGHBOUR, Then::StayOpen));
    let mut again = Dossier::new();
    again.plan = plan.clone();
    again.apply(Event::Plan(gone), catalogue(), today());
    assert_eq!(again.plan, plan);
}

fn is_people(answer: &Answer) -> bool {
    matches!(answer, Answer::People(_))
}

#[test]
fn of_whom_one_is_afraid_is_asked_again_once_a_plan_comes_back() {
    let asks = |dossier: &Dossier| dossier.notices.contains(&Notice::WhoIsFeared);
    let (dossier, facts) = planned();
    assert!(!asks(&dossier), "what was told in this visit still holds");
    let mut back = read(&saved::records(&facts, &dossier)).dossier;
    assert!(asks(&back));
    let about = PersonDetails { afraid: true, ..PersonDetails::default() };
    back.apply(Event::Plan(PlanEvent::PersonDetails { person: NEIGHBOUR, about }), catalogue(), today());
    assert!(!asks(&back), "someone was marked as feared");
    let (mut dossier, facts) = full();
    assert!(!asks(&read(&saved::records(&facts, &dossier)).dossier), "there is no plan");
    let people: Vec<String> =
        dossier.answers.iter().filter(|(_, answer)| is_people(answer)).map(|(id, _)| id.clone()).collect();
    for question in people {
        dossier.apply(Event::Answered { question, answer: None }, catalogue(), today());
    }
    let goal = PlanEvent::Goal(Goal { goal: "Rust".to_owned(), ..Goal::default() });
    let facts = dossier.apply(Event::Plan(goal), catalogue(), today());
    let back = read(&saved::records(&facts, &dossier)).dossier;
    assert!(!back.plan.is_empty() && !asks(&back), "nobody was named");
}
