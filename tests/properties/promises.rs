//! The promises about a dossier: after every single event, and at the end of every life.

use app::model::content::{self, Class, FlagDoes, Way};
use app::model::dossier::Dossier;
use app::model::dossier::answers::{Answer, Answers};
use app::model::facts::Facts;
use app::model::journey::{self, ScreenItem};
use app::model::plan::{self, PlanEvent};
use app::model::saved;
use app::model::update::Event;

use super::dice::Dice;
use super::life::{Life, Step};
use super::pool::pool;
use super::tally::Tally;

/// Moving back, forward or elsewhere changes no answer; answering a question changes no other answer.
pub fn other_answers_stay(step: &Step<'_>) -> Result<(), String> {
    let changed = changed(&step.before.answers, &step.after.answers);
    let may = |id: &String| match step.event {
        Event::Answered { question, .. } => id == question || follows(step, id),
        Event::Undone => step.before.undoable() == Some(id.as_str()) || follows(step, id),
        // A person removed from the plan is also removed from the answer in which they were entered.
        Event::Plan(PlanEvent::Removed(plan::PlanItem::Person(..))) => {
            matches!(step.before.answers.get(id), Some(Answer::People(_)))
        }
        Event::Marked { .. }
        | Event::Arrived { .. }
        | Event::Continued { .. }
        | Event::Opened { .. }
        | Event::Sought { .. }
        | Event::Paper(_)
        | Event::Noticed(_)
        | Event::Plan(_) => false,
    };
    match changed.iter().find(|id| !may(id)) {
        Some(id) => Err(format!("{:?} changed the answer to {id}", step.event)),
        None => Ok(()),
    }
}

fn changed(before: &Answers, after: &Answers) -> Vec<String> {
    let ids = before.keys().chain(after.keys());
    let changed = ids.filter(|id| before.get(*id) != after.get(*id));
    changed.cloned().collect()
}

/// Changes that the content itself prescribes: a doubt empties the device question, “ook voor mij” sets whom the
/// answers are about, and a flag that stops keeping removes the yes to keeping.
fn follows(step: &Step<'_>, changed: &str) -> bool {
    let roles = &pool().catalogue.content.flow.roles;
    let asked = pool().catalogue.question(changed);
    let emptied =
        asked.is_some_and(|asked| !asked.question.emptied_by.is_empty()) && !step.after.answers.contains_key(changed);
    let set = roles.sets.iter().any(|sets| {
        sets.sets == changed && matches!(step.event, Event::Answered { question, .. } if *question == sets.question)
    });
    let keeping = changed == roles.keep && step.facts.does(&FlagDoes::StopsKeeping);
    emptied || set || keeping
}

/// Checks everything promised at the end of a life, except the paper.
pub fn check(life: &Life<'_>, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    every_step_applies(&life.facts, &life.dossier)?;
    every_address_leads_somewhere(&life.facts, &life.dossier, dice)?;
    what_is_written_is_read_back(&life.facts, &life.dossier, tally)?;
    a_restart_brings_everything_back(&life.dossier)?;
    order_leaves_no_trace(&life.facts, &life.dossier, dice, tally)
}

/// Every screen on the road applies, and every question on it is asked.
fn every_step_applies(facts: &Facts, dossier: &Dossier) -> Result<(), String> {
    let steps = journey::steps(facts, dossier);
    if steps.is_empty() {
        return Err("no step is left".to_owned());
    }
    for place in steps {
        let screen = facts.catalogue.screen(place);
        if screen.way == Way::Interrupt || !facts.is_offered(screen.shown.as_ref()) {
            return Err(format!("{} is on the road and does not apply", screen.id));
        }
        let is_told = |area: usize| {
            let was_asked_for = dossier.opened.contains(&facts.catalogue.content.areas[area].id);
            facts.deep_areas().contains(&area) || (was_asked_for && facts.is_area_asked(area))
        };
        if place.area.is_some_and(|area| !is_told(area)) {
            return Err(format!("{} is on the road for an area that was not chosen", screen.id));
        }
    }
    Ok(())
}

