//! The only way from a plan to paper: fields whose class may go there, own words in which nothing waits for the resident,
//! people by the word that may be used for them. While the gate is closed there is no voice, so that nothing comes out.

use super::audience::{Medium, may_hold_field};
use super::voice::Voice;
use crate::model::content::{Field, Kind, PeopleFields, PlanTexts};
use crate::model::date::Date;
use crate::model::deadlines;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::gap;
use crate::model::plan::checks;
use crate::model::plan::gate;
use crate::model::plan::reviews::{ReviewDate, review_dates};
use crate::model::plan::text::Spot;
use crate::model::plan::{Agreement, People, PersonId, Plan};
use crate::model::set::Set;

/// What may be said of a plan in one medium.
pub struct PlanVoice<'a> {
    pub voice: Voice<'a>,
    pub plan: &'a Plan,
    pub people: People<'a>,
    medium: Medium,
    kept: &'a Set<String>,
}

impl<'a> PlanVoice<'a> {
    /// None while there may be no plan.
    pub fn new(facts: &'a Facts, dossier: &'a Dossier, medium: Medium) -> Option<PlanVoice<'a>> {
        let kept = &dossier.paper.kept;
        gate::is_open(facts).then(|| PlanVoice {
            voice: Voice::new(facts, medium, kept),
            plan: &dossier.plan,
            people: People::of(facts.catalogue, &dossier.answers, &dossier.plan.about),
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

    /// A text of the content with something in the place of `{}`.
    pub fn say(&self, key: &str, with: &str) -> String {
        gap::fill(self.text(key), "{}", with)
    }

    /// Whether this field may be here at all.
    pub fn may(&self, field: Field) -> bool {
        may_hold_field(self.content(), field, self.medium)
    }

    /// Own words that may be here.
    pub fn own(&self, field: Field, part: u32, text: &str) -> Option<String> {
        self.own_at(Spot::new(field, part), text)
    }

    /// Own words of a spot that may be here.
    pub fn own_at(&self, spot: Spot, text: &str) -> Option<String> {
        let text = text.trim();
        let voice = &self.voice;
        let waits = || checks::waits(voice.facts, self.kept, spot, text, &voice.secrets, voice.found_in(text));
        (!text.is_empty() && self.may(spot.field) && waits().is_empty()).then(|| text.to_owned())
    }

    /// What someone is called here.
    pub fn name(&self, person: PersonId) -> String {
        let member = self.people.get(person);
        let someone = || self.text("paper.someone").to_owned();
        match member.map(|member| (member.question, member.person)) {
            Some((question, Some(person))) => self.voice.name_of(question, person).unwrap_or_else(someone),
            Some((_, None)) => self.me(),
            None => someone(),
        }
    }

    /// What the resident is called: “ik” where they speak, their name in the plan on a paper of another.
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
        let name = self.own(Field::OwnName, 0, &self.plan.goal.own_name);
        name.unwrap_or_else(|| self.text(other).to_owned())
    }

    /// Some people, with commas.
    pub fn names(&self, people: &mut dyn Iterator<Item = PersonId>) -> String {
        people.map(|person| self.name(person)).collect::<Vec<_>>().join(", ")
    }

    /// “4 mei 2026”.
    pub fn day(&self, day: Date) -> String {
        deadlines::in_words(day, &self.voice.sheets().months)
    }

    /// A text of the content with a day in the place of `{date}`.
    pub fn on(&self, key: &str, day: Date) -> String {
        gap::fill(self.text(key), "{date}", &self.day(day))
    }

    /// The days to look back, once there is a start.
    pub fn reviews(&self) -> Vec<ReviewDate> {
        let holidays = &self.voice.catalogue().content.holidays;
        let dates = |start| review_dates(start, &self.plan.reviews, holidays);
        self.plan.goal.start.map(dates).unwrap_or_default()
    }

    /// Agreements with their number in the plan, from 1.
    pub fn agreements(&self) -> impl Iterator<Item = (usize, &'a Agreement)> {
        (1..).zip(&self.plan.agreements)
    }

    /// When, or in which situation, as far as it may be here.
    pub fn when(&self, agreement: &Agreement) -> Vec<String> {
        let id = agreement.id.0;
        let parts = [(Field::When, &agreement.when), (Field::Situation, &agreement.situation)];
        parts.into_iter().filter_map(|(field, text)| self.own(field, id, text)).collect()
    }

    /// The question of the road, not of one area, that asks for these people.
    pub fn asks_for(&self, fields: PeopleFields) -> Option<&'a str> {
        let mut questions = self.voice.catalogue().questions();
        let found = questions.find(|(_, asked)| asked.area.is_none() && asked.question.kind == Kind::People(fields));
        found.map(|(id, _)| id)
    }
}
