//! Checks that no condition depends on a later question: what a question depends on is asked before it.
//!
//! Questions on interrupts, and those that a flag or free text leads to, come as soon as their condition becomes true;
//! they are never too early.

use std::collections::{BTreeMap, BTreeSet};

use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::dependence::{Node, looks_at, raised_by};
use crate::model::catalogue::{Catalogue, ScreenRef};
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;
use crate::model::content::{Ask, Way};

/// Number of the screen, index of the ask on it, index within the ask.
type Position = (usize, usize, usize);

/// The position of every question on the road.
struct RoadPositions<'a> {
    catalogue: &'a Catalogue,
    first: BTreeMap<String, Position>,
    /// A question asked in two places may depend on what is asked before the second.
    last: BTreeMap<String, Position>,
    /// Questions asked on an interrupt.
    any_time: BTreeSet<String>,
}

pub fn check(catalogue: &Catalogue, index: &KnownIds<'_>, problems: &mut Problems) {
    let road = RoadPositions::of(catalogue);
    let mut told = BTreeSet::new();
    for (id, asked) in catalogue.questions() {
        let Some(shown) = asked.shown else {
            continue;
        };
        let Some(at) = road.last.get(id).filter(|_| !road.any_time.contains(id)) else {
            continue;
        };
        let bare = asked.area.map_or(id, |_| id.rsplit('.').next().unwrap_or(id));
        for later in road.later(shown, asked.area, *at) {
            // A shared question is in the file once, and is asked in ten areas.
            if told.insert((bare.to_owned(), bare_node(&later))) {
                tell(id, bare, &later, index, problems);
            }
        }
    }
    screens(&road, index, problems);
}

fn bare_node(node: &Node) -> String {
    let name = node.to_string();
    name.rsplit('.').next().unwrap_or(&name).to_owned()
}

fn tell(id: &str, bare: &str, later: &Node, index: &KnownIds<'_>, problems: &mut Problems) {
    let known = index.questions.get(id).or_else(|| index.shared.get(bare));
    let spot = known.map(|known| &known.spot).or_else(|| index.nearby.get(id));
    if let Some(spot) = spot {
        let path = spot.path.replace(".id", ".shown");
        let text = format!("`{bare}` hangt af van `{later}`, maar dat komt pas later");
        problems.at(spot.source, &path, text);
    }
}

fn screens(road: &RoadPositions<'_>, index: &KnownIds<'_>, problems: &mut Problems) {
    let catalogue = road.catalogue;
    for (number, place) in catalogue.places().iter().enumerate() {
        let screen = catalogue.screen(*place);
        let Some(shown) = screen.shown.as_ref().filter(|_| screen.way != Way::Interrupt) else {
            continue;
        };
        for later in road.later(shown, place.area, (number, 0, 0)) {
            let path = format!("screens.{}.shown", place.screen);
            let text = format!("scherm `{}` hangt af van `{later}`, maar dat komt pas later", screen.id);
            if let Some(source) = index.flow {
                problems.at(source, &path, text);
            }
        }
    }
}

impl<'a> RoadPositions<'a> {
    fn of(catalogue: &'a Catalogue) -> RoadPositions<'a> {
        let mut road =
            RoadPositions { catalogue, first: BTreeMap::new(), last: BTreeMap::new(), any_time: BTreeSet::new() };
        for (number, place) in catalogue.places().iter().enumerate() {
            let screen = catalogue.screen(*place);
            for (which, ask) in screen.asks.iter().enumerate() {
                for (within, id) in road.asked_by(ask, *place).into_iter().enumerate() {
                    if screen.way == Way::Interrupt {
                        road.any_time.insert(id);
                    } else {
                        road.note(id, (number, which, within));
                    }
                }
            }
        }
        road
    }

    fn note(&mut self, id: String, at: Position) {
        self.first.entry(id.clone()).or_insert(at);
        self.last.insert(id, at);
    }

    fn asked_by(&self, ask: &Ask, place: ScreenRef) -> Vec<String> {
        let catalogue = self.catalogue;
        let area = place.area.and_then(|area| catalogue.content.areas.get(area));
        match (ask, place.area, area) {
            (Ask::Question(id), _, _) => vec![id.clone()],
            (Ask::Shared(id), Some(index), _) => vec![catalogue.in_area(index, id)],
            (Ask::Situations { only, .. }, _, _) => only.clone(),
            (Ask::FollowUps { .. }, _, Some(area)) => {
                let mut ids: Vec<String> = area.follow_ups.iter().map(|question| question.id.clone()).collect();
                for first in &area.first_here {
                    ids.insert(first.place.min(ids.len()), first.question.clone());
                }
                ids
            }
            (Ask::Nearby, _, Some(area)) => area.nearby.iter().map(|nearby| nearby.id.clone()).collect(),
            (Ask::Shared(_) | Ask::FollowUps { .. } | Ask::Nearby, _, _) => Vec::new(),
        }
    }

    /// The parts of the condition that cannot be known yet at this position.
    fn later(&self, condition: &Condition, area: Option<usize>, at: Position) -> Vec<Node> {
        let mut nodes = looks_at(self.catalogue, condition, area);
        let one_area = in_one_area(self.catalogue, condition);
        // For `in één gebied`, it is enough that one of them was asked before.
        let known_somewhere =
            one_area.iter().any(|node| self.earliest(node, &mut BTreeSet::new()).is_some_and(|first| first < at));
        nodes.retain(|node| !(one_area.contains(node) && known_somewhere));
        nodes.retain(|node| {
            let first = self.earliest(node, &mut BTreeSet::new());
            first.is_some_and(|first| first >= at)
        });
        nodes
    }

    /// The first position where this can become known; `None` if it can at any time.
    fn earliest(&self, node: &Node, seen: &mut BTreeSet<Flag>) -> Option<Position> {
        match node {
            Node::Question(id) if self.any_time.contains(id) => None,
            Node::Question(id) => self.first.get(id).copied(),
            Node::Tick(id) => {
                let question = self.catalogue.question_of_tick(id)?;
                self.first.get(question).copied()
            }
            Node::Flag(flag) => {
                if !seen.insert(*flag) {
                    return None;
                }
                let causes = raised_by(self.catalogue, *flag);
                let causes = causes.iter().map(|cause| self.earliest(cause, seen));
                causes.collect::<Option<Vec<Position>>>()?.into_iter().min()
            }
        }
    }
}

/// What the condition depends on inside `in één gebied ( … )`.
fn in_one_area(catalogue: &Catalogue, condition: &Condition) -> Vec<Node> {
    match condition {
        Condition::InOneArea(_) => looks_at(catalogue, condition, None),
        Condition::Not(inner) => in_one_area(catalogue, inner),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().flat_map(|part| in_one_area(catalogue, part)).collect()
        }
        _ => Vec::new(),
    }
}