/// Every number in an address leads to a screen, and what that screen asks counts.
fn every_address_leads_somewhere(facts: &Facts, dossier: &Dossier, dice: &mut Dice) -> Result<(), String> {
    let number = dice.below(facts.catalogue.places().len() + 3);
    let place = journey::resolve(facts, dossier, number);
    let is_beside = journey::is_on_side_road(facts, place);
    let road = if is_beside {
        journey::side_road_screens(facts, dossier, facts.catalogue.screen(place).step)
    } else {
        journey::steps(facts, dossier)
    };
    // The overview opens from any road.
    let is_step = road.contains(&place) || facts.catalogue.screen(place).page == content::PageKind::Check;
    if !is_step && !journey::is_interrupt(facts, place) {
        return Err(format!("address {number} leads off the road"));
    }
    if journey::is_interrupt(facts, place) {
        return Ok(());
    }
    for item in journey::items(facts, dossier, place) {
        let asked = match &item {
            ScreenItem::Question(id) => facts.is_asked(id),
            ScreenItem::Nearby(ids) => ids.iter().all(|id| facts.is_asked(id)),
            ScreenItem::Ticks { .. } => true,
        };
        if !asked {
            return Err(format!("{item:?} stands on a screen and is not asked"));
        }
    }
    Ok(())
}

/// The answers that may be stored are restored; safety answers are not even in the text.
fn what_is_written_is_read_back(facts: &Facts, dossier: &Dossier, tally: &mut Tally) -> Result<(), String> {
    let records = saved::records(facts, dossier);
    if saved::mode(facts) == saved::Mode::Memory {
        return if records.is_empty() { Ok(()) } else { Err("stored without a yes".to_owned()) };
    }
    tally.count("records read back");
    let restored = saved::read(facts.catalogue, &records);
    if !restored.damaged.is_empty() || !restored.newer.is_empty() {
        return Err(format!("not read back: {:?} {:?}", restored.damaged, restored.newer));
    }
    let roles = &facts.catalogue.content.flow.roles;
    let mut expected: Answers =
        dossier.answers.iter().filter_map(|(id, answer)| Some((id.clone(), storable(id, answer)?))).collect();
    expected.insert(roles.device.clone(), Answer::pick(&roles.device_free));
    if restored.dossier.answers != expected {
        return Err(format!("read back other answers: {:?}", changed(&expected, &restored.dossier.answers)));
    }
    let text: String = records.values().cloned().collect();
    for (id, answer) in dossier.answers.iter().filter(|(id, _)| closed(id, None)) {
        for token in
            answer.own_words().iter().flat_map(|own| own.split_whitespace()).filter(|word| word.starts_with("zq"))
        {
            if text.contains(&format!("{token} ")) || text.contains(&format!("{token}\"")) {
                return Err(format!("{id} is of class safety and was stored"));
            }
        }
    }
    let back = &restored.dossier;
    let told: Vec<&usize> = dossier.passed.iter().filter(|number| !tells_of_safety(**number, true)).collect();
    let passed: Vec<&usize> = back.passed.iter().collect();
    let at = (1..=dossier.at).rev().find(|number| !tells_of_safety(*number, false)).unwrap_or(1);
    if back.plan != super::plan::storable(dossier) {
        return Err(format!("read back another plan: {:?}", back.plan));
    }
    let mut opened = dossier.opened.clone();
    opened.retain(|id| is_stored_when_opened(id));
    let same = back.at == at && passed == told && back.opened == opened && back.paper == dossier.paper;
    if same {
        return Ok(());
    }
    Err(format!(
        "read back at {} for {at}, passed {passed:?} for {told:?}, opened {:?} for {opened:?}, {:?} for {:?}",
        back.at, back.opened, back.paper, dossier.paper
    ))
}

