//! One random resident on the road: answers, continues, opens the overview, takes a side road.

use app::model::catalogue::ScreenRef;
use app::model::content::{PageKind, QuestionKind, Step};
use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::journey::{self, Onward};
use app::model::overview::{ChangeTarget, Overview};
use app::model::plan::{PersonDetails, PersonId, PlanEvent};
use app::model::plan_rules::gate;
use app::model::update::Event;

use super::answers::fitting;
use super::changes::{Planner, a_change};
use super::checks;
use super::dice::Dice;
use super::tally::Tally;
use super::{catalogue, today};

/// Maximum number of screens of a walk; most have forty.
const LONGEST: usize = 400;

pub struct Walker<'a> {
    pub dossier: Dossier,
    pub facts: Facts,
    pub here: ScreenRef,
    /// Whether the screen was opened from the overview, and leads back there.
    pub returning: bool,
    pub dice: Dice,
    pub tally: &'a mut Tally,
}

impl<'a> Walker<'a> {
    pub fn new(dice: Dice, tally: &'a mut Tally) -> Walker<'a> {
        let dossier = Dossier::new();
        let facts = dossier.facts(catalogue(), today());
        let here = catalogue().place(1).expect("a first screen");
        Walker { dossier, facts, here, returning: false, dice, tally }
    }

    /// Walks from the first screen to the paper.
    pub fn walk(&mut self) -> Result<(), String> {
        self.come_on(self.here)?;
        self.go(LONGEST)?.then_some(()).ok_or_else(|| "this road has no end".to_owned())
    }

    /// Walks a few screens from a random point of the road, as if everything before it was answered.
    pub fn walk_midway(&mut self, screens: usize) -> Result<(), String> {
        for _ in 0..3 {
            self.answer_the_road();
        }
        let steps = journey::steps(&self.facts, &self.dossier);
        let place = self.dice.below(steps.len());
        for step in &steps[..place] {
            self.dossier.passed.insert(catalogue().number(*step));
        }
        // A flag that stops the questions comes first.
        let start = journey::resolve(&self.facts, &self.dossier, catalogue().number(steps[place]));
        self.come_on(start)?;
        self.go(screens).map(|_| ())
    }

    /// Answers much of what the road asks now, all at once.
    fn answer_the_road(&mut self) {
        let road = journey::road(&self.facts, &self.dossier.opened);
        let questions = road.iter().flat_map(|(_, items)| items.iter().flat_map(journey::ScreenItem::questions));
        for question in questions {
            let Some(asked) = catalogue().question(question) else { continue };
            if !self.dossier.answers.contains_key(question) && self.dice.chance(60) {
                let answer = fitting(&self.facts, asked, &mut self.dice);
                self.dossier.answers.insert(question.clone(), answer);
            }
        }
        self.facts = self.dossier.facts(catalogue(), today());
        if self.dice.chance(20) {
            self.make_a_plan();
        }
    }

    /// Fills the plan with people and random changes, as if the circle had worked on it before.
    fn make_a_plan(&mut self) {
        if !gate::is_open(&self.facts) {
            return;
        }
        let asked = catalogue().questions().filter(|(id, asked)| {
            matches!(asked.question.kind, QuestionKind::People(_))
                && self.facts.is_asked(id)
                && self.facts.raw(id).is_none()
        });
        let asked: Vec<_> = asked.map(|(id, asked)| (id.to_owned(), *asked)).collect();
        for (question, asked) in asked {
            let people = fitting(&self.facts, &asked, &mut self.dice);
            self.say(&question, Some(people));
        }
        let mut dice = Dice::new(self.dice.below(usize::MAX).try_into().unwrap_or(0));
        for _ in 0..4 + dice.below(12) {
            let change = a_change(self, &mut dice);
            self.send(Event::Plan(change));
        }
    }

    /// Continues for this many screens; returns true if the last screen came.
    fn go(&mut self, screens: usize) -> Result<bool, String> {
        let mut further = if self.dice.chance(30) { 6 } else { 0 };
        for _ in 0..screens {
            self.answer_all()?;
            checks::all(self)?;
            if self.page() == PageKind::Paper && further == 0 {
                return Ok(true);
            }
            if self.page() == PageKind::Paper {
                further -= 1;
            }
            if !self.take_a_button()? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub fn page(&self) -> PageKind {
        catalogue().screen(self.here).page
    }

    pub fn send(&mut self, event: Event) {
        self.facts = self.dossier.apply_after(&self.facts, event, today());
    }

    pub fn say(&mut self, question: &str, answer: Option<Answer>) {
        self.send(Event::Answered { question: question.to_owned(), answer });
    }

    /// Opens a screen by its address.
    pub fn come_on(&mut self, place: ScreenRef) -> Result<(), String> {
        checks::resolves(&self.facts, &self.dossier, place)?;
        self.here = place;
        self.tally.screen(&catalogue().screen(place).id);
        self.send(Event::Arrived { number: catalogue().number(place) });
        Ok(())
    }

    fn answer_all(&mut self) -> Result<(), String> {
        let items = journey::items(&self.facts, &self.dossier, self.here);
        let eager = if self.dice.chance(80) { 70 } else { 15 };
        for question in items.iter().flat_map(journey::ScreenItem::questions) {
            if self.dice.chance(eager) && self.facts.is_asked(question) {
                self.answer(question)?;
            }
        }
        Ok(())
    }

    /// Gives an answer that fits; it must be stored, and count unless it ends its own question.
    pub fn answer(&mut self, question: &str) -> Result<(), String> {
        let asked = catalogue().question(question).ok_or_else(|| format!("{question}: no such question"))?;
        let answer = fitting(&self.facts, asked, &mut self.dice);
        self.say(question, Some(answer.clone()));
        self.tally.count("answered on a screen");
        let is_set = match (self.facts.raw(question), &answer) {
            (Some(Answer::People(now)), Answer::People(told)) => now.len() == told.len(),
            (now, _) => now == Some(&answer),
        };
        let ends = catalogue().content.flow.roles.sets.iter().any(|sets| sets.question == question);
        // A flag that stops keeping removes the yes to keeping.
        let is_kept = question == catalogue().content.flow.roles.keep;
        if is_kept || (is_set && (ends || self.facts.is_asked(question))) {
            return Ok(());
        }
        Err(format!("{question} was answered with {answer:?}, and that does not count"))
    }

    /// Taps one of the buttons; returns false after the last screen.
    fn take_a_button(&mut self) -> Result<bool, String> {
        match self.dice.below(100) {
            0..6 => self.look_over().map(|()| true),
            6..9 => self.say_stuck().map(|()| true),
            9..13 => self.go_back().map(|()| true),
            13..30 if catalogue().screen(self.here).step == Step::Circle => {
                self.fear_someone();
                self.answer_before_the_plan()?;
                self.go_on()
            }
            16..50 if self.page() == PageKind::Flag => self.look_back().map(|()| true),
            16..40 if self.is_for_another() => self.go_on_together(),
            16..60 if self.page() == PageKind::Sharing => self.open_further().map(|()| true),
            16..40 if self.page() == PageKind::Check => self.change_a_row().map(|()| true),
            _ => self.go_on(),
        }
    }

    /// Taps “Verder”.
    pub fn go_on(&mut self) -> Result<bool, String> {
        let from = self.here;
        let steps = journey::steps(&self.facts, &self.dossier);
        self.send(Event::Continued { number: catalogue().number(from) });
        let onward = journey::onward(&self.facts, &self.dossier, from, self.returning);
        let to = match onward {
            Onward::Nowhere => return Ok(false),
            Onward::Overview => {
                self.tally.count("led back to the overview");
                self.returning = false;
                self.come_on(self.overview().here)?;
                return Ok(true);
            }
            Onward::To { place, returns } => {
                self.returning = returns;
                place
            }
        };
        checks::nothing_stays_behind(self, from, to)?;
        self.come_on(to)?;
        checks::back_undoes(self, from, &steps)?;
        Ok(true)
    }

    fn go_back(&mut self) -> Result<(), String> {
        match journey::previous(&self.facts, &self.dossier, self.here) {
            Some(before) if checks::may_leave(&self.facts, &self.dossier) => self.come_on(before),
            _ => Ok(()),
        }
    }

    pub fn overview(&self) -> Overview {
        Overview::of(&self.facts, &self.dossier)
    }

    /// Opens the overview from the menu.
    fn look_over(&mut self) -> Result<(), String> {
        if !checks::may_leave(&self.facts, &self.dossier) {
            return Ok(());
        }
        self.come_on(self.overview().here)
    }

    /// Goes from the screen of a flag to the overview.
    fn look_back(&mut self) -> Result<(), String> {
        self.tally.count("looked back from a flag");
        self.send(Event::Continued { number: catalogue().number(self.here) });
        self.returning = false;
        self.come_on(self.overview().here)
    }

    /// Taps “Verander dit”, “Vul het in” or “Vertel meer over”.
    fn change_a_row(&mut self) -> Result<(), String> {
        let overview = self.overview();
        let lines: Vec<_> =
            overview.lines().filter_map(|line| Some((line.row.question.clone(), line.leads_to?))).collect();
        let more: Vec<_> = overview.more.iter().map(|(_, question)| question.clone()).collect();
        let wants_more = self.dice.chance(20);
        let (question, lead) = match self.dice.one_of(&more).filter(|_| wants_more) {
            Some(question) => {
                self.tally.count("more about an area");
                let place = journey::place_of(&self.facts, &self.dossier, question);
                (
                    question.clone(),
                    ChangeTarget::Screen(place.ok_or_else(|| format!("more: {question} is asked nowhere"))?),
                )
            }
            None => self.dice.one_of(&lines).cloned().ok_or("no row has a button")?,
        };
        let ChangeTarget::Screen(place) = lead else { return Ok(()) };
        self.tally.count("changed from the overview");
        self.send(Event::Sought { question });
        self.returning = true;
        self.come_on(place)
    }

    fn open_further(&mut self) -> Result<(), String> {
        let places = journey::further(&self.facts, &self.dossier);
        let Some(place) = self.dice.one_of(&places).copied() else { return Ok(()) };
        self.tally.count("further screen opened");
        self.send(Event::Opened { screen: catalogue().screen(place).id.clone() });
        self.come_on(place)
    }

    /// Taps “Het loopt vast” in the menu, or undoes it.
    fn say_stuck(&mut self) -> Result<(), String> {
        let stuck = &catalogue().content.flow.roles.stuck;
        if !self.facts.is_asked(stuck) || !checks::may_leave(&self.facts, &self.dossier) {
            return Ok(());
        }
        if self.facts.yes(stuck) && self.dice.chance(40) {
            self.tally.count("took back that it is stuck");
            self.say(stuck, None);
            let before = journey::place_at(&self.facts, &self.dossier);
            return self.come_on(before);
        }
        self.tally.count("said that it is stuck");
        self.say(stuck, Some(Answer::Yes));
        self.returning = false;
        let first = journey::side_road_screens(&self.facts, &self.dossier, Step::Stuck).first().copied();
        self.come_on(first.ok_or("it is stuck, and its road is closed")?)
    }

    fn is_for_another(&self) -> bool {
        catalogue().screen(self.here).step == Step::ForSomeoneElse
    }

    /// Taps “Vul het samen in”.
    fn go_on_together(&mut self) -> Result<bool, String> {
        let given = catalogue().content.flow.roles.together.as_ref().ok_or("no way to go on together")?;
        self.tally.count("helper and resident go on together");
        self.say(&given.question, Some(Answer::pick(&given.option)));
        let on = self.go_on()?;
        if self.is_for_another() {
            return Err("still on the road for another".to_owned());
        }
        Ok(on)
    }

    /// Marks a person of the circle as feared.
    fn fear_someone(&mut self) {
        if self.dossier.last_person > 0 {
            self.tally.count("feared person in the plan");
            let about = PersonDetails { afraid: true, ..PersonDetails::default() };
            self.send(Event::Plan(PlanEvent::PersonDetails { person: PersonId(1), about }));
        }
    }

    /// Answers one of the questions that the page of the plan asks.
    pub fn answer_before_the_plan(&mut self) -> Result<(), String> {
        let before = &catalogue().content.plan.roles.before;
        match self.dice.one_of(before).filter(|question| self.facts.is_asked(question)) {
            Some(question) => self.answer(question),
            None => Ok(()),
        }
    }

    /// The answers, for a message.
    pub fn told(&self) -> String {
        let answers = self.dossier.answers.iter().map(|(id, answer)| format!("{id}={}", short(answer)));
        format!("at {}: {}", catalogue().screen(self.here).id, answers.collect::<Vec<_>>().join("; "))
    }
}

impl Planner for Walker<'_> {
    fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    fn today(&self) -> Date {
        today()
    }

    fn token(&mut self) -> String {
        "zqwalk".to_owned()
    }

    fn words(&mut self, dice: &mut Dice) -> String {
        ["", "belt mij", "elke zondag", "komt zo vaak mogelijk", "is thuis"][dice.below(5)].to_owned()
    }
}

fn short(answer: &Answer) -> String {
    match answer {
        Answer::Picks { picked, own } => format!("[{}] {own}", picked.join(" ")),
        Answer::People(people) => format!("{} people", people.len()),
        other => format!("{other:?}"),
    }
}
