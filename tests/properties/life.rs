//! One random dossier: a list of genes becomes events, as a resident (or a broken app) could send them.

use std::collections::BTreeMap;

use app::model::content::flag::Flag;
use app::model::content::{Options, QuestionKind};
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::journey::{self, ScreenItem};
use app::model::paper;
use app::model::update::Event;

use super::dice::Dice;
use super::expected;
use super::pool::{Pool, most_letters, pool};
use super::seek::{Seeker, Want, as_asked};
use super::tally::Tally;
use super::words::{PLANTS, text};

/// The effect of one event on a dossier, for the promises about single events.
pub struct Step<'a> {
    pub event: &'a Event,
    pub before: &'a Dossier,
    pub after: &'a Dossier,
    pub facts: &'a Facts,
}

/// One dossier, and what the generators know about it.
pub struct Life<'a> {
    pub pool: &'static Pool,
    pub dossier: Dossier,
    pub facts: Facts,
    /// Number of the current screen.
    pub here: usize,
    /// Planted texts: the token, the kind of finding, and the planted letters.
    pub planted: BTreeMap<String, (&'static str, String)>,
    pub tokens: u32,
    pub tally: &'a mut Tally,
    pub watch: &'a dyn Fn(&Step<'_>) -> Result<(), String>,
    pub broken: Option<String>,
}

