//! Answers on this device: writing what changed, wiping, and taking up what is kept from before.

use litemap::LiteMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::actions::today;
use super::context::{AskedFor, Context, Greeting, Saving};
use super::routing::{self, route_to};
use super::tabs::{self, Claim};
use crate::browser::{Refused, address, crash, storage};
use crate::model::content::FlagDoes;
use crate::model::dossier::Dossier;
use crate::model::journey;
use crate::model::route::Route;
use crate::model::saved::{self, Mode};

/// Records by part.
type Records = LiteMap<String, String>;

/// What was written to the device.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// After which change this was; nothing before the first time.
    changes: Option<u32>,
    /// What was tried last. Only other records are a reason to write again, not a message on the screen.
    tried: Records,
    /// What is there, as far as the browser said; nothing after a failure, so that the next answer tries it all again.
    there: Records,
}

/// Writes what changed since the last time; wipes when answers are to stay in memory.
pub fn store(context: Context) {
    let (stops, waits, claim, mode, changes) = context.state.with(|state| {
        let stops = state.facts.does(&FlagDoes::StopsKeeping);
        let waits = state.saving == Saving::Newer || state.greeting == Greeting::Found;
        (stops, waits, state.claim, saved::mode(&state.facts), state.changes)
    });
    if stops {
        return wipe_for_safety(context);
    }
    if waits {
        return;
    }
    if mode == Mode::Memory {
        set_saving(context, Saving::Memory);
        if context.look(|state| !state.written.tried.is_empty()) && claim == Claim::Mine {
            context.change_unseen(|state| state.written = Written::default());
            // Storage that refuses now holds what it held; the next visit offers it and can wipe it again.
            spawn_local(async { storage::wipe().await.unwrap_or_default() });
        }
    } else if claim != Claim::Mine {
        tabs::claim(context);
    } else if context.look(|state| state.written.changes != Some(changes)) {
        write_what_differs(context, changes);
    }
}

fn write_what_differs(context: Context, changes: u32) {
    let records = context.look(|state| saved::records(&state.facts, &state.dossier));
    let before = context.look(|state| state.written.clone());
    context.change_unseen(|state| state.written.changes = Some(changes));
    if before.tried != records {
        write_changes(context, &before.there, records);
    }
}

fn write_changes(context: Context, there: &Records, records: Records) {
    let mut changed = Vec::new();
    for (part, record) in records.iter() {
        if there.get(part) != Some(record) {
            changed.push((part.clone(), record.clone()));
        }
    }
    let gone: Vec<String> = there.keys().filter(|part| !records.contains_key(*part)).cloned().collect();
    context.change_unseen(|state| (state.written.tried, state.written.there) = (records.clone(), records));
    set_saving(context, Saving::Busy);
    spawn_local(async move {
        let saving = write_all(changed, gone).await;
        if saving != Saving::Saved {
            context.change_unseen(|state| state.written.there = Records::default());
        }
        set_saving(context, saving);
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

/// Danger wins over comfort: whatever is on this device goes, also from an earlier visit, a newer version, or a write
/// that failed half-way.
fn wipe_for_safety(context: Context) {
    context.change_unseen(|state| state.written = Written::default());
    set_saving(context, Saving::Memory);
    if context.look(|state| state.greeting) == Greeting::Found {
        set_greeting(context, Greeting::Nothing);
    }
    spawn_local(async move {
        if storage::wipe().await == Err(Refused::Unreadable) {
            set_greeting(context, Greeting::NotWiped);
        }
    });
}

fn set_saving(context: Context, saving: Saving) {
    if context.look(|state| state.saving) != saving {
        context.change(|state| state.saving = saving);
    }
}

/// What the first screen tells about before.
pub fn set_greeting(context: Context, greeting: Greeting) {
    if context.look(|state| state.greeting) != greeting {
        context.change(|state| state.greeting = greeting);
    }
}

/// Wipes memory and device, then starts anew; tells when something could not be wiped.
///
/// Memory goes first: whatever is stored follows from it, so that nothing is written after the wipe.
pub async fn wipe(context: Context) {
    forget(context);
    match storage::wipe().await {
        // Blocked storage holds nothing of ours, so there is nothing left behind.
        Ok(()) | Err(Refused::Blocked) => crash::anew("wiped").unwrap_or_default(),
        Err(Refused::Full | Refused::Unreadable) => {
            context.change(|state| state.withdraw(AskedFor::Wipe));
            set_greeting(context, Greeting::NotWiped);
        }
    }
}

/// Forgets all that was told; what is stored follows.
pub fn forget(context: Context) {
    take_in(context, Dossier::new());
    crash::keep(&context.look(|state| saved::kept_in_memory(&state.dossier)));
}

/// Puts a dossier in the place of the present one.
fn take_in(context: Context, dossier: Dossier) {
    context.change(|state| {
        state.facts = dossier.facts(context.catalogue, today());
        state.dossier = dossier;
        state.changes += 1;
    });
}

/// Looks for what is kept from before: after a reload it comes back by itself, on a new visit it is offered.
pub fn look_for_kept(context: Context, after_reload: bool) {
    spawn_local(async move {
        let kept = read_kept(context).await.filter(|dossier| !dossier.is_empty());
        if kept.is_some() {
            tabs::claim(context);
        }
        match kept {
            Some(dossier) if after_reload => resume(context, dossier),
            Some(_) => set_greeting(context, Greeting::Found),
            None if after_reload && context.look(|state| state.greeting) == Greeting::Nothing => {
                set_greeting(context, Greeting::Reloaded);
                let _ = address::replace(&Route::Start.fragment());
            }
            None => {}
        }
    });
}

async fn read_kept(context: Context) -> Option<Dossier> {
    let records = storage::read_all().await.ok().filter(|records| !records.is_empty())?;
    let restored = saved::read(context.catalogue, &records.into_iter().collect());
    if !restored.newer.is_empty() {
        set_saving(context, Saving::Newer);
    }
    if !restored.damaged.is_empty() {
        set_greeting(context, Greeting::Damaged);
    }
    Some(restored.dossier)
}

/// Takes up what is kept on this device, at the screen where one was.
pub async fn take_up(context: Context) {
    if let Some(dossier) = read_kept(context).await {
        resume(context, dossier);
    }
}

fn resume(context: Context, dossier: Dossier) {
    take_in(context, dossier);
    if context.look(|state| state.greeting) == Greeting::Found {
        set_greeting(context, Greeting::Nothing);
    }
    let route = context.look(|state| route_to(&state.facts, journey::left_at(&state.facts, &state.dossier)));
    if Route::parse(&address::fragment().unwrap_or_default()) == route {
        routing::follow_address(context);
    } else {
        let _ = address::replace(&route.fragment());
    }
}
