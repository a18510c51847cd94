//! A plan as a list of parts, each with its name and the texts in its fields: the content of stored records and of the
//! copy for a restart. Memory-only data has no stored form: feared people, people who feel unsafe, the safety routes, and
//! the places where a child can go.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ids::is_given;
use super::{Plan, PlanEvent};
use crate::model::content::{Class, Field};

/// A group of plan parts that are stored together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanRecord {
    Goal,
    Circle,
    Demands,
    Agreements,
    Ladder,
    Reviews,
}

/// The name of each stored record and the kinds of parts in it, fixed by the stored format. No record holds the people
/// who do not fit, or the safety routes.
const RECORDS: [(PlanRecord, &str, &[&str]); 6] = [
    (PlanRecord::Goal, "plan-doel", &[NUMBERS, "goal", "closing"]),
    (PlanRecord::Circle, "plan-kring", &["person"]),
    (PlanRecord::Demands, "plan-eisen", &["demands-by", "demand", "wish"]),
    (PlanRecord::Agreements, "plan-afspraken", &["agreement"]),
    (PlanRecord::Ladder, "plan-kleuren", &["step"]),
    (PlanRecord::Reviews, "plan-terugkijken", &["reviews", "review", "mark"]),
];

/// The highest id given out, and the number of the calendar file.
const NUMBERS: &str = "numbers";
/// A safety question to ask again.
const ASKS: &str = "asks";

impl PlanRecord {
    /// Every record, with its name.
    pub fn all() -> impl Iterator<Item = (PlanRecord, &'static str)> {
        RECORDS.iter().map(|(part, name, _)| (*part, *name))
    }

    /// The record with this name.
    pub fn named(name: &str) -> Option<PlanRecord> {
        PlanRecord::all().find(|(_, other)| *other == name).map(|(part, _)| part)
    }

    fn holds(self, kind: &str) -> bool {
        RECORDS.iter().any(|(part, _, kinds)| *part == self && kinds.contains(&kind))
    }
}

/// Whether this record has anything to store.
pub fn has_content(plan: &Plan, part: PlanRecord) -> bool {
    let numbers = plan.last_id > 0 || plan.calendar > 0;
    (part == PlanRecord::Goal && numbers) || !plan.parts_of(&|kind| part.holds(kind)).is_empty()
}

/// One part of a plan: its kind (`is`), which one it is (`at`), and the text in each of its fields, in the order of the
/// fields. A first field can decide which others there are, so the order is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPart(Vec<(String, String)>);

impl Serialize for StoredPart {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(key, text)| (key, text)))
    }
}

impl<'de> Deserialize<'de> for StoredPart {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<StoredPart, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = StoredPart;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the fields of a part of the plan")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<StoredPart, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(StoredPart(entries))
            }
        }

        from.deserialize_map(InOrder)
    }
}

impl StoredPart {
    fn named(kind: &str, which: &str) -> StoredPart {
        StoredPart(vec![("is".to_owned(), kind.to_owned()), ("at".to_owned(), which.to_owned())])
    }
}

/// The parts of a plan: those of one record without the fields that must not be stored, or all with memory-only data.
pub fn entries(plan: &Plan, only: Option<PlanRecord>) -> Vec<StoredPart> {
    let is_in = |kind: &str| only.is_none_or(|part| part.holds(kind));
    let mut all = Vec::new();
    if is_in(NUMBERS) {
        all.push(StoredPart::named(NUMBERS, &format!("{} {}", plan.last_id, plan.calendar)));
    }
    for mut part in plan.parts_of(&is_in) {
        let Some((kind, which)) = part.name() else { continue };
        let mut entries = StoredPart::named(kind, &which);
        part.visit_fields(&mut |field_ref, field_value| {
            let text = field_value.value();
            if !text.is_empty() && (only.is_none() || may_be_stored(field_ref.field)) {
                entries.0.push((key(field_ref.field, field_ref.nth), text));
            }
        });
        all.push(entries);
    }
    if is_in(ASKS) {
        all.extend(plan.asks_again.iter().map(|question| StoredPart::named(ASKS, question)));
    }
    all
}

fn may_be_stored(field: Field) -> bool {
    !matches!(field.fixed_class(), Some(Class::Safety | Class::Route))
}

/// The key of a field, such as `sign.1`; the first one has no number.
fn key(field: Field, nth: u8) -> String {
    if nth == 0 { field.word().to_owned() } else { format!("{}.{nth}", field.word()) }
}

/// Puts parts into the plan and skips unknown kinds and fields. A record on a device fills only the parts that are stored
/// in it (`only`), and only the fields that may be stored. `None` if a field cannot hold its text.
pub fn restore(plan: &mut Plan, parts: Vec<StoredPart>, only: Option<PlanRecord>) -> Option<()> {
    for StoredPart(entries) in parts {
        let (mut kind, mut which, mut part) = (String::new(), String::new(), None);
        for (key, text) in entries {
            match key.as_str() {
                "is" => kind = text,
                "at" => {
                    part = PlanEvent::blank(&kind, &text);
                    which = text;
                }
                _ => {
                    if let Some(part) = &mut part
                        && put(part, &key, &text, only) == Some(false)
                    {
                        return None;
                    }
                }
            }
        }
        if only.is_none_or(|only| only.holds(&kind)) {
            restore_one(plan, part, &kind, which);
        }
    }
    Some(())
}

fn restore_one(plan: &mut Plan, part: Option<PlanEvent>, kind: &str, which: String) {
    match part {
        Some(part) => plan.restore(part, usize::MAX),
        None if kind == ASKS => {
            plan.asks_again.insert(which);
        }
        None if kind == NUMBERS => {
            let (last, calendar) = which.split_once(' ').unwrap_or_default();
            plan.last_id = last.parse().ok().filter(|last| is_given(*last)).unwrap_or(0);
            plan.calendar = calendar.parse().unwrap_or(0);
        }
        None => {}
    }
}

/// Puts a text into a field; `None` for an unknown field, `Some(false)` if the field cannot hold the text.
fn put(part: &mut PlanEvent, key: &str, text: &str, only: Option<PlanRecord>) -> Option<bool> {
    let (word, nth) = key.split_once('.').unwrap_or((key, "0"));
    let field = Field::of(word).filter(|field| only.is_none() || may_be_stored(*field))?;
    part.set_field(field, nth.parse().ok()?, text)
}
