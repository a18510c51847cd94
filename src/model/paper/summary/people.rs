//! Block 5: the household, the circle, and current helpers.

use super::part::{self, Placement, Separator, SummaryPart, plain, sentence};
use crate::model::content::{Around, Helpers, Steady};
use crate::model::paper::document;
use crate::model::paper::voice::{Quote, Voice};
use crate::model::words;

/// Adds “1 volwassene, 1 kind van 4–11”: by age group, in content order; a person without an age by role.
pub fn household(voice: &Voice, question: &str, parts: &mut Vec<SummaryPart>) {
    let Some(asked) = voice.question(question) else {
        return;
    };
    let ages = voice.ages(question);
    let mut words = Vec::new();
    for group in &asked.options {
        let count = ages.iter().filter(|age| **age == group.id).count();
        let (one, many) = group.paper.split_once('|').unwrap_or((&group.paper, &group.paper));
        if count > 0 {
            words.push([count.to_string().as_str(), " ", if count == 1 { one } else { many }].concat());
        }
    }
    for person in voice.household(question) {
        if asked.options.iter().all(|group| group.id != person.age) {
            words.push(person.name);
        }
    }
    if !words.is_empty() {
        part::add(parts, question, sentence("{}.", &plain(&words.join(", "))));
    }
    begin_line(parts);
}

/// Adds people by role or name, and the person with lived experience; or what a resident without anyone looks for.
pub fn around(voice: &Voice, shape: &Around, parts: &mut Vec<SummaryPart>) {
    let mut names: Vec<String> = voice.people(&shape.question).into_iter().map(|person| person.name).collect();
    let knows = voice.ticks(&shape.experience).contains(&shape.experience_yes.as_str());
    let role = voice.free_text(&shape.experience).map(str::trim).filter(|role| knows && !voice.is_about_feared(role));
    if let Some(role) = role {
        let place = names.iter().position(|name| name.to_lowercase() == role.to_lowercase());
        let told = shape.experience_role.replace("{}", role);
        match place {
            Some(index) => names[index] = told,
            None => names.push(told),
        }
    }
    if names.is_empty() {
        let sought = voice.runs(&shape.nobody_question, Quote::Quoted);
        if !sought.is_empty() {
            part::add(parts, &shape.nobody_question, sentence(&shape.nobody, &sought));
        }
    }
    listed(&shape.question, &shape.text, shape.most, &names, parts);
    if knows && role.is_none() {
        part::add_text(parts, &shape.experience, &shape.experience_alone);
    }
    begin_line(parts);
}

/// Adds current helpers, what they help with, and whether it fits: “jeugdbeschermer, school (past half)”.
pub fn helpers(voice: &Voice, shape: &Helpers, parts: &mut Vec<SummaryPart>) {
    let mut names: Vec<String> = Vec::new();
    for person in voice.people(&shape.question) {
        names.push(match person.helps_with {
            "" => person.name,
            what => [&person.name, " (", what, ")"].concat(),
        });
    }
    listed(&shape.question, &shape.text, shape.most, &names, parts);
    let fits = voice.runs(&shape.fits, Quote::Quoted);
    if !fits.is_empty() && !parts.is_empty() {
        let text = words::capitalised(&document::text(&fits));
        part::add(parts, &shape.fits, sentence("{}.", &plain(&text)));
        // Helpers that do not fit in the list come last.
        let last = parts.len() - 1;
        parts.swap(1, last);
    }
    begin_line(parts);
}

/// Adds “Mijn vaste persoon: wijkverpleegkundige.”, or that the resident wants such a person.
pub fn steady(voice: &Voice, shape: &Steady, parts: &mut Vec<SummaryPart>) {
    for person in voice.people(&shape.helpers) {
        if person.is_steady {
            let key = [&shape.helpers, "/steady"].concat();
            part::add(parts, &key, sentence(&shape.text, &plain(&person.name)));
            return;
        }
    }
    if voice.yes(&shape.wish) {
        part::add_text(parts, &shape.wish, &shape.wish_text);
    }
}

/// Puts the first `most` of a list on page 1, and the rest with the same text on page 2.
fn listed(key: &str, text: &str, most: usize, names: &[String], parts: &mut Vec<SummaryPart>) {
    let (here, further) = names.split_at(most.min(names.len()));
    for (more, names, place) in [("", here, Placement::Free), ("/more", further, Placement::Page2)] {
        if !names.is_empty() {
            let runs = sentence(text, &plain(&names.join(", ")));
            part::add(parts, &[key, more].concat(), runs).place = place;
        }
    }
}

fn begin_line(parts: &mut [SummaryPart]) {
    if let Some(first) = parts.first_mut() {
        first.joint = Separator::Line;
    }
}
