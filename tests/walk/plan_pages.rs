//! What must hold on every page of the plan: each link leads to a page that is there, and each button does what it says.

use std::collections::BTreeSet;

use app::model::content::Sheet;
use app::model::dossier::Dossier;
use app::model::facts::Facts;
use app::model::paper::plan_voice::{self, PlanVoice};
use app::model::paper::{calendar, cards, own_plan};
use app::model::plan::{Agreement, Demand, PersonId, Plan, PlanEvent, PlanItem, Then, Wish, needs_of};
use app::model::plan_rules::stops::{self, Stop};
use app::model::plan_rules::{findings, gate, pages};
use app::model::privacy::audience::{Medium, may_hold_field};
use app::model::route::{PlanPage, Route};
use app::model::update::Event;

use super::walker::Walker;
use super::{catalogue, plan_links, today};

type Checked = Result<(), String>;

/// Every link and every button of every page of the plan, if there may be a plan now.
pub fn every_page_leads(walker: &mut Walker) -> Checked {
    if !gate::is_open(&walker.facts) {
        walker.tally.count("plan is closed");
        return Ok(());
    }
    let (facts, dossier) = (&walker.facts, &walker.dossier);
    let voice = PlanVoice::new(facts, dossier, Medium::OwnScreen).ok_or("the plan is open and has no voice")?;
    let mut links = pieces(&voice);
    let mends = mends(&voice);
    if mends.contains(&PlanPage::Hub.route(0)) {
        return Err("a finding on the page of all parts leads to that page".to_owned());
    }
    links.extend(mends);
    for route in &links {
        is_there(&voice, *route)?;
        walker.tally.count("link of the plan");
    }
    the_papers_are_there(&voice, dossier)?;
    plan_links::nothing_is_left_out(walker, &links)?;
    for route in links {
        plan_links::leads_to_what_it_says(walker, route)?;
    }
    every_button_works(walker)
}

fn is_there(voice: &PlanVoice, route: Route) -> Checked {
    let Route::Plan(page, part) = route else { return Err(format!("{route:?} is no page of the plan")) };
    if pages::is_there(page, part, voice.plan, &voice.people, &voice.reviews()) {
        return Ok(());
    }
    Err(format!("a link of the plan leads to {page:?} {part}, which is not there"))
}

/// The pages that the lists lead to.
fn pieces(voice: &PlanVoice) -> Vec<Route> {
    let mut routes: Vec<Route> = pages::PARTS.iter().map(|page| page.route(0)).collect();
    routes.extend(voice.people.all().map(|member| PlanPage::Person.route(member.id.0)));
    let ladders = voice.people.all().filter(|member| pages::has_ladder(member));
    routes.extend(ladders.map(|member| PlanPage::Steps.route(member.id.0)));
    let owners = voice.people.all().filter(|member| pages::has_card(voice.plan, member));
    routes.extend(owners.map(|member| PlanPage::Card.route(member.id.0)));
    routes.extend(voice.plan.demands.list.iter().map(|demand| PlanPage::Demand.route(demand.id.0)));
    routes.extend(voice.plan.agreements.iter().map(|agreement| PlanPage::Agreement.route(agreement.id.0)));
    routes.push(PlanPage::Review.route(0));
    routes.extend(voice.reviews().iter().map(|review| PlanPage::Review.route(review.number.into())));
    routes
}

/// The pages that mend what is not finished, what stops a print, and what waits for a decision.
fn mends(voice: &PlanVoice) -> Vec<Route> {
    let (facts, plan, people) = (voice.voice.facts, voice.plan, &voice.people);
    let found = findings::findings(facts, plan, people, &BTreeSet::default());
    let mut routes: Vec<Route> = found.iter().filter_map(|finding| pages::mending(finding.at)).collect();
    for stop in stops::stops(facts, plan, people, Sheet::OwnPlan, &BTreeSet::default()) {
        if let Stop::FearedOnCard(at) | Stop::FearedWatches(at) = stop {
            routes.extend(pages::mending(at));
        }
    }
    routes
}

/// The plan for the desk is there or says what stops it; every other paper that the list offers is there.
fn the_papers_are_there(voice: &PlanVoice, dossier: &Dossier) -> Checked {
    let facts = voice.voice.facts;
    let stops = stops::stops(facts, voice.plan, &voice.people, Sheet::OwnPlan, &BTreeSet::default());
    if stops.is_empty() && own_plan::compose(facts, dossier).is_none() {
        return Err("nothing stops the plan for the desk, and it is not there".to_owned());
    }
    if cards::fridge(facts, dossier).is_none() {
        return Err("the page for the fridge is not there".to_owned());
    }
    for person in cards::helpers(facts, dossier) {
        is_there(voice, PlanPage::Helper.route(person.0))?;
    }
    for (spot, text, _) in plan_voice::held_back(facts, dossier) {
        if may_hold_field(voice.content(), spot.field, Medium::DeskPaper) {
            let (page, part) = PlanPage::of_field(spot.field, spot.part);
            is_there(voice, page.route(part)).map_err(|problem| format!("“{text}” waits: {problem}"))?;
        }
    }
    Ok(())
}

