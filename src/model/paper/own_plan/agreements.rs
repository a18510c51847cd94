//! The agreements on paper: doer, action, time and watcher; as much at home as possible; what the circle does not do;
//! who arranges and pays.

use super::pages::{OwnPlanDraft, Rank};
use crate::model::content::Field;
use crate::model::paper::document::Run;
use crate::model::paper::plan_voice::{LineBuilder, PlanVoice};
use crate::model::paper::summary::part;
use crate::model::plan::Agreement;
use crate::model::plan::agreements::{AgreementKind, AgreementTerm, ArrangedBy, AtHome};

/// This many agreements come before the rest of the sheet; the others use the room that is left.
const FIRST: usize = 20;

pub fn agreements(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.agreements");
    for (number, agreement) in voice.agreements() {
        let rank = if number <= FIRST { Rank::Agreement } else { Rank::More };
        match &agreement.kind {
            AgreementKind::Task | AgreementKind::Visit(_) => {
                draft.add_text(rank, agreement_line(voice, number, agreement).text);
            }
            AgreementKind::AtHome(_) | AgreementKind::NotThis => {}
        }
    }
}

/// The line of one agreement: “1. tante – belt mij – elke zondag · let erop: opa · eis 1”
fn agreement_line<'v, 'a>(voice: &'v PlanVoice<'a>, number: usize, agreement: &Agreement) -> LineBuilder<'v, 'a> {
    let id = agreement.id.0;
    let mut main = voice.line_builder(" – ");
    main.add_text_or_pen(agreement.who.map(|who| voice.name(who)));
    main.add_free_text_or_pen(Field::What, id, &agreement.what);
    main.add_when(agreement);
    let mut line = voice.line_builder(" · ");
    line.add(&[&number.to_string(), ". ", &main.text].concat());
    if let AgreementKind::Visit(rule) = &agreement.kind {
        line.add_person("paper.visitor", rule.visitor);
        line.add_free_text("paper.allowed", Field::Allowed, id, &rule.allowed);
    }
    line.add_person("paper.watched-by", agreement.watcher);
    let mut demands = voice.line_builder(", ");
    for demand in &agreement.demands {
        demands.add(&number_of(voice.plan.number_of(*demand)));
    }
    if voice.may(Field::ForDemand) {
        line.add_text_with("paper.for-demand", &demands.text);
    }
    match agreement.term {
        AgreementTerm::Fixed => {}
        AgreementTerm::Trial { until: None } => line.add_text("paper.trial"),
        AgreementTerm::Trial { until } => line.add_text_with_date("paper.trial-until", until),
    }
    line.add_free_text("paper.otherwise", Field::Otherwise, id, &agreement.otherwise);
    line.add_person("paper.stand-in", agreement.stand_in);
    if !agreement.lacks().is_empty() || has_blank(voice, agreement) {
        line.add_text("paper.open-demand");
    }
    line
}

/// Whether the paper has a line for the pen for what is done, or when.
pub fn has_blank(voice: &PlanVoice, agreement: &Agreement) -> bool {
    let mut when = voice.line_builder(" ");
    when.add_when(agreement);
    when.text.is_empty() || voice.free_text(Field::What, agreement.id.0, &agreement.what).is_none()
}

fn number_of(number: Option<usize>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// Agreements about staying at home. Where a child can be is never printed, only “ergens anders”.
pub fn at_home(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.at-home");
    for (number, agreement) in voice.agreements() {
        if let AgreementKind::AtHome(home) = &agreement.kind {
            let mut line = agreement_line(voice, number, agreement);
            add_home(&mut line, agreement.id.0, home);
            draft.add_text(Rank::Around, line.text);
        }
    }
    let needed = &voice.content().roles.at_home;
    if let Some(own) = voice.voice.free_text(needed).filter(|_| !voice.voice.facts.is_young()) {
        let runs = part::fill(voice.text("paper.needed-at-home"), "{}", &[Run::Quoted(own.to_owned())]);
        draft.add(Rank::Around, runs);
    }
}

fn add_home(line: &mut LineBuilder, id: u32, home: &AtHome) {
    if let Some(rung) = home.rung {
        line.add_text(&["rung.", rung.word()].concat());
    }
    if home.with.is_some() {
        line.add_text("paper.elsewhere");
    }
    line.add_free_text("", Field::HowLong, id, &home.how_long);
    line.add_text_with_date("paper.back-on", home.back_on);
    line.add_free_text("paper.child-contact", Field::ChildContact, id, &home.contact);
}

pub fn not_this(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.not-this");
    for (_, agreement) in voice.agreements() {
        if agreement.kind == AgreementKind::NotThis {
            draft.add_free_text(voice, Rank::Around, Field::NotThis, agreement.id.0, &agreement.what);
        }
    }
}

/// “mijn kring: afspraak 1, 2”, and the wish for a budget with its reason.
pub fn arranged(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.arranged");
    let mut line = voice.line_builder(" · ");
    for by in ArrangedBy::ALL {
        let mut numbers = voice.line_builder(", ");
        for (number, agreement) in voice.agreements() {
            if agreement.arranged_by == Some(*by) && *by != ArrangedBy::Unknown {
                numbers.add(&number.to_string());
            }
        }
        if !numbers.text.is_empty() {
            let who = voice.text(&["arranged-by.", by.word()].concat()).to_owned();
            line.add(&[who, voice.text_with("paper.by-agreements", &numbers.text)].join(": "));
        }
    }
    draft.add_text(Rank::Around, line.text);
    for (number, agreement) in voice.agreements() {
        if agreement.budget == Some(true) {
            let mut line = voice.line_builder(" ");
            line.add(&voice.text("paper.budget").replace("{n}", &number.to_string()));
            line.add_free_text("paper.budget-why", Field::BudgetWhy, agreement.id.0, &agreement.budget_why);
            draft.add_text(Rank::Around, line.text);
        }
    }
}
