//! Papers in another language than the screen shows: the facts of a Dutch screen, told in a pseudo-language.

use std::collections::BTreeSet;
use std::fs;
use std::sync::OnceLock;

use app::authoring::Pseudo;
use app::model::catalogue::Catalogue;
use app::model::content::flag::Flag;
use app::model::content::{Content, Direction, Key, Sheet, Visitor};
use app::model::dossier::Dossier;
use app::model::dossier::answers::{Answer, Answers};
use app::model::facts::Facts;
use app::model::paper::document::Document;
use app::model::paper::{
    self, ComposedPaper, PaperChoice, answers_so_far, calendar, call_note, cards, own_plan, plain_text,
};
use serde_json::Value;

use crate::case::{Case, all, every};
use crate::common::{cases_folder, catalogue, today};
use crate::plan::told;

/// The words of another language, without a single list of words: a scan that read own words by these lists would take
/// nearly every capital for a name.
fn foreign() -> &'static Catalogue {
    static FOREIGN: OnceLock<&'static Catalogue> = OnceLock::new();
    FOREIGN.get_or_init(|| {
        let mut content: Content = Pseudo::RightToLeft.content(catalogue().content);
        content.visit_texts(&mut NoLists);
        Catalogue::of(content).leak()
    })
}

struct NoLists;

impl Visitor for NoLists {
    fn text(&mut self, _: Key<'_>, _: &mut String) {}

    fn list(&mut self, _: Key<'_>, list: &mut Vec<String>) {
        list.clear();
    }
}

/// What the Dutch papers say, and the papers in the other language.
struct Told {
    here: String,
    abroad: Vec<(&'static str, String)>,
}

impl Told {
    fn of(case: &Case) -> Told {
        let (dossier, facts) = told::dossier(case);
        let abroad = facts.in_the_words_of(foreign()).expect("every language has the same structure");
        assert_eq!(abroad.flags(), facts.flags(), "{}", case.title);
        let here = papers(case, &facts, &dossier).into_iter().map(|(_, text)| text);
        Told { here: here.collect::<Vec<_>>().join("\n"), abroad: papers(case, &abroad, &dossier) }
    }
}

/// Every paper of a case in the language of these facts, with what does not fit on it.
fn papers(case: &Case, facts: &Facts, dossier: &Dossier) -> Vec<(&'static str, String)> {
    let choice =
        PaperChoice { kept: case.kept.clone(), gemeente: Some("voorbeeldstad".to_owned()), ..PaperChoice::default() };
    let whole = |paper: ComposedPaper| {
        let left = paper.left_over.iter().chain(&paper.on_page_2).map(|left| left.text.clone());
        [plain_text::flowing(&paper.document)].into_iter().chain(left).collect::<Vec<_>>().join("\n")
    };
    let one = |document: Document| plain_text::flowing(&document);
    let mut papers = vec![
        ("call note", Some(one(call_note::compose(facts, &choice)))),
        ("answers so far", Some(one(answers_so_far::compose(facts, &choice, &dossier.marks)))),
        ("own plan", own_plan::compose(facts, dossier).map(whole)),
        ("fridge", cards::fridge(facts, dossier).map(one)),
        ("calendar", calendar::compose(facts, dossier, 600)),
    ];
    for (name, sheet) in [
        ("summary", Sheet::Summary),
        ("tailored request", Sheet::TailoredRequest),
        ("meeting request", Sheet::MeetingRequest),
    ] {
        papers.push((name, paper::compose(facts, &choice, sheet).map(whole)));
    }
    papers.extend(
        dossier.plan.routes.iter().map(|route| ("safety card", cards::safety(facts, dossier, route.owner).map(one))),
    );
    papers.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
}

/// The words of a text with a plain letter, in lower case.
fn plain_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 1);
    let words = words.filter(|word| word.bytes().any(|byte| byte.is_ascii_alphabetic()));
    words.map(str::to_lowercase).collect()
}

