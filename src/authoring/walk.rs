//! Traversal of a condition, part by part.

use crate::model::content::condition::Condition;

/// Whether a part is inside `in één gebied ( … )`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Anywhere,
    OneArea,
}

/// Replaces every part of a condition that has no further parts.
pub fn map_leaves(
    condition: Condition,
    reach: Reach,
    turn: &mut dyn FnMut(Condition, Reach) -> Condition,
) -> Condition {
    let mut many = |parts: Vec<Condition>| -> Vec<Condition> {
        let parts = parts.into_iter();
        parts.map(|part| map_leaves(part, reach, turn)).collect()
    };
    match condition {
        Condition::All(parts) => flat_all(many(parts)),
        Condition::Any(parts) => flat_any(many(parts)),
        Condition::Not(inner) => Condition::Not(Box::new(map_leaves(*inner, reach, turn))),
        Condition::InOneArea(inner) => {
            let inner = map_leaves(*inner, Reach::OneArea, turn);
            Condition::InOneArea(Box::new(inner))
        }
        leaf => turn(leaf, reach),
    }
}

/// Calls `tell` for every part that has no further parts.
pub fn each_leaf<'a>(condition: &'a Condition, reach: Reach, tell: &mut dyn FnMut(&'a Condition, Reach)) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                each_leaf(part, reach, tell);
            }
        }
        Condition::Not(inner) => each_leaf(inner, reach, tell),
        Condition::InOneArea(inner) => each_leaf(inner, Reach::OneArea, tell),
        leaf => tell(leaf, reach),
    }
}

/// Replacing names puts “of” inside “of”; a single list is easier to read and packs smaller.
fn flat_any(parts: Vec<Condition>) -> Condition {
    let parts = parts.into_iter().flat_map(|part| match part {
        Condition::Any(inner) => inner,
        part => vec![part],
    });
    Condition::Any(parts.collect())
}

fn flat_all(parts: Vec<Condition>) -> Condition {
    let parts = parts.into_iter().flat_map(|part| match part {
        Condition::All(inner) => inner,
        part => vec![part],
    });
    Condition::All(parts.collect())
}

/// The id of the question a part asks about, if any.
pub fn question_of(leaf: &Condition) -> Option<&str> {
    match leaf {
        Condition::Is { question, .. }
        | Condition::Filled(question)
        | Condition::Empty(question)
        | Condition::Number { question, .. }
        | Condition::Days { question, .. }
        | Condition::Count { question, .. } => Some(question),
        Condition::Always
        | Condition::Ticked(_)
        | Condition::InOneArea(_)
        | Condition::Word(_)
        | Condition::Flag(_)
        | Condition::Nearby { .. }
        | Condition::Not(_)
        | Condition::All(_)
        | Condition::Any(_) => None,
    }
}

/// The same part, but about another question.
pub fn about(leaf: Condition, id: String) -> Condition {
    match leaf {
        Condition::Is { values, .. } => Condition::Is { question: id, values },
        Condition::Filled(_) => Condition::Filled(id),
        Condition::Empty(_) => Condition::Empty(id),
        Condition::Number { compare, value, .. } => Condition::Number { question: id, compare, value },
        Condition::Days { compare, value, .. } => Condition::Days { question: id, compare, value },
        Condition::Count { compare, value, .. } => Condition::Count { question: id, compare, value },
        other => other,
    }
}
