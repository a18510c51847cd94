//! The circle in the plan: what each person can do, and everyone the plan can name. Who they are comes from the
//! answers, so that a person is entered only once.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::fields::{FieldList, Keyword, KeywordSet, words};
use super::ids::PersonId;
use crate::model::answers::{Answer, Answers};
use crate::model::catalogue::Catalogue;
use crate::model::circle::Person;
use crate::model::content::{Class, Field, PeopleFields, QuestionKind};
use crate::model::scan;
use crate::model::words;

/// What the plan records about one person, besides who they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonDetails {
    pub can: BTreeSet<Can>,
    /// Whether this person offers a place to go to.
    pub offers_place: Option<bool>,
    pub knows: Knows,
    /// 18 or older.
    pub adult: Option<bool>,
    /// Has been through the same in their own life.
    pub lived_it: Option<bool>,
    /// May appear on no paper but the safety card.
    pub phone: String,
    /// “Voor deze persoon ben ik bang.”
    pub afraid: bool,
    /// Whether a person in the household feels unsafe at times; `None` is “weet ik niet”.
    pub feels_unsafe: Option<bool>,
}

/// What a person can do for the circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Can {
    ThinkAlong,
    Do,
    Call,
    WatchOver,
}

words!(Can in "can" { ThinkAlong = "think-along", Do = "do", Call = "call", WatchOver = "watch-over" });

/// Whether a person knows about the plan and agrees to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Knows {
    #[default]
    NotAsked,
    Yes,
    No,
}

words!(Knows in "knows" { NotAsked = "not-asked", Yes = "yes", No = "no" });

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

/// Without a choice, the value is `NotAsked`.
impl KeywordSet for Knows {
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
        KeywordSet::choose(&mut chosen, bits);
        *self = chosen.unwrap_or_default();
    }
}

impl PersonDetails {
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.keyword(Field::FeelsUnsafe, &mut self.feels_unsafe);
        at.keywords(Field::Can, &mut self.can);
        at.keyword(Field::Knows, &mut self.knows);
        at.keyword(Field::Adult, &mut self.adult);
        at.keyword(Field::LivedIt, &mut self.lived_it);
        at.keyword(Field::OffersPlace, &mut self.offers_place);
        at.text(Field::Phone, &mut self.phone);
        at.keyword(Field::Afraid, &mut self.afraid);
    }
}
