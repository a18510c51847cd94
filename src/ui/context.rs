//! What every page may use: the state, texts, and one way to change anything.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::catalogue::{Catalogue, Place};
use crate::model::date::Date;
use crate::model::dossier::{Dossier, Event};
use crate::model::facts::Facts;
use crate::model::route::Route;

/// The state of the app. Copied freely: it holds handles, not values.
#[derive(Clone, Copy)]
pub struct Context {
    pub catalogue: StoredValue<&'static Catalogue>,
    pub dossier: RwSignal<Dossier>,
    pub facts: RwSignal<Facts>,
    /// The page on the screen.
    pub route: RwSignal<Route>,
    pub saving: RwSignal<Saving>,
    /// What the first screen has to tell about before.
    pub greeting: RwSignal<Greeting>,
    /// Fields that hold something that is no value of their kind: field id and the message.
    pub errors: RwSignal<Vec<FieldError>>,
    /// The summary of errors is on the screen.
    pub errors_shown: RwSignal<bool>,
    /// A screen was opened from the overview, and leads back there.
    pub returning: RwSignal<bool>,
    /// Fields of which invisible characters were taken out.
    pub cleaned: RwSignal<BTreeSet<String>>,
    /// How the last copy went; nothing before the first.
    pub copied: RwSignal<Option<bool>>,
    /// Reading aloud did not work on this device.
    pub no_voice: RwSignal<bool>,
    /// An empty sheet was asked for.
    pub empty_sheet: RwSignal<bool>,
    pub dispatch: Callback<Event>,
    pub go: Callback<Route>,
    pub command: Callback<Command>,
}

/// Where the answers are, as far as the browser said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Only in memory.
    Memory,
    /// Being written.
    Busy,
    /// Written, and read back.
    Saved,
    /// The browser does not allow it (N17).
    Blocked,
    /// No room (N18).
    Full,
    /// What came back was not what was written (N11).
    Failed,
    /// What is there was written by a newer version, and is left alone (N3).
    Newer,
}

/// What happened before this start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Greeting {
    Nothing,
    /// Loaded anew, and nothing was kept (N19).
    Reloaded,
    /// Started again after a fault, with all answers (N15).
    Restarted,
    /// Everything was wiped (N32).
    Wiped,
    /// Not everything could be wiped (N32b).
    NotWiped,
    /// Something is kept from before (N37).
    Found,
    /// Something is kept, but part of it cannot be read (N2).
    Damaged,
}

/// A field that holds something that is no value of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Id of the input element.
    pub field: String,
    pub message: String,
}

/// What a page asks of the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Print,
    Copy(String),
    OpenDialog(&'static str),
    CloseDialog(&'static str),
    Wipe,
    /// Go on where one was.
    TakeUp,
    /// Leave what was kept and begin anew.
    BeginAnew,
    Focus(String),
    /// Reads the page aloud.
    Speak,
    /// Stops reading.
    BeQuiet,
    Back,
}

impl Context {
    /// A text of the interface.
    pub fn text(self, key: &str) -> String {
        self.catalogue.with_value(|catalogue| catalogue.text(key).to_owned())
    }

    /// A text of the interface with one gap filled.
    pub fn fill(self, key: &str, gap: &str, value: &str) -> String {
        self.text(key).replace(gap, value)
    }

    /// Something read from the facts, tracked.
    pub fn fact<T>(self, read: impl FnOnce(&Facts) -> T) -> T {
        self.facts.with(read)
    }

    /// Something read from facts and dossier together, tracked.
    pub fn both<T>(self, read: impl FnOnce(&Facts, &Dossier) -> T) -> T {
        self.facts.with(|facts| self.dossier.with(|dossier| read(facts, dossier)))
    }

    /// The same, without tracking.
    pub fn both_now<T>(self, read: impl FnOnce(&Facts, &Dossier) -> T) -> T {
        self.facts.with_untracked(|facts| self.dossier.with_untracked(|dossier| read(facts, dossier)))
    }

    /// Changes the dossier.
    pub fn send(self, event: Event) {
        self.dispatch.run(event);
    }

    /// Today.
    pub fn today(self) -> Date {
        self.facts.with_untracked(|facts| facts.today)
    }

    /// The number of a place.
    pub fn number(self, place: Place) -> usize {
        self.catalogue.with_value(|catalogue| catalogue.number(place))
    }

    /// Whether young people's words are used, tracked.
    pub fn is_young(self) -> bool {
        self.fact(|facts| facts.holds(&facts.catalogue.content.flow.young_card.when))
    }
}

/// The context of the app around.
pub fn use_app() -> Context {
    expect_context::<Context>()
}
