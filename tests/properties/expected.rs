//! What ten thousand dossiers must bring up.

use app::model::content::flag::{Flag, Flags};
use app::model::update::{Event, PaperEvent};

use super::pool::pool;
use super::tally::Tally;

/// Minimum number of times that everything must come up.
pub const LEAST: usize = 50;

pub fn count_flags(flags: impl Iterator<Item = Flag>, tally: &mut Tally) {
    flags.for_each(|flag| tally.count(&format!("flag {flag:?}")));
}

/// Every flag, every screen, every kind of event, every field at its maximum, every promise about something rare.
pub fn expected() -> Vec<String> {
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
pub fn name(event: &Event) -> &'static str {
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
