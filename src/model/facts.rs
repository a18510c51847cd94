//! The facts: which answers count at this moment, and which flags are up.
//!
//! Facts depend on the answers, the date and the plan's hidden words, never on the order of answers or on earlier
//! screens.

mod evaluate;
mod hidden;
mod offers;

use std::collections::BTreeSet;

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::catalogue::{Asked, Catalogue};
use super::clock::Clock;
use super::content::{Class, FlagDoes, LifeArea, Question};
use super::date::Date;
use crate::model::content::condition::Condition;
use crate::model::content::flag::{Flag, Flags};
use crate::model::dossier::answers::{Answer, Answers};
use evaluate::{ConditionInput, chosen, holds, is_asked, is_raised, mentioned_lists, wants_more_in};
pub use hidden::Hidden;
pub use offers::{Offered, offered};

/// The answers that count, and the flags they raise.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The words for screens and papers.
    pub catalogue: &'static Catalogue,
    /// The words in which the resident reads the screens and writes: the scan of own words uses its lists. The same as
    /// `catalogue`, except for a paper in another language.
    pub screen: &'static Catalogue,
    pub today: Date,
    all: Arc<Answers>,
    /// Whether each question counts, by its index in the catalogue.
    counting: Vec<bool>,
    /// Whether the resident tells more, by area. Computed once, because every screen of an area needs it.
    telling_more: Vec<bool>,
    flags: Flags,
    /// Word lists with a word that the resident used.
    said: BTreeSet<String>,
    hidden: Arc<Hidden>,
}

impl PartialEq for Facts {
    fn eq(&self, other: &Facts) -> bool {
        self.today == other.today && self.all == other.all && self.hidden == other.hidden
    }
}

impl Facts {
    /// Computes the facts from all answers.
    pub fn of(catalogue: &'static Catalogue, answers: &Answers, today: Date) -> Facts {
        let said = mentioned_lists(catalogue, answers);
        let counts = RefCell::new(vec![None; catalogue.questions().count()]);
        let mut answers_by_place = vec![None; catalogue.questions().count()];
        for (id, answer) in answers {
            if let Some((place, _)) = catalogue.place_of_question(id) {
                answers_by_place[place] = Some(answer);
            }
        }
        let weighing = Weighing {
            catalogue,
            answers: answers_by_place,
            today,
            said,
            counts,
            flags: Cell::default(),
            weighed: Cell::default(),
        };
        let questions = catalogue.questions().enumerate();
        let counting = questions.map(|(place, (_, asked))| weighing.counts_at(place, asked)).collect();
        let flags = Flags::all().iter().filter(|flag| weighing.is_up(*flag)).collect();
        let telling_more = (0..catalogue.content.areas.len()).map(|area| wants_more_in(&weighing, area)).collect();
        let said = weighing.said;
        let all = Arc::new(answers.clone());
        Facts { catalogue, screen: catalogue, today, all, counting, telling_more, flags, said, hidden: Arc::default() }
    }

    /// The same facts, with the words that must not appear in free text because of the plan.
    #[must_use]
    pub fn hiding(self, hidden: Hidden) -> Facts {
        Facts { hidden: Arc::new(hidden), ..self }
    }

    /// The same facts for a paper in the words of another catalogue; `None` if that has another structure. Nothing is
    /// weighed again, so that the same flags are up, and own words are scanned as the words of the screen.
    pub fn in_the_words_of(&self, other: &'static Catalogue) -> Option<Facts> {
        self.screen.has_structure_of(other).then(|| Facts { catalogue: other, ..self.clone() })
    }

    /// The words that must not appear in free text because of the plan.
    pub fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// How plausible the device's clock is.
    pub fn clock(&self) -> Clock {
        Clock::of(self.today, self.catalogue.content.released)
    }

    /// Today, if the clock is plausible; only this date appears on paper or counts for a deadline.
    pub fn sure_today(&self) -> Option<Date> {
        match self.clock() {
            Clock::Right => Some(self.today),
            Clock::Behind | Clock::Ahead => None,
        }
    }

    /// Today, or else the last day that is certainly past.
    pub fn likely_today(&self) -> Date {
        self.sure_today().unwrap_or(self.catalogue.content.released)
    }

