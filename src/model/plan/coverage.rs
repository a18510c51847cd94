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

/// Every demand in order.
pub fn coverage(plan: &Plan, people: &People<'_>) -> Vec<Covered> {
    let demands = plan.demands.list.iter();
    demands
        .map(|demand| {
            let mine = plan.agreements.iter().filter(|agreement| agreement.demands.contains(&demand.id));
            let (agreements, by) = mine.fold((Vec::new(), Vec::new()), |(mut all, mut by), agreement| {
                all.push(agreement.id);
                if missing(agreement, people).is_empty() {
                    by.push(agreement.id);
                }
                (all, by)
            });
            Covered { demand: demand.id, agreements, by }
        })
        .collect()
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
