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

use crate::browser::page;
use crate::model::catalogue::Catalogue;

/// Starts the app in an empty root element.
///
/// `structure` and `words` are the packed content in one language; `kept` holds all answers from before a panic; `note`
/// is the reason for this start: `restarted`, `reloaded`, `wiped`, or empty.
///
/// # Errors
/// When the content cannot be read; `boot.js` then shows the static help.
#[wasm_bindgen]
pub fn start(
    root: HtmlElement,
    structure: &[u8],
    words: &[u8],
    kept: Option<String>,
    note: &str,
) -> Result<(), JsError> {
    let catalogue = Catalogue::read(structure, words).map_err(|error| JsError::new(&error.to_string()))?;
    let catalogue = catalogue.leak();
    page_around(catalogue);
    app::mount(&root, catalogue, kept, app::Note::named(note));
    Ok(())
}

/// Gives the page around the app the language of the words, and its texts: `index.html` has them in Dutch.
fn page_around(catalogue: &Catalogue) {
    let content = catalogue.content;
    // A page without one of these elements only keeps its own text.
    let _ = page::set_language(&content.language, content.direction.name());
    for (selector, text) in
        [(".bar-word", "page.title"), ("[data-exit]", "button.exit"), ("#no-paper", "paper.not-this-screen")]
    {
        let _ = page::set_text(selector, catalogue.text(text));
    }
}
