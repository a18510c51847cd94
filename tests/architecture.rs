//! The dependency rule and the house rules that a program can check, over every source file. Each finding has file,
//! line and reason. The second half shows with bad snippets that each rule can fail.
#![cfg(not(target_arch = "wasm32"))]

#[path = "architecture/source.rs"]
mod source;

#[path = "architecture/paths.rs"]
mod paths;

#[path = "architecture/arrows.rs"]
mod arrows;

#[path = "architecture/house.rs"]
mod house;

#[path = "architecture/rooms.rs"]
mod rooms;

#[path = "architecture/names.rs"]
mod names;

#[path = "common/ids.rs"]
mod ids;

use std::collections::BTreeSet;
use std::path::Path;

use ids::gather_ids;
use source::{Finding, Source, read_all};

fn src() -> Vec<Source> {
    let sources = read_all("src", &[".rs"]);
    assert!(sources.len() > 20, "the sources were not found");
    sources
}

fn tests() -> Vec<Source> {
    let browser = read_all("tests/browser", &[".ts", ".mjs"]);
    let mut sources = read_all("tests", &[".rs"]);
    sources.extend(browser);
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
fn a_circle_is_found() {
    let source = Source::of;
    let rooms = [
        source("src/model/a.rs", "use super::b::B;"),
        source("src/model/b/mod.rs", "mod c;"),
        source("src/model/b/c.rs", "use super::d::D;\nuse crate::model::a::A;"),
        source("src/model/b/d.rs", "use super::c::C;"),
    ];
    assert_eq!(rooms::circles_of_rooms(&rooms).len(), 2);
    assert_eq!(rooms::circles_of_files(&rooms).len(), 2);
    assert_eq!(rooms::circles_of_rooms(&rooms[..1]), []);
}

#[test]
fn code_for_residents_does_not_unwrap() {
    let sources = src();
    let mut all = read_all("src", &[".rs"]);
    all.extend(tests());
    let functions = house::functions(&all);
    let mut findings = each(&sources, house::no_unwrap);
    findings.extend(each(&sources, |source| house::expect_names_a_test(source, &functions)));
    demand_none(findings);
}

#[test]
fn papers_take_answers_through_one_door() {
    demand_none(each(&src(), house::papers_read_no_answer));
}

#[test]
fn no_sentence_for_residents_stands_in_code() {
    demand_none(each(&src(), house::no_dutch_sentence));
}

#[test]
fn no_code_names_an_id_of_the_content() {
    let ids = ids_of_the_content();
    demand_none(each(&src(), |source| house::no_content_id(source, &ids)));
}

#[test]
fn no_text_becomes_markup_style_or_code() {
    let mut findings = each(&src(), house::no_raw_markup);
    findings.extend(each(&read_all("index.html", &[]), house::page_is_inert));
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html")).unwrap_or_default();
    findings.extend(house::page_is_inert(&Source::of("index.html", &page)));
    demand_none(findings);
}

#[test]
fn every_class_of_a_style_sheet_is_drawn() {
    let page = |path: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let mut texts: Vec<String> = ["index.html", "public/boot.js"].map(|path| page(path).expect("it is there")).into();
    let drawing = read_all("src/ui", &[".rs"]).into_iter().flat_map(|source| source.lines);
    texts.extend(drawing.flat_map(|line| line.strings));
    let drawn = texts.iter().flat_map(|text| house::words_of_classes(text)).collect();
    let styles = read_all("public", &["app.css", "print.css"]);
    assert_eq!(styles.len(), 2, "the style sheets were not found");
    demand_none(each(&styles, |style| house::classes_are_drawn(style, &drawn)));
}

#[test]
fn components_and_their_props_are_documented() {
    demand_none(each(&src(), house::components_are_documented));
}

#[test]
fn numbers_to_call_are_made_in_one_place() {
    demand_none(house::one_place_for_calls(&src()));
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut sources = src();
    sources.extend(read_all("tests", &[".rs"]));
    let mut findings = each(&sources, house::opens_with_a_sentence);
    sources.extend(read_all("tests/browser", &[".ts"]));
    sources.extend(read_all("public", &[".js"]));
    findings.extend(each(&sources, house::is_not_too_long));
    demand_none(findings);
}

#[test]
fn nothing_is_left_lying() {
    let mut sources = src();
    sources.extend(tests());
    sources.extend(read_all("public", &[".js", ".css"]));
    // These files name the words they look for.
    sources.retain(|source| !source.is_in("tests/architecture") && source.path != "tests/architecture.rs");
    demand_none(each(&sources, house::nothing_left_lying));
}

/// Checks that a rule has findings at these lines of a bad snippet.
#[track_caller]
fn finds(rule: impl Fn(&Source) -> Vec<Finding>, path: &str, text: &str, lines: &[usize]) {
    let found: Vec<usize> = rule(&Source::of(path, text)).iter().map(|finding| finding.line).collect();
    assert_eq!(found, lines, "{path}:\n{text}");
}

#[test]
fn a_wrong_arrow_is_found_however_it_is_written() {
    let model = |text: &str, lines: &[usize]| finds(arrows::check, "src/model/plan/visits.rs", text, lines);
    model("use leptos::prelude::*;", &[1]);
    model("//! About leptos.\nlet s = \"leptos\";", &[]);
    model("use std::{\n    fmt,\n    time::Instant,\n};", &[3]);
    model("use super::super::super::ui::app;", &[1]);
    model("use crate::{model::date::Date, ui};", &[1]);
    model("let now = std::time::SystemTime::now();", &[1]);
    model("#[cfg(test)]\nmod tests {\n    use crate::authoring::packed;\n}\nuse web_sys::Window;", &[5]);
    model("#[cfg_attr(not(target_arch = \"wasm32\"), derive(schemars::JsonSchema))]\nstruct A;", &[]);
    model("#[derive(schemars::JsonSchema)]\nstruct A;", &[1]);
    model("use toml::Table;", &[1]);
    finds(arrows::check, "src/browser/page.rs", "use crate::model::date::Date;", &[1]);
    finds(arrows::check, "src/ui/components/tile.rs", "use crate::model::document::Document;", &[]);
    finds(arrows::check, "src/ui/components/tile.rs", "use crate::model::dossier::Dossier;", &[1]);
    finds(arrows::check, "src/ui/components/tile.rs", "use super::super::pages::step;", &[1]);
    finds(arrows::check, "src/ui/pages/step.rs", "fn f(x: web_sys::Event) {}", &[1]);
    finds(arrows::check, "src/ui/pages/step.rs", "use crate::browser;", &[1]);
    finds(arrows::check, "src/ui/actions.rs", "use crate::browser;\nuse gloo_storage::Storage;", &[2]);
    finds(arrows::check, "src/authoring/read.rs", "use toml::Table;", &[]);
}

#[test]
fn every_row_of_the_table_can_fail() {
    for arrow in arrows::ARROWS {
        for word in arrow.forbidden {
            let path = format!("{}/x.rs", arrow.folders[0]);
            let found = arrows::check(&Source::of(&path, &format!("use {word}::X;")));
            assert!(!found.is_empty(), "{path} may name {word}");
        }
    }
}

#[test]
fn each_house_rule_finds_a_bad_line() {
    let named = BTreeSet::from(["a_test".to_owned()]);
    let ids = BTreeSet::from(["da-val".to_owned(), "ja".to_owned()]);
    let expect = |source: &Source| house::expect_names_a_test(source, &named);
    let id = |source: &Source| house::no_content_id(source, &ids);
    let around =
        "fn f() {\n    facts.raw(id);\n    let Answer::People(all) = it else { return };\n    voice.own(id);\n}";
    finds(house::papers_read_no_answer, "src/model/paper/summary/areas.rs", around, &[2, 3]);
    finds(house::papers_read_no_answer, "src/model/paper/voice.rs", around, &[]);
    finds(house::no_unwrap, "src/a.rs", "fn f() {\n    x.unwrap();\n    y.unwrap_or(1);\n}", &[2]);
    finds(house::no_unwrap, "src/a.rs", "#[cfg(test)]\nmod tests {\n    fn f() { x.unwrap(); }\n}", &[]);
    finds(expect, "src/a.rs", "x.expect(\"a_test\");\nx.expect(\"never\");", &[2]);
    finds(house::no_dutch_sentence, "src/ui/a.rs", "let a = \"Dat weet ik niet\";\nlet b = \"That is it\";", &[1]);
    finds(id, "src/model/a.rs", "let a = \"da-val\"; // \"da-val\"\nlet b = \"ja\";", &[1, 2]);
    finds(id, "src/model/answers.rs", "let b = \"ja\";", &[]);
    let markup =
        "view! { <p inner_html=text></p> }\nview! { <p style=\"color: red\"></p> }\nlet style = 1;\njs_sys::eval(text)";
    finds(house::no_raw_markup, "src/ui/a.rs", markup, &[1, 2, 4]);
    finds(
        house::page_is_inert,
        "index.html",
        "<script src=\"a.js\"></script>\n<script>a()</script>\n<p style=\"a\">",
        &[2, 3],
    );
    let drawn = BTreeSet::from(["a", "b-"]);
    let classes = |source: &Source| house::classes_are_drawn(source, &drawn);
    finds(classes, "public/a.css", ".a, .a > .c { color: #fff; flex: 0.5 }\n.b-7 .b-c { }\n/* .d */ .ab { }", &[1, 3]);
    finds(house::is_not_too_long, "src/a.rs", &"x\n".repeat(451), &[451]);
    finds(house::is_not_too_long, "src/a.rs", &"x\n".repeat(450), &[]);
    finds(house::opens_with_a_sentence, "src/a.rs", "use a;", &[1]);
    finds(house::nothing_left_lying, "src/a.rs", "// TODO: later\nlet path = \"/tmp/x\";\niter.skip(1)", &[1, 2]);
    finds(house::nothing_left_lying, "tests/browser/a.spec.ts", "test.skip('x')\npage.waitForTimeout(1)", &[1, 2]);
}

#[test]
fn components_without_doc_comments_are_found() {
    let good = "/// A tile.\n#[component]\npub fn Tile(\n    /// Its text.\n    text: String,\n    /// Called.\n    #[prop(into)]\n    on_tap: Callback<(String, u32)>,\n) -> impl IntoView {\n}";
    finds(house::components_are_documented, "src/ui/a.rs", good, &[]);
    let bad = "#[component]\npub fn Tile(\n    /// Its text.\n    text: Vec<(A, B)>,\n    on_tap: Callback<()>,\n) -> impl IntoView {\n}";
    finds(house::components_are_documented, "src/ui/a.rs", bad, &[1, 5]);
    finds(
        house::components_are_documented,
        "src/ui/a.rs",
        "/// Bar.\n#[component]\nfn Bar() -> impl IntoView {\n}",
        &[],
    );
}

#[test]
fn a_second_place_for_calls_is_found() {
    let place = |path: &str| Source::of(path, "let a = format!(\"tel:{number}\");");
    assert_eq!(house::one_place_for_calls(&[place("src/ui/a.rs")]), []);
    assert_eq!(house::one_place_for_calls(&[place("src/ui/a.rs"), place("src/ui/b.rs")]).len(), 2);
}
