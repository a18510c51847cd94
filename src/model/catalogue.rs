//! The content with its lookups: questions by full id, ticks by their question, screens by number.

mod names;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::content::{
    Choice, Class, Contact, Content, FlagScreen, LifeArea, Options, Question, QuestionKind, Screen, Step, Way,
};
use super::packed::{self, Unreadable};
use super::words::{self, WordSearchText};
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;
pub use names::NameLists;

/// Content with its lookups. The content is kept for as long as the page is open, so that the lookups and everything
/// else can refer to it without copying.
#[derive(Debug, Clone)]
pub struct Catalogue {
    pub content: &'static Content,
    /// Sorted by id.
    asked: Vec<Asked>,
    /// The index of a question in `asked`, by its full id.
    by_id: FxHashMap<&'static str, usize>,
    /// The question that each tick answers.
    ticks: FxHashMap<&'static str, String>,
    /// The full id of the question whether the resident tells more, by area.
    tells_more: Vec<String>,
    places: Vec<ScreenRef>,
    soft_words: Vec<(String, Vec<WordSearchText>)>,
    /// Every word in questions, situations and interface texts; collected at the first search.
    said: OnceLock<BTreeSet<&'static str>>,
    /// Collected at the first search.
    names: OnceLock<NameLists>,
}

/// A question with its full id, and where it belongs in the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The question under its full id. For shared questions and nearby options, its condition and options are only in
    /// the fields below.
    pub question: &'static Question<Condition>,
    /// The condition under which it is asked.
    pub shown: Option<&'static Condition>,
    /// The question's own options; [`Catalogue::listed`] also returns those of its area.
    pub options: &'static [Choice<Condition>],
    /// Index of the area it belongs to.
    pub area: Option<usize>,
    pub origin: Origin,
    /// The part of the journey it belongs to.
    pub step: Step,
}

/// Where a question comes from in the content; this decides when its answer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Outside the areas.
    Flow,
    /// Asked in each area.
    Shared,
    /// After a situation of an area.
    FollowUp,
    /// A nearby option of an area.
    Nearby,
}

/// A screen at its number: its position in the content, so that it does not move when an answer changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenRef {
    /// Index in the screens of the flow.
    pub screen: usize,
    /// Index of the area, for a screen that is repeated.
    pub area: Option<usize>,
}

impl Catalogue {
    /// Reads packed content: the structure, and the words of one language.
    ///
    /// # Errors
    /// If the bytes are not what the host tool packs, or the words belong to another structure.
    pub fn read(structure: &[u8], words: &[u8]) -> Result<Catalogue, Unreadable> {
        packed::read(structure, words).map(Catalogue::of)
    }

    /// Stores the content and builds the lookups.
    pub fn of(content: Content) -> Catalogue {
        Catalogue::about(Box::leak(Box::new(content)))
    }

    fn about(content: &'static Content) -> Catalogue {
        let asked = all_questions(content);
        let by_id = asked.iter().enumerate().map(|(place, asked)| (asked.question.id.as_str(), place)).collect();
        let ticks = all_ticks(content);
        let places = all_places(content);
        let soft = content.safety.soft.iter();
        let spoken = |list: &[String]| list.iter().map(|word| words::for_word_search(word)).collect();
        let soft_words = soft.map(|soft| (soft.list.clone(), spoken(&soft.words))).collect();
        let tells_more = content.areas.iter().map(|area| full_id(area, &content.flow.roles.more)).collect();
        Catalogue {
            content,
            asked,
            by_id,
            ticks,
            tells_more,
            places,
            soft_words,
            said: OnceLock::new(),
            names: OnceLock::new(),
        }
    }

