//! What must hold at every screen of every walk.

use std::collections::BTreeMap;

use app::model::catalogue::ScreenRef;
use app::model::content::{FlagDoes, PageKind, Sheet, Way};
use app::model::dossier::Dossier;
use app::model::facts::Facts;
use app::model::journey::{self, Onward};
use app::model::overview::{self, ChangeTarget, Overview};
use app::model::paper::{Offered, offered};
use app::model::update::Event;

use super::walker::Walker;
use super::{buttons, catalogue, plan_pages, today};

/// Maximum number of screens to the end of any road.
const LONGEST: usize = 250;

/// Checks everything at the current screen.
pub fn all(walker: &mut Walker) -> Result<(), String> {
    the_road_beside_ends(walker)?;
    buttons::all(walker)?;
    if walker.page() == PageKind::Check && walker.dice.chance(15) {
        walker.answer_before_the_plan()?;
    }
    if may_leave(&walker.facts, &walker.dossier) {
        let overview = walker.overview();
        every_row_leads(walker, &overview)?;
        every_other_button_leads(walker, &overview)?;
        plan_pages::every_page_leads(walker)?;
        every_question_can_be_answered(walker)?;
    }
    if walker.dice.chance(8) {
        the_road_ends(walker)?;
    }
    Ok(())
}

/// Whether other screens can be opened: not while an unseen flag stops the questions.
pub fn may_leave(facts: &Facts, dossier: &Dossier) -> bool {
    let due = journey::due(facts, dossier).filter(|place| catalogue().screen(*place).page == PageKind::Flag);
    due.is_none() || !facts.does(&FlagDoes::StopsQuestions)
}

