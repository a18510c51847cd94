//! Wires the state, the effect and the pages together.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::actions;
use super::context::{App, Arrived, Card, Context, Greeting, Saving, Shown, State};
use super::keeping::{self, Written};
use super::output::Output;
use super::tabs::{Claim, Cover};
use super::{dates, pages, routing, tabs};
use crate::browser::fingers;
use crate::model::catalogue::Catalogue;
use crate::model::plan::gate;
use crate::model::route::Route;
use crate::model::saved;

/// What happened before this start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    Nothing,
    Restarted,
    Reloaded,
    Wiped,
}

impl Note {
    /// The note `boot.js` gave.
    pub fn named(name: &str) -> Note {
        match name {
            "restarted" => Note::Restarted,
            "reloaded" => Note::Reloaded,
            "wiped" => Note::Wiped,
            _ => Note::Nothing,
        }
    }
}

/// Draws the whole app in the element that `boot.js` sends its `route` events to.
///
/// `kept` is everything that was told before a panic.
pub fn mount(root: &HtmlElement, catalogue: &'static Catalogue, kept: Option<String>, note: Note) {
    let element = root.clone();
    let draw = move || {
        let context = Context { catalogue, state: RwSignal::new(first_state(catalogue, kept, note)) };
        tabs::listen(context, &element);
        dates::listen(context, &element);
        // Adding listeners to an element we were given cannot fail.
        let _ = fingers::guard(&element, "shield");
        if note == Note::Nothing || note == Note::Reloaded {
            keeping::look_for_kept(context, note == Note::Reloaded);
        }
        routing::follow_address(context);
        let mut before = None;
        move || {
            follow(context, &mut before);
            context.state.with(|state| pages::frame(App::new(&Shown::new(context, state))))
        }
    };
    leptos::mount::mount_to_renderer(root, draw).forget();
}

fn first_state(catalogue: &'static Catalogue, kept: Option<String>, note: Note) -> State {
    let dossier = kept.as_deref().and_then(saved::from_memory).unwrap_or_default();
    let greeting = match note {
        Note::Restarted if dossier.is_empty() => Greeting::Lost,
        Note::Restarted => Greeting::Restarted,
        Note::Wiped => Greeting::Wiped,
        Note::Nothing | Note::Reloaded => Greeting::Nothing,
    };
    State {
        facts: dossier.facts(catalogue, actions::today()),
        dossier,
        route: Route::Start,
        followed: String::new(),
        saving: Saving::Memory,
        greeting,
        cover: None,
        claim: Claim::None,
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
        card: Card::Away,
        further: Vec::new(),
        changes: 0,
        written: Written::default(),
    }
}

/// The page shown last, and what lay over it.
type Last = Option<(Route, Option<Cover>, bool)>;

/// What follows from a change, before it is drawn: the dossier is stored, and the page settles when it is another one. The
/// page of a plan that may not be there any more is another one.
fn follow(context: Context, last: &mut Last) {
    keeping::store(context);
    let now = context.look(|state| {
        let closed = matches!(state.route, Route::Plan(..)) && !gate::is_open(&state.facts);
        (state.route, state.cover, closed)
    });
    if *last != Some(now) {
        actions::settle_page(context.catalogue.text("page.title"), last.is_some());
    }
    *last = Some(now);
}
