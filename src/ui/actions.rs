//! What the app does in the browser: change the dossier, go somewhere, store, wipe. The only callers of `browser`.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::context::{Command, Context, Greeting, Saving};
use crate::browser::{Refused, address, clock, crash, page, share, speech, storage};
use crate::model::catalogue::Catalogue;
use crate::model::content::{FlagDoes, Page};
use crate::model::date::Date;
use crate::model::dossier::{Dossier, Event, PaperEvent};
use crate::model::facts::Facts;
use crate::model::hours::Now;
use crate::model::journey;
use crate::model::route::Route;
use crate::model::saved::{self, Mode};

/// Today on the clock of the device; a clock outside the calendar shows its first day.
pub fn today() -> Date {
    let (year, month, day) = clock::today();
    Date::new(year, month, day).unwrap_or(Date::EARLIEST)
}

/// Today, and the minutes since midnight.
pub fn now() -> Now {
    Now { today: today(), minutes: clock::minutes() }
}

/// Whether a field holds something that is no value of its kind, such as half a date.
pub fn is_half_filled(field: &str) -> bool {
    page::is_half_filled(field).unwrap_or(false)
}

/// Changes the dossier, hands everything to `boot.js`, and publishes what follows.
///
/// The copy for a restart is handed over before anything is drawn: drawing is what may panic.
pub fn dispatch(dossier: RwSignal<Dossier>, facts: RwSignal<Facts>, catalogue: &'static Catalogue, event: Event) {
    let mut changed = dossier.get_untracked();
    let new_facts = changed.apply(event, catalogue, today());
    crash::keep(&saved::kept_in_memory(&changed));
    facts.set(new_facts);
    dossier.set(changed);
}

/// Goes to a page.
pub fn go(route: Route) {
    // A browser that refuses to set its own address leaves the page as it is; there is nothing to lose.
    let _ = address::go(&route.fragment());
}

/// Reads the address and shows its page, or the page it leads to.
pub fn follow_address(app: Context) {
    let fragment = address::fragment().unwrap_or_default();
    let wanted = Route::parse(&fragment);
    if wanted == Route::Start && !matches!(fragment.as_str(), "" | "#" | "#/") {
        // Nobody plants words in the history of the resident.
        let _ = address::replace(&Route::Start.fragment());
        return;
    }
    let leads_to = app.both_now(|facts, dossier| destination(facts, dossier, wanted));
    if leads_to != wanted && !(wanted == Route::Start && leads_to == Route::Step(1)) {
        let _ = address::replace(&leads_to.fragment());
        return;
    }
    app.errors.set(Vec::new());
    app.errors_shown.set(false);
    app.copied.set(None);
    let _ = speech::be_quiet();
    if let Some(number) = app.both_now(|facts, _| number_of(facts, leads_to)) {
        app.send(Event::Arrived { number });
    }
    app.route.set(leads_to);
}

/// The page an address leads to.
fn destination(facts: &Facts, dossier: &Dossier, wanted: Route) -> Route {
    match number_of(facts, wanted) {
        Some(number) => route_of(facts, facts.catalogue.number(journey::resolve(facts, dossier, number))),
        None => wanted,
    }
}

/// The number of the screen behind a page, for pages that are a screen of the journey.
fn number_of(facts: &Facts, route: Route) -> Option<usize> {
    let page = match route {
        Route::Start => return Some(1),
        Route::Step(number) => return Some(number),
        Route::Check => Page::Check,
        Route::Sheet => Page::Paper,
        Route::SheetLarge | Route::TakeAlong | Route::Traces => return None,
    };
    let places = facts.catalogue.places().iter();
    places.copied().find(|place| facts.catalogue.screen(*place).page == page).map(|place| facts.catalogue.number(place))
}

/// The address of a screen.
pub fn route_of(facts: &Facts, number: usize) -> Route {
    let Some(place) = facts.catalogue.place(number) else {
        return Route::Start;
    };
    match facts.catalogue.screen(place).page {
        Page::Check => Route::Check,
        Page::Paper => Route::Sheet,
        _ => Route::Step(number),
    }
}

/// After a change of page: a neutral title, the top of the page, and focus on the heading.
pub fn settle_page(title: &str, move_focus: bool) {
    let _ = page::set_title(title);
    if move_focus {
        let _ = page::scroll_to_top();
        // In the next frame: which of the two is drawn first, this or the page, is not for us to know.
        request_animation_frame(|| page::focus("main h1").unwrap_or_default());
    }
}

/// Writes what changed since the last time; wipes when answers are to stay in memory.
pub fn store(app: Context, written: StoredValue<BTreeMap<String, String>>) {
    if app.fact(|facts| facts.does(&FlagDoes::StopsKeeping)) {
        return wipe_for_safety(app, written);
    }
    if app.saving.get_untracked() == Saving::Newer || app.greeting.get_untracked() == Greeting::Found {
        return;
    }
    let (mode, records) = app.both(|facts, dossier| (saved::mode(facts), saved::records(facts, dossier)));
    let before = written.get_value();
    if mode == Mode::Memory {
        app.saving.set(Saving::Memory);
        if !before.is_empty() {
            written.set_value(BTreeMap::new());
            // Storage that refuses now holds what it held; the next visit offers it and can wipe it again.
            spawn_local(async { storage::wipe().await.unwrap_or_default() });
        }
        return;
    }
    let changed: Vec<(String, String)> = records
        .iter()
        .filter(|(part, record)| before.get(*part) != Some(*record))
        .map(|(a, b)| (a.clone(), b.clone()))
        .collect();
    let gone: Vec<String> = before.keys().filter(|part| !records.contains_key(*part)).cloned().collect();
    if changed.is_empty() && gone.is_empty() {
        return;
    }
    app.saving.set(Saving::Busy);
    written.set_value(records);
    spawn_local(async move {
        let state = write_all(changed, gone).await;
        if state != Saving::Saved {
            // What failed counts as not written, so that the next answer tries it again.
            written.set_value(BTreeMap::new());
        }
        app.saving.set(state);
    });
}

