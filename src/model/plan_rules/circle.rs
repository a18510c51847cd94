//! Everyone the plan can name. Who they are comes from the answers, so that a person is entered only once.

use std::collections::BTreeSet;

use litemap::LiteMap;

use crate::model::catalogue::Catalogue;
use crate::model::content::{Class, PeopleFields, QuestionKind};
use crate::model::dossier::answers::{Answer, Answers};
use crate::model::dossier::people::Person;
use crate::model::plan::PersonId;
use crate::model::plan::person::{Knows, PersonDetails};
use crate::model::privacy::scan;
use crate::model::words;

/// The kind of question in which a person was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    Me,
    Household,
    Circle,
    Helpers,
}

/// A person the plan can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<'a> {
    pub id: PersonId,
    pub among: Among,
    /// The question in whose answer this person was entered; empty for the resident.
    pub question: &'a str,
    /// The person as entered; `None` for the resident.
    pub person: Option<&'a Person>,
    pub about: &'a PersonDetails,
}

/// Everyone the plan can name: the resident first, then question by question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People<'a> {
    members: Vec<Member<'a>>,
    /// Names of the people the resident is afraid of: the full name, its parts, and each unusual word of their role,
    /// because residents type names in the role field too.
    pub feared_names: Vec<String>,
}

impl Member<'_> {
    /// The names of this person: the full name, its parts, and each unusual word of the role, because residents type
    /// names in the role field too.
    pub fn names(&self, catalogue: &Catalogue) -> Vec<String> {
        let Some(person) = self.person else {
            return Vec::new();
        };
        let mut names = words::parts_of(&person.name);
        names.append(&mut scan::strange_words(&person.role, catalogue));
        names
    }
}

static NOTHING_TOLD: PersonDetails = PersonDetails {
    can: BTreeSet::new(),
    offers_place: None,
    knows: Knows::NotAsked,
    adult: None,
    lived_it: None,
    phone: String::new(),
    afraid: false,
    feels_unsafe: None,
};

impl<'a> People<'a> {
    /// The resident, and the people from every question that asks for people. Answers of class `Safety` or `Route` are
    /// left out: the class of a question outranks the plan. The resident can add those people to the circle by hand.
    pub fn of(catalogue: &Catalogue, answers: &'a Answers, about: &'a LiteMap<PersonId, PersonDetails>) -> People<'a> {
        let about_of = |id: PersonId| about.get(&id).unwrap_or(&NOTHING_TOLD);
        let me = PersonId::ME;
        let mut members = vec![Member { id: me, among: Among::Me, question: "", person: None, about: about_of(me) }];
        for (question, answer) in answers.iter() {
            let (Answer::People(people), Some(among)) = (answer, among(catalogue, question)) else {
                continue;
            };
            for person in people.iter().filter(|person| !person.is_empty() && !is_me(catalogue, among, person)) {
                let id = PersonId(person.id);
                if members.iter().all(|member| member.id != id) {
                    members.push(Member { id, among, question, person: Some(person), about: about_of(id) });
                }
            }
        }
        let mut feared_names = Vec::new();
        for member in members.iter().filter(|member| member.about.afraid) {
            feared_names.append(&mut member.names(catalogue));
        }
        People { members, feared_names }
    }

    pub fn get(&self, id: PersonId) -> Option<&Member<'a>> {
        self.members.iter().find(|member| member.id == id)
    }

    pub fn all(&self) -> std::slice::Iter<'_, Member<'a>> {
        self.members.iter()
    }

    /// Whether the resident is afraid of this person.
    pub fn is_feared(&self, id: PersonId) -> bool {
        self.get(id).is_some_and(|member| member.about.afraid)
    }

    /// Whether a person is chosen and the resident is afraid of them.
    pub fn has_feared(&self, chosen: Option<PersonId>) -> bool {
        chosen.is_some_and(|person| self.is_feared(person))
    }

    /// The people the resident is afraid of.
    pub fn feared(&self) -> impl Iterator<Item = &Member<'a>> {
        self.all().filter(|member| member.about.afraid)
    }

    /// The people entered as circle: not the resident, the rest of the household, or professional helpers.
    pub fn circle(&self) -> impl Iterator<Item = &Member<'a>> {
        self.all().filter(|member| member.among == Among::Circle)
    }
}

fn among(catalogue: &Catalogue, question: &str) -> Option<Among> {
    if matches!(catalogue.class_of(question, None), Class::Safety | Class::Route) {
        return None;
    }
    match catalogue.question(question)?.question.kind {
        QuestionKind::People(PeopleFields::Household) => Some(Among::Household),
        QuestionKind::People(PeopleFields::Circle) => Some(Among::Circle),
        QuestionKind::People(PeopleFields::Helpers) => Some(Among::Helpers),
        QuestionKind::YesNo
        | QuestionKind::One
        | QuestionKind::Many
        | QuestionKind::Number { .. }
        | QuestionKind::Date
        | QuestionKind::Text => None,
    }
}

/// Whether this entry is the resident: listed in the household, but not a separate person in the plan.
fn is_me(catalogue: &Catalogue, among: Among, person: &Person) -> bool {
    let role = person.role.trim().to_lowercase();
    among == Among::Household && catalogue.content.plan.roles.me.contains(&role)
}
