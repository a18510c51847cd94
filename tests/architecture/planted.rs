//! Planted violations: each rule finds them, and leaves alone what only looks like one.

use std::collections::BTreeSet;

use super::source::{Finding, Source};
use super::{arrows, code, fields, lines, modules, rooms};

/// Checks that a rule has findings at these lines of a snippet.
#[track_caller]
fn finds(rule: impl Fn(&Source) -> Vec<Finding>, path: &str, text: &str, lines: &[usize]) {
    let found: Vec<usize> = rule(&Source::of(path, text)).iter().map(|finding| finding.line).collect();
    assert_eq!(found, lines, "{path}:\n{text}");
}

#[test]
fn a_wrong_arrow_is_found_however_it_is_written() {
    let model = |text: &str, lines: &[usize]| finds(arrows::check, "src/model/plan/visits.rs", text, lines);
    model("use leptos::prelude::*;", &[1]);
    model("use leptos as screens;", &[1]);
    model("extern crate leptos;", &[1]);
    model("//! About leptos.\nfn f() { let s = \"leptos\"; }", &[]);
    model("use std::{\n    fmt,\n    time::Instant,\n};", &[3]);
    model("use super::super::super::ui::app;", &[1]);
    model("mod inner {\n    use super::super::super::super::ui::app;\n}", &[2]);
    model("mod inner {\n    use super::super::super::date::Date;\n}", &[]);
    model("use crate::{model::date::Date, ui};", &[1]);
    model("use crate::ui::{self, app};", &[1, 1]);
    model("fn f() {\n    let now = std::time::SystemTime::now();\n}", &[2]);
    model("fn f() {\n    write!(out, \"{}\", std::env::temp_dir());\n}", &[2]);
    model("fn f() {\n    strange! { <p>{\n std::env::temp_dir() }</p> }\n}", &[3]);
    model("struct A(Vec<web_sys::Event>);\nimpl From<toml::Value> for A {}", &[1, 2]);
    model("#[cfg(test)]\nmod tests {\n    use crate::authoring::packed;\n}\nuse web_sys::Window;", &[5]);
    model("#[cfg(any(test, windows))]\nuse web_sys::Window;", &[2]);
    model("#[cfg(all(test, windows))]\nuse web_sys::Window;", &[]);
    model("#[cfg_attr(not(target_arch = \"wasm32\"), derive(schemars::JsonSchema))]\nstruct A;", &[]);
    model("#[cfg_attr(target_arch = \"wasm32\", derive(schemars::JsonSchema))]\nstruct A;", &[1]);
    model("#[derive(schemars::JsonSchema)]\nstruct A;", &[1]);
    model("#[cfg(not(target_arch = \"wasm32\"))]\nfn f(a: schemars::Schema) {}", &[]);
    model("#[cfg(not(target_arch = \"wasm32\"))]\nfn f(a: toml::Table) {}", &[2]);
    let in_a_macro = "macro_rules! m { () => {\n    #[cfg_attr(not(target_arch = \"wasm32\"), derive(schemars::A))]\n    \
                      #[derive(schemars::B)]\n    struct A;\n} }";
    model(in_a_macro, &[3]);
    model("use toml::Table;", &[1]);
    finds(arrows::check, "src/browser/page.rs", "use crate::model::date::Date;", &[1]);
    finds(arrows::check, "src/ui/components/tile.rs", "use crate::model::paper::document::Document;", &[]);
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
    let in_a_test = source("src/model/a.rs", "#[cfg(test)]\nmod tests {\n    use super::super::b::B;\n}");
    assert_eq!(rooms::circles_of_rooms(&[in_a_test, source("src/model/b.rs", "use super::a::A;")]), []);
}

#[test]
fn rust_that_cannot_be_read_fails() {
    assert!(std::panic::catch_unwind(|| Source::of("src/a.rs", "fn f( {")).is_err());
}

