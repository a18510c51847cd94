//! The outline of the road: screens in order, what each asks, and when.

use std::fmt::Write;

use super::Checked;
use super::source::Sentence;
use crate::model::content::{Ask, Flow, Question, Screen};

/// The outline, with the conditions as the editors wrote them.
pub fn text(checked: &Checked) -> String {
    let mut text = String::new();
    let Some(part) = &checked.draft.flow else {
        return text;
    };
    let flow = &part.value;
    for screen in &flow.screens {
        let repeated = if screen.per_area { ", per gebied" } else { "" };
        let way = format!("{:?}", screen.way).to_lowercase();
        line(&mut text, 0, &format!("{} ({way}{repeated}){}", screen.id, when(screen.shown.as_ref())));
        asks(&mut text, flow, screen, checked);
    }
    for part in &checked.draft.areas {
        let area = &part.value;
        let (id, name, count) = (&area.id, &area.name, area.situations.len());
        line(&mut text, 0, &format!("gebied {id} “{name}”: {count} situaties"));
        for question in &area.follow_ups {
            line(&mut text, 1, &describe(question));
        }
    }
    text
}

fn asks(text: &mut String, flow: &Flow<Sentence>, screen: &Screen<Sentence>, checked: &Checked) {
    for ask in &screen.asks {
        let described = match ask {
            Ask::Question(id) => find(&flow.questions, id)
                .or_else(|| {
                    let mut areas = checked.draft.areas.iter();
                    areas.find_map(|part| find(&part.value.follow_ups, id))
                })
                .map_or_else(|| id.clone(), describe),
            Ask::Shared(id) => find(&flow.shared, id).map_or_else(|| id.clone(), describe),
            Ask::Situations { area, only } => format!("situaties van {area}: {}", only.join(" ")),
            Ask::FollowUps { from, to: Some(to) } => format!("doorvragen {} tot en met {to}", from + 1),
            Ask::FollowUps { from, to: None } => format!("doorvragen vanaf {}", from + 1),
            Ask::Nearby => "dichtbij".to_owned(),
        };
        line(text, 1, &described);
    }
}

fn find<'a>(questions: &'a [Question<Sentence>], id: &str) -> Option<&'a Question<Sentence>> {
    questions.iter().find(|question| question.id == id)
}

fn describe(question: &Question<Sentence>) -> String {
    let (id, text) = (&question.id, &question.text);
    format!("{id} “{text}”{}", when(question.shown.as_ref()))
}

fn when(shown: Option<&Sentence>) -> String {
    shown.map_or_else(String::new, |sentence| format!(" — als {}", sentence.text.trim()))
}

fn line(text: &mut String, depth: usize, words: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}{words}", "  ".repeat(depth));
}
