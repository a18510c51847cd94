//! The overview: every answer that counts and every open question, each with the place its button leads to.
//!
//! **A row has a button only if it leads to a screen that asks this question.**

use super::catalogue::ScreenRef;
use super::content::{FlagDoes, PageKind};
use super::dossier::Dossier;
use super::facts::Facts;
use super::journey::Finder;
use super::paper::answers_so_far::{self, AnswerRow};
use crate::model::privacy::audience::Medium;

/// The contents of the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    pub parts: Vec<OverviewPart>,
    /// Areas in which the resident can tell more: the area, and the question that opens more.
    pub more: Vec<(usize, String)>,
    /// The overview's own screen, from which “Verder” continues.
    pub here: ScreenRef,
}

/// The rows of one part of the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewPart {
    pub heading: String,
    pub answered: Vec<OverviewLine>,
    pub open: Vec<OverviewLine>,
}

/// One question and the target of its button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewLine {
    pub row: AnswerRow,
    /// `None` if the answer cannot be changed now: then there is no button.
    pub leads_to: Option<ChangeTarget>,
}

/// The target of a row's button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeTarget {
    /// A screen of the journey.
    Screen(ScreenRef),
    /// The page with all parts of the plan.
    Plan,
}

impl Overview {
    /// Builds the overview from the current answers.
    pub fn of(facts: &Facts, dossier: &Dossier) -> Overview {
        let finder = Finder::of(facts, dossier);
        let lead = |question: &str| lead_of(facts, &finder, question);
        let groups = answers_so_far::groups(facts, Medium::OwnScreen, &dossier.paper.kept);
        let mut parts = Vec::new();
        for group in groups {
            let heading = answers_so_far::heading(facts, &group);
            let counts = group.rows.into_iter().filter(|row| row.counts);
            let lines = counts.map(|row| OverviewLine { leads_to: lead(&row.question), row });
            let (open, answered): (Vec<OverviewLine>, Vec<OverviewLine>) =
                lines.partition(|line| line.row.answer.is_empty());
            let open: Vec<OverviewLine> = open.into_iter().filter(|line| line.leads_to.is_some()).collect();
            if !(answered.is_empty() && open.is_empty()) {
                parts.push(OverviewPart { heading, answered, open });
            }
        }
        Overview { parts, more: more(facts), here: place(facts) }
    }

    /// Every row.
    pub fn lines(&self) -> impl Iterator<Item = &OverviewLine> {
        self.parts.iter().flat_map(|part| part.answered.iter().chain(&part.open))
    }
}

/// The place where a question can be answered or changed now.
pub fn lead_of(facts: &Facts, finder: &Finder<'_>, question: &str) -> Option<ChangeTarget> {
    let before_plan = facts.catalogue.content.plan.roles.before.iter().any(|before| before == question);
    if before_plan {
        // While someone else looks along, that page shows nothing of a plan.
        let is_there = facts.is_asked(question) && !facts.does(&FlagDoes::ClosesExport);
        return is_there.then_some(ChangeTarget::Plan);
    }
    finder.place_of(question).map(ChangeTarget::Screen)
}

fn more(facts: &Facts) -> Vec<(usize, String)> {
    let question = |area| facts.catalogue.tells_more_in(area).to_owned();
    let areas = facts.deep_areas().into_iter().filter(|area| !facts.wants_more_in(*area));
    areas.map(|area| (area, question(area))).filter(|(_, id)| facts.is_asked(id)).collect()
}

fn place(facts: &Facts) -> ScreenRef {
    let mut places = facts.catalogue.places().iter().copied();
    let found = places.find(|place| facts.catalogue.screen(*place).page == PageKind::Check);
    found.unwrap_or(ScreenRef { screen: 0, area: None })
}
