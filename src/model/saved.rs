//! Storage format of a dossier: one checksummed record per part of the journey for the device, and one text with
//! everything for a restart in memory.
//!
//! A record never contains an answer or tick of class `Safety` or `Route`. The text for a restart does; it is handed to
//! `boot.js`, stays in memory and is never written anywhere.

mod restart;
mod v1;

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::catalogue::{Asked, Catalogue, ScreenRef};
use super::content::{Class, FlagDoes, Step};
use super::dossier::{Dossier, Notice};
use super::facts::Facts;
use super::plan::Plan;
use super::plan::record::{self, PlanRecord};
use crate::model::dossier::answers::{Answer, Answers};
use crate::model::plan_rules::circle::People;

pub use restart::{from_memory, kept_in_memory};

/// Where answers are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Only in memory.
    Memory,
    /// On the device as well.
    Device,
}

/// The record format. A change that older code cannot read gets the next number and a migration.
pub const FORMAT: u32 = 1;

/// Where the resident is. A separate record, so that a step forward rewrites no answers.
const PLACE: &str = "plaats";

/// What was restored from storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    pub dossier: Dossier,
    /// Parts with a damaged record; the stored text is left as it was.
    pub damaged: Vec<String>,
    /// Parts written by a newer version; they must not be overwritten.
    pub newer: Vec<String>,
}

/// Why a record cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRecord {
    /// Cut off, changed, or not one of our records.
    Damaged,
    /// Written by a newer version.
    Newer,
}

/// One stored record.
#[derive(Debug, Default)]
struct OpenedRecord {
    answers: Answers,
    marks: BTreeSet<String>,
    place: Option<v1::StoredPlace>,
    /// The part of the plan to write.
    plan_part: Option<PlanRecord>,
    /// The plan, with the part that was read.
    plan: Plan,
}

/// Where answers are kept now: on the device only after “nee” to the device question and a yes, unless a flag stops it.
pub fn mode(facts: &Facts) -> Mode {
    let keep = facts.yes(&facts.catalogue.content.flow.roles.keep);
    if keep && !facts.does(&FlagDoes::StopsKeeping) { Mode::Device } else { Mode::Memory }
}

/// The records to store, by part; empty while answers stay in memory.
pub fn records(facts: &Facts, dossier: &Dossier) -> LiteMap<String, String> {
    if mode(facts) == Mode::Memory {
        return LiteMap::new();
    }
    let catalogue = &facts.catalogue;
    let mut parts: Vec<(&str, OpenedRecord)> = Vec::new();
    for (id, answer) in dossier.answers.iter() {
        let answer = storable(catalogue, id, answer);
        if let (Some(asked), Some(answer)) = (catalogue.question(id), answer) {
            record_of(&mut parts, part_of(catalogue, asked)).answers.insert(id.clone(), answer);
        }
    }
    for item in &dossier.marks {
        let question = catalogue.question_of_tick(item).unwrap_or(item);
        let tick = catalogue.question_of_tick(item).map(|_| item.as_str());
        if let Some(asked) = catalogue.question(question).filter(|_| may_be_stored(catalogue.class_of(question, tick)))
        {
            record_of(&mut parts, part_of(catalogue, asked)).marks.insert(item.clone());
        }
    }
    record_of(&mut parts, PLACE).place = Some(storable_place(catalogue, dossier));
    for (part, name) in PlanRecord::all().filter(|(part, _)| record::has_content(&dossier.plan, *part)) {
        record_of(&mut parts, name).plan_part = Some(part);
    }
    let mut sealed = LiteMap::new();
    for (part, record) in parts {
        sealed.insert(part.to_owned(), seal(record, &dossier.plan));
    }
    sealed
}

/// The record of a part; creates it if needed.
fn record_of<'r, 'p>(parts: &'r mut Vec<(&'p str, OpenedRecord)>, part: &'p str) -> &'r mut OpenedRecord {
    let place = parts.iter().position(|(other, _)| *other == part).unwrap_or_else(|| {
        parts.push((part, OpenedRecord::default()));
        parts.len() - 1
    });
    &mut parts[place].1
}

