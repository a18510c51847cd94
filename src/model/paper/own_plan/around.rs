//! The people on paper: the household, the circle with what each person can do, and the signal ladder in each person's
//! words.

use super::pages::{OwnPlanDraft, Rank};
use crate::model::content::{Field, PeopleFields};
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::paper::summary::people;
use crate::model::plan::PersonId;
use crate::model::plan::location::FieldRef;
use crate::model::plan::person::Knows;
use crate::model::plan::signal_ladder::{Colour, StepWords};
use crate::model::plan_rules::circle::{Among, Member};
use crate::model::words;

/// Whether a child lives in the house, by the question about it or by an age group.
pub fn has_children(voice: &PlanVoice) -> bool {
    let roles = &voice.content().roles;
    let ages = voice.asks_for(PeopleFields::Household).map(|question| voice.voice.ages(question)).unwrap_or_default();
    let is_child = |age: &&str| roles.child_ages.iter().any(|child| child == age);
    ages.iter().any(is_child) || voice.voice.facts.yes(&roles.child)
}

pub fn household(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.household");
    let mut parts = Vec::new();
    if let Some(question) = voice.asks_for(PeopleFields::Household) {
        people::household(&voice.voice, question, &mut parts);
    }
    for part in parts {
        draft.add(Rank::Around, part.runs);
    }
}

/// The circle and the professional helpers, on one line.
pub fn circle(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.circle");
    let mut line = voice.line_builder(" · ");
    for among in [Among::Circle, Among::Helpers] {
        for member in voice.people.all() {
            if member.among == among && member.about.knows != Knows::No && !member.about.afraid {
                line.add(&with_parts(voice, member));
            }
        }
    }
    draft.add_text(Rank::Around, line.text);
}

fn with_parts(voice: &PlanVoice, member: &Member) -> String {
    let mut parts = voice.line_builder(", ");
    for can in &member.about.can {
        if voice.may(Field::Can) {
            parts.add_text(&["can.", can.word()].concat());
        }
    }
    if member.about.lived_it == Some(true) && voice.may(Field::LivedIt) {
        parts.add_text("paper.lived-it");
    }
    let name = voice.name(member.id);
    if parts.text.is_empty() { name } else { [&name, " (", &parts.text, ")"].concat() }
}

/// The resident's own steps, completed with the words of the content; for others only their own words.
pub fn ladder(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.ladder");
    let nothing = StepWords::default();
    let mine = voice.plan.ladder.get(&PersonId::ME);
    for colour in Colour::ALL {
        let words = mine.and_then(|steps| steps.get(colour)).unwrap_or(&nothing);
        let line = step(voice, *colour, own_words(voice, PersonId::ME, *colour, words));
        if *colour == Colour::ALL[0] {
            draft.add_text(Rank::OwnLadder, line);
        } else {
            draft.also(line);
        }
    }
    for (person, steps) in voice.plan.ladder.iter() {
        if *person == PersonId::ME || voice.people.is_feared(*person) {
            continue;
        }
        for (colour, words) in steps.iter() {
            let own = own_words(voice, *person, *colour, words);
            if own.iter().any(Option::is_some) {
                draft.add_text(Rank::More, [voice.name(*person), step(voice, *colour, own)].join(" – "));
            }
        }
    }
}

fn own_words(voice: &PlanVoice, person: PersonId, colour: Colour, words: &StepWords) -> [Option<String>; 2] {
    let field_ref = |field| FieldRef { nth: colour as u8, ..FieldRef::new(field, person.0) };
    [voice.free_text_at(field_ref(Field::Sees), &words.sees), voice.free_text_at(field_ref(Field::Does), &words.does)]
}

/// The line of one step: “Groen: Het gaat. Ik ga door met de afspraken.”
fn step(voice: &PlanVoice, colour: Colour, own: [Option<String>; 2]) -> String {
    let of = |group: &str| voice.text(&[group, colour.word()].concat()).to_owned();
    let [sees, does] = own;
    let sees = ended(sees.unwrap_or_else(|| of("colour-sees.")));
    let does = does.unwrap_or_else(|| of("colour-does."));
    let line = voice.text("paper.ladder-line");
    words::fill(line, &[("{colour}", &of("colour.")), ("{sees}", &sees), ("{does}", &does)])
}

/// The text with a full stop, unless it already ends a sentence.
fn ended(mut text: String) -> String {
    if !matches!(text.chars().next_back(), Some('.' | '!' | '?' | '…')) {
        text.push('.');
    }
    text
}
