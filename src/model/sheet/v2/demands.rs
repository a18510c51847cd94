//! What the professional demands, and whether an agreement covers it; and what they would like, apart.

use super::pages::{Piece, Rank, Section};
use super::section;
use crate::model::content::Field;
use crate::model::document::Paragraph;
use crate::model::gap;
use crate::model::plan::coverage::{Covered, coverage};
use crate::model::plan::{Demand, SafetyRoute};
use crate::model::sheet::plan_voice::PlanVoice;

/// So many demands come before the agreements; the rest takes the room that is left.
const FIRST: usize = 10;

pub fn demands(voice: &PlanVoice) -> Section {
    let demands = &voice.plan.demands;
    let mut pieces = Vec::new();
    let by = voice.own(Field::DemandsBy, 0, &demands.by);
    let on = demands.on.filter(|_| voice.may(Field::DemandsOn)).map(|on| voice.day(on));
    let by: Vec<String> = by.into_iter().chain(on).collect();
    if !by.is_empty() {
        pieces.push(Piece::new(Rank::Demand, voice.say("paper.demands-by", &by.join(", "))));
    }
    let covered = coverage(voice.plan, &voice.people);
    for (place, (demand, covered)) in demands.list.iter().zip(&covered).enumerate() {
        let rank = if place < FIRST { Rank::Demand } else { Rank::More };
        let mut piece = Piece::new(rank, line(voice, place + 1, demand, covered));
        if let Some(otherwise) = voice.own(Field::DemandOtherwise, demand.id.0, &demand.otherwise) {
            piece.paragraphs.push(Paragraph::plain(voice.say("paper.if-not", &otherwise)));
        }
        pieces.push(piece);
    }
    section(voice, "paper.demands", pieces)
}

/// “E1 Bram – kan ergens anders slapen – op elk moment · afspraak 1 · dekt: ja”
fn line(voice: &PlanVoice, number: usize, demand: &Demand, covered: &Covered) -> String {
    let id = demand.id.0;
    let parts = [(Field::DemandWho, &demand.who), (Field::DemandWhat, &demand.what), (Field::DemandWhen, &demand.when)];
    let pen = || voice.text("paper.pen-short").to_owned();
    let parts = parts.map(|(field, text)| voice.own(field, id, text).unwrap_or_else(pen));
    let mut told = vec![format!("E{number} {}", parts.join(" – "))];
    let here = voice.agreements().filter(|(_, agreement)| covered.agreements.contains(&agreement.id));
    let numbers: Vec<String> = here.map(|(number, _)| number.to_string()).collect();
    if !numbers.is_empty() {
        told.push(voice.say("paper.by-agreements", &numbers.join(", ")));
    }
    told.push(voice.text(how(voice, covered)).to_owned());
    told.join(" · ")
}

/// Whether it is covered, and whether by what stands on a card that no one else sees.
fn how(voice: &PlanVoice, covered: &Covered) -> &'static str {
    let follows_card = |text: &str| gap::holds(text, voice.text("paper.own-card"));
    let by_card =
        voice.agreements().filter(|(_, agreement)| covered.by.contains(&agreement.id)).any(|(_, agreement)| {
            let owner = agreement.who.and_then(|who| voice.plan.route_of(who));
            follows_card(&agreement.what) && owner.is_some_and(SafetyRoute::is_whole)
        });
    match (covered.is_covered(), by_card) {
        (true, true) => "paper.covered-by-card",
        (true, false) => "paper.covered",
        (false, _) => "paper.open-demand",
    }
}

pub fn wishes(voice: &PlanVoice) -> Section {
    let wishes = voice.plan.wishes.iter().filter_map(|wish| voice.own(Field::Wish, wish.id.0, &wish.text));
    section(voice, "paper.wishes", wishes.map(|wish| Piece::new(Rank::Wish, wish)).collect())
}
