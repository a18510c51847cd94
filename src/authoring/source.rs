//! A content file as text: the line of each part, and the ids in it, even if other parts are faulty.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The sentence of a condition, with its position in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct Sentence {
    pub text: String,
    /// Byte offset in the file.
    pub at: usize,
}

impl From<Spanned<String>> for Sentence {
    fn from(spanned: Spanned<String>) -> Sentence {
        Sentence { at: spanned.span().start, text: spanned.into_inner() }
    }
}

/// A content file.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Path from the root of the repository.
    pub name: String,
    /// Byte offset of the start of each line.
    lines: Vec<usize>,
    places: ValuePosition,
    /// Every id in the file, including those of items that could not be read.
    pub raw_ids: BTreeSet<String>,
    /// Paths of texts that are blank.
    pub empty_texts: Vec<String>,
}

/// The position of a value, and of the values inside it.
#[derive(Debug, Clone, Default)]
struct ValuePosition {
    at: usize,
    inside: BTreeMap<String, ValuePosition>,
}

impl Source {
    pub fn new(name: &str, text: &str) -> Source {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Source { name: name.to_owned(), lines, ..Source::default() }
    }

    /// Records the position of every value. Call it with the table from which the shapes were read, because positions
    /// follow its order.
    pub fn note_places(&mut self, table: &DeTable<'_>) {
        self.places.inside = inside_table(table);
        let mut empty = Vec::new();
        each_text(table, "", &mut |path, text| {
            if text.trim().is_empty() {
                empty.push(path.to_owned());
            }
        });
        self.empty_texts = empty;
    }

    /// Records every id. Call it with the table as written.
    pub fn note_ids(&mut self, table: &DeTable<'_>) {
        let mut ids = BTreeSet::new();
        each_text(table, "", &mut |path, text| {
            let key = path.rsplit('.').next().unwrap_or(path);
            if matches!(key, "id" | "name" | "list") {
                ids.insert(text.to_owned());
            }
        });
        self.raw_ids = ids;
    }

    /// The line of a byte offset, from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|&start| start <= offset)
    }

    /// The line of a path such as `situations.3.text`, or of the nearest value around it.
    pub fn line_at(&self, path: &str) -> usize {
        let mut place = &self.places;
        for step in path.split('.') {
            match place.inside.get(step) {
                Some(inner) => place = inner,
                None => break,
            }
        }
        self.line_of(place.at)
    }

    /// Whether the file has this path.
    pub fn has(&self, path: &str) -> bool {
        let mut place = Some(&self.places);
        for step in path.split('.') {
            place = place.and_then(|place| place.inside.get(step));
        }
        place.is_some()
    }
}

impl ValuePosition {
    fn of(value: &Spanned<DeValue<'_>>) -> ValuePosition {
        let inside = match value.get_ref() {
            DeValue::Table(table) => inside_table(table),
            DeValue::Array(items) => {
                items.iter().enumerate().map(|(index, item)| (index.to_string(), ValuePosition::of(item))).collect()
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => BTreeMap::new(),
        };
        ValuePosition { at: value.span().start, inside }
    }
}

/// Calls `tell` with the path and the text of every string.
fn each_text(table: &DeTable<'_>, path: &str, tell: &mut dyn FnMut(&str, &str)) {
    for (key, value) in table {
        each_text_of(value.get_ref(), &join(path, key.get_ref()), tell);
    }
}

fn inside_table(table: &DeTable<'_>) -> BTreeMap<String, ValuePosition> {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), ValuePosition::of(value))).collect()
}

fn each_text_of(value: &DeValue<'_>, path: &str, tell: &mut dyn FnMut(&str, &str)) {
    match value {
        DeValue::String(text) => tell(path, text),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each_text_of(item.get_ref(), &join(path, &index.to_string()), tell);
            }
        }
        DeValue::Table(table) => each_text(table, path, tell),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

fn join(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}
