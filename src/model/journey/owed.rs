//! Questions that began to count after their screen was passed. If such a question weighs, it is asked again: from the
//! overview on, the first screen with such a question comes before anything on paper.
//!
//! A question counts as put when the resident taps “Verder” on its screen; it may be left empty, and is then not asked
//! again.

use std::collections::BTreeSet;

use super::asks::{is_touched, own_items};
use super::{ScreenItem, first_open, is_at_the_end, is_interrupt, items, road};
use crate::model::catalogue::ScreenRef;
use crate::model::content::Step;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;

/// The screens of the road with a weighing question that was neither put nor answered.
pub fn owed(facts: &Facts, dossier: &Dossier) -> Vec<ScreenRef> {
    let is_open =
        |items: &[ScreenItem]| items.iter().flat_map(ScreenItem::questions).any(|id| is_owed(facts, dossier, id));
    let road = road(facts, &dossier.opened).into_iter();
    road.filter(|(_, items)| is_open(items)).map(|(place, _)| place).collect()
}

/// Whether this question counts now, weighs, and was neither put nor answered.
pub(super) fn is_owed(facts: &Facts, dossier: &Dossier, question: &str) -> bool {
    let weighs = || facts.catalogue.question(question).is_some_and(|asked| asked.question.weighs);
    let was_put = || dossier.seen.put.as_ref().is_none_or(|put| put.contains(question));
    facts.is_asked(question) && weighs() && !is_touched(facts, question) && !was_put()
}

/// The first screen up to `from` that comes again after it. From the overview on, and when the road “voor een ander”
/// becomes the resident's own: a screen with a new weighing question, or an open safety screen. The safety screen also
/// comes while the plan asks its questions again.
pub(super) fn behind(facts: &Facts, dossier: &Dossier, from: ScreenRef) -> Option<ScreenRef> {
    let number = |place: &ScreenRef| facts.catalogue.number(*place);
    let looks_back = is_at_the_end(facts, from) || facts.catalogue.screen(from).step == Step::ForSomeoneElse;
    let new = if looks_back { owed(facts, dossier) } else { Vec::new() };
    let asks_safety = looks_back || !dossier.plan.asks_again.is_empty();
    let safety =
        Some(first_open(facts, dossier)).filter(|open| asks_safety && facts.catalogue.screen(*open).step == Step::Safe);
    new.into_iter().filter(|place| number(place) <= number(&from)).chain(safety).min_by_key(number)
}

/// The weighing questions among those this screen asks.
pub fn weighing(facts: &Facts, dossier: &Dossier, place: ScreenRef) -> Vec<String> {
    weighing_of(facts, &items(facts, dossier, place))
}

/// The weighing questions of the passed screens: all that was put before the dossier was restored from storage.
pub fn asked_before(facts: &Facts, dossier: &Dossier) -> BTreeSet<String> {
    let was_passed = |place: &ScreenRef| dossier.passed.contains(&facts.catalogue.number(*place));
    let mut items = Vec::new();
    for (place, asked) in road(facts, &dossier.opened) {
        if was_passed(&place) {
            items.extend(asked);
        }
    }
    let between = facts.catalogue.places().iter().copied().filter(|place| is_interrupt(facts, *place));
    for place in between.filter(was_passed) {
        items.extend(own_items(facts, place, &BTreeSet::new()));
    }
    weighing_of(facts, &items).into_iter().collect()
}

fn weighing_of(facts: &Facts, items: &[ScreenItem]) -> Vec<String> {
    let weighs = |id: &&String| facts.catalogue.question(id).is_some_and(|asked| asked.question.weighs);
    items.iter().flat_map(ScreenItem::questions).filter(weighs).cloned().collect()
}
