//! People in one medium: the name or role allowed for each, and no feared person on any list that leaves the own
//! screen.

use super::Voice;
use crate::model::content::Class;
use crate::model::content::flag::Flag;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::{Person, is_too_long};
use crate::model::plan::PersonId;
use crate::model::privacy::audience::{Access, Medium, access};
use crate::model::privacy::scan::{self, Finding};

/// A person of an answer, in the words allowed in this medium.
pub struct NamedPerson<'a> {
    pub id: u32,
    /// Name, role or both.
    pub name: String,
    /// The option id of an age group; empty if it was not asked.
    pub age: &'a str,
    /// What this person helps with; empty if it was not entered.
    pub helps_with: &'a str,
    pub is_steady: bool,
}

impl<'a> Voice<'a> {
    /// The people of this answer who can be named. No list that leaves the own screen has a feared person.
    pub fn people(&self, question: &str) -> Vec<NamedPerson<'a>> {
        self.named(question, self.entered(question).iter().filter(|person| !self.is_feared(person)))
    }

    /// Everyone in this answer, to count the household; a feared person without name and role.
    pub fn household(&self, question: &str) -> Vec<NamedPerson<'a>> {
        self.named(question, self.entered(question).iter())
    }

    fn entered(&self, question: &str) -> &'a [Person] {
        match self.answer(question) {
            Some(Answer::People(people)) => people,
            _ => &[],
        }
    }

    fn named(&self, question: &str, people: impl Iterator<Item = &'a Person>) -> Vec<NamedPerson<'a>> {
        let mut named = Vec::new();
        for person in people {
            if let Some(name) = self.name_of(question, person) {
                let helps_with = if self.is_feared(person) { "" } else { person.what.trim() };
                named.push(NamedPerson { id: person.id, name, age: &person.age, helps_with, is_steady: person.steady });
            }
        }
        named
    }

    /// The age group of each person in this answer, including people who may not be named.
    pub fn ages(&self, question: &str) -> Vec<&'a str> {
        self.entered(question).iter().map(|person| person.age.as_str()).collect()
    }

    /// The people of an answer, separated by commas; for the resident only also with age group and help.
    pub(super) fn everyone(&self, question: &str) -> String {
        let mut all = Vec::new();
        for person in self.people(question) {
            all.push(person.name);
            if self.is_own() {
                all.extend(self.option(question, person.age));
                all.push(person.helps_with.to_owned());
            }
        }
        all.retain(|told| !told.is_empty());
        all.join(", ")
    }

    pub(super) fn person_with(&self, id: u32) -> Option<String> {
        let questions = self.catalogue().questions();
        let mut people = questions.flat_map(|(question, _)| self.people(question));
        people.find(|person| person.id == id).map(|person| person.name)
    }

    /// Findings in the words about a person. Whether the name itself may be used is a separate question.
    pub(super) fn waiting_about(&self, question: &str, person: &Person) -> Vec<Finding> {
        let mut found = self.waiting_in_name(question, person);
        found.append(&mut self.waiting_in_role(question, person));
        found
    }

    /// Findings in a name, other than the name itself: a number, a place or a word of it, the name of a feared person.
    fn waiting_in_name(&self, question: &str, person: &Person) -> Vec<Finding> {
        let mut found = self.open_findings_in(question, &person.name);
        let is_of_a_place = |name: &String| self.facts.hidden().place_words.contains(name);
        found.retain(|finding| !matches!(finding, Finding::Name(name) if !is_of_a_place(name)));
        found
    }

    fn waiting_in_role(&self, question: &str, person: &Person) -> Vec<Finding> {
        let mut found = self.open_findings_in(question, &person.role);
        // A safe place may be called “opa”. The role “opa” is no secret; that the safe place is with opa, is.
        let role = person.role.trim();
        let is_role = |word: &String| word.to_lowercase() == role.to_lowercase();
        let is_ordinary = scan::strange_words(role, self.facts.screen).is_empty();
        found.retain(|finding| !matches!(finding, Finding::Secret(word) if is_role(word) && is_ordinary));
        found.append(&mut self.open_findings_in(question, &person.what));
        found.append(&mut self.waiting_across(question, person));
        if self.medium != Medium::OwnScreen {
            let mut names = scan::names_in_role(&person.role, self.facts.screen);
            names.retain(|name| !self.kept.contains(&name.key_at(question)));
            found.append(&mut names);
        }
        found
    }

    /// A number that is split over two fields, and is whole on paper.
    fn waiting_across(&self, question: &str, person: &Person) -> Vec<Finding> {
        let fields = [&person.name, &person.role, &person.what].map(|text| text.trim());
        let alone: Vec<Finding> = fields.iter().flat_map(|text| self.open_findings_in(question, text)).collect();
        let mut found = self.open_findings_in(question, &fields.join(" "));
        found.retain(|finding| !alone.contains(finding) && !matches!(finding, Finding::Name(_) | Finding::Secret(_)));
        found
    }

    /// What this medium calls a person of this answer; `None` if no word for them is allowed.
    pub fn name_of(&self, question: &str, person: &Person) -> Option<String> {
        if self.is_feared(person) {
            return Some(self.catalogue().content.plan.text("paper.the-other").to_owned());
        }
        let fits = !is_too_long(&person.role) && !is_too_long(&person.name);
        self.called(question, person).filter(|_| fits && self.waiting_in_role(question, person).is_empty())
    }

    /// Whether this text is the name or the role of a feared person.
    pub fn is_about_feared(&self, text: &str) -> bool {
        let is_it = |called: &str| called.trim().to_lowercase() == text.trim().to_lowercase();
        let questions = self.catalogue().questions();
        let mut people = questions.flat_map(|(question, _)| self.entered(question));
        people.any(|person| self.is_feared(person) && (is_it(&person.role) || is_it(&person.name)))
    }

    /// Whether the resident is afraid of this person, in any medium but the own screen.
    fn is_feared(&self, person: &Person) -> bool {
        self.medium != Medium::OwnScreen && self.facts.hidden().feared.contains(&PersonId(person.id))
    }

    /// Name and role if the name may be used, or else the role.
    fn called(&self, question: &str, person: &Person) -> Option<String> {
        let (name, role) = (person.name.trim(), person.role.trim());
        let may_be_named = access(Class::AboutSomeoneElse, self.medium) == Access::Open
            || (person.name_on_paper && !self.facts.is_up(Flag::Unsafe));
        let has_name = may_be_named && !name.is_empty() && self.waiting_in_name(question, person).is_empty();
        match (!has_name, role.is_empty()) {
            (true, true) => None,
            (true, false) => Some(role.to_owned()),
            (false, true) => Some(name.to_owned()),
            (false, false) => Some([name, " (", role, ")"].concat()),
        }
    }
}
