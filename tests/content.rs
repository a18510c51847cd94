//! Every content file: all problems at once, with file and line, in Dutch; and what the content as a whole must meet.
#![cfg(not(target_arch = "wasm32"))]

#[path = "content/second_language.rs"]
mod second_language;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use app::authoring::{self, TraceRow};
use app::model::catalogue::Catalogue;
use app::model::content::flag::{Flag, Flags};
use app::model::content::{Content, WordSet};
use app::model::date::Date;
use app::model::dossier::answers::Answers;
use app::model::facts::Facts;
use app::model::packed::{self, Packed, Unreadable};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The problems of the content below a folder, one per line.
fn problems_below(folder: &Path) -> String {
    let problems = authoring::check(folder).problems;
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

#[test]
fn content_has_no_problems() {
    let problems = problems_below(&root());
    assert!(problems.is_empty(), "\n{problems}\n");
}

#[track_caller]
fn check_faults(fixture: &str) {
    let folder = root().join("tests/authoring").join(fixture);
    let expected = fs::read_to_string(folder.join("expected.txt")).expect("check_faults");
    let found = problems_below(&folder);
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.trim().lines().collect(), found.lines().collect());
    let missing: Vec<_> = expected.iter().filter(|line| !found.contains(line)).collect();
    let extra: Vec<_> = found.iter().filter(|line| !expected.contains(line)).collect();
    assert!(missing.is_empty(), "not reported: {missing:#?}");
    assert!(extra.is_empty(), "reported without reason: {extra:#?}");
    assert_eq!(found, expected, "another order");
}

#[test]
fn everything_that_does_not_fit_together_is_told_at_once() {
    check_faults("faulty");
}

#[test]
fn everything_that_cannot_be_read_is_told_at_once() {
    check_faults("unreadable");
}

/// Each fault of a fixture has a mark on the line above it, so that no check can disappear unnoticed.
#[test]
fn every_marked_fault_is_told_right_below_its_mark() {
    for fixture in ["faulty", "unreadable"] {
        let folder = root().join("tests/authoring").join(fixture);
        let problems = authoring::check(&folder).problems;
        for file in files_below(&folder, "toml") {
            let text = fs::read_to_string(&file).expect("check_faults");
            let name = file.strip_prefix(&folder).expect("files_below");
            let told = |line: usize| {
                let near = line + 1..=line + 3;
                let mut problems = problems.iter();
                problems.any(|p| Path::new(&p.file) == name && near.contains(&p.line))
            };
            let marked = text.lines().enumerate();
            let silent: Vec<usize> = marked
                .filter(|(_, line)| line.trim_start().starts_with("# fout:"))
                .map(|(index, _)| index + 1)
                .filter(|line| !told(*line))
                .collect();
            assert!(silent.is_empty(), "{}: {silent:?}", name.display());
        }
    }
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.flat_map(|entry| {
        let path = entry.path();
        if path.is_dir() { files_below(&path, extension) } else { vec![path] }
    });
    files.filter(|path| path.extension().is_some_and(|own| own == extension)).collect()
}

#[test]
fn the_schemas_are_those_of_the_types() {
    for (name, schema) in authoring::schemas() {
        let path = root().join("content/schema").join(name);
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(written == schema, "{name} is stale; run: cargo run --bin content -- schema");
    }
}

/// The content as the phone reads it.
fn on_the_phone() -> Content {
    let Packed { structure, words } = authoring::packed_files();
    packed::read(structure, words).expect("packed here")
}

#[test]
fn the_phone_reads_what_was_packed() {
    let mut expected = authoring::packed().clone();
    // Words that no screen may use, what to write instead, and help lines that no screen names are only for editors.
    let read = on_the_phone();
    let before = expected.contacts.len();
    expected.contacts.retain(|contact| read.contacts.iter().any(|other| other.id == contact.id));
    assert!(expected.contacts.len() < before, "no line is left out");
    expected.terms.retain(|term| !term.explanation.is_empty());
    expected.terms.iter_mut().for_each(|term| term.plain.clear());
    assert!(!expected.terms.is_empty());
    assert_eq!(read, expected);
}

/// A file that is cut off, has one bit more or less, or is something else altogether.
#[test]
fn damaged_content_is_refused() {
    let Packed { structure, words } = authoring::packed_files();
    each_damaged(structure, &|damaged, how| {
        assert_eq!(packed::read(damaged, words), Err(Unreadable::Structure), "structure: {how}");
    });
    each_damaged(words, &|damaged, how| {
        assert_eq!(packed::read(structure, damaged), Err(Unreadable::Words), "words: {how}");
    });
}

