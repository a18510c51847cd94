//! Random plans: changes as a page sends them, and changes that refer to nobody and nothing; and the promises about a
//! plan after every event.

use std::collections::BTreeSet;

use app::model::dossier::Dossier;
use app::model::plan::agreements::{Agreement, AgreementKind, AtHome, VisitRule};
use app::model::plan::demands::Demand;
use app::model::plan::routes::{Haven, PhoneContact};
use app::model::plan::signal_ladder::{Colour, StepWords};
use app::model::plan::{
    AgreementId, Closing, DemandId, Goal, People, PersonDetails, PersonId, Plan, PlanEvent, PlanItem, Reviews, RouteId,
    SafetyRoute, Then, Wish, WishId, needs_of,
};
use app::model::update::Event;

use super::dice::Dice;
use super::life::{Life, Step};

impl Life<'_> {
    /// Makes some changes to the plan, after entering people to name.
    pub fn make_a_plan(&mut self, dice: &mut Dice) {
        let circle = self.pool.catalogue.content.flow.roles.circle.clone();
        if dice.chance(60) {
            let people = self.people(&circle, dice);
            self.answer(&circle, Some(app::model::answers::Answer::People(people)));
        }
        for _ in 0..=dice.below(9) {
            let event = self.a_change(dice);
            self.send(Event::Plan(event));
            if dice.chance(12) {
                self.send(Event::Undone);
            }
        }
    }

    fn a_change(&mut self, dice: &mut Dice) -> PlanEvent {
        match dice.below(14) {
            0 => PlanEvent::PersonDetails { person: self.somebody(dice), about: Self::about(dice) },
            1 => PlanEvent::Goal(Goal { goal: self.words(dice), start: self.day(dice), ..Goal::default() }),
            2 => PlanEvent::NotFitting(self.words(dice)),
            3 => PlanEvent::DemandsBy { by: self.words(dice), on: self.day(dice) },
            4 => PlanEvent::Demand(self.demand(dice)),
            5 => PlanEvent::Wish(Wish { id: WishId(self.number(dice)), text: self.words(dice) }),
            6 => PlanEvent::DemandToWish(DemandId(self.number(dice))),
            7 | 8 => PlanEvent::Agreement(Box::new(self.agreement(dice))),
            9 => {
                let words = StepWords { sees: self.words(dice), does: String::new() };
                PlanEvent::Ladder { person: self.somebody(dice), colour: Colour::ALL[dice.below(5)], words }
            }
            10 => PlanEvent::Route(Box::new(self.route(dice))),
            11 => self.looking_back(dice),
            _ => PlanEvent::Removed(self.item(dice)),
        }
    }

    fn looking_back(&mut self, dice: &mut Dice) -> PlanEvent {
        let people: BTreeSet<PersonId> = (0..dice.below(3)).map(|_| self.somebody(dice)).collect();
        match dice.below(3) {
            0 => {
                let caller = Some(self.somebody(dice));
                PlanEvent::Reviews(Reviews { caller, present: Some(people), ..Reviews::default() })
            }
            1 => {
                let mark = dice.chance(80).then(|| u8::try_from(dice.below(14)).unwrap_or(0));
                PlanEvent::Mark { result: "geld".to_owned(), moment: 0, mark }
            }
            _ => PlanEvent::Closing(Closing { signed_by: people, ..Closing::default() }),
        }
    }

    fn agreement(&mut self, dice: &mut Dice) -> Agreement {
        let kind = match dice.below(4) {
            0 => AgreementKind::Task,
            1 => AgreementKind::Visit(VisitRule { visitor: self.perhaps(dice), allowed: self.words(dice) }),
            2 => AgreementKind::AtHome(AtHome { with: self.perhaps(dice), ..AtHome::default() }),
            _ => AgreementKind::NotThis,
        };
        Agreement {
            id: AgreementId(self.number(dice)),
            kind,
            who: self.perhaps(dice),
            what: self.words(dice),
            when: self.words(dice),
            watcher: self.perhaps(dice),
            stand_in: self.perhaps(dice),
            demands: (0..dice.below(3)).map(|_| DemandId(self.number(dice))).collect(),
            ..Agreement::default()
        }
    }

    fn demand(&mut self, dice: &mut Dice) -> Demand {
        Demand { id: DemandId(self.number(dice)), what: self.words(dice), ..Demand::default() }
    }

    fn route(&mut self, dice: &mut Dice) -> SafetyRoute {
        let number = |life: &mut Self, dice: &mut Dice| PhoneContact {
            name: life.words(dice),
            number: format!("06{:08}", dice.below(99_999_999)),
        };
        SafetyRoute {
            id: RouteId(self.number(dice)),
            owner: self.somebody(dice),
            first: Haven { place: self.token().replace("zq", "plek"), brought_by: self.perhaps(dice) },
            second: Haven { place: format!("bij {}", self.token().replace("zq", "plek")), brought_by: None },
            numbers: (0..dice.below(5)).map(|_| number(self, dice)).collect(),
            fetches_children: self.perhaps(dice),
            ..SafetyRoute::default()
        }
    }

    fn about(dice: &mut Dice) -> PersonDetails {
        let phone = if dice.chance(30) { format!("020{:07}", dice.below(9_999_999)) } else { String::new() };
        PersonDetails { afraid: dice.chance(60), phone, ..PersonDetails::default() }
    }

    fn item(&mut self, dice: &mut Dice) -> PlanItem {
        match dice.below(5) {
            0 => PlanItem::Demand(DemandId(self.number(dice))),
            1 => PlanItem::Wish(WishId(self.number(dice))),
            2 => PlanItem::Agreement(AgreementId(self.number(dice))),
            3 => PlanItem::Route(RouteId(self.number(dice))),
            _ => {
                let then = if dice.chance(50) { Then::StayOpen } else { Then::GoTo(self.somebody(dice)) };
                PlanItem::Person(self.somebody(dice), then)
            }
        }
    }

    /// A person who may exist, may have existed, or never did.
    fn somebody(&self, dice: &mut Dice) -> PersonId {
        let most = self.dossier.last_person as usize;
        let person = u32::try_from(dice.below(most + 1)).unwrap_or(0);
        PersonId(if dice.chance(5) { 9_999 } else { person })
    }

    fn perhaps(&self, dice: &mut Dice) -> Option<PersonId> {
        dice.chance(70).then(|| self.somebody(dice))
    }

    /// The id of a new part, of one that may exist, or of one that never did.
    fn number(&self, dice: &mut Dice) -> u32 {
        let known = u32::try_from(dice.below(self.dossier.plan.last_id as usize + 1)).unwrap_or(0);
        if dice.chance(50) { 0 } else { known + u32::from(dice.chance(5)) * 9_999 }
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

    fn day(&self, dice: &mut Dice) -> Option<app::model::date::Date> {
        self.pool.today.plus(dice.between(-400, 400))
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
