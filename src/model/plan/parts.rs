//! A plan as a list of parts, each in the form of the change that puts it there. Storage, undo and the privacy scan use
//! this list. A part has a name: its kind, and which one of that kind.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::fields::{FieldList, FieldVisitor, Keyword};
use super::ids::HIGHEST_ID;
use super::location::FieldRef;
use super::reviews::Notes;
use super::signal_ladder::{Colour, StepWords};
use super::{
    Agreement, AgreementId, Closing, Demand, DemandId, Goal, PersonDetails, PersonId, Plan, PlanEvent, Reviews,
    RouteId, SafetyRoute, Wish, WishId,
};
use crate::model::content::Field;

/// The name of a part: its kind, and which one of that kind: `("step", "2 red")`.
pub type PartName = (&'static str, String);

impl PlanEvent {
    /// The name of this part; `None` for a change that is not a part.
    pub fn name(&self) -> Option<PartName> {
        let (kind, which) = match self {
            PlanEvent::Goal(_) => ("goal", String::new()),
            PlanEvent::NotFitting(_) => ("not-fitting", String::new()),
            PlanEvent::PersonDetails { person, .. } => ("person", person.0.to_string()),
            PlanEvent::DemandsBy { .. } => ("demands-by", String::new()),
            PlanEvent::Demand(demand) => ("demand", demand.id.0.to_string()),
            PlanEvent::Wish(wish) => ("wish", wish.id.0.to_string()),
            PlanEvent::Agreement(agreement) => ("agreement", agreement.id.0.to_string()),
            PlanEvent::Ladder { person, colour, .. } => ("step", two(&person.0.to_string(), colour.word())),
            PlanEvent::Route(route) => ("route", two(&route.id.0.to_string(), &route.owner.0.to_string())),
            PlanEvent::Reviews(_) => ("reviews", String::new()),
            PlanEvent::Review { number, .. } => ("review", number.to_string()),
            PlanEvent::Mark { result, moment, .. } => ("mark", two(&moment.to_string(), result)),
            PlanEvent::Closing(_) => ("closing", String::new()),
            PlanEvent::DemandToWish(_) | PlanEvent::Calendar(_) | PlanEvent::Removed(_) => return None,
        };
        Some((kind, which))
    }

    /// An empty part with this name.
    pub fn blank(kind: &str, which: &str) -> Option<PlanEvent> {
        let (first, second) = which.split_once(' ').unwrap_or((which, ""));
        let number: u32 = if first.is_empty() { 0 } else { first.parse().ok()? };
        if number > HIGHEST_ID {
            return None;
        }
        let small = u8::try_from(number).ok();
        Some(match kind {
            "goal" => PlanEvent::Goal(Goal::default()),
            "not-fitting" => PlanEvent::NotFitting(String::new()),
            "person" => PlanEvent::PersonDetails { person: PersonId(number), about: PersonDetails::default() },
            "demands-by" => PlanEvent::DemandsBy { by: String::new(), on: None },
            "demand" => PlanEvent::Demand(Demand { id: DemandId(number), ..Demand::default() }),
            "wish" => PlanEvent::Wish(Wish { id: WishId(number), ..Wish::default() }),
            "agreement" => {
                PlanEvent::Agreement(Box::new(Agreement { id: AgreementId(number), ..Agreement::default() }))
            }
            "step" => {
                let colour = Colour::of(second)?;
                PlanEvent::Ladder { person: PersonId(number), colour, words: StepWords::default() }
            }
            "route" => {
                let (id, owner) = (RouteId(number), PersonId(second.parse().ok()?));
                PlanEvent::Route(Box::new(SafetyRoute { id, owner, ..SafetyRoute::default() }))
            }
            "reviews" => PlanEvent::Reviews(Reviews::default()),
            "review" => PlanEvent::Review { number: small?, day: None, notes: Notes::default() },
            "mark" => PlanEvent::Mark { result: second.to_owned(), moment: small?, mark: None },
            "closing" => PlanEvent::Closing(Closing::default()),
            _ => return None,
        })
    }

    /// Passes each field of this part to `visitor`; a change that is not a part has no fields.
    pub fn visit_fields(&mut self, visitor: FieldVisitor) {
        let at = &mut FieldList { part: 0, nth: 0, visitor };
        match self {
            PlanEvent::Goal(goal) => goal.visit_fields(at),
            PlanEvent::NotFitting(text) => at.text(Field::NotFitting, text),
            PlanEvent::PersonDetails { person, about } => {
                at.part = person.0;
                about.visit_fields(at);
            }
            PlanEvent::DemandsBy { by, on } => {
                at.text(Field::DemandsBy, by);
                at.day(Field::DemandsOn, on);
            }
            PlanEvent::Demand(demand) => demand.visit_fields(at),
            PlanEvent::Wish(wish) => {
                at.part = wish.id.0;
                at.text(Field::Wish, &mut wish.text);
            }
            PlanEvent::Agreement(agreement) => agreement.visit_fields(at),
            PlanEvent::Ladder { person, colour, words } => {
                (at.part, at.nth) = (person.0, *colour as u8);
                words.visit_fields(at);
            }
            PlanEvent::Route(route) => route.visit_fields(at),
            PlanEvent::Reviews(reviews) => reviews.visit_fields(at),
            PlanEvent::Review { number, day, notes } => {
                at.part = (*number).into();
                at.day(Field::ReviewDates, day);
                notes.visit_fields(at);
            }
            PlanEvent::Mark { moment, mark, .. } => {
                at.nth = *moment;
                at.number(Field::Mark, mark);
            }
            PlanEvent::Closing(closing) => closing.visit_fields(at),
            PlanEvent::DemandToWish(_) | PlanEvent::Calendar(_) | PlanEvent::Removed(_) => {}
        }
    }

    /// Every field with its value.
    pub fn values(&mut self) -> Vec<(FieldRef, String)> {
        let mut values = Vec::new();
        self.visit_fields(&mut |field_ref, field_value| values.push((field_ref, field_value.value())));
        values
    }

    /// Sets a field from a text. Returns `Some(false)` if the text is not valid there, `None` if there is no such
    /// field.
    pub fn set_field(&mut self, field: Field, nth: u8, text: &str) -> Option<bool> {
        let mut fits = None;
        self.visit_fields(&mut |field_ref, mut field_value| {
            if field_ref.field == field && field_ref.nth == nth {
                fits = Some(field_value.set(text));
            }
        });
        fits
    }
}

fn two(first: &str, second: &str) -> String {
    [first, second].join(" ")
}

impl Plan {
    /// All parts of the plan, in the order in which they can be restored.
    pub fn parts(&self) -> Vec<PlanEvent> {
        self.parts_of(&|_| true)
    }

    /// The parts of the wanted kinds.
    pub fn parts_of(&self, wanted: &dyn Fn(&str) -> bool) -> Vec<PlanEvent> {
        let mut parts = self.single_parts();
        parts.retain_mut(|part| {
            // There is one of each of these, and it counts as a part only once something is filled in.
            part.name().is_some_and(|(kind, _)| wanted(kind)) && part.values().iter().any(|(_, text)| !text.is_empty())
        });
        if wanted("person") {
            for (person, about) in &self.about {
                parts.push(PlanEvent::PersonDetails { person: *person, about: about.clone() });
            }
        }
        if wanted("demand") {
            for demand in &self.demands.list {
                parts.push(PlanEvent::Demand(demand.clone()));
            }
        }
        if wanted("wish") {
            for wish in &self.wishes {
                parts.push(PlanEvent::Wish(wish.clone()));
            }
        }
        if wanted("agreement") {
            for agreement in &self.agreements {
                parts.push(PlanEvent::Agreement(Box::new(agreement.clone())));
            }
        }
        if wanted("step") {
            self.add_steps(&mut parts);
        }
        if wanted("route") {
            for route in &self.routes {
                parts.push(PlanEvent::Route(Box::new(route.clone())));
            }
        }
        if wanted("review") {
            let reviews = &self.reviews;
            let numbers: BTreeSet<u8> = reviews.chosen.keys().chain(reviews.notes.keys()).copied().collect();
            for number in &numbers {
                parts.push(self.review(*number));
            }
        }
        if wanted("mark") {
            self.add_scores(&mut parts);
        }
        parts
    }

    fn single_parts(&self) -> Vec<PlanEvent> {
        let general = Reviews { chosen: LiteMap::default(), notes: LiteMap::default(), ..self.reviews.clone() };
        vec![
            PlanEvent::Goal(self.goal.clone()),
            PlanEvent::NotFitting(self.not_fitting.clone()),
            PlanEvent::DemandsBy { by: self.demands.by.clone(), on: self.demands.on },
            PlanEvent::Reviews(general),
            PlanEvent::Closing(self.closing.clone()),
        ]
    }

    fn add_steps(&self, parts: &mut Vec<PlanEvent>) {
        for (person, steps) in self.ladder.iter() {
            for (colour, words) in steps.iter() {
                parts.push(PlanEvent::Ladder { person: *person, colour: *colour, words: words.clone() });
            }
        }
    }

    fn add_scores(&self, parts: &mut Vec<PlanEvent>) {
        for (result, marks) in self.marks.iter() {
            for (moment, mark) in marks.iter() {
                parts.push(PlanEvent::Mark { result: result.clone(), moment: *moment, mark: Some(*mark) });
            }
        }
    }

    /// One review, as the change that would put it there.
    pub fn review(&self, number: u8) -> PlanEvent {
        let notes = self.reviews.notes.get(&number).cloned().unwrap_or_default();
        PlanEvent::Review { number, day: self.reviews.chosen.get(&number).copied(), notes }
    }
}
