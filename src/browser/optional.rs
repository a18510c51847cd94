//! Bindings for features that a browser may lack, refuse or break. No other module calls these features.
//!
//! Every binding here catches. The bindings of web-sys trust the declared type: if a feature is in fact absent, as
//! speech is in Android's web view inside other apps, the call throws past every `Result` and ends the app. Here it
//! becomes an ordinary error. `tests/browser/missing.json` lists why the app needs each feature, and what the page shows
//! without it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Opens the print dialog.
    #[wasm_bindgen(catch)]
    pub fn print() -> Result<(), JsValue>;

    /// Scrolls the page.
    #[wasm_bindgen(catch, js_name = scrollTo)]
    pub fn scroll_to(left: f64, top: f64) -> Result<(), JsValue>;

    /// Puts text on the clipboard. Returns a promise in a browser that follows the standard.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    pub fn write_text(text: &str) -> Result<JsValue, JsValue>;

    /// Returns the voices of the device, as an array in a browser that follows the standard.
    #[wasm_bindgen(catch, js_namespace = speechSynthesis, js_name = getVoices)]
    pub fn voices() -> Result<JsValue, JsValue>;

    /// Reads an utterance aloud.
    #[wasm_bindgen(catch, js_namespace = speechSynthesis)]
    pub fn speak(utterance: &Utterance) -> Result<(), JsValue>;

    /// Stops reading aloud.
    #[wasm_bindgen(catch, js_namespace = speechSynthesis, js_name = cancel)]
    pub fn stop_speaking() -> Result<(), JsValue>;

    /// A text to read aloud.
    #[wasm_bindgen(js_name = SpeechSynthesisUtterance)]
    pub type Utterance;

    #[wasm_bindgen(catch, constructor, js_class = "SpeechSynthesisUtterance")]
    pub fn new(text: &str) -> Result<Utterance, JsValue>;

    #[wasm_bindgen(catch, method, setter)]
    pub fn set_lang(this: &Utterance, language: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, method, setter)]
    pub fn set_voice(this: &Utterance, voice: &JsValue) -> Result<(), JsValue>;

    /// An element, with the methods that only some browsers have.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type Able;

    /// Opens a dialog on top of the page.
    #[wasm_bindgen(catch, method, js_name = showModal)]
    pub fn show_modal(this: &Able) -> Result<(), JsValue>;

    /// Closes a dialog.
    #[wasm_bindgen(catch, method)]
    pub fn close(this: &Able) -> Result<(), JsValue>;

    /// Scrolls the page until the element is in view.
    #[wasm_bindgen(catch, method, js_name = scrollIntoView)]
    pub fn scroll_into_view(this: &Able, how: &JsValue) -> Result<(), JsValue>;

    /// The rendered text of the element; undefined if the browser does not support it.
    #[wasm_bindgen(catch, method, getter, js_name = innerText)]
    pub fn inner_text(this: &Able) -> Result<Option<String>, JsValue>;

    /// The browser's verdict on the value of a field.
    #[wasm_bindgen(catch, method, getter)]
    pub fn validity(this: &Able) -> Result<Validity, JsValue>;

    pub type Validity;

    /// Whether the field contains input that is not a valid value, such as half a date.
    #[wasm_bindgen(catch, method, getter, js_name = badInput)]
    pub fn bad_input(this: &Validity) -> Result<bool, JsValue>;
}
