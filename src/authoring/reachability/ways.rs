//! Sets of answers and how to combine them, shortest first. Does not check what a question allows.

use crate::model::dossier::answers::{Answer, Answers};

/// Number of sets kept after each step.
const KEPT: usize = 16;

/// Sets of answers that each meet a condition; shortest first.
pub type AnswerSets = Vec<Answers>;

/// The empty set: no answer is needed.
pub fn nothing() -> AnswerSets {
    vec![Answers::new()]
}

/// Every combination that meets all parts.
pub fn all(parts: Vec<AnswerSets>) -> AnswerSets {
    parts.iter().fold(nothing(), |ways, part| both(&ways, part))
}

/// Every pair that can be answered together.
pub fn both(left: &AnswerSets, right: &AnswerSets) -> AnswerSets {
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

/// Two ticks of one question may both be set; whether the question allows more than one shows when the set is tried.
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

/// The shortest few sets, each once.
pub fn shortest(mut ways: AnswerSets) -> AnswerSets {
    ways.sort_by_key(|answers| answers.values().map(size).sum::<usize>());
    let mut kept = AnswerSets::new();
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

/// The number of taps for an answer.
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
