//! The only place that touches the browser: strings in, strings out, every call a `Result`. It decides nothing.

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

/// What the browser would not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no such thing here, or a setting forbids it.
    Blocked,
    /// No room left.
    Full,
    /// It answered something else than was asked for.
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
