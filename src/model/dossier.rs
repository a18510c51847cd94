//! Everything one resident told, and the events that change it. Never panics, does no I/O, writes nothing away.

mod event;
mod numbers;
mod plan;
mod undo;

use std::collections::BTreeSet;

use super::answers::{Answer, Answers};
use super::catalogue::Catalogue;
use super::circle::Person;
use super::content::{FlagDoes, Page, Step, Way};
use super::date::Date;
use super::facts::Facts;
use super::flag::{Flag, Flags};
use super::journey;
use super::plan::{PersonId, Plan, PlanEvent};
use super::route::Route;
use super::scan;
use super::sheet::PaperChoice;
pub use event::{Event, PaperEvent};
use undo::{Before, Undo};

/// All that was told, and where one is.
///
/// It derives no `Serialize`: what may be written where is decided by `saved` and by each export, with types of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    pub answers: Answers,
    /// “Hier wil ik over praten”: ids of questions and ticks.
    pub marks: BTreeSet<String>,
    /// Screens of the longer road and areas beyond the first few that were asked for, by id.
    pub opened: BTreeSet<String>,
    /// What the resident decided about the sheet.
    pub paper: PaperChoice,
    /// The sheet was printed, copied or shown at least once.
    pub made: bool,
    /// Number of the last screen on the road (not an interrupt) that was seen.
    pub at: usize,
    /// Number of the screen at hand on a road of its own; none while one is on the main road.
    pub beside: Option<usize>,
    /// Numbers of the screens that were left by going on.
    pub passed: BTreeSet<usize>,
    /// What safety screens were seen, so that each comes once for each cause.
    pub seen: Seen,
    /// What the screen still has to tell.
    pub notices: BTreeSet<Notice>,
    /// Persons get the next number; a number is never used twice.
    pub last_person: u32,
    /// The circle's own plan.
    pub plan: Plan,
    /// Names of feared people who were taken out: they stay off every paper, and are on no device.
    pub once_feared: BTreeSet<(PersonId, String)>,
    undo: Undo,
}

/// Which safety screens were seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    pub flags: Flags,
    /// The lower flags of which the block was seen on a screen.
    pub blocks: Flags,
    /// The lower flags of which the block stands on the screen now.
    pub blocks_now: Flags,
    pub screens: BTreeSet<String>,
    /// Gentle questions that were put; each comes once.
    pub soft: BTreeSet<String>,
    /// The gentle question on the screen now.
    pub soft_now: String,
    /// Questions on the safety screen at hand that were empty when it opened.
    pub asked_here: BTreeSet<String>,
    /// The question whose screen was asked for, until a screen comes on; empty when there is none.
    pub sought: String,
    /// The questions that weigh and stood on a screen when “Verder” was tapped. None until the first event: after a
    /// restore these are the questions on the screens that were passed.
    pub put: Option<BTreeSet<String>>,
}

/// Something the screen has to tell once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// Storing stopped and what was stored is wiped (N22).
    KeepingStopped,
    /// Invisible characters were taken out of a text (N10).
    Cleaned,
    /// Of whom the resident is afraid is never stored. After a plan came back from storage it is asked again, and until
    /// then nothing goes on paper.
    WhoIsFeared,
}

impl Default for Dossier {
    fn default() -> Dossier {
        Dossier::new()
    }
}

impl Dossier {
    /// A fresh dossier.
    #[inline(never)]
    pub fn new() -> Dossier {
        Dossier {
            answers: Answers::new(),
            marks: BTreeSet::new(),
            opened: BTreeSet::new(),
            paper: PaperChoice::default(),
            made: false,
            at: 1,
            beside: None,
            passed: BTreeSet::default(),
            seen: Seen::default(),
            notices: BTreeSet::default(),
            last_person: 0,
            plan: Plan::default(),
            once_feared: BTreeSet::new(),
            undo: Undo::new(),
        }
    }

    /// Changes the dossier and returns what follows from the answers after it.
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

    /// The same, from the facts before the event: a step along the road changes no answer, so they need no weighing anew.
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

    /// A page comes on: what was emptied on another one is not offered here.
    pub fn turn_to(&mut self, page: Route) {
        self.undo.turn_to(page);
    }