/// Whether an opened screen or area exists, and reveals nothing about safety.
fn is_stored_when_opened(id: &str) -> bool {
    let catalogue = &pool().catalogue;
    let is_screen = catalogue.content.flow.screens.iter().any(|screen| screen.id == id);
    is_screen || catalogue.area(id).is_some_and(|(_, area)| !area.never_on_paper)
}

/// Whether a screen reveals a safety matter: it belongs to an area that never appears on paper, or it was passed and
/// asks about safety.
fn tells_of_safety(number: usize, passed: bool) -> bool {
    let catalogue = &pool().catalogue;
    let place = catalogue.place(number).expect("a screen");
    let hidden = place.area.is_some_and(|area| catalogue.content.areas[area].never_on_paper);
    hidden || (passed && catalogue.screen(place).step == content::Step::Safe)
}

fn closed(question: &str, option: Option<&str>) -> bool {
    matches!(pool().catalogue.class_of(question, option), Class::Safety | Class::Route)
}

/// Written by hand independently of `saved`, so that a change there shows up here.
fn storable(question: &str, answer: &Answer) -> Option<Answer> {
    if closed(question, None) {
        return None;
    }
    match answer {
        Answer::Picks { picked, own } => {
            let hidden = |option: &str| pool().catalogue.area(option).is_some_and(|(_, area)| area.never_on_paper);
            let stays = |option: &&String| !closed(question, Some(option)) && !hidden(option);
            let picked: Vec<String> = picked.iter().filter(stays).cloned().collect();
            let is_nothing = picked.is_empty() && own.is_empty();
            (!is_nothing).then(|| Answer::Picks { picked, own: own.clone() })
        }
        _ => Some(answer.clone()),
    }
}

fn a_restart_brings_everything_back(dossier: &Dossier) -> Result<(), String> {
    let text = saved::kept_in_memory(dossier);
    let Some(back) = saved::from_memory(&text) else {
        return Err("a restart cannot read what was kept".to_owned());
    };
    let same = back.answers == dossier.answers
        && back.marks == dossier.marks
        && back.opened == dossier.opened
        && back.paper == dossier.paper
        && back.at == dossier.at.max(1)
        && back.beside == dossier.beside
        && back.passed == dossier.passed
        && back.last_person == dossier.last_person
        && back.plan == dossier.plan
        && back.once_feared == dossier.once_feared
        && back.seen.flags == dossier.seen.flags
        && back.seen.screens == dossier.seen.screens
        && back.seen.gentle_questions == dossier.seen.gentle_questions;
    if same && saved::kept_in_memory(&back) == text { Ok(()) } else { Err("a restart lost something".to_owned()) }
}

/// The same answers give the same flags, in whatever order they were given and ticked.
fn order_leaves_no_trace(facts: &Facts, dossier: &Dossier, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    let catalogue = &facts.catalogue;
    let mut ticked: Answers = Answers::new();
    for (id, answer) in &dossier.answers {
        let answer = match answer {
            Answer::Picks { picked, own } => Answer::Picks { picked: dice.shuffled(picked.clone()), own: own.clone() },
            other => other.clone(),
        };
        ticked.insert(id.clone(), answer);
    }
    let flags = Facts::of(catalogue, &ticked, facts.today).flags();
    if flags != facts.flags() {
        return Err(format!("ticked in another order: {flags:?}, not {:?}", facts.flags()));
    }
    if dice.chance(70) {
        // Giving all answers again takes as long as the life itself.
        return Ok(());
    }
    let mut again = Dossier::new();
    let mut after = None;
    for (question, answer) in dice.shuffled(dossier.answers.clone().into_iter().collect()) {
        after = Some(again.apply(Event::Answered { question, answer: Some(answer) }, catalogue, facts.today));
    }
    // A tick may empty another answer, so not every order ends in the same answers.
    if again.answers == dossier.answers {
        tally.count("same answers in another order");
        let flags = after.map(|facts| facts.flags()).unwrap_or_default();
        if flags != facts.flags() {
            return Err(format!("answered in another order: {flags:?}, not {:?}", facts.flags()));
        }
    }
    Ok(())
}