    /// Whether this question is asked now, so that its answer counts.
    pub fn is_asked(&self, question: &str) -> bool {
        self.catalogue.place_of_question(question).is_some_and(|(place, _)| self.counting[place])
    }

    /// The flags that are up, highest first.
    pub fn flags(&self) -> Flags {
        self.flags
    }

    pub fn is_up(&self, flag: Flag) -> bool {
        self.flags.contains(flag)
    }

    /// Whether the texts for young people are used.
    pub fn is_young(&self) -> bool {
        self.holds(&self.catalogue.content.flow.young_card.when)
    }

    /// The text of a question for this resident.
    pub fn words_of<'a>(&self, question: &'a Question<Condition>) -> &'a str {
        self.in_words(&question.text, &question.young)
    }

    /// The text for this resident: the young one, if young texts are used and there is one.
    pub fn in_words<'a>(&self, text: &'a str, young: &'a str) -> &'a str {
        if self.is_young() && !young.is_empty() { young } else { text }
    }

    /// Whether a raised flag has this effect.
    pub fn does(&self, what: &FlagDoes) -> bool {
        self.flags.iter().any(|flag| self.catalogue.flag_screen(flag).is_some_and(|screen| screen.does.contains(what)))
    }

    /// The answer, if its question counts and the answer is not empty.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        // Most questions do not count; checking that first avoids a search among the answers.
        self.is_asked(question).then(|| self.all.get(question)).flatten().filter(|answer| !answer.is_empty())
    }

    /// The stored answer, whether it counts or not, including “Dat weet ik niet”.
    pub fn raw(&self, question: &str) -> Option<&Answer> {
        self.all.get(question)
    }

    /// Whether the answer is yes.
    pub fn yes(&self, question: &str) -> bool {
        self.answer(question) == Some(&Answer::Yes)
    }

    /// The free text of a text answer.
    pub fn text(&self, question: &str) -> Option<&str> {
        match self.answer(question)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The ticked options that are still offered, in content order; options outside the content's lists (people, areas)
    /// keep the order of ticking.
    pub fn picks(&self, question: &str) -> Vec<&str> {
        let Some(Answer::Picks { picked, .. }) = self.answer(question) else {
            return Vec::new();
        };
        let Some(asked) = self.catalogue.question(question) else {
            return Vec::new();
        };
        let listed = self.catalogue.listed(asked);
        let mut picks = Vec::new();
        for choice in listed {
            if picked.contains(&choice.id) && self.is_offered(choice.shown.as_ref()) {
                picks.push(choice.id.as_str());
            }
        }
        for id in picked {
            if listed.iter().all(|choice| choice.id != *id) {
                picks.push(id);
            }
        }
        picks
    }

    /// The free text next to the options.
    pub fn free_text(&self, question: &str) -> Option<&str> {
        match self.answer(question)? {
            Answer::Picks { own, .. } if !own.trim().is_empty() => Some(own),
            _ => None,
        }
    }

    /// Whether an option with this condition is offered.
    pub fn is_offered(&self, shown: Option<&Condition>) -> bool {
        shown.is_none_or(|condition| self.holds(condition))
    }

    /// Whether the condition holds now.
    pub fn holds(&self, condition: &Condition) -> bool {
        holds(self, condition, None)
    }

    /// Whether the condition holds on a screen of this area: bare shared ids and nearby options refer to this area.
    pub fn holds_in(&self, area: usize, condition: &Condition) -> bool {
        holds(self, condition, Some(area))
    }

    /// The chosen areas, in content order.
    pub fn chosen_areas(&self) -> Vec<(usize, &LifeArea<Condition>)> {
        let mut areas = Vec::new();
        for (index, area) in self.catalogue.content.areas.iter().enumerate() {
            if chosen(self, index) {
                areas.push((index, area));
            }
        }
        areas
    }

    /// The areas the resident tells more about: the first few ticked, in content order.
    pub fn deep_areas(&self) -> Vec<usize> {
        let roles = &self.catalogue.content.flow.roles;
        let Some(Answer::Picks { picked, .. }) = self.answer(&roles.areas) else {
            return Vec::new();
        };
        let mut deep = BTreeSet::default();
        for (index, _) in picked.iter().filter_map(|id| self.catalogue.area(id)).take(roles.areas_deep) {
            deep.insert(index);
        }
        deep.into_iter().collect::<Vec<_>>()
    }

    /// Whether the resident wants to tell more in this area.
    pub fn wants_more_in(&self, area: usize) -> bool {
        self.telling_more.get(area).copied().unwrap_or_default()
    }

    /// Whether the situations of this area are asked: it was chosen, or is always open.
    pub fn is_area_asked(&self, area: usize) -> bool {
        self.is_asked(&self.catalogue.in_area(area, &self.catalogue.content.flow.roles.situations))
    }

    /// Whether a situation ticked in this area is a reason to ask the question.
    pub fn gives_reason(&self, area: usize, question: &str) -> bool {
        let situations = self.catalogue.in_area(area, &self.catalogue.content.flow.roles.situations);
        let picks = self.picks(&situations);
        let shown = self.catalogue.question(question).and_then(|asked| asked.shown);
        shown.is_some_and(|condition| condition.has_tick(&|tick| picks.contains(&tick)))
    }

    /// Whether the resident wants to tell more anywhere.
    pub fn wants_more(&self) -> bool {
        self.chosen_areas().iter().any(|(area, _)| self.wants_more_in(*area))
    }

    /// Whether the resident said, every time it was asked, that nobody else looks into this device.
    pub fn is_device_free(&self) -> bool {
        let roles = &self.catalogue.content.flow.roles;
        let is_free = |pick: &&str| *pick == roles.device_free;
        self.picks(&roles.device).iter().any(is_free) && self.picks(&roles.device_again).iter().all(is_free)
    }

    /// The class of the answer to a question as a whole, or of one of its options.
    pub fn class(&self, question: &str, option: Option<&str>) -> Class {
        self.catalogue.class_of(question, option)
    }
}

