//! Counts what came up over a whole run, so that no promise holds only because nothing happened.

use std::collections::BTreeMap;

/// How often each thing came up.
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

    /// Everything of `expected` that came up fewer than `least` times.
    pub fn too_seldom(&self, expected: impl IntoIterator<Item = String>, least: usize) -> Vec<String> {
        let counted = |what: &String| self.0.get(what).copied().unwrap_or(0);
        let seldom = expected.into_iter().filter(|what| counted(what) < least);
        seldom.map(|what| format!("{what}: {}", counted(&what))).collect()
    }

    /// What came up, and how often.
    pub fn counts(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(what, times)| (what.as_str(), *times))
    }

    pub fn all(&self) -> String {
        let lines: Vec<String> = self.counts().map(|(what, times)| format!("{what}: {times}")).collect();
        lines.join("\n")
    }
}