#[test]
fn an_unwrap_is_found() {
    let unwrap = |text: &str, lines: &[usize]| finds(code::no_unwrap, "src/a.rs", text, lines);
    unwrap("fn f() {\n    x.unwrap();\n    y.unwrap_or(1);\n}", &[2]);
    unwrap("fn f() {\n    x\n        .unwrap();\n}", &[3]);
    unwrap("fn f() {\n    let all = x.map(Option::unwrap);\n}", &[2]);
    unwrap("fn f() {\n    format!(\"{}\", x.unwrap())\n}", &[2]);
    unwrap("fn f() {\n    view! { <p\n on:click=move |_| x.unwrap() /> }\n}", &[3]);
    unwrap("/// x.unwrap()\nfn f() { let s = \"x.unwrap()\"; } // x.unwrap()", &[]);
    unwrap("#[cfg(test)]\nmod tests {\n    fn f() { x.unwrap(); }\n}", &[]);
}

#[test]
fn an_expect_without_its_test_is_found() {
    let text = "#[test]\nfn a_test() {}\nfn no_test() {}";
    let named = code::names_of_tests(&[Source::of("tests/a.rs", text)]);
    assert_eq!(named, BTreeSet::from(["a_test".to_owned()]));
    let expect = |source: &Source| code::expect_names_a_test(source, &named);
    let text = "fn f() {\n    x.expect(\"a_test\");\n    x.expect(\"never\");\n    x.expect(\"no_test\");\n    \
                x\n        .expect(\n            why,\n        );\n    // a_test\n    x.expect(\"\");\n}";
    finds(expect, "src/a.rs", text, &[3, 4, 6, 10]);
}

#[test]
fn a_paper_that_takes_an_answer_itself_is_found() {
    let around = "fn f() {\n    facts.raw(id);\n    let Answer::People(all) = it else { return };\n    voice.own(id);\n    \
                  self.facts\n        .text(id);\n    format!(\"{}\", answer.own_words());\n    let raw = facts.flags(id);\n}";
    finds(code::papers_read_no_answer, "src/model/paper/summary/areas.rs", around, &[2, 3, 6, 7]);
    finds(code::papers_read_no_answer, "src/model/paper/voice.rs", around, &[]);
    finds(code::papers_read_no_answer, "src/model/facts.rs", around, &[]);
    let spared = "fn sentences_left() { facts.picks(question) }\nfn others() { facts.picks(question) }";
    finds(code::papers_read_no_answer, "src/model/paper/mod.rs", spared, &[2]);
}

#[test]
fn a_dutch_sentence_is_found() {
    let dutch = |text: &str, lines: &[usize]| finds(code::no_dutch_sentence, "src/ui/a.rs", text, lines);
    dutch("fn f() {\n    let a = \"Dat weet ik niet\";\n    let b = \"That is it\";\n}", &[2]);
    dutch("fn f() {\n    format!(\"Dat weet ik niet, {}\", x)\n}", &[2]);
    dutch("fn f() {\n    view! { <p>\"Dat weet ik niet\"</p>\n <p>Dat weet ik niet</p> }\n}", &[2, 3]);
    dutch("#[doc = \"x\"]\n#[deprecated(note = \"Dat weet ik niet\")]\nfn f() {}", &[2]);
    dutch("/// Dat weet ik niet\nfn f() {} // Dat weet ik niet", &[]);
    dutch("fn f() { view! { <p class:open=x>{en} {de} {van}</p> } }", &[]);
    finds(code::no_dutch_sentence, "src/authoring/a.rs", "const A: &str = \"Dat weet ik niet\";", &[]);
}

#[test]
fn an_id_of_the_content_is_found() {
    let ids = BTreeSet::from(["da-val".to_owned(), "ja".to_owned()]);
    let id = |source: &Source| code::no_content_id(source, &ids);
    let text = "fn f() {\n    let a = \"da-val\"; // \"da-val\"\n    let b = \"ja\";\n    let c = \"da-vallen\";\n}";
    finds(id, "src/model/a.rs", text, &[2, 3]);
    finds(id, "src/model/a.rs", "#[serde(rename = \"da-val\")]\nstruct A;", &[1]);
    finds(id, "src/model/dossier/answers.rs", "const A: &str = \"ja\";", &[]);
}