    /// The question of the last thing that can come back on this page.
    pub fn undoable(&self) -> Option<&str> {
        match self.undo.last()? {
            Before::Answer { question, .. } => Some(question),
            Before::Plan(_) => None,
        }
    }

    /// Whether the last thing that can come back on this page is a part of the plan.
    pub fn is_plan_undoable(&self) -> bool {
        matches!(self.undo.last(), Some(Before::Plan(_)))
    }

    /// Whether nothing was told yet.
    pub fn is_empty(&self) -> bool {
        self.answers.values().all(Answer::is_empty) && self.plan.is_empty()
    }

    fn answer(&mut self, catalogue: &'static Catalogue, question: String, answer: Option<Answer>, today: Date) {
        if catalogue.question(&question).is_none() {
            return;
        }
        self.undo.forget_answers();
        let answer = answer.map(|answer| self.with_ids(answer));
        let before = self.answers.get(&question).cloned();
        let lost = before.clone().filter(|before| loses(before, answer.as_ref()));
        self.empty_what_this_empties(catalogue, before.as_ref(), answer.as_ref());
        self.set_what_this_sets(catalogue, &question, answer.as_ref());
        if before.as_ref().map(Answer::own_words) != answer.as_ref().map(Answer::own_words) {
            // A yes to a finding was a yes to that text, not to the next one.
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

    /// An answer that was lost can come back, unless that would lower a flag: a flag goes down only by a new answer.
    fn remember(&mut self, catalogue: &'static Catalogue, question: String, answer: Answer, today: Date) {
        let mut back = self.answers.clone();
        back.insert(question.clone(), answer.clone());
        let (now, then) = (Facts::of(catalogue, &self.answers, today), Facts::of(catalogue, &back, today));
        if now.flags().iter().all(|flag| then.is_up(*flag)) {
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

    /// A new reason to doubt an answer empties it: who ticks that someone looks along is asked again.
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
                // It is about someone else now: what was asked about safety is asked anew.
                self.open_safety_again(catalogue);
            }
        }
    }

    /// The screens about safety were not passed any more.
    fn open_safety_again(&mut self, catalogue: &Catalogue) {
        let is_safe =
            |number: usize| catalogue.place(number).is_some_and(|place| catalogue.screen(place).step == Step::Safe);
        self.passed.retain(|number| !is_safe(*number));
    }

    /// Opens the screen of a question where it is not open yet.
    fn seek(&mut self, facts: &Facts, question: String) {
        let Some(place) = journey::place_of(facts, self, &question) else { return };
        let screen = facts.catalogue.screen(place);
        let is_beside = matches!(screen.way, Way::Interrupt | Way::Aside);
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
        self.seen.soft_now = journey::soft_to_show(facts, self).unwrap_or_default();
        self.seen.sought.clear();
        self.seen.blocks_now = journey::blocks_due(facts, self);
        self.turn_to(Route::Step(number));
        match facts.catalogue.screen(place).way {
            Way::Interrupt => {}
            Way::Aside => self.beside = Some(number),
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
        for flag in std::mem::take(&mut self.seen.blocks_now).iter() {
            self.seen.blocks.insert(*flag);
        }
        journey::acknowledge(facts, self, place);
        if facts.catalogue.screen(place).page == Page::Flag {
            // Said beside its reason; on a later screen it would only draw eyes.
            self.notices.remove(&Notice::KeepingStopped);
        }
    }

    /// Begins to remember which questions were put.
    fn remember_put(&mut self, facts: &Facts) {
        if self.seen.put.is_none() {
            self.seen.put = Some(journey::asked_before(facts, self));
        }
    }

    /// What must hold after every event, whatever follows from the answers now.
    fn settle(&mut self, facts: Facts) -> Facts {
        self.remember_put(&facts);
        self.seen.flags.retain(|flag| facts.is_up(*flag));
        self.seen.blocks.retain(|flag| facts.is_up(*flag));
        self.seen.blocks_now.retain(|flag| facts.is_up(*flag));
        self.seen.screens.retain(|id| journey::interrupt_holds(&facts, id));
        let keep = &facts.catalogue.content.flow.roles.keep;
        if facts.does(&FlagDoes::StopsKeeping) && self.answers.get(keep) == Some(&Answer::Yes) {
            // Storing again takes a new yes, also after the flag has gone down.
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

/// Whether going from one answer to the other loses something that was told.
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
