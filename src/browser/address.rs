//! What stands after `#` in the address. `boot.js` owns the event; this only reads and sets.

use super::{Refused, window};

/// The fragment, with `#`; empty when there is none.
///
/// # Errors
/// When there is no window.
pub fn fragment() -> Result<String, Refused> {
    Ok(window()?.location().hash()?)
}

/// Goes to a fragment; Back returns from it.
///
/// # Errors
/// When the browser refuses.
pub fn go(fragment: &str) -> Result<(), Refused> {
    Ok(window()?.location().set_hash(fragment)?)
}

/// Puts a fragment in the place of the present one; Back does not meet the present one again.
///
/// # Errors
/// When the browser refuses.
pub fn replace(fragment: &str) -> Result<(), Refused> {
    Ok(window()?.location().replace(fragment)?)
}

/// One step back in the history.
///
/// # Errors
/// When the browser refuses.
pub fn back() -> Result<(), Refused> {
    Ok(window()?.history()?.back()?)
}
