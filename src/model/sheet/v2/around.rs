//! Who is there: the house, the circle with what each can mean, and the ladder in each person's own words.

use super::pages::{Piece, Rank, Section};
use super::section;
use crate::model::answers::Answer;
use crate::model::content::{Field, PeopleFields};
use crate::model::gap;
use crate::model::plan::PersonId;
use crate::model::plan::circle::{Among, Knows, Member};
use crate::model::plan::ladder::{Colour, StepWords};
use crate::model::plan::text::Spot;
use crate::model::set::Map;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::model::sheet::v1::people;

/// Whether a child lives in the house, by the question about it or by an age group.
pub fn has_children(voice: &PlanVoice) -> bool {
    let roles = &voice.content().roles;
    let facts = voice.voice.facts;
    let household = voice.asks_for(PeopleFields::Household).and_then(|question| facts.answer(question));
    let is_child = |age: &String| roles.child_ages.contains(age);
    let child = match household {
        Some(Answer::People(people)) => people.iter().any(|person| is_child(&person.age)),
        _ => false,
    };
    child || facts.yes(&roles.child)
}

pub fn household(voice: &PlanVoice) -> Section {
    let question = voice.asks_for(PeopleFields::Household);
    let parts = question.map(|question| people::household(&voice.voice, question)).unwrap_or_default();
    let pieces = parts.into_iter().map(|part| Piece::of(Rank::Around, part.runs)).collect();
    section(voice, "paper.household", pieces)
}

/// The people around and who helps for their work, in one line.
pub fn circle(voice: &PlanVoice) -> Section {
    let mut people = Vec::new();
    for among in [Among::Circle, Among::Helpers] {
        let here = voice.people.all().filter(|member| member.among == among && member.about.knows != Knows::No);
        people.extend(here.filter(|member| !member.about.afraid).map(|member| with_parts(voice, member)));
    }
    let pieces = if people.is_empty() { Vec::new() } else { vec![Piece::new(Rank::Around, people.join(" · "))] };
    section(voice, "paper.circle", pieces)
}

fn with_parts(voice: &PlanVoice, member: &Member) -> String {
    let about = member.about;
    let mut parts: Vec<&str> = about
        .can
        .iter()
        .map(|can| voice.text(key("can", can.word()).as_str()))
        .filter(|_| voice.may(Field::Can))
        .collect();
    if about.lived_it == Some(true) && voice.may(Field::LivedIt) {
        parts.push(voice.text("paper.lived-it"));
    }
    let name = voice.name(member.id);
    if parts.is_empty() { name } else { format!("{name} ({})", parts.join(", ")) }
}

/// The key of a word in a group of texts.
pub fn key(group: &str, word: &str) -> String {
    format!("{group}.{word}")
}

/// The resident's own steps, filled up with the words of the content; of others only what they said themselves.
pub fn ladder(voice: &PlanVoice) -> Section {
    let nothing = Map::default();
    let mine = voice.plan.ladder.get(&PersonId::ME).unwrap_or(&nothing);
    let steps = Colour::ALL.iter().map(|colour| step(voice, PersonId::ME, *colour, mine.get(colour)));
    let mut pieces = vec![Piece::lines(Rank::OwnLadder, steps.collect())];
    let others = voice.plan.ladder.iter().filter(|(person, _)| **person != PersonId::ME);
    for (person, steps) in others.filter(|(person, _)| !voice.people.is_feared(**person)) {
        for (colour, words) in steps.iter() {
            let own = own_words(voice, *person, *colour, words);
            if own.iter().any(Option::is_some) {
                let line = step(voice, *person, *colour, Some(words));
                pieces.push(Piece::new(Rank::More, format!("{} – {line}", voice.name(*person))));
            }
        }
    }
    section(voice, "paper.ladder", pieces)
}

fn own_words(voice: &PlanVoice, person: PersonId, colour: Colour, words: &StepWords) -> [Option<String>; 2] {
    let spot = |field| Spot { nth: colour as u8, ..Spot::new(field, person.0) };
    [voice.own_at(spot(Field::Sees), &words.sees), voice.own_at(spot(Field::Does), &words.does)]
}

/// “Groen: Het gaat. Ik ga door met de afspraken.”
fn step(voice: &PlanVoice, person: PersonId, colour: Colour, words: Option<&StepWords>) -> String {
    let [sees, does] = words.map(|words| own_words(voice, person, colour, words)).unwrap_or_default();
    let or = |own: Option<String>, group| own.unwrap_or_else(|| voice.text(&key(group, colour.word())).to_owned());
    let (sees, does) = (ended(or(sees, "colour-sees")), or(does, "colour-does"));
    let gaps = [("{colour}", voice.text(&key("colour", colour.word()))), ("{sees}", &sees), ("{does}", &does)];
    gap::fill_all(voice.text("paper.ladder-line"), &gaps)
}

/// With a full stop, unless it ends a sentence already.
fn ended(mut text: String) -> String {
    if !matches!(text.chars().next_back(), Some('.' | '!' | '?' | '…')) {
        text.push('.');
    }
    text
}