/// Danger wins over comfort: whatever is on this device goes, also from an earlier visit, a newer version, or a write
/// that failed half-way.
fn wipe_for_safety(app: Context, written: StoredValue<BTreeMap<String, String>>) {
    written.set_value(BTreeMap::new());
    app.saving.set(Saving::Memory);
    if app.greeting.get_untracked() == Greeting::Found {
        app.greeting.set(Greeting::Nothing);
    }
    spawn_local(async move {
        if storage::wipe().await == Err(Refused::Unreadable) {
            app.greeting.set(Greeting::NotWiped);
        }
    });
}

async fn write_all(changed: Vec<(String, String)>, gone: Vec<String>) -> Saving {
    for part in gone {
        if storage::remove(&part).await.is_err() {
            return Saving::Blocked;
        }
    }
    for (part, record) in changed {
        match storage::write(&part, &record).await {
            Ok(()) => {}
            Err(Refused::Blocked) => return Saving::Blocked,
            Err(Refused::Full) => return Saving::Full,
            Err(Refused::Unreadable) => return Saving::Failed,
        }
    }
    Saving::Saved
}

/// Carries out what a page asks of the browser.
pub fn carry_out(app: Context, command: Command) {
    match command {
        Command::Print => drop(page::print()),
        Command::Copy(text) => {
            app.send(Event::Paper(PaperEvent::Made));
            spawn_local(async move { app.copied.set(Some(share::copy(&text).await.is_ok())) });
        }
        Command::OpenDialog(id) => drop(page::open_dialog(id)),
        Command::CloseDialog(id) => drop(page::close_dialog(id)),
        // After the next frame: what gets focus may only be drawn because of what asked for it.
        Command::Focus(id) => request_animation_frame(move || page::focus_id(&id).unwrap_or_default()),
        Command::Back => drop(address::back()),
        Command::Speak => app.no_voice.set(speak(app).is_err()),
        Command::BeQuiet => drop(speech::be_quiet()),
        Command::Wipe => spawn_local(async move { wipe(app).await }),
        Command::TakeUp => spawn_local(async move { take_up(app).await }),
        Command::BeginAnew => spawn_local(async move {
            storage::wipe().await.unwrap_or_default();
            app.greeting.set(Greeting::Nothing);
        }),
    }
}

/// Reads what stands on the page, without what stands at the bottom of every page.
fn speak(app: Context) -> Result<(), Refused> {
    let text = page::text("main h1, main .question, main .sheet")?;
    let language = app.catalogue.with_value(|catalogue| catalogue.content.language.clone());
    speech::say(&text, &language)
}

/// Wipes memory and device, then starts anew; tells when something could not be wiped.
///
/// Memory goes first: whatever is stored follows from it, so that nothing is written after the wipe.
async fn wipe(app: Context) {
    let empty = Dossier::new();
    app.facts.set(Facts::of(app.catalogue.get_value(), &empty.answers, today()));
    app.dossier.set(empty);
    match storage::wipe().await {
        // Blocked storage holds nothing of ours, so there is nothing left behind.
        Ok(()) | Err(Refused::Blocked) => crash::wiped().unwrap_or_default(),
        Err(Refused::Full | Refused::Unreadable) => app.greeting.set(Greeting::NotWiped),
    }
}

/// Takes up what is kept on this device, at the screen where one was.
async fn take_up(app: Context) {
    if let Some(restored) = read_kept(app).await {
        resume(app, restored);
    }
}

/// Looks for what is kept from before: after a reload it comes back by itself, on a new visit it is offered.
pub fn look_for_kept(app: Context, after_reload: bool) {
    spawn_local(async move {
        let kept = read_kept(app).await.filter(|dossier| !dossier.is_empty());
        match kept {
            Some(dossier) if after_reload => resume(app, dossier),
            Some(_) => app.greeting.set(Greeting::Found),
            None if after_reload && app.greeting.get_untracked() == Greeting::Nothing => {
                app.greeting.set(Greeting::Reloaded);
                let _ = address::replace(&Route::Start.fragment());
            }
            None => {}
        }
    });
}

async fn read_kept(app: Context) -> Option<Dossier> {
    let records = storage::read_all().await.ok().filter(|records| !records.is_empty())?;
    let catalogue = app.catalogue.get_value();
    let restored = saved::read(catalogue, &records);
    if !restored.newer.is_empty() {
        app.saving.set(Saving::Newer);
    }
    if !restored.damaged.is_empty() {
        app.greeting.set(Greeting::Damaged);
    }
    Some(restored.dossier)
}

fn resume(app: Context, dossier: Dossier) {
    let catalogue = app.catalogue.get_value();
    let at = dossier.at;
    let facts = Facts::of(catalogue, &dossier.answers, today());
    let route = route_of(&facts, at);
    app.facts.set(facts);
    app.dossier.set(dossier);
    if app.greeting.get_untracked() == Greeting::Found {
        app.greeting.set(Greeting::Nothing);
    }
    if Route::parse(&address::fragment().unwrap_or_default()) == route {
        follow_address(app);
    } else {
        let _ = address::replace(&route.fragment());
    }
}
