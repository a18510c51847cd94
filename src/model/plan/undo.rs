//! Bringing back what was removed or emptied, without touching what was told since.
//!
//! A whole plan of before would throw away later words; so three plans are laid side by side: as it was, as it became,
//! as it is now. What is still as it became goes back to as it was.

use super::text::Texts;
use super::{Agreement, Demand, Plan, SafetyRoute, Wish};
use crate::model::content::Field;
use crate::model::set::{Map, Set};

/// A plan right before and right after something was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    before: Plan,
    after: Plan,
}

impl Lost {
    /// What a change lost, if anything.
    pub fn between(before: Plan, after: &Plan) -> Option<Lost> {
        let loses = before.last_id <= after.last_id && is_less(&before, after);
        loses.then(|| Lost { before, after: after.clone() })
    }

    /// Puts it back into the plan of now.
    pub fn put_back(&self, now: &mut Plan) {
        let (before, after) = (&self.before, &self.after);
        by_key(&mut now.about, &before.about, &after.about);
        leaf(&mut now.not_fitting, &before.not_fitting, &after.not_fitting);
        leaf(&mut now.goal, &before.goal, &after.goal);
        leaf(&mut now.demands.by, &before.demands.by, &after.demands.by);
        leaf(&mut now.demands.on, &before.demands.on, &after.demands.on);
        items(&mut now.demands.list, &before.demands.list, &after.demands.list, demand);
        items(&mut now.wishes, &before.wishes, &after.wishes, leaf);
        items(&mut now.agreements, &before.agreements, &after.agreements, agreement);
        items(&mut now.routes, &before.routes, &after.routes, leaf);
        by_key(&mut now.ladder, &before.ladder, &after.ladder);
        by_key(&mut now.marks, &before.marks, &after.marks);
        leaf(&mut now.reviews.caller, &before.reviews.caller, &after.reviews.caller);
        leaf(&mut now.reviews.present, &before.reviews.present, &after.reviews.present);
        leaf(&mut now.reviews.chosen, &before.reviews.chosen, &after.reviews.chosen);
        leaf(&mut now.reviews.every_weeks, &before.reviews.every_weeks, &after.reviews.every_weeks);
        leaf(&mut now.reviews.until, &before.reviews.until, &after.reviews.until);
        by_key(&mut now.reviews.notes, &before.reviews.notes, &after.reviews.notes);
        leaf(&mut now.closing, &before.closing, &after.closing);
    }
}

/// Whether something that was filled in is not any more.
fn is_less(before: &Plan, after: &Plan) -> bool {
    let (texts, texts_after) = (filled(before), filled(after));
    let text_gone = texts.iter().zip(texts_after).any(|(before, after)| after < *before);
    text_gone || chosen(before) > chosen(after) || before.routes.len() > after.routes.len()
}

/// How many texts there are of each field.
fn filled(plan: &Plan) -> [usize; Field::ALL.len()] {
    let mut plan = plan.clone();
    let mut filled = [0; Field::ALL.len()];
    plan.texts(0, &mut |spot, text| filled[spot.field as usize] += usize::from(!text.trim().is_empty()));
    filled
}

/// How much was chosen beside the words.
fn chosen(plan: &Plan) -> usize {
    let agreements = plan.agreements.iter().map(|agreement| {
        let people = [agreement.who, agreement.watcher, agreement.stand_in];
        1 + people.iter().flatten().count() + agreement.demands.len()
    });
    let marks = plan.marks.values().map(Map::len);
    let about = plan.about.values().map(|about| 1 + about.can.len());
    let rest = [plan.demands.list.len(), plan.wishes.len(), plan.reviews.chosen.len()];
    let single = [plan.reviews.caller.is_some(), plan.goal.start.is_some()].map(usize::from);
    agreements.chain(marks).chain(about).chain(rest).chain(single).sum()
}

/// Something with a number of its own.
trait Numbered: Clone + PartialEq {
    fn number(&self) -> u32;
}

macro_rules! numbered {
    ($($shape:ty),*) => {$(
        impl Numbered for $shape {
            fn number(&self) -> u32 {
                self.id.0
            }
        }
    )*};
}

numbered!(Demand, Wish, Agreement, SafetyRoute);

fn leaf<T: Clone + PartialEq>(now: &mut T, before: &T, after: &T) {
    if now == after {
        now.clone_from(before);
    }
}

/// Back come the items that were lost, each at its place; items that the same change made go, unless they were touched.
fn items<T: Numbered>(now: &mut Vec<T>, before: &[T], after: &[T], each: fn(&mut T, &T, &T)) {
    let find = |list: &[T], number: u32| list.iter().position(|item| item.number() == number);
    let old: Set<u32> = before.iter().map(Numbered::number).collect();
    now.retain(|item| old.contains(&item.number()) || !after.contains(item));
    for (place, item) in before.iter().enumerate() {
        match (find(after, item.number()), find(now, item.number())) {
            (None, None) => now.insert(place.min(now.len()), item.clone()),
            (Some(then), Some(here)) => each(&mut now[here], item, &after[then]),
            (None, Some(_)) | (Some(_), None) => {}
        }
    }
}

fn by_key<K: Ord + Clone, T: Clone + PartialEq>(now: &mut Map<K, T>, before: &Map<K, T>, after: &Map<K, T>) {
    for (key, value) in before.iter() {
        if now.get(key) == after.get(key) {
            now.insert(key.clone(), value.clone());
        }
    }
}

macro_rules! each_field {
    ($name:ident, $shape:ty, $($field:ident),*) => {
        fn $name(now: &mut $shape, before: &$shape, after: &$shape) {
            $(leaf(&mut now.$field, &before.$field, &after.$field);)*
        }
    };
}

each_field!(demand, Demand, who, what, when, otherwise);
each_field!(
    agreement,
    Agreement,
    kind,
    who,
    what,
    when,
    situation,
    watcher,
    term,
    otherwise,
    stand_in,
    demands,
    arranged_by,
    budget,
    budget_why
);
