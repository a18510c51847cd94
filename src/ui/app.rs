//! Connects the state, the storage effect and the pages.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::actions;
use super::context::{App, Arrived, Context, SafetyCardState, Saving, Snapshot, StartNotice, State};
use super::output::Output;
use super::persistence::{self, WrittenRecords};
use super::tabs::{Overlay, TabRole};
use super::{dates, pages, routing, tabs};
use crate::browser::fingers;
use crate::model::catalogue::Catalogue;
use crate::model::plan_rules::gate;
use crate::model::route::Route;
use crate::model::saved;

/// The reason for this start, given by `boot.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    Nothing,
    Restarted,
    Reloaded,
    Wiped,
}

impl Note {
    /// Reads the note that `boot.js` passes to `start`.
    pub fn named(name: &str) -> Note {
        match name {
            "restarted" => Note::Restarted,
            "reloaded" => Note::Reloaded,
            "wiped" => Note::Wiped,
            _ => Note::Nothing,
        }
    }
}

/// Renders the app into the element on which `boot.js` dispatches its events.
///
/// `kept` holds all answers from before a panic.
pub fn mount(root: &HtmlElement, catalogue: &'static Catalogue, kept: Option<String>, note: Note) {
    let element = root.clone();
    let draw = move || {
        let context = Context { catalogue, state: RwSignal::new(first_state(catalogue, kept, note)) };
        tabs::listen(context, &element);
        dates::listen(context, &element);
        // Adding listeners to an element that was passed in cannot fail.
        let _ = fingers::guard(&element, "shield");
        // After a restart without a copy, the records of an earlier write may still be there.
        let lost = context.look(|state| state.start_notice == StartNotice::Lost);
        if lost || note == Note::Nothing || note == Note::Reloaded {
            persistence::look_for_kept(context, note == Note::Reloaded);
        }
        routing::follow_address(context);
        let mut before = None;
        move || {
            follow(context, &mut before);
            context.state.with(|state| pages::frame(App::new(&Snapshot::new(context, state))))
        }
    };
    leptos::mount::mount_to_renderer(root, draw).forget();
}

fn first_state(catalogue: &'static Catalogue, kept: Option<String>, note: Note) -> State {
    let dossier = kept.as_deref().and_then(saved::from_memory).unwrap_or_default();
    let start_notice = match note {
        Note::Restarted if dossier.is_empty() => StartNotice::Lost,
        Note::Restarted => StartNotice::Restarted,
        Note::Wiped => StartNotice::Wiped,
        Note::Nothing | Note::Reloaded => StartNotice::Nothing,
    };
    State {
        facts: dossier.facts(catalogue, actions::today()),
        dossier,
        route: Route::Start,
        followed: String::new(),
        saving: Saving::Memory,
        start_notice,
        overlay: None,
        tab_role: TabRole::None,
        offline: false,
        unhurried: false,
        errors: Vec::new(),
        returning: false,
        cleaned: Vec::new(),
        typed: Vec::new(),
        output: Output::default(),
        unfinished: None,
        asked: Vec::new(),
        arrived: Arrived::default(),
        card: SafetyCardState::Away,
        further: Vec::new(),
        changes: 0,
        written: WrittenRecords::default(),
    }
}

/// The page shown last, its overlay, and whether the plan was open.
type LastShown = Option<(Route, Option<Overlay>, bool)>;

/// Side effects of a change, before rendering: stores the dossier, and settles title and focus when the page is another
/// one. A page of the plan counts as another one when the plan closes or opens.
fn follow(context: Context, last: &mut LastShown) {
    persistence::store(context);
    let now = context.look(|state| {
        let closed = matches!(state.route, Route::Plan(..)) && !gate::is_open(&state.facts);
        (state.route, state.overlay, closed)
    });
    if *last != Some(now) {
        actions::settle_page(context.catalogue.text("page.title"), last.is_some());
    }
    *last = Some(now);
}
