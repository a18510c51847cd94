//! The family of the example: a mother, her two children, an aunt, a friend, a grandfather, and the man she is afraid
//! of. Three demands and six agreements, all complete.

use app::model::content::{PeopleFields, QuestionKind as Asks};
use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::plan::agreements::{Agreement, AgreementKind, VisitRule};
use app::model::plan::demands::Demand;
use app::model::plan::person::Knows;
use app::model::plan::safety_route::{Haven, PhoneContact};
use app::model::plan::{DemandId, Goal, PersonDetails, PersonId, PlanEvent, Reviews, SafetyRoute, Wish};
use app::model::plan_rules::circle::People;
use app::model::update::Event;

use crate::common::{catalogue, today};

pub const BRAM: PersonId = PersonId(1);
pub const FEMKE: PersonId = PersonId(2);
pub const OTHER: PersonId = PersonId(3);
pub const AUNT: PersonId = PersonId(4);
pub const FRIEND: PersonId = PersonId(5);
pub const GRANDFATHER: PersonId = PersonId(6);
pub const ME: PersonId = PersonId::ME;

pub fn day(text: &str) -> Date {
    text.parse().expect("a day of the calendar")
}

/// Applies one change of the plan and returns the facts.
pub fn send(dossier: &mut Dossier, event: PlanEvent) -> Facts {
    dossier.apply(Event::Plan(event), catalogue(), today())
}

pub fn people(dossier: &Dossier) -> People<'_> {
    People::of(catalogue(), &dossier.answers, &dossier.plan.about)
}

pub fn facts(dossier: &Dossier) -> Facts {
    Facts::of(catalogue(), &dossier.answers, today())
}

/// The question that asks for these people.
pub fn asks_for(fields: PeopleFields) -> String {
    let mut questions = catalogue().questions();
    let found = questions.find(|(_, asked)| asked.question.kind == Asks::People(fields));
    found.map(|(id, _)| id.to_owned()).expect("the content asks for these people")
}

fn person(id: PersonId, name: &str, role: &str, age: &str) -> Person {
    let (name, role, age) = (name.to_owned(), role.to_owned(), age.to_owned());
    Person { id: id.0, role, name, age, what: String::new(), name_on_paper: false, steady: false }
}

/// The people, without a plan.
pub fn people_only() -> Dossier {
    let household = vec![
        person(BRAM, "Bram", "zoon", "12-tot-15"),
        person(FEMKE, "Femke", "dochter", "4-tot-11"),
        person(OTHER, "Dennis", "vriend", ""),
    ];
    let circle = vec![
        person(AUNT, "Ineke", "tante", ""),
        person(FRIEND, "Rosa", "vriendin", ""),
        person(GRANDFATHER, "Piet", "opa", ""),
    ];
    let mut dossier = Dossier::new();
    for (fields, people) in [(PeopleFields::Household, household), (PeopleFields::Circle, circle)] {
        let (question, answer) = (asks_for(fields), Some(Answer::People(people)));
        dossier.apply(Event::Answered { question, answer }, catalogue(), today());
    }
    dossier
}

/// The family with its complete plan.
pub fn family() -> Dossier {
    let mut dossier = people_only();
    let afraid = PersonDetails { afraid: true, ..PersonDetails::default() };
    let safe = PersonDetails {
        adult: Some(true),
        knows: Knows::Yes,
        phone: "0612345678".to_owned(),
        ..PersonDetails::default()
    };
    let scared = PersonDetails { feels_unsafe: Some(true), ..PersonDetails::default() };
    for (person, about) in [(OTHER, afraid), (AUNT, safe), (BRAM, scared)] {
        send(&mut dossier, PlanEvent::PersonDetails { person, about });
    }
    let goal = "Bram en Femke zijn thuis nooit meer bang.".to_owned();
    send(&mut dossier, PlanEvent::Goal(Goal { goal, start: Some(day("2026-05-04")), ..Goal::default() }));
    demand(&mut dossier, "Bram", "kan ergens anders slapen", "op elk moment");
    demand(&mut dossier, "De ander", "is niet in huis", "als de kinderen er zijn");
    demand(&mut dossier, "Sanne", "kan iemand bellen", "dag en nacht");
    send(&mut dossier, PlanEvent::Wish(Wish { text: "Sanne volgt een training.".to_owned(), ..Wish::default() }));
    agree(&mut dossier, BRAM, "volgt zijn eigen kaart", "als het misgaat", AUNT, Some(1));
    visit(&mut dossier);
    agree(&mut dossier, ME, "belt tante Ineke", "als er iemand aan de deur staat", FRIEND, Some(2));
    agree(&mut dossier, ME, "heeft drie nummers in haar telefoon", "vanaf 4 mei, altijd", FRIEND, Some(3));
    agree(&mut dossier, FRIEND, "belt Sanne", "elke zondag om 19.00 uur", AUNT, Some(3));
    agree(&mut dossier, AUNT, "houdt een gedeelde agenda bij", "elke week", GRANDFATHER, None);
    send(&mut dossier, PlanEvent::Route(Box::new(card_of_bram())));
    send(&mut dossier, PlanEvent::Reviews(Reviews { caller: Some(AUNT), ..Reviews::default() }));
    dossier
}

pub fn card_of_bram() -> SafetyRoute {
    let number = |name: &str| PhoneContact { name: name.to_owned(), number: "0687654321".to_owned() };
    SafetyRoute {
        owner: BRAM,
        first: Haven { place: "het huis met de molen".to_owned(), brought_by: Some(AUNT) },
        numbers: vec![number("tante"), number("opa")],
        chosen_self: Some(true),
        ..SafetyRoute::default()
    }
}

fn demand(dossier: &mut Dossier, who: &str, what: &str, when: &str) {
    let [who, what, when] = [who, what, when].map(str::to_owned);
    send(dossier, PlanEvent::Demand(Demand { who, what, when, ..Demand::default() }));
}

/// The demand at this position in the list, from 1.
pub fn nth_demand(dossier: &Dossier, number: usize) -> DemandId {
    dossier.plan.demands.list[number - 1].id
}

fn agree(dossier: &mut Dossier, who: PersonId, what: &str, when: &str, watcher: PersonId, demand: Option<usize>) {
    let agreement = Agreement {
        who: Some(who),
        what: what.to_owned(),
        when: when.to_owned(),
        watcher: Some(watcher),
        demands: demand.map(|number| nth_demand(dossier, number)).into_iter().collect(),
        ..Agreement::default()
    };
    send(dossier, PlanEvent::Agreement(Box::new(agreement)));
}

fn visit(dossier: &mut Dossier) {
    let allowed = "woensdag van 19.00 tot 21.00 uur".to_owned();
    let agreement = Agreement {
        kind: AgreementKind::Visit(VisitRule { visitor: Some(OTHER), allowed }),
        who: Some(OTHER),
        what: "komt alleen als de kinderen bij opa zijn".to_owned(),
        when: "woensdagavond".to_owned(),
        watcher: Some(GRANDFATHER),
        demands: [nth_demand(dossier, 2)].into_iter().collect(),
        ..Agreement::default()
    };
    send(dossier, PlanEvent::Agreement(Box::new(agreement)));
}
