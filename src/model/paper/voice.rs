//! The only way from an answer to a sheet: lets through answers whose class is allowed, free text without open
//! findings, and people by the name allowed for them.

mod people;

use std::collections::BTreeSet;

use crate::model::catalogue::Catalogue;
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;
use crate::model::content::{Direction, LifeArea, Question, Sheets};
use crate::model::date::Date;
use crate::model::deadlines;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::person_of;
use crate::model::facts::Facts;
use crate::model::paper::document::{Run, push};
use crate::model::privacy::audience::{Medium, may_hold};
use crate::model::privacy::scan::{self, Finding, Secrets};
use crate::model::words;
use std::cell::RefCell;

/// What one medium may say of the answers.
pub struct Voice<'a> {
    pub facts: &'a Facts,
    medium: Medium,
    kept: &'a BTreeSet<String>,
    pub secrets: Secrets,
    /// The findings of each text, cached because the same text is used many times.
    found: RefCell<Vec<(String, Vec<Finding>)>>,
}

/// The kind of answer a question has in this medium; the answer itself leaves [`Voice`] only in allowed words.
pub enum AnswerShape<'a> {
    /// The word of a yes or no.
    YesOrNo(&'a str),
    /// Ticked options, free text next to them, or both.
    Ticks,
    /// A number, a date, free text or people.
    Whole,
}

/// Whether free text gets quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    Quoted,
    /// A name, a time, a role.
    Bare,
}

