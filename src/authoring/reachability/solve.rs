//! Solves a condition: a few of the shortest sets of answers that make it true, to be tried forwards.
//!
//! Assumes that a question without an answer does not meet its condition; trying the set shows whether that is right.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::catalogue::{Asked, Catalogue, Origin};
use crate::model::content::condition::{Compare, Condition};
use crate::model::content::flag::Flag;
use crate::model::content::{Options, QuestionKind};
use crate::model::date::Date;
use crate::model::dossier::answers::{Answer, Answers};

use super::super::check::places_of;
use super::ways::{AnswerSets, all, both, nothing, shortest};

pub struct Solver<'a> {
    catalogue: &'a Catalogue,
    today: Date,
    known: BTreeMap<String, AnswerSets>,
    /// The questions and flags being solved; a cycle leads nowhere.
    busy: BTreeSet<String>,
}

impl<'a> Solver<'a> {
    pub fn new(catalogue: &'a Catalogue, today: Date) -> Solver<'a> {
        Solver { catalogue, today, known: BTreeMap::new(), busy: BTreeSet::new() }
    }

    /// Sets of answers after which this question is asked.
    pub fn ask(&mut self, id: &str) -> AnswerSets {
        if let Some(ways) = self.known.get(id) {
            return ways.clone();
        }
        let Some(asked) = self.catalogue.question(id) else {
            return Vec::new();
        };
        if !self.busy.insert(id.to_owned()) {
            return Vec::new();
        }
        let open = self.open(asked);
        let shown = match asked.shown {
            Some(condition) => self.hold(condition, asked.area),
            None => nothing(),
        };
        self.busy.remove(id);
        let ways = both(&open, &shown);
        // Inside another search, a cycle may have hidden some sets.
        if self.busy.is_empty() {
            self.known.insert(id.to_owned(), ways.clone());
        }
        ways
    }

    /// What the origin of the question requires, apart from its own condition.
    fn open(&mut self, asked: &'a Asked) -> AnswerSets {
        let Some(home) = asked.area else {
            return nothing();
        };
        let areas = &self.catalogue.content.areas;
        match asked.origin {
            Origin::Flow => nothing(),
            Origin::Shared if areas[home].always_open => {
                let areas = self.catalogue.content.flow.roles.areas.clone();
                self.ask(&areas)
            }
            Origin::Shared => self.choose(home),
            Origin::Nearby => self.tell_more(home),
            Origin::FollowUp if areas[home].follow_ups_elsewhere => nothing(),
            Origin::FollowUp => {
                let places = places_of(self.catalogue, asked, home);
                let ways = places.into_iter().flat_map(|(area, _)| self.tell_more(area));
                shortest(ways.collect())
            }
        }
    }

    fn choose(&mut self, area: usize) -> AnswerSets {
        let areas = self.catalogue.content.flow.roles.areas.clone();
        let id = self.catalogue.content.areas[area].id.clone();
        self.answer(&areas, Answer::pick(&id))
    }

    fn tell_more(&mut self, area: usize) -> AnswerSets {
        let more = self.catalogue.content.flow.roles.more.clone();
        let more = self.catalogue.in_area(area, &more);
        both(&self.choose(area), &self.answer(&more, Answer::Yes))
    }

    /// Sets after which the question is asked and has this answer.
    fn answer(&mut self, id: &str, answer: Answer) -> AnswerSets {
        let answered = vec![Answers::from_iter([(id.to_owned(), answer)])];
        both(&self.ask(id), &answered)
    }

    fn hold(&mut self, condition: &Condition, area: Option<usize>) -> AnswerSets {
        match condition {
            Condition::Always | Condition::Empty(_) => nothing(),
            Condition::Ticked(tick) => self.tick(tick),
            Condition::InOneArea(inner) => self.in_one_area(inner),
            Condition::Word(list) => self.say(list),
            Condition::Flag(flag) => self.raise(*flag),
            Condition::Nearby { values } => self.set_nearby(values),
            Condition::Not(inner) => self.fail(inner, area),
            Condition::All(parts) => {
                let parts: Vec<AnswerSets> = parts.iter().map(|part| self.hold(part, area)).collect();
                all(parts)
            }
            Condition::Any(parts) => {
                let ways = parts.iter().flat_map(|part| self.hold(part, area));
                shortest(ways.collect())
            }
            Condition::Is { question, .. }
            | Condition::Filled(question)
            | Condition::Number { question, .. }
            | Condition::Days { question, .. }
            | Condition::Count { question, .. } => {
                let answers = self.answers_for(condition, question, area);
                self.any_answer(question, answers, area)
            }
        }
    }

    /// Answers to the one question of a condition.
    fn answers_for(&self, condition: &Condition, question: &str, area: Option<usize>) -> Vec<Answer> {
        match condition {
            Condition::Is { values, .. } => {
                let answers = values.iter().map(|value| self.said(question, value, area));
                answers.collect()
            }
            Condition::Number { compare, value, .. } => near(*compare, *value).map(Answer::Number).collect(),
            Condition::Days { compare, value, .. } => {
                let days = near(*compare, *value).filter_map(|days| self.today.plus(days));
                days.map(Answer::Date).collect()
            }
            Condition::Count { compare, value, .. } => self.some_picks(question, *compare, *value, area),
            _ => self.anything(question, area),
        }
    }

    fn fail(&mut self, condition: &Condition, area: Option<usize>) -> AnswerSets {
        match condition {
            Condition::Always => Vec::new(),
            Condition::Not(inner) => self.hold(inner, area),
            Condition::Empty(question) => {
                let filled = Condition::Filled(question.clone());
                self.hold(&filled, area)
            }
            Condition::All(parts) => {
                let ways = parts.iter().flat_map(|part| self.fail(part, area));
                shortest(ways.collect())
            }
            Condition::Any(parts) => {
                let parts: Vec<AnswerSets> = parts.iter().map(|part| self.fail(part, area)).collect();
                all(parts)
            }
            Condition::Ticked(_)
            | Condition::Is { .. }
            | Condition::Filled(_)
            | Condition::Number { .. }
            | Condition::Days { .. }
            | Condition::Count { .. }
            | Condition::InOneArea(_)
            | Condition::Word(_)
            | Condition::Flag(_)
            | Condition::Nearby { .. } => nothing(),
        }
    }

    fn tick(&mut self, tick: &str) -> AnswerSets {
        let Some(question) = self.catalogue.question_of_tick(tick) else {
            return Vec::new();
        };
        let option = self.catalogue.option(question, tick);
        let offered = match option.and_then(|option| option.shown.as_ref()) {
            Some(shown) => self.hold(shown, None),
            None => nothing(),
        };
        both(&offered, &self.answer(question, Answer::pick(tick)))
    }

    fn any_answer(&mut self, id: &str, answers: Vec<Answer>, area: Option<usize>) -> AnswerSets {
        let id = self.full(id, area);
        let ways = answers.into_iter().flat_map(|answer| self.answer(&id, answer));
        shortest(ways.collect())
    }

    fn full(&self, id: &str, area: Option<usize>) -> String {
        match area {
            Some(area) if self.catalogue.question(id).is_none() => self.catalogue.in_area(area, id),
            _ => id.to_owned(),
        }
    }

    fn said(&self, id: &str, value: &str, area: Option<usize>) -> Answer {
        let asked = self.catalogue.question(&self.full(id, area));
        let is_yes_no = asked.is_some_and(|asked| asked.question.kind == QuestionKind::YesNo);
        match value {
            "ja" if is_yes_no => Answer::Yes,
            "nee" if is_yes_no => Answer::No,
            option => Answer::pick(option),
        }
    }

    /// Any answer that is not empty.
    fn anything(&self, id: &str, area: Option<usize>) -> Vec<Answer> {
        let Some(asked) = self.catalogue.question(&self.full(id, area)) else {
            return Vec::new();
        };
        match asked.question.kind {
            QuestionKind::YesNo => vec![Answer::Yes],
            QuestionKind::One | QuestionKind::Many => {
                let options = self.options(asked).into_iter().take(1);
                options.map(|option| Answer::pick(&option)).collect()
            }
            QuestionKind::Number { min, .. } => vec![Answer::Number(min)],
            QuestionKind::Date => vec![Answer::Date(self.today)],
            QuestionKind::Text | QuestionKind::People(_) => vec![Answer::Text("Iets.".to_owned())],
        }
    }

    fn options(&self, asked: &Asked) -> Vec<String> {
        let listed = self.catalogue.listed(asked).iter().map(|option| option.id.clone());
        let areas = self.catalogue.content.areas.iter().map(|area| area.id.clone());
        match asked.question.options_from {
            Options::Areas | Options::ChosenAreas => areas.collect(),
            Options::Listed
            | Options::Situations
            | Options::Strengths
            | Options::Outcomes
            | Options::Circle
            | Options::OwnSentences => listed.collect(),
        }
    }

    fn some_picks(&self, id: &str, compare: Compare, value: i64, area: Option<usize>) -> Vec<Answer> {
        let asked = self.catalogue.question(&self.full(id, area));
        let options = asked.map_or_else(Vec::new, |asked| self.options(asked));
        let wanted = (1_i64..).zip(1..=options.len());
        let fewest = wanted.filter(|(count, _)| compare.holds(*count, value)).take(1);
        let picks = fewest.map(|(_, length)| Answer::Picks { picked: options[..length].to_vec(), own: String::new() });
        picks.collect()
    }

    fn in_one_area(&mut self, inner: &Condition) -> AnswerSets {
        let areas = 0..self.catalogue.content.areas.len();
        let ways = areas.flat_map(|area| {
            let chosen = self.choose(area);
            both(&chosen, &self.hold(inner, Some(area)))
        });
        shortest(ways.collect())
    }

    /// A word of the list, used in the story.
    fn say(&mut self, list: &str) -> AnswerSets {
        let content = &self.catalogue.content;
        let soft = content.safety.soft.iter().find(|soft| soft.list == list);
        let Some(word) = soft.and_then(|soft| soft.words.first()) else {
            return Vec::new();
        };
        self.answer(&content.flow.roles.story, Answer::Text(word.clone()))
    }

    fn raise(&mut self, flag: Flag) -> AnswerSets {
        if !self.busy.insert(format!("{flag:?}")) {
            return Vec::new();
        }
        let content = &self.catalogue.content;
        let situations = content.areas.iter().flat_map(|area| &area.situations);
        let ticks = situations.filter(|choice| choice.raises.contains(&flag));
        let mut ways: AnswerSets = ticks.flat_map(|choice| self.tick(&choice.id)).collect();
        for rule in content.safety.rules.iter().filter(|rule| rule.raises == flag) {
            ways.extend(self.hold(&rule.when, None));
        }
        if flag == Flag::NoPlan {
            let rows = content.safety.gate.rows.iter();
            ways.extend(rows.flat_map(|row| self.hold(&row.when, None)));
        }
        self.busy.remove(&format!("{flag:?}"));
        shortest(ways)
    }

    fn set_nearby(&mut self, values: &[String]) -> AnswerSets {
        let areas = self.catalogue.content.areas.iter();
        let nearby = areas.flat_map(|area| &area.nearby);
        let ways = nearby.flat_map(|choice| {
            let answers = values.iter().map(|value| Answer::pick(value)).collect();
            self.any_answer(&choice.id, answers, None)
        });
        shortest(ways.collect())
    }
}

/// The numbers around a limit that satisfy it.
fn near(compare: Compare, value: i64) -> impl Iterator<Item = i64> {
    let around = [value, value + 1, value - 1];
    around.into_iter().filter(move |number| compare.holds(*number, value))
}
