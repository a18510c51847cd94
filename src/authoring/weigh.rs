//! Marks the questions that weigh: their answer can raise or lower a flag, allows a line on paper, or decides whether
//! such a question is asked. The phone asks these again if they begin to count after their screen was passed.

use std::collections::BTreeSet;

use super::check::{Node, hangs_on, raised_by};
use crate::model::catalogue::Catalogue;
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flags;
use crate::model::content::{Content, Question};

/// The content with `weighs` set on every question that weighs.
pub fn marked(mut content: Content) -> Content {
    let weighing = weighing(&Catalogue::of(content.clone()));
    let mark = |questions: &mut [Question<Condition>]| {
        for question in questions {
            question.weighs = weighing.contains(&question.id);
        }
    };
    mark(&mut content.flow.questions);
    for area in &mut content.areas {
        mark(&mut area.follow_ups);
    }
    for shared in &mut content.flow.shared {
        shared.weighs = content.areas.iter().any(|area| weighing.contains(&format!("{}.{}", area.id, shared.id)));
    }
    content
}

/// The full ids of all questions that weigh, found by going backwards from the flags and the lines on paper.
fn weighing(catalogue: &Catalogue) -> BTreeSet<String> {
    let flags = Flags::all().iter().flat_map(|flag| raised_by(catalogue, flag));
    let papers = catalogue.content.safety.flags.iter().filter_map(|screen| screen.paper.as_ref());
    let allowed = papers.map(|paper| Node::Question(paper.question.clone()));
    let mut open: Vec<Node> = flags.chain(allowed).collect();
    let mut known = BTreeSet::new();
    while let Some(node) = open.pop() {
        if known.insert(node.clone()) {
            open.extend(hangs_on(catalogue, &node));
        }
    }
    let ids = known.into_iter().filter_map(|node| match node {
        Node::Question(id) => Some(id),
        Node::Tick(_) | Node::Flag(_) => None,
    });
    ids.collect()
}
