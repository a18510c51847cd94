//! Checks each question separately: can it be answered, and does it fit on a screen?

use super::super::draft::Draft;
use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::super::source::{Sentence, Source};
use crate::model::content::{Choice, LifeArea, Options, Question, QuestionKind};

/// Maximum number of options on one screen.
const MOST_CHOICES: usize = 12;

pub fn check(draft: &Draft, index: &KnownIds<'_>, problems: &mut Problems) {
    if let Some(part) = &draft.flow {
        each(&part.value.questions, &part.source, "questions", index, problems);
        each(&part.value.shared, &part.source, "shared", index, problems);
    }
    for part in &draft.areas {
        each(&part.value.follow_ups, &part.source, "follow-ups", index, problems);
        lists(&part.value, &part.source, problems);
    }
}

fn each(questions: &[Question<Sentence>], source: &Source, list: &str, index: &KnownIds<'_>, problems: &mut Problems) {
    for (place, question) in questions.iter().enumerate() {
        let path = format!("{list}.{place}");
        for text in problems_of(question) {
            problems.at(source, &path, format!("vraag `{}`: {text}", question.id));
        }
        too_many(&question.options, source, &format!("{path}.options"), problems);
        for (option, id) in question.emptied_by.iter().enumerate() {
            if !index.ticks.contains_key(id.as_str()) && !index.is_cut(id) {
                let path = format!("{path}.emptied-by.{option}");
                problems.at(source, &path, format!("`{id}` bestaat niet"));
            }
        }
    }
}

fn problems_of(question: &Question<Sentence>) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let chooses = matches!(question.kind, QuestionKind::One | QuestionKind::Many);
    let is_listed = question.options_from == Options::Listed;
    if chooses && is_listed && question.options.is_empty() {
        wrong.push("er is niets om uit te kiezen; geef `options` of `options-from`");
    }
    if matches!(
        question.kind,
        QuestionKind::YesNo | QuestionKind::Number { .. } | QuestionKind::Date | QuestionKind::Text
    ) && !question.options.is_empty()
    {
        wrong.push("deze soort vraag heeft geen `options`");
    }
    if !chooses && !is_listed {
        wrong.push("deze soort vraag heeft geen `options-from`");
    }
    if let QuestionKind::Number { min, max, scale } = question.kind {
        if min >= max {
            wrong.push("`min` is niet kleiner dan `max`");
        }
        if !scale && question.unit.is_none() {
            wrong.push("bij een getal hoort een eenheid (`unit`)");
        }
    }
    if question.limits.is_some_and(|limits| limits.most < limits.page) {
        wrong.push("`most` is kleiner dan `page`");
    }
    wrong
}

fn lists(area: &LifeArea<Sentence>, source: &Source, problems: &mut Problems) {
    let lists = [
        ("situations", &area.situations),
        ("strengths", &area.strengths),
        ("outcomes", &area.outcomes),
        ("nearby", &area.nearby),
    ];
    for (list, choices) in lists {
        too_many(choices, source, list, problems);
    }
}

fn too_many(choices: &[Choice<Sentence>], source: &Source, path: &str, problems: &mut Problems) {
    let count = choices.len();
    if count > MOST_CHOICES {
        let text = format!("{count} keuzes is te veel; hooguit {MOST_CHOICES} op één scherm");
        problems.at(source, &format!("{path}.{MOST_CHOICES}"), text);
    }
}
