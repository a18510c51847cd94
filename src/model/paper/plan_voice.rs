//! The only way from a plan to paper: lets through fields whose class is allowed, free text without open findings, and
//! people by the word allowed for them. While the gate is closed there is no voice, so nothing gets out.

use std::collections::BTreeSet;

use super::voice::Voice;
use crate::model::content::{Field, PeopleFields, PlanTexts, QuestionKind};
use crate::model::date::Date;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::plan::location::FieldRef;
use crate::model::plan::reviews::{ReviewDate, review_dates};
use crate::model::plan::{Agreement, PersonId, Plan};
use crate::model::plan_rules::checks::{self, TextIssue};
use crate::model::plan_rules::circle::Member;
use crate::model::plan_rules::circle::People;
use crate::model::plan_rules::gate;
use crate::model::privacy::audience::{Medium, may_hold_field};
use crate::model::privacy::scan;
use crate::model::privacy::scan::Finding;
use crate::model::words;

/// What one medium may say of a plan.
pub struct PlanVoice<'a> {
    pub voice: Voice<'a>,
    pub plan: &'a Plan,
    pub people: People<'a>,
    medium: Medium,
    kept: &'a BTreeSet<String>,
}

impl<'a> PlanVoice<'a> {
    /// `None` while no plan is allowed.
    pub fn new(facts: &'a Facts, dossier: &'a Dossier, medium: Medium) -> Option<PlanVoice<'a>> {
        let kept = &dossier.paper.kept;
        gate::is_open(facts).then(|| PlanVoice {
            voice: Voice::new(facts, medium, kept),
            plan: &dossier.plan,
            people: People::of(facts.screen, &dossier.answers, &dossier.plan.about),
            medium,
            kept,
        })
    }

    pub fn content(&self) -> &'a PlanTexts {
        &self.voice.catalogue().content.plan
    }

    /// A text of the content.
    pub fn text(&self, key: &str) -> &'a str {
        self.content().text(key)
    }

    /// A text of the content with `{}` replaced.
    pub fn text_with(&self, key: &str, with: &str) -> String {
        self.text(key).replace("{}", with)
    }

    /// Whether this medium may contain the field at all.
    pub fn may(&self, field: Field) -> bool {
        may_hold_field(self.content(), field, self.medium)
    }

    /// A free text, if this medium may contain it.
    pub fn free_text(&self, field: Field, part: u32, text: &str) -> Option<String> {
        self.free_text_at(FieldRef::new(field, part), text)
    }

    /// The free text of a field, if this medium may contain it. Names that may not be used are replaced by roles.
    pub fn free_text_at(&self, field_ref: FieldRef, text: &str) -> Option<String> {
        let text = self.with_stand_ins(field_ref, text.trim());
        (!text.is_empty() && self.may(field_ref.field) && self.open_issues(field_ref, &text).is_empty()).then_some(text)
    }

    fn open_issues(&self, field_ref: FieldRef, text: &str) -> Vec<TextIssue> {
        let voice = &self.voice;
        checks::open_issues(voice.facts, self.kept, field_ref, text, &voice.secrets, voice.found_in(text))
    }

    /// The text with each name that may not be used here replaced by the person's role. A name that goes on with a part
    /// nobody entered stays, so that the text waits for the resident: “de ander de Boer” would still say who it is.
    fn with_stand_ins(&self, field_ref: FieldRef, text: &str) -> String {
        let mut names: Vec<String> = Vec::new();
        for wait in self.open_issues(field_ref, text) {
            if let TextIssue::Found(Finding::Name(name) | Finding::Secret(name)) = wait {
                names.push(name);
            }
        }
        // The full name comes before its parts.
        names.sort_by_key(|name| std::cmp::Reverse(words::length(name)));
        let mut text = text.to_owned();
        for name in names {
            let is_feared = self.people.feared_names.contains(&name);
            if scan::goes_on(&text, &name, is_feared, self.voice.facts.screen) {
                continue;
            }
            if let Some(role) = self.stand_in(&name) {
                let spelling = scan::spelling_of(&name, self.voice.facts.screen);
                text = words::replaced(&text, &name, spelling, &role);
            }
        }
        text
    }

    /// The replacement for a name that may not be used: the person's role, or “de ander” for a feared person on the
    /// desk's paper. No other paper mentions a feared person.
    fn stand_in(&self, name: &str) -> Option<String> {
        if self.people.feared_names.iter().any(|feared| feared == name) {
            return (self.medium == Medium::DeskPaper).then(|| self.text("paper.the-other").to_owned());
        }
        let goes_by = |member: &&Member| {
            member.person.is_some_and(|person| words::parts_of(&person.name).contains(&name.to_owned()))
        };
        let member = self.people.all().find(goes_by)?;
        self.voice.name_of(member.question, member.person?)
    }

    /// What this medium calls a person.
    pub fn name(&self, person: PersonId) -> String {
        let member = self.people.get(person);
        let someone = || self.text("paper.someone").to_owned();
        match member.map(|member| (member.question, member.person)) {
            Some((question, Some(person))) => self.voice.name_of(question, person).unwrap_or_else(someone),
            Some((_, None)) => self.me(),
            None => someone(),
        }
    }

    /// What this medium calls the resident: “ik” where the resident speaks, their name in the plan on a paper for
    /// others.
    fn me(&self) -> String {
        let other = match self.medium {
            Medium::HelperCard | Medium::FridgePage | Medium::SafetyCard => "paper.someone",
            Medium::OwnScreen
            | Medium::OwnPaper
            | Medium::DeskPaper
            | Medium::DeskFile
            | Medium::OwnFile
            | Medium::FamilyInvitation
            | Medium::CalendarFile
            | Medium::Storage => return self.text("paper.me").to_owned(),
        };
        let name = self.free_text(Field::OwnName, 0, &self.plan.goal.own_name);
        name.unwrap_or_else(|| self.text(other).to_owned())
    }

    /// A builder for one line, with this separator between its parts.
    #[inline(never)]
    pub fn line_builder(&self, between: &'static str) -> LineBuilder<'_, 'a> {
        LineBuilder { voice: self, between, text: String::new() }
    }

    /// The names of some people, separated by commas, without feared people.
    pub fn names(&self, people: &BTreeSet<PersonId>) -> String {
        let mut names = self.line_builder(", ");
        for person in people {
            names.add_person("", Some(*person).filter(|person| !self.people.is_feared(*person)));
        }
        names.text
    }

    /// “4 mei 2026”.
    pub fn day(&self, day: Date) -> String {
        self.voice.day(day)
    }

    /// A text of the content with `{date}` replaced by a day.
    pub fn text_with_date(&self, key: &str, day: Date) -> String {
        self.text(key).replace("{date}", &self.day(day))
    }

    /// The review days, once there is a start.
    pub fn reviews(&self) -> Vec<ReviewDate> {
        let holidays = &self.voice.catalogue().content.holidays;
        let dates = |start| review_dates(start, &self.plan.reviews, holidays);
        self.plan.goal.start.map(dates).unwrap_or_default()
    }

    /// The agreements with their number in the plan, from 1.
    pub fn agreements(&self) -> impl Iterator<Item = (usize, &'a Agreement)> {
        (1..).zip(&self.plan.agreements)
    }

    /// The question outside the areas that asks for these people.
    pub fn asks_for(&self, fields: PeopleFields) -> Option<&'a str> {
        let mut questions = self.voice.catalogue().questions();
        let found =
            questions.find(|(_, asked)| asked.area.is_none() && asked.question.kind == QuestionKind::People(fields));
        found.map(|(id, _)| id)
    }
}

