//! The user interface: renders the model and calls the browser. `boot.js` calls only `start`, also after a panic.

mod view;

mod components;
mod pages;

mod actions;
mod app;
mod context;
mod dates;
mod output;
mod persistence;
mod routing;
mod tabs;
mod tick;
mod typing;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::model::catalogue::Catalogue;

/// Starts the app in an empty root element.
///
/// `content` is the packed content; `kept` holds all answers from before a panic; `note` is the reason for this start:
/// `restarted`, `reloaded`, `wiped`, or empty.
///
/// # Errors
/// When the content cannot be read; `boot.js` then shows the static help.
#[wasm_bindgen]
pub fn start(root: HtmlElement, content: &[u8], kept: Option<String>, note: &str) -> Result<(), JsError> {
    let catalogue = Catalogue::read(content).map_err(|error| JsError::new(&error.to_string()))?;
    app::mount(&root, catalogue.leak(), kept, app::Note::named(note));
    Ok(())
}
