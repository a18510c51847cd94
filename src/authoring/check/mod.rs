//! The checks: first each part separately with its references, then all parts together.

mod calendar;
mod contacts;
mod cycles;
mod dependence;
mod flags;
mod ids;
mod order;
mod plan;
mod questions;
mod references;
mod screens;
mod sheet_references;
mod texts;
mod trace;

pub use dependence::{Node, hangs_on, places_of, raised_by};

use super::draft::Draft;
use super::known_ids::KnownIds;
use super::problem::Problems;
use crate::model::catalogue::Catalogue;
use crate::model::content::Content;

/// Checks each part, even if another part could not be read. `whole` is false if something was left out because it
/// could not be read: then nothing missing is reported.
pub fn alone(draft: &Draft, index: &KnownIds<'_>, whole: bool, problems: &mut Problems) {
    texts::check(draft, problems);
    ids::check(draft, problems);
    questions::check(draft, index, problems);
    calendar::check(draft, problems);
    contacts::check(draft, problems);
    references::check(draft, index, problems);
    sheet_references::check(draft, index, problems);
    trace::check(draft, index, problems);
    plan::check(draft, index, whole, problems);
}

/// Checks all parts together, with the same `whole`.
pub fn together(content: &Content, index: &KnownIds<'_>, whole: bool, problems: &mut Problems) {
    let catalogue = Catalogue::of(content.clone());
    order::check(&catalogue, index, problems);
    cycles::check(&catalogue, index, problems);
    if whole {
        flags::check(&catalogue, index, problems);
        screens::check(&catalogue, index, problems);
    }
}
