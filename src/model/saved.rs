//! Storage format of a dossier: one checksummed record per part of the journey for the device, and one text with
//! everything for a restart in memory.
//!
//! A record never contains an answer or tick of class `Safety` or `Route`. The text for a restart does; it is handed to
//! `boot.js`, stays in memory and is never written anywhere.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::answers::{Answer, Answers};
use super::catalogue::{Asked, Catalogue, Place};
use super::content::{Class, FlagDoes, Step};
use super::dossier::{Dossier, Notice};
use super::facts::Facts;
use super::json::{Reader, Writer};
use super::plan::record::{self as plan_record, Part};
use super::plan::{People, PersonId, Plan};
use super::record::{self, PlaceRecord};

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
struct Record {
    answers: Answers,
    marks: BTreeSet<String>,
    place: Option<PlaceRecord>,
    /// The part of the plan to write.
    plan_part: Option<Part>,
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
    let mut parts: Vec<(&str, Record)> = Vec::new();
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
    for (part, name) in Part::all().filter(|(part, _)| plan_record::is_told(&dossier.plan, *part)) {
        record_of(&mut parts, name).plan_part = Some(part);
    }
    let mut sealed = LiteMap::new();
    for (part, record) in &parts {
        sealed.insert((*part).to_owned(), seal(record, &dossier.plan));
    }
    sealed
}

