//! No circles in the model: neither between its rooms nor between the files of a room. A room is a folder or a file
//! directly below `src/model`.

use std::collections::{BTreeMap, BTreeSet};

use super::paths;
use super::source::{Finding, Source};

/// Who names whom, with the place of the first mention.
type Edges<'s> = BTreeMap<String, BTreeMap<String, (&'s Source, usize)>>;

/// Every mention of a room that leads back to where it is made.
pub fn circles_of_rooms(sources: &[Source]) -> Vec<Finding> {
    let room = |module: &[String]| module.get(2).cloned();
    circles(&edges(sources, room, |_, _| true), "two rooms of the model need each other")
}

/// Every mention of a file that leads back to where it is made, within one room. A folder and its own files may name each
/// other.
pub fn circles_of_files(sources: &[Source]) -> Vec<Finding> {
    let modules: BTreeSet<Vec<String>> = sources.iter().map(Source::module).collect();
    let file = |path: &[String]| {
        let known = (3..=path.len()).rev().find(|length| modules.contains(&path[..*length]));
        known.map(|length| path[..length].join("::"))
    };
    let is_inside = |from: &str, to: &str| {
        let same_room = from.split("::").nth(2) == to.split("::").nth(2);
        same_room && !from.starts_with(&format!("{to}::")) && !to.starts_with(&format!("{from}::"))
    };
    circles(&edges(sources, file, is_inside), "two files of a room need each other")
}

fn edges(
    sources: &[Source],
    node: impl Fn(&[String]) -> Option<String>,
    counts: impl Fn(&str, &str) -> bool,
) -> Edges<'_> {
    let mut edges = Edges::new();
    for source in sources.iter().filter(|source| source.is_in("src/model") && !source.path.contains("/tests")) {
        let Some(from) = node(&source.module()) else { continue };
        for named in paths::named(source, &source.shipped).iter().filter(|named| named.path.starts_with(&model())) {
            if let Some(to) = node(&named.path).filter(|to| *to != from && counts(&from, to)) {
                edges.entry(from.clone()).or_default().entry(to).or_insert((source, named.line));
            }
        }
    }
    edges
}

fn model() -> [String; 2] {
    ["crate", "model"].map(str::to_owned)
}

fn circles(edges: &Edges, why: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (from, named) in edges {
        for (to, (source, line)) in named {
            if reaches(edges, to, from) {
                findings.push(source.finding(*line, format!("{from} → {to}: {why}")));
            }
        }
    }
    findings
}

fn reaches(edges: &Edges, from: &str, wanted: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        if here == wanted {
            return true;
        }
        if seen.insert(here) {
            open.extend(edges.get(here).into_iter().flat_map(BTreeMap::keys).map(String::as_str));
        }
    }
    false
}
