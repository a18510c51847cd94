//! The texts of the content by file and key, as a translator finds them.

use super::draft::Draft;
use crate::model::content::{Content, Key, Visitor};

/// The folder of the Dutch words.
pub const DUTCH: &str = "content/nl";

/// A text or a list of words that another language must have too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name of its file below the folder of a language: `areas/20-geld.toml`.
    pub file: String,
    /// Its key in that file: `ge1.text`.
    pub key: String,
    pub value: Value,
}

/// The words of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    /// May be longer or shorter in another language.
    List(Vec<String>),
}

/// Every text with a letter in it and every list of words, in the order of the content. A text of only placeholders,
/// such as `{}`, is the same in every language.
pub fn all(content: &Content, draft: &Draft) -> Vec<Entry> {
    let mut entries = Entries { draft, entries: Vec::new() };
    content.clone().visit_texts(&mut entries);
    entries.entries
}

/// The file of a text: areas have a number before their name.
pub fn file_of(draft: &Draft, key: &Key<'_>) -> String {
    let area = draft.areas.iter().find(|part| part.value.id == key.in_file());
    let name = area.and_then(|part| part.source.name.strip_prefix(DUTCH)?.strip_prefix('/'));
    name.map_or_else(|| format!("{}.toml", key.in_file()), str::to_owned)
}

/// The placeholders of a text, sorted: `{n}`, `{area}`, `{}`, and each `|` between a singular and its plural.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = parts(text).into_iter().filter(|part| is_placeholder(part)).collect();
    found.sort_unstable();
    found
}

/// Whether a part of a text is a placeholder.
pub fn is_placeholder(part: &str) -> bool {
    part.starts_with('{') || part == "|"
}

/// The text cut before and after every placeholder.
pub fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '|']) {
        let length = match rest[start..].strip_prefix('{') {
            Some(inside) => inside.find('}').map_or(rest.len() - start, |end| end + 2),
            None => 1,
        };
        parts.extend([&rest[..start], &rest[start..start + length]]);
        rest = &rest[start + length..];
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

struct Entries<'d> {
    draft: &'d Draft,
    entries: Vec<Entry>,
}

impl Entries<'_> {
    fn add(&mut self, key: Key<'_>, value: Value) {
        self.entries.push(Entry { file: file_of(self.draft, &key), key: key.to_string(), value });
    }
}

impl Visitor for Entries<'_> {
    fn text(&mut self, key: Key<'_>, text: &mut String) {
        let has_letters = |part: &&str| !is_placeholder(part) && part.contains(char::is_alphabetic);
        if parts(text).iter().any(has_letters) {
            self.add(key, Value::Text(text.clone()));
        }
    }

    fn list(&mut self, key: Key<'_>, list: &mut Vec<String>) {
        self.add(key, Value::List(list.clone()));
    }
}
