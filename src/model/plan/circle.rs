//! The circle, deeper: what each person can mean, and everyone who can be named in the plan. Who they are was told
//! before; a person is entered once.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::hidden::parts_of;
use super::ids::PersonId;
use super::slots::{Choice, Places, Words, words};
use crate::model::answers::{Answer, Answers};
use crate::model::case;
use crate::model::catalogue::Catalogue;
use crate::model::circle::Person;
use crate::model::content::{Class, Field, Kind, PeopleFields};
use crate::model::scan;

/// What the plan knows about one person beside who it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    pub can: BTreeSet<Can>,
    /// Whether someone can go to this person.
    pub offers_place: Option<bool>,
    pub knows: Knows,
    /// 18 or older.
    pub adult: Option<bool>,
    /// Knows this from life.
    pub lived_it: Option<bool>,
    /// Reaches the safety card only.
    pub phone: String,
    /// “Voor deze persoon ben ik bang.”
    pub afraid: bool,
    /// Whether someone in the house does not feel safe at times; none is “weet ik niet”.
    pub feels_unsafe: Option<bool>,
}

/// What someone can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Can {
    ThinkAlong,
    Do,
    Call,
    WatchOver,
}

words!(Can in "can" { ThinkAlong = "think-along", Do = "do", Call = "call", WatchOver = "watch-over" });

/// Whether someone knows of the plan and says yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Knows {
    #[default]
    NotAsked,
    Yes,
    No,
}

words!(Knows in "knows" { NotAsked = "not-asked", Yes = "yes", No = "no" });

/// Where a person was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    Me,
    Household,
    Circle,
    Helpers,
}

/// Someone who can be named in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<'a> {
    pub id: PersonId,
    pub among: Among,
    /// The question that was answered with this person; empty for the resident.
    pub question: &'a str,
    /// Who it is; nothing for the resident.
    pub person: Option<&'a Person>,
    pub about: &'a About,
}

/// Everyone who can be named in the plan: the resident first, then question by question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People<'a> {
    members: Vec<Member<'a>>,
    /// What the people of whom the resident is afraid may be called: their name and its parts, and each word of their
    /// role that is no ordinary word, since there is where a name is typed too.
    pub feared_names: Vec<String>,
}

impl Member<'_> {
    /// What this person may be called: the name and its parts, and each word of the role that is no ordinary word, since
    /// a name is typed there too.
    pub fn names(&self, catalogue: &Catalogue) -> Vec<String> {
        let Some(person) = self.person else {
            return Vec::new();
        };
        let mut names = parts_of(&person.name);
        names.append(&mut scan::strange_words(&person.role, catalogue));
        names
    }
}

static NOTHING_TOLD: About = About {
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
    /// The resident, and the people of every question that asks for people. The class of a question goes before the
    /// plan: people told in an answer about safety are in no plan, and can be added to the circle by hand.
    pub fn of(catalogue: &Catalogue, answers: &'a Answers, about: &'a LiteMap<PersonId, About>) -> People<'a> {
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

    /// Whether someone is chosen, and the resident is afraid of them.
    pub fn has_feared(&self, chosen: Option<PersonId>) -> bool {
        chosen.is_some_and(|person| self.is_feared(person))
    }

    /// The people of whom the resident is afraid.
    pub fn feared(&self) -> impl Iterator<Item = &Member<'a>> {
        self.all().filter(|member| member.about.afraid)
    }

    /// Everyone beside the resident and those who only live in the house or help for their work.
    pub fn circle(&self) -> impl Iterator<Item = &Member<'a>> {
        self.all().filter(|member| member.among == Among::Circle)
    }
}

fn among(catalogue: &Catalogue, question: &str) -> Option<Among> {
    if matches!(catalogue.class_of(question, None), Class::Safety | Class::Route) {
        return None;
    }
    match catalogue.question(question)?.question.kind {
        Kind::People(PeopleFields::Household) => Some(Among::Household),
        Kind::People(PeopleFields::Circle) => Some(Among::Circle),
        Kind::People(PeopleFields::Helpers) => Some(Among::Helpers),
        Kind::YesNo | Kind::One | Kind::Many | Kind::Number { .. } | Kind::Date | Kind::Text => None,
    }
}

/// The resident is counted among the household, but is no other person in the plan.
fn is_me(catalogue: &Catalogue, among: Among, person: &Person) -> bool {
    let role = case::lower_text(person.role.trim());
    among == Among::Household && catalogue.content.plan.roles.me.contains(&role)
}

/// Nobody was asked as long as nothing was told.
impl Choice for Knows {
    fn group(&self) -> &'static str {
        Knows::GROUP
    }

    fn words(&self) -> &'static [&'static str] {
        Knows::WORDS
    }

    fn bits(&self) -> u32 {
        1 << self.place()
    }

    fn choose(&mut self, bits: u32) {
        let mut chosen = None;
        Choice::choose(&mut chosen, bits);
        *self = chosen.unwrap_or_default();
    }
}

impl About {
    pub(super) fn slots(&mut self, at: &mut Places) {
        at.one(Field::FeelsUnsafe, &mut self.feels_unsafe);
        at.many(Field::Can, &mut self.can);
        at.one(Field::Knows, &mut self.knows);
        at.one(Field::Adult, &mut self.adult);
        at.one(Field::LivedIt, &mut self.lived_it);
        at.one(Field::OffersPlace, &mut self.offers_place);
        at.text(Field::Phone, &mut self.phone);
        at.one(Field::Afraid, &mut self.afraid);
    }
}
