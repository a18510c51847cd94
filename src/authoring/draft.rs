//! The draft: all content as an editor wrote it. Every file is read, none is checked against another.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::files::{Calendar, Contacts, DeskArea, Terms, Trace};
use super::problem::Problems;
use super::read;
use super::source::{Sentence, Source};
use crate::model::content::{Flow, Gemeente, LifeArea, Names, PlanTexts, Safety, Sheets};

/// A file and the value read from it.
#[derive(Debug, Clone)]
pub struct ParsedFile<T> {
    pub source: Source,
    pub value: T,
}

/// All content of one language; leaves out what could not be read.
#[derive(Debug, Clone)]
pub struct Draft {
    pub texts: BTreeMap<String, String>,
    pub flow: Option<ParsedFile<Flow<Sentence>>>,
    /// In the order of the file names, which is the order of the journey.
    pub areas: Vec<ParsedFile<LifeArea<Sentence>>>,
    pub safety: Option<ParsedFile<Safety<Sentence>>>,
    pub names: Option<ParsedFile<Names>>,
    pub sheets: Option<ParsedFile<Sheets<Sentence>>>,
    pub plan: Option<ParsedFile<PlanTexts>>,
    pub contacts: Option<ParsedFile<Contacts>>,
    pub terms: Option<ParsedFile<Terms>>,
    pub calendar: Option<ParsedFile<Calendar>>,
    pub trace: Option<ParsedFile<Trace>>,
    pub gemeenten: Vec<ParsedFile<Gemeente<String>>>,
    pub desk: Vec<ParsedFile<DeskArea>>,
    /// Every file, including those that could not be read.
    pub sources: Vec<Source>,
}

impl Draft {
    /// Whether the plan has a field with this id.
    pub fn has_plan_field(&self, id: &str) -> bool {
        self.plan.iter().any(|part| part.value.fields.iter().any(|field| field.id == id))
    }
}

/// Reads every file below `root`, the folder that contains `content/`.
pub fn read_all(root: &Path, problems: &mut Problems) -> Draft {
    let mut reader = Reader { root, problems, sources: Vec::new() };
    let texts = reader.texts("content/nl/app.toml");
    let flow = reader.file("content/nl/flow.toml");
    let areas = reader.folder("content/nl/areas");
    let safety = reader.file("content/nl/safety.toml");
    let names = reader.file("content/nl/names.toml");
    let sheets = reader.file("content/nl/sheets.toml");
    let plan = reader.file("content/nl/plan.toml");
    let contacts = reader.file("content/nl/contacts.toml");
    let terms = reader.file("content/nl/terms.toml");
    let calendar = reader.file("content/nl/calendar.toml");
    let trace = reader.file("content/nl/trace.toml");
    let gemeenten = reader.folder("content/municipalities");
    let desk = reader.folder("content/nl/desk");
    Draft {
        texts,
        flow,
        areas,
        safety,
        names,
        sheets,
        plan,
        contacts,
        terms,
        calendar,
        trace,
        gemeenten,
        desk,
        sources: reader.sources,
    }
}

struct Reader<'a> {
    root: &'a Path,
    problems: &'a mut Problems,
    sources: Vec<Source>,
}

impl Reader<'_> {
    fn text(&mut self, name: &str) -> Option<String> {
        match fs::read_to_string(self.root.join(name)) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                self.problems.on_line(name, 0, "dit bestand ontbreekt");
                None
            }
            Err(error) => {
                let text = format!("dit bestand kan ik niet lezen ({error})");
                self.problems.on_line(name, 0, text);
                None
            }
        }
    }

    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<ParsedFile<T>> {
        let text = self.text(name)?;
        let (source, value) = read::shape(name, &text, self.problems);
        self.sources.push(source.clone());
        value.map(|value| ParsedFile { source, value })
    }

    /// Every TOML file of a folder, in the order of their names.
    fn folder<T: DeserializeOwned>(&mut self, name: &str) -> Vec<ParsedFile<T>> {
        let mut names: Vec<String> = fs::read_dir(self.root.join(name))
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .filter_map(|path: PathBuf| Some(path.file_name()?.to_str()?.to_owned()))
            .collect();
        names.sort();
        names.iter().filter_map(|file| self.file(&format!("{name}/{file}"))).collect()
    }

    /// Texts by key, flattened with dots.
    fn texts(&mut self, name: &str) -> BTreeMap<String, String> {
        let Some(text) = self.text(name) else {
            return BTreeMap::new();
        };
        let (source, table) = read::table(name, &text, self.problems);
        let mut texts = BTreeMap::new();
        if let Some(table) = table {
            self.flatten(&source, table.get_ref(), "", &mut texts);
        }
        self.sources.push(source);
        texts
    }

    fn flatten(&mut self, source: &Source, table: &DeTable<'_>, before: &str, texts: &mut BTreeMap<String, String>) {
        for (key, value) in table {
            let path = format!("{before}{}", key.get_ref());
            match value.get_ref() {
                DeValue::String(text) => {
                    texts.insert(path, text.to_string());
                }
                DeValue::Table(inner) => self.flatten(source, inner, &format!("{path}."), texts),
                DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_) => {
                    let text = format!("`{path}` is geen tekst; zet er aanhalingstekens omheen");
                    self.problems.at(source, &path, text);
                }
            }
        }
    }
}
