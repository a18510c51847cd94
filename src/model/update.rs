//! Every event, and what it changes in a dossier. Total: no event fails or panics, and none does I/O.

mod event;
mod numbers;
mod plan;

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use super::content::{FlagDoes, PageKind, Step, Way};
use super::date::Date;
use super::dossier::undo::Before;
use super::dossier::{Dossier, Notice};
use super::facts::Facts;
use super::journey;
use super::route::Route;
use crate::model::content::flag::Flag;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::Person;
use crate::model::privacy::scan;

pub use event::{Event, PaperEvent};

impl Dossier {
    /// Applies an event and returns the facts that follow.
    pub fn apply(&mut self, event: Event, catalogue: &'static Catalogue, today: Date) -> Facts {
        let feared = self.feared_names(catalogue);
        match event {
            Event::Answered { question, answer } => self.answer_and_tidy(catalogue, question, answer, today),
            Event::Marked { item, on } => set(&mut self.marks, item, on),
            Event::Opened { screen } => set(&mut self.opened, screen, true),
            Event::Paper(event) => self.decide(event, catalogue, today),
            Event::Plan(event) => self.change_plan(catalogue, event, today),
            Event::Noticed(notice) => {
                self.notices.remove(&notice);
            }
            Event::Undone => self.undo_last(catalogue),
            Event::Sought { .. } | Event::Arrived { .. } | Event::Continued { .. } => {
                let facts = self.facts(catalogue, today);
                return self.step(facts, event);
            }
        }
        self.keep_feared_names(catalogue, feared);
        let facts = self.facts(catalogue, today);
        self.settle(facts)
    }

    /// Does the same from the facts before the event. A step along the road changes no answer, so it reuses those
    /// facts.
    pub fn apply_after(&mut self, before: &Facts, event: Event, today: Date) -> Facts {
        let is_step = matches!(event, Event::Sought { .. } | Event::Arrived { .. } | Event::Continued { .. });
        if is_step && before.today == today {
            self.step(before.clone(), event)
        } else {
            self.apply(event, before.catalogue, today)
        }
    }

    fn step(&mut self, facts: Facts, event: Event) -> Facts {
        match event {
            Event::Sought { question } => self.seek(&facts, question),
            Event::Arrived { number } => self.arrive(&facts, number),
            Event::Continued { number } => self.go_on(&facts, number),
            _ => {}
        }
        self.settle(facts)
    }

    fn decide(&mut self, event: PaperEvent, catalogue: &'static Catalogue, today: Date) {
        if let PaperEvent::Kept { finding, kept } = &event
            && let Some(anywhere) = scan::name_anywhere(finding)
            && !self.facts(catalogue, today).is_up(Flag::Unsafe)
        {
            set(&mut self.paper.kept, anywhere.to_owned(), *kept);
        }
        let paper = &mut self.paper;
        match event {
            PaperEvent::BlockShown { block, shown: true } => {
                paper.blocks_off.remove(&block);
            }
            PaperEvent::BlockShown { block, shown: false } => {
                paper.blocks_off.insert(block);
            }
            PaperEvent::Kept { finding, kept } => set(&mut paper.kept, finding, kept),
            PaperEvent::GoesAlong { part, along } => {
                paper.goes_along.retain(|other| *other != part);
                if along {
                    paper.goes_along.push(part);
                }
            }
            PaperEvent::GemeenteChosen { id } => paper.gemeente = Some(id).filter(|id| !id.is_empty()),
            PaperEvent::CallNote { along } => paper.call_note = along,
            PaperEvent::Sheet { sheet, along: true } => {
                paper.sheets.insert(sheet);
            }
            PaperEvent::Sheet { sheet, along: false } => {
                paper.sheets.remove(&sheet);
            }
            PaperEvent::Made => self.made = true,
        }
    }

    fn answer(&mut self, catalogue: &'static Catalogue, question: String, answer: Option<Answer>, today: Date) {
        if catalogue.question(&question).is_none() {
            return;
        }
        // A second tap on “Dat weet ik niet” takes that away; what the first tap replaced can still come back.
        if answer.is_some() || self.undoable() != Some(&question) {
            self.undo.forget_answers();
        }
        let answer = answer.map(|answer| self.with_ids(answer));
        let before = self.answers.get(&question).cloned();
        let lost = before.clone().filter(|before| loses(before, answer.as_ref()));
        self.empty_what_this_empties(catalogue, before.as_ref(), answer.as_ref());
        self.set_what_this_sets(catalogue, &question, answer.as_ref());
        if before.as_ref().map(Answer::own_words) != answer.as_ref().map(Answer::own_words) {
            // The resident allowed a finding in that text, not in the next one.
            self.paper.kept.retain(|key| key.split_once('#').is_none_or(|(kept, _)| kept != question));
        }
        match answer {
            Some(answer) => drop(self.answers.insert(question.clone(), answer)),
            None => drop(self.answers.remove(&question)),
        }
        if let Some(lost) = lost {
            self.remember(catalogue, question, lost, today);
        }
    }

    /// Remembers a lost answer for undo, unless restoring it would lower a flag: only a new answer lowers a flag.
    fn remember(&mut self, catalogue: &'static Catalogue, question: String, answer: Answer, today: Date) {
        let mut back = self.answers.clone();
        back.insert(question.clone(), answer.clone());
        let (now, then) = (Facts::of(catalogue, &self.answers, today), Facts::of(catalogue, &back, today));
        if now.flags().is_subset(then.flags()) {
            self.undo.push(Before::Answer { question, answer, plan: None }, catalogue);
        }
    }

