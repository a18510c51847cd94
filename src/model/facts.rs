//! What follows from the answers of this moment: which of them count, and which flags are up.
//!
//! Everything here depends on the answers alone, never on their order and never on what was shown before.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::answers::{Answer, Answers};
use super::catalogue::{Asked, Catalogue, Origin};
use super::condition::Condition;
use super::content::{Area, Class, FlagDoes, Question, Step};
use super::date::Date;
use super::flag::{Flag, Flags};
use super::plan::hidden::Hidden;
use super::set::Set;
use super::words::{self, Spoken};

/// The answers that count, and the flags they raise.
#[derive(Debug, Clone)]
pub struct Facts {
    pub catalogue: &'static Catalogue,
    pub today: Date,
    all: Arc<Answers>,
    /// Whether each question counts, by its place in the catalogue.
    counting: Vec<bool>,
    flags: Flags,
    /// Word lists of which a word was said.
    said: Set<String>,
    hidden: Arc<Hidden>,
}

impl PartialEq for Facts {
    fn eq(&self, other: &Facts) -> bool {
        self.today == other.today && self.all == other.all && self.hidden == other.hidden
    }
}

impl Facts {
    /// Weighs all answers.
    pub fn of(catalogue: &'static Catalogue, answers: &Answers, today: Date) -> Facts {
        let said = lists_said(catalogue, answers);
        let counts = RefCell::new(vec![None; catalogue.questions().count()]);
        let weighing =
            Weighing { catalogue, answers, today, said, counts, flags: Cell::default(), weighed: Cell::default() };
        let mut counting = Vec::new();
        for (id, _) in catalogue.questions() {
            counting.push(weighing.counts(id));
        }
        let mut flags = Flags::default();
        for flag in Flag::ALL {
            if weighing.is_up(flag) {
                flags.insert(flag);
            }
        }
        let said = weighing.said;
        Facts { catalogue, today, all: Arc::new(answers.clone()), counting, flags, said, hidden: Arc::default() }
    }

    /// The same, with what may not slip out in own words because of the plan.
    #[must_use]
    pub fn hiding(self, hidden: Hidden) -> Facts {
        Facts { hidden: Arc::new(hidden), ..self }
    }

    /// What may not slip out in own words because of the plan.
    pub fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// Whether this question is asked now, so that its answer counts.
    pub fn is_asked(&self, question: &str) -> bool {
        self.catalogue.place_of_question(question).is_some_and(|(place, _)| self.counting[place])
    }

    /// The flags that are up, highest first.
    pub fn flags(&self) -> &Flags {
        &self.flags
    }

