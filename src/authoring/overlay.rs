//! A second language: a folder `content/<tag>/` with the same files and keys as the Dutch words, and words only. Every
//! difference from the Dutch words is a problem.
#![expect(clippy::print_stdout, reason = "an editor reads the answer on the command line")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::draft::Draft;
use super::keys::{self, Entry, Value};
use super::problem::Problems;
use super::{Checked, pack, read};
use crate::model::content::{Content, Direction, Key, Visitor};

/// The folders of `content/` that are no language of their own.
const NO_OVERLAY: [&str; 3] = ["nl", "municipalities", "schema"];

/// Languages that are written from right to left, by the first part of their tag.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// The content in every language of `content/` other than Dutch; leaves out a language with problems.
pub fn read_all(root: &Path, dutch: &Content, draft: &Draft, problems: &mut Problems) -> Vec<Content> {
    // What the phone does not get needs no translation.
    let dutch = pack::for_the_phone(dutch.clone());
    let wanted = keys::all(&dutch, draft);
    let tags = names_in(&root.join("content"), |name, is_folder| is_folder && !NO_OVERLAY.contains(&name));
    let read = tags.iter().filter_map(|tag| {
        let mut own = Problems::default();
        let words = TranslationFile::read(root, tag, &wanted, &mut own);
        let is_whole = own.is_empty();
        problems.append(own);
        is_whole.then(|| words.over(dutch.clone(), tag, draft))
    });
    read.collect()
}

