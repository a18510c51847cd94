//! The page around the app: title, focus, scrolling, printing, dialogs.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::optional::{self, Able};
use super::{Refused, document, window};

/// Sets the title.
///
/// # Errors
/// When there is no document.
pub fn set_title(title: &str) -> Result<(), Refused> {
    document()?.set_title(title);
    Ok(())
}

/// Moves focus to the first element that fits, and to the top of the page when it is a heading.
///
/// # Errors
/// When nothing fits.
pub fn focus(selector: &str) -> Result<(), Refused> {
    let element = document()?.query_selector(selector)?.ok_or(Refused::Unreadable)?;
    Ok(element.unchecked_into::<HtmlElement>().focus()?)
}

/// Whether anything on the page has focus.
pub fn has_focus() -> bool {
    let active = document().ok().and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() != "BODY")
}

/// Folds the menu away, which is around every page.
///
/// # Errors
/// When there is no document.
pub fn close_menu() -> Result<(), Refused> {
    if let Some(menu) = document()?.query_selector("details.menu[open]")? {
        menu.remove_attribute("open")?;
    }
    Ok(())
}

/// Moves focus to the element with this id.
///
/// # Errors
/// When there is none.
pub fn focus_id(id: &str) -> Result<(), Refused> {
    Ok(by_id(id)?.unchecked_into::<HtmlElement>().focus()?)
}

/// The text of everything that fits, as it is read.
///
/// # Errors
/// When there is no document, or the browser does not know how a text is read.
pub fn text(selector: &str) -> Result<String, Refused> {
    let found = document()?.query_selector_all(selector)?;
    let mut texts = Vec::new();
    for node in (0..found.length()).filter_map(|index| found.item(index)) {
        texts.push(node.unchecked_into::<Able>().inner_text()?.ok_or(Refused::Unreadable)?);
    }
    Ok(texts.join("\n"))
}

/// Scrolls to the top.
///
/// # Errors
/// When the browser cannot.
pub fn scroll_to_top() -> Result<(), Refused> {
    Ok(optional::scroll_to(0.0, 0.0)?)
}

/// Opens the print dialog of the browser.
///
/// # Errors
/// When the browser has none.
pub fn print() -> Result<(), Refused> {
    Ok(optional::print()?)
}

/// Whether the browser says when it begins to print.
pub fn announces_printing() -> bool {
    window().is_ok_and(|window| js_sys::Reflect::has(&window, &"onbeforeprint".into()).unwrap_or(false))
}

/// Loads the page anew.
///
/// # Errors
/// When the browser refuses.
pub fn reload() -> Result<(), Refused> {
    Ok(window()?.location().reload()?)
}

/// Opens a `dialog` element on top of the page.
///
/// # Errors
/// When it is not there, or the browser does not open it.
pub fn open_dialog(id: &str) -> Result<(), Refused> {
    let dialog = by_id(id)?;
    dialog.show_modal()?;
    if dialog.has_attribute("open") { Ok(()) } else { Err(Refused::Unreadable) }
}

/// Closes a `dialog` element.
///
/// # Errors
/// When it is not there, or the browser does not close it.
pub fn close_dialog(id: &str) -> Result<(), Refused> {
    Ok(by_id(id)?.close()?)
}

/// Whether a field holds something that is no value of its kind, such as half a date.
///
/// # Errors
/// When it is not there, or the browser does not know.
pub fn is_half_filled(id: &str) -> Result<bool, Refused> {
    Ok(by_id(id)?.validity()?.bad_input()?)
}

fn by_id(id: &str) -> Result<Able, Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    Ok(element.unchecked_into())
}
