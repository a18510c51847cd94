//! “Wat heb je nodig?”: a resident says in plain words what they need and leaves with one A4 for the desk.
//!
//! Where to start:
//! - [`model`] is everything the app knows; pure Rust, the same on a phone and in a test.
//!   `model::content` says what an editor can write, `model::dossier` what a resident can tell,
//!   `model::facts` what follows from it, `model::journey` which screen comes next, `model::sheet` what stands on paper.
//! - `browser` (wasm only) reads and writes strings in the browser and decides nothing.
//! - `ui` (wasm only) shows the model and calls the browser; `ui::start` is the one door `boot.js` knocks on.
//! - `authoring` (host only) reads the TOML of `content/`, reports every problem, and packs it.

pub mod model;

#[cfg(not(target_arch = "wasm32"))]
pub mod authoring;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