/// The address of a screen that a button leads to opens that screen.
pub fn resolves(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> Result<(), String> {
    let to = journey::resolve(facts, dossier, catalogue().number(place));
    if to == place { Ok(()) } else { Err(format!("a button to {} leads to {}", name(place), name(to))) }
}

/// The button of every row of the overview leads to a screen that asks its question. Each question is answered there, in
/// a copy of the dossier.
fn every_row_leads(walker: &mut Walker, overview: &Overview) -> Result<(), String> {
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut asked_by_the_plan = Vec::new();
    for line in overview.lines() {
        walker.tally.count(if line.row.answer.is_empty() { "row without an answer" } else { "row with an answer" });
        match line.leads_to {
            Some(ChangeTarget::Screen(place)) => {
                count_kind(walker, place);
                rows.entry(catalogue().number(place)).or_default().push(line.row.question.clone());
            }
            Some(ChangeTarget::Plan) => asked_by_the_plan.push(line.row.question.clone()),
            None => walker.tally.count("row without a button"),
        }
    }
    for question in asked_by_the_plan {
        walker.tally.count("row that leads to the plan");
        if !catalogue().content.plan.roles.before.contains(&question) {
            return Err(format!("row {question} leads to the plan, which does not ask it"));
        }
        let (dossier, facts) = (walker.dossier.clone(), walker.facts.clone());
        answer_in_copy(walker, &question, dossier, facts)?;
    }
    for (number, questions) in rows {
        let place = catalogue().place(number).expect("a screen of the content");
        rows_lead(walker, place, &questions)?;
    }
    Ok(())
}

/// “Vorige”, the overview itself, “Vertel meer over” and the further screens about sharing.
fn every_other_button_leads(walker: &mut Walker, overview: &Overview) -> Result<(), String> {
    let (facts, dossier) = (&walker.facts, &walker.dossier);
    let before = journey::previous(facts, dossier, walker.here);
    for place in before.into_iter().chain([overview.here]) {
        resolves(facts, dossier, place)?;
    }
    let finder = journey::Finder::of(facts, dossier);
    for (_, question) in &overview.more {
        let place = finder.place_of(question).ok_or_else(|| format!("more: {question} is asked nowhere"))?;
        let mut after = dossier.clone();
        let facts = after.apply_after(facts, Event::Sought { question: question.clone() }, today());
        resolves(&facts, &after, place)?;
        walker.tally.count("button for more about an area");
    }
    let further = if walker.page() == PageKind::Sharing { journey::further(facts, dossier) } else { Vec::new() };
    for place in further {
        let mut after = dossier.clone();
        let screen = catalogue().screen(place).id.clone();
        let facts = after.apply_after(facts, Event::Opened { screen }, today());
        resolves(&facts, &after, place)?;
        walker.tally.count("button to a further screen");
    }
    Ok(())
}

fn count_kind(walker: &mut Walker, place: ScreenRef) {
    let kind = match (catalogue().screen(place).page, place.area) {
        (PageKind::GentleQuestion, _) => "row of a gentle question",
        _ if journey::is_interrupt(&walker.facts, place) => "row of a screen in between",
        (_, Some(area)) if !walker.facts.deep_areas().contains(&area) => "row of an area beyond the first few",
        _ => return,
    };
    walker.tally.count(kind);
}

/// The buttons of these rows lead to this screen, which asks their questions; an answer given there is stored.
fn rows_lead(walker: &mut Walker, place: ScreenRef, questions: &[String]) -> Result<(), String> {
    // The screen of a gentle question shows one question at a time: the one the resident asked for.
    let groups = if catalogue().screen(place).page == PageKind::GentleQuestion {
        questions.chunks(1)
    } else {
        questions.chunks(questions.len())
    };
    for group in groups {
        let told = |problem: String| format!("row {}: {problem}", group[0]);
        let mut dossier = walker.dossier.clone();
        let facts = dossier.apply_after(&walker.facts, Event::Sought { question: group[0].clone() }, today());
        resolves(&facts, &dossier, place).map_err(told)?;
        let facts = dossier.apply_after(&facts, Event::Arrived { number: catalogue().number(place) }, today());
        // “Het loopt vast” is undone with a button of its own.
        let answerable: Vec<_> =
            group.iter().filter(|id| **id != catalogue().content.flow.roles.stuck).cloned().collect();
        asks_all(&facts, &dossier, place, &answerable)?;
        for question in &answerable {
            answer_in_copy(walker, question, dossier.clone(), facts.clone())?;
        }
    }
    Ok(())
}

/// Answers a question in this copy of the dossier; the walker stays where it is.
fn answer_in_copy(walker: &mut Walker, question: &str, dossier: Dossier, facts: Facts) -> Result<(), String> {
    let before = (std::mem::replace(&mut walker.dossier, dossier), std::mem::replace(&mut walker.facts, facts));
    let answered = walker.answer(question);
    (walker.dossier, walker.facts) = before;
    answered
}

fn asks_all(facts: &Facts, dossier: &Dossier, place: ScreenRef, questions: &[String]) -> Result<(), String> {
    let items = journey::items(facts, dossier, place);
    for question in questions {
        if !items.iter().any(|item| item.is_about(question)) {
            return Err(format!("row {question}: {} does not ask it, but {items:?}", name(place)));
        }
    }
    Ok(())
}

/// Every question that counts can be answered somewhere, except those skipped for a tired resident.
fn every_question_can_be_answered(walker: &mut Walker) -> Result<(), String> {
    let roles = &catalogue().content.flow.roles;
    let finder = journey::Finder::of(&walker.facts, &walker.dossier);
    for (id, _) in catalogue().questions().filter(|(id, _)| walker.facts.is_asked(id)) {
        if overview::lead_of(&walker.facts, &finder, id).is_some() {
            continue;
        }
        let bare = id.rsplit('.').next().unwrap_or(id);
        let is_spared = roles.tired_drops.iter().any(|drop| drop == bare)
            && walker.facts.yes(&roles.tired)
            && walker.facts.raw(id).is_none();
        let before_plan = catalogue().content.plan.roles.before.iter().any(|before| before == id);
        let is_hidden = before_plan && walker.facts.does(&FlagDoes::ClosesExport);
        // A button in the menu answers it.
        let is_button = id == roles.stuck;
        if is_spared {
            walker.tally.count("spared for being tired");
        } else if !(is_hidden || is_button) {
            return Err(format!("{id} counts and is asked nowhere"));
        }
    }
    Ok(())
}

/// The end of the side road “Het loopt vast” has its two sheets, or says why there are none.
fn the_road_beside_ends(walker: &mut Walker) -> Result<(), String> {
    if walker.page() != PageKind::Further {
        return Ok(());
    }
    walker.tally.count("end of the road that is stuck");
    let is_said = |sheet| matches!(offered(&walker.facts, sheet), Offered::Yes);
    let why = offered(&walker.facts, Sheet::Summary);
    if (is_said(Sheet::TailoredRequest) && is_said(Sheet::MeetingRequest)) || matches!(why, Offered::No(Some(_))) {
        return Ok(());
    }
    Err("the road ends without its sheets, and nothing says why".to_owned())
}

/// No earlier screen has a new weighing question when the paper opens.
pub fn nothing_stays_behind(walker: &mut Walker, from: ScreenRef, to: ScreenRef) -> Result<(), String> {
    let number = |place: &ScreenRef| catalogue().number(*place);
    if catalogue().screen(to).page == PageKind::Paper {
        let owed = journey::owed(&walker.facts, &walker.dossier);
        if let Some(behind) = owed.iter().find(|place| number(place) < number(&to)) {
            return Err(format!("{} asks something new and is behind the paper", name(*behind)));
        }
    }
    let on_road = |place: &ScreenRef| {
        !journey::is_interrupt(&walker.facts, *place) && !journey::is_on_side_road(&walker.facts, *place)
    };
    if on_road(&from) && on_road(&to) && number(&to) <= number(&from) {
        walker.tally.count("brought up before the paper");
    }
    Ok(())
}

/// “Vorige” leads to the screen where “Verder” was tapped, if nothing came in between and the road is the same.
pub fn back_undoes(walker: &mut Walker, from: ScreenRef, steps: &[ScreenRef]) -> Result<(), String> {
    let (facts, dossier) = (&walker.facts, &walker.dossier);
    let is_between = |place: ScreenRef| journey::is_interrupt(facts, place);
    let to = walker.here;
    let is_behind = catalogue().number(to) <= catalogue().number(from);
    let leaves = catalogue().screen(from).way == Way::SideRoad && catalogue().screen(to).way != Way::SideRoad;
    let is_same_road =
        journey::steps(facts, dossier) == steps && (journey::is_on_side_road(facts, from) || steps.contains(&from));
    if is_between(from) || is_between(to) || is_behind || leaves || !is_same_road {
        return Ok(());
    }
    let back = journey::previous(facts, dossier, to);
    if back != Some(from) {
        return Err(format!("from {} “Verder” leads to {}, and “Vorige” to {back:?}", name(from), name(to)));
    }
    walker.tally.count("Vorige undid Verder");
    Ok(())
}

/// “Verder” alone leads to the paper, or to the last screen.
fn the_road_ends(walker: &mut Walker) -> Result<(), String> {
    let (mut dossier, mut here, mut returning) = (walker.dossier.clone(), walker.here, walker.returning);
    for _ in 0..LONGEST {
        let number = catalogue().number(here);
        let facts = dossier.apply(Event::Continued { number }, catalogue(), today());
        match journey::onward(&facts, &dossier, here, returning) {
            Onward::Nowhere => {
                walker.tally.count("road to the end without answers");
                return Ok(());
            }
            Onward::Overview => {
                returning = false;
                here = walker.overview().here;
            }
            Onward::To { place, returns } => (here, returning) = (place, returns),
        }
        dossier.apply(Event::Arrived { number: catalogue().number(here) }, catalogue(), today());
        if catalogue().screen(here).page == PageKind::Paper {
            walker.tally.count("road to the end without answers");
            return Ok(());
        }
    }
    Err(format!("from {} “Verder” never ends", name(walker.here)))
}

pub fn name(place: ScreenRef) -> String {
    let area = place.area.map_or("", |area| catalogue().content.areas[area].id.as_str());
    format!("{} {area}", catalogue().screen(place).id).trim_end().to_owned()
}
