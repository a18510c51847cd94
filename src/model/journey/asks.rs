//! What one screen asks: its questions that count now, without those of earlier screens.

use std::collections::BTreeSet;

use super::ScreenItem;
use crate::model::catalogue::ScreenRef;
use crate::model::content::{Ask, PageKind, Way};
use crate::model::dossier::answers::Answer;
use crate::model::facts::Facts;

/// What the screen asks; `None` for a screen of questions that has nothing to ask.
pub(super) fn open_items(facts: &Facts, place: ScreenRef, before: &BTreeSet<String>) -> Option<Vec<ScreenItem>> {
    let items = own_items(facts, place, before);
    let empty = facts.catalogue.screen(place).page.is_questions() && items.is_empty();
    (!empty).then_some(items)
}

/// Adds the questions of these items to the set.
pub(super) fn remember(items: &[ScreenItem], asked: &mut BTreeSet<String>) {
    for id in items.iter().flat_map(ScreenItem::questions) {
        asked.insert(id.clone());
    }
}

/// Every question that the screen can ask, whether or not it counts now.
pub(super) fn own_questions(facts: &Facts, place: ScreenRef) -> Vec<String> {
    let screen = facts.catalogue.screen(place);
    let mut questions = Vec::new();
    for ask in &screen.asks {
        match ask {
            Ask::Question(id) => questions.push(id.clone()),
            Ask::Shared(id) => questions.extend(place.area.map(|area| facts.catalogue.in_area(area, id))),
            Ask::Situations { .. } | Ask::FollowUps { .. } | Ask::Nearby => {}
        }
    }
    if screen.page == PageKind::Flag {
        for flag in facts.flags().iter().filter(|flag| flag.has_own_screen()) {
            if let Some(screen) = facts.catalogue.flag_screen(flag) {
                questions.extend_from_slice(&screen.asks);
            }
        }
    }
    questions
}

/// What the screen asks now, without the questions in `before`.
pub(super) fn own_items(facts: &Facts, place: ScreenRef, before: &BTreeSet<String>) -> Vec<ScreenItem> {
    let catalogue = &facts.catalogue;
    let mut items = Vec::new();
    for ask in catalogue.screen(place).asks.iter().filter(|ask| is_wanted(facts, place, ask)) {
        match ask {
            Ask::Question(id) => ask_also(facts, id.clone(), before, &mut items),
            Ask::Shared(id) => {
                if let Some(area) = place.area {
                    ask_also(facts, catalogue.in_area(area, id), before, &mut items);
                }
            }
            Ask::Situations { area, only } => {
                let question = format!("{area}.{}", catalogue.content.flow.roles.situations);
                items.push(ScreenItem::Ticks { question, only: only.clone() });
            }
            Ask::FollowUps { from, to } => {
                let open = place.area.map(|area| follow_ups(facts, area)).unwrap_or_default();
                for (index, id) in open.into_iter().enumerate() {
                    if *from <= index && to.is_none_or(|to| index < to) {
                        items.push(ScreenItem::Question(id));
                    }
                }
            }
            Ask::Nearby => items.extend(place.area.and_then(|area| nearby(facts, area))),
        }
    }
    if catalogue.screen(place).page == PageKind::Flag {
        for id in own_questions(facts, place) {
            ask_also(facts, id, before, &mut items);
        }
    }
    items
}

/// Whether the screen asks this. On the longer road, an area that tells no more asks only its `without_more` questions.
/// A question that depends on nearby options depends on those of this area: the area where one was chosen asks it, not
/// an earlier area.
fn is_wanted(facts: &Facts, place: ScreenRef, ask: &Ask) -> bool {
    let Some(area) = place.area else {
        return true;
    };
    if facts.wants_more_in(area) || facts.catalogue.screen(place).way != Way::More {
        return !matches!(ask, Ask::Question(id) if !holds_here(facts, area, id));
    }
    let content = &facts.catalogue.content.areas[area];
    matches!(ask, Ask::Shared(id) if content.without_more.contains(id))
}

fn holds_here(facts: &Facts, area: usize, question: &str) -> bool {
    let shown = facts.catalogue.question(question).and_then(|asked| asked.shown);
    shown.is_none_or(|condition| facts.holds_in(area, condition))
}

/// Adds a question if it counts now and was not asked before.
fn ask_also(facts: &Facts, id: String, before: &BTreeSet<String>, items: &mut Vec<ScreenItem>) {
    if facts.is_asked(&id) && !before.contains(&id) && !is_dropped(facts, &id) {
        items.push(ScreenItem::Question(id));
    }
}

/// Whether this question is skipped because the resident is tired of help; never if it was answered.
fn is_dropped(facts: &Facts, id: &str) -> bool {
    let roles = &facts.catalogue.content.flow.roles;
    let bare = id.rsplit_once('.').map_or(id, |(_, bare)| bare);
    roles.tired_drops.iter().any(|drop| drop == bare) && facts.raw(id).is_none() && facts.yes(&roles.tired)
}

/// The follow-ups of an area that count, in order, including those of another area that this area asks too.
///
/// Both screens that show a part of the list get the same list, so it includes what the first of them asked.
fn follow_ups(facts: &Facts, area: usize) -> Vec<String> {
    let content = &facts.catalogue.content.areas[area];
    if content.follow_ups_elsewhere {
        return Vec::new();
    }
    let mut ids: Vec<&str> = content.follow_ups.iter().map(|question| question.id.as_str()).collect();
    for first in &content.first_here {
        ids.insert(first.place.min(ids.len()), &first.question);
    }
    let mut open = Vec::new();
    for id in ids {
        if facts.is_asked(id) && is_asked_in(facts, id, area) {
            open.push(id.to_owned());
        }
    }
    open
}

/// Whether this area asks a follow-up. If several areas share it, the first area with a ticked reason asks it, so that
/// it never comes up on an earlier screen; without a reason in any area, the first of all. An area beyond the first few
/// asks it only if none of the first few does.
fn is_asked_in(facts: &Facts, question: &str, area: usize) -> bool {
    let areas = &facts.catalogue.content.areas;
    let lists = |index: &usize| {
        facts.wants_more_in(*index)
            && (areas[*index].follow_ups.iter().any(|follow_up| follow_up.id == question)
                || areas[*index].first_here.iter().any(|first| first.question == question))
    };
    let mut open: Vec<usize> = facts.deep_areas().into_iter().filter(lists).collect();
    if open.is_empty() {
        open = facts.chosen_areas().into_iter().map(|(index, _)| index).filter(lists).collect();
    }
    let reason = open.iter().find(|index| facts.gives_reason(**index, question));
    reason.or(open.first()) == Some(&area)
}

fn nearby(facts: &Facts, area: usize) -> Option<ScreenItem> {
    let mut open = Vec::new();
    for choice in &facts.catalogue.content.areas[area].nearby {
        if facts.is_asked(&choice.id) {
            open.push(choice.id.clone());
        }
    }
    (!open.is_empty()).then_some(ScreenItem::Nearby(open))
}

/// Whether the question was answered in any way, including “Dat weet ik niet”.
pub(super) fn is_touched(facts: &Facts, question: &str) -> bool {
    facts
        .raw(question)
        .is_some_and(|answer| *answer == Answer::Unknown || *answer == Answer::Withheld || !answer.is_empty())
}
