//! Random plans, and the promises about a plan after every event.

use std::collections::BTreeSet;

use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::plan::agreements::AgreementKind;
use app::model::plan::{DemandId, PersonDetails, PersonId, Plan, needs_of};
use app::model::plan_rules::circle::People;
use app::model::update::Event;

use super::changes::{Planner, a_change};
use super::dice::Dice;
use super::life::{Life, Step};

impl Life<'_> {
    /// Makes some changes to the plan, after entering people to name.
    pub fn make_a_plan(&mut self, dice: &mut Dice) {
        let circle = self.pool.catalogue.content.flow.roles.circle.clone();
        if dice.chance(60) {
            let people = self.people(&circle, dice);
            self.answer(&circle, Some(app::model::dossier::answers::Answer::People(people)));
        }
        for _ in 0..=dice.below(9) {
            let event = a_change(self, dice);
            self.send(Event::Plan(event));
            if dice.chance(12) {
                self.send(Event::Undone);
            }
        }
    }
}

impl Planner for Life<'_> {
    fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    fn today(&self) -> Date {
        self.pool.today
    }

    fn token(&mut self) -> String {
        Life::token(self)
    }

    /// Free text, sometimes with a secret of the plan inside the sentence.
    fn words(&mut self, dice: &mut Dice) -> String {
        let token = self.token();
        if dice.chance(20) {
            return String::new();
        }
        let secret = dice.one_of(&secrets(&self.dossier)).filter(|_| dice.chance(20)).cloned();
        super::words::text(dice, &token, secret.as_deref(), 100)
    }
}

/// Whatever happened, every reference is to a person or part that exists, and no two parts share an id.
pub fn every_reference_leads_somewhere(step: &Step<'_>) -> Result<(), String> {
    let dossier = step.after;
    let there = people_there(dossier);
    let ever = (0..=dossier.last_person).chain([9_999]).map(PersonId).filter(|person| !there.contains(person));
    for person in ever {
        let needs = needs_of(&dossier.plan, person);
        ensure(needs.is_empty(), || format!("{:?} leaves {needs:?} leaning on {person:?}", step.event))?;
    }
    let plan = &dossier.plan;
    let sets = plan.reviews.present.iter().flatten().chain(&plan.closing.signed_by);
    let keys = plan.about.keys().chain(plan.ladder.keys());
    let strangers: Vec<_> = sets.chain(keys).filter(|person| !there.contains(person)).collect();
    ensure(strangers.is_empty(), || format!("{:?} leaves {strangers:?}, who are not there", step.event))?;
    let demands: BTreeSet<DemandId> = plan.demands.list.iter().map(|demand| demand.id).collect();
    let laid = plan.agreements.iter().flat_map(|agreement| &agreement.demands);
    ensure(laid.into_iter().all(|id| demands.contains(id)), || {
        format!("{:?} leaves a demand that is gone", step.event)
    })?;
    let numbers: Vec<u32> = numbers(dossier);
    let different: BTreeSet<&u32> = numbers.iter().collect();
    ensure(numbers.len() == different.len(), || format!("{:?} gives one number twice", step.event))?;
    let newest = numbers.iter().max().copied().unwrap_or(0);
    ensure(newest <= plan.last_id, || format!("{:?} keeps number {newest}, that was never given", step.event))
}

/// Words that must not appear in other texts: places, numbers, and names of feared people.
pub fn secrets(dossier: &Dossier) -> Vec<String> {
    let routes = dossier.plan.routes.iter();
    let mut secrets = Vec::new();
    for route in routes {
        secrets.extend([&route.first.place, &route.second.place].into_iter().cloned());
        secrets.extend(route.numbers.iter().map(|number| number.number.clone()));
    }
    secrets.extend(dossier.plan.about.values().map(|about| about.phone.clone()));
    secrets.extend(feared_names(dossier));
    secrets.retain(|secret| !secret.is_empty());
    secrets
}

pub fn feared_names(dossier: &Dossier) -> Vec<String> {
    let people = People::of(super::pool::pool().catalogue, &dossier.answers, &dossier.plan.about);
    let names = people.feared().filter_map(|member| member.person).map(|person| person.name.clone());
    names.filter(|name| !name.is_empty()).collect()
}

/// The part of a plan that a device may store, written by hand independently of `saved`. Drops people from answers that
/// are not stored.
pub fn storable(dossier: &Dossier) -> Plan {
    let mut plan = Plan { routes: Vec::new(), not_fitting: String::new(), ..dossier.plan.clone() };
    plan.asks_again = BTreeSet::default();
    plan.about = plan.about.iter().map(|(person, about)| (*person, without_safety(about))).collect();
    plan.about.retain(|_, about| *about != PersonDetails::default());
    for agreement in &mut plan.agreements {
        if let AgreementKind::AtHome(home) = &mut agreement.kind {
            home.with = None;
        }
    }
    plan
}

fn without_safety(about: &PersonDetails) -> PersonDetails {
    PersonDetails { offers_place: None, afraid: false, feels_unsafe: None, ..about.clone() }
}

pub fn people_there(dossier: &Dossier) -> BTreeSet<PersonId> {
    let catalogue = super::pool::pool().catalogue;
    People::of(catalogue, &dossier.answers, &dossier.plan.about).all().map(|member| member.id).collect()
}

fn numbers(dossier: &Dossier) -> Vec<u32> {
    let plan = &dossier.plan;
    let demands = plan.demands.list.iter().map(|demand| demand.id.0);
    let wishes = plan.wishes.iter().map(|wish| wish.id.0);
    let agreements = plan.agreements.iter().map(|agreement| agreement.id.0);
    let routes = plan.routes.iter().map(|route| route.id.0);
    demands.chain(wishes).chain(agreements).chain(routes).collect()
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
