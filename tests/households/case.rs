//! The format of a case file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;

use app::model::content::Sheet;
use app::model::content::flag::Flag;
use serde::Deserialize;
use serde_json::Value;

use crate::common::road::Road;
use crate::common::{Told, cases_folder};
use crate::plan::told::Planned;

/// One household, or one variant of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Case {
    #[serde(skip)]
    pub file: String,
    #[serde(skip)]
    road: OnceLock<Road>,
    pub title: String,
    pub ticks: Vec<String>,
    pub answers: BTreeMap<String, Value>,
    /// Answers of this household to questions that do not exist yet.
    #[serde(default)]
    pub later: BTreeMap<String, Value>,
    /// Questions that are answered off the road: in the menu, or before a plan.
    #[serde(default)]
    pub off_road: Vec<String>,
    /// Exactly these flags are up, highest first.
    pub flags: Vec<Flag>,
    /// The proposed area to begin with, and the reason.
    pub start: Option<(String, String)>,
    /// Exactly these sheets are offered.
    pub sheets: BTreeSet<Sheet>,
    /// The sentence for a sheet that is not offered.
    #[serde(default)]
    pub closed: BTreeMap<Sheet, String>,
    pub storage: Storage,
    /// The number of screens on the road.
    #[serde(default)]
    pub screens: Option<usize>,
    /// The position on the road of the first screen of a flag, counted from 1.
    #[serde(default)]
    pub flag_screen: Option<usize>,
    /// The card of the road “voor een ander”.
    #[serde(default)]
    pub card: Vec<String>,
    /// The card for residents under 18: the numbers, then the sentences.
    #[serde(default)]
    pub young: Vec<String>,
    /// Findings in free text that the resident decides to keep: question#finding.
    #[serde(default)]
    pub kept: BTreeSet<String>,
    /// Texts of the first page, in order, regardless of line breaks.
    #[serde(default)]
    pub page_1: Vec<String>,
    /// Texts of the second page, in order; without them there is no second page.
    #[serde(default)]
    pub page_2: Vec<String>,
    /// The plan of the circle.
    #[serde(default)]
    pub plan: Option<Planned>,
    /// Every line of the circle's own plan, by page.
    #[serde(default)]
    pub v2: Vec<Vec<String>>,
    /// Texts of the tailored request, in order.
    #[serde(default)]
    pub v3: Vec<String>,
    /// Texts of the meeting request, in order.
    #[serde(default)]
    pub v4: Vec<String>,
    /// Texts that the summary must not contain.
    #[serde(default)]
    pub never: Vec<String>,
}

/// What happens to answers on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Storage {
    /// Nothing is ever stored.
    Memory,
    /// Stored until the end.
    Device,
    /// Stored, and wiped later.
    Stopped,
}

impl Case {
    /// The answers of the case.
    pub fn told(&self) -> Told {
        Told { ticks: self.ticks.clone(), answers: self.answers.clone() }
    }

    /// The road walked with these answers; computed once for all tests.
    pub fn road(&self) -> &Road {
        self.road.get_or_init(|| Road::walk(&self.told().answers()))
    }
}

/// All cases, by file name.
pub fn all() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(read_all)
}

fn read_all() -> Vec<Case> {
    let folder = fs::read_dir(cases_folder()).expect("the folder of cases");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("a case").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let file = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let json = fs::read_to_string(&path).expect("a case");
        let case: Case = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{file}: {error}"));
        Case { file, ..case }
    };
    paths.into_iter().map(read).collect()
}

/// Checks every case, and fails with the problems of all of them.
pub fn every(check: impl Fn(&Case) -> Vec<String>) {
    let mut problems = Vec::new();
    for case in all() {
        problems.extend(check(case).into_iter().map(|problem| format!("{}  {problem}", case.title)));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}
