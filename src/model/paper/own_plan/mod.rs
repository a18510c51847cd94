//! V2, the circle's own plan for the desk: at most two pages. Contains no place of a safety route, no phone number and
//! no name of a feared person; says “nog niet af” about what is not finished, and never “safe”.

mod agreements;
mod around;
mod demands;
mod looking_back;
mod pages;

use std::collections::BTreeSet;

use super::plan_voice::PlanVoice;
use super::{ComposedPaper, LeftOver};
use crate::model::content::Field;
use crate::model::deadlines;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::paper::document::{Document, Run, Widths};
use crate::model::plan::location::FieldRef;
use crate::model::plan_rules::findings::{self, Rule};
use crate::model::privacy::audience::Medium;
pub use looking_back::results;
use pages::{OwnPlanDraft, PageMeasure, Rank, lay_out};

/// Maximum number of pages.
const PAGES: usize = 2;

/// The sections of the sheet, from top to bottom.
const SECTIONS: [fn(&PlanVoice, &mut OwnPlanDraft); 14] = [
    head,
    goal,
    around::household,
    demands::demands,
    demands::wishes,
    around::circle,
    agreements::agreements,
    agreements::at_home,
    agreements::not_this,
    agreements::arranged,
    around::ladder,
    looking_back::reviews,
    looking_back::marks,
    looking_back::closing,
];

/// The sheet; `None` while the gate is closed.
pub fn compose(facts: &Facts, dossier: &Dossier) -> Option<ComposedPaper> {
    let voice = PlanVoice::new(facts, dossier, Medium::DeskPaper)?;
    let measures = voice.content().measures;
    let widths = Widths::all(measures.width);
    let head = voice.text("paper.page-2").to_owned();
    let measure = PageMeasure { widths, lines: measures.lines, pages: PAGES, head };
    let mut draft = OwnPlanDraft::default();
    for section in SECTIONS {
        section(&voice, &mut draft);
    }
    let (pages, gone) = lay_out(draft, &measure, voice.text("paper.left-over"));
    let title = facts.catalogue.text("paper.title").to_owned();
    let mut left_over = Vec::new();
    for text in gone {
        let key = ["v2.", &(left_over.len() + 1).to_string()].concat();
        left_over.push(LeftOver { key, block: 0, text });
    }
    Some(ComposedPaper { document: Document { title, widths, pages }, left_over, on_page_2: Vec::new() })
}

/// The top of the sheet: what it is, until when it counts as handed in, and whether it is finished.
fn head(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    let facts = voice.voice.facts;
    let key = if around::has_children(voice) { "paper.title-children" } else { "paper.title" };
    let mut told = voice.line_builder(" · ");
    told.add(&voice.voice.today());
    told.add_free_text("paper.of", Field::OwnName, 0, &voice.plan.goal.own_name);
    told.add_text("paper.please-use");
    let mut line = voice.line_builder(" ");
    line.add(&told.text);
    match voice.voice.date(&voice.content().roles.reported_on) {
        None => line.add_text("paper.hand-in-soon"),
        Some(day) => {
            let until = |today| deadlines::plan_until(day, today).filter(|until| *until >= today);
            line.add_text_with_date("paper.hand-in", facts.sure_today().and_then(until));
        }
    }
    bold(voice, draft, key);
    draft.add_text(Rank::Head, line.text);
    if is_open(voice) {
        bold(voice, draft, "paper.not-finished");
    }
}

fn bold(voice: &PlanVoice, draft: &mut OwnPlanDraft, key: &str) {
    draft.add(Rank::Head, vec![Run::Bold(voice.text(key).to_owned())]);
}

/// Whether there is a finding of a rule that the reader may know about.
fn is_open(voice: &PlanVoice) -> bool {
    let found = findings::findings(voice.voice.facts, voice.plan, &voice.people, &BTreeSet::default());
    found.iter().any(|finding| !matches!(finding.rule, Rule::TalkItOver | Rule::NobodyFeared))
}

/// The goal in quotation marks, unless a role replaced a name in it: then nobody said it like that.
fn quoted(voice: &PlanVoice, goal: &str) -> Run {
    match voice.free_text(Field::Goal, 0, goal) {
        Some(own) if own == goal.trim() => Run::Quoted(own),
        Some(changed) => Run::Plain(changed),
        None => Run::Plain(voice.text("paper.pen").to_owned()),
    }
}

fn goal(voice: &PlanVoice, draft: &mut OwnPlanDraft) {
    draft.section(voice, "paper.goal");
    let goal = &voice.plan.goal;
    draft.add(Rank::Goal, vec![quoted(voice, &goal.goal)]);
    let mut signs = voice.line_builder(" · ");
    for (nth, sign) in (0..).zip(&goal.signs) {
        let field_ref = FieldRef { nth, ..FieldRef::new(Field::Sign, 0) };
        signs.add(&voice.free_text_at(field_ref, sign).unwrap_or_default());
    }
    let mut line = voice.line_builder("");
    line.add_text_with("paper.signs", &signs.text);
    draft.add_text(Rank::Goal, line.text);
    let mut line = voice.line_builder("");
    line.add_text_with_date("paper.start", goal.start);
    draft.add_text(Rank::Goal, line.text);
}
