//! The line to `boot.js`, which keeps all answers in memory for a restart and forgets them on exit and wipe, knows
//! which tab may write, and forwards window events to the root element.

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

/// Hands all answers to `boot.js`, for a restart after a panic.
pub fn keep(everything: &str) {
    // Without `boot.js` there is no restart either, so the error has no receiver.
    let _ = wizard_keep(everything);
}

/// Forgets everything and reloads the page, so that Back shows no earlier answers. `note` gives the reason: `wiped`,
/// `anew` after a tap, or empty without one.
///
/// # Errors
/// When `boot.js` is missing.
pub fn anew(note: &str) -> Result<(), super::Refused> {
    Ok(wizard_anew(note)?)
}

/// Requests the lock for the one tab that writes; `steal` takes it from another tab. The root element receives `mine`
/// or `elsewhere`.
///
/// # Errors
/// When `boot.js` is missing.
pub fn claim(steal: bool) -> Result<(), super::Refused> {
    Ok(wizard_claim(steal)?)
}

/// Listens to the events that `boot.js` dispatches on the root element. A listener lives as long as the element.
///
/// # Errors
/// When the browser refuses.
pub fn listen(root: &HtmlElement, kind: &str, hear: impl Fn() + 'static) -> Result<(), super::Refused> {
    let listener = Closure::<dyn Fn()>::new(hear);
    root.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref())?;
    listener.forget();
    Ok(())
}