#[test]
fn raw_markup_is_found() {
    let markup = "fn f() {\n    view! { <p inner_html=text></p> };\n    view! { <p style=\"color: red\"></p> };\n    \
                  let style = 1;\n    js_sys::eval(text);\n    view! { <p style:color=red></p> };\n    \
                  element(\"p\").with(\"style\", red);\n    p().style(red);\n    view! { <p class=style::RED></p> };\n    \
                  let s = \"style\";\n    p.set_inner_html(text);\n}";
    finds(code::no_raw_markup, "src/ui/a.rs", markup, &[2, 3, 5, 6, 7, 8, 11]);
    let page = "<script src=\"a.js\"></script>\n<script>a()</script>\n<p style=\"a\">";
    finds(lines::page_is_inert, "index.html", page, &[2, 3]);
}

#[test]
fn components_without_doc_comments_are_found() {
    let good = "/// A tile.\n#[component]\npub fn Tile(\n    /// Its text.\n    text: String,\n    /// Called.\n    \
                #[prop(into)]\n    on_tap: Callback<(String, u32)>,\n) -> impl IntoView {\n}";
    finds(code::components_are_documented, "src/ui/a.rs", good, &[]);
    let bad = "#[component]\npub fn Tile(\n    /// Its text.\n    text: Vec<(A, B)>,\n    on_tap: Callback<()>,\n) -> \
               impl IntoView {\n}";
    finds(code::components_are_documented, "src/ui/a.rs", bad, &[1, 5]);
    let private = "/// Bar.\n#[leptos::component(transparent)]\nfn Bar(\n    text: String,\n) -> impl IntoView {\n}";
    finds(code::components_are_documented, "src/ui/a.rs", private, &[4]);
    let parts =
        "pub fn bare() {}\n/// Said.\npub fn said() {}\nfn inner() {}\npub struct A;\n/// B.\npub enum B {\n    C,\n}";
    finds(code::components_are_documented, "src/ui/components/a.rs", parts, &[1, 5, 8]);
    finds(code::components_are_documented, "src/ui/pages/a.rs", parts, &[]);
    assert_eq!(code::count_of_components(&Source::of("src/ui/a.rs", bad)), 1);
}

#[test]
fn a_field_that_remembers_is_found() {
    let field = |text: &str, lines: &[usize]| finds(fields::remember_nothing, "src/ui/a.rs", text, lines);
    field("fn f() {\n    element(\"input\").with(\"type\", \"text\")\n}", &[2]);
    field("fn f() {\n    element(\"input\").with(\"autocomplete\", \"on\")\n}", &[2]);
    field("fn f() {\n    element(\"input\").with(\"autocomplete\", \"off\")\n}", &[]);
    field("fn f() {\n    element(\"p\").with(\"type\", \"input\")\n}", &[]);
    let two = "fn f() {\n    element(\"input\").with(\"autocomplete\", \"off\");\n    element(\"select\");\n}";
    field(two, &[3]);
    let handed = "fn f() {\n    parts.fill(element(\"input\"));\n}\nimpl Parts {\n    \
                  fn fill(&self, field: Element) { field.with(\"autocomplete\", \"off\") }\n}";
    field(handed, &[]);
    let not_handed = "fn f() {\n    other();\n    element(\"input\");\n}\nfn other() {\n    \
                      element(\"input\").with(\"autocomplete\", \"off\");\n}";
    field(not_handed, &[3]);
    field("fn f() {\n    html::textarea().rows(2)\n}", &[2]);
    field("fn f() {\n    html::input().autocomplete(\"off\")\n}", &[]);
    let view = "fn f() {\n    view! {\n        <input autocomplete=\"off\" on:input=move |e| set(e) />\n        \
                <input\n            on:input=|e| -> () { set(e) }\n            autocomplete=\"off\"/>\n        \
                <ul>{all.map(|one| view! { <textarea></textarea> })}</ul>\n        <select autocomplete=\"on\"/>\n        \
                <p input=\"x\">autocomplete=\"off\"</p>\n    }\n}";
    field(view, &[7, 8]);
    assert_eq!(fields::count(&Source::of("src/ui/a.rs", view)), 4);
}

