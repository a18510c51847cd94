//! Records on this device, one per part of the dossier. The functions are async, so that a crash-safe journal can
//! replace the storage behind them.
//!
//! `gloo-storage` panics when a browser blocks storage, so each call probes the storage first.

#![expect(
    clippy::unused_async,
    reason = "the journal that joins later has to be waited for; callers do so from the first day"
)]

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};

use super::{Refused, window};

/// Key prefix, so that a wipe removes only our records. Deliberately neutral for anyone who inspects the device.
const PREFIX: &str = "overzicht.";

/// Writes a record and reads it back.
///
/// # Errors
/// When storage is blocked or full, or returns another text.
pub async fn write(part: &str, record: &str) -> Result<(), Refused> {
    let storage = storage()?;
    let key = format!("{PREFIX}{part}");
    storage.set_item(&key, record).map_err(refused)?;
    if storage.get_item(&key)?.as_deref() == Some(record) { Ok(()) } else { Err(Refused::Unreadable) }
}

/// Returns all records by part.
///
/// # Errors
/// When storage is blocked.
pub async fn read_all() -> Result<Vec<(String, String)>, Refused> {
    let storage = storage()?;
    let mut records = Vec::new();
    for part in parts(&storage)? {
        let record = storage.get_item(&format!("{PREFIX}{part}"))?;
        records.push((part, record.unwrap_or_default()));
    }
    Ok(records)
}

/// Removes the record of a part.
///
/// # Errors
/// When storage is blocked.
pub async fn remove(part: &str) -> Result<(), Refused> {
    Ok(storage()?.remove_item(&format!("{PREFIX}{part}"))?)
}

/// Removes every record and checks that they are gone.
///
/// # Errors
/// When storage is blocked, or a record is still there.
pub async fn wipe() -> Result<(), Refused> {
    let storage = storage()?;
    for part in parts(&storage)? {
        storage.remove_item(&format!("{PREFIX}{part}"))?;
    }
    if parts(&storage)?.is_empty() { Ok(()) } else { Err(Refused::Unreadable) }
}

fn parts(storage: &web_sys::Storage) -> Result<Vec<String>, Refused> {
    let mut parts = Vec::new();
    for index in 0..storage.length()? {
        if let Some(part) = storage.key(index)?.as_deref().and_then(|key| key.strip_prefix(PREFIX)) {
            parts.push(part.to_owned());
        }
    }
    Ok(parts)
}

/// Returns the raw storage object if the browser has one and allows it. A record is already a string; the typed API of
/// `gloo-storage` passes every value through JSON and costs more code than this whole file.
fn storage() -> Result<web_sys::Storage, Refused> {
    window()?.local_storage()?.ok_or(Refused::Blocked)?;
    Ok(LocalStorage::raw())
}

fn refused(error: JsValue) -> Refused {
    let name = String::from(error.unchecked_into::<js_sys::Error>().name());
    if name.starts_with("Quota") { Refused::Full } else { Refused::Blocked }
}
