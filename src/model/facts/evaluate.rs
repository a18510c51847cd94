//! Evaluation of conditions, for any type that knows which answers count and which flags are up.

use std::collections::BTreeSet;

use crate::model::catalogue::{Asked, Catalogue, Origin};
use crate::model::clock::Clock;
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;
use crate::model::content::{Choice, FlagDoes, LifeArea, Step};
use crate::model::date::Date;
use crate::model::dossier::answers::{Answer, Answers};
use crate::model::words::{self, WordSearchText};

/// What a condition can read.
pub(super) trait ConditionInput {
    fn catalogue(&self) -> &Catalogue;
    fn today(&self) -> Date;
    fn counts(&self, question: &str) -> bool;
    fn is_up(&self, flag: Flag) -> bool;
    fn is_list_mentioned(&self, list: &str) -> bool;
    /// The answer to a question, if the question counts and the answer is not empty.
    fn answer(&self, question: &str) -> Option<&Answer>;
}

pub(super) fn is_raised(look: &dyn ConditionInput, flag: Flag) -> bool {
    let content = &look.catalogue().content;
    let by_tick = || {
        let raises = |choice: &Choice<Condition>| choice.raises.contains(&flag) && is_ticked(look, &choice.id);
        content.areas.iter().any(|area| area.situations.iter().any(raises))
    };
    let by_rule = || {
        let mut rules = content.safety.rules.iter().filter(|rule| rule.raises == flag);
        rules.any(|rule| holds(look, &rule.when, None))
    };
    by_tick() || by_rule() || (flag == Flag::NoPlan && is_gate_closed(look))
}

/// Whether the gate of the plan is closed: some row holds and no professional opens it.
fn is_gate_closed(look: &dyn ConditionInput) -> bool {
    let gate = &look.catalogue().content.safety.gate;
    gate.rows.iter().any(|row| {
        holds(look, &row.when, None) && !(row.opens_with_professional && holds(look, &gate.professional, None))
    })
}

pub(super) fn is_asked(look: &dyn ConditionInput, asked: &Asked) -> bool {
    let shown = |area| asked.shown.is_none_or(|condition| holds(look, condition, area));
    let Some(area) = asked.area else {
        return shown(None);
    };
    match asked.origin {
        Origin::Flow => shown(None),
        Origin::Shared => is_open(look, area) && shown(Some(area)),
        Origin::Nearby => chosen(look, area) && wants_more_in(look, area) && shown(Some(area)),
        Origin::FollowUp => is_follow_up_asked(look, asked, area) && shown(Some(area)),
    }
}

fn is_follow_up_asked(look: &dyn ConditionInput, asked: &Asked, home: usize) -> bool {
    let areas = &look.catalogue().content.areas;
    if areas[home].follow_ups_elsewhere {
        return true;
    }
    let asked_here =
        |area: &LifeArea<Condition>| area.first_here.iter().any(|first| first.question == asked.question.id);
    let mut candidates = areas.iter().enumerate().filter(|(index, area)| *index == home || asked_here(area));
    candidates.any(|(index, area)| {
        chosen(look, index) && wants_more_in(look, index) && !are_follow_ups_closed(look, &area.id)
    })
}

fn are_follow_ups_closed(look: &dyn ConditionInput, area: &str) -> bool {
    let closes = |does: &FlagDoes| matches!(does, FlagDoes::ClosesFollowUps(closed) if closed == area);
    let mut screens = look.catalogue().content.safety.flags.iter();
    screens.any(|screen| screen.does.iter().any(closes) && look.is_up(screen.flag))
}

pub(super) fn chosen(look: &dyn ConditionInput, area: usize) -> bool {
    let catalogue = look.catalogue();
    let Some(Answer::Picks { picked, .. }) = look.answer(&catalogue.content.flow.roles.areas) else {
        return false;
    };
    picked.contains(&catalogue.content.areas[area].id)
}

/// Whether the area is chosen, or always open while the question about areas counts.
fn is_open(look: &dyn ConditionInput, area: usize) -> bool {
    let catalogue = look.catalogue();
    chosen(look, area)
        || (catalogue.content.areas[area].always_open && look.counts(&catalogue.content.flow.roles.areas))
}

pub(super) fn wants_more_in(look: &dyn ConditionInput, area: usize) -> bool {
    look.answer(look.catalogue().tells_more_in(area)) == Some(&Answer::Yes)
}

