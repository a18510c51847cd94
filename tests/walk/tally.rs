//! Counts what the walks met, so that no promise holds only because nothing happened.

use std::collections::BTreeMap;

use super::catalogue;

/// Minimum number of times that everything must come up.
const LEAST: usize = 10;

#[derive(Default)]
pub struct Tally(BTreeMap<String, usize>);

impl Tally {
    pub fn count(&mut self, what: &str) {
        match self.0.get_mut(what) {
            Some(times) => *times += 1,
            None => {
                self.0.insert(what.to_owned(), 1);
            }
        }
    }

    pub fn screen(&mut self, id: &str) {
        self.count(&format!("screen {id}"));
    }

    pub fn add(&mut self, other: Tally) {
        for (what, times) in other.0 {
            *self.0.entry(what).or_default() += times;
        }
    }

    /// The number of visits to screens.
    pub fn visited(&self) -> usize {
        self.0.iter().filter(|(what, _)| what.starts_with("screen ")).map(|(_, times)| times).sum()
    }

    /// Every screen and every kind of button that came up too rarely.
    pub fn too_seldom(&self) -> Vec<String> {
        let screens = catalogue().content.flow.screens.iter().map(|screen| format!("screen {}", screen.id));
        let expected = screens.chain(KINDS.iter().map(|kind| (*kind).to_owned()));
        let counted = |what: &String| self.0.get(what).copied().unwrap_or(0);
        expected.filter(|what| counted(what) < LEAST).map(|what| format!("{what}: {}", counted(&what))).collect()
    }

    pub fn all(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(|(what, times)| format!("{what}: {times}")).collect();
        lines.join("\n")
    }
}

const KINDS: &[&str] = &[
    "answered on a screen",
    "row with an answer",
    "row without an answer",
    "row of a gentle question",
    "row of a screen in between",
    "row of an area beyond the first few",
    "row that leads to the plan",
    "changed from the overview",
    "more about an area",
    "button for more about an area",
    "button to a further screen",
    "button that says it is stuck",
    "button to fill it in together",
    "button to the call note",
    "question on the screen of a flag",
    "finding on the sheet or before it",
    "plan is closed",
    "link of the plan",
    "added to the plan",
    "taken away from the plan and put back",
    "demand became a wish",
    "another took over",
    "calendar made",
    "further screen opened",
    "brought up before the paper",
    "led back to the overview",
    "Vorige undid Verder",
    "said that it is stuck",
    "took back that it is stuck",
    "end of the road that is stuck",
    "looked back from a flag",
    "helper and resident go on together",
    "feared person in the plan",
    "road to the end without answers",
    "spared for being tired",
];
