//! Stores the dossier on this device: writes changes, wipes, and restores answers of an earlier visit.

use litemap::LiteMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::actions::today;
use super::context::{AskedFor, Context, Saving, StartNotice};
use super::routing::{self, route_to};
use super::tabs::{self, TabRole};
use crate::browser::{Refused, address, crash, storage};
use crate::model::content::FlagDoes;
use crate::model::dossier::Dossier;
use crate::model::journey;
use crate::model::route::Route;
use crate::model::saved::{self, Mode};

/// Records by part of the dossier.
type Records = LiteMap<String, String>;

/// The last write to the device.
#[derive(Debug, Clone, Default)]
pub struct WrittenRecords {
    /// The value of `State::changes` at the last write; `None` before the first.
    changes: Option<u32>,
    /// The records of the last attempt. Only different records are a reason to write again; a message on the screen is
    /// not.
    tried: Records,
    /// The records on the device if the last write succeeded; empty after a failure, so that the next change writes
    /// everything again.
    there: Records,
}

/// Writes the records that changed since the last write, or wipes them when answers are to stay in memory.
pub fn store(context: Context) {
    let (stops, waits, tab_role, mode, changes) = context.state.with(|state| {
        let stops = state.facts.does(&FlagDoes::StopsKeeping);
        let waits = state.saving == Saving::Newer || state.start_notice == StartNotice::Found;
        (stops, waits, state.tab_role, saved::mode(&state.facts), state.changes)
    });
    if stops {
        return wipe_for_safety(context);
    }
    if waits {
        return;
    }
    if mode == Mode::Memory {
        set_saving(context, Saving::Memory);
        if context.look(|state| !state.written.tried.is_empty()) && tab_role == TabRole::Mine {
            context.change_unseen(|state| state.written = WrittenRecords::default());
            // If storage fails now, it still holds its old records; the next visit offers them and can wipe them.
            spawn_local(async { storage::wipe().await.unwrap_or_default() });
        }
    } else if tab_role != TabRole::Mine {
        tabs::request_tab_role(context);
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

/// Safety comes before convenience: everything on this device is removed, also records of an earlier visit or a newer
/// version, and half-written ones.
fn wipe_for_safety(context: Context) {
    context.change_unseen(|state| state.written = WrittenRecords::default());
    set_saving(context, Saving::Memory);
    if context.look(|state| state.start_notice) == StartNotice::Found {
        set_start_notice(context, StartNotice::Nothing);
    }
    spawn_local(async move {
        if storage::wipe().await == Err(Refused::Unreadable) {
            set_start_notice(context, StartNotice::NotWiped);
        }
    });
}

fn set_saving(context: Context, saving: Saving) {
    if context.look(|state| state.saving) != saving {
        context.change(|state| state.saving = saving);
    }
}

/// Sets the notice shown on the first screen.
pub fn set_start_notice(context: Context, start_notice: StartNotice) {
    if context.look(|state| state.start_notice) != start_notice {
        context.change(|state| state.start_notice = start_notice);
    }
}

/// Wipes memory and device and reloads the page. Shows a message if a record could not be wiped.
///
/// Memory is wiped first: the stored records follow from it, so nothing is written after the wipe.
pub async fn wipe(context: Context) {
    forget(context);
    match storage::wipe().await {
        // Blocked storage cannot contain records of this app, so nothing is left on the device.
        Ok(()) | Err(Refused::Blocked) => crash::anew("wiped").unwrap_or_default(),
        Err(Refused::Full | Refused::Unreadable) => {
            context.change(|state| state.withdraw(AskedFor::Wipe));
            set_start_notice(context, StartNotice::NotWiped);
        }
    }
}

/// Clears the dossier; the storage effect then removes the records.
pub fn forget(context: Context) {
    take_in(context, Dossier::new());
    crash::keep(&context.look(|state| saved::kept_in_memory(&state.dossier)));
}

/// Replaces the dossier.
fn take_in(context: Context, dossier: Dossier) {
    context.change(|state| {
        state.facts = dossier.facts(context.catalogue, today());
        state.dossier = dossier;
        state.changes += 1;
    });
}

/// Looks for records of an earlier visit: after a reload they are restored at once, on a new visit the resident is
/// asked.
pub fn look_for_kept(context: Context, after_reload: bool) {
    spawn_local(async move {
        let kept = read_kept(context).await.filter(|dossier| !dossier.is_empty());
        if kept.is_some() {
            tabs::request_tab_role(context);
        }
        match kept {
            Some(dossier) if after_reload => resume(context, dossier),
            Some(_) => set_start_notice(context, StartNotice::Found),
            None if after_reload && context.look(|state| state.start_notice) == StartNotice::Nothing => {
                set_start_notice(context, StartNotice::Reloaded);
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
        set_start_notice(context, StartNotice::Damaged);
    }
    Some(restored.dossier)
}

/// Restores the records on this device and shows the screen where the resident stopped.
pub async fn take_up(context: Context) {
    if let Some(dossier) = read_kept(context).await {
        resume(context, dossier);
    }
}

fn resume(context: Context, dossier: Dossier) {
    take_in(context, dossier);
    if context.look(|state| state.start_notice) == StartNotice::Found {
        set_start_notice(context, StartNotice::Nothing);
    }
    let route = context.look(|state| route_to(&state.facts, journey::left_at(&state.facts, &state.dossier)));
    if Route::parse(&address::fragment().unwrap_or_default()) == route {
        routing::follow_address(context);
    } else {
        let _ = address::replace(&route.fragment());
    }
}