    fn undo_last(&mut self, catalogue: &Catalogue) {
        match self.undo.pop() {
            Some(Before::Answer { question, answer, plan }) => {
                self.answers.insert(question, answer);
                if let Some(lost) = plan {
                    lost.put_back(&mut self.plan);
                }
            }
            Some(Before::Plan(lost)) => lost.put_back(&mut self.plan),
            None => {}
        }
        self.tidy_plan(catalogue);
    }

    /// Empties the answers that a new tick casts doubt on: ticking that someone looks along makes a question come
    /// again.
    fn empty_what_this_empties(&mut self, catalogue: &Catalogue, before: Option<&Answer>, after: Option<&Answer>) {
        let old = before.map(Answer::words).unwrap_or_default();
        let mut new = after.map(Answer::words).unwrap_or_default();
        new.retain(|word| !old.contains(word));
        for (question, asked) in catalogue.questions() {
            if asked.question.emptied_by.iter().any(|tick| new.contains(&tick.as_str())) {
                self.answers.remove(question);
            }
        }
    }

    fn set_what_this_sets(&mut self, catalogue: &Catalogue, question: &str, answer: Option<&Answer>) {
        let Some(answer) = answer else { return };
        for sets in &catalogue.content.flow.roles.sets {
            if sets.question == question && answer.words().contains(&sets.answer.as_str()) {
                self.answers.insert(sets.sets.clone(), Answer::pick(&sets.to));
                // The journey is now about another person, so the safety questions are asked again.
                self.open_safety_again(catalogue);
            }
        }
    }

    /// Marks the safety screens as not passed.
    fn open_safety_again(&mut self, catalogue: &Catalogue) {
        let is_safe =
            |number: usize| catalogue.place(number).is_some_and(|place| catalogue.screen(place).step == Step::Safe);
        self.passed.retain(|number| !is_safe(*number));
    }

    /// Opens the screen of a question if it is not part of the journey yet.
    fn seek(&mut self, facts: &Facts, question: String) {
        let Some(place) = journey::place_of(facts, self, &question) else { return };
        let screen = facts.catalogue.screen(place);
        let is_beside = matches!(screen.way, Way::Interrupt | Way::SideRoad);
        if !is_beside && !journey::steps(facts, self).contains(&place) {
            self.opened.insert(journey::key_of(facts, place).to_owned());
        }
        self.seen.sought = question;
    }

    fn arrive(&mut self, facts: &Facts, number: usize) {
        let Some(place) = facts.catalogue.place(number) else {
            return;
        };
        self.seen.asked_here = journey::asked_again(facts, self, place);
        self.seen.soft_now = journey::gentle_question_to_show(facts, self).unwrap_or_default();
        self.seen.sought.clear();
        self.seen.blocks_now = journey::blocks_due(facts, self);
        self.turn_to(Route::Step(number));
        match facts.catalogue.screen(place).way {
            Way::Interrupt => {}
            Way::SideRoad => self.beside = Some(number),
            Way::Short | Way::More => (self.at, self.beside) = (number, None),
        }
    }

    fn go_on(&mut self, facts: &Facts, number: usize) {
        let Some(place) = facts.catalogue.place(number) else {
            return;
        };
        self.remember_put(facts);
        self.passed.insert(number);
        self.undo.forget_answers();
        let weighing = journey::weighing(facts, self, place);
        if let Some(put) = &mut self.seen.put {
            for question in weighing {
                put.insert(question);
            }
        }
        self.seen.blocks |= std::mem::take(&mut self.seen.blocks_now);
        journey::acknowledge(facts, self, place);
        if facts.catalogue.screen(place).page == PageKind::Flag {
            // The notice belongs next to its reason; on a later screen it would only draw attention.
            self.notices.remove(&Notice::KeepingStopped);
        }
    }

    /// Starts recording which questions were on a screen.
    fn remember_put(&mut self, facts: &Facts) {
        if self.seen.put.is_none() {
            self.seen.put = Some(journey::asked_before(facts, self));
        }
    }

    /// Restores what must hold after every event, whatever the facts are now.
    fn settle(&mut self, facts: Facts) -> Facts {
        self.remember_put(&facts);
        self.seen.flags &= facts.flags();
        self.seen.blocks &= facts.flags();
        self.seen.blocks_now &= facts.flags();
        self.seen.screens.retain(|id| journey::interrupt_holds(&facts, id));
        let keep = &facts.catalogue.content.flow.roles.keep;
        if facts.does(&FlagDoes::StopsKeeping) && self.answers.get(keep) == Some(&Answer::Yes) {
            // Storing again requires a new yes, even after the flag is lowered.
            self.answers.remove(keep);
            self.notices.insert(Notice::KeepingStopped);
            return self.facts(facts.catalogue, facts.today);
        }
        facts
    }
}

fn set(set: &mut BTreeSet<String>, item: String, on: bool) {
    if on {
        set.insert(item);
    } else {
        set.remove(&item);
    }
}

/// Whether replacing one answer by the other loses something the resident entered.
fn loses(before: &Answer, after: Option<&Answer>) -> bool {
    if before.is_empty() {
        return false;
    }
    let Some(after) = after.filter(|after| !after.is_empty()) else {
        return true;
    };
    match (before, after) {
        (Answer::People(before), Answer::People(after)) => {
            let stays = |person: &Person| after.iter().any(|other| other.id == person.id);
            before.iter().any(|person| !person.is_empty() && !stays(person))
        }
        (Answer::Picks { own: before, .. }, Answer::Picks { own: after, .. }) => {
            !before.trim().is_empty() && after.trim().is_empty()
        }
        _ => false,
    }
}
