//! The index of ids in the content, with the location of each: the lookups of the checks.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::source::{Sentence, Source};
use crate::model::content::{Choice, LifeArea, Options, Question, QuestionKind};

/// Everything that content can refer to.
#[derive(Debug, Default)]
pub struct KnownIds<'a> {
    /// The questions of the flow, and the follow-ups of the areas.
    pub questions: BTreeMap<&'a str, KnownQuestion<'a>>,
    /// The questions asked in every area.
    pub shared: BTreeMap<&'a str, KnownQuestion<'a>>,
    /// Situations, strengths and outcomes.
    pub ticks: BTreeMap<&'a str, IdLocation<'a>>,
    pub nearby: BTreeMap<&'a str, IdLocation<'a>>,
    /// The answers to a nearby option.
    pub nearby_words: Vec<&'a str>,
    pub areas: BTreeMap<&'a str, &'a LifeArea<Sentence>>,
    pub contacts: BTreeSet<&'a str>,
    /// `flow.toml` and `safety.toml`, for problems with parts that have no id.
    pub flow: Option<&'a Source>,
    pub safety: Option<&'a Source>,
    /// Word lists.
    pub lists: BTreeSet<&'a str>,
    /// Every id in the files, including those of parts that could not be read.
    raw: BTreeSet<&'a str>,
}

/// The location of a part.
#[derive(Debug, Clone)]
pub struct IdLocation<'a> {
    pub source: &'a Source,
    pub path: String,
}

impl IdLocation<'_> {
    pub fn line(&self) -> usize {
        self.source.line_at(&self.path)
    }
}

/// A question that exists.
#[derive(Debug)]
pub struct KnownQuestion<'a> {
    pub kind: QuestionKind,
    pub from: Options,
    pub listed: Vec<&'a str>,
    pub spot: IdLocation<'a>,
}

impl<'a> KnownIds<'a> {
    pub fn of(draft: &'a Draft) -> KnownIds<'a> {
        let mut index = KnownIds::default();
        for source in &draft.sources {
            index.raw.extend(source.raw_ids.iter().map(String::as_str));
        }
        if let Some(part) = &draft.flow {
            let (flow, source) = (&part.value, &part.source);
            index.flow = Some(source);
            index.questions = known(&flow.questions, source, "questions");
            index.shared = known(&flow.shared, source, "shared");
            index.nearby_words = ids(&flow.roles.nearby);
        }
        for part in &draft.areas {
            index.add_area(&part.value, &part.source);
        }
        if let Some(part) = &draft.safety {
            index.safety = Some(&part.source);
            let lists = part.value.soft.iter().map(|soft| soft.list.as_str());
            index.lists.extend(lists);
        }
        if let Some(part) = &draft.contacts {
            let contacts = part.value.contacts.iter();
            index.contacts.extend(contacts.map(|contact| contact.id.as_str()));
        }
        index
    }

    fn add_area(&mut self, area: &'a LifeArea<Sentence>, source: &'a Source) {
        self.areas.insert(&area.id, area);
        self.questions.extend(known(&area.follow_ups, source, "follow-ups"));
        let lists = [("situations", &area.situations), ("strengths", &area.strengths), ("outcomes", &area.outcomes)];
        for (name, choices) in lists {
            self.ticks.extend(spots(choices, source, name));
        }
        self.nearby.extend(spots(&area.nearby, source, "nearby"));
    }

    /// Whether this id occurs only in parts that could not be read; then a missing reference to it is only a
    /// consequence.
    pub fn is_cut(&self, id: &str) -> bool {
        let known = self.questions.contains_key(id)
            || self.shared.contains_key(id)
            || self.ticks.contains_key(id)
            || self.nearby.contains_key(id)
            || self.areas.contains_key(id)
            || self.contacts.contains(id)
            || self.lists.contains(id);
        !known && self.raw.contains(id)
    }

    /// Whether anything has this id.
    pub fn exists(&self, id: &str) -> bool {
        self.question(id).is_some() || self.shared.contains_key(id) || self.raw.contains(id)
    }

    /// The question with this full id: `q1`, `dag.u3`.
    pub fn question(&self, id: &str) -> Option<&KnownQuestion<'a>> {
        if let Some(known) = self.questions.get(id) {
            return Some(known);
        }
        let (area, shared) = id.split_once('.')?;
        let area = self.areas.get(area)?;
        let asked = area.only_shared.is_empty() || area.only_shared.iter().any(|id| id == shared);
        self.shared.get(shared).filter(|_| asked)
    }

    /// The words with which this question can be answered; `None` if it has no fixed answers.
    pub fn answers(&self, known: &KnownQuestion<'a>) -> Option<Vec<&'a str>> {
        match known.kind {
            QuestionKind::YesNo => return Some(vec!["ja", "nee"]),
            QuestionKind::One | QuestionKind::Many => {}
            QuestionKind::Number { .. } | QuestionKind::Date | QuestionKind::Text | QuestionKind::People(_) => {
                return None;
            }
        }
        let mut words = known.listed.clone();
        match known.from {
            Options::Areas | Options::ChosenAreas => words.extend(self.areas.keys()),
            Options::Situations | Options::Strengths | Options::Outcomes => {
                words.extend(self.ticks.keys());
            }
            Options::Listed | Options::Circle | Options::OwnSentences => {}
        }
        Some(words)
    }
}

fn known<'a>(
    questions: &'a [Question<Sentence>],
    source: &'a Source,
    list: &str,
) -> BTreeMap<&'a str, KnownQuestion<'a>> {
    let known = |(place, question): (usize, &'a Question<Sentence>)| {
        let spot = IdLocation { source, path: format!("{list}.{place}.id") };
        let known =
            KnownQuestion { kind: question.kind, from: question.options_from, listed: ids(&question.options), spot };
        (question.id.as_str(), known)
    };
    questions.iter().enumerate().map(known).collect()
}

fn ids<C>(choices: &[Choice<C>]) -> Vec<&str> {
    choices.iter().map(|choice| choice.id.as_str()).collect()
}

fn spots<'a>(choices: &'a [Choice<Sentence>], source: &'a Source, list: &str) -> Vec<(&'a str, IdLocation<'a>)> {
    let spot = |(place, choice): (usize, &'a Choice<Sentence>)| {
        let path = format!("{list}.{place}.id");
        (choice.id.as_str(), IdLocation { source, path })
    };
    choices.iter().enumerate().map(spot).collect()
}
