//! The four things that hold back a print. There are no more; everything filled in stays.

use super::agreements::Kind;
use super::circle::People;
use super::findings::At;
use super::gate;
use super::ids::PersonId;
use super::{Plan, SafetyRoute};
use crate::model::content::Sheet;
use crate::model::facts::Facts;
use crate::model::set::Set;
use crate::model::sheet::{Offered, offered};
use crate::model::words;

/// A reason not to print a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// The gate is closed; nothing of the plan is shown.
    Gate,
    /// Someone the resident is afraid of stands on a card.
    FearedOnCard(At),
    /// Someone the resident is afraid of watches over an agreement.
    FearedWatches(At),
    /// The card may not go together with another sheet.
    CardApart,
}

/// What holds back this sheet, while these are chosen.
pub fn stops(facts: &Facts, plan: &Plan, people: &People<'_>, sheet: Sheet, chosen: &Set<Sheet>) -> Vec<Stop> {
    match sheet {
        Sheet::V1 | Sheet::V3 | Sheet::V4 => Vec::new(),
        Sheet::V2 | Sheet::V5 if !gate::is_open(facts) => vec![Stop::Gate],
        Sheet::V2 => {
            let feared = |person: Option<PersonId>| person.is_some_and(|person| people.is_feared(person));
            let watched = plan.agreements.iter().filter(|agreement| feared(agreement.watcher));
            watched.map(|agreement| Stop::FearedWatches(At::Agreement(agreement.id))).collect()
        }
        Sheet::V5 => {
            let mut stops: Vec<Stop> = feared_in_routes(plan, people).into_iter().map(Stop::FearedOnCard).collect();
            if chosen.iter().any(|other| *other != Sheet::V5) {
                stops.push(Stop::CardApart);
            }
            stops
        }
    }
}

/// The sentence of a stop; at the gate the one of the sheet itself.
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

/// Cards, and agreements that take a child in, with someone on them of whom the resident is afraid.
pub fn feared_in_routes(plan: &Plan, people: &People<'_>) -> Vec<At> {
    let cards = plan.routes.iter().filter(|route| names_feared(route, people)).map(|route| At::Route(route.owner));
    let takes_in = plan.agreements.iter().filter(|agreement| match &agreement.kind {
        Kind::AtHome(home) => home.with.is_some_and(|with| people.is_feared(with)),
        Kind::Task | Kind::Visit(_) | Kind::NotThis => false,
    });
    cards.chain(takes_in.map(|agreement| At::Agreement(agreement.id))).collect()
}

/// Chosen as a person, or named in the words of the card.
pub fn names_feared(route: &SafetyRoute, people: &People<'_>) -> bool {
    if people.is_feared(route.owner) || route.people().any(|person| people.is_feared(person)) {
        return true;
    }
    let names: Vec<_> = people.feared().filter_map(|member| member.person).map(|person| person.name.trim()).collect();
    let numbers = route.numbers.iter().map(|number| &number.name);
    let mut texts = [&route.first.place, &route.second.place].into_iter().chain(numbers);
    texts.any(|text| {
        let text = words::spoken_plainly(text);
        names.iter().filter(|name| !name.is_empty()).any(|name| text.holds(&words::spoken_plainly(name)))
    })
}
