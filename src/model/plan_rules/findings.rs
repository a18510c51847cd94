//! The nine rules: what is not finished in the plan, and where. A finding is worded calmly and never blocks the way on;
//! what stops a print is in `stops`.

use std::collections::BTreeSet;

use crate::model::content::Sheet;
use crate::model::content::flag::Flag;
use crate::model::facts::Facts;
use crate::model::plan::Plan;
use crate::model::plan::agreements::{AgreementKind, Lack};
use crate::model::plan::ids::PersonId;
use crate::model::plan::location::FindingLocation;
use crate::model::plan::person::Knows;
use crate::model::plan::reviews::{is_soon_enough, review_dates};
use crate::model::plan_rules::circle::{Among, People};
use crate::model::plan_rules::coverage::coverage;
use crate::model::plan_rules::stops::{feared_in_routes, watched_by_feared};
use crate::model::words;

/// The nine rules, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    DemandsCovered,
    AgreementsWhole,
    RoutesWhole,
    NobodyFeared,
    ReviewSoon,
    SomeoneCalls,
    /// Has a sentence but no finding: a wish need not be met.
    WishesFree,
    SafeAdult,
    TalkItOver,
}

impl Rule {
    pub const ALL: [Rule; 9] = [
        Rule::DemandsCovered,
        Rule::AgreementsWhole,
        Rule::RoutesWhole,
        Rule::NobodyFeared,
        Rule::ReviewSoon,
        Rule::SomeoneCalls,
        Rule::WishesFree,
        Rule::SafeAdult,
        Rule::TalkItOver,
    ];

    /// The key of the rule's sentence.
    pub fn key(self) -> &'static str {
        match self {
            Rule::DemandsCovered => "rule.demands-covered",
            Rule::AgreementsWhole => "rule.agreements-whole",
            Rule::RoutesWhole => "rule.routes-whole",
            Rule::NobodyFeared => "rule.nobody-feared",
            Rule::ReviewSoon => "rule.review-soon",
            Rule::SomeoneCalls => "rule.someone-calls",
            Rule::WishesFree => "rule.wishes-free",
            Rule::SafeAdult => "rule.safe-adult",
            Rule::TalkItOver => "rule.talk-it-over",
        }
    }
}

/// Something in the plan that is not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFinding {
    pub rule: Rule,
    pub at: FindingLocation,
    /// What an agreement lacks.
    pub lacks: Vec<Lack>,
}

/// Everything that is not finished, in the order of the rules.
pub fn findings(facts: &Facts, plan: &Plan, people: &People<'_>, chosen: &BTreeSet<Sheet>) -> Vec<PlanFinding> {
    let mut found = Vec::new();
    demands(facts, plan, people, &mut found);
    agreements(plan, &mut found);
    routes(plan, people, &mut found);
    feared(plan, people, chosen, &mut found);
    reviews(facts, plan, people, &mut found);
    adult(facts, people, &mut found);
    if !found.is_empty() || facts.is_up(Flag::Unsafe) {
        note(&mut found, Rule::TalkItOver, FindingLocation::Plan);
    }
    found
}

/// The sentence of a finding, with its number or role filled in.
pub fn sentence(facts: &Facts, plan: &Plan, people: &People<'_>, finding: &PlanFinding) -> String {
    let key = match (finding.rule, finding.at) {
        (Rule::DemandsCovered, FindingLocation::Demands) => "rule.no-demands",
        (Rule::DemandsCovered, FindingLocation::Demand(id)) if !plan.demands.is_whole(id) => "rule.demand-whole",
        (Rule::AgreementsWhole, FindingLocation::Agreements) => "rule.no-agreements",
        (Rule::RoutesWhole, FindingLocation::Route(PersonId::ME)) => "rule.my-route-whole",
        (Rule::NobodyFeared, FindingLocation::Sheets) => "rule.card-apart",
        (rule, _) => rule.key(),
    };
    let said = fill(facts, plan, people, finding.at, key);
    if finding.rule == Rule::NobodyFeared { placed(facts, plan, people, finding.at, said) } else { said }
}

/// Prefixes a sentence about a feared person with its location, because those sentences do not mention it.
pub fn placed(facts: &Facts, plan: &Plan, people: &People<'_>, at: FindingLocation, sentence: String) -> String {
    let key = match at {
        FindingLocation::Agreement(_) => "page.agreement",
        FindingLocation::Route(PersonId::ME) => "safety-card.title",
        FindingLocation::Route(_) => "page.card-of",
        _ => return sentence,
    };
    [fill(facts, plan, people, at, key), sentence].join(": ")
}

