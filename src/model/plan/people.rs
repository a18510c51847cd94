//! References to people in the plan: finds the references to a person, hands them to another person, and drops those to
//! deleted people.

use std::collections::BTreeSet;

use super::Plan;
use super::agreements::{Agreement, AgreementKind};
use super::ids::{AgreementId, DemandId, PersonId, RouteId};

/// Something in the plan that depends on a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonUse {
    Does(AgreementId),
    Watches(AgreementId),
    StandsIn(AgreementId),
    Visits(AgreementId),
    TakesIn(AgreementId),
    /// Their own safety card.
    Owns(RouteId),
    /// Someone's safety card names them.
    Helps(RouteId),
    /// They call the circle together.
    Calls,
}

/// Everything that depends on this person. The page asks what to do with it before the person is removed.
pub fn needs_of(plan: &Plan, person: PersonId) -> Vec<PersonUse> {
    let mut needs = Vec::new();
    for agreement in &plan.agreements {
        let id = agreement.id;
        let kinds = [
            PersonUse::Does(id),
            PersonUse::Watches(id),
            PersonUse::StandsIn(id),
            PersonUse::Visits(id),
            PersonUse::TakesIn(id),
        ];
        for (who, need) in person_fields(agreement).into_iter().zip(kinds) {
            if *who == Some(person) {
                needs.push(need);
            }
        }
    }
    for route in &plan.routes {
        if route.owner == person {
            needs.push(PersonUse::Owns(route.id));
        }
        if route.people().any(|other| other == person) {
            needs.push(PersonUse::Helps(route.id));
        }
    }
    if plan.reviews.caller == Some(person) {
        needs.push(PersonUse::Calls);
    }
    needs
}

static NOBODY: Option<PersonId> = None;

fn person_fields(agreement: &Agreement) -> [&Option<PersonId>; 5] {
    let (visitor, with) = match &agreement.kind {
        AgreementKind::Visit(rule) => (&rule.visitor, &NOBODY),
        AgreementKind::AtHome(home) => (&NOBODY, &home.with),
        AgreementKind::Task | AgreementKind::NotThis => (&NOBODY, &NOBODY),
    };
    [&agreement.who, &agreement.watcher, &agreement.stand_in, visitor, with]
}

impl Plan {
    /// Reassigns all roles of `from` to `to`; the safety card and signal ladder of `from` are not transferred.
    pub(super) fn hand_over(&mut self, from: PersonId, to: PersonId) {
        self.each_reference(&mut |reference| {
            if *reference == Some(from) {
                *reference = Some(to);
            }
        });
        // Nobody watches over their own agreement or stands in for themselves.
        for agreement in self.agreements.iter_mut().filter(|agreement| agreement.who == Some(to)) {
            agreement.watcher.take_if(|watcher| *watcher == to);
            agreement.stand_in.take_if(|stand_in| *stand_in == to);
        }
        let sets = self.reviews.present.iter_mut().chain([&mut self.closing.signed_by]);
        for people in sets {
            if people.contains(&from) {
                people.remove(&from);
                people.insert(to);
            }
        }
    }

    /// Removes every reference to a person or demand that does not exist.
    pub fn keep_only(&mut self, is_there: &dyn Fn(PersonId) -> bool) {
        self.each_reference(&mut |reference| *reference = reference.filter(|person| is_there(*person)));
        for people in self.reviews.present.iter_mut().chain([&mut self.closing.signed_by]) {
            people.retain(|person| is_there(*person));
        }
        // If nobody who was chosen is left, everyone is present again.
        self.reviews.present.take_if(|present| present.is_empty());
        self.about.retain(|person, _| is_there(*person));
        self.ladder.retain(|person, _| is_there(*person));
        self.routes.retain(|route| is_there(route.owner));
        let demands: BTreeSet<DemandId> = self.demands.list.iter().map(|demand| demand.id).collect();
        for agreement in &mut self.agreements {
            agreement.demands.retain(|demand| demands.contains(demand));
        }
    }

    fn each_reference(&mut self, tell: &mut dyn FnMut(&mut Option<PersonId>)) {
        for agreement in &mut self.agreements {
            tell(&mut agreement.who);
            tell(&mut agreement.watcher);
            tell(&mut agreement.stand_in);
            match &mut agreement.kind {
                AgreementKind::Visit(rule) => tell(&mut rule.visitor),
                AgreementKind::AtHome(home) => tell(&mut home.with),
                AgreementKind::Task | AgreementKind::NotThis => {}
            }
        }
        for route in &mut self.routes {
            tell(&mut route.first.brought_by);
            tell(&mut route.second.brought_by);
            tell(&mut route.fetches_children);
        }
        tell(&mut self.reviews.caller);
    }
}