impl<'a> Voice<'a> {
    pub fn new(facts: &'a Facts, medium: Medium, kept: &'a BTreeSet<String>) -> Voice<'a> {
        Voice { facts, medium, kept, secrets: Secrets::of(facts), found: RefCell::default() }
    }

    pub fn catalogue(&self) -> &'a Catalogue {
        self.facts.catalogue
    }

    pub fn sheets(&self) -> &'a Sheets<Condition> {
        &self.facts.catalogue.content.sheets
    }

    /// The answer, if it counts and its class is allowed here. The resident's own screen also gets answers that do not
    /// count now.
    ///
    /// Private, so that free text and people leave only through the scan.
    fn answer(&self, question: &str) -> Option<&'a Answer> {
        let facts: &'a Facts = self.facts;
        let answer = if self.medium == Medium::OwnScreen {
            facts.raw(question).filter(|answer| !answer.is_empty())
        } else {
            facts.answer(question)
        };
        answer.filter(|_| may_hold(facts.class(question, None), self.medium))
    }

    /// Whether only the resident sees it, so that the words of the screen are used.
    fn is_own(&self) -> bool {
        match self.medium {
            Medium::OwnScreen | Medium::OwnPaper | Medium::OwnFile => true,
            Medium::DeskPaper
            | Medium::DeskFile
            | Medium::FamilyInvitation
            | Medium::HelperCard
            | Medium::FridgePage
            | Medium::SafetyCard
            | Medium::CalendarFile
            | Medium::Storage => false,
        }
    }

    /// The kind of the answer; `None` if there is nothing to say here.
    pub fn shape(&self, question: &str) -> Option<AnswerShape<'a>> {
        match self.answer(question)? {
            Answer::Picks { .. } => Some(AnswerShape::Ticks),
            answer @ (Answer::Yes | Answer::No) => answer.words().first().copied().map(AnswerShape::YesOrNo),
            Answer::Number(_) | Answer::Date(_) | Answer::Text(_) | Answer::People(_) => Some(AnswerShape::Whole),
            Answer::Unknown | Answer::Withheld => None,
        }
    }

    /// The words that a condition compares the answer with.
    pub fn words(&self, question: &str) -> Vec<&'a str> {
        self.answer(question).map(Answer::words).unwrap_or_default()
    }

    /// The date, if the answer is one.
    pub fn date(&self, question: &str) -> Option<Date> {
        match self.answer(question)? {
            Answer::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// Whether the answer is yes: as yes or no, or as an option with that word.
    pub fn yes(&self, question: &str) -> bool {
        self.words(question) == Answer::Yes.words()
    }

    /// Whether the answer is no.
    pub fn no(&self, question: &str) -> bool {
        self.words(question) == Answer::No.words()
    }

    /// The ticked options whose class is allowed here. An option can have a class of its own, but if the class of the
    /// question is not allowed, none of its options is.
    pub fn ticks(&self, question: &str) -> Vec<&'a str> {
        let Some(answer) = self.answer(question) else {
            return Vec::new();
        };
        let facts: &'a Facts = self.facts;
        let mut ticks = match answer {
            Answer::Picks { picked, .. } if !facts.is_asked(question) => picked.iter().map(String::as_str).collect(),
            _ => facts.picks(question),
        };
        ticks.retain(|option| may_hold(facts.class(question, Some(option)), self.medium));
        // That a safety area was chosen is said only if the resident allowed the sentence about it.
        let named = |option: &str| self.catalogue().area(option).is_none_or(|(_, area)| self.may_name(area));
        ticks.retain(|option| self.medium == Medium::OwnScreen || named(option));
        ticks
    }

    /// The free text of this answer, if the resident has nothing in it left to decide on.
    pub fn free_text(&self, question: &str) -> Option<&'a str> {
        let own = match self.answer(question)? {
            Answer::Text(text) => text.as_str(),
            Answer::Picks { own, .. } => own.as_str(),
            Answer::Yes
            | Answer::No
            | Answer::Unknown
            | Answer::Withheld
            | Answer::Number(_)
            | Answer::Date(_)
            | Answer::People(_) => return None,
        };
        (!own.trim().is_empty() && self.is_decided(question, own)).then_some(own)
    }

    /// A text answer whose class is allowed here, even with open findings.
    pub fn answered_text(&self, question: &str) -> Option<&'a str> {
        match self.answer(question)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the resident has nothing in this text left to decide on.
    pub fn is_decided(&self, question: &str, text: &str) -> bool {
        self.open_findings_in(question, text).is_empty()
    }

    fn open_findings_in(&self, question: &str, text: &str) -> Vec<Finding> {
        if self.medium == Medium::OwnScreen {
            return Vec::new();
        }
        let mut found = self.found_in(text);
        let class = self.facts.class(question, None);
        found.retain(|finding| {
            let kept = finding.is_kept(question, self.kept, self.facts);
            !kept && !scan::is_own_name(class, finding, &self.secrets)
        });
        found
    }

    /// All findings in a text.
    pub fn found_in(&self, text: &str) -> Vec<Finding> {
        let mut known = self.found.borrow_mut();
        let place = known.iter().position(|(other, _)| other == text).unwrap_or_else(|| {
            known.push((text.to_owned(), scan::findings(text, &self.secrets)));
            known.len() - 1
        });
        known[place].1.clone()
    }

    /// All findings in the free text of this answer that the resident still has to decide on.
    pub fn open_findings(&self, question: &str) -> Vec<Finding> {
        let Some(answer) = self.answer(question) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        if let Answer::People(people) = answer {
            for person in people {
                found.append(&mut self.waiting_about(question, person));
            }
        } else {
            for text in answer.own_words() {
                found.append(&mut self.open_findings_in(question, text));
            }
        }
        let mut each = BTreeSet::new();
        for finding in found {
            each.insert(finding);
        }
        each.into_iter().collect::<Vec<_>>()
    }

    /// The text of an option on paper; `None` for a person who may not be named.
    pub fn option(&self, question: &str, option: &str) -> Option<String> {
        if let Some(person) = person_of(option) {
            return self.person_with(person);
        }
        let Some(choice) = self.catalogue().option(question, option) else {
            let (_, area) = self.catalogue().area(option)?;
            let name = if self.is_own() { self.area_name(area) } else { &area.inline };
            return Some(name.to_owned());
        };
        // A young person who ticks “Ik ga niet naar school” did not say “Mijn kind”, not on paper either.
        let text = match (self.facts.is_young(), self.is_own(), choice.paper.is_empty()) {
            (true, _, _) if !choice.young.is_empty() => &choice.young,
            (_, false, false) => &choice.paper,
            _ => &choice.text,
        };
        Some(text.clone())
    }

    /// The answer as read inside a sentence; empty if there is nothing to say here.
    pub fn runs(&self, question: &str, quote: Quote) -> Vec<Run> {
        let text = match self.answer(question) {
            Some(Answer::Picks { .. }) => return self.tick_runs(question, &self.ticks(question), quote),
            Some(Answer::Text(_)) => return self.own_run(question, quote).into_iter().collect(),
            Some(Answer::Number(number)) => self.number(question, *number),
            Some(Answer::Date(date)) => self.day(*date),
            Some(Answer::People(_)) => self.everyone(question),
            Some(Answer::Yes) => self.catalogue().text("paper.yes").to_owned(),
            Some(Answer::No) => self.catalogue().text("paper.no").to_owned(),
            Some(Answer::Unknown | Answer::Withheld) | None => return Vec::new(),
        };
        let mut runs = Vec::new();
        push(&mut runs, &text);
        runs
    }

    /// These options and the free text next to them, separated by commas.
    pub fn tick_runs(&self, question: &str, ticks: &[&str], quote: Quote) -> Vec<Run> {
        let mut names: Vec<String> = Vec::new();
        for tick in ticks {
            names.extend(self.option(question, tick));
        }
        let mut runs = Vec::new();
        push(&mut runs, &joined(&names));
        if let Some(own) = self.own_run(question, quote) {
            if let Some(last) = names.last() {
                push(&mut runs, if last.ends_with('.') { " " } else { ", " });
            }
            runs.push(own);
        }
        runs
    }

    /// The free text, as it is used inside a sentence.
    pub fn own_run(&self, question: &str, quote: Quote) -> Option<Run> {
        let own = self.free_text(question)?;
        Some(match quote {
            Quote::Quoted => Run::Quoted(own.to_owned()),
            Quote::Bare => Run::Plain(own.trim().to_owned()),
        })
    }

    fn number(&self, question: &str, number: i64) -> String {
        let unit = self.question(question).and_then(|question| question.unit.as_ref());
        let mut text = number.to_string();
        if let Some(unit) = unit {
            text.push(' ');
            text.push_str(if number == 1 { &unit.one } else { &unit.many });
        }
        text
    }

    pub fn question(&self, id: &str) -> Option<&'a Question<Condition>> {
        self.catalogue().question(id).map(|asked| asked.question)
    }

    /// The name of an area at the start of a sentence.
    pub fn area_name(&self, area: &'a LifeArea<Condition>) -> &'a str {
        self.facts.in_words(&area.name, &area.young_name)
    }

    /// The areas the resident tells more about and that may be named, in the form for the middle of a sentence.
    pub fn deep_area_names(&self) -> Vec<&'a str> {
        let facts: &'a Facts = self.facts;
        let deep = facts.deep_areas();
        let mut named = Vec::new();
        for (index, area) in facts.chosen_areas() {
            if deep.contains(&index) && self.may_name(area) {
                named.push(area.inline.as_str());
            }
        }
        named
    }

    /// Whether this area may be named here: a safety area only if the resident allowed its sentence.
    pub fn may_name(&self, area: &LifeArea<Condition>) -> bool {
        let safety = || self.catalogue().flag_screen(Flag::Unsafe)?.paper.as_ref();
        !area.never_on_paper
            || safety().is_some_and(|paper| self.facts.is_up(Flag::Unsafe) && self.facts.yes(&paper.question))
    }

    /// Joins words: “geld, werk en wonen”.
    pub fn list(&self, words: &[&str]) -> String {
        let mut list = String::new();
        for (place, word) in words.iter().enumerate() {
            let and = [" ", self.catalogue().text("paper.and"), " "].concat();
            list.push_str(match (place, words.len() - place) {
                (0, _) => "",
                (_, 1) => &and,
                _ => ", ",
            });
            list.push_str(word);
        }
        list
    }

    /// A telephone number as it is dialled, whatever the direction of the text around it.
    pub fn phone(&self, shown: &str) -> String {
        match self.catalogue().content.direction {
            Direction::Rtl if !shown.is_empty() => words::isolated(shown),
            Direction::Rtl | Direction::Ltr => shown.to_owned(),
        }
    }

    /// Today, or a line for the pen if the clock is not plausible.
    pub fn today(&self) -> String {
        self.facts.sure_today().map_or_else(|| self.sheets().v1.pen_short.clone(), |today| self.day(today))
    }

    /// “4 mei 2026”.
    pub fn day(&self, day: Date) -> String {
        deadlines::in_words(day, &self.sheets().months, self.catalogue().text("paper.day"))
    }
}

/// Joins names with commas, but whole sentences with spaces.
fn joined(names: &[String]) -> String {
    names.join(", ").replace("., ", ". ")
}
