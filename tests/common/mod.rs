//! Shared helpers of the household tests: the content as the phone reads it, the compact notation for answers in a
//! case, and the road walked with those answers.

pub mod effort;
pub mod road;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use app::authoring;
use app::model::catalogue::{Asked, Catalogue};
use app::model::content::{Options, QuestionKind};
use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::dossier::answers::{Answer, Answers};
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::update::Event;
use serde::Deserialize;
use serde_json::Value;

/// The answers of a case: ids of ticks, and answers by question id. Own words are in “ ”, options are ids; everything
/// not named is empty.
#[derive(Debug, Clone, Default)]
pub struct Told {
    pub ticks: Vec<String>,
    pub answers: BTreeMap<String, Value>,
}

/// The content of this repository, read from the same bytes as on the phone.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let packed = authoring::packed_files();
        Catalogue::read(&packed.structure, &packed.words).expect("packed content reads back").leak()
    })
}

/// Today's date in every case.
pub fn today() -> Date {
    "2026-05-11".parse().expect("a day of the calendar")
}

/// The folder with the case files.
pub fn cases_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

impl Told {
    /// Every answer, by question id.
    pub fn answers(&self) -> Answers {
        let mut answers: Answers = self.answers.iter().map(|(id, value)| (id.clone(), answer(id, value))).collect();
        for tick in &self.ticks {
            let question = catalogue().question_of_tick(tick);
            let question = question.unwrap_or_else(|| panic!("{tick}: no such tick"));
            let mut at = answers.remove(question).unwrap_or_else(picks);
            let Answer::Picks { picked, .. } = &mut at else {
                panic!("{question}: ticks and another answer");
            };
            picked.push(tick.clone());
            answers.insert(question.to_owned(), at);
        }
        answers
    }

    /// The facts that follow from these answers.
    pub fn facts(&self) -> Facts {
        Facts::of(catalogue(), &self.answers(), today())
    }
}

/// A new dossier after these answers, in this order; an answer that a tick empties is given after that tick.
pub fn told_in_order<'a>(answers: impl IntoIterator<Item = (&'a String, &'a Answer)>) -> (Dossier, Facts) {
    let mut dossier = Dossier::new();
    let is_emptied = |id: &str| {
        let asked = catalogue().question(id);
        asked.is_some_and(|asked| !asked.question.emptied_by.is_empty())
    };
    let (last, first): (Vec<_>, Vec<_>) = answers.into_iter().partition(|(id, _)| is_emptied(id));
    let mut facts = Facts::of(catalogue(), &dossier.answers, today());
    for (question, answer) in first.into_iter().chain(last) {
        facts = say(&mut dossier, question, Some(answer.clone()));
    }
    (dossier, facts)
}

/// Answers one question, or empties its answer.
pub fn say(dossier: &mut Dossier, question: &str, answer: Option<Answer>) -> Facts {
    let event = Event::Answered { question: question.to_owned(), answer };
    dossier.apply(event, catalogue(), today())
}

/// One answer, parsed by the kind of its question.
pub fn answer(id: &str, value: &Value) -> Answer {
    let asked = catalogue().question(id);
    let asked = asked.unwrap_or_else(|| panic!("{id}: no such question"));
    match asked.question.kind {
        QuestionKind::YesNo if value == "ja" => Answer::Yes,
        QuestionKind::YesNo if value == "nee" => Answer::No,
        QuestionKind::YesNo => panic!("{id}: ja or nee, not {value}"),
        QuestionKind::Number { .. } => Answer::Number(value.as_i64().expect(id)),
        QuestionKind::Date => Answer::Date(text(value).parse().expect(id)),
        QuestionKind::Text => Answer::Text(own_words(text(value)).expect(id).to_owned()),
        QuestionKind::People(_) => Answer::People(people(value)),
        QuestionKind::One | QuestionKind::Many => options(asked, value),
    }
}

fn options(asked: &Asked, value: &Value) -> Answer {
    let one = std::slice::from_ref(value);
    let mut answer = picks();
    for said in value.as_array().map_or(one, Vec::as_slice) {
        let Answer::Picks { picked, own } = &mut answer else {
            break;
        };
        match own_words(text(said)) {
            Some(words) => words.clone_into(own),
            None => picked.push(option(asked, text(said))),
        }
    }
    answer
}

/// The id of an existing option; a case cannot use people or own sentences as options.
fn option(asked: &Asked, id: &str) -> String {
    let areas = matches!(asked.question.options_from, Options::Areas | Options::ChosenAreas);
    let listed = catalogue().listed(asked).iter().any(|choice| choice.id == id);
    let exists = listed || (areas && catalogue().area(id).is_some());
    assert!(exists, "{}: no option {id}", asked.question.id);
    id.to_owned()
}

/// A person in a case.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[derive(Default)]
struct Entry {
    role: String,
    name: String,
    age: String,
    what: String,
    name_on_paper: bool,
    steady: bool,
}

fn people(value: &Value) -> Vec<Person> {
    let entries: Vec<Entry> = serde_json::from_value(value.clone()).expect("people");
    let person = |entry: Entry| Person {
        id: 0,
        role: entry.role,
        name: entry.name,
        age: entry.age,
        what: entry.what,
        name_on_paper: entry.name_on_paper,
        steady: entry.steady,
    };
    entries.into_iter().map(person).collect()
}

fn picks() -> Answer {
    Answer::Picks { picked: Vec::new(), own: String::new() }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value}: a text"))
}

fn own_words(text: &str) -> Option<&str> {
    text.strip_prefix('“')?.strip_suffix('”')
}
