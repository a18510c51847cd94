//! Dependencies: the questions, ticks and flags that a condition reads, as the model evaluates them.

use std::fmt;

use super::super::walk::{Reach, each_leaf, question_of};
use crate::model::catalogue::{Asked, Catalogue, Origin};
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;
use crate::model::content::{FlagDoes, LifeArea};

/// A value that can change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// By full id.
    Question(String),
    Tick(String),
    Flag(Flag),
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Question(id) | Node::Tick(id) => f.write_str(id),
            Node::Flag(flag) => match serde_json::to_value(flag) {
                Ok(serde_json::Value::String(name)) => f.write_str(&name),
                _ => write!(f, "{flag:?}"),
            },
        }
    }
}

/// What a condition reads. Bare shared ids are those of `area`; inside `in één gebied ( … )` those of every area.
///
/// A word list reads what was typed, whether it counts or not, so it depends on nothing.
pub fn looks_at(catalogue: &Catalogue, condition: &Condition, area: Option<usize>) -> Vec<Node> {
    let mut nodes = Vec::new();
    each_leaf(condition, Reach::Anywhere, &mut |leaf, reach| {
        if let Some(id) = question_of(leaf) {
            let ids = full_ids(catalogue, id, area, reach);
            nodes.extend(ids.into_iter().map(Node::Question));
        }
        match leaf {
            Condition::Ticked(id) => nodes.push(Node::Tick(id.clone())),
            Condition::Flag(flag) => nodes.push(Node::Flag(*flag)),
            Condition::Nearby { .. } => nodes.extend(all_nearby(catalogue)),
            _ => {}
        }
    });
    nodes
}

fn full_ids(catalogue: &Catalogue, id: &str, area: Option<usize>, reach: Reach) -> Vec<String> {
    if catalogue.question(id).is_some() {
        return vec![id.to_owned()];
    }
    let all = 0..catalogue.content.areas.len();
    let areas: Vec<usize> = match (reach, area) {
        (Reach::OneArea, _) | (Reach::Anywhere, None) => all.collect(),
        (Reach::Anywhere, Some(area)) => vec![area],
    };
    let ids = areas.into_iter().map(|area| catalogue.in_area(area, id));
    ids.filter(|id| catalogue.question(id).is_some()).collect()
}

fn all_nearby(catalogue: &Catalogue) -> impl Iterator<Item = Node> {
    let areas = catalogue.content.areas.iter();
    areas.flat_map(|area| area.nearby.iter().map(|nearby| Node::Question(nearby.id.clone())))
}

/// Everything that decides whether this counts.
pub fn hangs_on(catalogue: &Catalogue, node: &Node) -> Vec<Node> {
    match node {
        Node::Question(id) => catalogue.question(id).map_or_else(Vec::new, |asked| question_hangs_on(catalogue, asked)),
        Node::Tick(id) => tick_hangs_on(catalogue, id),
        Node::Flag(flag) => raised_by(catalogue, *flag),
    }
}

fn question_hangs_on(catalogue: &Catalogue, asked: &Asked) -> Vec<Node> {
    let roles = &catalogue.content.flow.roles;
    let mut nodes = asked.shown.map_or_else(Vec::new, |shown| looks_at(catalogue, shown, asked.area));
    let chosen = Node::Question(roles.areas.clone());
    let more = |area| Node::Question(catalogue.in_area(area, &roles.more));
    match (asked.origin, asked.area) {
        (Origin::Shared, _) => nodes.push(chosen),
        (Origin::Nearby, Some(area)) => nodes.extend([chosen, more(area)]),
        (Origin::FollowUp, Some(home)) => {
            for (index, area) in places_of(catalogue, asked, home) {
                nodes.extend([chosen.clone(), more(index)]);
                nodes.extend(closed_by(catalogue, &area.id));
            }
        }
        (Origin::Flow, _) | (Origin::Nearby | Origin::FollowUp, None) => {}
    }
    nodes
}

/// The areas that ask a follow-up; empty if the safety screens ask it.
pub fn places_of<'a>(catalogue: &'a Catalogue, asked: &'a Asked, home: usize) -> Vec<(usize, &'a LifeArea<Condition>)> {
    let areas = &catalogue.content.areas;
    if areas[home].follow_ups_elsewhere {
        return Vec::new();
    }
    let is_here = |area: &LifeArea<Condition>| {
        let mut first = area.first_here.iter();
        first.any(|first| first.question == asked.question.id)
    };
    let places = areas.iter().enumerate();
    places.filter(|(index, area)| *index == home || is_here(area)).collect()
}

fn closed_by(catalogue: &Catalogue, area: &str) -> Vec<Node> {
    let closes = |does: &FlagDoes| matches!(does, FlagDoes::ClosesFollowUps(closed) if closed == area);
    let screens = catalogue.content.safety.flags.iter();
    screens.filter(|screen| screen.does.iter().any(closes)).map(|screen| Node::Flag(screen.flag)).collect()
}

fn tick_hangs_on(catalogue: &Catalogue, tick: &str) -> Vec<Node> {
    let Some(question) = catalogue.question_of_tick(tick) else {
        return Vec::new();
    };
    let shown = catalogue.option(question, tick).and_then(|option| option.shown.as_ref());
    let mut nodes = shown.map_or_else(Vec::new, |shown| looks_at(catalogue, shown, None));
    nodes.push(Node::Question(question.to_owned()));
    nodes
}

/// The ticks, rules and gate rows that raise a flag.
pub fn raised_by(catalogue: &Catalogue, flag: Flag) -> Vec<Node> {
    let content = &catalogue.content;
    let situations = content.areas.iter().flat_map(|area| &area.situations);
    let ticks = situations.filter(|choice| choice.raises.contains(&flag));
    let mut nodes: Vec<Node> = ticks.map(|choice| Node::Tick(choice.id.clone())).collect();
    let rules = content.safety.rules.iter();
    for rule in rules.filter(|rule| rule.raises == flag) {
        nodes.extend(looks_at(catalogue, &rule.when, None));
    }
    if flag == Flag::NoPlan {
        let gate = &content.safety.gate;
        nodes.extend(looks_at(catalogue, &gate.professional, None));
        for row in &gate.rows {
            nodes.extend(looks_at(catalogue, &row.when, None));
        }
    }
    nodes
}