    pub fn is_up(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// Whether young people's words are used.
    pub fn is_young(&self) -> bool {
        self.holds(&self.catalogue.content.flow.young_card.when)
    }

    /// The words of a question for who answers it.
    pub fn words_of<'a>(&self, question: &'a Question<Condition>) -> &'a str {
        self.in_words(&question.text, &question.young)
    }

    /// A text, in young people's words where these are used and there are any.
    pub fn in_words<'a>(&self, text: &'a str, young: &'a str) -> &'a str {
        if self.is_young() && !young.is_empty() { young } else { text }
    }

    /// Whether a flag that is up does this.
    pub fn does(&self, what: &FlagDoes) -> bool {
        self.flags.iter().any(|flag| self.catalogue.flag_screen(*flag).is_some_and(|screen| screen.does.contains(what)))
    }

    /// The answer, if its question is asked and it says something.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.all.get(question).filter(|answer| self.is_asked(question) && !answer.is_empty())
    }

    /// What was answered, whether it counts or not, also “Dat weet ik niet”.
    pub fn raw(&self, question: &str) -> Option<&Answer> {
        self.all.get(question)
    }

    /// Whether the answer is yes.
    pub fn yes(&self, question: &str) -> bool {
        self.answer(question) == Some(&Answer::Yes)
    }

    /// The own words of a text answer.
    pub fn text(&self, question: &str) -> Option<&str> {
        match self.answer(question)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The ticked options that are still offered, in the order of the content; options that no list holds (people,
    /// areas) keep the order of ticking.
    pub fn picks(&self, question: &str) -> Vec<&str> {
        let Some(Answer::Picks { picked, .. }) = self.answer(question) else {
            return Vec::new();
        };
        let Some(asked) = self.catalogue.question(question) else {
            return Vec::new();
        };
        let listed = self.catalogue.listed(asked);
        let known =
            listed.iter().filter(|choice| picked.contains(&choice.id) && self.is_offered(choice.shown.as_ref()));
        let known: Vec<&str> = known.map(|choice| choice.id.as_str()).collect();
        let others = picked.iter().map(String::as_str).filter(|id| listed.iter().all(|choice| choice.id != *id));
        known.into_iter().chain(others).collect()
    }

    /// Words of one's own beside the options.
    pub fn own(&self, question: &str) -> Option<&str> {
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

    /// Whether the condition holds on a screen of this area: bare shared ids and nearby options are those of the area.
    pub fn holds_in(&self, area: usize, condition: &Condition) -> bool {
        holds(self, condition, Some(area))
    }

    /// The chosen areas, in running order.
    pub fn chosen_areas(&self) -> Vec<(usize, &Area<Condition>)> {
        let areas = self.catalogue.content.areas.iter().enumerate();
        areas.filter(|(index, _)| chosen(self, *index)).collect()
    }

    /// The areas about which more is told: the first few that were ticked, in running order.
    pub fn deep_areas(&self) -> Vec<usize> {
        let roles = &self.catalogue.content.flow.roles;
        let Some(Answer::Picks { picked, .. }) = self.answer(&roles.areas) else {
            return Vec::new();
        };
        let mut deep = Set::default();
        for (index, _) in picked.iter().filter_map(|id| self.catalogue.area(id)).take(roles.areas_deep) {
            deep.insert(index);
        }
        deep.into_vec()
    }

    /// Whether the resident wants to tell more in this area.
    pub fn tells_more(&self, area: usize) -> bool {
        self.yes(&self.catalogue.in_area(area, &self.catalogue.content.flow.roles.more))
    }

    /// Whether the resident wants to tell more anywhere.
    pub fn tells_more_somewhere(&self) -> bool {
        self.chosen_areas().iter().any(|(area, _)| self.tells_more(*area))
    }

    /// The class of the answer to a question as a whole, or of one of its options.
    pub fn class(&self, question: &str, option: Option<&str>) -> Class {
        self.catalogue.class_of(question, option)
    }
}

/// What a condition may look at.
trait Look {
    fn catalogue(&self) -> &Catalogue;
    fn answers(&self) -> &Answers;
    fn today(&self) -> Date;
    fn counts(&self, question: &str) -> bool;
    fn is_up(&self, flag: Flag) -> bool;
    fn is_said(&self, list: &str) -> bool;

    fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers().get(question).filter(|answer| !answer.is_empty() && self.counts(question))
    }
}

impl Look for Facts {
    fn catalogue(&self) -> &Catalogue {
        self.catalogue
    }

    fn answers(&self) -> &Answers {
        &self.all
    }

    fn today(&self) -> Date {
        self.today
    }

    fn counts(&self, question: &str) -> bool {
        self.is_asked(question)
    }

    fn is_up(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    fn is_said(&self, list: &str) -> bool {
        self.said.contains(list)
    }
}

/// Facts in the making: what counts depends on conditions, which depend on what counts. The checker of the content
/// refuses circles; should one slip through, it reads as “does not count”.
struct Weighing<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    today: Date,
    said: Set<String>,
    /// By the place of the question in the catalogue.
    counts: RefCell<Vec<Option<bool>>>,
    flags: Cell<Flags>,
    weighed: Cell<Flags>,
}

impl Look for Weighing<'_> {
    fn catalogue(&self) -> &Catalogue {
        self.catalogue
    }

    fn answers(&self) -> &Answers {
        self.answers
    }

    fn today(&self) -> Date {
        self.today
    }

    fn counts(&self, question: &str) -> bool {
        let Some((place, asked)) = self.catalogue.place_of_question(question) else {
            return false;
        };
        if let Some(known) = self.counts.borrow()[place] {
            return known;
        }
        self.counts.borrow_mut()[place] = Some(false);
        let counts = is_asked(self, asked);
        self.counts.borrow_mut()[place] = Some(counts);
        counts
    }

    fn is_up(&self, flag: Flag) -> bool {
        if !self.weighed.get().contains(&flag) {
            self.weighed.set(self.weighed.get().with(flag));
            if is_raised(self, flag) {
                self.flags.set(self.flags.get().with(flag));
            }
        }
        self.flags.get().contains(&flag)
    }

    fn is_said(&self, list: &str) -> bool {
        self.said.contains(list)
    }
}

