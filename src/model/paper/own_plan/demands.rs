//! The professional's demands on paper, and whether an agreement covers each; and their wishes, separately.

use super::agreements;
use super::pages::{OwnPlanDraft, Rank};
use crate::model::content::Field;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::{Demand, SafetyRoute};
use crate::model::plan_rules::coverage::{Coverage, coverage};

/// This many demands come before the agreements; the rest uses the room that is left.
const FIRST: usize = 10;

pub fn demands(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.demands");
    let demands = &voice.plan.demands;
    let mut by = voice.line_builder(", ");
    by.add_free_text("", Field::DemandsBy, 0, &demands.by);
    if let Some(on) = demands.on.filter(|_| voice.may(Field::DemandsOn)) {
        by.add(&voice.day(on));
    }
    let mut head = voice.line_builder("");
    head.add_text_with("paper.demands-by", &by.text);
    draft.add_text(Rank::Demand, head.text);
    let covered = coverage(voice.plan, &voice.people);
    for (place, (demand, covered)) in demands.list.iter().zip(&covered).enumerate() {
        let rank = if place < FIRST { Rank::Demand } else { Rank::More };
        draft.add_text(rank, line(voice, place + 1, demand, covered));
        let mut otherwise = voice.line_builder("");
        otherwise.add_free_text("paper.if-not", Field::DemandOtherwise, demand.id.0, &demand.otherwise);
        draft.also(otherwise.text);
    }
}

/// The line of one demand: “E1 Bram – kan ergens anders slapen – op elk moment · afspraak 1 · dekt: ja”
fn line(voice: &PlanVoice, number: usize, demand: &Demand, covered: &Coverage) -> String {
    let id = demand.id.0;
    let told = [(Field::DemandWho, &demand.who), (Field::DemandWhat, &demand.what), (Field::DemandWhen, &demand.when)]
        .map(|(field, text)| voice.free_text(field, id, text));
    let has_blank = told.iter().any(Option::is_none);
    let mut main = voice.line_builder(" – ");
    for text in told {
        main.add_text_or_pen(text);
    }
    let mut line = voice.line_builder(" · ");
    let mark = voice.text("paper.demand-mark").replace("{n}", &number.to_string());
    line.add(&[&mark, " ", &main.text].concat());
    let mut numbers = voice.line_builder(", ");
    for (number, agreement) in voice.agreements() {
        if covered.agreements.contains(&agreement.id) {
            numbers.add(&number.to_string());
        }
    }
    line.add_text_with("paper.by-agreements", &numbers.text);
    line.add_text(if has_blank { "paper.open-demand" } else { how(voice, covered) });
    line.text
}

/// Whether the demand is covered, and whether by a safety card that no one else sees. An agreement with a line for the
/// pen covers nothing on paper.
fn how(voice: &PlanVoice, covered: &Coverage) -> &'static str {
    let (mut is_covered, mut by_card) = (false, false);
    for (_, agreement) in voice.agreements() {
        if !covered.by.contains(&agreement.id) || agreements::has_blank(voice, agreement) {
            continue;
        }
        is_covered = true;
        if agreement.what.contains(voice.text("paper.own-card")) {
            let route = agreement.who.and_then(|who| voice.plan.route_of(who));
            by_card |= route.is_some_and(SafetyRoute::is_whole);
        }
    }
    match (is_covered, by_card) {
        (true, true) => "paper.covered-by-card",
        (true, false) => "paper.covered",
        (false, _) => "paper.open-demand",
    }
}

pub fn wishes(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.wishes");
    for wish in &voice.plan.wishes {
        draft.add_free_text(voice, Rank::Wish, Field::Wish, wish.id.0, &wish.text);
    }
}
