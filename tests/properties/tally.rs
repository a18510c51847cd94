//! Counts what came up over the whole run, so that no promise holds only because nothing happened.

use std::collections::BTreeMap;

use app::model::flag::{Flag, Flags};
use app::model::update::{Event, PaperEvent};

use super::pool::pool;

/// Minimum number of times that everything must come up.
const LEAST: usize = 50;

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

    pub fn flags(&mut self, flags: impl Iterator<Item = Flag>) {
        flags.for_each(|flag| self.count(&format!("flag {flag:?}")));
    }

    pub fn screen(&mut self, id: &str) {
        self.count(&format!("screen {id}"));
    }

    pub fn event(&mut self, event: &Event) {
        self.count(name(event));
    }

    pub fn add(&mut self, other: Tally) {
        for (what, times) in other.0 {
            *self.0.entry(what).or_default() += times;
        }
    }

    /// Everything that came up too rarely.
    pub fn too_seldom(&self) -> Vec<String> {
        let counted = |what: &String| self.0.get(what).copied().unwrap_or(0);
        let expected = expected().into_iter().filter(|what| counted(what) < LEAST);
        expected.map(|what| format!("{what}: {}", counted(&what))).collect()
    }

    pub fn all(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(|(what, times)| format!("{what}: {times}")).collect();
        lines.join("\n")
    }
}

/// Every flag, every screen, every kind of event, every field at its maximum, every promise about something rare.
fn expected() -> Vec<String> {
    let content = &pool().catalogue.content;
    let flags = Flags::all().iter().map(|flag| format!("flag {flag:?}"));
    let screens = content.flow.screens.iter().map(|screen| format!("screen {}", screen.id));
    let fields = pool().fields.keys().cloned();
    let events = EVENTS.iter().chain(OTHER).map(|event| (*event).to_owned());
    flags.chain(screens).chain(fields).chain(events).collect()
}

const OTHER: &[&str] = &[
    "back",
    "kept on the device",
    "records read back",
    "page 2",
    "sheet of one page",
    "left off a sheet of one page",
    "left over",
    "planted and held back",
    "planted and kept",
    "text of an unasked question",
    "same answers in another order",
    "own words on paper",
    "block at its budget",
    "own words looked for",
    "name of another",
    "plans",
    "plans on paper",
    "places kept inside",
    "numbers kept inside",
    "feared names kept inside",
    "wishes kept from helpers",
    "wishes on the sheet",
];

const EVENTS: &[&str] = &[
    "event answered",
    "event emptied",
    "event marked",
    "event arrived",
    "event continued",
    "event opened",
    "event sought",
    "event noticed",
    "event undone",
    "event paper block",
    "event paper kept",
    "event paper goes along",
    "event paper gemeente",
    "event paper call note",
    "event paper sheet",
    "event paper made",
    "event plan",
];

/// A `match` without `_`: a new event does not compile until it has a name here, and then it must come up.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Answered { answer: Some(_), .. } => "event answered",
        Event::Answered { answer: None, .. } => "event emptied",
        Event::Marked { .. } => "event marked",
        Event::Arrived { .. } => "event arrived",
        Event::Continued { .. } => "event continued",
        Event::Opened { .. } => "event opened",
        Event::Sought { .. } => "event sought",
        Event::Noticed(_) => "event noticed",
        Event::Undone => "event undone",
        Event::Paper(PaperEvent::BlockShown { .. }) => "event paper block",
        Event::Paper(PaperEvent::Kept { .. }) => "event paper kept",
        Event::Paper(PaperEvent::GoesAlong { .. }) => "event paper goes along",
        Event::Paper(PaperEvent::GemeenteChosen { .. }) => "event paper gemeente",
        Event::Paper(PaperEvent::CallNote { .. }) => "event paper call note",
        Event::Paper(PaperEvent::Sheet { .. }) => "event paper sheet",
        Event::Paper(PaperEvent::Made) => "event paper made",
        Event::Plan(_) => "event plan",
    }
}
