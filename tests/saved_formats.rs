//! Stored data stays readable for ever: one golden file per format, and every way to damage a record.
#![cfg(not(target_arch = "wasm32"))]

#[path = "saved_formats/crafted.rs"]
mod crafted;
#[path = "saved_formats/numbers.rs"]
mod numbers;
#[path = "saved_formats/plan.rs"]
mod plan;
#[path = "saved_formats/restart.rs"]
mod restart;

use litemap::LiteMap;

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use app::authoring::packed;
use app::model::catalogue::Catalogue;
use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::facts::Facts;
use app::model::saved::{self, Restored};
use app::model::update::{Event, PaperEvent};

// Ids are never reused, so that a stored answer keeps its meaning.
const AREA: &str = "geld";
const SITUATION: &str = "ge1";

type Records = LiteMap<String, String>;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::of(packed().clone()).leak())
}

fn today() -> Date {
    Date::new(2026, 5, 11).expect("the day exists")
}

/// A dossier with every kind of answer, and every choice for the sheet.
fn full() -> (Dossier, Facts) {
    let roles = &catalogue().content.flow.roles;
    let more = format!("{AREA}.{}", roles.more);
    let mut dossier = Dossier::new();
    let mut events = vec![
        answered(&roles.device, Answer::pick(&roles.device_free)),
        answered(&roles.keep, Answer::Yes),
        answered(&roles.areas, Answer::pick(AREA)),
        answered(&more, Answer::Yes),
        Event::Marked { item: SITUATION.to_owned(), on: true },
        Event::Opened { screen: "sc06".to_owned() },
        Event::Paper(PaperEvent::BlockShown { block: 2, shown: false }),
        Event::Paper(PaperEvent::CallNote { along: true }),
        Event::Paper(PaperEvent::GoesAlong { part: "n1".to_owned(), along: true }),
        Event::Paper(PaperEvent::GemeenteChosen { id: "voorbeeldstad".to_owned() }),
        Event::Paper(PaperEvent::Made),
    ];
    events.extend(one_answer_of_each_kind());
    // After the text it refers to, because another text removes the yes.
    events.push(Event::Paper(PaperEvent::Kept { finding: "n1#bsn".to_owned(), kept: true }));
    events.push(Event::Continued { number: 1 });
    events.push(Event::Arrived { number: 2 });
    let mut facts = Facts::of(catalogue(), &dossier.answers, today());
    for event in events {
        facts = dossier.apply(event, catalogue(), today());
    }
    (dossier, facts)
}

fn answered(question: &str, answer: Answer) -> Event {
    Event::Answered { question: question.to_owned(), answer: Some(answer) }
}

fn one_answer_of_each_kind() -> Vec<Event> {
    let roles = &catalogue().content.flow.roles;
    let person =
        Person { role: "buurvrouw".to_owned(), name: "Truus".to_owned(), name_on_paper: true, ..Person::default() };
    let situations = format!("{AREA}.{}", roles.situations);
    let mut events = vec![
        answered(&roles.story, Answer::Text("Ik wil “rust”.\nEn meer: 👩\u{200d}👧 é".to_owned())),
        answered(&roles.circle, Answer::People(vec![person])),
        answered(&situations, Answer::Picks { picked: vec![SITUATION.to_owned()], own: "iets anders".to_owned() }),
        answered(&format!("{AREA}.{}", roles.strengths), Answer::Withheld),
        answered(&format!("{AREA}.{}", roles.outcomes), Answer::Unknown),
    ];
    events.push(answered("ge-af", Answer::Date(today())));
    events.push(answered("ge-brieven", Answer::Number(7)));
    events
}

fn golden(format: u32) -> PathBuf {
    PathBuf::from(format!("{}/tests/saved/v{format}.json", env!("CARGO_MANIFEST_DIR")))
}

fn read(records: &Records) -> Restored {
    saved::read(catalogue(), records)
}

fn is_whole(restored: &Restored) -> bool {
    restored.damaged.is_empty() && restored.newer.is_empty()
}

#[test]
fn every_format_that_was_ever_written_still_reads() {
    let (expected, _) = full();
    for format in 1..=saved::FORMAT {
        let text = fs::read_to_string(golden(format)).expect("each format has its file in tests/saved");
        let records: Records = serde_json::from_str(&text).expect("the file holds records by part");
        let restored = read(&records);
        assert!(is_whole(&restored), "v{format}: {:?} {:?}", restored.damaged, restored.newer);
        assert_eq!(restored.dossier.answers, expected.answers, "v{format}");
        assert_eq!(restored.dossier.marks, expected.marks, "v{format}");
        assert_eq!(restored.dossier.opened, expected.opened, "v{format}");
        assert_eq!(restored.dossier.paper, expected.paper, "v{format}");
        assert_eq!(restored.dossier.at, expected.at, "v{format}");
        assert_eq!(restored.dossier.passed, expected.passed, "v{format}");
    }
}

