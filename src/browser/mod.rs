//! The only module that touches the browser: strings in, strings out, every call returns a `Result`. It contains no
//! rules.

pub mod address;
pub mod clock;
pub mod crash;
pub mod fingers;
mod optional;
pub mod page;
pub mod share;
pub mod speech;
pub mod storage;

use std::fmt;

use wasm_bindgen::JsValue;

/// The reason why a browser call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The browser lacks this feature, or a setting forbids it.
    Blocked,
    /// Storage is full.
    Full,
    /// The browser returned a value of another kind than the call asks for.
    Unreadable,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refused::Blocked => "the browser does not allow it",
            Refused::Full => "there is no room left",
            Refused::Unreadable => "what came back is not what was written",
        })
    }
}

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Refused {
        Refused::Blocked
    }
}

fn window() -> Result<web_sys::Window, Refused> {
    web_sys::window().ok_or(Refused::Blocked)
}

fn document() -> Result<web_sys::Document, Refused> {
    window()?.document().ok_or(Refused::Blocked)
}
