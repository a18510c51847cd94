//! The dependency rule and the house rules that a program can check, over every source file. Each finding has file,
//! line and reason. `architecture/planted.rs` shows with planted violations that each rule can fail, and with look-alikes
//! that it finds no more than that. What clippy can hold is in `clippy.toml` and `[lints]`; `architecture/lints.rs` plants
//! a violation of each of those too.
#![cfg(not(target_arch = "wasm32"))]

#[path = "architecture/source.rs"]
mod source;

#[path = "architecture/syntax.rs"]
mod syntax;

#[path = "architecture/gather.rs"]
mod gather;

#[path = "architecture/paths.rs"]
mod paths;

#[path = "architecture/arrows.rs"]
mod arrows;

#[path = "architecture/rooms.rs"]
mod rooms;

#[path = "architecture/code.rs"]
mod code;

#[path = "architecture/fields.rs"]
mod fields;

#[path = "architecture/lines.rs"]
mod lines;

#[path = "architecture/modules.rs"]
mod modules;

#[path = "architecture/planted.rs"]
mod planted;

#[path = "architecture/lints.rs"]
mod lints;
#[path = "architecture/names.rs"]
mod names;

#[path = "common/ids.rs"]
mod ids;

use std::collections::BTreeSet;

use ids::gather_ids;
use source::{Finding, Source, read_all, read_one};

fn src() -> Vec<Source> {
    let sources = read_all("src", &[".rs"]);
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

fn browser_tests() -> Vec<Source> {
    let sources = read_all("tests/browser", &[".ts", ".mjs"]);
    assert!(sources.len() > 10, "the browser tests were not found");
    sources
}

fn demand_none(findings: Vec<Finding>) {
    let told: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

fn each(sources: &[Source], rule: impl Fn(&Source) -> Vec<Finding>) -> Vec<Finding> {
    sources.iter().flat_map(rule).collect()
}

fn ids_of_the_content() -> BTreeSet<String> {
    let content = serde_json::to_value(app::authoring::packed()).expect("content can be written");
    let mut ids = BTreeSet::new();
    gather_ids(&content, &mut ids);
    assert!(ids.len() > 400, "the ids were not found");
    ids
}

#[test]
fn no_arrow_points_the_wrong_way() {
    demand_none(each(&src(), arrows::check));
}

#[test]
fn the_rooms_of_the_model_and_their_files_need_each_other_in_one_direction() {
    let sources = src();
    demand_none(rooms::circles_of_rooms(&sources));
    demand_none(rooms::circles_of_files(&sources));
}

#[test]
fn code_for_residents_does_not_unwrap() {
    let sources = src();
    let mut tests = code::names_of_tests(&sources);
    tests.extend(code::names_of_tests(&read_all("tests", &[".rs"])));
    assert!(tests.len() > 200, "the tests were not found");
    let mut findings = each(&sources, code::no_unwrap);
    findings.extend(each(&sources, |source| code::expect_names_a_test(source, &tests)));
    demand_none(findings);
}

#[test]
fn papers_take_answers_through_one_door() {
    demand_none(each(&src(), code::papers_read_no_answer));
}

#[test]
fn no_sentence_for_residents_stands_in_code() {
    demand_none(each(&src(), code::no_dutch_sentence));
}

#[test]
fn no_code_names_an_id_of_the_content() {
    let ids = ids_of_the_content();
    demand_none(each(&src(), |source| code::no_content_id(source, &ids)));
}

#[test]
fn every_exception_is_needed() {
    let (sources, ids) = (src(), ids_of_the_content());
    let named: BTreeSet<(&str, String)> = sources
        .iter()
        .flat_map(|source| code::ids_named(source, &ids).into_iter().map(|(_, id)| (source.path.as_str(), id)))
        .collect();
    for (path, id, why) in code::NO_IDS {
        assert!(named.contains(&(*path, (*id).to_owned())), "{path} does not name `{id}`: {why}");
    }
    let read: BTreeSet<(&str, String, String)> = sources
        .iter()
        .flat_map(|source| code::answers_read(source).into_iter().map(|(_, by, what)| (source.path.as_str(), by, what)))
        .collect();
    for (path, function, what, why) in code::SPARED {
        let row = (*path, (*function).to_owned(), (*what).to_owned());
        assert!(read.contains(&row), "{function} of {path} does not read `{what}`: {why}\n{read:#?}");
    }
}

#[test]
fn no_text_becomes_markup_style_or_code() {
    let mut findings = each(&src(), code::no_raw_markup);
    findings.extend(lines::page_is_inert(&read_one("index.html")));
    demand_none(findings);
}

#[test]
fn every_class_of_a_style_sheet_is_drawn() {
    let mut texts: Vec<String> = ["index.html", "public/boot.js"].map(|path| read_one(path).lines.join("\n")).into();
    let drawing = read_all("src/ui", &[".rs"]);
    texts.extend(drawing.iter().flat_map(|source| gather::texts(&source.tree)).map(|(_, text)| text));
    let drawn = texts.iter().flat_map(|text| lines::words_of_classes(text)).collect();
    let styles = read_all("public", &["app.css", "print.css"]);
    assert_eq!(styles.len(), 2, "the style sheets were not found");
    demand_none(each(&styles, |style| lines::classes_are_drawn(style, &drawn)));
}

#[test]
fn components_and_their_props_are_documented() {
    let sources = src();
    let parts = sources.iter().map(code::count_of_components).sum::<usize>();
    assert!(parts > 10, "the components were not found");
    demand_none(each(&sources, code::components_are_documented));
}

#[test]
fn no_field_lets_the_browser_remember() {
    let sources = src();
    let fields = sources.iter().map(fields::count).sum::<usize>();
    assert!(fields > 5, "the fields were not found");
    demand_none(each(&sources, fields::remember_nothing));
}

#[test]
fn numbers_to_call_are_made_in_one_place() {
    demand_none(code::one_place_for_calls(&src()));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut sources = src();
    sources.extend(read_all("tests", &[".rs"]));
    let mut findings = each(&sources, lines::opens_with_a_sentence);
    sources.extend(read_all("tests/browser", &[".ts"]));
    sources.extend(read_all("public", &[".js"]));
    findings.extend(each(&sources, lines::is_not_too_long));
    demand_none(findings);
}

#[test]
fn every_file_is_compiled() {
    let mut sources = src();
    sources.extend(read_all("tests", &[".rs"]));
    demand_none(modules::undeclared(&sources));
}

#[test]
fn nothing_is_left_lying() {
    let mut sources = src();
    sources.extend(read_all("tests", &[".rs"]));
    sources.extend(browser_tests());
    sources.extend(read_all("public", &[".js", ".css"]));
    // These files name the words they look for.
    sources.retain(|source| !source.is_in("tests/architecture") && source.path != "tests/architecture.rs");
    demand_none(each(&sources, lines::nothing_left_lying));
}
