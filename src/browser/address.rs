//! Reads and sets the fragment of the address (the part after `#`). `boot.js` listens to `hashchange` and forwards it.

use super::{Refused, window};

/// Returns the fragment with its `#`, or an empty string if there is none.
///
/// # Errors
/// When there is no window.
pub fn fragment() -> Result<String, Refused> {
    Ok(window()?.location().hash()?)
}

/// Navigates to a fragment and adds a history entry, so that Back returns from it.
///
/// # Errors
/// When the browser refuses.
pub fn go(fragment: &str) -> Result<(), Refused> {
    Ok(window()?.location().set_hash(fragment)?)
}

/// Replaces the current fragment without a history entry, so that Back skips it.
///
/// # Errors
/// When the browser refuses.
pub fn replace(fragment: &str) -> Result<(), Refused> {
    Ok(window()?.location().replace(fragment)?)
}

/// Goes back one step in the history.
///
/// # Errors
/// When the browser refuses.
pub fn back() -> Result<(), Refused> {
    Ok(window()?.history()?.back()?)
}
