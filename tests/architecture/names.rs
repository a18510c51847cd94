//! One name, one thing: no two types of `src` share a name, public or private. Types of tests and associated types do
//! not count, because nobody finds them by name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// The files that define a type, by the name of the type.
type Definitions = BTreeMap<String, Vec<String>>;

/// Collects the structs, enums, traits and type aliases of one file.
struct Types<'a> {
    path: &'a str,
    definitions: &'a mut Definitions,
}

impl Types<'_> {
    fn add(&mut self, name: impl ToString) {
        self.definitions.entry(name.to_string()).or_default().push(self.path.to_owned());
    }
}

impl<'ast> Visit<'ast> for Types<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.add(&item.ident);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.add(&item.ident);
    }

    /// A macro may define a type; its tokens are all there is to read.
    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let tokens = item.tokens.to_string();
        let words: Vec<&str> = tokens.split_whitespace().collect();
        for pair in words.windows(2) {
            if ["struct", "enum", "trait"].contains(&pair[0]) && pair[1].starts_with(char::is_uppercase) {
                self.add(pair[1]);
            }
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }
}

/// Returns the types that these files define, given as path and text.
fn definitions<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Definitions {
    let mut definitions = Definitions::new();
    for (path, text) in files {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Types { path, definitions: &mut definitions }.visit_file(&file);
    }
    definitions
}

/// Returns one line for each name with more than one type.
fn shared(definitions: &Definitions) -> Vec<String> {
    let shared = definitions.iter().filter(|(_, files)| files.len() > 1);
    shared.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

/// Reads all Rust files below a folder, except folders and files of tests.
fn read_sources(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of src can be read") {
        let path = entry.expect("an entry of src can be read").path();
        if path.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if path.is_dir() {
            read_sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file can be read");
            into.push((path.display().to_string(), text));
        }
    }
}

#[test]
fn no_two_types_share_a_name() {
    let mut files = Vec::new();
    read_sources(Path::new("src"), &mut files);
    let definitions = definitions(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    for name in ["Dossier", "Agreement", "Flag", "Field"] {
        assert!(definitions.contains_key(name), "the type {name} was not found");
    }
    let shared = shared(&definitions);
    assert!(shared.is_empty(), "{} of {} names:\n{}", shared.len(), definitions.len(), shared.join("\n"));
}

#[test]
fn a_shared_name_is_found() {
    let first = ("src/model/plan/visit.rs", "pub struct Visit;\nimpl Iterator for Visit { type Item = u8; }");
    let shared_with = |text| shared(&definitions([first, ("src/ui/visit.rs", text)]));
    let inside = ["mod inner { struct Visit(u8); }", "macro_rules! visits { () => { pub enum Visit {} } }"];
    for text in ["enum Visit {}", "pub(crate) trait Visit {}", "type Visit = u8;"].into_iter().chain(inside) {
        assert_eq!(shared_with(text), ["Visit: src/model/plan/visit.rs, src/ui/visit.rs"], "{text}");
    }
    for text in ["enum Item { Visit }", "use super::Visit;", "mod tests { struct Visit; }", "fn visit() {}"] {
        assert_eq!(shared_with(text), [""; 0], "{text}");
    }
}
