//! Stands where Leptos brings `wasm-streams` for its server functions, of which this page has none.
//!
//! The crate itself exports its classes to JavaScript. What is exported cannot be left out by the linker, so every
//! resident would load some 4 KB of streams that nothing on the page can open. This has the calls that `server_fn`
//! makes, so that it compiles, and exports nothing. What comes out of them is an empty stream.

use futures_util::Stream;
use futures_util::stream::{Empty, empty};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser; nothing reads from it.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// No stream at all, whatever is asked.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        ReadableStream(JsValue::UNDEFINED.unchecked_into())
    }

    /// Gives back the stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