/// A change in what is stored needs a new format, and a new file next to the old ones.
#[test]
fn what_is_written_today_is_the_newest_file() {
    let (dossier, facts) = full();
    let records = saved::records(&facts, &dossier);
    let written = serde_json::to_string_pretty(&records).expect("records are texts") + "\n";
    let known = fs::read_to_string(golden(saved::FORMAT)).unwrap_or_default();
    assert_eq!(written, known);
}

#[test]
fn a_record_cut_off_anywhere_is_told_and_the_others_are_read() {
    let (dossier, facts) = full();
    let records = saved::records(&facts, &dossier);
    assert!(records.len() > 3, "{records:?}");
    for (part, text) in &records {
        let cuts = (0..text.len()).filter(|cut| text.is_char_boundary(*cut));
        for cut in cuts {
            let mut damaged = records.clone();
            damaged.insert(part.clone(), text[..cut].to_owned());
            let restored = read(&damaged);
            assert_eq!(restored.damaged, std::slice::from_ref(part), "{part} cut off at {cut}");
            assert!(restored.newer.is_empty());
        }
    }
}

#[test]
fn a_record_with_another_letter_anywhere_is_told() {
    let (dossier, facts) = full();
    let records = saved::records(&facts, &dossier);
    for (part, text) in &records {
        for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_ascii()) {
            let other = if letter == '0' { '1' } else { '0' };
            let mut changed = text.clone();
            changed.replace_range(at..=at, &other.to_string());
            let restored = read(&LiteMap::from_iter([(part.clone(), changed)]));
            assert!(!is_whole(&restored), "{part}: {letter} at {at} became {other} and nobody saw it");
        }
    }
}

#[test]
fn a_record_of_a_newer_version_is_told_and_left_alone() {
    let newer = format!("{}:00000000:{{}}", saved::FORMAT + 1);
    let restored = read(&LiteMap::from_iter([("start".to_owned(), newer)]));
    assert_eq!(restored.newer, ["start"]);
    assert!(restored.damaged.is_empty() && restored.dossier.is_empty());
}

#[test]
fn what_is_no_record_is_told_and_never_panics() {
    let long = "9".repeat(10_000);
    for text in
        ["", ":", "::", "1:", "1::", "1:00000000:{}", "-1:0:{}", "x:0:{}", "{}", "null", "0:00000000:", long.as_str()]
    {
        let restored = read(&LiteMap::from_iter([("start".to_owned(), text.to_owned())]));
        assert_eq!(restored.damaged, ["start"], "{text}");
        assert!(restored.dossier.is_empty());
    }
}

#[test]
fn a_question_the_content_no_longer_has_is_left_out() {
    let (mut dossier, facts) = full();
    dossier.answers.insert("a-question-of-before".to_owned(), Answer::Yes);
    let restored = read(&saved::records(&facts, &dossier));
    assert!(is_whole(&restored));
    assert!(!restored.dossier.answers.contains_key("a-question-of-before"));
}

#[test]
fn what_is_stored_does_not_tell_that_safety_was_chosen() {
    let roles = &catalogue().content.flow.roles;
    let hidden = catalogue().content.areas.iter().position(|area| area.never_on_paper).expect("the area about safety");
    let place = catalogue().places().iter().find(|place| place.area == Some(hidden)).expect("a screen of it");
    let number = catalogue().number(*place);
    let chosen = vec![catalogue().content.areas[hidden].id.clone(), AREA.to_owned()];
    let mut dossier = Dossier::new();
    let mut facts = Facts::of(catalogue(), &dossier.answers, today());
    for event in [
        answered(&roles.device, Answer::pick(&roles.device_free)),
        answered(&roles.keep, Answer::Yes),
        answered(&roles.areas, Answer::Picks { picked: chosen.clone(), own: String::new() }),
        Event::Arrived { number },
        Event::Continued { number },
    ] {
        facts = dossier.apply(event, catalogue(), today());
    }
    let records = saved::records(&facts, &dossier);
    assert!(records.values().any(|record| record.contains(AREA)), "{records:?}");
    assert!(!records.values().any(|record| record.contains(&format!("\"{}\"", chosen[0]))), "{records:?}");
    let restored = saved::read(catalogue(), &records).dossier;
    assert!(restored.at < number && !restored.passed.contains(&number));
}

#[test]
fn records_in_quotation_marks_of_before_still_read() {
    let (dossier, facts) = full();
    let quoted = saved::records(&facts, &dossier)
        .into_iter()
        .map(|(part, record)| (part, serde_json::to_string(&record).expect("a text can be written")));
    let restored = read(&quoted.collect());
    assert!(is_whole(&restored));
    assert_eq!(restored.dossier.answers, read(&saved::records(&facts, &dossier)).dossier.answers);
}
