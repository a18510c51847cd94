//! Targeted acts of a life: raise a flag, reach a screen, fill a field, decide about paper, send nonsense.

use app::model::catalogue::ScreenRef;
use app::model::content::flag::Flags;
use app::model::content::{Ask, Sheet, Way};
use app::model::dossier::Notice;
use app::model::dossier::answers::Answer;
use app::model::journey;
use app::model::update::{Event, PaperEvent};
use app::model::{paper, saved, words::length};

use super::dice::Dice;
use super::pool::{Field, Most, field_name, most_letters};
use super::seek::{Seeker, Want};
use super::words::{PLANTS, full, text};

use super::life::Life;

impl Life<'_> {
    pub fn seek_flag(&mut self, dice: &mut Dice) {
        let flag = Flags::all().iter().nth(dice.below(Flags::all().len())).expect("a flag");
        let mut seeker = Seeker::new(dice);
        seeker.flag(flag);
        let wants = seeker.wants;
        self.grant_all(wants, dice);
    }

    /// Brings a screen onto the road, and opens it by its address.
    pub fn seek_screen(&mut self, dice: &mut Dice) {
        let places = self.pool.catalogue.places();
        let screens = self.pool.catalogue.content.flow.screens.len();
        let wanted = dice.below(screens);
        let here: Vec<_> = places.iter().filter(|place| place.screen == wanted).copied().collect();
        let Some(place) = dice.one_of(&here).copied() else {
            return;
        };
        let screen = self.pool.catalogue.screen(place);
        let mut seeker = Seeker::new(dice);
        if let Some(shown) = &screen.shown {
            seeker.holds(shown, place.area);
        }
        if let Some(area) = place.area {
            seeker.tells_more(area);
        }
        if place.area.is_none() && screen.way == Way::More {
            self.send(Event::Opened { screen: screen.id.clone() });
        }
        let wants = seeker.wants;
        self.grant_all(wants, dice);
        for question in self.asked_on(place) {
            let mut seeker = Seeker::new(dice);
            seeker.asked(&question);
            let wants = seeker.wants;
            self.grant_all(wants, dice);
        }
        self.arrive(self.pool.catalogue.number(place));
    }

    /// The questions that a screen can ask.
    pub fn asked_on(&self, place: ScreenRef) -> Vec<String> {
        let catalogue = &self.pool.catalogue;
        let area = place.area.and_then(|area| catalogue.content.areas.get(area));
        let mut questions = Vec::new();
        for ask in &catalogue.screen(place).asks {
            match ask {
                Ask::Question(id) => questions.push(id.clone()),
                Ask::Shared(id) => questions.extend(place.area.map(|area| catalogue.in_area(area, id))),
                Ask::FollowUps { .. } => {
                    questions.extend(area.iter().flat_map(|area| &area.follow_ups).map(|question| question.id.clone()));
                }
                Ask::Nearby => {
                    questions.extend(area.iter().flat_map(|area| &area.nearby).map(|choice| choice.id.clone()));
                }
                Ask::Situations { .. } => {}
            }
        }
        questions
    }

    /// Opens the screen that an address leads to.
    pub fn arrive(&mut self, number: usize) {
        let place = journey::resolve(&self.facts, &self.dossier, number);
        self.here = self.pool.catalogue.number(place);
        self.tally.screen(&self.pool.catalogue.screen(place).id);
        self.send(Event::Arrived { number: self.here });
    }

    /// Asks for the screen of a question that counts, like a row of the overview.
    pub fn seek_question(&mut self, dice: &mut Dice) {
        let asked: Vec<&String> = self.pool.questions.iter().filter(|id| self.facts.is_asked(id)).collect();
        let Some(question) = dice.one_of(&asked).map(|id| (*id).clone()) else { return };
        let place = journey::place_of(&self.facts, &self.dossier, &question);
        self.send(Event::Sought { question });
        if let Some(place) = place {
            self.arrive(self.pool.catalogue.number(place));
        }
    }

    pub fn go_on(&mut self, dice: &mut Dice) {
        for _ in 0..=dice.below(4) {
            self.send(Event::Continued { number: self.here });
            let Some(place) = self.pool.catalogue.place(self.here) else {
                return;
            };
            let Some(next) = journey::next(&self.facts, &self.dossier, place) else {
                return;
            };
            self.arrive(self.pool.catalogue.number(next));
        }
    }

    pub fn go_back(&mut self) {
        let place = self.pool.catalogue.place(self.here);
        if let Some(before) = place.and_then(|place| journey::previous(&self.facts, &self.dossier, place)) {
            self.tally.count("back");
            self.arrive(self.pool.catalogue.number(before));
        }
    }

    /// Fills a field up to its maximum.
    pub fn fill_a_field(&mut self, dice: &mut Dice) {
        let names: Vec<&Vec<Field>> = self.pool.fields.values().collect();
        let same = dice.one_of(&names).copied();
        let Some(Field { question, most }) = same.and_then(|same| dice.one_of(same)).cloned() else {
            return;
        };
        let mut seeker = Seeker::new(dice);
        seeker.asked(&question);
        let wants = seeker.wants;
        self.grant_all(wants, dice);
        let answer = match most {
            Most::Number(most) => Answer::Number(most),
            Most::Letters(most) => {
                let token = self.token();
                let text = full(dice, &token, usize::try_from(most).unwrap_or(0));
                assert_eq!(length(&text), usize::try_from(most).unwrap_or(0));
                self.in_own_words(&question, text)
            }
        };
        self.tally.count(&field_name(&question));
        self.answer(&question, Some(answer));
    }

    /// Enters more than two pages can hold.
    pub fn tell_all(&mut self, dice: &mut Dice) {
        let story = self.pool.catalogue.content.flow.roles.story.clone();
        let areas = self.pool.catalogue.content.areas.len();
        let mut seeker = Seeker::new(dice);
        seeker.asked(&story);
        seeker.tells_more(1 + self.tokens as usize % (areas - 1));
        let wants = seeker.wants;
        self.grant_all(wants, dice);
        let asked: Vec<String> = self.pool.questions.iter().filter(|id| self.facts.is_asked(id)).cloned().collect();
        for question in asked {
            let most = most_letters(self.pool.catalogue, &question).filter(|most| *most > 200);
            if let Some(most) = most {
                let token = self.token();
                let text = full(dice, &token, usize::try_from(most).unwrap_or(0));
                let answer = self.in_own_words(&question, text);
                self.answer(&question, Some(answer));
            }
        }
    }

    /// Enters free text with a planted finding, and decides on the findings.
    pub fn look_at_findings(&mut self, dice: &mut Dice) {
        let story = self.pool.catalogue.content.flow.roles.story.clone();
        let token = self.token();
        if let Some((kind, letters)) = dice.one_of(PLANTS) {
            let text = text(dice, &token, Some(letters), 400);
            self.planted.insert(token, (kind, (*letters).to_owned()));
            self.answer(&story, Some(Answer::Text(text)));
        }
        for (question, finding) in paper::held_back(&self.facts, &self.dossier.paper) {
            let finding = finding.key_at(&question);
            let kept = dice.chance(60);
            self.send(Event::Paper(PaperEvent::Kept { finding, kept }));
        }
    }

    pub fn in_own_words(&self, question: &str, text: String) -> Answer {
        let own = self.pool.catalogue.question(question).is_some_and(|asked| asked.question.own.is_some());
        match self.dossier.answers.get(question) {
            Some(Answer::Picks { picked, .. }) if own => Answer::Picks { picked: picked.clone(), own: text },
            _ if own => Answer::Picks { picked: Vec::new(), own: text },
            _ => Answer::Text(text),
        }
    }

    /// Answers that nobody else looks into the phone, and that the answers may be kept.
    pub fn keep(&mut self, dice: &mut Dice) {
        let roles = &self.pool.catalogue.content.flow.roles;
        self.grant(&roles.device, Want::Pick(roles.device_free.clone()), dice);
        self.grant(&roles.keep, Want::Yes, dice);
        if saved::mode(&self.facts) == saved::Mode::Device {
            self.tally.count("kept on the device");
        }
    }

    /// Sends marks, decisions about paper, and read notices.
    pub fn decide(&mut self, dice: &mut Dice) {
        let on = dice.chance(60);
        let event = match dice.below(10) {
            0 => Event::Marked { item: self.something(dice), on },
            1 => Event::Noticed([Notice::KeepingStopped, Notice::Cleaned][dice.below(2)]),
            2 => Event::Paper(PaperEvent::BlockShown { block: u8::try_from(dice.below(14)).unwrap_or(0), shown: !on }),
            3 | 4 => Event::Paper(PaperEvent::Kept { finding: self.a_finding(dice), kept: on }),
            5 => Event::Paper(PaperEvent::GoesAlong { part: self.a_part(dice), along: on }),
            6 => Event::Paper(PaperEvent::GemeenteChosen { id: self.a_gemeente(dice) }),
            7 => Event::Paper(PaperEvent::CallNote { along: on }),
            8 => Event::Paper(PaperEvent::Sheet { sheet: Sheet::ALL[dice.below(Sheet::ALL.len())], along: on }),
            _ => Event::Paper(PaperEvent::Made),
        };
        self.send(event);
    }

    /// The id of a question or of a tick.
    pub fn something(&self, dice: &mut Dice) -> String {
        let question = dice.one_of(&self.pool.questions).cloned().unwrap_or_default();
        let options = self.options(&question);
        dice.one_of(&options).cloned().filter(|_| dice.chance(60)).unwrap_or(question)
    }

    pub fn a_finding(&self, dice: &mut Dice) -> String {
        let held = paper::held_back(&self.facts, &self.dossier.paper);
        let found = dice.one_of(&held).map(|(question, finding)| finding.key_at(question));
        found.unwrap_or_else(|| "n1#bsn".to_owned())
    }

    pub fn a_part(&self, dice: &mut Dice) -> String {
        let paper = paper::summary::compose(&self.facts, &self.dossier.paper);
        dice.one_of(&paper.left_over).map_or_else(|| "n1".to_owned(), |left| left.key.clone())
    }

    pub fn a_gemeente(&self, dice: &mut Dice) -> String {
        let gemeenten = &self.pool.catalogue.content.gemeenten;
        dice.one_of(gemeenten).filter(|_| dice.chance(70)).map(|gemeente| gemeente.id.clone()).unwrap_or_default()
    }

    /// Sends what no screen sends: unknown ids, answers of another kind, numbers out of range.
    pub fn nonsense(&mut self, dice: &mut Dice) {
        let question = dice.one_of(&self.pool.questions).cloned().unwrap_or_default();
        match dice.below(5) {
            0 => self.answer("no-such-question", Some(Answer::Yes)),
            1 => self.answer(&question, Some(Answer::Number(i64::MIN))),
            2 => {
                let text = self.text_for(&question, dice);
                self.answer(&question, Some(Answer::Text(text)));
            }
            3 => {
                self.answer(&question, Some(Answer::Picks { picked: vec!["mens.999".to_owned()], own: String::new() }));
            }
            _ => {
                let number = [0, 9_999, usize::MAX][dice.below(3)];
                self.send(Event::Arrived { number });
                self.send(Event::Continued { number });
                self.send(Event::Opened { screen: "no-such-screen".to_owned() });
            }
        }
    }
}
