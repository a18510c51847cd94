//! Shows the model and calls the browser. `start` is the one door `boot.js` knocks on, also after a panic.

mod view;

mod components;
mod pages;

mod actions;
mod app;
mod context;
mod dates;
mod keeping;
mod output;
mod routing;
mod tabs;
mod tick;
mod typing;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::model::catalogue::Catalogue;

/// Starts the app in a fresh root element.
///
/// `content` is the packed content; `kept` everything that was told before a panic; `note` says what happened before
/// this start: `restarted`, `reloaded`, `wiped`, or nothing.
///
/// # Errors
/// When the content cannot be read; `boot.js` then shows the static help.
#[wasm_bindgen]
pub fn start(root: HtmlElement, content: &[u8], kept: Option<String>, note: &str) -> Result<(), JsError> {
    let catalogue = Catalogue::read(content).map_err(|error| JsError::new(&error.to_string()))?;
    app::mount(&root, catalogue.leak(), kept, app::Note::named(note));
    Ok(())
}
