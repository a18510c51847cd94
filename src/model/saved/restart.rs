//! The whole dossier as one text, for a restart after a crash. It holds what must never be stored, so it is handed to
//! `boot.js`, stays in memory, and only the program that wrote it reads it again. Its shapes are private to this file.
//!
//! The text is `format:checksum:json`, so that a damaged one is refused as a whole. The checksum differs from that of the
//! records: this text is written after every event, and a checksum by bytes costs milliseconds on a slow phone.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};

use super::v1::{self, StoredAnswer};
use super::{place_of, restore_place};
use crate::model::content::flag::Flags;
use crate::model::dossier::Dossier;
use crate::model::plan::PersonId;
use crate::model::plan::record::{self, StoredPart};

/// The format of the text.
const FORMAT: &str = "1";

#[derive(Serialize, Deserialize)]
struct RestartCopy {
    answers: BTreeMap<String, StoredAnswer>,
    marks: BTreeSet<String>,
    place: v1::StoredPlace,
    /// One bit per flag.
    seen_flags: u16,
    seen_blocks: u16,
    seen_screens: BTreeSet<String>,
    asked_softly: BTreeSet<String>,
    plan: Vec<StoredPart>,
    once_feared: BTreeSet<(u32, String)>,
}

/// The text of a dossier.
pub fn kept_in_memory(dossier: &Dossier) -> String {
    let copy = RestartCopy {
        answers: v1::stored(dossier.answers.iter()),
        marks: dossier.marks.clone(),
        place: place_of(dossier),
        seen_flags: dossier.seen.flags.as_u16(),
        seen_blocks: dossier.seen.blocks.as_u16(),
        seen_screens: dossier.seen.screens.clone(),
        asked_softly: dossier.seen.gentle_questions.clone(),
        plan: record::entries(&dossier.plan, None),
        once_feared: dossier.once_feared.iter().map(|(id, name)| (id.0, name.clone())).collect(),
    };
    // Nothing in it can fail to be written: no map has keys other than texts.
    let json = serde_json::to_string(&copy).unwrap_or_default();
    format!("{FORMAT}:{:016x}:{json}", checksum(&json))
}

/// The dossier of a text; `None` if the text is damaged or has another format.
pub fn from_memory(text: &str) -> Option<Dossier> {
    let (sum, json) = text.strip_prefix(FORMAT)?.strip_prefix(':')?.split_once(':')?;
    if sum != format!("{:016x}", checksum(json)) {
        return None;
    }
    let copy: RestartCopy = serde_json::from_str(json).ok()?;
    let mut dossier = Dossier::new();
    dossier.answers = v1::answers(copy.answers, |_| true);
    dossier.marks = copy.marks;
    restore_place(&mut dossier, copy.place);
    dossier.seen.flags = Flags::from_u16_truncated(copy.seen_flags);
    dossier.seen.blocks = Flags::from_u16_truncated(copy.seen_blocks);
    dossier.seen.screens = copy.seen_screens;
    dossier.seen.gentle_questions = copy.asked_softly;
    record::restore(&mut dossier.plan, copy.plan, None)?;
    dossier.once_feared = copy.once_feared.into_iter().map(|(id, name)| (PersonId(id), name)).collect();
    Some(dossier)
}

fn checksum(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
