//! The pages of the plan on the screen: the order of its parts, which pages are there now, and which one mends a finding.

use crate::model::plan::Plan;
use crate::model::plan::ids::PersonId;
use crate::model::plan::location::FindingLocation;
use crate::model::plan::reviews::ReviewDate;
use crate::model::plan_rules::circle::{Among, Member, People};
use crate::model::route::{PlanPage, Route};

/// The parts of the plan, in the order of a conversation round the table.
pub const PARTS: [PlanPage; 9] = [
    PlanPage::People,
    PlanPage::Goal,
    PlanPage::Demands,
    PlanPage::Agreements,
    PlanPage::Ladder,
    PlanPage::Cards,
    PlanPage::Reviews,
    PlanPage::Closing,
    PlanPage::Papers,
];

/// The page on which a finding can be mended; none for a finding about the plan as a whole, which no page mends.
pub fn mending(at: FindingLocation) -> Option<Route> {
    let (page, part) = match at {
        FindingLocation::Demands => (PlanPage::Demands, 0),
        FindingLocation::Demand(demand) => (PlanPage::Demand, demand.0),
        FindingLocation::Agreements => (PlanPage::Agreements, 0),
        FindingLocation::Agreement(agreement) => (PlanPage::Agreement, agreement.0),
        FindingLocation::Route(person) => (PlanPage::Card, person.0),
        FindingLocation::Reviews | FindingLocation::Caller => (PlanPage::Reviews, 0),
        FindingLocation::Circle => (PlanPage::People, 0),
        FindingLocation::Sheets => (PlanPage::Papers, 0),
        FindingLocation::Plan => return None,
    };
    Some(page.route(part))
}

/// Whether this page is there now. A page about one person, demand, agreement or review exists only as long as that does.
pub fn is_there(page: PlanPage, part: u32, plan: &Plan, people: &People<'_>, reviews: &[ReviewDate]) -> bool {
    let mut members = people.all().filter(|member| member.id == PersonId(part));
    match page {
        PlanPage::Person | PlanPage::Helper => members.next().is_some(),
        PlanPage::Steps => members.any(has_ladder),
        PlanPage::Card => members.any(|member| has_card(plan, member)),
        PlanPage::Demand => plan.demands.list.iter().any(|demand| demand.id.0 == part),
        PlanPage::Agreement => plan.agreements.iter().any(|agreement| agreement.id.0 == part),
        // The start is moment 0.
        PlanPage::Review => part == 0 || reviews.iter().any(|review| u32::from(review.number) == part),
        PlanPage::Hub
        | PlanPage::People
        | PlanPage::Goal
        | PlanPage::Demands
        | PlanPage::Agreements
        | PlanPage::Ladder
        | PlanPage::Cards
        | PlanPage::Reviews
        | PlanPage::Closing
        | PlanPage::Papers
        | PlanPage::Sheet
        | PlanPage::Fridge => true,
    }
}

/// The list a page belongs to; the address of a page that no longer exists leads there.
pub fn list_of(page: PlanPage) -> PlanPage {
    match page {
        PlanPage::Person => PlanPage::People,
        PlanPage::Demand => PlanPage::Demands,
        PlanPage::Agreement => PlanPage::Agreements,
        PlanPage::Steps => PlanPage::Ladder,
        PlanPage::Card => PlanPage::Cards,
        PlanPage::Review => PlanPage::Reviews,
        PlanPage::Helper | PlanPage::Sheet | PlanPage::Fridge => PlanPage::Papers,
        PlanPage::Hub
        | PlanPage::People
        | PlanPage::Goal
        | PlanPage::Demands
        | PlanPage::Agreements
        | PlanPage::Ladder
        | PlanPage::Cards
        | PlanPage::Reviews
        | PlanPage::Closing
        | PlanPage::Papers => PlanPage::Hub,
    }
}

/// Whether this person has a page for their signal ladder: everyone but a feared person.
pub fn has_ladder(member: &Member) -> bool {
    !member.about.afraid
}

/// Whether this person has a page for a safety card. A person in the house has one, unless feared; so has any person
/// with a card already.
pub fn has_card(plan: &Plan, member: &Member) -> bool {
    let in_house = matches!(member.among, Among::Me | Among::Household);
    (in_house && !member.about.afraid) || plan.route_of(member.id).is_some()
}
