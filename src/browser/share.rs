//! Text out of the page, only at the tap of the resident.

use wasm_bindgen_futures::JsFuture;

use super::{Refused, window};

/// Puts text on the clipboard.
///
/// # Errors
/// When the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), Refused> {
    let clipboard = window()?.navigator().clipboard();
    JsFuture::from(clipboard.write_text(text)).await?;
    Ok(())
}
