//! Changes of the plan inside a dossier. People are part of the answers, so removing one affects both.

use std::collections::BTreeSet;

use std::sync::Arc;

use crate::model::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::Person;
use crate::model::dossier::undo::Before;
use crate::model::dossier::{Dossier, Notice};
use crate::model::facts::{Facts, Hidden};
use crate::model::plan::undo::PlanLoss;
use crate::model::plan::{PersonId, Plan, PlanEvent, PlanItem};
use crate::model::plan_rules::circle::Member;
use crate::model::plan_rules::circle::People;

impl Dossier {
    /// The facts, with the words that must stay hidden because of the plan.
    pub fn facts(&self, catalogue: &'static Catalogue, today: Date) -> Facts {
        Facts::of(catalogue, &self.answers, today).hiding(self.hidden(catalogue))
    }

    /// The words that must not appear in free text because of the plan.
    pub fn hidden(&self, catalogue: &Catalogue) -> Hidden {
        let plan = &self.plan;
        if plan.about.is_empty() && plan.routes.is_empty() && plan.marks.is_empty() && self.once_feared.is_empty() {
            return Hidden::default();
        }
        let mut hidden = Hidden::of(catalogue, plan, &People::of(catalogue, &self.answers, &plan.about));
        hidden.names.extend(self.once_feared.iter().map(|(_, name)| name.clone()));
        hidden
    }

    /// The names of each feared person, before a change that may remove that person.
    pub(super) fn feared_names(&self, catalogue: &Catalogue) -> Vec<(PersonId, String)> {
        if !self.plan.about.values().any(|about| about.afraid) {
            return Vec::new();
        }
        let people = People::of(catalogue, &self.answers, &self.plan.about);
        let named =
            |member: &Member| member.names(catalogue).into_iter().map(|name| (member.id, name)).collect::<Vec<_>>();
        people.feared().flat_map(named).collect()
    }

    /// Keeps the names that feared people had: also after those people are removed, and after a name is typed away. A name
    /// that is still being typed is not kept.
    pub(super) fn keep_feared_names(&mut self, catalogue: &Catalogue, feared: Vec<(PersonId, String)>) {
        if feared.is_empty() && self.once_feared.is_empty() {
            return;
        }
        let people = People::of(catalogue, &self.answers, &self.plan.about);
        let feared_now = self.feared_names(catalogue);
        let begins = |(id, name): &(PersonId, String), other: &(PersonId, String)| {
            *id == other.0 && other.1.to_lowercase().starts_with(&name.to_lowercase())
        };
        let is_not_feared = |id| people.get(id).is_some_and(|member| !member.about.afraid);
        self.once_feared.retain(|(id, _)| !is_not_feared(*id));
        for name in feared.into_iter().filter(|(id, _)| !is_not_feared(*id)) {
            let is_longer_now = feared_now.iter().chain(&self.once_feared).any(|other| begins(&name, other));
            if !is_longer_now {
                self.once_feared.insert(name);
            }
        }
    }

    /// Sets an answer and removes references to deleted people. Undoing the answer restores what the plan lost.
    pub(super) fn answer_and_tidy(
        &mut self,
        catalogue: &'static Catalogue,
        question: String,
        answer: Option<Answer>,
        today: Date,
    ) {
        let people = matches!(self.answers.get(&question), Some(Answer::People(_)));
        let before = (people && !self.plan.is_empty()).then(|| self.plan.clone());
        self.plan.asks_again.remove(&question);
        self.answer(catalogue, question.clone(), answer, today);
        self.tidy_plan(catalogue);
        let Some(lost) = before.and_then(|before| PlanLoss::between(before, &self.plan)) else {
            return;
        };
        match self.undo.last_mut() {
            Some(Before::Answer { question: emptied, plan, .. }) if *emptied == question => {
                *plan = Some(Arc::new(lost));
            }
            _ => self.undo.push(Before::Plan(Arc::new(lost)), catalogue),
        }
    }

    pub(super) fn change_plan(&mut self, catalogue: &'static Catalogue, event: PlanEvent, today: Date) {
        let before = self.plan.clone();
        let feared = self.feared(catalogue);
        let gone = match event {
            PlanEvent::Removed(PlanItem::Person(person, _)) => Some(person),
            _ => None,
        };
        // What the owner removes from a safety card must not come back when someone else taps undo.
        let of_a_card = matches!(event, PlanEvent::Route(_));
        if self.plan.apply(event) {
            self.notices.insert(Notice::Cleaned);
        }
        self.forget_kept(catalogue, &before);
        let is_news = self.feared(catalogue).iter().any(|person| !feared.contains(person));
        if let Some(person) = gone {
            self.remove_person(catalogue, person, before, today);
        } else {
            self.tidy_plan(catalogue);
            // Undo must not remove the mark of fear from a person either.
            if let Some(lost) = PlanLoss::between(before, &self.plan).filter(|_| !of_a_card && !is_news) {
                self.undo.push(Before::Plan(Arc::new(lost)), catalogue);
            }
        }
        if is_news {
            self.notices.remove(&Notice::WhoIsFeared);
            // A newly feared person may change the answers to the two questions about safety.
            for question in &catalogue.content.plan.roles.ask_again {
                if self.answers.get(question) != Some(&Answer::Yes) {
                    self.plan.asks_again.insert(question.clone());
                    self.open_safety_again(catalogue);
                }
            }
        }
    }

    /// The resident allowed a finding in that text, not in the next one.
    fn forget_kept(&mut self, catalogue: &Catalogue, before: &Plan) {
        let content = &catalogue.content.plan;
        let plan = &self.plan;
        self.paper.kept.retain(|key| {
            let spot = key.split_once('#').map_or("", |(spot, _)| spot);
            before.text_at(content, spot) == plan.text_at(content, spot)
        });
    }

    /// Removes a person from the answer in which they were entered.
    fn remove_person(&mut self, catalogue: &'static Catalogue, person: PersonId, before: Plan, today: Date) {
        let is_it = |other: &Person| other.id == person.0;
        let holding = self.answers.iter().find_map(|(question, answer)| match answer {
            Answer::People(people) if people.iter().any(is_it) => Some((question.clone(), people.clone())),
            _ => None,
        });
        let Some((question, mut people)) = holding.filter(|_| person != PersonId::ME) else {
            self.plan = before;
            return;
        };
        people.retain(|other| !is_it(other));
        let answer = (!people.is_empty()).then_some(Answer::People(people));
        self.answer(catalogue, question, answer, today);
        self.tidy_plan(catalogue);
        if let (Some(lost), Some(Before::Answer { plan, .. })) =
            (PlanLoss::between(before, &self.plan), self.undo.last_mut())
        {
            *plan = Some(Arc::new(lost));
        }
    }

    fn feared(&self, catalogue: &Catalogue) -> BTreeSet<PersonId> {
        People::of(catalogue, &self.answers, &self.plan.about).feared().map(|member| member.id).collect()
    }

    /// Removes every reference in the plan to people who do not exist.
    pub(super) fn tidy_plan(&mut self, catalogue: &Catalogue) {
        let people = People::of(catalogue, &self.answers, &self.plan.about);
        let there: BTreeSet<PersonId> = people.all().map(|member| member.id).collect();
        self.plan.keep_only(&|person| there.contains(&person));
    }
}
