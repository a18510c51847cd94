//! The dossier of one resident, and the events that change it. Never panics, does no I/O, stores nothing.

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
use super::plan::{PersonId, Plan};
use super::route::Route;
use super::scan;
use super::sheet::PaperChoice;
pub use event::{Event, PaperEvent};
use undo::{Before, Undo};

/// Everything the resident entered, and where they are in the journey.
///
/// It does not derive `Serialize`: `saved` and each export decide, with types of their own, what may be written where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    pub answers: Answers,
    /// “Hier wil ik over praten”: ids of marked questions and ticks.
    pub marks: BTreeSet<String>,
    /// Ids of screens of the longer road, and of areas beyond the first few, that the resident asked for.
    pub opened: BTreeSet<String>,
    /// The resident's choices for the sheet.
    pub paper: PaperChoice,
    /// Whether the sheet was printed, copied or shown at least once.
    pub made: bool,
    /// Number of the last main-road screen that was open, interrupts excepted.
    pub at: usize,
    /// Number of the current screen on a side road; `None` on the main road.
    pub beside: Option<usize>,
    /// Numbers of the screens the resident left with “Verder”.
    pub passed: BTreeSet<usize>,
    /// Which safety screens were seen, so that each comes once per cause.
    pub seen: Seen,
    /// Notices the screen still has to show.
    pub notices: BTreeSet<Notice>,
    /// The id most recently given to a person; ids are never reused.
    pub last_person: u32,
    /// The circle's own plan.
    pub plan: Plan,
    /// Names of feared people who were removed: kept off every paper and never stored.
    pub once_feared: BTreeSet<(PersonId, String)>,
    undo: Undo,
}

/// Which safety screens were seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    pub flags: Flags,
    /// The lower flags whose block was seen on a screen.
    pub blocks: Flags,
    /// The lower flags whose block is on the screen now.
    pub blocks_now: Flags,
    pub screens: BTreeSet<String>,
    /// Gentle questions that were asked; each is asked once.
    pub soft: BTreeSet<String>,
    /// The gentle question on the screen now.
    pub soft_now: String,
    /// Questions on the current safety screen that were empty when it opened.
    pub asked_here: BTreeSet<String>,
    /// The question whose screen the resident asked for, until a screen opens; empty if there is none.
    pub sought: String,
    /// The weighing questions that were on a screen when the resident tapped “Verder”. `None` until the first event,
    /// which after a restore fills in the questions of the passed screens.
    pub put: Option<BTreeSet<String>>,
}

/// A message that the screen shows once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// Storing stopped and what was stored is wiped (N22).
    KeepingStopped,
    /// Invisible characters were taken out of a text (N10).
    Cleaned,
    /// Who the resident is afraid of is never stored. After a plan is restored from storage, the page asks this again,
    /// and shows no paper until then.
    WhoIsFeared,
}

impl Default for Dossier {
    fn default() -> Dossier {
        Dossier::new()
    }
}

impl Dossier {
    /// An empty dossier.
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

    /// Opens a page, which does not offer to undo what was emptied on another page.
    pub fn turn_to(&mut self, page: Route) {
        self.undo.turn_to(page);
    }

    /// The question whose answer this page can restore, if the last change on it was an answer.
    pub fn undoable(&self) -> Option<&str> {
        match self.undo.last()? {
            Before::Answer { question, .. } => Some(question),
            Before::Plan(_) => None,
        }
    }

    /// Whether the last change that this page can undo is in the plan.
    pub fn is_plan_undoable(&self) -> bool {
        matches!(self.undo.last(), Some(Before::Plan(_)))
    }

    /// Whether nothing was entered yet.
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
        self.seen.blocks |= std::mem::take(&mut self.seen.blocks_now);
        journey::acknowledge(facts, self, place);
        if facts.catalogue.screen(place).page == Page::Flag {
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
