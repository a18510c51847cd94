//! Reachability: for every question a shortest list of answers that leads to it. Found by solving its conditions
//! backwards, and kept only if answering forwards, one by one, really leads there.

mod solve;
mod ways;

use std::fmt::Write;

use super::Checked;
use crate::model::catalogue::Catalogue;
use crate::model::content::Content;
use crate::model::date::Date;
use crate::model::dossier::answers::{Answer, Answers};
use crate::model::facts::Facts;
use solve::Solver;
use ways::size;

/// Answers in an order in which each question is asked when it is answered.
pub type AnswerPath = Vec<(String, Answer)>;

/// For every question (by full id) its road, or `None` if it cannot be reached.
pub fn roads(content: &Content, today: Date) -> Vec<(String, Option<AnswerPath>)> {
    let catalogue = Catalogue::of(content.clone()).leak();
    let mut solver = Solver::new(catalogue, today);
    let ids: Vec<&str> = catalogue.questions().map(|(id, _)| id).collect();
    let roads = ids.into_iter().map(|id| {
        let ways = solver.ask(id);
        let road = ways.into_iter().find_map(|answers| in_order(catalogue, answers, id, today));
        (id.to_owned(), road)
    });
    roads.collect()
}

/// The answers one by one, if each question is asked in its turn and the last answer leads to the goal.
fn in_order(catalogue: &'static Catalogue, mut open: Answers, goal: &str, today: Date) -> Option<AnswerPath> {
    let mut given = Answers::new();
    let mut road = AnswerPath::new();
    while !open.is_empty() {
        let facts = Facts::of(catalogue, &given, today);
        let next = open.keys().find(|id| facts.is_asked(id))?.clone();
        let answer = open.remove(&next)?;
        given.insert(next.clone(), answer.clone());
        road.push((next, answer));
    }
    let all_count = {
        let facts = Facts::of(catalogue, &given, today);
        facts.is_asked(goal) && given.keys().all(|id| facts.is_asked(id))
    };
    all_count.then_some(road)
}

/// Reachability does not depend on the date; the solver needs some day to count from.
fn any_day() -> Date {
    Date::new(2026, 1, 5).expect("every_day_of_three_centuries_counts_on_by_one")
}

/// The report: one line per question.
pub fn text(checked: &Checked) -> String {
    let mut text = String::new();
    let Some(content) = &checked.content else {
        return text;
    };
    for (id, road) in roads(content, any_day()) {
        let steps = road.map(|road| {
            let count: usize = road.iter().map(|(_, answer)| size(answer)).sum();
            let steps: Vec<String> = road.iter().map(|(id, answer)| step(id, answer)).collect();
            format!("({count}) {}", steps.join("; "))
        });
        let steps = steps.unwrap_or_else(|| "geen weg gevonden".to_owned());
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{id}: {steps}");
    }
    text
}

fn step(id: &str, answer: &Answer) -> String {
    let said = match answer {
        Answer::Number(number) => number.to_string(),
        Answer::Date(date) => date.to_string(),
        Answer::Text(text) => format!("“{text}”"),
        Answer::People(_) => "iemand".to_owned(),
        Answer::Yes | Answer::No | Answer::Unknown | Answer::Withheld | Answer::Picks { .. } => {
            answer.words().join("/")
        }
    };
    format!("{id} = {said}")
}
