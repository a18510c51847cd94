//! Wires the state, the two effects and the pages together.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::actions;
use super::context::{Command, Context, Greeting, Saving};
use super::pages;
use crate::model::catalogue::Catalogue;
use crate::model::dossier::Event;
use crate::model::facts::Facts;
use crate::model::route::Route;
use crate::model::saved;

/// What `boot.js` gives at the start.
pub struct Start {
    pub catalogue: &'static Catalogue,
    /// Everything that was told before a panic.
    pub kept: Option<String>,
    pub note: Note,
}

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

/// The whole app.
#[component]
pub fn App(
    /// What to start with.
    start: Start,
    /// The element `boot.js` sends its `route` events to.
    root: HtmlElement,
) -> impl IntoView {
    let note = start.note;
    let app = context(start);
    provide_context(app);
    listen(app, &root);
    effects(app);
    if note == Note::Nothing || note == Note::Reloaded {
        actions::look_for_kept(app, note == Note::Reloaded);
    }
    actions::follow_address(app);
    view! { <pages::Frame/> }
}

fn context(start: Start) -> Context {
    let kept = start.kept.as_deref().and_then(saved::from_memory);
    let greeting = match start.note {
        Note::Restarted => Greeting::Restarted,
        Note::Wiped => Greeting::Wiped,
        Note::Nothing | Note::Reloaded => Greeting::Nothing,
    };
    let first = kept.unwrap_or_default();
    let facts = RwSignal::new(Facts::of(start.catalogue, &first.answers, actions::today()));
    let dossier = RwSignal::new(first);
    let catalogue = StoredValue::new(start.catalogue);
    // Commands need the whole context, which needs the commands.
    let own = StoredValue::new(None::<Context>);
    let app = Context {
        catalogue,
        dossier,
        facts,
        route: RwSignal::new(Route::Start),
        saving: RwSignal::new(Saving::Memory),
        greeting: RwSignal::new(greeting),
        errors: RwSignal::new(Vec::new()),
        errors_shown: RwSignal::new(false),
        returning: RwSignal::new(false),
        cleaned: RwSignal::default(),
        copied: RwSignal::new(None),
        no_voice: RwSignal::new(false),
        empty_sheet: RwSignal::new(false),
        dispatch: Callback::new(move |event: Event| {
            catalogue.with_value(|catalogue| actions::dispatch(dossier, facts, catalogue, event));
        }),
        go: Callback::new(actions::go),
        command: Callback::new(move |command: Command| {
            if let Some(app) = own.get_value() {
                actions::carry_out(app, command);
            }
        }),
    };
    own.set_value(Some(app));
    app
}

/// `boot.js` owns the `hashchange` of the window and tells the living root about it.
fn listen(app: Context, root: &HtmlElement) {
    let listener = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || actions::follow_address(app));
    let function = wasm_bindgen::JsCast::unchecked_ref(listener.as_ref());
    // Adding a listener to an element we were given cannot fail; and it lives as long as that element.
    let _ = root.add_event_listener_with_callback("route", function);
    listener.forget();
}

/// The two effects: store the dossier, and settle the page after a change of route.
fn effects(app: Context) {
    let written = StoredValue::new(BTreeMap::new());
    Effect::new(move |_| actions::store(app, written));
    Effect::new(move |before: Option<Route>| {
        let route = app.route.get();
        actions::settle_page(&app.text("page.title"), before.is_some_and(|before| before != route));
        route
    });
}
