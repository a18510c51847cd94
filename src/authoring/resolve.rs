//! Turns sentences into conditions that refer only to what exists: replaces names, adds the area to shared ids, and
//! looks up every id, answer and kind of question.

use std::collections::BTreeMap;

use super::condition;
use super::draft::Draft;
use super::known_ids::KnownIds;
use super::problem::Problems;
use super::source::{Sentence, Source};
use super::walk::{Reach, about, map_leaves, question_of};
use crate::model::content::QuestionKind;
use crate::model::content::condition::Condition;

/// Where a condition is used; decides what a bare shared id such as `u2` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
    /// Outside the areas: a bare shared id has no meaning, except inside `in één gebied ( … )`.
    Flow,
    /// In a shared question: the area that asks it, known only on the phone.
    Shared,
    /// In the file of an area: that area.
    Area(&'a str),
}

/// Resolves the sentences of one content.
pub struct Resolver<'a> {
    pub index: &'a KnownIds<'a>,
    pub problems: &'a mut Problems,
    named: BTreeMap<String, Condition>,
}

impl<'a> Resolver<'a> {
    /// Parses the named conditions, so that every other condition can use them.
    pub fn new(draft: &Draft, index: &'a KnownIds<'a>, problems: &'a mut Problems) -> Resolver<'a> {
        let mut named = BTreeMap::new();
        if let Some(part) = &draft.safety {
            for name in &part.value.named {
                // An invalid sentence is reported when its own file is resolved.
                if let Ok(condition) = condition::parse(&name.when.text) {
                    named.insert(name.name.clone(), condition);
                }
            }
        }
        Resolver { index, problems, named }
    }

    /// The condition of a sentence. An error is reported, and replaced by a harmless condition.
    pub fn turn(&mut self, source: &Source, scope: Scope<'_>, sentence: Sentence) -> Condition {
        let line = source.line_of(sentence.at);
        let condition = match condition::parse(&sentence.text) {
            Ok(condition) => condition,
            Err(mistake) => {
                let text = format!("voorwaarde “{}”: {mistake}", sentence.text.trim());
                self.problems.on_line(&source.name, line, text);
                return Condition::Always;
            }
        };
        let mut wrong = Vec::new();
        let named = self.put_names(condition, &mut Vec::new(), &mut wrong);
        let settled =
            map_leaves(named, Reach::Anywhere, &mut |leaf, reach| self.settle(leaf, reach, scope, &mut wrong));
        for text in wrong {
            self.problems.on_line(&source.name, line, text);
        }
        settled
    }

    /// Replaces each name by its condition.
    fn put_names(&self, condition: Condition, trail: &mut Vec<String>, wrong: &mut Vec<String>) -> Condition {
        map_leaves(condition, Reach::Anywhere, &mut |leaf, _| match leaf {
            Condition::Ticked(name) if self.named.contains_key(&name) => {
                if trail.contains(&name) {
                    wrong.push(format!("de naam `{name}` komt in zijn eigen voorwaarde voor"));
                    return Condition::Always;
                }
                trail.push(name.clone());
                let inner = self.put_names(self.named[&name].clone(), trail, wrong);
                trail.pop();
                inner
            }
            leaf => leaf,
        })
    }

    /// Adds the area to a shared id, and looks up what the part refers to.
    fn settle(&self, leaf: Condition, reach: Reach, scope: Scope<'_>, wrong: &mut Vec<String>) -> Condition {
        let problem = match &leaf {
            Condition::Ticked(id) => self.tick_problem(id),
            Condition::Word(list) => self.list_problem(list),
            Condition::Nearby { values } => self.nearby_problem(values),
            other => match question_of(other) {
                Some(id) => return self.settle_question(id.to_owned(), leaf, reach, scope, wrong),
                None => None,
            },
        };
        wrong.extend(problem);
        leaf
    }

    fn settle_question(
        &self,
        id: String,
        leaf: Condition,
        reach: Reach,
        scope: Scope<'_>,
        wrong: &mut Vec<String>,
    ) -> Condition {
        if let Some(known) = self.index.shared.get(id.as_str()) {
            wrong.extend(self.answer_problem(&leaf, &id, known));
            return match (reach, scope) {
                (Reach::OneArea, _) | (_, Scope::Shared) => leaf,
                (Reach::Anywhere, Scope::Area(area)) => about(leaf, format!("{area}.{id}")),
                (Reach::Anywhere, Scope::Flow) => {
                    wrong.push(format!(
                        "`{id}` vraagt de app per gebied; schrijf `gebied.{id}` of `in één gebied ( … )`"
                    ));
                    leaf
                }
            };
        }
        match self.index.question(&id) {
            Some(known) => wrong.extend(self.answer_problem(&leaf, &id, known)),
            None if self.index.is_cut(&id) => {}
            None if self.index.ticks.contains_key(id.as_str()) => {
                wrong.push(format!("`{id}` is een tik en geen vraag; schrijf alleen `{id}`"));
            }
            None => wrong.push(format!("vraag `{id}` bestaat niet")),
        }
        leaf
    }

    fn tick_problem(&self, id: &str) -> Option<String> {
        if self.index.ticks.contains_key(id) || self.index.is_cut(id) {
            return None;
        }
        let is_question = self.index.question(id).is_some() || self.index.shared.contains_key(id);
        if is_question || self.index.nearby.contains_key(id) {
            return Some(format!(
                "`{id}` is een vraag; schrijf ook het antwoord, zoals `{id} = ja` of `{id} ingevuld`"
            ));
        }
        Some(format!("`{id}` bestaat niet"))
    }

    fn list_problem(&self, list: &str) -> Option<String> {
        let known = self.index.lists.contains(list) || self.index.is_cut(list);
        (!known).then(|| format!("woordenlijst `{list}` bestaat niet"))
    }

    fn nearby_problem(&self, values: &[String]) -> Option<String> {
        let words = &self.index.nearby_words;
        let unknown = values.iter().find(|value| !words.contains(&value.as_str()))?;
        Some(format!("dichtbij kent `{unknown}` niet; wel: {}", words.join(", ")))
    }

    /// Why the question cannot have the answer that the part asks for; `None` if it can.
    fn answer_problem(
        &self,
        leaf: &Condition,
        id: &str,
        known: &super::known_ids::KnownQuestion<'_>,
    ) -> Option<String> {
        match leaf {
            Condition::Is { values, .. } => {
                let Some(words) = self.index.answers(known) else {
                    return Some(format!("vraag `{id}` heeft geen vaste antwoorden"));
                };
                let unknown = values.iter().find(|value| !words.contains(&value.as_str()))?;
                if words.is_empty() {
                    // The question itself is reported for having no options.
                    return None;
                }
                let words = words.join(", ");
                Some(format!("vraag `{id}` heeft geen antwoord `{unknown}`; wel: {words}"))
            }
            Condition::Number { .. } if !matches!(known.kind, QuestionKind::Number { .. }) => {
                Some(format!("vraag `{id}` vraagt geen getal"))
            }
            Condition::Days { .. } if known.kind != QuestionKind::Date => {
                Some(format!("vraag `{id}` vraagt geen datum"))
            }
            Condition::Count { .. } if known.kind != QuestionKind::Many => {
                Some(format!("bij vraag `{id}` kun je niet meer dingen aantikken"))
            }
            _ => None,
        }
    }
}
