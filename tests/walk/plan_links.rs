//! What the links of the plan promise, told from the answers and the plan alone: no link is missing, and what is typed on
//! the page that comes is kept with the person, the demand, the agreement or the review that the link names.

use std::collections::BTreeSet;

use app::model::catalogue::Asked;
use app::model::content::{Class, PeopleFields, QuestionKind};
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::plan::reviews::Notes;
use app::model::plan::signal_ladder::{Colour, StepWords};
use app::model::plan::{Demand, PersonDetails, PersonId, PlanEvent, SafetyRoute};
use app::model::route::{PlanPage, Route};
use app::model::update::Event;

use super::walker::Walker;
use super::{catalogue, today};

type Checked = Result<(), String>;

/// What is typed on the page of a link; it is nowhere else.
const TYPED: &str = "dit is van deze pagina";

/// Each person, demand and agreement has the pages that it must have, and no other.
pub fn nothing_is_left_out(walker: &Walker, links: &[Route]) -> Checked {
    let plan = &walker.dossier.plan;
    let mut parts: BTreeSet<(PlanPage, u32)> = BTreeSet::new();
    for person in everyone(walker) {
        parts.insert((PlanPage::Person, person));
        if !is_feared(&walker.dossier, person) {
            parts.insert((PlanPage::Steps, person));
        }
        let has_card = plan.routes.iter().any(|route| route.owner.0 == person);
        if has_card || (lives_in(walker, person) && !is_feared(&walker.dossier, person)) {
            parts.insert((PlanPage::Card, person));
        }
    }
    parts.extend(plan.demands.list.iter().map(|demand| (PlanPage::Demand, demand.id.0)));
    parts.extend(plan.agreements.iter().map(|agreement| (PlanPage::Agreement, agreement.id.0)));
    let linked: BTreeSet<(PlanPage, u32)> = links.iter().filter_map(about_one_thing).collect();
    if linked == parts {
        return Ok(());
    }
    Err(format!("the plan links to {linked:?} instead of {parts:?}"))
}

fn about_one_thing(route: &Route) -> Option<(PlanPage, u32)> {
    let Route::Plan(page, part) = *route else { return None };
    let kinds = [PlanPage::Person, PlanPage::Steps, PlanPage::Card, PlanPage::Demand, PlanPage::Agreement];
    kinds.contains(&page).then_some((page, part))
}

/// The resident, and everyone in an answer; who was named in an answer about safety is not in the plan.
fn everyone(walker: &Walker) -> BTreeSet<u32> {
    let may_be_named = |question: &str| !matches!(catalogue().class_of(question, None), Class::Safety | Class::Route);
    let answers = walker.dossier.answers.iter().filter(|(question, _)| may_be_named(question));
    let people = answers.flat_map(|(_, answer)| match answer {
        Answer::People(people) => people.iter().map(|person| person.id).collect(),
        _ => Vec::new(),
    });
    people.chain([PersonId::ME.0]).collect()
}

/// Whether this person was entered as one of the house; the resident is.
fn lives_in(walker: &Walker, person: u32) -> bool {
    let asks_for_them = |question: &Asked| question.question.kind == QuestionKind::People(PeopleFields::Household);
    let mut household = catalogue().questions().filter(|(_, question)| asks_for_them(question));
    let is_one = |answer: Option<&Answer>| matches!(answer, Some(Answer::People(people)) if people.iter().any(|one| one.id == person));
    person == PersonId::ME.0 || household.any(|(question, _)| is_one(walker.dossier.answers.get(question)))
}

fn is_feared(dossier: &Dossier, person: u32) -> bool {
    dossier.plan.about.get(&PersonId(person)).is_some_and(|about| about.afraid)
}

/// What is typed on the page of this link is kept with what the link names.
pub fn leads_to_what_it_says(walker: &mut Walker, route: Route) -> Checked {
    let Route::Plan(page, part) = route else { return Err(format!("{route:?} is no page of the plan")) };
    let Some(typed) = typed_on(&walker.dossier, page, part) else { return Ok(()) };
    let mut dossier = walker.dossier.clone();
    dossier.apply_after(&walker.facts, Event::Plan(typed), today());
    if !keeps(&dossier, page, part) {
        return Err(format!("what is typed on {page:?} {part} is not kept there"));
    }
    walker.tally.count("typed on a page of the plan");
    Ok(())
}

/// The change that a page about one thing sends.
fn typed_on(dossier: &Dossier, page: PlanPage, part: u32) -> Option<PlanEvent> {
    let plan = &dossier.plan;
    let person = PersonId(part);
    match page {
        PlanPage::Person => {
            let about = plan.about.get(&person).cloned().unwrap_or_default();
            Some(PlanEvent::PersonDetails { person, about: PersonDetails { phone: TYPED.to_owned(), ..about } })
        }
        PlanPage::Steps => {
            let words = StepWords { sees: TYPED.to_owned(), does: String::new() };
            Some(PlanEvent::Ladder { person, colour: Colour::ALL[0], words })
        }
        PlanPage::Card => {
            let card = plan.routes.iter().find(|route| route.owner == person).cloned();
            let card = card.unwrap_or_else(|| SafetyRoute { owner: person, ..SafetyRoute::default() });
            Some(PlanEvent::Route(Box::new(SafetyRoute { takes_more: TYPED.to_owned(), ..card })))
        }
        PlanPage::Demand => {
            let demand = plan.demands.list.iter().find(|demand| demand.id.0 == part)?.clone();
            Some(PlanEvent::Demand(Demand { what: TYPED.to_owned(), ..demand }))
        }
        PlanPage::Agreement => {
            let mut agreement = plan.agreements.iter().find(|agreement| agreement.id.0 == part)?.clone();
            TYPED.clone_into(&mut agreement.what);
            Some(PlanEvent::Agreement(Box::new(agreement)))
        }
        PlanPage::Review if part == 0 => Some(PlanEvent::Mark { result: TYPED.to_owned(), moment: 0, mark: Some(7) }),
        PlanPage::Review => {
            let notes = Notes { good: TYPED.to_owned(), ..Notes::default() };
            Some(PlanEvent::Review { number: part.try_into().ok()?, day: None, notes })
        }
        _ => None,
    }
}

fn keeps(dossier: &Dossier, page: PlanPage, part: u32) -> bool {
    let plan = &dossier.plan;
    let person = PersonId(part);
    match page {
        PlanPage::Person => plan.about.get(&person).is_some_and(|about| about.phone == TYPED),
        PlanPage::Steps => plan.ladder.get(&person).is_some_and(|steps| steps[&Colour::ALL[0]].sees == TYPED),
        PlanPage::Card => plan.routes.iter().any(|route| route.owner == person && route.takes_more == TYPED),
        PlanPage::Demand => plan.demands.list.iter().any(|demand| demand.id.0 == part && demand.what == TYPED),
        PlanPage::Agreement => plan.agreements.iter().any(|one| one.id.0 == part && one.what == TYPED),
        PlanPage::Review if part == 0 => plan.marks.contains_key(TYPED),
        PlanPage::Review => {
            plan.reviews.notes.iter().any(|(number, notes)| u32::from(*number) == part && notes.good == TYPED)
        }
        _ => false,
    }
}