fn is_raised(look: &impl Look, flag: Flag) -> bool {
    let content = &look.catalogue().content;
    let by_tick = || {
        let situations = content.areas.iter().flat_map(|area| &area.situations);
        situations.filter(|choice| choice.raises.contains(&flag)).any(|choice| is_ticked(look, &choice.id))
    };
    let by_rule = || {
        let mut rules = content.safety.rules.iter().filter(|rule| rule.raises == flag);
        rules.any(|rule| holds(look, &rule.when, None))
    };
    by_tick() || by_rule() || (flag == Flag::NoPlan && is_gate_closed(look))
}

/// The gate of the plan: closed while any of its rows holds that a professional does not open.
fn is_gate_closed(look: &impl Look) -> bool {
    let gate = &look.catalogue().content.safety.gate;
    gate.rows.iter().any(|row| {
        holds(look, &row.when, None) && !(row.opens_with_professional && holds(look, &gate.professional, None))
    })
}

fn is_asked(look: &impl Look, asked: &Asked) -> bool {
    let shown = |area| asked.shown.is_none_or(|condition| holds(look, condition, area));
    let Some(area) = asked.area else {
        return shown(None);
    };
    match asked.origin {
        Origin::Flow => shown(None),
        Origin::Shared => is_open(look, area) && shown(Some(area)),
        Origin::Nearby => chosen(look, area) && tells_more(look, area) && shown(Some(area)),
        Origin::FollowUp => is_follow_up_asked(look, asked, area) && shown(Some(area)),
    }
}

fn is_follow_up_asked(look: &impl Look, asked: &Asked, home: usize) -> bool {
    let areas = &look.catalogue().content.areas;
    if areas[home].follow_ups_elsewhere {
        return true;
    }
    let asked_here = |area: &Area<Condition>| area.first_here.iter().any(|first| first.question == asked.question.id);
    let mut candidates = areas.iter().enumerate().filter(|(index, area)| *index == home || asked_here(area));
    candidates
        .any(|(index, area)| chosen(look, index) && tells_more(look, index) && !are_follow_ups_closed(look, &area.id))
}

fn are_follow_ups_closed(look: &impl Look, area: &str) -> bool {
    let closes = |does: &FlagDoes| matches!(does, FlagDoes::ClosesFollowUps(closed) if closed == area);
    let mut screens = look.catalogue().content.safety.flags.iter();
    screens.any(|screen| screen.does.iter().any(closes) && look.is_up(screen.flag))
}

fn chosen(look: &impl Look, area: usize) -> bool {
    let catalogue = look.catalogue();
    let Some(Answer::Picks { picked, .. }) = look.answer(&catalogue.content.flow.roles.areas) else {
        return false;
    };
    picked.contains(&catalogue.content.areas[area].id)
}

/// Chosen, or always open as long as areas are asked about at all.
fn is_open(look: &impl Look, area: usize) -> bool {
    let catalogue = look.catalogue();
    chosen(look, area)
        || (catalogue.content.areas[area].always_open && look.counts(&catalogue.content.flow.roles.areas))
}

fn tells_more(look: &impl Look, area: usize) -> bool {
    let catalogue = look.catalogue();
    look.answer(&catalogue.in_area(area, &catalogue.content.flow.roles.more)) == Some(&Answer::Yes)
}

