//! Reads one TOML file into its shape, and reports all its problems at once.
//!
//! serde stops at the first problem. So the faulty part is cut out of the table and reading starts again, until the
//! rest can be read. A problem in a table that lost a part is a consequence, and is not reported.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::dutch;
use super::problem::Problems;
use super::source::Source;

/// Reads a file. The value is `None` if even the rest does not have the shape.
pub fn shape<T: DeserializeOwned>(name: &str, text: &str, problems: &mut Problems) -> (Source, Option<T>) {
    let (source, table) = table(name, text, problems);
    let mut source = source;
    let Some(mut table) = table else {
        return (source, None);
    };
    let mut cuts: Vec<usize> = Vec::new();
    let shape = loop {
        match T::deserialize(Deserializer::from(table.clone())) {
            Ok(shape) => break Some(shape),
            Err(error) => {
                let span = error.span().unwrap_or(table.span());
                if !cuts.contains(&span.start) {
                    let line = source.line_of(span.start);
                    problems.on_line(name, line, dutch::of(error.message()));
                }
                match cut(table.get_mut(), &span, 0) {
                    Some(around) => cuts.push(around),
                    None => break None,
                }
            }
        }
    };
    source.note_places(table.get_ref());
    (source, shape)
}

/// The table of a file, or all its syntax errors.
pub fn table<'text>(
    name: &str,
    text: &'text str,
    problems: &mut Problems,
) -> (Source, Option<Spanned<DeTable<'text>>>) {
    let mut source = Source::new(name, text);
    let (table, mistakes) = DeTable::parse_recoverable(text);
    source.note_ids(table.get_ref());
    for mistake in &mistakes {
        let line = source.line_of(mistake.span().map_or(0, |span| span.start));
        problems.on_line(name, line, dutch::of_writing(mistake.message()));
    }
    source.note_places(table.get_ref());
    (source, mistakes.is_empty().then_some(table))
}

type Span = std::ops::Range<usize>;

/// Cuts out the key or value with exactly this span. Returns the start of the table or list around it.
///
/// A list of tables has the span of its first table, so inner parts are tried before outer ones.
fn cut(table: &mut DeTable<'_>, span: &Span, around: usize) -> Option<usize> {
    let inside = table.iter_mut().find_map(|(_, value)| cut_inside(value, span));
    if inside.is_some() {
        return inside;
    }
    let found = table
        .iter()
        .find(|(key, value)| key.span() == *span || value.span() == *span)
        .map(|(key, _)| key.get_ref().to_string())?;
    table.remove(found.as_str());
    Some(around)
}

fn cut_inside(value: &mut Spanned<DeValue<'_>>, span: &Span) -> Option<usize> {
    let around = value.span().start;
    match value.get_mut() {
        DeValue::Table(table) => cut(table, span, around),
        DeValue::Array(items) => {
            let inside = items.iter_mut().find_map(|item| cut_inside(item, span));
            if inside.is_some() {
                return inside;
            }
            let index = items.iter().position(|item| item.span() == *span)?;
            // The toml crate cannot remove one element from an array, so the array is built again without it.
            let kept = items.iter().enumerate().filter(|(at, _)| *at != index);
            let mut fewer = DeArray::new();
            for (_, item) in kept {
                fewer.push(item.clone());
            }
            *items = fewer;
            Some(around)
        }
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            None
        }
    }
}
