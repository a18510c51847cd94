//! Sets of answers: put together, shortest first. What the question itself allows is not looked at here.

use crate::model::answers::{Answer, Answers};

/// How many sets are kept at each turn.
const KEPT: usize = 16;

/// Sets of answers, each of which does it; shortest first.
pub type Ways = Vec<Answers>;

/// Needs no answer at all.
pub fn nothing() -> Ways {
    vec![Answers::new()]
}

/// Every part at once.
pub fn all(parts: Vec<Ways>) -> Ways {
    parts.iter().fold(nothing(), |ways, part| both(&ways, part))
}

/// Every pair that can be answered together.
pub fn both(left: &Ways, right: &Ways) -> Ways {
    let pairs = left.iter().flat_map(|a| right.iter().filter_map(|b| together(a, b)));
    shortest(pairs.collect())
}

fn together(left: &Answers, right: &Answers) -> Option<Answers> {
    let mut together = left.clone();
    for (id, answer) in right.iter() {
        let merged = match together.get(id) {
            Some(earlier) => merge(earlier, answer)?,
            None => answer.clone(),
        };
        together.insert(id.clone(), merged);
    }
    Some(together)
}

/// Two ticks at one question may both stand; whether the question takes more than one shows when it is tried.
fn merge(left: &Answer, right: &Answer) -> Option<Answer> {
    match (left, right) {
        (left, right) if left == right => Some(left.clone()),
        (Answer::Picks { picked, own }, Answer::Picks { picked: more, .. }) => {
            let mut picked = picked.clone();
            picked.extend(more.iter().filter(|id| !left.words().contains(&id.as_str())).cloned());
            Some(Answer::Picks { picked, own: own.clone() })
        }
        _ => None,
    }
}

/// The shortest few, each once.
pub fn shortest(mut ways: Ways) -> Ways {
    ways.sort_by_key(|answers| answers.values().map(size).sum::<usize>());
    let mut kept = Ways::new();
    for way in ways {
        if kept.len() == KEPT {
            break;
        }
        if !kept.contains(&way) {
            kept.push(way);
        }
    }
    kept
}

/// How many taps an answer is.
pub fn size(answer: &Answer) -> usize {
    match answer {
        Answer::Picks { picked, .. } => picked.len(),
        Answer::Yes
        | Answer::No
        | Answer::Unknown
        | Answer::Withheld
        | Answer::Number(_)
        | Answer::Date(_)
        | Answer::Text(_)
        | Answer::People(_) => 1,
    }
}
