//! Records on this device, by part. Asynchronous from the first day, so that a crash-safe journal can take its place.
//!
//! `gloo-storage` panics when a browser blocks storage; so the storage is probed before every call to it.

#![expect(
    clippy::unused_async,
    reason = "the journal that joins later has to be waited for; callers do so from the first day"
)]

use std::collections::BTreeMap;

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};

use super::{Refused, window};

/// Before every key, so that a wipe finds exactly what is ours. Neutral, for who looks into the device.
const PREFIX: &str = "overzicht.";

/// Writes a record and reads it back.
///
/// # Errors
/// When storage is blocked or full, or gives back something else.
pub async fn write(part: &str, record: &str) -> Result<(), Refused> {
    probe()?;
    let key = format!("{PREFIX}{part}");
    LocalStorage::set(&key, record).map_err(refused)?;
    match LocalStorage::get::<String>(&key) {
        Ok(back) if back == record => Ok(()),
        Ok(_) | Err(_) => Err(Refused::Unreadable),
    }
}

/// All records, by part.
///
/// # Errors
/// When storage is blocked.
pub async fn read_all() -> Result<BTreeMap<String, String>, Refused> {
    let mut records = BTreeMap::new();
    for part in parts()? {
        // A value that is no JSON string was not written here; it goes along as it is, so that it is told as damaged.
        let record = LocalStorage::get::<String>(format!("{PREFIX}{part}")).unwrap_or_default();
        records.insert(part, record);
    }
    Ok(records)
}

/// Takes away the record of a part.
///
/// # Errors
/// When storage is blocked.
pub async fn remove(part: &str) -> Result<(), Refused> {
    probe()?;
    LocalStorage::delete(format!("{PREFIX}{part}"));
    Ok(())
}

/// Takes away every record, and looks whether they are gone.
///
/// # Errors
/// When storage is blocked, or something is still there.
pub async fn wipe() -> Result<(), Refused> {
    for part in parts()? {
        LocalStorage::delete(format!("{PREFIX}{part}"));
    }
    if parts()?.is_empty() { Ok(()) } else { Err(Refused::Unreadable) }
}

fn parts() -> Result<Vec<String>, Refused> {
    let storage = probe()?;
    let count = storage.length()?;
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    Ok(keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect())
}

fn probe() -> Result<web_sys::Storage, Refused> {
    window()?.local_storage()?.ok_or(Refused::Blocked)
}

fn refused(error: StorageError) -> Refused {
    match error {
        StorageError::JsError(error) if error.name.contains("Quota") => Refused::Full,
        StorageError::JsError(_) => Refused::Blocked,
        StorageError::KeyNotFound(_) | StorageError::SerdeError(_) => Refused::Unreadable,
    }
}
