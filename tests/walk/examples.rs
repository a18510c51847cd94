//! The smallest sets of answers after which a button once led nowhere, or a question was never asked.

use app::model::catalogue::ScreenRef;
use app::model::content::PageKind;
use app::model::content::flag::Flag;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::journey::{self, Onward};
use app::model::overview::{ChangeTarget, Overview, OverviewLine};
use app::model::paper::answers_so_far;
use app::model::privacy::audience::Medium;
use app::model::update::Event;

use super::{catalogue, today};

/// A resident who gives the answers of a list, walking from the first screen.
struct Resident {
    dossier: Dossier,
    facts: Facts,
    here: ScreenRef,
    returning: bool,
    told: Vec<(&'static str, Answer)>,
}

impl Resident {
    fn new(told: Vec<(&'static str, Answer)>) -> Resident {
        let dossier = Dossier::new();
        let facts = dossier.facts(catalogue(), today());
        let here = catalogue().place(1).expect("a first screen");
        Resident { dossier, facts, here, returning: false, told }
    }

    fn send(&mut self, event: Event) {
        self.facts = self.dossier.apply(event, catalogue(), today());
    }

    fn say(&mut self, question: &str, answer: Answer) {
        self.send(Event::Answered { question: question.to_owned(), answer: Some(answer) });
    }

    fn come_on(&mut self, place: ScreenRef) {
        self.here = place;
        self.send(Event::Arrived { number: catalogue().number(place) });
    }

    fn asks(&self, question: &str) -> bool {
        journey::items(&self.facts, &self.dossier, self.here).iter().any(|item| item.is_about(question))
    }

    /// Answers the screen from the list.
    fn answer_here(&mut self) {
        for (question, answer) in self.told.clone() {
            if self.asks(question) && self.facts.raw(question) != Some(&answer) {
                self.say(question, answer);
            }
        }
    }

    /// Taps “Verder”; returns false after the last screen.
    fn go_on(&mut self) -> bool {
        self.send(Event::Continued { number: catalogue().number(self.here) });
        match journey::onward(&self.facts, &self.dossier, self.here, self.returning) {
            Onward::Nowhere => return false,
            Onward::Overview => {
                self.returning = false;
                self.come_on(self.overview().here);
            }
            Onward::To { place, returns } => {
                self.returning = returns;
                self.come_on(place);
            }
        }
        true
    }

    /// Walks until a screen asks the question; returns false if the paper or the last screen comes first.
    fn meets(&mut self, question: &str) -> bool {
        for _ in 0..200 {
            self.answer_here();
            if self.asks(question) {
                return true;
            }
            if self.is_at(PageKind::Paper) || !self.go_on() {
                return false;
            }
        }
        panic!("this road has no end");
    }

    /// Walks to this page.
    fn walk_to(&mut self, page: PageKind) {
        for _ in 0..200 {
            self.answer_here();
            if self.is_at(page) {
                return;
            }
            assert!(self.go_on(), "no such page on this road");
        }
        panic!("this road has no end");
    }

    fn is_at(&self, page: PageKind) -> bool {
        catalogue().screen(self.here).page == page
    }

    fn overview(&self) -> Overview {
        Overview::of(&self.facts, &self.dossier)
    }

    fn row(&self, question: &str) -> Option<OverviewLine> {
        self.overview().lines().find(|line| line.row.question == question).cloned()
    }

    /// Taps the button of a row.
    fn change(&mut self, question: &str) {
        let line = self.row(question).unwrap_or_else(|| panic!("no row for {question}"));
        let Some(ChangeTarget::Screen(place)) = line.leads_to else { panic!("the row for {question} has no button") };
        self.send(Event::Sought { question: question.to_owned() });
        assert_eq!(journey::resolve(&self.facts, &self.dossier, catalogue().number(place)), place, "{question}");
        self.returning = true;
        self.come_on(place);
    }
}

fn picks(ids: &[&str]) -> Answer {
    Answer::Picks { picked: ids.iter().map(|id| (*id).to_owned()).collect(), own: String::new() }
}

fn words(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

#[test]
fn a_gentle_question_can_be_changed_once_it_was_answered() {
    for (question, text) in
        [("z1", "Ik wil dood."), ("z2", "Hij slaat mij."), ("z3", "De kinderen zijn bang."), ("z4", "Ik zie bloed.")]
    {
        let mut resident = Resident::new(vec![("n1", words(text)), (question, Answer::No)]);
        resident.walk_to(PageKind::Check);
        assert_eq!(resident.facts.raw(question), Some(&Answer::No));
        resident.change(question);
        assert!(resident.asks(question), "{question}");
        resident.say(question, Answer::Yes);
        assert!(resident.asks(question), "it stays while the resident is there");
    }
}

#[test]
fn the_day_out_of_the_house_is_asked_whichever_area_tells_more() {
    for (told, answer, flag) in [
        (vec![("geld.u-meer", Answer::Yes), ("wonen.u-meer", Answer::Yes)], "wo-uit", Flag::Roof),
        (vec![("geld.u-meer", Answer::Yes)], "wo-uit", Flag::Roof),
        (vec![("wonen.u-meer", Answer::Yes)], "wo-uit", Flag::Roof),
    ] {
        let first = vec![("n2", picks(&["geld", "wonen"])), ("wonen.u1", picks(&["wo1"]))];
        let mut resident = Resident::new(first.into_iter().chain(told).collect());
        assert!(resident.meets(answer));
        assert!(resident.facts.is_up(flag));
        resident.say(answer, Answer::Date("2026-10-01".parse().expect("a day")));
        assert!(!resident.facts.is_up(flag));
        resident.walk_to(PageKind::Paper);
    }
}

#[test]
fn whether_someone_was_seen_this_week_is_asked_whichever_area_tells_more() {
    for told in [vec!["dag.u-meer", "mensen.u-meer"], vec!["dag.u-meer"], vec!["mensen.u-meer"]] {
        let first = vec![("n2", picks(&["dag", "mensen"])), ("mensen.u1", picks(&["me1"]))];
        let more = told.into_iter().map(|id| (id, Answer::Yes));
        let mut resident = Resident::new(first.into_iter().chain(more).collect());
        assert!(resident.meets("me-week"));
    }
}

#[test]
fn an_area_about_safety_that_was_not_chosen_is_no_row() {
    let mut resident = Resident::new(vec![("n2", picks(&["geld"]))]);
    resident.walk_to(PageKind::Check);
    assert!(resident.overview().lines().all(|line| !line.row.question.starts_with("veilig.")));
    assert!(resident.row("geld.u1").is_some());
    // The text to take along does not list it as open either.
    let groups = answers_so_far::groups(&resident.facts, Medium::OwnScreen, &resident.dossier.paper.kept);
    let mut rows = groups.iter().flat_map(|group| &group.rows);
    assert!(rows.all(|row| !row.question.starts_with("veilig.")));
}

#[test]
fn an_area_beyond_the_first_few_opens_from_the_overview() {
    let mut resident = Resident::new(vec![("n2", picks(&["geld", "wonen", "hoofd", "werk"]))]);
    resident.walk_to(PageKind::Check);
    resident.change("werk.u1");
    assert!(resident.asks("werk.u1"));
    assert!(resident.go_on() && resident.is_at(PageKind::Check));
    resident.change("werk.u-meer");
    resident.say("werk.u-meer", Answer::Yes);
    assert!(resident.go_on() && resident.is_at(PageKind::Check));
    resident.change("werk.u3");
    assert!(resident.asks("werk.u3"));
}

#[test]
fn every_follow_up_has_a_screen_also_the_ninth_and_the_tenth() {
    let situations = picks(&["wo1", "wo7", "wo8", "wo11"]);
    let told = vec![("n2", picks(&["wonen"])), ("wonen.u1", situations), ("wonen.u-meer", Answer::Yes)];
    let mut resident = Resident::new(told);
    assert!(resident.meets("wo-mensen") && resident.asks("wo-kamers"));
}

#[test]
fn a_resident_who_is_tired_of_help_finds_no_row_for_what_is_spared() {
    let told = vec![("n2", picks(&["geld"])), ("geld.u-meer", Answer::Yes), ("kr-moe", Answer::Yes)];
    let mut resident = Resident::new(told);
    resident.walk_to(PageKind::Check);
    assert!(resident.facts.yes("kr-moe"));
    for question in ["geld.u5", "geld.u7"] {
        assert!(resident.row(question).is_none(), "{question}");
    }
    resident.change("geld.u5b");
    assert!(resident.asks("geld.u5b"));
}

#[test]
fn on_the_road_for_another_every_row_leads_to_its_question() {
    let mut resident = Resident::new(vec![("st1", picks(&["ander"])), ("q3", picks(&["weet-niet"]))]);
    assert!(!resident.meets("n1"), "the resident has no road of their own");
    assert!(resident.is_at(PageKind::ForSomeoneElse));
    let here = resident.overview().here;
    assert_eq!(journey::resolve(&resident.facts, &resident.dossier, catalogue().number(here)), here);
    assert!(resident.row("kr-niemand").is_none());
    resident.change("q3n");
    assert!(resident.asks("q3n"));
    resident.come_on(here);
    assert!(resident.go_on(), "the overview leads on");
}

#[test]
fn a_line_on_paper_is_asked_about_when_its_flag_rises_after_the_sharing_screen() {
    for (text, soft, paper) in [("Ik zie bloed.", "z4", "pa-med"), ("Hij slaat mij.", "z2", "pa-vt")] {
        let mut resident = Resident::new(vec![("vr-eigen", words(text)), (soft, Answer::Yes)]);
        resident.walk_to(PageKind::Sharing);
        assert!(!resident.asks(paper) && resident.go_on());
        assert!(resident.meets(paper), "{paper}");
        resident.go_on();
        resident.walk_to(PageKind::Paper);
    }
}

#[test]
fn the_safety_questions_come_once_one_turns_out_to_be_alone() {
    let mut resident = Resident::new(vec![("st1", picks(&["samen"])), ("st7", Answer::Yes)]);
    resident.walk_to(PageKind::Check);
    assert!(!resident.facts.is_asked("q2"));
    resident.change("st7");
    resident.say("st7", Answer::No);
    resident.told = Vec::new();
    assert!(resident.go_on() && resident.is_at(PageKind::Check));
    assert!(resident.meets("q2"));
    resident.go_on();
    resident.walk_to(PageKind::Paper);
}

#[test]
fn two_who_fill_it_in_together_are_not_asked_whether_one_is_alone() {
    let mut resident = Resident::new(vec![("st1", picks(&["samen"]))]);
    assert!(!resident.meets("st5"));
    assert!(Resident::new(vec![("st1", picks(&["samen"]))]).meets("st7"));
}

#[test]
fn a_helper_beside_the_resident_goes_on_together_and_safety_is_asked() {
    let mut resident = Resident::new(vec![("st1", picks(&["ander"]))]);
    assert!(resident.meets("an1"));
    let given = catalogue().content.flow.roles.together.as_ref().expect("a way to go on together");
    resident.say(&given.question, Answer::pick(&given.option));
    resident.told = Vec::new();
    assert!(resident.go_on() && resident.asks("st7"));
    assert!(resident.meets("q2"));
    resident.go_on();
    assert!(resident.asks("n1"));
}

#[test]
fn the_overview_opens_from_the_screen_of_a_flag_that_stops_the_questions() {
    let mut resident = Resident::new(vec![("n2", picks(&["hoofd"])), ("hoofd.u1", picks(&["ho2"]))]);
    resident.walk_to(PageKind::Flag);
    let flag = resident.here;
    resident.send(Event::Continued { number: catalogue().number(flag) });
    let here = resident.overview().here;
    assert_eq!(journey::resolve(&resident.facts, &resident.dossier, catalogue().number(here)), here);
    resident.come_on(here);
    resident.change("hoofd.u1");
    assert!(resident.asks("hoofd.u1"));
}