fn is_ticked(look: &dyn ConditionInput, tick: &str) -> bool {
    let Some(question) = look.catalogue().question_of_tick(tick) else {
        return false;
    };
    let Some(Answer::Picks { picked, .. }) = look.answer(question) else {
        return false;
    };
    let shown = || look.catalogue().option(question, tick).and_then(|choice| choice.shown.as_ref());
    picked.iter().any(|picked| picked == tick) && shown().is_none_or(|condition| holds(look, condition, None))
}

pub(super) fn holds(look: &dyn ConditionInput, condition: &Condition, area: Option<usize>) -> bool {
    let answer = |id: &str| answer_here(look, id, area);
    match condition {
        Condition::Always => true,
        Condition::Ticked(tick) => is_ticked(look, tick),
        Condition::Is { question, values } => answer(question)
            .is_some_and(|answer| answer.words().iter().any(|word| values.iter().any(|value| value == word))),
        Condition::Filled(question) => answer(question).is_some(),
        Condition::Empty(question) => answer(question).is_none(),
        Condition::Number { question, compare, value } => {
            matches!(answer(question), Some(Answer::Number(number)) if compare.holds(*number, *value))
        }
        Condition::Days { question, compare, value } => {
            matches!(answer(question), Some(Answer::Date(date)) if compare.holds(days_until(look, *date), *value))
        }
        Condition::Count { question, compare, value } => compare.holds(answer(question).map_or(0, count), *value),
        Condition::InOneArea(inner) => {
            let areas = 0..look.catalogue().content.areas.len();
            areas.into_iter().any(|area| chosen(look, area) && holds(look, inner, Some(area)))
        }
        Condition::Word(list) => look.is_list_mentioned(list),
        Condition::Flag(flag) => look.is_up(*flag),
        Condition::Nearby { values } => is_nearby_set(look, values, area),
        Condition::Not(inner) => !holds(look, inner, area),
        Condition::All(all) => all.iter().all(|inner| holds(look, inner, area)),
        Condition::Any(any) => any.iter().any(|inner| holds(look, inner, area)),
    }
}

fn days_until(look: &dyn ConditionInput, date: Date) -> i64 {
    let today = look.today();
    Clock::of(today, look.catalogue().content.released).days_until(today, date)
}

/// The answer to a question; a bare shared id refers to the question of the current area.
fn answer_here<'a>(look: &'a dyn ConditionInput, id: &str, area: Option<usize>) -> Option<&'a Answer> {
    match area {
        Some(area) if look.catalogue().question(id).is_none() => look.answer(&look.catalogue().in_area(area, id)),
        _ => look.answer(id),
    }
}

fn count(answer: &Answer) -> i64 {
    match answer {
        Answer::Picks { picked, own } => {
            i64::try_from(picked.len()).unwrap_or(i64::MAX) + i64::from(!own.trim().is_empty())
        }
        _ => 0,
    }
}

/// The word lists with a word that occurs in a free text.
///
/// Reads every free text, even if its question does not count now: whether it counts may depend on the answer to the
/// very question this word leads to. Texts about someone else are skipped, because they do not describe the resident.
pub(super) fn mentioned_lists(catalogue: &Catalogue, answers: &Answers) -> BTreeSet<String> {
    let of_oneself = |id: &str| catalogue.question(id).is_none_or(|asked| asked.step != Step::ForSomeoneElse);
    let mut texts: Vec<WordSearchText> = Vec::new();
    for (id, answer) in answers {
        if of_oneself(id) {
            texts.extend(answer.own_words().into_iter().map(words::for_word_search));
        }
    }
    let said = |words: &[WordSearchText]| texts.iter().any(|text| words.iter().any(|word| text.holds(word)));
    let mut lists = BTreeSet::new();
    for (list, words) in catalogue.soft_words() {
        if said(words) {
            lists.insert(list.clone());
        }
    }
    lists
}

fn is_nearby_set(look: &dyn ConditionInput, values: &[String], area: Option<usize>) -> bool {
    let says = |answer: &Answer| answer.words().iter().any(|word| values.iter().any(|value| value == word));
    let is_set =
        |area: &LifeArea<Condition>| area.nearby.iter().any(|choice| look.answer(&choice.id).is_some_and(says));
    let mut areas = look.catalogue().content.areas.iter().enumerate();
    areas.any(|(index, nearby)| area.is_none_or(|area| area == index) && is_set(nearby))
}
