//! Undo for the plan: restores what was removed or emptied, and keeps later changes.
//!
//! Restoring a whole earlier plan would discard later words. So this is a three-way merge of the plan before, after and
//! now: fields that are unchanged since the loss are restored, later edits survive.

use super::fields::FieldValue;
use super::location::FieldRef;
use super::parts::PartName;
use super::{Plan, PlanEvent};
use crate::model::content::Field;

/// The plan right before and right after something was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLoss {
    before: Plan,
    after: Plan,
}

/// A part with its name and the values of its fields.
struct NamedPart {
    name: Option<PartName>,
    part: PlanEvent,
    values: Vec<(FieldRef, String)>,
}

impl PlanLoss {
    /// What a change lost, if anything.
    pub fn between(before: Plan, after: &Plan) -> Option<PlanLoss> {
        let loses = before.last_id <= after.last_id && is_less(&before, after);
        loses.then(|| PlanLoss { before, after: after.clone() })
    }

    /// Restores the lost parts in the current plan, each at its position. Parts that the same change created are
    /// removed, unless they were edited since.
    pub fn put_back(&self, now: &mut Plan) {
        let (before, after, here) = (named_parts(&self.before), named_parts(&self.after), named_parts(now));
        for made in after.iter().filter(|made| find(&before, made).is_none()) {
            if find(&here, made).is_some_and(|here| here.values == made.values) {
                now.take_away(&made.part);
            }
        }
        let (mut kind, mut place) = ("", 0);
        for old in &before {
            let next = old.name.as_ref().map_or("", |(kind, _)| kind);
            place = if next == kind { place + 1 } else { 0 };
            kind = next;
            match (find(&after, old), find(&here, old)) {
                (None, None) => now.restore(old.part.clone(), place),
                (Some(then), Some(here)) if then.values != old.values => now.restore(merged(old, then, here), place),
                _ => {}
            }
        }
    }
}

fn named_parts(plan: &Plan) -> Vec<NamedPart> {
    let name = |mut part: PlanEvent| NamedPart { name: part.name(), values: part.values(), part };
    plan.parts().into_iter().map(name).collect()
}

fn find<'l>(all: &'l [NamedPart], like: &NamedPart) -> Option<&'l NamedPart> {
    all.iter().find(|one| one.name == like.name)
}

/// The current part, with the earlier value in each field that is unchanged since the loss.
fn merged(before: &NamedPart, after: &NamedPart, now: &NamedPart) -> PlanEvent {
    let mut part = now.part.clone();
    part.visit_fields(&mut |field_ref, mut field_value| {
        if field_value.value() == value_of(after, field_ref) {
            field_value.set(value_of(before, field_ref));
        }
    });
    part
}

fn value_of(named: &NamedPart, field_ref: FieldRef) -> &str {
    named.values.iter().find(|(other, _)| *other == field_ref).map_or("", |(_, text)| text)
}

/// Whether something that was filled in no longer is.
fn is_less(before: &Plan, after: &Plan) -> bool {
    filled(before, after).iter().zip(filled(after, before)).any(|(before, after)| after < *before)
}

/// How much is filled in, by field. Agreements that are equal in the other plan are skipped: a plan has hundreds of
/// them, and this runs on every keystroke.
fn filled(plan: &Plan, other: &Plan) -> [usize; Field::ALL.len()] {
    let mut filled = [0; Field::ALL.len()];
    let mut parts = plan.parts_of(&|kind| kind != "agreement");
    for (place, agreement) in plan.agreements.iter().enumerate() {
        if other.agreements.get(place) != Some(agreement) {
            parts.push(PlanEvent::Agreement(Box::new(agreement.clone())));
        }
    }
    for mut part in parts {
        part.visit_fields(&mut |field_ref, field_value| {
            let text = field_value.value();
            let several = matches!(field_value, FieldValue::People(_) | FieldValue::Demands(_) | FieldValue::Many(_));
            let words = text.split_whitespace().count();
            filled[field_ref.field as usize] += if several { words } else { words.min(1) };
        });
    }
    filled
}
