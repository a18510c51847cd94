//! One TOML file → its shape, with all its problems at once.
//!
//! serde stops at the first problem. So the place of a problem is cut out of the table and reading starts again, until
//! what is left can be read. A problem of a table that was cut into is a consequence and is not told.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::dutch;
use super::problem::Problems;
use super::source::Source;

/// Reads a file. Nothing comes back when even what is left is no such file.
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

/// The table of a file, or every mistake in the way it is written.
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

/// Cuts out the key or the value with exactly this span. Gives where the thing around it starts.
///
/// A list of tables has the span of its first table; so what is inside goes before what is around it.
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
            // An array cannot lose one element through the toml crate; it is built again without it.
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