impl ConditionInput for Facts {
    fn catalogue(&self) -> &Catalogue {
        self.catalogue
    }

    fn today(&self) -> Date {
        self.today
    }

    fn counts(&self, question: &str) -> bool {
        self.is_asked(question)
    }

    fn is_up(&self, flag: Flag) -> bool {
        self.flags.contains(flag)
    }

    fn is_list_mentioned(&self, list: &str) -> bool {
        self.said.contains(list)
    }

    fn answer(&self, question: &str) -> Option<&Answer> {
        Facts::answer(self, question)
    }
}

/// Facts under construction: what counts depends on conditions, which depend on what counts. The content check rejects
/// cycles; if one slips through, its questions do not count.
struct Weighing<'a> {
    catalogue: &'a Catalogue,
    /// Indexed like the questions in the catalogue.
    answers: Vec<Option<&'a Answer>>,
    today: Date,
    said: BTreeSet<String>,
    /// Indexed like the questions in the catalogue.
    counts: RefCell<Vec<Option<bool>>>,
    flags: Cell<Flags>,
    weighed: Cell<Flags>,
}

impl Weighing<'_> {
    /// Whether the question at this index counts.
    fn counts_at(&self, place: usize, asked: &Asked) -> bool {
        if let Some(known) = self.counts.borrow()[place] {
            return known;
        }
        self.counts.borrow_mut()[place] = Some(false);
        let counts = is_asked(self, asked);
        self.counts.borrow_mut()[place] = Some(counts);
        counts
    }
}

impl ConditionInput for Weighing<'_> {
    fn catalogue(&self) -> &Catalogue {
        self.catalogue
    }

    fn today(&self) -> Date {
        self.today
    }

    fn counts(&self, question: &str) -> bool {
        self.catalogue.place_of_question(question).is_some_and(|(place, asked)| self.counts_at(place, asked))
    }

    fn is_up(&self, flag: Flag) -> bool {
        if !self.weighed.get().contains(flag) {
            self.weighed.set(self.weighed.get() | flag);
            if is_raised(self, flag) {
                self.flags.set(self.flags.get() | flag);
            }
        }
        self.flags.get().contains(flag)
    }

    fn is_list_mentioned(&self, list: &str) -> bool {
        self.said.contains(list)
    }

    fn answer(&self, question: &str) -> Option<&Answer> {
        let (place, asked) = self.catalogue.place_of_question(question)?;
        self.answers[place].filter(|answer| !answer.is_empty() && self.counts_at(place, asked))
    }
}