/// Reads stored records. Unreadable records are named and left out; nothing is made up for them. Each record fills only
/// its own part of the dossier: a question that moves to another part needs a migration.
pub fn read(catalogue: &Catalogue, records: &LiteMap<String, String>) -> Restored {
    let mut restored = Restored { dossier: Dossier::new(), damaged: Vec::new(), newer: Vec::new() };
    for (part, text) in records.iter() {
        match open(catalogue, part, text, &restored.dossier.plan) {
            Ok(record) => take_in(catalogue, &mut restored.dossier, record),
            Err(BadRecord::Damaged) => restored.damaged.push(part.clone()),
            Err(BadRecord::Newer) => restored.newer.push(part.clone()),
        }
    }
    restored.dossier.mend_numbers(catalogue);
    let Dossier { plan, answers, .. } = &restored.dossier;
    let others = People::of(catalogue, answers, &plan.about).all().len() > 1;
    if others && !plan.is_empty() {
        restored.dossier.notices.insert(Notice::WhoIsFeared);
    }
    let roles = &catalogue.content.flow.roles;
    if restored.dossier.answers.get(&roles.keep) == Some(&Answer::Yes) {
        // A stored record means that nobody else looks into this device. The answer to that question itself is not
        // stored.
        restored.dossier.answers.insert(roles.device.clone(), Answer::pick(&roles.device_free));
    }
    restored
}

fn may_be_stored(class: Class) -> bool {
    match class {
        Class::Plain | Class::Private | Class::AboutSomeoneElse | Class::Contact => true,
        Class::Safety | Class::Route => false,
    }
}

/// The answer without anything that must not be stored.
fn storable(catalogue: &Catalogue, question: &str, answer: &Answer) -> Option<Answer> {
    if !may_be_stored(catalogue.class_of(question, None)) {
        return None;
    }
    let Answer::Picks { picked, own } = answer else {
        return Some(answer.clone());
    };
    // Choosing an area that never appears on paper is in itself a safety matter.
    let hidden = |option: &str| catalogue.area(option).is_some_and(|(_, area)| area.never_on_paper);
    let stays = |option: &&String| may_be_stored(catalogue.class_of(question, Some(option))) && !hidden(option);
    let picked: Vec<String> = picked.iter().filter(stays).cloned().collect();
    let nothing = picked.is_empty() && own.is_empty();
    (!nothing).then(|| Answer::Picks { picked, own: own.clone() })
}

/// The part of the journey a question belongs to; each area is its own part.
fn part_of(catalogue: &Catalogue, asked: &Asked) -> &'static str {
    if let Some(area) = asked.area {
        return &catalogue.content.areas[area].id;
    }
    match asked.step {
        Step::Start => "start",
        Step::Safe => "extra",
        Step::Needs => "nodig",
        Step::Area => "gebieden",
        Step::First => "eerst",
        Step::Circle => "kring",
        Step::Sharing => "delen",
        Step::Paper => "vel",
        Step::ForSomeoneElse => "ander",
        Step::Stuck => "vast",
    }
}

fn place_of(dossier: &Dossier) -> v1::StoredPlace {
    v1::StoredPlace {
        at: wide(dossier.at),
        beside: dossier.beside.map(wide),
        passed: dossier.passed.iter().copied().map(wide).collect(),
        opened: dossier.opened.clone(),
        last_person: dossier.last_person,
        paper: dossier.paper.clone().into(),
        made: dossier.made,
    }
}

