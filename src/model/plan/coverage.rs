//! Which demand is covered by which agreement. Says “covered” or “not yet”, never “safe”.

use super::Plan;
use super::agreements::{Agreement, Kind, Lack};
use super::circle::People;
use super::ids::{AgreementId, DemandId};

/// One demand and the agreements that were laid beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    pub demand: DemandId,
    /// What belongs to this demand, whole or not.
    pub agreements: Vec<AgreementId>,
    /// Those that cover it.
    pub by: Vec<AgreementId>,
}

impl Covered {
    /// One whole agreement is enough.
    pub fn is_covered(&self) -> bool {
        !self.by.is_empty()
    }
}

/// Every demand in order. A demand that does not say who does what and when is never covered.
pub fn coverage(plan: &Plan, people: &People<'_>) -> Vec<Covered> {
    let mut covered = Vec::new();
    for demand in &plan.demands.list {
        let mut one = Covered { demand: demand.id, agreements: Vec::new(), by: Vec::new() };
        for agreement in &plan.agreements {
            if agreement.demands.contains(&demand.id) {
                one.agreements.push(agreement.id);
                if demand.is_whole() && missing(agreement, people).is_empty() {
                    one.by.push(agreement.id);
                }
            }
        }
        covered.push(one);
    }
    covered
}

/// What keeps an agreement from covering a demand: without who, what, when and another person who watches it does not.
pub fn missing(agreement: &Agreement, people: &People<'_>) -> Vec<Lack> {
    let mut lacks = agreement.lacks();
    // What is not done has nobody who does it; so it cannot answer for a demand.
    if agreement.kind == Kind::NotThis && agreement.who.is_none() {
        lacks.push(Lack::Who);
    }
    // A day for a visitor is asked for, but is no condition of covering.
    lacks.retain(|lack| *lack != Lack::Allowed);
    if agreement.watcher.is_some_and(|watcher| people.is_feared(watcher)) {
        lacks.push(Lack::WatcherIsFeared);
    }
    lacks
}
