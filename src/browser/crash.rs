//! The line to `boot.js`: it holds everything in memory for a restart and forgets it on exit and wipe, knows which tab
//! writes, and tells the root element what happens to the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = wizard, js_name = keep, catch)]
    fn wizard_keep(everything: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = wizard, js_name = anew, catch)]
    fn wizard_anew(note: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = wizard, js_name = claim, catch)]
    fn wizard_claim(steal: bool) -> Result<(), JsValue>;
}

/// Hands over everything, for a restart after a panic.
pub fn keep(everything: &str) {
    // Without `boot.js` there is no restart either, so there is nobody to tell.
    let _ = wizard_keep(everything);
}

/// Forgets everything and starts anew, so that Back shows nothing of before. `note` says why: `wiped`, or `anew` when a
/// finger asked for it; empty when nobody did.
///
/// # Errors
/// When `boot.js` is not there.
pub fn anew(note: &str) -> Result<(), super::Refused> {
    Ok(wizard_anew(note)?)
}

/// Asks to be the one tab that writes; `steal` takes it from another. The root element hears `mine`, or `elsewhere`.
///
/// # Errors
/// When `boot.js` is not there.
pub fn claim(steal: bool) -> Result<(), super::Refused> {
    Ok(wizard_claim(steal)?)
}

/// Listens to the messages that `boot.js` sends to the root element. A listener lives as long as the element.
///
/// # Errors
/// When the browser refuses.
pub fn listen(root: &HtmlElement, kind: &str, hear: impl Fn() + 'static) -> Result<(), super::Refused> {
    let listener = Closure::<dyn Fn()>::new(hear);
    root.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref())?;
    listener.forget();
    Ok(())
}
