//! Walks the road from the first screen, and answers each screen from a case, like a resident.

use std::collections::BTreeSet;

use app::model::catalogue::ScreenRef;
use app::model::content::PageKind;
use app::model::dossier::answers::{Answer, Answers};
use app::model::dossier::{Dossier, Notice};
use app::model::facts::Facts;
use app::model::journey::{self, ScreenItem};
use app::model::saved;
use app::model::update::Event;

use super::{catalogue, today};

/// The result of walking to the end.
#[derive(Debug)]
pub struct Road {
    /// Every screen that came up, in order.
    pub places: Vec<ScreenRef>,
    pub facts: Facts,
    /// Questions that some screen asked.
    pub asked: BTreeSet<String>,
    /// Whether something would have been stored at some moment.
    pub was_stored: bool,
    /// Whether something would be stored at the end.
    pub is_stored: bool,
    /// Whether the resident was told that storing stopped.
    pub told_of_stop: bool,
    dossier: Dossier,
}

/// Maximum number of screens of any road.
const LONGEST: usize = 200;

impl Road {
    /// Walks with these answers until there is no next screen.
    pub fn walk(told: &Answers) -> Road {
        let dossier = Dossier::new();
        let mut road = Road {
            places: Vec::new(),
            facts: Facts::of(catalogue(), &dossier.answers, today()),
            asked: BTreeSet::new(),
            was_stored: false,
            is_stored: false,
            told_of_stop: false,
            dossier,
        };
        let mut next = catalogue().place(1);
        while let Some(place) = next {
            assert!(road.places.len() < LONGEST, "this road has no end");
            road.places.push(place);
            next = road.screen(place, told);
        }
        road
    }

    /// The page of every screen that came up.
    pub fn pages(&self) -> Vec<PageKind> {
        let page = |place: &ScreenRef| catalogue().screen(*place).page;
        self.places.iter().map(page).collect()
    }

    /// The numbers of the screens that are on the road at the end.
    pub fn steps(&self) -> Vec<usize> {
        let steps = journey::steps(&self.facts, &self.dossier);
        steps.into_iter().map(|place| catalogue().number(place)).collect()
    }

    /// The numbers of the screens that came up and are on the road at the end, in the order in which they came up.
    pub fn seen(&self) -> Vec<usize> {
        let steps = self.steps();
        let numbers = self.places.iter().map(|place| catalogue().number(*place));
        numbers.filter(|number| steps.contains(number)).collect()
    }

    /// The numbers of the screens from the last one back to the first, with “Vorige”.
    pub fn way_back(&self) -> Vec<usize> {
        let mut back = Vec::new();
        let mut place = self.places.last().copied();
        while let Some(at) = place {
            assert!(back.len() < LONGEST, "this way back has no end");
            back.push(catalogue().number(at));
            place = journey::previous(&self.facts, &self.dossier, at);
        }
        back
    }

    /// The ids of the screens that came up, for messages.
    pub fn names(&self) -> String {
        let name = |place: &ScreenRef| catalogue().screen(*place).id.clone();
        self.places.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    fn screen(&mut self, place: ScreenRef, told: &Answers) -> Option<ScreenRef> {
        let number = catalogue().number(place);
        self.apply(Event::Arrived { number });
        // Each question at most once per visit: an answer may open the next question of the same screen.
        let mut done = BTreeSet::new();
        loop {
            let open = self.open(place, told, &done);
            if open.is_empty() {
                break;
            }
            for (question, answer) in open {
                done.insert(question.clone());
                self.apply(Event::Answered { question, answer: Some(answer) });
            }
        }
        self.apply(Event::Continued { number });
        journey::next(&self.facts, &self.dossier, place)
    }

    /// The questions of this screen that the case answers differently from now.
    fn open(&mut self, place: ScreenRef, told: &Answers, done: &BTreeSet<String>) -> Vec<(String, Answer)> {
        let items = journey::items(&self.facts, &self.dossier, place);
        let mut wanted = Vec::new();
        for item in items {
            match item {
                ScreenItem::Question(id) => wanted.push((told.get(&id).cloned(), id)),
                ScreenItem::Nearby(ids) => {
                    wanted.extend(ids.into_iter().map(|id| (told.get(&id).cloned(), id)));
                }
                ScreenItem::Ticks { question, only } => {
                    wanted.push((self.some_ticks(&question, &only, told), question));
                }
            }
        }
        self.asked.extend(wanted.iter().map(|(_, id)| id.clone()));
        let now = &self.dossier.answers;
        let open = wanted.into_iter().filter_map(|(answer, id)| Some((id, answer?)));
        open.filter(|(id, answer)| !done.contains(id) && !same(now.get(id), Some(answer))).collect()
    }

    /// The existing ticks, plus those of `only` that the case ticks.
    fn some_ticks(&self, question: &str, only: &[String], told: &Answers) -> Option<Answer> {
        let ticks = |answers: &Answers| match answers.get(question) {
            Some(Answer::Picks { picked, .. }) => picked.clone(),
            _ => Vec::new(),
        };
        let mut picked = ticks(&self.dossier.answers);
        for tick in ticks(told) {
            if only.contains(&tick) && !picked.contains(&tick) {
                picked.push(tick);
            }
        }
        let own = String::new();
        (!picked.is_empty()).then_some(Answer::Picks { picked, own })
    }

    fn apply(&mut self, event: Event) {
        self.facts = self.dossier.apply(event, catalogue(), today());
        self.is_stored = !saved::records(&self.facts, &self.dossier).is_empty();
        self.was_stored |= self.is_stored;
        self.told_of_stop |= self.dossier.notices.contains(&Notice::KeepingStopped);
    }
}

/// Whether two answers are the same; people have no id in a case, and get one.
fn same(now: Option<&Answer>, told: Option<&Answer>) -> bool {
    match (now, told) {
        (Some(Answer::People(now)), Some(Answer::People(told))) => now.len() == told.len(),
        _ => now == told,
    }
}