    /// Leaks the lookups too, so that everything can refer to them.
    pub fn leak(self) -> &'static Catalogue {
        Box::leak(Box::new(self))
    }

    /// Whether the other catalogue has the same questions and screens in the same places, as every language has.
    pub fn has_structure_of(&self, other: &Catalogue) -> bool {
        self.places == other.places && self.questions().map(|(id, _)| id).eq(other.questions().map(|(id, _)| id))
    }

    /// The question with this full id.
    pub fn question(&self, id: &str) -> Option<&Asked> {
        self.place_of_question(id).map(|(_, asked)| asked)
    }

    /// The question with this full id, and its index.
    pub fn place_of_question(&self, id: &str) -> Option<(usize, &Asked)> {
        let place = *self.by_id.get(id)?;
        Some((place, &self.asked[place]))
    }

    /// Every question, by full id.
    pub fn questions(&self) -> impl Iterator<Item = (&'static str, &Asked)> {
        self.asked.iter().map(|asked| (asked.question.id.as_str(), asked))
    }

    /// The question that a tick (a situation, a strength, an outcome) answers.
    pub fn question_of_tick(&self, tick: &str) -> Option<&str> {
        self.ticks.get(tick).map(String::as_str)
    }

    /// The options that a question lists: its own, or those of its area. People and sentences come from the answers.
    pub fn listed(&self, asked: &Asked) -> &'static [Choice<Condition>] {
        let area = asked.area.and_then(|index| self.content.areas.get(index));
        match (asked.question.options_from, area) {
            (Options::Situations, Some(area)) => &area.situations,
            (Options::Strengths, Some(area)) => &area.strengths,
            (Options::Outcomes, Some(area)) => &area.outcomes,
            _ => asked.options,
        }
    }

    /// A listed option of a question.
    pub fn option(&self, question: &str, option: &str) -> Option<&'static Choice<Condition>> {
        self.listed(self.question(question)?).iter().find(|choice| choice.id == option)
    }

    /// The class of an option: its own, or else that of its question.
    pub fn class_of(&self, question: &str, option: Option<&str>) -> Class {
        let own = option.and_then(|option| self.option(question, option)).and_then(|choice| choice.class);
        own.or_else(|| self.question(question).map(|asked| asked.question.class)).unwrap_or(Class::Safety)
    }

    /// The word list of each gentle question, each word as [`words::for_word_search`].
    pub fn soft_words(&self) -> &[(String, Vec<WordSearchText>)] {
        &self.soft_words
    }

    /// Whether a question, a situation or an interface text has this word, in exactly this case.
    pub fn has_word(&self, word: &str) -> bool {
        self.said.get_or_init(|| self.all_words()).contains(word)
    }

    /// The lists of names.
    pub fn names(&self) -> &NameLists {
        self.names.get_or_init(|| NameLists::of(&self.content.names))
    }

    fn all_words(&self) -> BTreeSet<&'static str> {
        let situations = self.content.areas.iter().flat_map(|area| &area.situations).map(|choice| &choice.text);
        let questions = self.asked.iter().flat_map(|asked| [&asked.question.text, &asked.question.help]);
        let texts = situations.chain(questions).chain(self.content.texts.values());
        let words = texts.flat_map(|text| text.split_whitespace());
        words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect()
    }

    /// All screens; the index is the number minus one.
    pub fn places(&self) -> &[ScreenRef] {
        &self.places
    }

    /// The place with this number (from 1).
    pub fn place(&self, number: usize) -> Option<ScreenRef> {
        self.places.get(number.checked_sub(1)?).copied()
    }

    /// The number of a place (from 1).
    pub fn number(&self, place: ScreenRef) -> usize {
        self.places.iter().position(|other| *other == place).map_or(1, |index| index + 1)
    }

    /// The screen at a place.
    pub fn screen(&self, place: ScreenRef) -> &'static Screen<Condition> {
        &self.content.flow.screens[place.screen]
    }

    /// The area with this id and its index.
    pub fn area(&self, id: &str) -> Option<(usize, &'static LifeArea<Condition>)> {
        self.content.areas.iter().enumerate().find(|(_, area)| area.id == id)
    }

    /// The contact with this id.
    pub fn contact(&self, id: &str) -> Option<&'static Contact> {
        self.content.contacts.iter().find(|contact| contact.id == id)
    }

    /// What a flag shows and does.
    pub fn flag_screen(&self, flag: Flag) -> Option<&'static FlagScreen<Condition>> {
        self.content.safety.flags.iter().find(|screen| screen.flag == flag)
    }

    /// A text of the interface; the key itself if the text is missing, so that the gap is visible.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.content.texts.get(key).map_or(key, String::as_str)
    }

    /// The full id of a shared question in an area.
    pub fn in_area(&self, area: usize, id: &str) -> String {
        self.content.areas.get(area).map_or_else(|| id.to_owned(), |area| full_id(area, id))
    }

    /// The full id of the question whether the resident tells more about an area.
    pub fn tells_more_in(&self, area: usize) -> &str {
        &self.tells_more[area]
    }
}

fn full_id(area: &LifeArea<Condition>, shared: &str) -> String {
    format!("{}.{shared}", area.id)
}

fn all_questions(content: &'static Content) -> Vec<Asked> {
    let mut asked = Vec::new();
    for question in &content.flow.questions {
        let step = step_of(content, &question.id);
        insert(&mut asked, Asked { step, ..unrestricted(question, None, Origin::Flow) });
    }
    let nearby_options = Box::leak(nearby_options(content).into_boxed_slice());
    for (index, area) in content.areas.iter().enumerate() {
        for shared in &content.flow.shared {
            if area.only_shared.is_empty() || area.only_shared.contains(&shared.id) {
                insert(&mut asked, shared_in(area, index, shared));
            }
        }
        for follow_up in &area.follow_ups {
            insert(&mut asked, unrestricted(follow_up, Some(index), Origin::FollowUp));
        }
        for choice in &area.nearby {
            insert(&mut asked, nearby_question(choice, index, nearby_options));
        }
    }
    asked
}

