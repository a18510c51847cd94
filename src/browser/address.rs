//! What stands after `#` in the address. `boot.js` owns the event; this only reads and sets.

use wasm_bindgen::JsValue;

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
/// Not through `location`, which also looks for an element of that name and tells of a change: a slow phone feels that.
///
/// # Errors
/// When the browser refuses.
pub fn go(fragment: &str) -> Result<(), Refused> {
    Ok(window()?.history()?.push_state_with_url(&JsValue::NULL, "", Some(fragment))?)
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