/// The record of a part; creates it if needed.
fn record_of<'r, 'p>(parts: &'r mut Vec<(&'p str, Record)>, part: &'p str) -> &'r mut Record {
    let place = parts.iter().position(|(other, _)| *other == part).unwrap_or_else(|| {
        parts.push((part, Record::default()));
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

/// The whole dossier as one text, for `boot.js` to hold in memory.
pub fn kept_in_memory(dossier: &Dossier) -> String {
    let mut json = Writer::default();
    json.object(&mut |json| {
        let mut answers = dossier.answers.iter().map(|(id, answer)| (id.as_str(), answer));
        record::write_answers(json.key("answers"), &mut answers);
        record::write_texts(json.key("marks"), &mut dossier.marks.iter());
        record::write_place(json.key("place"), &place_record(dossier));
        record::write_flags(json.key("seen-flags"), dossier.seen.flags);
        record::write_flags(json.key("seen-blocks"), dossier.seen.blocks);
        record::write_texts(json.key("seen-screens"), &mut dossier.seen.screens.iter());
        record::write_texts(json.key("asked-softly"), &mut dossier.seen.soft.iter());
        plan_record::write_all(json.key("plan"), &dossier.plan);
        let feared: BTreeSet<String> =
            dossier.once_feared.iter().map(|(id, name)| format!("{} {name}", id.0)).collect();
        record::write_texts(json.key("once-feared"), &mut feared.iter());
    });
    json.into_text()
}

/// Reads the text that `boot.js` held in memory.
pub fn from_memory(text: &str) -> Option<Dossier> {
    let mut dossier = Dossier::new();
    let mut json = Reader::new(text);
    json.object(&mut |json, key| match key {
        "answers" => dossier.answers = record::read_answers(json, &|_| true),
        "marks" => dossier.marks = record::read_texts(json),
        "place" => restore_place(&mut dossier, record::read_place(json)),
        "seen-flags" => dossier.seen.flags = record::read_flags(json),
        "seen-blocks" => dossier.seen.blocks = record::read_flags(json),
        "seen-screens" => dossier.seen.screens = record::read_texts(json),
        "asked-softly" => dossier.seen.soft = record::read_texts(json),
        "plan" => plan_record::read(json, &mut dossier.plan, None),
        "once-feared" => dossier.once_feared = record::read_texts(json).iter().filter_map(|text| named(text)).collect(),
        _ => json.skip(),
    });
    json.is_done().then_some(dossier)
}

/// Parses `3 Dennis`.
fn named(text: &str) -> Option<(PersonId, String)> {
    let (id, name) = text.split_once(' ')?;
    Some((PersonId(id.parse().ok()?), name.to_owned()))
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
        Step::Other => "ander",
        Step::Stuck => "vast",
    }
}

fn place_record(dossier: &Dossier) -> PlaceRecord {
    PlaceRecord {
        at: dossier.at,
        beside: dossier.beside,
        passed: dossier.passed.clone(),
        opened: dossier.opened.clone(),
        last_person: dossier.last_person,
        paper: dossier.paper.clone(),
        made: dossier.made,
    }
}

/// The place without anything that reveals safety: no screens of an area that never appears on paper, and no passed
/// safety screens. So the two safety questions, which are not stored, are open again on the next visit.
fn storable_place(catalogue: &Catalogue, dossier: &Dossier) -> PlaceRecord {
    let mut record = place_record(dossier);
    let hidden = |place: &Place| place.area.is_some_and(|area| catalogue.content.areas[area].never_on_paper);
    let known =
        |number: usize, quiet: &dyn Fn(&Place) -> bool| catalogue.place(number).is_some_and(|place| quiet(&place));
    record.at = (1..=dossier.at).rev().find(|number| known(*number, &|place| !hidden(place))).unwrap_or(1);
    record.opened.retain(|id| !catalogue.area(id).is_some_and(|(_, area)| area.never_on_paper));
    record
        .passed
        .retain(|number| known(*number, &|place| !hidden(place) && catalogue.screen(*place).step != Step::Safe));
    record
}

fn restore_place(dossier: &mut Dossier, place: PlaceRecord) {
    dossier.at = place.at.max(1);
    dossier.beside = place.beside;
    dossier.passed = place.passed;
    dossier.opened = place.opened;
    dossier.last_person = place.last_person;
    dossier.paper = place.paper;
    dossier.made = place.made;
}

/// Adds what the content still knows; leaves out questions that no longer exist.
fn take_in(catalogue: &Catalogue, dossier: &mut Dossier, record: Record) {
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
fn known_place(catalogue: &Catalogue, mut place: PlaceRecord) -> PlaceRecord {
    let last = catalogue.places().len();
    place.at = place.at.min(last);
    place.beside = place.beside.filter(|number| *number <= last);
    place.passed.retain(|number| *number <= last);
    let is_screen = |id: &String| catalogue.content.flow.screens.iter().any(|screen| screen.id == *id);
    place.opened.retain(|id| is_screen(id) || catalogue.area(id).is_some());
    place
}

/// `format:checksum:json`
fn seal(record: &Record, plan: &Plan) -> String {
    let mut json = Writer::default();
    json.object(&mut |json| {
        if !record.answers.is_empty() {
            let mut answers = record.answers.iter().map(|(id, answer)| (id.as_str(), answer));
            record::write_answers(json.key("answers"), &mut answers);
        }
        if !record.marks.is_empty() {
            record::write_texts(json.key("marks"), &mut record.marks.iter());
        }
        if let Some(place) = &record.place {
            record::write_place(json.key("place"), place);
        }
        if let Some(part) = record.plan_part {
            plan_record::write_part(json.key("plan"), plan, part);
        }
    });
    let json = json.into_text();
    format!("{FORMAT}:{:08x}:{json}", checksum(&json))
}

/// More bytes than any of our records has: a browser allows a few million for all of them together.
const MOST_BYTES: usize = 2_000_000;

fn open(catalogue: &Catalogue, part: &str, text: &str, plan: &Plan) -> Result<Record, BadRecord> {
    if text.len() > MOST_BYTES {
        return Err(BadRecord::Damaged);
    }
    // Earlier records were JSON strings, in quotation marks.
    let quoted = text.starts_with('"').then(|| Reader::new(text).text());
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
fn read_record(catalogue: &Catalogue, part: &str, json: &str, plan: &Plan) -> Option<Record> {
    let belongs = |id: &str| catalogue.question(id).is_some_and(|asked| part_of(catalogue, asked) == part);
    let mut record = Record { plan_part: Part::named(part), ..Record::default() };
    if record.plan_part.is_some() {
        record.plan.clone_from(plan);
    }
    let mut json = Reader::new(json);
    json.object(&mut |json, key| match key {
        "answers" => record.answers = record::read_answers(json, &belongs),
        "marks" => {
            record.marks = record::read_texts(json);
            record.marks.retain(|item| belongs(catalogue.question_of_tick(item).unwrap_or(item)));
        }
        "plan" if record.plan_part.is_some() => plan_record::read(json, &mut record.plan, record.plan_part),
        "place" if part == PLACE => record.place = if json.is_null() { None } else { Some(record::read_place(json)) },
        _ => json.skip(),
    });
    json.is_done().then_some(record)
}

fn checksum(text: &str) -> u32 {
    const CRC: crc::Crc<u32, crc::NoTable> = crc::Crc::<u32, crc::NoTable>::new(&crc::CRC_32_ISO_HDLC);
    CRC.checksum(text.as_bytes())
}
