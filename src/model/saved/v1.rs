//! Version 1 of the stored records, as serde reads and writes them. Unknown keys are skipped; a value of an unexpected
//! shape makes the record invalid. The names and their order are fixed: devices hold such records.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::content::Sheet;
use crate::model::date::Date;
use crate::model::dossier::PaperChoice;
use crate::model::dossier::answers::{Answer, Answers};
use crate::model::dossier::people::Person as Entered;
use crate::model::plan::record::StoredPart;

/// Maximum items in a list: more than a resident can enter. Everything after reading takes time for each of them.
const MOST_ITEMS: usize = 2_000;
/// Maximum number of parts of a plan in one record: as many of each kind as a plan holds, with room to spare.
const MOST_PARTS: usize = 5_000;

/// One stored record: the answers and the marks of one part of the journey, or the place, or one part of the plan.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct StoredRecord {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, StoredAnswer>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub marks: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<StoredPlace>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<StoredPart>>,
}

/// An answer: `"yes"`, `{"text":"…"}`, `{"picks":{"picked":["geld"],"own":"…"}}`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoredAnswer {
    Yes,
    No,
    Unknown,
    Withheld,
    Picks {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        picked: Vec<String>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        own: String,
    },
    Number(i64),
    Date(Date),
    Text(String),
    People(Vec<StoredPerson>),
}

/// Someone in an answer.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct StoredPerson {
    id: u32,
    #[serde(skip_serializing_if = "String::is_empty")]
    role: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    age: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    what: String,
    #[serde(skip_serializing_if = "is_false")]
    name_on_paper: bool,
    #[serde(skip_serializing_if = "is_false")]
    steady: bool,
}

/// Where the resident is, and their choices for the sheet. Numbers of screens are wider than those of the phone, so that a
/// number no phone can hold is a screen that does not exist, not a damaged record.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct StoredPlace {
    pub at: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<u64>,
    pub passed: BTreeSet<u64>,
    pub opened: BTreeSet<String>,
    pub last_person: u32,
    pub paper: StoredPaperChoice,
    pub made: bool,
}

/// The resident's choices for the sheet.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct StoredPaperChoice {
    blocks_off: BTreeSet<u8>,
    kept: BTreeSet<String>,
    goes_along: Vec<String>,
    call_note: bool,
    sheets: BTreeSet<Sheet>,
    gemeente: Option<String>,
}

impl StoredRecord {
    /// Whether no list is longer than a resident could make it.
    pub fn has_room(&self) -> bool {
        let place = self.place.as_ref();
        let in_place = place.map_or(0, |place| {
            let StoredPaperChoice { blocks_off, kept, goes_along, .. } = &place.paper;
            [place.passed.len(), place.opened.len(), blocks_off.len(), kept.len(), goes_along.len()]
                .into_iter()
                .max()
                .unwrap_or(0)
        });
        let in_answers = self.answers.values().map(StoredAnswer::items).max().unwrap_or(0);
        self.marks.len().max(in_place).max(in_answers) <= MOST_ITEMS
            && self.plan.as_ref().map_or(0, Vec::len) <= MOST_PARTS
    }
}

/// The answers as they are stored.
pub fn stored<'a>(answers: impl IntoIterator<Item = (&'a String, &'a Answer)>) -> BTreeMap<String, StoredAnswer> {
    answers.into_iter().map(|(id, answer)| (id.clone(), StoredAnswer::from(answer))).collect()
}

/// The stored answers whose questions belong here.
pub fn answers(stored: BTreeMap<String, StoredAnswer>, belongs: impl Fn(&str) -> bool) -> Answers {
    let here = stored.into_iter().filter(|(id, _)| belongs(id));
    here.map(|(id, answer)| (id, answer.into())).collect()
}

impl StoredAnswer {
    fn items(&self) -> usize {
        match self {
            StoredAnswer::Picks { picked, .. } => picked.len(),
            StoredAnswer::People(people) => people.len(),
            StoredAnswer::Yes
            | StoredAnswer::No
            | StoredAnswer::Unknown
            | StoredAnswer::Withheld
            | StoredAnswer::Number(_)
            | StoredAnswer::Date(_)
            | StoredAnswer::Text(_) => 0,
        }
    }
}

impl From<&Answer> for StoredAnswer {
    fn from(answer: &Answer) -> StoredAnswer {
        match answer.clone() {
            Answer::Yes => StoredAnswer::Yes,
            Answer::No => StoredAnswer::No,
            Answer::Unknown => StoredAnswer::Unknown,
            Answer::Withheld => StoredAnswer::Withheld,
            Answer::Picks { picked, own } => StoredAnswer::Picks { picked, own },
            Answer::Number(number) => StoredAnswer::Number(number),
            Answer::Date(date) => StoredAnswer::Date(date),
            Answer::Text(text) => StoredAnswer::Text(text),
            Answer::People(people) => StoredAnswer::People(people.into_iter().map(StoredPerson::from).collect()),
        }
    }
}

impl From<StoredAnswer> for Answer {
    fn from(stored: StoredAnswer) -> Answer {
        match stored {
            StoredAnswer::Yes => Answer::Yes,
            StoredAnswer::No => Answer::No,
            StoredAnswer::Unknown => Answer::Unknown,
            StoredAnswer::Withheld => Answer::Withheld,
            StoredAnswer::Picks { picked, own } => Answer::Picks { picked, own },
            StoredAnswer::Number(number) => Answer::Number(number),
            StoredAnswer::Date(date) => Answer::Date(date),
            StoredAnswer::Text(text) => Answer::Text(text),
            StoredAnswer::People(people) => Answer::People(people.into_iter().map(Entered::from).collect()),
        }
    }
}

impl From<Entered> for StoredPerson {
    fn from(Entered { id, role, name, age, what, name_on_paper, steady }: Entered) -> StoredPerson {
        StoredPerson { id, role, name, age, what, name_on_paper, steady }
    }
}

impl From<StoredPerson> for Entered {
    fn from(StoredPerson { id, role, name, age, what, name_on_paper, steady }: StoredPerson) -> Entered {
        Entered { id, role, name, age, what, name_on_paper, steady }
    }
}

impl From<PaperChoice> for StoredPaperChoice {
    fn from(
        PaperChoice { blocks_off, kept, goes_along, call_note, sheets, gemeente }: PaperChoice,
    ) -> StoredPaperChoice {
        StoredPaperChoice { blocks_off, kept, goes_along, call_note, sheets, gemeente }
    }
}

impl From<StoredPaperChoice> for PaperChoice {
    fn from(
        StoredPaperChoice { blocks_off, kept, goes_along, call_note, sheets, gemeente }: StoredPaperChoice,
    ) -> PaperChoice {
        PaperChoice { blocks_off, kept, goes_along, call_note, sheets, gemeente }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(truth: &bool) -> bool {
    !truth
}
