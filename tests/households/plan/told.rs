//! The plan of a case: people by their role, entered as a page would send it.

use std::collections::BTreeMap;

use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::plan::agreements::{Agreement, AgreementKind, AgreementTerm, AtHome, VisitRule};
use app::model::plan::fields::Keyword;
use app::model::plan::person::{Can, Knows};
use app::model::plan::safety_route::{Haven, PhoneContact};
use app::model::plan::{Closing, Demand, Goal, PersonDetails, PersonId, PlanEvent, Reviews, SafetyRoute, Wish};
use app::model::update::Event;
use serde::Deserialize;

use super::example::{nth_demand, people, send};
use crate::case::Case;
use crate::common::{catalogue, say, today, told_in_order};

/// A plan as written in a case.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Planned {
    more_people: Vec<Entry>,
    afraid: Vec<String>,
    #[serde(rename = "unsafe")]
    not_safe: Vec<String>,
    /// Adults who know about the plan and said yes.
    said_yes: Vec<String>,
    can: BTreeMap<String, Vec<String>>,
    lived_it: Vec<String>,
    own_name: String,
    goal: String,
    signs: Vec<String>,
    start: Option<String>,
    demands_by: String,
    demands_on: Option<String>,
    demands: Vec<[String; 3]>,
    wishes: Vec<String>,
    agreements: Vec<Agreed>,
    routes: Vec<Card>,
    caller: Option<String>,
    every_weeks: Option<u8>,
    marks: BTreeMap<String, Vec<u8>>,
    looked_along: String,
    signed: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Entry {
    role: String,
    name: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Agreed {
    who: Option<String>,
    what: String,
    when: String,
    situation: String,
    watcher: Option<String>,
    demands: Vec<usize>,
    trial: Option<String>,
    visitor: Option<String>,
    allowed: String,
    with: Option<String>,
    how_long: String,
    back_on: Option<String>,
    contact: String,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Card {
    owner: String,
    places: Vec<String>,
    numbers: Vec<[String; 2]>,
}

/// The dossier of a case with its plan.
pub fn dossier(case: &Case) -> (Dossier, Facts) {
    let answers = case.told().answers();
    let (mut dossier, facts) = told_in_order(answers.iter());
    match &case.plan {
        Some(plan) => {
            plan.tell(&mut dossier);
            let facts = dossier.apply(Event::Arrived { number: 0 }, catalogue(), today());
            (dossier, facts)
        }
        None => (dossier, facts),
    }
}

/// The person with this role; “ik” is the resident.
pub fn who(dossier: &Dossier, role: &str) -> PersonId {
    if role == "ik" {
        return PersonId::ME;
    }
    let people = people(dossier);
    let mut all = people.all();
    let found = all.find(|member| member.person.is_some_and(|person| person.role == role));
    found.unwrap_or_else(|| panic!("nobody is {role}")).id
}

fn day(text: Option<&String>) -> Option<Date> {
    text.map(|text| text.parse().expect("a day of the calendar"))
}

impl Planned {
    fn tell(&self, dossier: &mut Dossier) {
        self.tell_people(dossier);
        let goal = Goal {
            own_name: self.own_name.clone(),
            goal: self.goal.clone(),
            signs: self.signs.clone(),
            start: day(self.start.as_ref()),
        };
        send(dossier, PlanEvent::Goal(goal));
        send(dossier, PlanEvent::DemandsBy { by: self.demands_by.clone(), on: day(self.demands_on.as_ref()) });
        for [who, what, when] in self.demands.clone() {
            send(dossier, PlanEvent::Demand(Demand { who, what, when, ..Demand::default() }));
        }
        for text in self.wishes.clone() {
            send(dossier, PlanEvent::Wish(Wish { text, ..Wish::default() }));
        }
        for agreed in &self.agreements {
            let agreement = agreed.agreement(dossier);
            send(dossier, PlanEvent::Agreement(Box::new(agreement)));
        }
        for card in &self.routes {
            let route = card.route(dossier);
            send(dossier, PlanEvent::Route(Box::new(route)));
        }
        self.tell_the_end(dossier);
    }

    fn tell_people(&self, dossier: &mut Dossier) {
        let question = catalogue().content.flow.roles.circle.clone();
        let mut people = match dossier.answers.get(&question) {
            Some(Answer::People(people)) => people.clone(),
            _ => Vec::new(),
        };
        let more = self.more_people.iter().cloned();
        people.extend(more.map(|Entry { role, name }| Person { role, name, ..Person::default() }));
        say(dossier, &question, Some(Answer::People(people)));
        let mut told: BTreeMap<&String, PersonDetails> = BTreeMap::new();
        for role in &self.afraid {
            told.entry(role).or_default().afraid = true;
        }
        for role in &self.not_safe {
            told.entry(role).or_default().feels_unsafe = Some(true);
        }
        for role in &self.said_yes {
            let about = told.entry(role).or_default();
            (about.adult, about.knows) = (Some(true), Knows::Yes);
        }
        for (role, can) in &self.can {
            told.entry(role).or_default().can = can.iter().filter_map(|word| Can::of(word)).collect();
        }
        for role in &self.lived_it {
            told.entry(role).or_default().lived_it = Some(true);
        }
        for (role, about) in told {
            let person = who(dossier, role);
            send(dossier, PlanEvent::PersonDetails { person, about });
        }
    }

    fn tell_the_end(&self, dossier: &mut Dossier) {
        let caller = self.caller.as_ref().map(|role| who(dossier, role));
        send(dossier, PlanEvent::Reviews(Reviews { caller, every_weeks: self.every_weeks, ..Reviews::default() }));
        for (result, marks) in &self.marks {
            for (moment, mark) in (0..).zip(marks) {
                send(dossier, PlanEvent::Mark { result: result.clone(), moment, mark: Some(*mark) });
            }
        }
        let signed_by = self.signed.iter().map(|role| who(dossier, role)).collect();
        let looked_along = self.looked_along.clone();
        send(dossier, PlanEvent::Closing(Closing { looked_along, looked_on: None, signed_by }));
    }
}

impl Agreed {
    fn agreement(&self, dossier: &Dossier) -> Agreement {
        let who = |role: &Option<String>| role.as_ref().map(|role| who(dossier, role));
        let kind = if self.visitor.is_some() {
            AgreementKind::Visit(VisitRule { visitor: who(&self.visitor), allowed: self.allowed.clone() })
        } else if self.with.is_some() {
            AgreementKind::AtHome(AtHome {
                rung: None,
                with: who(&self.with),
                how_long: self.how_long.clone(),
                back_on: day(self.back_on.as_ref()),
                contact: self.contact.clone(),
            })
        } else {
            AgreementKind::Task
        };
        let term =
            self.trial.as_ref().map_or(AgreementTerm::Fixed, |until| AgreementTerm::Trial { until: day(Some(until)) });
        Agreement {
            kind,
            who: who(&self.who),
            what: self.what.clone(),
            when: self.when.clone(),
            situation: self.situation.clone(),
            watcher: who(&self.watcher),
            demands: self.demands.iter().map(|number| nth_demand(dossier, *number)).collect(),
            term,
            ..Agreement::default()
        }
    }
}

impl Card {
    fn route(&self, dossier: &Dossier) -> SafetyRoute {
        let haven = |nth: usize| Haven { place: self.places.get(nth).cloned().unwrap_or_default(), brought_by: None };
        let number = |[name, number]: [String; 2]| PhoneContact { name, number };
        SafetyRoute {
            owner: who(dossier, &self.owner),
            first: haven(0),
            second: haven(1),
            numbers: self.numbers.clone().into_iter().map(number).collect(),
            chosen_self: Some(true),
            ..SafetyRoute::default()
        }
    }
}
