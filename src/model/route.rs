//! Addresses after `#`: neutral Dutch words and the number of a screen, never an answer. Any other address is ignored.

use super::content::Field;

/// A page of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// `#/`
    Start,
    /// `#/stap/37`: the screen with this number in the content.
    Step(usize),
    /// `#/overzicht`: all answers.
    Check,
    /// `#/vel`: the sheet.
    Sheet,
    /// `#/vel/3`: the tailored request, on its own sheet.
    SheetTailored,
    /// `#/vel/4`: the meeting request.
    SheetTogether,
    /// `#/vel/groot`: the sheet in large letters on screen.
    SheetLarge,
    /// `#/meenemen`: the text so far.
    TakeAlong,
    /// `#/uitleg`: about traces on the device.
    Traces,
    /// `#/samen`, `#/samen/4`, `#/samen/4/12`: a page of the plan, and the id of the part it is about.
    Plan(PlanPage, u32),
}

/// A page of the circle's own plan. The position of the variant is its number in the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPage {
    /// All parts.
    Hub,
    People,
    /// One person.
    Person,
    Goal,
    Demands,
    Demand,
    Agreements,
    Agreement,
    Ladder,
    /// The signal ladder of one person.
    Steps,
    Cards,
    /// The safety card of one person.
    Card,
    Reviews,
    /// One moment: the start, or a review.
    Review,
    Closing,
    /// The choice of papers.
    Papers,
    /// The plan for the desk.
    Sheet,
    /// The part of the plan for one helper.
    Helper,
    Fridge,
}

/// The page of each free-text field; a part's id belongs to the page of that part.
const FIELDS: [(PlanPage, &[Field]); 9] = [
    (PlanPage::Goal, &[Field::OwnName, Field::Goal, Field::Sign, Field::Start]),
    (PlanPage::Demands, &[Field::DemandsBy, Field::DemandsOn, Field::Wish]),
    (PlanPage::Demand, &[Field::DemandWho, Field::DemandWhat, Field::DemandWhen, Field::DemandOtherwise]),
    (PlanPage::Person, &[Field::Phone]),
    (PlanPage::People, &[Field::NotFitting]),
    (
        PlanPage::Agreement,
        &[
            Field::What,
            Field::NotThis,
            Field::When,
            Field::Situation,
            Field::Otherwise,
            Field::BudgetWhy,
            Field::Allowed,
            Field::HowLong,
            Field::ChildContact,
        ],
    ),
    (PlanPage::Steps, &[Field::Sees, Field::Does]),
    (PlanPage::Review, &[Field::Good, Field::Bad, Field::Next]),
    (PlanPage::Closing, &[Field::LookedAlong]),
];

impl PlanPage {
    pub const ALL: [PlanPage; 19] = [
        PlanPage::Hub,
        PlanPage::People,
        PlanPage::Person,
        PlanPage::Goal,
        PlanPage::Demands,
        PlanPage::Demand,
        PlanPage::Agreements,
        PlanPage::Agreement,
        PlanPage::Ladder,
        PlanPage::Steps,
        PlanPage::Cards,
        PlanPage::Card,
        PlanPage::Reviews,
        PlanPage::Review,
        PlanPage::Closing,
        PlanPage::Papers,
        PlanPage::Sheet,
        PlanPage::Helper,
        PlanPage::Fridge,
    ];

    /// The route of this page for the part with this id; 0 for no part.
    pub fn route(self, part: u32) -> Route {
        Route::Plan(self, part)
    }

    /// The page on which a free text of the plan is typed, and the id of its part. Texts on a safety card lead to the
    /// list of cards: the owner decides whether to say whose card it is.
    pub fn of_field(field: Field, part: u32) -> (PlanPage, u32) {
        let found = FIELDS.iter().find(|(_, fields)| fields.contains(&field));
        found.map_or((PlanPage::Cards, 0), |(page, _)| (*page, part))
    }
}

impl Route {
    /// The routes outside the journey and the plan, which have no number.
    pub const FIXED: [Route; 8] = [
        Route::Start,
        Route::Check,
        Route::Sheet,
        Route::SheetTailored,
        Route::SheetTogether,
        Route::SheetLarge,
        Route::TakeAlong,
        Route::Traces,
    ];

    /// Parses a fragment (with or without `#`); an unknown address is the start.
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        if let Some(plan) = path.strip_prefix("/samen") {
            return plan_page(plan).unwrap_or(Route::Start);
        }
        match path {
            "/overzicht" => Route::Check,
            "/vel" => Route::Sheet,
            "/vel/3" => Route::SheetTailored,
            "/vel/4" => Route::SheetTogether,
            "/vel/groot" => Route::SheetLarge,
            "/meenemen" => Route::TakeAlong,
            "/uitleg" => Route::Traces,
            _ => step(path).map_or(Route::Start, Route::Step),
        }
    }

    /// The fragment of this route, with `#`.
    pub fn fragment(self) -> String {
        match self {
            Route::Start => "#/".to_owned(),
            Route::Step(number) => format!("#/stap/{number}"),
            Route::Check => "#/overzicht".to_owned(),
            Route::Sheet => "#/vel".to_owned(),
            Route::SheetTailored => "#/vel/3".to_owned(),
            Route::SheetTogether => "#/vel/4".to_owned(),
            Route::SheetLarge => "#/vel/groot".to_owned(),
            Route::TakeAlong => "#/meenemen".to_owned(),
            Route::Traces => "#/uitleg".to_owned(),
            Route::Plan(PlanPage::Hub, _) => "#/samen".to_owned(),
            Route::Plan(page, 0) => format!("#/samen/{}", page as u32),
            Route::Plan(page, part) => format!("#/samen/{}/{part}", page as u32),
        }
    }
}

fn step(path: &str) -> Option<usize> {
    number(path.strip_prefix("/stap/")?)
}

/// A number of at most four digits, without a sign or leading zero.
fn number(digits: &str) -> Option<usize> {
    let plain =
        (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    if plain { digits.parse().ok() } else { None }
}

fn plan_page(path: &str) -> Option<Route> {
    if path.is_empty() {
        return Some(Route::Plan(PlanPage::Hub, 0));
    }
    let rest = path.strip_prefix('/')?;
    let (page, part) = match rest.split_once('/') {
        Some((page, part)) => (page, u32::try_from(number(part)?).ok()?),
        None => (rest, 0),
    };
    let page = PlanPage::ALL.get(number(page)?)?;
    Some(Route::Plan(*page, part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back() {
        let numbers = (1..300).map(Route::Step);
        let pages = PlanPage::ALL.iter().flat_map(|page| [page.route(0), page.route(7)]);
        let pages = pages.filter(|route| *route != PlanPage::Hub.route(7));
        for route in Route::FIXED.into_iter().chain(numbers).chain(pages) {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    #[test]
    fn strange_addresses_lead_to_the_start() {
        for address in [
            "",
            "#",
            "#/stap/",
            "#/stap/0",
            "#/stap/007",
            "#/stap/-1",
            "#/stap/99999",
            "#//evil",
            "#javascript:alert(1)",
            "#/stap/3?q=a",
            "#/samen/0",
            "#/samen/99",
            "#/samen/4/0",
            "#/samen/4/12/3",
            "#/samenzwering",
        ] {
            assert_eq!(Route::parse(address), Route::Start, "{address}");
        }
    }
}
