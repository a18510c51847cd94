//! Checks that every flag can be raised, and has a screen.

use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::dependence::{Node, raised_by};
use crate::model::catalogue::Catalogue;
use crate::model::content::flag::Flags;

pub fn check(catalogue: &Catalogue, index: &KnownIds<'_>, problems: &mut Problems) {
    let Some(source) = index.safety else {
        return;
    };
    for flag in Flags::all() {
        let name = Node::Flag(flag);
        if raised_by(catalogue, flag).is_empty() {
            problems.at(source, "rules", format!("niets zet vlag {name}"));
        }
        if catalogue.flag_screen(flag).is_none() {
            problems.at(source, "flags", format!("vlag {name} heeft geen scherm (`flags`)"));
        }
    }
}