fn each_damaged(bytes: &[u8], refused: &dyn Fn(&[u8], String)) {
    for cut in (0..bytes.len()).step_by(499) {
        refused(&bytes[..cut], format!("cut off at {cut}"));
    }
    let mut longer = bytes.to_vec();
    longer.push(0);
    refused(&longer, "something left over".to_owned());
    let mut changed = bytes.to_vec();
    for at in (0..bytes.len()).step_by(997) {
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            refused(&changed, format!("bit {bit} of byte {at}"));
            changed[at] ^= 1 << bit;
        }
    }
    for nothing in [Vec::new(), vec![0; 5_000_000], vec![0xff; 5_000_000], b"<!doctype html>".to_vec()] {
        refused(&nothing, format!("{} bytes", nothing.len()));
    }
}

/// A structure of another build may have as many texts, in another order.
#[test]
fn words_of_another_structure_are_refused() {
    let mut other = authoring::packed().clone();
    other.areas.swap(0, 1);
    let other = packed::write(&other).expect("content can be packed");
    let Packed { structure, words } = authoring::packed_files();
    assert_eq!(packed::read(&other.structure, words), Err(Unreadable::OtherStructure));
    assert_eq!(packed::read(structure, &other.words), Err(Unreadable::OtherStructure));
    assert!(packed::read(&other.structure, &other.words).is_ok());
}

/// A sentence in the structure would be Dutch on every screen. Ids, hours and names of a gemeente are no sentences.
#[test]
fn the_structure_has_no_sentence() {
    let mut structure = on_the_phone();
    structure.gemeenten.clear();
    structure.holidays.clear();
    structure.names.first_names.clear();
    // For editors and tests.
    structure.safety.flags.iter_mut().for_each(|screen| screen.closes.clear());
    let words = WordSet::take_from(&mut structure);
    assert!(words.texts.len() > 2000, "{} texts were found", words.texts.len());
    let mut sentences = Vec::new();
    each_string(&serde_json::to_value(&structure).expect("content is plain"), &mut |text| {
        if text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() > 1 {
            sentences.push(text.to_owned());
        }
    });
    // Hours, in days and times.
    sentences.retain(|text| !text.contains(':'));
    assert!(sentences.is_empty(), "{sentences:#?}");
}

fn each_string(value: &serde_json::Value, tell: &mut dyn FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => tell(text),
        serde_json::Value::Array(values) => values.iter().for_each(|value| each_string(value, tell)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| each_string(value, tell)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

/// A help line that a screen names and the phone lacks would leave a gap where someone looks for a number.
#[test]
fn every_line_that_the_content_names_is_on_the_phone() {
    let content = on_the_phone();
    let told = serde_json::to_value(authoring::packed()).expect("content is plain");
    let mut named = Vec::new();
    lines_named(&told, &mut named);
    assert!(named.len() > 10, "the names were not found");
    for id in named {
        assert!(content.contacts.iter().any(|contact| contact.id == id), "{id} is named and not packed");
    }
}

/// Collects the ids under `contact` and `contacts`, at any depth.
fn lines_named(value: &serde_json::Value, named: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("contact", serde_json::Value::String(id)) if !id.is_empty() => named.push(id.clone()),
                    ("contacts", serde_json::Value::Array(ids)) if ids.iter().all(serde_json::Value::is_string) => {
                        named.extend(ids.iter().filter_map(|id| id.as_str().map(str::to_owned)));
                    }
                    _ => lines_named(value, named),
                }
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| lines_named(value, named)),
        _ => {}
    }
}

#[test]
fn nothing_for_the_editor_is_sent_to_the_phone() {
    let content = authoring::packed();
    assert!(content.safety.named.is_empty());
    assert!(content.contacts.iter().all(|contact| contact.source.is_empty()));
    assert!(content.gemeenten.iter().all(|gemeente| gemeente.desk.source.is_empty()));
}

#[test]
fn every_question_is_reached_by_its_shortest_list_of_answers() {
    let content = authoring::packed();
    let today = Date::new(2026, 3, 2).expect("2 March 2026");
    let catalogue = Catalogue::of(content.clone()).leak();
    let roads = authoring::roads(content, today);
    assert_eq!(roads.len(), catalogue.questions().count());
    for (question, road) in roads {
        let Some(road) = road else {
            panic!("no list of answers reaches {question}");
        };
        let mut answers = Answers::new();
        for (id, answer) in road {
            let facts = Facts::of(catalogue, &answers, today);
            assert!(facts.is_asked(&id), "{question}: {id} is not asked yet");
            answers.insert(id, answer);
        }
        let facts = Facts::of(catalogue, &answers, today);
        assert!(facts.is_asked(&question), "{question} after {answers:?}");
    }
}

#[test]
fn the_content_is_complete() {
    let checked = authoring::check(&root());
    let counts = checked.counts();
    assert_eq!(counts.areas, 10);
    assert!(counts.situations >= 110, "{counts:?}");
    let flags: BTreeSet<Flag> = authoring::packed().safety.flags.iter().map(|screen| screen.flag).collect();
    assert_eq!(flags, Flags::all().iter().collect());
}

