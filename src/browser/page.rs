//! The page around the app: title, focus, scrolling, printing, dialogs.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement};

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
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    Ok(element.unchecked_into::<HtmlElement>().focus()?)
}

/// The text of everything that fits, as it is read.
///
/// # Errors
/// When there is no document.
pub fn text(selector: &str) -> Result<String, Refused> {
    let found = document()?.query_selector_all(selector)?;
    let texts = (0..found.length()).filter_map(|index| found.item(index));
    let texts: Vec<String> = texts.map(|node| node.unchecked_into::<HtmlElement>().inner_text()).collect();
    Ok(texts.join("\n"))
}

/// Scrolls to the top.
///
/// # Errors
/// When there is no window.
pub fn scroll_to_top() -> Result<(), Refused> {
    window()?.scroll_to_with_x_and_y(0.0, 0.0);
    Ok(())
}

/// Opens the print dialog of the browser.
///
/// # Errors
/// When the browser has none.
pub fn print() -> Result<(), Refused> {
    Ok(window()?.print()?)
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
/// When it is not there.
pub fn open_dialog(id: &str) -> Result<(), Refused> {
    Ok(dialog(id)?.show_modal()?)
}

/// Closes a `dialog` element.
///
/// # Errors
/// When it is not there.
pub fn close_dialog(id: &str) -> Result<(), Refused> {
    dialog(id)?.close();
    Ok(())
}

/// Whether a field holds something that is no value of its kind, such as half a date.
///
/// # Errors
/// When it is not there.
pub fn is_half_filled(id: &str) -> Result<bool, Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    Ok(element.unchecked_into::<HtmlInputElement>().validity().bad_input())
}

fn dialog(id: &str) -> Result<HtmlDialogElement, Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    element.dyn_into().map_err(|_| Refused::Unreadable)
}
