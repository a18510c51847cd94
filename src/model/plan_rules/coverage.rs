//! Which demand is covered by which agreement. Says “covered” or “not yet”, never “safe”.

use crate::model::plan::Plan;
use crate::model::plan::agreements::{Agreement, AgreementKind, Lack};
use crate::model::plan::ids::{AgreementId, DemandId};
use crate::model::plan_rules::circle::People;

/// One demand, and the agreements that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    pub demand: DemandId,
    /// The agreements that belong to this demand, complete or not.
    pub agreements: Vec<AgreementId>,
    /// The agreements that cover it.
    pub by: Vec<AgreementId>,
}

impl Coverage {
    /// Whether the demand is covered: one complete agreement is enough.
    pub fn is_covered(&self) -> bool {
        !self.by.is_empty()
    }
}

/// The coverage of each demand, in order. A demand without doer, action and time is never covered.
pub fn coverage(plan: &Plan, people: &People<'_>) -> Vec<Coverage> {
    let mut covered = Vec::new();
    for demand in &plan.demands.list {
        let mut one = Coverage { demand: demand.id, agreements: Vec::new(), by: Vec::new() };
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

/// What keeps an agreement from covering a demand: it needs a doer, a task, a time or situation, and another person as
/// watcher.
pub fn missing(agreement: &Agreement, people: &People<'_>) -> Vec<Lack> {
    let mut lacks = agreement.lacks();
    // A “we don't do this” agreement has no doer, so it cannot cover a demand.
    if agreement.kind == AgreementKind::NotThis && agreement.who.is_none() {
        lacks.push(Lack::Who);
    }
    if agreement.watcher.is_some_and(|watcher| people.is_feared(watcher)) {
        lacks.push(Lack::WatcherIsFeared);
    }
    lacks
}