/// The buttons that change the plan, each in a copy of the dossier.
fn every_button_works(walker: &mut Walker) -> Checked {
    let plan = walker.dossier.plan.clone();
    adds(walker, PlanEvent::Demand(Demand::default()), Some(PlanPage::Demand))?;
    adds(walker, PlanEvent::Agreement(Box::<Agreement>::default()), Some(PlanPage::Agreement))?;
    adds(walker, PlanEvent::Wish(Wish::default()), None)?;
    for demand in &plan.demands.list {
        removes(walker, PlanItem::Demand(demand.id), PlanPage::Demand.route(demand.id.0))?;
        becomes_a_wish(walker, demand)?;
    }
    for agreement in &plan.agreements {
        removes(walker, PlanItem::Agreement(agreement.id), PlanPage::Agreement.route(agreement.id.0))?;
    }
    for person in people(&walker.facts, &walker.dossier) {
        removes(walker, PlanItem::Person(person, Then::StayOpen), PlanPage::Person.route(person.0))?;
        let other = people(&walker.facts, &walker.dossier).into_iter().find(|other| *other != person);
        if let Some(other) = other {
            hands_over(walker, person, other)?;
        }
    }
    makes_a_calendar(walker)
}

fn people(facts: &Facts, dossier: &Dossier) -> Vec<PersonId> {
    let voice = PlanVoice::new(facts, dossier, Medium::OwnScreen);
    let members = voice.iter().flat_map(|voice| voice.people.all());
    members.map(|member| member.id).filter(|person| *person != PersonId::ME).collect()
}

/// After the change, in a copy: whether this page of the plan is there.
fn after(walker: &Walker, event: PlanEvent) -> (Dossier, Facts) {
    let mut dossier = walker.dossier.clone();
    let facts = dossier.apply_after(&walker.facts, Event::Plan(event), today());
    (dossier, facts)
}

fn shows(facts: &Facts, dossier: &Dossier, route: Route) -> bool {
    PlanVoice::new(facts, dossier, Medium::OwnScreen).is_some_and(|voice| is_there(&voice, route).is_ok())
}

/// “Voeg toe” leads to the page of what is new.
fn adds(walker: &mut Walker, event: PlanEvent, page: Option<PlanPage>) -> Checked {
    let told = format!("{event:?}");
    let (dossier, facts) = after(walker, event);
    let is_new = dossier.plan.last_id == walker.dossier.plan.last_id + 1;
    if !is_new || page.is_some_and(|page| !shows(&facts, &dossier, page.route(dossier.plan.last_id))) {
        return Err(format!("{told} adds nothing with a page"));
    }
    walker.tally.count("added to the plan");
    Ok(())
}

/// “Haal dit weg” takes away this and nothing else, and “Zet terug” brings everything back.
fn removes(walker: &mut Walker, item: PlanItem, page: Route) -> Checked {
    let mut dossier = walker.dossier.clone();
    // It is taken away on the page of its list, where nothing else was.
    if let Route::Plan(page, _) = page {
        dossier.turn_to(pages::list_of(page).route(0));
    }
    let facts = dossier.apply_after(&walker.facts, Event::Plan(PlanEvent::Removed(item)), today());
    if shows(&facts, &dossier, page) {
        return Err(format!("{item:?} was taken away and is there"));
    }
    if !dossier.is_plan_undoable() && dossier.undoable().is_none() {
        if has_words(&walker.dossier.plan, item) {
            return Err(format!("{item:?} was taken away, and nothing offers to put it back"));
        }
        walker.tally.count("taken away without a word in it");
        return Ok(());
    }
    dossier.apply_after(&facts, Event::Undone, today());
    if dossier.plan != walker.dossier.plan || dossier.answers != walker.dossier.answers {
        return Err(format!("{item:?} came back otherwise than it was"));
    }
    walker.tally.count("taken away from the plan and put back");
    Ok(())
}

/// Whether something is lost with it. A demand or an agreement that was only just added is empty; a person never is.
fn has_words(plan: &Plan, item: PlanItem) -> bool {
    match item {
        PlanItem::Demand(id) => {
            let empty = Demand { id, ..Demand::default() };
            !plan.demands.list.contains(&empty) || plan.agreements.iter().any(|one| one.demands.contains(&id))
        }
        PlanItem::Agreement(id) => !plan.agreements.contains(&Agreement { id, ..Agreement::default() }),
        _ => true,
    }
}

fn becomes_a_wish(walker: &mut Walker, demand: &Demand) -> Checked {
    let content = &catalogue().content.plan;
    if demand.untestable(&content.vague).is_empty() || demand.as_wish().is_empty() {
        return Ok(());
    }
    let (dossier, facts) = after(walker, PlanEvent::DemandToWish(demand.id));
    let is_wish = dossier.plan.wishes.last().is_some_and(|wish| wish.text == demand.as_wish());
    if !is_wish || shows(&facts, &dossier, PlanPage::Demand.route(demand.id.0)) {
        return Err(format!("{demand:?} does not become a wish"));
    }
    walker.tally.count("demand became a wish");
    Ok(())
}

/// Another takes over from someone who leaves: nothing refers to who left.
fn hands_over(walker: &mut Walker, person: PersonId, other: PersonId) -> Checked {
    let (dossier, _) = after(walker, PlanEvent::Removed(PlanItem::Person(person, Then::GoTo(other))));
    if !needs_of(&dossier.plan, person).is_empty() {
        return Err(format!("{person:?} left, and the plan still refers to them"));
    }
    walker.tally.count("another took over");
    Ok(())
}

fn makes_a_calendar(walker: &mut Walker) -> Checked {
    let (dossier, facts) = after(walker, PlanEvent::Calendar(7));
    let voice = PlanVoice::new(&facts, &dossier, Medium::OwnScreen).ok_or("a calendar closed the plan")?;
    let has_days = !voice.reviews().is_empty();
    if has_days && calendar::compose(&facts, &dossier, 0).is_none() {
        return Err("there are days, and no calendar".to_owned());
    }
    walker.tally.count("calendar made");
    Ok(())
}