#[test]
fn a_second_place_for_calls_is_found() {
    let place = |path: &str| Source::of(path, "fn f() { let a = format!(\"tel:{number}\"); }");
    assert_eq!(code::one_place_for_calls(&[place("src/ui/a.rs")]), []);
    assert_eq!(code::one_place_for_calls(&[place("src/ui/a.rs"), place("src/ui/b.rs")]).len(), 2);
    let twice = Source::of("src/ui/a.rs", "const A: [&str; 2] = [\"tel:112\", \"tel:113\"];\n// tel:\n");
    assert_eq!(code::one_place_for_calls(&[twice]).len(), 2);
}

#[test]
fn a_class_that_nobody_draws_is_found() {
    let drawn = BTreeSet::from(["a", "b-"]);
    let classes = |source: &Source| lines::classes_are_drawn(source, &drawn);
    let style = ".a, .a > .c { color: #fff; flex: 0.5 }\n.b-7 .b-c { content: \".e\" }\n/* .d\n */ .ab { }";
    finds(classes, "public/a.css", style, &[1, 4]);
    let view = "fn f() { view! { <p class=\"one two\" class:is-open=x>Tekst hier</p> } }";
    let texts = super::gather::texts(&Source::of("src/ui/a.rs", view).tree);
    let texts: BTreeSet<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    assert!(["one two", "is-open", "Tekst hier"].iter().all(|text| texts.contains(text)), "{texts:?}");
    assert!(!texts.contains("class") && !texts.contains("p class"), "{texts:?}");
}

#[test]
fn a_file_that_nobody_declares_is_found() {
    let source = Source::of;
    let all = [
        source("src/lib.rs", "pub mod a;\nmod b { mod c; }\n// mod d;\nconst D: &str = \"mod d;\";"),
        source("src/a.rs", "mod e;"),
        source("src/a/e.rs", ""),
        source("src/b/c.rs", ""),
        source("src/d.rs", "mod f;"),
        source("src/d/f.rs", ""),
        source("tests/x.rs", "#[path = \"x/y.rs\"]\nmod y;\nmod common;"),
        source("tests/x/y.rs", "#[path = \"../z/w.rs\"]\nmod w;"),
        source("tests/z/w.rs", ""),
        source("tests/x/clock.rs", ""),
        source("tests/common/mod.rs", "mod ids;"),
        source("tests/common/ids.rs", ""),
    ];
    let found: Vec<String> = modules::undeclared(&all).into_iter().map(|finding| finding.path).collect();
    assert_eq!(found, ["src/d.rs", "src/d/f.rs", "tests/x/clock.rs"]);
}

#[test]
fn what_is_left_lying_is_found() {
    finds(lines::is_not_too_long, "src/a.rs", &"// x\n".repeat(451), &[451]);
    finds(lines::is_not_too_long, "src/a.rs", &"// x\n".repeat(450), &[]);
    finds(lines::opens_with_a_sentence, "src/a.rs", "use a;", &[1]);
    finds(lines::opens_with_a_sentence, "src/a.rs", "#![allow(x)]\n//! A file.\nuse a;", &[]);
    let left = "// TODO: later\nconst PATH: &str = \"/tmp/x\";\nfn f() { iter.skip(1) }";
    finds(lines::nothing_left_lying, "src/a.rs", left, &[1, 2]);
    finds(lines::nothing_left_lying, "tests/browser/a.spec.ts", "test.skip('x')\npage.waitForTimeout(1)", &[1, 2]);
}
