//! Checks that nothing depends on itself: otherwise what counts would depend on where the evaluation starts.

use std::collections::BTreeSet;

use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::dependence::{Node, hangs_on};
use crate::model::catalogue::Catalogue;
use crate::model::content::flag::Flags;

pub fn check(catalogue: &Catalogue, index: &KnownIds<'_>, problems: &mut Problems) {
    let mut search = Search { catalogue, done: BTreeSet::new(), circles: BTreeSet::new() };
    for (id, _) in catalogue.questions() {
        search.go(Node::Question(id.to_owned()), &mut Vec::new());
    }
    for flag in Flags::all() {
        search.go(Node::Flag(flag), &mut Vec::new());
    }
    for circle in search.circles {
        tell(&circle, index, problems);
    }
}

struct Search<'a> {
    catalogue: &'a Catalogue,
    done: BTreeSet<Node>,
    /// Each begins at its smallest node, so that a cycle is found once.
    circles: BTreeSet<Vec<Node>>,
}

impl Search<'_> {
    fn go(&mut self, node: Node, trail: &mut Vec<Node>) {
        if let Some(start) = trail.iter().position(|earlier| *earlier == node) {
            self.circles.insert(turned(&trail[start..]));
            return;
        }
        if self.done.contains(&node) {
            return;
        }
        trail.push(node.clone());
        for next in hangs_on(self.catalogue, &node) {
            self.go(next, trail);
        }
        trail.pop();
        self.done.insert(node);
    }
}

fn turned(circle: &[Node]) -> Vec<Node> {
    let smallest = circle.iter().enumerate().min_by_key(|(_, node)| *node);
    let start = smallest.map_or(0, |(place, _)| place);
    [&circle[start..], &circle[..start]].concat()
}

fn tell(circle: &[Node], index: &KnownIds<'_>, problems: &mut Problems) {
    let mut names: Vec<String> = circle.iter().map(Node::to_string).collect();
    names.extend(names.first().cloned());
    let text = format!("dit hangt van zichzelf af: {}", names.join(" → "));
    let spot = circle.iter().find_map(|node| match node {
        Node::Question(id) => {
            let bare = id.rsplit('.').next().unwrap_or(id);
            let known = index.questions.get(id.as_str());
            Some(&known.or_else(|| index.shared.get(bare))?.spot)
        }
        Node::Tick(id) => index.ticks.get(id.as_str()),
        Node::Flag(_) => None,
    });
    match spot {
        Some(spot) => problems.on_line(&spot.source.name, spot.line(), text),
        None => problems.on_line("content/nl/safety.toml", 0, text),
    }
}
