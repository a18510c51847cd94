//! Runs clippy, with the lints and lists of this project, on a small crate in which each line with a remark breaks the
//! rule that the remark names. Crates of the same names stand in for the ones that only a phone has.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const PLANTED: &str = r#"//! Planted violations.
use std::time::{Duration, Instant}; //~ disallowed_types
use web_sys::{Document, Element, HtmlDocument, HtmlIFrameElement, Navigator, Window};

pub fn methods(element: &Element, frame: &HtmlIFrameElement, document: &HtmlDocument) {
    element.set_inner_html("<p>"); //~ disallowed_methods
    element.set_outer_html("<p>"); //~ disallowed_methods
    element.insert_adjacent_html("a", "<p>"); //~ disallowed_methods
    frame.set_srcdoc("<p>"); //~ disallowed_methods
    document.set_cookie("a=b"); //~ disallowed_methods
    js_sys::eval("1 + 1"); //~ disallowed_methods
    js_sys::Function::new_with_args("a", "1 + 1"); //~ disallowed_methods
    js_sys::Function::new_no_args("1 + 1"); //~ disallowed_methods
    std::thread::sleep(Duration::from_millis(1)); //~ disallowed_methods
    element.set_text_content("<p>");
    Document::set_title("a=b");
}

pub fn requests(window: &Window, navigator: &Navigator) {
    window.session_storage(); //~ disallowed_methods
    window.fetch_with_str("/"); //~ disallowed_methods
    window.fetch_with_request("/"); //~ disallowed_methods
    navigator.send_beacon("/"); //~ disallowed_methods
    window.local_storage();
}

pub fn types(
    _: std::time::SystemTime, //~ disallowed_types
    _: Instant, //~ disallowed_types
    _: gloo_storage::SessionStorage, //~ disallowed_types
    _: web_sys::XmlHttpRequest, //~ disallowed_types
    _: web_sys::WebSocket, //~ disallowed_types
    _: gloo_storage::LocalStorage,
    _: Duration,
) {
}

pub fn macros(wrapped: Option<u8>) -> u8 {
    leptos::logging::log!("a"); //~ disallowed_macros
    leptos::logging::warn!("a"); //~ disallowed_macros
    leptos::logging::error!("a"); //~ disallowed_macros
    println!("a"); //~ print_stdout
    eprintln!("a"); //~ print_stderr
    dbg!("a"); //~ dbg_macro
    let _ = format!("{}", wrapped.unwrap_or(1));
    wrapped.unwrap() //~ unwrap_used
}

pub fn later() {
    todo!() //~ todo
}

pub fn never() {
    unimplemented!() //~ unimplemented
}
"#;

const CRATES: [(&str, &str, &str); 5] = [
    (
        "web_sys",
        "",
        "pub struct Element;
        impl Element {
            pub fn set_inner_html(&self, _: &str) {}
            pub fn set_outer_html(&self, _: &str) {}
            pub fn insert_adjacent_html(&self, _: &str, _: &str) {}
            pub fn set_text_content(&self, _: &str) {}
        }
        pub struct HtmlIFrameElement;
        impl HtmlIFrameElement { pub fn set_srcdoc(&self, _: &str) {} }
        pub struct Document;
        impl Document { pub fn set_title(_: &str) {} }
        pub struct HtmlDocument;
        impl HtmlDocument { pub fn set_cookie(&self, _: &str) {} }
        pub struct Window;
        impl Window {
            pub fn session_storage(&self) {}
            pub fn local_storage(&self) {}
            pub fn fetch_with_str(&self, _: &str) {}
            pub fn fetch_with_request(&self, _: &str) {}
        }
        pub struct Navigator;
        impl Navigator { pub fn send_beacon(&self, _: &str) {} }
        pub struct XmlHttpRequest;
        pub struct WebSocket;",
    ),
    (
        "js_sys",
        "",
        "pub fn eval(_: &str) {}
        pub struct Function;
        impl Function {
            pub fn new_with_args(_: &str, _: &str) {}
            pub fn new_no_args(_: &str) {}
        }",
    ),
    ("gloo_storage", "", "pub struct SessionStorage;\npub struct LocalStorage;"),
    (
        "leptos_dom",
        "",
        "#[macro_export]
        macro_rules! log { ($text:literal) => { let _ = $text; } }
        #[macro_export]
        macro_rules! warn { ($text:literal) => { let _ = $text; } }
        #[macro_export]
        macro_rules! error { ($text:literal) => { let _ = $text; } }",
    ),
    ("leptos", "leptos_dom", "pub mod logging { pub use leptos_dom::{error, log, warn}; }"),
];

/// A line, and the lint of clippy that refuses it.
type Refused = BTreeSet<(usize, String)>;

#[test]
fn clippy_finds_each_planted_violation_and_nothing_else() {
    let planted: Refused = (1..)
        .zip(PLANTED.lines())
        .filter_map(|(line, code)| Some((line, code.split_once("//~ ")?.1.to_owned())))
        .collect();
    assert_eq!(refused(), planted);
}

#[test]
fn every_name_that_clippy_refuses_is_planted() {
    let lists: toml::Table = read("clippy.toml").parse().expect("clippy reads it too");
    let mut names = 0;
    for list in ["disallowed-methods", "disallowed-types", "disallowed-macros"] {
        for entry in lists[list].as_array().expect("a list") {
            let name = entry["path"].as_str().expect("a path").rsplit("::").next().unwrap_or_default();
            assert!(PLANTED.contains(name), "{name} of {list} is not planted");
            names += 1;
        }
    }
    assert!(names > 15, "the lists were not found");
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What clippy refuses in the planted crate.
fn refused() -> Refused {
    let folder = write_crates();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["clippy", "--offline", "--quiet", "--message-format=json"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("clippy runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let messages = told.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a message"));
    let refused: Refused = messages
        .filter(|message| message["message"]["level"] == "error")
        .filter_map(|message| {
            let lint = message["message"]["code"]["code"].as_str()?.trim_start_matches("clippy::").to_owned();
            let place = message["message"]["spans"][0]["line_start"].as_u64()?;
            Some((usize::try_from(place).ok()?, lint))
        })
        .collect();
    assert!(!refused.is_empty(), "clippy said nothing: {}", String::from_utf8_lossy(&output.stderr));
    refused
}

/// Writes the planted crate, with the lints of this project, and the crates that it uses.
fn write_crates() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("planted");
    let manifest = read("Cargo.toml");
    let lints = manifest.find("[lints.").map_or("", |start| &manifest[start..]);
    let mut all = String::new();
    for (name, used, code) in CRATES {
        let used = if used.is_empty() { String::new() } else { depends_on(used, "..") };
        let about = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{used}");
        write_crate(&folder.join(name), &about, code);
        all.push_str(&depends_on(name, "."));
    }
    let about =
        format!("[workspace]\n[package]\nname = \"planted\"\nedition = \"2024\"\n[dependencies]\n{all}\n{lints}");
    write_crate(&folder, &about, PLANTED);
    fs::write(folder.join("clippy.toml"), read("clippy.toml")).expect("the folder is there");
    folder
}

fn depends_on(name: &str, folder: &str) -> String {
    format!("{name} = {{ path = \"{folder}/{name}\" }}\n")
}

fn write_crate(folder: &Path, about: &str, code: &str) {
    fs::create_dir_all(folder.join("src")).expect("the folder can be made");
    fs::write(folder.join("Cargo.toml"), about).expect("the folder is there");
    fs::write(folder.join("src/lib.rs"), code).expect("the folder is there");
}