/// What the desk's paper calls a person instead of this name; `None` if a text with the name stays off that paper.
pub fn stand_in(facts: &Facts, dossier: &Dossier, name: &str) -> Option<String> {
    PlanVoice::new(facts, dossier, Medium::DeskPaper)?.stand_in(name)
}

/// The texts of a plan kept off the desk's paper until the resident decides: the location of each, and why.
pub fn held_back(facts: &Facts, dossier: &Dossier) -> Vec<(FieldRef, String, Vec<TextIssue>)> {
    let Some(voice) = PlanVoice::new(facts, dossier, Medium::DeskPaper) else {
        return Vec::new();
    };
    let mut held = Vec::new();
    dossier.plan.texts(&mut |field_ref, text| {
        let waits = voice.open_issues(field_ref, &voice.with_stand_ins(field_ref, text));
        if !waits.is_empty() {
            held.push((field_ref, text.to_owned(), waits));
        }
    });
    held
}

/// A line of text. Each part is put into the text of its key, at `{}`, or added as it is without a key; a part that is
/// missing or not allowed adds nothing.
pub struct LineBuilder<'v, 'a> {
    voice: &'v PlanVoice<'a>,
    between: &'static str,
    pub text: String,
}

impl LineBuilder<'_, '_> {
    /// Adds a text, unless it is empty.
    pub fn add(&mut self, text: &str) {
        if !text.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str(self.between);
            }
            self.text.push_str(text);
        }
    }

    /// Adds a text of the content.
    pub fn add_text(&mut self, key: &str) {
        self.add(self.voice.text(key));
    }

    /// Adds a text of the content with `{}` replaced.
    pub fn add_text_with(&mut self, key: &str, with: &str) {
        if key.is_empty() || with.is_empty() {
            self.add(with);
        } else {
            self.add(&self.voice.text_with(key, with));
        }
    }

    /// Adds a free text, if it is allowed here.
    pub fn add_free_text(&mut self, key: &str, field: Field, part: u32, text: &str) {
        self.add_text_with(key, &self.voice.free_text(field, part, text).unwrap_or_default());
    }

    /// Adds a free text, or a line for the pen.
    pub fn add_free_text_or_pen(&mut self, field: Field, part: u32, text: &str) {
        self.add_text_or_pen(self.voice.free_text(field, part, text));
    }

    /// Adds a text, or a short line for the pen.
    pub fn add_text_or_pen(&mut self, text: Option<String>) {
        self.add(text.as_deref().unwrap_or(self.voice.text("paper.pen-short")));
    }

    /// Adds a person, by the word allowed for them.
    pub fn add_person(&mut self, key: &str, who: Option<PersonId>) {
        if let Some(who) = who {
            self.add_text_with(key, &self.voice.name(who));
        }
    }

    /// Adds a text with `{date}` replaced by a day.
    pub fn add_text_with_date(&mut self, key: &str, day: Option<Date>) {
        if let Some(day) = day {
            self.add(&self.voice.text_with_date(key, day));
        }
    }

    /// Adds when an agreement holds, or in which situation.
    pub fn add_when(&mut self, agreement: &Agreement) {
        self.add_free_text("", Field::When, agreement.id.0, &agreement.when);
        self.add_free_text("", Field::Situation, agreement.id.0, &agreement.situation);
    }
}
