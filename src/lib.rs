//! “Wat heb je nodig?”: a resident enters in plain words what they need and takes one A4 to the desk.
//!
//! Where to start:
//! - [`model`] holds all rules and data; pure Rust, the same in the browser and in a test. `model::content` holds the
//!   shapes of the content files, `model::dossier` the resident's answers, `model::facts` the conclusions drawn from
//!   them, `model::journey` the choice of the next screen, `model::paper` the documents to print.
//! - `browser` (wasm only) reads and writes strings in the browser. It contains no rules.
//! - `ui` (wasm only) renders the model and calls the browser. `boot.js` calls only `ui::start`.
//! - `authoring` (host only) reads the TOML of `content/`, reports every problem and packs the result.

pub mod model;

#[cfg(not(target_arch = "wasm32"))]
pub mod authoring;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
