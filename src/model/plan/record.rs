//! A plan as JSON: a list of parts, each with its name and the values of its fields. Memory-only data has no stored
//! form: who is feared, who does not feel safe, the safety routes, and where a child can go.

use super::ids::is_given;
use super::{Plan, PlanEvent};
use crate::model::content::{Class, Field};
use crate::model::json::{Reader, Writer};

/// A group of plan parts that are stored together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Goal,
    Circle,
    Demands,
    Agreements,
    Ladder,
    Reviews,
}

/// The name of each stored record and the kinds of parts in it, fixed by the stored format. No record holds the people
/// who do not fit, or the safety routes.
const RECORDS: [(Part, &str, &[&str]); 6] = [
    (Part::Goal, "plan-doel", &[NUMBERS, "goal", "closing"]),
    (Part::Circle, "plan-kring", &["person"]),
    (Part::Demands, "plan-eisen", &["demands-by", "demand", "wish"]),
    (Part::Agreements, "plan-afspraken", &["agreement"]),
    (Part::Ladder, "plan-kleuren", &["step"]),
    (Part::Reviews, "plan-terugkijken", &["reviews", "review", "mark"]),
];

/// The last id given and the number of the calendar file.
const NUMBERS: &str = "numbers";
/// A safety question to ask again.
const ASKS: &str = "asks";

impl Part {
    /// Every record, with its name.
    pub fn all() -> impl Iterator<Item = (Part, &'static str)> {
        RECORDS.iter().map(|(part, name, _)| (*part, *name))
    }

    /// The record with this name.
    pub fn named(name: &str) -> Option<Part> {
        Part::all().find(|(_, other)| *other == name).map(|(part, _)| part)
    }

    fn holds(self, kind: &str) -> bool {
        RECORDS.iter().any(|(part, _, kinds)| *part == self && kinds.contains(&kind))
    }
}

/// Writes one record, without the fields that must not be stored.
pub fn write_part(to: &mut Writer, plan: &Plan, part: Part) {
    write(to, plan, Some(part));
}

/// Writes the whole plan, including memory-only data.
pub fn write_all(to: &mut Writer, plan: &Plan) {
    write(to, plan, None);
}

/// Whether this record has anything to store.
pub fn is_told(plan: &Plan, part: Part) -> bool {
    let numbers = plan.last_id > 0 || plan.calendar > 0;
    (part == Part::Goal && numbers) || !plan.parts_of(&|kind| part.holds(kind)).is_empty()
}

fn write(to: &mut Writer, plan: &Plan, only: Option<Part>) {
    let is_in = |kind: &str| only.is_none_or(|part| part.holds(kind));
    to.list(&mut |to| {
        if is_in(NUMBERS) {
            named(to, NUMBERS, &format!("{} {}", plan.last_id, plan.calendar), &mut |_| {});
        }
        for mut part in plan.parts_of(&is_in) {
            let Some((kind, which)) = part.name() else { continue };
            named(to, kind, &which, &mut |to| {
                part.slots(&mut |spot, slot| {
                    let text = slot.told();
                    if !text.is_empty() && (only.is_none() || may_be_stored(spot.field)) {
                        write_key(to, spot.field, spot.nth).text(&text);
                    }
                });
            });
        }
        if is_in(ASKS) {
            plan.asks_again.iter().for_each(|question| named(to, ASKS, question, &mut |_| {}));
        }
    });
}

fn named(to: &mut Writer, kind: &str, which: &str, inside: &mut dyn FnMut(&mut Writer)) {
    to.object(&mut |to| {
        to.key("is").text(kind);
        to.key("at").text(which);
        inside(to);
    });
}

fn may_be_stored(field: Field) -> bool {
    !matches!(field.fixed_class(), Some(Class::Safety | Class::Route))
}

/// The key of a field, such as `sign.1`; the first one has no number.
fn write_key(to: &mut Writer, field: Field, nth: u8) -> &mut Writer {
    if nth == 0 { to.key(field.word()) } else { to.key(&[field.word(), &nth.to_string()].join(".")) }
}

/// Maximum number of parts in one list: as many of each kind as a plan holds, with room to spare.
const MOST_PARTS: usize = 5_000;

/// Reads parts into the plan and skips unknown kinds and fields. A record on a device fills only the parts that are
/// stored in it (`only`), and only the fields that may be stored.
pub fn read(from: &mut Reader, plan: &mut Plan, only: Option<Part>) {
    from.short_list(MOST_PARTS, &mut |from| {
        let (mut kind, mut which, mut part) = (String::new(), String::new(), None);
        from.object(&mut |from, key| match key {
            "is" => kind = from.text(),
            "at" => {
                which = from.text();
                part = PlanEvent::blank(&kind, &which);
            }
            _ => {
                let text = from.text();
                if let Some(part) = &mut part
                    && put(part, key, &text, only) == Some(false)
                {
                    from.fail();
                }
            }
        });
        if only.is_some_and(|only| !only.holds(&kind)) {
            return;
        }
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
    });
}

fn put(part: &mut PlanEvent, key: &str, text: &str, only: Option<Part>) -> Option<bool> {
    let (word, nth) = key.split_once('.').unwrap_or((key, "0"));
    let field = Field::of(word).filter(|field| only.is_none() || may_be_stored(*field))?;
    part.put(field, nth.parse().ok()?, text)
}
