//! Random answers that a resident could give, including rare ones.

use app::model::catalogue::Asked;
use app::model::content::{Options, QuestionKind};
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::{journey, paper};

use super::dice::Dice;
use super::{catalogue, today};

/// Answers given less often than by chance, because they end or shorten most roads: question, word, percent.
const RARE: &[(&str, &str, usize)] =
    &[("q1", "ja", 4), ("q2", "ja", 15), ("q3", "ja", 8), ("q3n", "ja", 10), ("st1", "ander", 12), ("z1", "ja", 30)];

/// An answer that fits the question.
pub fn fitting(facts: &Facts, asked: &Asked, dice: &mut Dice) -> Answer {
    let id = asked.question.id.as_str();
    if dice.chance(6) {
        return [Answer::Unknown, Answer::Withheld][dice.below(2)].clone();
    }
    if let Some((_, word, percent)) = RARE.iter().find(|(question, ..)| *question == id)
        && !dice.chance(*percent)
    {
        return other_than(asked, word, dice);
    }
    match asked.question.kind {
        QuestionKind::YesNo => [Answer::Yes, Answer::No][usize::from(!dice.chance(60))].clone(),
        QuestionKind::One => picks(facts, asked, 1, dice),
        QuestionKind::Many => {
            let most = if dice.chance(15) { 10 } else { 3 };
            let most = dice.below(most + 1);
            picks(facts, asked, most, dice)
        }
        QuestionKind::Number { min, max, .. } => Answer::Number(dice.between(min, max.min(min + 12))),
        QuestionKind::Date => today().plus(dice.between(-40, 60)).map_or(Answer::Unknown, Answer::Date),
        QuestionKind::Text => Answer::Text(words(dice)),
        QuestionKind::People(_) => Answer::People(people(asked, dice)),
    }
}

fn other_than(asked: &Asked, word: &str, dice: &mut Dice) -> Answer {
    if asked.question.kind == QuestionKind::YesNo {
        return Answer::No;
    }
    let others: Vec<&str> = asked.options.iter().map(|option| option.id.as_str()).filter(|id| *id != word).collect();
    Answer::pick(dice.one_of(&others).copied().unwrap_or(word))
}

fn picks(facts: &Facts, asked: &Asked, most: usize, dice: &mut Dice) -> Answer {
    let picked = dice.shuffled(options(facts, asked)).into_iter().take(most).collect();
    let own = if asked.question.own.is_some() && dice.chance(20) { words(dice) } else { String::new() };
    Answer::Picks { picked, own }
}

fn options(facts: &Facts, asked: &Asked) -> Vec<String> {
    let offered = catalogue().listed(asked).iter().filter(|option| facts.is_offered(option.shown.as_ref()));
    let listed = offered.map(|option| option.id.clone());
    match asked.question.options_from {
        Options::Areas => catalogue().content.areas.iter().map(|area| area.id.clone()).collect(),
        Options::ChosenAreas => journey::start_areas(facts).into_iter().map(str::to_owned).collect(),
        Options::Circle => listed.chain(paper::people(facts).iter().map(|one| format!("mens.{}", one.id))).collect(),
        Options::OwnSentences => listed.chain(paper::own_sentences(facts)).collect(),
        Options::Listed | Options::Situations | Options::Strengths | Options::Outcomes => listed.collect(),
    }
}

/// Texts without such words; one of them waits for a decision of the resident.
const OTHERS: &[&str] = &["Ik wil rust.", "Een plek om te wonen.", "Hulp bij de post.", "Bel 06 12345678."];

/// A short text, sometimes with words that lead to a gentle question.
fn words(dice: &mut Dice) -> String {
    let soft = &catalogue().content.safety.soft;
    let list = dice.one_of(soft).filter(|_| dice.chance(20));
    match list.and_then(|soft| dice.one_of(&soft.words)) {
        Some(word) => format!("Hier staat {word}."),
        None => OTHERS[dice.below(OTHERS.len())].to_owned(),
    }
}

fn people(asked: &Asked, dice: &mut Dice) -> Vec<Person> {
    let ages: Vec<String> = asked.options.iter().map(|option| option.id.clone()).collect();
    let person = |dice: &mut Dice| Person {
        role: ["buurvrouw", "mijn zus", "partner"][dice.below(3)].to_owned(),
        age: dice.one_of(&ages).cloned().unwrap_or_default(),
        ..Person::default()
    };
    (0..dice.below(3)).map(|_| person(dice)).collect()
}
