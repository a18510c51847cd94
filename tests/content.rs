//! Every content file: all problems at once, with file and line, in Dutch; and what the content as a whole must meet.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use app::authoring::{self, TraceRow};
use app::model::answers::Answers;
use app::model::catalogue::Catalogue;
use app::model::content::Content;
use app::model::date::Date;
use app::model::facts::Facts;
use app::model::flag::{Flag, Flags};
use app::model::packed;

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

#[test]
fn the_phone_reads_what_was_packed() {
    let mut expected = authoring::packed().clone();
    // Words that no screen may use, what to write instead, and help lines that no screen names are only for editors.
    let read: Content = packed::read(authoring::packed_bytes()).expect("packed here");
    let before = expected.contacts.len();
    expected.contacts.retain(|contact| read.contacts.iter().any(|other| other.id == contact.id));
    assert!(expected.contacts.len() < before, "no line is left out");
    expected.terms.retain(|term| !term.explanation.is_empty());
    expected.terms.iter_mut().for_each(|term| term.plain.clear());
    assert!(!expected.terms.is_empty());
    assert_eq!(read, expected);
}

/// Content that is cut off, has one bit more or less, or is something else altogether.
#[test]
fn damaged_content_is_refused() {
    let bytes = authoring::packed_bytes();
    for cut in (0..bytes.len()).step_by(499) {
        assert!(packed::read(&bytes[..cut]).is_err(), "cut off at {cut}");
    }
    let mut longer = bytes.to_vec();
    longer.push(0);
    assert!(packed::read(&longer).is_err(), "something left over");
    let mut changed = bytes.to_vec();
    for at in (0..bytes.len()).step_by(997) {
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            assert!(packed::read(&changed).is_err(), "bit {bit} of byte {at}");
            changed[at] ^= 1 << bit;
        }
    }
    for nothing in [Vec::new(), vec![0; 5_000_000], vec![0xff; 5_000_000], b"<!doctype html>".to_vec()] {
        assert!(packed::read(&nothing).is_err(), "{} bytes", nothing.len());
    }
}

/// A help line that a screen names and the phone lacks would leave a gap where someone looks for a number.
#[test]
fn every_line_that_the_content_names_is_on_the_phone() {
    let content: Content = packed::read(authoring::packed_bytes()).expect("packed here");
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
        let html = r#"<link rel="preload" as="fetch" data-content href="content/nl.bin">"#;
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
    assert_ne!(names[0], names[1]);
    let staging = Staging::with("wizard-3_bg.wasm");
    let name = authoring::finish_into(&staging.0, &checked).expect("content_has_no_problems");
    let html = fs::read_to_string(staging.0.join("index.html")).expect("index.html");
    assert!(html.contains(&format!("href=\"{name}\"")), "{html}");
    let packed = fs::read(staging.0.join(&name)).expect("the packed content");
    assert_eq!(packed, authoring::packed_bytes());
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
