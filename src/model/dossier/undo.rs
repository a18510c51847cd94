//! Undo: restores what was emptied or removed, on the page where that happened and on no other.
//!
//! An emptied answer can be restored until the next answer or the next page. A part of the plan is merged with later
//! changes, so it can be restored whenever its page is open.

use std::sync::Arc;

use crate::model::catalogue::Catalogue;
use crate::model::content::PageKind;
use crate::model::dossier::answers::Answer;
use crate::model::plan::undo::PlanLoss;
use crate::model::route::{PlanPage, Route};

/// Maximum number of changes that can be undone.
const DEPTH: usize = 100;

/// The changes that can be undone, and the current page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    page: Route,
    changes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// The page on which the change was made.
    page: Route,
    before: Before,
}

/// The content before it was emptied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// The answer that was emptied, and what the plan lost with it.
    Answer {
        question: String,
        answer: Answer,
        plan: Option<Arc<PlanLoss>>,
    },
    Plan(Arc<PlanLoss>),
}

impl Undo {
    pub const fn new() -> Undo {
        Undo { page: Route::Start, changes: Vec::new() }
    }

    /// Opens another page, and forgets the answers emptied on other pages.
    pub fn turn_to(&mut self, page: Route) {
        self.page = page;
        self.changes.retain(|change| change.page == page || matches!(change.before, Before::Plan(_)));
    }

    /// Forgets emptied answers, so that undo cannot replace a later answer.
    pub fn forget_answers(&mut self) {
        self.changes.retain(|change| matches!(change.before, Before::Plan(_)));
    }

    /// Remembers a change, if the page may offer to undo it.
    pub fn push(&mut self, before: Before, catalogue: &Catalogue) {
        if !may_offer(self.page, catalogue) {
            return;
        }
        if self.changes.len() == DEPTH {
            self.changes.remove(0);
        }
        self.changes.push(Change { page: self.page, before });
    }

    /// The last change on this page.
    pub fn last(&self) -> Option<&Before> {
        self.changes.iter().rfind(|change| change.page == self.page).map(|change| &change.before)
    }

    pub fn last_mut(&mut self) -> Option<&mut Before> {
        let here = self.page;
        self.changes.iter_mut().rfind(|change| change.page == here).map(|change| &mut change.before)
    }

    /// Removes the last change on this page from the list and returns it.
    pub fn pop(&mut self) -> Option<Before> {
        let last = self.changes.iter().rposition(|change| change.page == self.page)?;
        Some(self.changes.remove(last).before)
    }
}

/// Whether a page may offer undo: not a page about danger, not a paper, not a card of someone else.
fn may_offer(page: Route, catalogue: &Catalogue) -> bool {
    match page {
        Route::Start => true,
        Route::Step(number) => {
            catalogue.place(number).is_some_and(|place| catalogue.screen(place).page != PageKind::Flag)
        }
        Route::Plan(page, _) => tells_the_plan(page),
        Route::Check
        | Route::Sheet
        | Route::SheetTailored
        | Route::SheetTogether
        | Route::SheetLarge
        | Route::TakeAlong
        | Route::Traces => false,
    }
}

fn tells_the_plan(page: PlanPage) -> bool {
    match page {
        PlanPage::People
        | PlanPage::Person
        | PlanPage::Goal
        | PlanPage::Demands
        | PlanPage::Demand
        | PlanPage::Agreements
        | PlanPage::Agreement
        | PlanPage::Reviews
        | PlanPage::Review
        | PlanPage::Closing => true,
        PlanPage::Hub
        | PlanPage::Ladder
        | PlanPage::Steps
        | PlanPage::Cards
        | PlanPage::Card
        | PlanPage::Papers
        | PlanPage::Sheet
        | PlanPage::Helper
        | PlanPage::Fridge => false,
    }
}
