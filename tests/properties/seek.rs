//! From a wish (“this flag is up”, “this question is asked”) to answers that fulfil it, by reading the conditions of
//! the content backwards. It guesses; the tally counts what it reaches, and nothing assumes it.

use app::model::catalogue::{Asked, Origin};
use app::model::content::QuestionKind;
use app::model::content::condition::{Compare, Condition};
use app::model::content::flag::Flag;

use super::dice::Dice;
use super::pool::{Pool, pool};

/// A wanted answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    Yes,
    No,
    /// Ticked, in addition to existing ticks.
    Pick(String),
    Number(i64),
    /// Days from today.
    Day(i64),
    /// A text that contains these words.
    Words(String),
    /// Any answer that fits.
    Any,
    Nothing,
}

pub struct Seeker<'a> {
    pool: &'static Pool,
    dice: &'a mut Dice,
    depth: usize,
    pub wants: Vec<(String, Want)>,
}

impl<'a> Seeker<'a> {
    pub fn new(dice: &'a mut Dice) -> Seeker<'a> {
        Seeker { pool: pool(), dice, depth: 0, wants: Vec::new() }
    }

    fn want(&mut self, question: &str, want: Want) {
        self.wants.push((question.to_owned(), want));
    }

    /// Chooses an area as one of the first few.
    pub fn area(&mut self, area: usize) {
        let roles = &self.pool.catalogue.content.flow.roles;
        self.asked(&roles.areas);
        self.want(&roles.areas, Want::Pick(self.pool.catalogue.content.areas[area].id.clone()));
    }

    pub fn tells_more(&mut self, area: usize) {
        self.area(area);
        let more = &self.pool.catalogue.content.flow.roles.more;
        let more = self.pool.catalogue.in_area(area, more);
        self.want(&more, Want::Yes);
    }

    /// Makes a question count.
    pub fn asked(&mut self, question: &str) {
        let Some(asked) = self.pool.catalogue.question(question) else {
            return;
        };
        if self.depth > 8 {
            return;
        }
        self.depth += 1;
        if let Some(area) = asked.area {
            self.origin(asked, area);
        }
        if let Some(shown) = asked.shown {
            self.holds(shown, asked.area);
        }
        self.depth -= 1;
    }

    fn origin(&mut self, asked: &Asked, area: usize) {
        let content = &self.pool.catalogue.content.areas[area];
        match asked.origin {
            Origin::Flow => {}
            Origin::Shared if content.always_open => {}
            Origin::Shared => self.area(area),
            Origin::FollowUp if content.follow_ups_elsewhere => {}
            Origin::FollowUp | Origin::Nearby => self.tells_more(area),
        }
    }

    /// Ticks a situation, a strength or an outcome.
    pub fn ticked(&mut self, tick: &str) {
        let Some(question) = self.pool.catalogue.question_of_tick(tick) else {
            return;
        };
        self.asked(question);
        if let Some(shown) = self.pool.catalogue.option(question, tick).and_then(|choice| choice.shown.as_ref()) {
            self.holds(shown, None);
        }
        self.want(question, Want::Pick(tick.to_owned()));
    }

    /// Raises a flag by one of its reasons.
    pub fn flag(&mut self, flag: Flag) {
        let content = &self.pool.catalogue.content;
        let situations = content.areas.iter().flat_map(|area| &area.situations);
        let ticks: Vec<&str> =
            situations.filter(|choice| choice.raises.contains(&flag)).map(|choice| choice.id.as_str()).collect();
        let rules = content.safety.rules.iter().filter(|rule| rule.raises == flag).map(|rule| &rule.when);
        let gate = content.safety.gate.rows.iter().filter(|_| flag == Flag::NoPlan).map(|row| &row.when);
        let conditions: Vec<&Condition> = rules.chain(gate).collect();
        let chosen = self.dice.below(ticks.len() + conditions.len());
        if self.depth > 8 {
            return;
        }
        self.depth += 1;
        match ticks.get(chosen) {
            Some(tick) => self.ticked(tick),
            None => {
                if let Some(condition) = conditions.get(chosen - ticks.len()) {
                    self.holds(condition, None);
                }
            }
        }
        self.depth -= 1;
    }

    /// Makes a condition hold.
    pub fn holds(&mut self, condition: &Condition, area: Option<usize>) {
        match condition {
            Condition::Always => {}
            Condition::Ticked(tick) => self.ticked(tick),
            Condition::Is { question, values } => {
                let value = self.dice.one_of(values).cloned().unwrap_or_default();
                self.gets(question, area, word(&value));
            }
            Condition::Filled(question) => self.gets(question, area, Want::Any),
            Condition::Empty(question) => self.gets(question, area, Want::Nothing),
            Condition::Number { question, compare, value } => {
                self.gets(question, area, Want::Number(number(*compare, *value)));
            }
            Condition::Days { question, compare, value } => {
                self.gets(question, area, Want::Day(number(*compare, *value)));
            }
            Condition::Count { question, compare, value } => self.count(question, area, number(*compare, *value)),
            Condition::InOneArea(inner) => {
                let area = self.dice.below(self.pool.catalogue.content.areas.len());
                self.area(area);
                self.holds(inner, Some(area));
            }
            Condition::Word(list) => self.word(list),
            Condition::Flag(flag) => self.flag(*flag),
            Condition::Nearby { values } => self.nearby(values),
            Condition::Not(inner) => self.fails(inner, area),
            Condition::All(all) => all.iter().for_each(|inner| self.holds(inner, area)),
            Condition::Any(any) => {
                if let Some(inner) = self.dice.one_of(any) {
                    self.holds(inner, area);
                }
            }
        }
    }

    /// Makes a condition fail, if one answer can do that.
    fn fails(&mut self, condition: &Condition, area: Option<usize>) {
        match condition {
            Condition::Is { question, .. } | Condition::Filled(question) => {
                let id = self.full_id(question, area);
                self.want(&id, Want::Nothing);
            }
            Condition::Empty(question) => self.gets(question, area, Want::Any),
            Condition::Not(inner) => self.holds(inner, area),
            Condition::Any(any) => any.iter().for_each(|inner| self.fails(inner, area)),
            _ => {}
        }
    }

    /// The full id; a bare shared id refers to the question of this area.
    fn full_id(&mut self, question: &str, area: Option<usize>) -> String {
        if self.pool.catalogue.question(question).is_some() {
            return question.to_owned();
        }
        let areas = self.pool.catalogue.content.areas.len();
        let area = area.unwrap_or_else(|| self.dice.below(areas));
        self.pool.catalogue.in_area(area, question)
    }

    fn gets(&mut self, question: &str, area: Option<usize>, want: Want) {
        let id = self.full_id(question, area);
        self.asked(&id);
        self.want(&id, want);
    }

    fn count(&mut self, question: &str, area: Option<usize>, count: i64) {
        let id = self.full_id(question, area);
        self.asked(&id);
        let Some(asked) = self.pool.catalogue.question(&id) else {
            return;
        };
        let mut options: Vec<String> =
            self.pool.catalogue.listed(asked).iter().map(|choice| choice.id.clone()).collect();
        if options.is_empty() {
            options = self.pool.catalogue.content.areas.iter().map(|area| area.id.clone()).collect();
        }
        let count = usize::try_from(count).unwrap_or(0);
        for option in self.dice.shuffled(options).into_iter().take(count) {
            self.want(&id, Want::Pick(option));
        }
    }

    fn word(&mut self, list: &str) {
        let soft = &self.pool.catalogue.content.safety.soft;
        let words = soft.iter().find(|soft| soft.list == list).map(|soft| soft.words.as_slice());
        if let Some(word) = self.dice.one_of(words.unwrap_or_default()).cloned() {
            let story = &self.pool.catalogue.content.flow.roles.story;
            self.asked(story);
            self.want(story, Want::Words(word));
        }
    }

    fn nearby(&mut self, values: &[String]) {
        let nearby = self.pool.catalogue.questions().filter(|(_, asked)| asked.origin == Origin::Nearby);
        let nearby: Vec<&str> = nearby.map(|(id, _)| id).collect();
        let value = self.dice.one_of(values).cloned().unwrap_or_default();
        if let Some(question) = self.dice.one_of(&nearby) {
            self.asked(question);
            self.want(question, Want::Pick(value));
        }
    }
}

fn word(value: &str) -> Want {
    Want::Pick(value.to_owned())
}

fn number(compare: Compare, value: i64) -> i64 {
    match compare {
        Compare::AtLeast | Compare::AtMost | Compare::Equal => value,
        Compare::Below => value - 1,
        Compare::Above => value + 1,
    }
}

/// Yes or no, if the question takes that.
pub fn as_asked(asked: &Asked, want: Want) -> Want {
    match (asked.question.kind, &want) {
        (QuestionKind::YesNo, Want::Pick(word)) if word == "ja" => Want::Yes,
        (QuestionKind::YesNo, Want::Pick(word)) if word == "nee" => Want::No,
        _ => want,
    }
}
