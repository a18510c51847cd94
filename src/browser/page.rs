//! The page around the app: title, focus, scrolling, printing, dialogs.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

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

/// A field for a date.
pub struct DateField {
    pub id: String,
    pub value: String,
    /// Something stands in it that is no date.
    pub is_half_filled: bool,
}

/// Every field for a date on the page, as it is now.
///
/// # Errors
/// When there is no document.
pub fn date_fields() -> Result<Vec<DateField>, Refused> {
    let found = document()?.query_selector_all("main input[type=date]")?;
    let fields = (0..found.length()).filter_map(|index| found.item(index));
    let fields = fields.map(JsCast::unchecked_into::<HtmlInputElement>).map(|field| DateField {
        id: field.id(),
        value: field.value(),
        is_half_filled: field.validity().bad_input(),
    });
    Ok(fields.collect())
}

/// Puts a text in a field, in the place of what is there, which may be half a date.
///
/// # Errors
/// When it is not there.
pub fn write_in(id: &str, text: &str) -> Result<(), Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    element.unchecked_into::<HtmlInputElement>().set_value(text);
    Ok(())
}

/// Takes focus away from what has it.
///
/// # Errors
/// When the browser refuses.
pub fn let_go_of_focus() -> Result<(), Refused> {
    if let Some(active) = document()?.active_element() {
        active.unchecked_into::<HtmlElement>().blur()?;
    }
    Ok(())
}

/// Calls `holds_up` with the address of each link within the app that is chosen; the link is not followed when it says so.
///
/// # Errors
/// When the browser refuses.
pub fn on_link(root: &HtmlElement, holds_up: impl Fn(&str) -> bool + 'static) -> Result<(), Refused> {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='#']").ok().flatten());
        let address = link.and_then(|link| link.get_attribute("href"));
        if address.is_some_and(|address| holds_up(&address)) {
            event.prevent_default();
        }
    });
    Ok(root.add_event_listener_with_callback("click", listener.into_js_value().unchecked_ref())?)
}

fn dialog(id: &str) -> Result<HtmlDialogElement, Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    element.dyn_into().map_err(|_| Refused::Unreadable)
}