impl<'a> Life<'a> {
    /// Lives through all genes; an error names the promise that an event broke.
    pub fn lived(
        genes: &[u64],
        tally: &'a mut Tally,
        watch: &'a dyn Fn(&Step<'_>) -> Result<(), String>,
    ) -> Result<Life<'a>, String> {
        let pool = pool();
        let dossier = Dossier::new();
        let facts = Facts::of(pool.catalogue, &dossier.answers, pool.today);
        let planted = BTreeMap::new();
        let mut life = Life { pool, dossier, facts, here: 1, planted, tokens: 0, tally, watch, broken: None };
        for gene in genes {
            life.act(&mut Dice::new(*gene));
            if let Some(broken) = life.broken.take() {
                return Err(broken);
            }
        }
        expected::count_flags(life.facts.flags().iter(), life.tally);
        Ok(life)
    }

    pub fn act(&mut self, dice: &mut Dice) {
        match dice.below(100) {
            0..14 => self.answer_here(dice),
            14..18 => self.make_a_plan(dice),
            18..30 => self.go_on(dice),
            30..34 => self.go_back(),
            34..46 => self.seek_flag(dice),
            46..58 => self.seek_screen(dice),
            58..80 => self.fill_a_field(dice),
            80..82 => self.tell_all(dice),
            82..84 => self.keep(dice),
            84..87 => self.answer_anything(dice),
            87..90 => self.look_at_findings(dice),
            90..95 => self.decide(dice),
            95..96 => self.seek_question(dice),
            96..98 => self.send(Event::Undone),
            _ => self.nonsense(dice),
        }
    }

    /// Sends an event and checks what it did.
    pub fn send(&mut self, event: Event) {
        let before = self.dossier.clone();
        self.facts = self.dossier.apply(event.clone(), self.pool.catalogue, self.pool.today);
        self.tally.count(expected::name(&event));
        let step = Step { event: &event, before: &before, after: &self.dossier, facts: &self.facts };
        if let Err(broken) = (self.watch)(&step) {
            self.broken.get_or_insert(broken);
        }
        if !self.facts.flags().is_empty() {
            expected::count_flags(self.facts.flags().iter(), self.tally);
        }
    }

    pub fn answer(&mut self, question: &str, answer: Option<Answer>) {
        self.send(Event::Answered { question: question.to_owned(), answer });
    }

    pub fn token(&mut self) -> String {
        self.tokens += 1;
        format!("zq{}q", self.tokens)
    }

    /// A text for a question, sometimes with something planted in it.
    pub fn text_for(&mut self, question: &str, dice: &mut Dice) -> String {
        let most = most_letters(self.pool.catalogue, question).unwrap_or(400);
        let most = usize::try_from(most).unwrap_or(400);
        let token = self.token();
        let names = self.hidden_names();
        let planted = if dice.chance(25) {
            dice.one_of(PLANTS).map(|(kind, letters)| (*kind, (*letters).to_owned()))
        } else if dice.chance(15) {
            dice.one_of(&names).map(|name| ("name", name.clone()))
        } else {
            None
        };
        let secrets =
            if planted.is_none() && dice.chance(30) { super::plan::secrets(&self.dossier) } else { Vec::new() };
        let inside = planted.as_ref().map(|(_, letters)| letters).or(dice.one_of(&secrets));
        let text = text(dice, &token, inside.map(String::as_str), most);
        if let Some((kind, letters)) = planted.filter(|(_, letters)| text.contains(letters.as_str())) {
            self.planted.insert(token, (kind, letters));
        }
        text
    }

    /// First names that are not allowed on paper now.
    pub fn hidden_names(&self) -> Vec<String> {
        let people = self.dossier.answers.values().flat_map(|answer| match answer {
            Answer::People(people) => people.as_slice(),
            _ => &[],
        });
        let may = |person: &&Person| !person.name_on_paper || self.facts.is_up(Flag::Unsafe);
        people.filter(may).map(|person| person.name.clone()).filter(|name| !name.is_empty()).collect()
    }

    pub fn answer_here(&mut self, dice: &mut Dice) {
        let Some(place) = self.pool.catalogue.place(self.here) else {
            return;
        };
        let items = journey::items(&self.facts, &self.dossier, place);
        let question = match dice.one_of(&items) {
            Some(ScreenItem::Question(id)) => id.clone(),
            Some(ScreenItem::Ticks { question, only }) => {
                let tick = dice.one_of(only).cloned().unwrap_or_default();
                return self.grant(question, Want::Pick(tick), dice);
            }
            Some(ScreenItem::Nearby(ids)) => dice.one_of(ids).cloned().unwrap_or_default(),
            None => return self.go_on(dice),
        };
        let answer = self.fitting(&question, dice);
        self.answer(&question, answer);
    }

    pub fn answer_anything(&mut self, dice: &mut Dice) {
        let question = dice.one_of(&self.pool.questions).cloned().unwrap_or_default();
        if dice.chance(50) {
            let mut seeker = Seeker::new(dice);
            seeker.asked(&question);
            let wants = seeker.wants;
            self.grant_all(wants, dice);
        }
        let answer = self.fitting(&question, dice);
        self.answer(&question, answer);
    }

    /// An answer that fits the question; sometimes none, or an empty one.
    pub fn fitting(&mut self, question: &str, dice: &mut Dice) -> Option<Answer> {
        let asked = self.pool.catalogue.question(question)?;
        if dice.chance(8) {
            return [None, Some(Answer::Unknown), Some(Answer::Withheld)][dice.below(3)].clone();
        }
        Some(match asked.question.kind {
            QuestionKind::YesNo => [Answer::Yes, Answer::No][dice.below(2)].clone(),
            QuestionKind::One => self.picks(question, 1, dice),
            QuestionKind::Many => {
                let most = if dice.chance(10) { 12 } else { 4 };
                let count = 1 + dice.below(most);
                self.picks(question, count, dice)
            }
            QuestionKind::Number { min, max, .. } => Answer::Number(dice.between(min, max)),
            QuestionKind::Date => Answer::Date(self.pool.today.plus(dice.between(-60, 60)).unwrap_or(self.pool.today)),
            QuestionKind::Text => Answer::Text(self.text_for(question, dice)),
            QuestionKind::People(_) => Answer::People(self.people(question, dice)),
        })
    }

    pub fn picks(&mut self, question: &str, count: usize, dice: &mut Dice) -> Answer {
        let options = self.options(question);
        let picked: Vec<String> = dice.shuffled(options).into_iter().take(count).collect();
        let takes_own = self.pool.catalogue.question(question).is_some_and(|asked| asked.question.own.is_some());
        let own = if takes_own && dice.chance(50) { self.text_for(question, dice) } else { String::new() };
        Answer::Picks { picked, own }
    }

    pub fn options(&self, question: &str) -> Vec<String> {
        let Some(asked) = self.pool.catalogue.question(question) else {
            return Vec::new();
        };
        let listed = self.pool.catalogue.listed(asked).iter().map(|choice| choice.id.clone());
        let areas = || self.pool.catalogue.content.areas.iter().map(|area| area.id.clone());
        match asked.question.options_from {
            Options::Areas | Options::ChosenAreas => areas().collect(),
            Options::Circle => listed.chain((1..=self.dossier.last_person).map(|id| format!("mens.{id}"))).collect(),
            Options::OwnSentences => listed.chain(paper::summary::own_sentences(&self.facts)).collect(),
            Options::Listed | Options::Situations | Options::Strengths | Options::Outcomes => listed.collect(),
        }
    }

    pub fn people(&mut self, question: &str, dice: &mut Dice) -> Vec<Person> {
        let ages = self.options(question);
        let mut people = match self.dossier.answers.get(question) {
            Some(Answer::People(people)) if dice.chance(50) => people.clone(),
            _ => Vec::new(),
        };
        for _ in 0..=dice.below(7) {
            let role = ["buurvrouw", "mijn zus", "de wijkagent", ""][dice.below(4)];
            let role = if dice.chance(20) { self.token() } else { role.to_owned() };
            let name = if dice.chance(60) { format!("Naam{}x", self.token()) } else { String::new() };
            let what = if dice.chance(40) { self.text_for(question, dice) } else { String::new() };
            let age = dice.one_of(&ages).cloned().unwrap_or_default();
            people.push(Person {
                id: 0,
                role,
                name,
                age,
                what,
                name_on_paper: dice.chance(30),
                steady: dice.chance(10),
            });
        }
        people
    }

    pub fn grant_all(&mut self, wants: Vec<(String, Want)>, dice: &mut Dice) {
        for (question, want) in wants {
            self.grant(&question, want, dice);
        }
    }

    /// Answers so that the wish is met; existing ticks stay.
    pub fn grant(&mut self, question: &str, want: Want, dice: &mut Dice) {
        let Some(asked) = self.pool.catalogue.question(question) else {
            return;
        };
        let answer = match as_asked(asked, want) {
            Want::Yes => Some(Answer::Yes),
            Want::No => Some(Answer::No),
            Want::Number(number) => Some(Answer::Number(number)),
            Want::Day(days) => self.pool.today.plus(days).map(Answer::Date),
            Want::Words(words) => {
                let text = self.text_for(question, dice);
                Some(Answer::Text(format!("{words} {text}")))
            }
            Want::Any => self.fitting(question, dice),
            Want::Nothing => None,
            Want::Pick(option) => Some(self.with_pick(question, asked.question.kind, option)),
        };
        if answer.as_ref() != self.dossier.answers.get(question) {
            self.answer(question, answer);
        }
    }

    pub fn with_pick(&self, question: &str, kind: QuestionKind, option: String) -> Answer {
        let (mut picked, own) = match self.dossier.answers.get(question) {
            Some(Answer::Picks { picked, own }) if kind == QuestionKind::Many => (picked.clone(), own.clone()),
            _ => (Vec::new(), String::new()),
        };
        let roles = &self.pool.catalogue.content.flow.roles;
        if !picked.contains(&option) {
            // A wanted area must be among the first few.
            let place = if question == roles.areas { 0 } else { picked.len() };
            picked.insert(place, option);
        }
        Answer::Picks { picked, own }
    }
}
