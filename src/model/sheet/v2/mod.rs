//! V2, the own plan for the desk: at most two pages. Names no place, no number and nobody who is feared; says “nog niet
//! af” of what is not finished and never “safe”.

mod agreements;
mod around;
mod demands;
mod looking_back;
mod pages;

use super::audience::Medium;
use super::plan_voice::PlanVoice;
use super::{LeftOver, Paper};
use crate::model::answers::Answer;
use crate::model::content::Field;
use crate::model::deadlines;
use crate::model::document::{Document, Run, Widths};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::plan::findings::{self, Rule};
use crate::model::set::Set;
pub use looking_back::results;
use pages::{Measure, Piece, Rank, Section, lay_out};

/// How many pages there are at most.
const PAGES: usize = 2;

/// The sheet; none while the gate is closed.
pub fn compose(facts: &Facts, dossier: &Dossier) -> Option<Paper> {
    let voice = PlanVoice::new(facts, dossier, Medium::DeskPaper)?;
    let measures = voice.content().measures;
    let widths = Widths { normal: measures.width, large: measures.width, strip: measures.width };
    let head = voice.text("paper.page-2").to_owned();
    let measure = Measure { widths, lines: measures.lines, pages: PAGES, head };
    let (pages, gone) = lay_out(sections(&voice), &measure, voice.text("paper.left-over"));
    let title = facts.catalogue.text("paper.title").to_owned();
    let left_over = (1..).zip(gone).map(|(number, text): (usize, String)| {
        let key = format!("v2.{number}");
        LeftOver { key, block: 0, text }
    });
    Some(Paper { document: Document { title, widths, pages }, left_over: left_over.collect(), on_page_2: Vec::new() })
}

fn sections(voice: &PlanVoice) -> Vec<Section> {
    let mut sections = vec![
        head(voice),
        goal(voice),
        around::household(voice),
        demands::demands(voice),
        demands::wishes(voice),
        around::circle(voice),
        agreements::agreements(voice),
        agreements::at_home(voice),
        agreements::not_this(voice),
        agreements::arranged(voice),
        around::ladder(voice),
        looking_back::reviews(voice),
        looking_back::marks(voice),
        looking_back::closing(voice),
    ];
    sections.retain(|section| !section.pieces.is_empty());
    sections
}

/// A heading of the content with the colon that runs into the first line.
fn section(voice: &PlanVoice, heading: &str, pieces: Vec<Piece>) -> Section {
    Section { heading: format!("{}:", voice.text(heading)), pieces }
}

/// What the sheet is, until when it counts as handed in, and whether it is finished.
fn head(voice: &PlanVoice) -> Section {
    let facts = voice.voice.facts;
    let key = if around::has_children(voice) { "paper.title-children" } else { "paper.title" };
    let whose = voice.own(Field::OwnName, 0, &voice.plan.goal.own_name).map(|name| voice.say("paper.of", &name));
    let day = std::iter::once(voice.day(facts.today));
    let mut told = day.chain(whose).chain([voice.text("paper.please-use").to_owned()]).collect::<Vec<_>>().join(" · ");
    let reported = facts.answer(&voice.content().roles.reported_on);
    let until = match reported {
        Some(Answer::Date(day)) => deadlines::plan_until(*day, facts.today).filter(|until| *until >= facts.today),
        _ => None,
    };
    let hand_in = until.map(|until| voice.on("paper.hand-in", until));
    if let Some(hand_in) = hand_in.or_else(|| reported.is_none().then(|| voice.text("paper.hand-in-soon").to_owned())) {
        told.push(' ');
        told.push_str(&hand_in);
    }
    let mut pieces =
        vec![Piece::of(Rank::Head, vec![Run::Bold(voice.text(key).to_owned())]), Piece::new(Rank::Head, told)];
    if is_open(voice) {
        pieces.push(Piece::of(Rank::Head, vec![Run::Bold(voice.text("paper.not-finished").to_owned())]));
    }
    Section { heading: String::new(), pieces }
}

/// Whether a rule that a reader may know of has a finding.
fn is_open(voice: &PlanVoice) -> bool {
    let found = findings::findings(voice.voice.facts, voice.plan, &voice.people, &Set::default());
    found.iter().any(|finding| !matches!(finding.rule, Rule::TalkItOver | Rule::NobodyFeared))
}

fn goal(voice: &PlanVoice) -> Section {
    let goal = &voice.plan.goal;
    let mut pieces = Vec::new();
    let own = voice.own(Field::Goal, 0, &goal.goal);
    let run = own.map_or_else(|| Run::Plain(voice.text("paper.pen").to_owned()), Run::Quoted);
    pieces.push(Piece::of(Rank::Goal, vec![run]));
    let signs = (0..).zip(&goal.signs).filter_map(|(nth, sign)| {
        let spot = crate::model::plan::text::Spot { nth, ..crate::model::plan::text::Spot::new(Field::Sign, 0) };
        voice.own_at(spot, sign)
    });
    let signs: Vec<String> = signs.collect();
    if !signs.is_empty() {
        pieces.push(Piece::new(Rank::Goal, voice.say("paper.signs", &signs.join(" · "))));
    }
    if let Some(start) = goal.start {
        pieces.push(Piece::new(Rank::Goal, voice.on("paper.start", start)));
    }
    section(voice, "paper.goal", pieces)
}
