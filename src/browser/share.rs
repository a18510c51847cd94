//! Text out of the page, only at the tap of the resident.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::{Refused, optional};

/// Puts text on the clipboard. A browser may never answer.
///
/// # Errors
/// When there is no clipboard, or the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), Refused> {
    let answer = optional::write_text(text)?;
    JsFuture::from(Promise::resolve(&answer)).await?;
    Ok(())
}
