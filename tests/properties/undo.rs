//! The promises about undo: it restores what the last change on this page emptied, and never lowers a flag.

use app::model::dossier::Dossier;
use app::model::facts::Facts;
use app::model::plan::PersonId;
use app::model::plan_rules::circle::People;
use app::model::update::Event;

use super::life::Step;
use super::pool::pool;

/// Checks one event of a life.
pub fn danger_stays(step: &Step<'_>) -> Result<(), String> {
    no_offer_outlives_its_page(step)?;
    if *step.event != Event::Undone {
        return Ok(());
    }
    let facts = Facts::of(pool().catalogue, &step.before.answers, pool().today);
    let lowered = facts.flags() - step.facts.flags();
    if !lowered.is_empty() {
        return Err(format!("taking back lowers {lowered:?}"));
    }
    let after = feared(step.after);
    match feared(step.before).iter().find(|person| !after.contains(person)) {
        Some(person) => Err(format!("taking back takes the fear off {person:?}")),
        None => Ok(()),
    }
}

/// After the next answer, “Verder” or another page, undo offers no answer that was emptied before it.
fn no_offer_outlives_its_page(step: &Step<'_>) -> Result<(), String> {
    let offered = step.after.undoable();
    let may = match step.event {
        Event::Answered { question, .. } => offered.is_none_or(|offered| offered == question),
        Event::Continued { number } => offered.is_none() || pool().catalogue.place(*number).is_none(),
        Event::Arrived { .. } => offered.is_none() || offered == step.before.undoable(),
        _ => true,
    };
    if may { Ok(()) } else { Err(format!("{:?} leaves the offer to bring back {offered:?}", step.event)) }
}

fn feared(dossier: &Dossier) -> Vec<PersonId> {
    let people = People::of(pool().catalogue, &dossier.answers, &dossier.plan.about);
    people.feared().map(|member| member.id).collect()
}