fn is_ticked(look: &impl Look, tick: &str) -> bool {
    let Some(question) = look.catalogue().question_of_tick(tick) else {
        return false;
    };
    let Some(Answer::Picks { picked, .. }) = look.answer(question) else {
        return false;
    };
    let shown = || look.catalogue().option(question, tick).and_then(|choice| choice.shown.as_ref());
    picked.iter().any(|picked| picked == tick) && shown().is_none_or(|condition| holds(look, condition, None))
}

fn holds(look: &impl Look, condition: &Condition, area: Option<usize>) -> bool {
    let answer = |id: &str| answer_here(look, id, area);
    match condition {
        Condition::Always => true,
        Condition::Ticked(tick) => is_ticked(look, tick),
        Condition::Is { question, values } => answer(question)
            .is_some_and(|answer| answer.words().iter().any(|word| values.iter().any(|value| value == word))),
        Condition::Filled(question) => answer(question).is_some(),
        Condition::Empty(question) => answer(question).is_none(),
        Condition::Number { question, compare, value } => {
            matches!(answer(question), Some(Answer::Number(number)) if compare.holds(*number, *value))
        }
        Condition::Days { question, compare, value } => {
            matches!(answer(question), Some(Answer::Date(date)) if compare.holds(look.today().days_until(*date), *value))
        }
        Condition::Count { question, compare, value } => compare.holds(answer(question).map_or(0, count), *value),
        Condition::InOneArea(inner) => {
            let areas = 0..look.catalogue().content.areas.len();
            areas.into_iter().any(|area| chosen(look, area) && holds(look, inner, Some(area)))
        }
        Condition::Word(list) => look.is_said(list),
        Condition::Flag(flag) => look.is_up(*flag),
        Condition::Nearby { values } => is_nearby_set(look, values, area),
        Condition::Not(inner) => !holds(look, inner, area),
        Condition::All(all) => all.iter().all(|inner| holds(look, inner, area)),
        Condition::Any(any) => any.iter().any(|inner| holds(look, inner, area)),
    }
}

/// The answer to a question; a bare shared id means that of the area at hand.
fn answer_here<'a>(look: &'a impl Look, id: &str, area: Option<usize>) -> Option<&'a Answer> {
    match area {
        Some(area) if look.catalogue().question(id).is_none() => look.answer(&look.catalogue().in_area(area, id)),
        _ => look.answer(id),
    }
}

fn count(answer: &Answer) -> i64 {
    match answer {
        Answer::Picks { picked, own } => {
            i64::try_from(picked.len()).unwrap_or(i64::MAX) + i64::from(!own.trim().is_empty())
        }
        _ => 0,
    }
}

/// The word lists of which a word stands in an own text.
///
/// Looks at every own text, also where its question is not asked just now: whether it is asked may hang on the answer
/// to the very question this word leads to. What was told about someone else is not about who tells it.
fn lists_said(catalogue: &Catalogue, answers: &Answers) -> Set<String> {
    let of_oneself = |id: &str| catalogue.question(id).is_none_or(|asked| asked.step != Step::Other);
    let answers = answers.iter().filter(|(id, _)| of_oneself(id));
    let texts: Vec<Spoken> = answers.flat_map(|(_, answer)| answer.own_words()).map(words::spoken).collect();
    let said = |words: &[Spoken]| texts.iter().any(|text| words.iter().any(|word| text.holds(word)));
    let mut lists = Set::new();
    for (list, words) in catalogue.soft_words() {
        if said(words) {
            lists.insert(list.clone());
        }
    }
    lists
}

fn is_nearby_set(look: &impl Look, values: &[String], area: Option<usize>) -> bool {
    let areas = look.catalogue().content.areas.iter().enumerate();
    let areas = areas.filter(|(index, _)| area.is_none_or(|area| area == *index));
    areas
        .flat_map(|(_, area)| &area.nearby)
        .filter_map(|choice| look.answer(&choice.id))
        .any(|answer| answer.words().iter().any(|word| values.iter().any(|value| value == word)))
}