/// The rows themselves (their ids, and that the blocks print one of them) are checked with the rest of the content.
#[test]
fn every_idea_of_the_main_road_has_a_place() {
    let checked = authoring::check(&root());
    let rows = checked.trace();
    assert!(rows.len() >= 50, "{} rows", rows.len());
    for row in &rows {
        let is_placed = !(row.ids.is_empty() && row.v3.is_empty() && row.v4.is_empty());
        assert!(is_placed, "{} has no place", row.row);
    }
    let blocks = |row: &TraceRow| [row.blocks.clone(), row.v3.clone(), row.v4.clone()];
    for (sheet, mut wanted) in [1..=9_u8, 2..=12, 1..=11].into_iter().enumerate() {
        let printed: BTreeSet<u8> = rows.iter().flat_map(|row| blocks(row)[sheet].clone()).collect();
        assert!(wanted.all(|block| printed.contains(&block)), "sheet {sheet}: {printed:?}");
    }
}

/// Does not see keys that code builds at run time.
#[test]
fn every_text_the_program_asks_for_exists() {
    let content = authoring::packed();
    let is_there = |key: &str| content.texts.contains_key(key) || content.plan.texts.contains_key(key);
    let mut missing = Vec::new();
    for file in files_below(&root().join("src"), "rs") {
        let code = fs::read_to_string(&file).expect("files_below");
        let name = file.strip_prefix(root()).unwrap_or(&file).display();
        let is_page = file.starts_with(root().join("src/ui/pages"));
        for (number, line) in code.lines().enumerate() {
            let asked = line.split("text(\"").skip(1).filter_map(|rest| rest.split('"').next());
            let asked = asked.filter(|key| key.contains('.') && !key.contains(' '));
            // A page passes keys in many ways, so everything that looks like a key counts as one.
            let quoted = line.split('"').skip(1).step_by(2).filter(|text| is_page && is_like_a_key(text));
            for key in asked.chain(quoted).filter(|key| !is_there(key)) {
                missing.push(format!("{name}:{}  {key}", number + 1));
            }
        }
    }
    assert!(missing.is_empty(), "not in app.toml or plan.toml:\n{}", missing.join("\n"));
}

/// Whether a text looks like a key such as `button.next`, and not like the name of a file to save.
fn is_like_a_key(text: &str) -> bool {
    let is_word = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    text.contains('.') && !text.split('.').any(|part| part == "ics") && text.split('.').all(is_word)
}

/// A folder in the system's temporary folder, removed when dropped.
struct Staging(PathBuf);

impl Staging {
    fn with(wasm: &str) -> Staging {
        let folder = std::env::temp_dir().join(format!("staging-{}-{wasm}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for temporary files");
        fs::write(folder.join(wasm), "").expect("a file in it");
        let html = r#"<link data-structure href="content/structure.bin"><link data-words href="content/nl.bin">"#;
        fs::write(folder.join("index.html"), html).expect("a file in it");
        Staging(folder)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // The system cleans up what remains.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn one_hash_names_content_and_program_of_a_build_together() {
    let checked = authoring::check(&root());
    let names = ["wizard-1_bg.wasm", "wizard-2_bg.wasm"].map(|wasm| {
        let staging = Staging::with(wasm);
        authoring::finish_into(&staging.0, &checked).expect("content_has_no_problems")
    });
    assert!(names[0].iter().all(|name| !names[1].contains(name)), "{names:?}");
    let staging = Staging::with("wizard-3_bg.wasm");
    let names = authoring::finish_into(&staging.0, &checked).expect("content_has_no_problems");
    let html = fs::read_to_string(staging.0.join("index.html")).expect("index.html");
    let Packed { structure, words } = authoring::packed_files();
    assert_eq!(names.len(), 2);
    for (name, (link, bytes)) in names.iter().zip([("data-structure", structure), ("data-words", words)]) {
        assert!(html.contains(&format!("{link} href=\"{name}\"")), "{html}");
        assert_eq!(&fs::read(staging.0.join(name)).expect("the packed content"), bytes);
    }
}

/// `index.html` cannot read the words, so it repeats the few Dutch texts around the app.
#[test]
fn the_page_around_the_app_says_what_the_words_say() {
    let html = fs::read_to_string(root().join("index.html")).expect("index.html");
    for key in ["page.title", "button.exit", "paper.not-this-screen"] {
        let text = authoring::packed().texts.get(key).expect("every_text_the_program_asks_for_exists");
        assert!(html.contains(&format!(">{text}</")), "{key}");
    }
}

/// Texts with keys built at run time: by number of a message, name of a role, or day.
const FAMILIES: [&str; 3] = ["message.", "people.role-list.", "hours."];

#[test]
fn every_text_of_the_interface_is_asked_for() {
    let code = all_code(&root().join("src"));
    let unused: Vec<&String> = authoring::packed()
        .texts
        .keys()
        .filter(|key| !FAMILIES.iter().any(|family| key.starts_with(family)))
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "unused: {unused:#?}");
}

fn all_code(folder: &Path) -> String {
    let mut code = String::new();
    for entry in fs::read_dir(folder).expect("the folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            code.push_str(&all_code(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(&path).expect("a source file"));
        }
    }
    code
}