/// Every word that the resident of a case typed.
fn typed(case: &Case) -> BTreeSet<String> {
    let json = fs::read_to_string(cases_folder().join(format!("{}.json", case.file))).expect("a case");
    let value: Value = serde_json::from_str(&json).expect("a case");
    let mut words = BTreeSet::new();
    gather(&value["answers"], false, &mut words);
    gather(&value["plan"], true, &mut words);
    words
}

/// Gathers own words, which are in “ ”, and all texts of people and of a plan.
fn gather(value: &Value, is_own: bool, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if is_own || text.starts_with('“') => words.extend(plain_words(text)),
        Value::Array(values) => values.iter().for_each(|value| gather(value, is_own, words)),
        Value::Object(fields) => {
            let is_person = fields.contains_key("role") || fields.contains_key("name");
            fields.values().for_each(|value| gather(value, is_own || is_person, words));
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The own words in quotation marks.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('“').skip(1).filter_map(|rest| rest.split_once('”').map(|(inside, _)| inside)).collect()
}

#[test]
fn a_paper_in_another_language_has_no_dutch_word_but_those_of_the_resident() {
    let gemeente = plain_words(&serde_json::to_string(&catalogue().content.gemeenten).expect("content is plain"));
    every(|case| {
        let typed = typed(case);
        let told = Told::of(case);
        assert!(told.abroad.len() > 1, "{}", case.title);
        let mut problems = Vec::new();
        for (name, text) in told.abroad {
            // The keys of a calendar file are no words, and only their values are read.
            let read = |line: &str| line.strip_prefix("SUMMARY:").map(str::to_owned);
            let text = if name == "calendar" { text.lines().filter_map(read).collect() } else { text };
            // Without any answer there is nothing to take along.
            assert!(text.contains('⟦') || text.trim().is_empty(), "{}: {name}", case.title);
            // D4 is the code of a goal, in every language.
            let is_code = |word: &str| word.strip_prefix('d').is_some_and(|rest| rest.parse::<u8>().is_ok());
            let known = |word: &String| typed.contains(word) || gemeente.contains(word) || is_code(word);
            let dutch: Vec<String> = plain_words(&text).into_iter().filter(|word| !known(word)).collect();
            if !dutch.is_empty() {
                problems.push(format!("{name}: {dutch:?}"));
            }
        }
        problems
    });
}

#[test]
fn own_words_are_the_same_on_a_paper_in_another_language() {
    every(|case| {
        let told = Told::of(case);
        let abroad = told.abroad.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n");
        // Papers quote sentences of the content too.
        let typed = typed(case);
        let (mut here, mut abroad) = (quoted(&told.here), quoted(&abroad));
        here.retain(|text| plain_words(text).is_subset(&typed));
        abroad.retain(|text| !text.contains('⟦'));
        let lost: Vec<_> = here.difference(&abroad).map(|text| format!("lost: {text}")).collect();
        // A text that the Dutch paper leaves out must not come out in another language.
        let gained = abroad.difference(&here).map(|text| format!("gained: {text}"));
        lost.iter().cloned().chain(gained).collect()
    });
}

#[test]
fn words_of_another_structure_make_no_paper() {
    let mut content = catalogue().content.clone();
    content.flow.questions.pop();
    let other = Catalogue::of(content).leak();
    let (_, facts) = told::dossier(&all()[0]);
    assert!(facts.in_the_words_of(other).is_none());
    assert_eq!(facts.in_the_words_of(foreign()).map(|facts| facts.catalogue.content.direction), Some(Direction::Rtl));
}

/// “Maandag” is a known word of the screen, and no word at all of the other language.
#[test]
fn own_words_are_scanned_by_the_lists_of_the_screen() {
    let told = [("q2", Answer::Yes), ("n1", Answer::Text("Ik wil graag op Maandag beginnen.".to_owned()))];
    let answers: Answers = told.into_iter().map(|(id, answer)| (id.to_owned(), answer)).collect();
    let facts = Facts::of(catalogue(), &answers, today());
    assert!(facts.is_up(Flag::Unsafe), "names are sought only while it is unsafe");
    let abroad = facts.in_the_words_of(foreign()).expect("every language has the same structure");
    for facts in [facts, abroad] {
        assert_eq!(paper::held_back(&facts, &PaperChoice::default()), []);
    }
}