/// Writes the files of a new language to `content/<tag>/`, with the Dutch words in them to translate. Existing files stay.
///
/// # Errors
///
/// If a folder cannot be written.
pub fn begin(root: &Path, tag: &str, checked: &Checked) -> Result<(), Box<dyn Error>> {
    let dutch = checked.content.as_ref().ok_or("er is geen inhoud")?;
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for entry in keys::all(&pack::for_the_phone(dutch.clone()), &checked.draft) {
        let value = match entry.value {
            Value::Text(text) => toml::Value::from(text),
            Value::List(words) => toml::Value::from(words),
        };
        let line = format!("{} = {value}\n", toml::Value::from(entry.key));
        files.entry(entry.file).or_default().push_str(&line);
    }
    for (file, text) in files {
        let path = root.join("content").join(tag).join(file);
        fs::create_dir_all(path.parent().ok_or("dit is geen map")?)?;
        if !path.exists() {
            fs::write(&path, text)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

/// The direction of a language.
fn direction_of(tag: &str) -> Direction {
    let first = tag.split('-').next().unwrap_or(tag);
    if RIGHT_TO_LEFT.contains(&first) { Direction::Rtl } else { Direction::Ltr }
}

/// Words by file and key.
#[derive(Default)]
struct TranslationFile(BTreeMap<(String, String), Value>);

impl TranslationFile {
    fn read(root: &Path, tag: &str, wanted: &[Entry], problems: &mut Problems) -> TranslationFile {
        let mut overlay = TranslationFile::default();
        let mut files: Vec<&str> = wanted.iter().map(|entry| entry.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        for name in surplus(&root.join("content").join(tag), &files) {
            problems.on_line(&format!("content/{tag}/{name}"), 0, "dit bestand heeft het Nederlands niet");
        }
        for file in files {
            let wanted = wanted.iter().filter(|entry| entry.file == file).collect();
            overlay.read_file(root, &format!("content/{tag}/{file}"), wanted, problems);
        }
        overlay
    }

    fn read_file(&mut self, root: &Path, name: &str, wanted: Vec<&Entry>, problems: &mut Problems) {
        let Ok(text) = fs::read_to_string(root.join(name)) else {
            return problems.on_line(name, 0, "dit bestand ontbreekt");
        };
        let (source, table) = read::table(name, &text, problems);
        let Some(table) = table else { return };
        let mut found = BTreeMap::new();
        flatten(table.get_ref(), "", &mut found);
        let mut found: BTreeMap<String, (usize, Option<Value>)> =
            found.into_iter().map(|(key, (at, value))| (key, (source.line_of(at), value))).collect();
        for entry in wanted {
            match found.remove(&entry.key) {
                None => problems.on_line(name, 0, missing(entry)),
                Some((line, value)) => match checked(entry, value) {
                    Ok(value) => {
                        self.0.insert((entry.file.clone(), entry.key.clone()), value);
                    }
                    Err(problem) => problems.on_line(name, line, problem),
                },
            }
        }
        for (key, (line, _)) in found {
            problems.on_line(name, line, format!("`{key}` heeft het Nederlands niet"));
        }
    }

    /// The content with these words in it.
    fn over(self, mut content: Content, tag: &str, draft: &Draft) -> Content {
        content.visit_texts(&mut Replace { overlay: self, draft });
        Content { language: tag.to_owned(), direction: direction_of(tag), ..content }
    }
}

fn missing(entry: &Entry) -> String {
    match &entry.value {
        Value::Text(text) => format!("`{}` ontbreekt: “{text}”", entry.key),
        Value::List(_) => format!("`{}` ontbreekt: een lijst woorden", entry.key),
    }
}

/// The value, if it can take the place of the Dutch one.
fn checked(entry: &Entry, value: Option<Value>) -> Result<Value, String> {
    let key = &entry.key;
    match (&entry.value, value) {
        (Value::Text(_), Some(Value::Text(text))) if text.trim().is_empty() => Err(format!("lege tekst bij `{key}`")),
        (Value::Text(dutch), Some(Value::Text(text))) => {
            let (wanted, found) = (keys::placeholders(dutch), keys::placeholders(&text));
            let told = |marks: Vec<&str>| if marks.is_empty() { "niets".to_owned() } else { marks.join(" ") };
            let lost = numbers(dutch).find(|number| !numbers(&text).any(|other| other == *number));
            if let Some(number) = lost {
                Err(format!("`{key}` mist het nummer {number}"))
            } else if wanted == found {
                Ok(Value::Text(text))
            } else {
                Err(format!("`{key}` heeft {}; in het Nederlands staat hier {}", told(found), told(wanted)))
            }
        }
        (Value::List(_), Some(Value::List(list))) if list.iter().any(|word| word.trim().is_empty()) => {
            Err(format!("leeg woord in de lijst bij `{key}`"))
        }
        (Value::List(_), Some(Value::List(list))) => Ok(Value::List(list)),
        (Value::Text(_), _) => Err(format!("bij `{key}` hoort een tekst")),
        (Value::List(_), _) => Err(format!("bij `{key}` hoort een lijst teksten")),
    }
}

/// The numbers in a text that may be part of a telephone number.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() > 2)
}

/// Every value with its joined key and its place in the file; `None` for a value that is neither a text nor a list of
/// texts. `"ge1.text"` and `ge1.text` are the same key.
fn flatten(table: &DeTable<'_>, before: &str, found: &mut BTreeMap<String, (usize, Option<Value>)>) {
    for (key, value) in table {
        let path = format!("{before}{}", key.get_ref());
        if let DeValue::Table(inner) = value.get_ref() {
            flatten(inner, &format!("{path}."), found);
        } else {
            found.insert(path, (key.span().start, value_of(value)));
        }
    }
}

fn value_of(value: &Spanned<DeValue<'_>>) -> Option<Value> {
    let text = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
    match value.get_ref().as_array() {
        Some(items) => items.iter().map(text).collect::<Option<_>>().map(Value::List),
        None => text(value).map(Value::Text),
    }
}

/// The files of a language that the Dutch words do not have.
fn surplus(folder: &Path, files: &[&str]) -> Vec<String> {
    let own = names_in(folder, |name, is_folder| name != "areas" && (is_folder || !files.contains(&name)));
    let areas = names_in(&folder.join("areas"), |name, _| !files.contains(&&*format!("areas/{name}")));
    own.into_iter().chain(areas.into_iter().map(|name| format!("areas/{name}"))).collect()
}

fn names_in(folder: &Path, is_meant: impl Fn(&str, bool) -> bool) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        is_meant(&name, entry.path().is_dir()).then_some(name)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

struct Replace<'d> {
    overlay: TranslationFile,
    draft: &'d Draft,
}

impl Replace<'_> {
    fn value(&mut self, key: Key<'_>) -> Option<Value> {
        self.overlay.0.remove(&(keys::file_of(self.draft, &key), key.to_string()))
    }
}

impl Visitor for Replace<'_> {
    fn text(&mut self, key: Key<'_>, text: &mut String) {
        if let Some(Value::Text(other)) = self.value(key) {
            *text = other;
        }
    }

    fn list(&mut self, key: Key<'_>, list: &mut Vec<String>) {
        if let Some(Value::List(other)) = self.value(key) {
            *list = other;
        }
    }
}
