//! The line to `boot.js`: it holds everything in memory for a restart, and forgets it on exit and wipe.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = wizard, js_name = keep, catch)]
    fn wizard_keep(everything: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = wizard, js_name = wiped, catch)]
    fn wizard_wiped() -> Result<(), JsValue>;
}

/// Hands over everything, for a restart after a panic.
pub fn keep(everything: &str) {
    // Without `boot.js` there is no restart either, so there is nobody to tell.
    let _ = wizard_keep(everything);
}

/// Everything was wiped: forget it, and start anew so that Back shows nothing of before.
///
/// # Errors
/// When `boot.js` is not there.
pub fn wiped() -> Result<(), super::Refused> {
    Ok(wizard_wiped()?)
}