fn wide(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// The number of a screen; one that no phone can hold is that of no screen.
fn narrow(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The place without anything that reveals safety: no screens of an area that never appears on paper, and no passed
/// safety screens. So the two safety questions, which are not stored, are open again on the next visit.
fn storable_place(catalogue: &Catalogue, dossier: &Dossier) -> v1::StoredPlace {
    let mut record = place_of(dossier);
    let hidden = |place: &ScreenRef| place.area.is_some_and(|area| catalogue.content.areas[area].never_on_paper);
    let known =
        |number: usize, quiet: &dyn Fn(&ScreenRef) -> bool| catalogue.place(number).is_some_and(|place| quiet(&place));
    record.at = wide((1..=dossier.at).rev().find(|number| known(*number, &|place| !hidden(place))).unwrap_or(1));
    record.opened.retain(|id| !catalogue.area(id).is_some_and(|(_, area)| area.never_on_paper));
    record.passed.retain(|number| {
        known(narrow(*number), &|place| !hidden(place) && catalogue.screen(*place).step != Step::Safe)
    });
    record
}

fn restore_place(dossier: &mut Dossier, place: v1::StoredPlace) {
    dossier.at = narrow(place.at).max(1);
    dossier.beside = place.beside.map(narrow);
    dossier.passed = place.passed.into_iter().map(narrow).collect();
    dossier.opened = place.opened;
    dossier.last_person = place.last_person;
    dossier.paper = place.paper.into();
    dossier.made = place.made;
}

/// Adds what the content still knows; leaves out questions that no longer exist.
fn take_in(catalogue: &Catalogue, dossier: &mut Dossier, record: OpenedRecord) {
    if record.plan_part.is_some() {
        dossier.plan = record.plan;
    }
    for mark in record.marks.into_iter().collect::<Vec<_>>() {
        dossier.marks.insert(mark);
    }
    for (id, answer) in record.answers {
        if storable(catalogue, &id, &answer).is_some() {
            dossier.answers.insert(id, answer);
        }
    }
    if let Some(place) = record.place {
        restore_place(dossier, known_place(catalogue, place));
    }
}

/// The place, limited to screens and areas that exist.
fn known_place(catalogue: &Catalogue, mut place: v1::StoredPlace) -> v1::StoredPlace {
    let last = wide(catalogue.places().len());
    place.at = place.at.min(last);
    place.beside = place.beside.filter(|number| *number <= last);
    place.passed.retain(|number| *number <= last);
    let is_screen = |id: &String| catalogue.content.flow.screens.iter().any(|screen| screen.id == *id);
    place.opened.retain(|id| is_screen(id) || catalogue.area(id).is_some());
    place
}

/// `format:checksum:json`
fn seal(record: OpenedRecord, plan: &Plan) -> String {
    let stored = v1::StoredRecord {
        answers: v1::stored(record.answers.iter()),
        marks: record.marks,
        place: record.place,
        plan: record.plan_part.map(|part| record::entries(plan, Some(part))),
    };
    // Nothing in it can fail to be written: no map has keys other than texts.
    let json = serde_json::to_string(&stored).unwrap_or_default();
    format!("{FORMAT}:{:08x}:{json}", checksum(&json))
}

/// More bytes than any of our records has: a browser allows a few million for all of them together.
const MOST_BYTES: usize = 2_000_000;

fn open(catalogue: &Catalogue, part: &str, text: &str, plan: &Plan) -> Result<OpenedRecord, BadRecord> {
    if text.len() > MOST_BYTES {
        return Err(BadRecord::Damaged);
    }
    // Earlier records were JSON strings, in quotation marks.
    let quoted: Option<String> = serde_json::from_str(text).ok();
    let text = quoted.as_deref().unwrap_or(text);
    let (format, rest) = text.split_once(':').ok_or(BadRecord::Damaged)?;
    let format: u32 = format.parse().map_err(|_| BadRecord::Damaged)?;
    if format > FORMAT {
        return Err(BadRecord::Newer);
    }
    let (sum, json) = rest.split_once(':').ok_or(BadRecord::Damaged)?;
    if format != FORMAT || sum != format!("{:08x}", checksum(json)) {
        return Err(BadRecord::Damaged);
    }
    read_record(catalogue, part, json, plan).ok_or(BadRecord::Damaged)
}

/// The content of a record, limited to its own part.
fn read_record(catalogue: &Catalogue, part: &str, json: &str, plan: &Plan) -> Option<OpenedRecord> {
    let stored: v1::StoredRecord = serde_json::from_str(json).ok().filter(v1::StoredRecord::has_room)?;
    let belongs = |id: &str| catalogue.question(id).is_some_and(|asked| part_of(catalogue, asked) == part);
    let mut record = OpenedRecord { plan_part: PlanRecord::named(part), ..OpenedRecord::default() };
    record.answers = v1::answers(stored.answers, belongs);
    record.marks = stored.marks;
    record.marks.retain(|item| belongs(catalogue.question_of_tick(item).unwrap_or(item)));
    record.place = stored.place.filter(|_| part == PLACE);
    if let Some(plan_part) = record.plan_part {
        record.plan.clone_from(plan);
        record::restore(&mut record.plan, stored.plan.unwrap_or_default(), Some(plan_part))?;
    }
    Some(record)
}

fn checksum(text: &str) -> u32 {
    const CRC: crc::Crc<u32, crc::NoTable> = crc::Crc::<u32, crc::NoTable>::new(&crc::CRC_32_ISO_HDLC);
    CRC.checksum(text.as_bytes())
}
