//! All sixteen flags: what the screen says, whom to call first, what closes, how to lower the flag, and the line on
//! paper.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use app::model::content::condition::Condition;
use app::model::content::flag::{Flag, Flags};
use app::model::content::{FlagDoes, FlagScreen, Sheet, Variant};
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use serde::Deserialize;
use serde_json::Value;

use crate::common::{Told, answer, cases_folder, catalogue, say, told_in_order};
use crate::sheets::{offered, sheet};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    flag: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Row {
    flag: Flag,
    #[serde(default)]
    ticks: Vec<String>,
    #[serde(default)]
    answers: BTreeMap<String, Value>,
    flags: Vec<Flag>,
    heading: String,
    first: Vec<String>,
    does: Vec<String>,
    closes: Vec<String>,
    sheets: BTreeSet<Sheet>,
    #[serde(default)]
    back_to: String,
    #[serde(default)]
    changed: BTreeMap<String, Value>,
    #[serde(default)]
    unticked: Vec<String>,
    #[serde(default)]
    sentence: String,
    #[serde(default)]
    asked_by: String,
}

#[test]
fn every_flag_shows_its_heading_and_whom_to_call_first() {
    for row in rows() {
        let facts = row.told().facts();
        assert_eq!(up(&facts), row.flags, "{:?}", row.flag);
        let screen = screen(row.flag);
        let (heading, contacts) = shown(&facts, screen);
        assert_eq!(heading, row.heading, "{:?}", row.flag);
        let numbers: Vec<&str> = contacts.iter().map(|id| number(id)).collect();
        let same = numbers.len() == row.first.len()
            && numbers.iter().zip(&row.first).all(|(is, first)| is.starts_with(first.as_str()));
        assert!(same, "{:?}: {numbers:?}, not {:?}", row.flag, row.first);
    }
}

#[test]
fn every_flag_closes_what_it_says_and_nothing_else() {
    for row in rows() {
        let facts = row.told().facts();
        let screen = screen(row.flag);
        assert_eq!(screen.closes, row.closes, "{:?}", row.flag);
        let does: Vec<&str> = screen.does.iter().map(word).collect();
        assert_eq!(does, row.does, "{:?}", row.flag);
        assert_eq!(offered(&facts), row.sheets, "{:?}", row.flag);
    }
}

#[test]
fn every_flag_has_a_way_back() {
    for row in rows() {
        assert_eq!(screen(row.flag).back_to, row.back_to, "{:?}", row.flag);
        assert!(!screen(row.flag).back.is_empty(), "{:?}", row.flag);
        let (mut dossier, facts) = told_in_order(&row.told().answers());
        assert!(facts.is_up(row.flag));
        let facts = row.undo(&mut dossier);
        assert!(!facts.is_up(row.flag), "{:?} stays up", row.flag);
    }
}

#[test]
fn the_line_of_a_flag_is_on_paper_only_with_a_yes() {
    for row in rows().iter().filter(|row| row.sheets.contains(&Sheet::Summary)) {
        let paper = screen(row.flag).paper.as_ref();
        let sentence = paper.map_or("", |paper| paper.sentence.as_str());
        assert_eq!(sentence, row.sentence, "{:?}", row.flag);
        let question = paper.map_or("", |paper| paper.question.as_str());
        assert_eq!(question, row.asked_by, "{:?}", row.flag);
        if sentence.is_empty() {
            continue;
        }
        let (mut dossier, facts) = told_in_order(&row.told().answers());
        assert!(!sheet(&facts).contains(sentence), "{:?} unasked", row.flag);
        let facts = say(&mut dossier, question, Some(Answer::No));
        assert!(!sheet(&facts).contains(sentence), "{:?} after no", row.flag);
        let facts = say(&mut dossier, question, Some(Answer::Yes));
        assert!(sheet(&facts).contains(sentence), "{:?} after yes", row.flag);
        let facts = row.undo(&mut dossier);
        assert!(!sheet(&facts).contains(sentence), "{:?} undone", row.flag);
    }
}

#[test]
fn the_table_holds_all_sixteen_flags() {
    let table: BTreeSet<Flag> = rows().iter().map(|row| row.flag).collect();
    assert_eq!(table, Flags::all().iter().collect());
    let screens = &catalogue().content.safety.flags;
    assert_eq!(screens.len(), Flags::all().len());
}

impl Row {
    fn told(&self) -> Told {
        Told { ticks: self.ticks.clone(), answers: self.answers.clone() }
    }

    /// Follows the way back that lowers the flag.
    fn undo(&self, dossier: &mut Dossier) -> Facts {
        for (question, value) in &self.changed {
            say(dossier, question, Some(answer(question, value)));
        }
        for tick in &self.unticked {
            let question = catalogue().question_of_tick(tick).expect(tick);
            let Some(Answer::Picks { mut picked, own }) = dossier.answers.get(question).cloned() else {
                panic!("{tick} is not ticked");
            };
            picked.retain(|other| other != tick);
            say(dossier, question, Some(Answer::Picks { picked, own }));
        }
        say(dossier, "v1-zin", None)
    }
}

/// The heading and the help lines: of the first variant that holds, or else the flag's own.
fn shown<'a>(facts: &Facts, screen: &'a FlagScreen<Condition>) -> (&'a str, &'a [String]) {
    let holds = |variant: &&Variant<Condition>| !variant.below && facts.holds(&variant.when);
    let variant = screen.variants.iter().find(holds);
    let heading = variant.map(|variant| variant.heading.as_str());
    let contacts = variant.map(|variant| variant.contacts.as_slice());
    (
        heading.filter(|heading| !heading.is_empty()).unwrap_or(&screen.heading),
        contacts.filter(|contacts| !contacts.is_empty()).unwrap_or(&screen.contacts),
    )
}

/// The number as shown, or the id of a help line without a number.
fn number(contact: &str) -> &str {
    let line = catalogue().contact(contact).expect(contact);
    if line.shown.is_empty() { contact } else { &line.shown }
}

fn word(does: &FlagDoes) -> &'static str {
    match does {
        FlagDoes::StopsKeeping => "stops-keeping",
        FlagDoes::HidesCallLinks => "hides-call-links",
        FlagDoes::StopsQuestions => "stops-questions",
        FlagDoes::ClosesExport => "closes-export",
        FlagDoes::StaysCalm => "stays-calm",
        FlagDoes::GivesTime => "gives-time",
        FlagDoes::ClosesFollowUps(_) => "closes-follow-ups",
    }
}

fn screen(flag: Flag) -> &'static FlagScreen<Condition> {
    let screen = catalogue().flag_screen(flag);
    screen.unwrap_or_else(|| panic!("{flag:?} has no screen"))
}

fn up(facts: &Facts) -> Vec<Flag> {
    facts.flags().iter().collect()
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(cases_folder().join("flags.toml")).expect("the table");
    toml::from_str::<Table>(&text).expect("rows").flag
}
