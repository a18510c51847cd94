//! Block 5: who lives in the house, who is around, who helps now.

use super::part::{Joint, Part, Place, sentence};
use crate::model::answers::Answer;
use crate::model::case;
use crate::model::circle::Person;
use crate::model::document::Run;
use crate::model::gap;
use crate::model::sheet::voice::{Quote, Voice};

/// “1 volwassene, 1 kind van 4–11”: by age group, in the order of the content; who has no age by role.
pub fn household(voice: &Voice, question: &str) -> Vec<Part> {
    let Some(Answer::People(people)) = voice.answer(question) else {
        return Vec::new();
    };
    let Some(asked) = voice.question(question) else {
        return Vec::new();
    };
    let mut words = Vec::new();
    for group in &asked.options {
        let count = people.iter().filter(|person| person.age == group.id).count();
        let (one, many) = group.paper.split_once('|').unwrap_or((&group.paper, &group.paper));
        match count {
            0 => {}
            1 => words.push(format!("1 {one}")),
            count => words.push(format!("{count} {many}")),
        }
    }
    let ageless = |person: &Person| asked.options.iter().all(|group| group.id != person.age);
    let others = voice.people(question).into_iter().filter(|(person, _)| ageless(person));
    words.extend(others.map(|(_, name)| name));
    if words.is_empty() {
        return Vec::new();
    }
    let runs = sentence("{}.", &[Run::Plain(words.join(", "))]);
    vec![Part::new(question, runs).joined(Joint::Line)]
}

/// The questions and texts about the people around.
pub struct Around<'a> {
    pub question: &'a str,
    pub text: &'a str,
    pub most: usize,
    pub experience: &'a str,
    pub experience_yes: &'a str,
    pub experience_role: &'a str,
    pub experience_alone: &'a str,
    pub nobody_question: &'a str,
    pub nobody: &'a str,
}

/// People by role or name, and who knows it from experience; or what is sought by who has nobody.
pub fn around(voice: &Voice, shape: &Around) -> Vec<Part> {
    let mut names: Vec<String> = voice.people(shape.question).into_iter().map(|(_, name)| name).collect();
    let knows = voice.ticks(shape.experience).contains(&shape.experience_yes);
    let role = voice.own(shape.experience).map(str::trim).filter(|_| knows);
    if let Some(role) = role {
        let place = names.iter().position(|name| case::lower_text(name) == case::lower_text(role));
        let told = gap::fill(shape.experience_role, "{}", role);
        match place {
            Some(index) => names[index] = told,
            None => names.push(told),
        }
    }
    let mut parts = listed(shape.question, shape.text, shape.most, &names);
    if knows && role.is_none() {
        let text = vec![Run::Plain(shape.experience_alone.to_owned())];
        parts.push(Part::new(shape.experience, text));
    }
    if names.is_empty() {
        let sought = voice.say(shape.nobody_question, Quote::Quoted);
        if !sought.is_empty() {
            parts.insert(0, Part::new(shape.nobody_question, sentence(shape.nobody, &sought)));
        }
    }
    begin_line(parts)
}

/// Who helps now, with what, and whether that fits: “jeugdbeschermer, school (past half)”.
pub fn helpers(voice: &Voice, question: &str, text: &str, most: usize, fits: &str) -> Vec<Part> {
    let told = |(person, name): (&Person, String)| match person.what.trim() {
        "" => name,
        what => format!("{name} ({what})"),
    };
    let names: Vec<String> = voice.people(question).into_iter().map(told).collect();
    let mut parts = listed(question, text, most, &names);
    let fit = voice.say(fits, Quote::Quoted);
    if !fit.is_empty() && !parts.is_empty() {
        let text: String = fit.iter().map(Run::text).collect();
        let text = case::begin_with_capital(&text);
        parts.insert(1, Part::new(fits, sentence("{}.", &[Run::Plain(text)])));
    }
    begin_line(parts)
}

/// “Mijn vaste persoon: wijkverpleegkundige.”, or that one is wanted.
pub fn steady(voice: &Voice, helpers: &str, text: &str, wish: &str, wish_text: &str) -> Vec<Part> {
    if let Some((_, name)) = voice.people(helpers).into_iter().find(|(person, _)| person.steady) {
        return vec![Part::new(format!("{helpers}/steady"), sentence(text, &[Run::Plain(name)]))];
    }
    let wanted = voice.yes(wish).then(|| Part::new(wish, vec![Run::Plain(wish_text.to_owned())]));
    wanted.into_iter().collect()
}

/// The first `most` of a list on page 1, the rest in the same words on page 2.
fn listed(key: &str, text: &str, most: usize, names: &[String]) -> Vec<Part> {
    let chunk = |names: &[String]| sentence(text, &[Run::Plain(names.join(", "))]);
    if names.is_empty() {
        return Vec::new();
    }
    let (here, further) = names.split_at(most.min(names.len()));
    let mut parts = vec![Part::new(key, chunk(here))];
    if !further.is_empty() {
        let further = Part::new(format!("{key}/more"), chunk(further));
        parts.push(further.placed(Place::Page2));
    }
    parts
}

fn begin_line(mut parts: Vec<Part>) -> Vec<Part> {
    if let Some(first) = parts.first_mut() {
        first.joint = Joint::Line;
    }
    parts
}