/// A text with the number or role of a location filled in.
fn fill(facts: &Facts, plan: &Plan, people: &People<'_>, at: FindingLocation, key: &str) -> String {
    let number = match at {
        FindingLocation::Demand(id) => plan.number_of(id),
        FindingLocation::Agreement(id) => {
            plan.agreements.iter().position(|other| other.id == id).map(|place| place + 1)
        }
        FindingLocation::Demands
        | FindingLocation::Agreements
        | FindingLocation::Route(_)
        | FindingLocation::Sheets
        | FindingLocation::Reviews
        | FindingLocation::Caller
        | FindingLocation::Circle
        | FindingLocation::Plan => None,
    };
    let mut role = "";
    if let FindingLocation::Route(id) = at
        && let Some(person) = people.get(id).and_then(|member| member.person)
    {
        role = if person.role.is_empty() { &person.name } else { &person.role };
    }
    let number = number.map_or_else(String::new, |number| number.to_string());
    words::fill(facts.catalogue.content.plan.text(key), &[("{n}", &number), ("{role}", role)])
}

#[inline(never)]
fn note(found: &mut Vec<PlanFinding>, rule: Rule, at: FindingLocation) {
    found.push(PlanFinding { rule, at, lacks: Vec::new() });
}

fn demands(facts: &Facts, plan: &Plan, people: &People<'_>, found: &mut Vec<PlanFinding>) {
    if plan.demands.list.is_empty() && facts.is_up(Flag::Unsafe) {
        note(found, Rule::DemandsCovered, FindingLocation::Demands);
    }
    for covered in coverage(plan, people) {
        if !covered.is_covered() {
            note(found, Rule::DemandsCovered, FindingLocation::Demand(covered.demand));
        }
    }
}

fn agreements(plan: &Plan, found: &mut Vec<PlanFinding>) {
    if plan.agreements.iter().all(|agreement| agreement.kind == AgreementKind::NotThis) {
        note(found, Rule::AgreementsWhole, FindingLocation::Agreements);
    }
    for agreement in &plan.agreements {
        let lacks = agreement.lacks();
        if !lacks.is_empty() {
            found.push(PlanFinding {
                rule: Rule::AgreementsWhole,
                at: FindingLocation::Agreement(agreement.id),
                lacks,
            });
        }
    }
}

fn routes(plan: &Plan, people: &People<'_>, found: &mut Vec<PlanFinding>) {
    for member in people.all() {
        // A feared person has no card to finish.
        let in_house = matches!(member.among, Among::Me | Among::Household) && !member.about.afraid;
        let is_whole = || plan.route_of(member.id).is_some_and(crate::model::plan::SafetyRoute::is_whole);
        if in_house && member.about.feels_unsafe == Some(true) && !is_whole() {
            note(found, Rule::RoutesWhole, FindingLocation::Route(member.id));
        }
    }
}

fn feared(plan: &Plan, people: &People<'_>, chosen: &BTreeSet<Sheet>, found: &mut Vec<PlanFinding>) {
    let mut places = feared_in_routes(plan, people);
    places.append(&mut watched_by_feared(plan, people));
    for at in places {
        note(found, Rule::NobodyFeared, at);
    }
    if chosen.contains(&Sheet::SafetyCard) && chosen.len() > 1 {
        note(found, Rule::NobodyFeared, FindingLocation::Sheets);
    }
}

fn reviews(facts: &Facts, plan: &Plan, people: &People<'_>, found: &mut Vec<PlanFinding>) {
    let holidays = &facts.catalogue.content.holidays;
    let soon = |start| is_soon_enough(start, &review_dates(start, &plan.reviews, holidays));
    if !plan.goal.start.is_some_and(soon) {
        note(found, Rule::ReviewSoon, FindingLocation::Reviews);
    }
    if plan.reviews.caller.is_none_or(|caller| people.is_feared(caller)) {
        note(found, Rule::SomeoneCalls, FindingLocation::Caller);
    }
}

fn adult(facts: &Facts, people: &People<'_>, found: &mut Vec<PlanFinding>) {
    let ages = &facts.catalogue.content.plan.roles.child_ages;
    let is_child = |age: &str| ages.iter().any(|child| child == age);
    let (mut child, mut safe) = (false, false);
    for member in people.all() {
        let about = member.about;
        match member.among {
            Among::Me => {}
            Among::Household => child |= member.person.is_some_and(|person| is_child(&person.age)),
            Among::Circle | Among::Helpers => {
                safe |= about.adult == Some(true) && !about.afraid && about.knows == Knows::Yes;
            }
        }
    }
    if child && !safe {
        note(found, Rule::SafeAdult, FindingLocation::Circle);
    }
}