fn insert(all: &mut Vec<Asked>, asked: Asked) {
    match all.binary_search_by(|other| other.question.id.cmp(&asked.question.id)) {
        Ok(place) => all[place] = asked,
        Err(place) => all.insert(place, asked),
    }
}

fn unrestricted(question: &'static Question<Condition>, area: Option<usize>, origin: Origin) -> Asked {
    Asked { question, shown: question.shown.as_ref(), options: &question.options, area, origin, step: Step::Area }
}

/// A shared question under its full id. In an area that never appears on paper, every question has class `Safety`.
fn shared_in(area: &LifeArea<Condition>, index: usize, shared: &'static Question<Condition>) -> Asked {
    let question = Question {
        id: full_id(area, &shared.id),
        text: shared.text.clone(),
        young: shared.young.clone(),
        help: shared.help.clone(),
        class: if area.never_on_paper { Class::Safety } else { shared.class },
        own: shared.own.clone(),
        unit: shared.unit.clone(),
        paper: shared.paper.clone(),
        emptied_by: shared.emptied_by.clone(),
        shown: None,
        options: Vec::new(),
        ..*shared
    };
    let as_shared = unrestricted(shared, Some(index), Origin::Shared);
    let shown = as_shared.shown.filter(|_| !area.without_more.contains(&shared.id));
    Asked { question: Box::leak(Box::new(question)), shown, ..as_shared }
}

fn nearby_question(choice: &'static Choice<Condition>, area: usize, options: &'static [Choice<Condition>]) -> Asked {
    let question = Question {
        id: choice.id.clone(),
        text: choice.text.clone(),
        young: choice.young.clone(),
        help: choice.explain.clone(),
        kind: QuestionKind::One,
        class: choice.class.unwrap_or(Class::Plain),
        past: false,
        shown: None,
        options: Vec::new(),
        options_from: Options::Listed,
        own: None,
        unit: None,
        limits: None,
        paper: choice.paper.clone(),
        emptied_by: Vec::new(),
        weighs: false,
    };
    let question = Box::leak(Box::new(question));
    let shown = choice.shown.as_ref();
    Asked { question, shown, options, area: Some(area), origin: Origin::Nearby, step: Step::Area }
}

/// The answers to every nearby option.
fn nearby_options(content: &Content) -> Vec<Choice<Condition>> {
    let mut options = Vec::new();
    for option in &content.flow.roles.nearby {
        options.push(Choice {
            id: option.id.clone(),
            text: option.text.clone(),
            young: option.young.clone(),
            explain: option.explain.clone(),
            paper: option.paper.clone(),
            class: option.class,
            shown: None,
            raises: Vec::new(),
            icon: option.icon.clone(),
        });
    }
    options
}

/// The step of the first screen that asks the question; a screen of “voor een ander” only if no other asks it.
/// Questions that only interrupts ask belong to safety.
fn step_of(content: &Content, question: &str) -> Step {
    if question == content.flow.roles.stuck {
        return Step::Stuck;
    }
    let asks = |screen: &&Screen<Condition>| {
        screen.asks.iter().any(|ask| matches!(ask, super::content::Ask::Question(id) if id == question))
    };
    let on_road = || content.flow.screens.iter().filter(|screen| screen.way != Way::Interrupt);
    let for_oneself = on_road().filter(|screen| screen.step != Step::ForSomeoneElse).find(asks);
    for_oneself
        .or_else(|| on_road().find(asks))
        .or_else(|| content.flow.screens.iter().find(asks))
        .map_or(Step::Safe, |screen| screen.step)
}

fn all_ticks(content: &'static Content) -> FxHashMap<&'static str, String> {
    let roles = &content.flow.roles;
    let mut ticks = FxHashMap::default();
    for area in &content.areas {
        let lists = [
            (&area.situations, &roles.situations),
            (&area.strengths, &roles.strengths),
            (&area.outcomes, &roles.outcomes),
        ];
        for (choices, question) in lists {
            for choice in choices {
                ticks.insert(choice.id.as_str(), format!("{}.{question}", area.id));
            }
        }
    }
    ticks
}

/// Screens in order; a run of repeated screens is inserted once per area.
fn all_places(content: &Content) -> Vec<ScreenRef> {
    let screens = &content.flow.screens;
    let mut places = Vec::new();
    let mut next = 0;
    while next < screens.len() {
        if !screens[next].per_area {
            places.push(ScreenRef { screen: next, area: None });
            next += 1;
            continue;
        }
        let end = (next..screens.len()).find(|index| !screens[*index].per_area).unwrap_or(screens.len());
        for area in 0..content.areas.len() {
            places.extend((next..end).map(|screen| ScreenRef { screen, area: Some(area) }));
        }
        next = end;
    }
    places
}
