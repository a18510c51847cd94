//! What stops the print of a paper of the plan, besides its not being offered (`facts/offers.rs`). Everything filled in
//! stays.

use std::collections::BTreeSet;

use crate::model::content::Sheet;
use crate::model::facts::{Facts, Offered, offered};
use crate::model::plan::agreements::AgreementKind;
use crate::model::plan::location::FindingLocation;
use crate::model::plan::{Plan, SafetyRoute};
use crate::model::plan_rules::circle::People;
use crate::model::plan_rules::gate;
use crate::model::words;

/// A reason not to print a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// The gate is closed; nothing of the plan is shown.
    Gate,
    /// A feared person is on a safety card, or takes a child in.
    FearedOnCard(FindingLocation),
    /// A feared person watches over an agreement.
    FearedWatches(FindingLocation),
    /// The safety card may not be printed together with another sheet.
    CardApart,
}

/// What stops this sheet, with these sheets chosen.
pub fn stops(facts: &Facts, plan: &Plan, people: &People<'_>, sheet: Sheet, chosen: &BTreeSet<Sheet>) -> Vec<Stop> {
    match sheet {
        Sheet::Summary | Sheet::TailoredRequest | Sheet::MeetingRequest => Vec::new(),
        Sheet::OwnPlan | Sheet::SafetyCard if !gate::is_open(facts) => vec![Stop::Gate],
        Sheet::OwnPlan => watched_by_feared(plan, people).into_iter().map(Stop::FearedWatches).collect(),
        Sheet::SafetyCard => {
            let mut stops: Vec<Stop> = feared_in_routes(plan, people).into_iter().map(Stop::FearedOnCard).collect();
            if chosen.iter().any(|other| *other != Sheet::SafetyCard) {
                stops.push(Stop::CardApart);
            }
            stops
        }
    }
}

/// The sentence for a reason; for the gate, the one of the sheet itself.
pub fn sentence(facts: &Facts, sheet: Sheet, stop: Stop) -> String {
    let content = &facts.catalogue.content.plan;
    let key = match stop {
        Stop::Gate => {
            return match offered(facts, sheet) {
                Offered::No(text) => text.unwrap_or_default(),
                Offered::Yes => String::new(),
            };
        }
        Stop::FearedOnCard(_) => "rule.nobody-feared",
        Stop::FearedWatches(_) => "rule.feared-watches",
        Stop::CardApart => "rule.card-apart",
    };
    content.text(key).to_owned()
}

/// Safety cards that a feared person owns or is named on, and agreements in which a feared person takes a child in.
pub fn feared_in_routes(plan: &Plan, people: &People<'_>) -> Vec<FindingLocation> {
    let mut found = Vec::new();
    for route in &plan.routes {
        if names_feared(route, people) {
            found.push(FindingLocation::Route(route.owner));
        }
    }
    for agreement in &plan.agreements {
        match &agreement.kind {
            AgreementKind::AtHome(home) if people.has_feared(home.with) => {
                found.push(FindingLocation::Agreement(agreement.id));
            }
            AgreementKind::AtHome(_) | AgreementKind::Task | AgreementKind::Visit(_) | AgreementKind::NotThis => {}
        }
    }
    found
}

/// Agreements whose watcher is feared.
pub fn watched_by_feared(plan: &Plan, people: &People<'_>) -> Vec<FindingLocation> {
    let mut found = Vec::new();
    for agreement in &plan.agreements {
        if people.has_feared(agreement.watcher) {
            found.push(FindingLocation::Agreement(agreement.id));
        }
    }
    found
}

/// Whether a feared person owns the card, is chosen on it, or is named in its places or contacts.
pub fn names_feared(route: &SafetyRoute, people: &People<'_>) -> bool {
    if people.is_feared(route.owner) || route.people().any(|person| people.is_feared(person)) {
        return true;
    }
    let mut texts = vec![&route.first.place, &route.second.place];
    for number in &route.numbers {
        texts.push(&number.name);
    }
    let is_named = |name: &String| {
        let name = words::for_plain_word_search(name);
        texts.iter().any(|text| words::for_plain_word_search(text).holds_name(&name))
    };
    people.feared_names.iter().any(is_named)
}
