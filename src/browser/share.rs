//! Copies text out of the page, only when the resident taps.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::{Refused, optional};

/// Puts text on the clipboard. The promise of some browsers never settles.
///
/// # Errors
/// When there is no clipboard, or the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), Refused> {
    let answer = optional::write_text(text)?;
    JsFuture::from(Promise::resolve(&answer)).await?;
    Ok(())
}
