//! The page around the app: title, focus, scrolling, printing and dialogs.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

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

/// Sets the language of the page and the direction in which it is written: `ltr` or `rtl`.
///
/// # Errors
/// When there is no document.
pub fn set_language(language: &str, direction: &str) -> Result<(), Refused> {
    let root = document()?.document_element().ok_or(Refused::Unreadable)?;
    root.set_attribute("lang", language)?;
    Ok(root.set_attribute("dir", direction)?)
}

/// Replaces the text of every element that fits.
///
/// # Errors
/// When there is no document.
pub fn set_text(selector: &str, text: &str) -> Result<(), Refused> {
    let found = document()?.query_selector_all(selector)?;
    for node in (0..found.length()).filter_map(|index| found.item(index)) {
        node.set_text_content(Some(text));
    }
    Ok(())
}

/// Moves focus to the first element that matches the selector, and scrolls to the top if that element is a heading.
///
/// # Errors
/// When no element matches.
pub fn focus(selector: &str) -> Result<(), Refused> {
    let element = document()?.query_selector(selector)?.ok_or(Refused::Unreadable)?;
    Ok(element.unchecked_into::<HtmlElement>().focus()?)
}

/// Returns whether any element on the page has focus.
pub fn has_focus() -> bool {
    let active = document().ok().and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() != "BODY")
}

/// Closes the menu, which is on every page.
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
/// When no element has this id.
pub fn focus_id(id: &str) -> Result<(), Refused> {
    Ok(by_id(id)?.unchecked_into::<HtmlElement>().focus()?)
}

/// Returns the rendered text of all elements that match the selector.
///
/// # Errors
/// When there is no document, or the browser cannot give rendered text.
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
/// When the browser cannot scroll.
pub fn scroll_to_top() -> Result<(), Refused> {
    Ok(optional::scroll_to(0.0, 0.0)?)
}

/// Scrolls just far enough to show the first element that matches, clear of the bars at the edges of the screen.
///
/// # Errors
/// When no element matches, or the browser cannot scroll.
pub fn bring_into_view(selector: &str) -> Result<(), Refused> {
    let element = document()?.query_selector(selector)?.ok_or(Refused::Unreadable)?;
    let how = js_sys::Object::new();
    js_sys::Reflect::set(&how, &"block".into(), &"nearest".into())?;
    Ok(element.unchecked_into::<Able>().scroll_into_view(&how)?)
}

/// Opens the browser's print dialog.
///
/// # Errors
/// When the browser has none.
pub fn print() -> Result<(), Refused> {
    Ok(optional::print()?)
}

/// Returns whether the browser fires an event when it starts to print.
pub fn announces_printing() -> bool {
    window().is_ok_and(|window| js_sys::Reflect::has(&window, &"onbeforeprint".into()).unwrap_or(false))
}

/// Reloads the page.
///
/// # Errors
/// When the browser refuses.
pub fn reload() -> Result<(), Refused> {
    let window = window()?;
    // The name tells `boot.js` that a finger asked for it: two more taps press nothing on the new page.
    window.set_name("anew")?;
    Ok(window.location().reload()?)
}

/// Opens a `dialog` element on top of the page.
///
/// # Errors
/// When the element is missing, or the browser cannot open it.
pub fn open_dialog(id: &str) -> Result<(), Refused> {
    let dialog = by_id(id)?;
    dialog.show_modal()?;
    if dialog.has_attribute("open") { Ok(()) } else { Err(Refused::Unreadable) }
}

/// Closes a `dialog` element.
///
/// # Errors
/// When the element is missing, or the browser cannot close it.
pub fn close_dialog(id: &str) -> Result<(), Refused> {
    Ok(by_id(id)?.close()?)
}

/// Returns whether a field contains input that is not a valid value, such as half a date.
///
/// # Errors
/// When the field is missing, or the browser cannot tell.
pub fn is_half_filled(id: &str) -> Result<bool, Refused> {
    Ok(by_id(id)?.validity()?.bad_input()?)
}

/// A date field on the page.
pub struct DateField {
    pub id: String,
    /// The text of its label; empty if it has none.
    pub name: String,
    pub value: String,
    /// The field contains input that is not a date.
    pub is_half_filled: bool,
}

/// Returns every date field on the page in its current state.
///
/// # Errors
/// When there is no document.
pub fn date_fields() -> Result<Vec<DateField>, Refused> {
    let found = document()?.query_selector_all("main input[type=date]")?;
    let fields = (0..found.length()).filter_map(|index| found.item(index));
    let fields = fields.map(JsCast::unchecked_into::<HtmlInputElement>).map(|field| DateField {
        id: field.id(),
        name: name_of(&field).unwrap_or_default(),
        value: field.value(),
        // In a browser that cannot tell, a field counts as not half filled.
        is_half_filled: is_half_filled(&field.id()).unwrap_or_default(),
    });
    Ok(fields.collect())
}

/// The text of the label of a field, or of the element that labels it.
fn name_of(field: &HtmlInputElement) -> Result<String, Refused> {
    let named_by = match field.get_attribute("aria-labelledby") {
        Some(id) => document()?.get_element_by_id(&id),
        None => document()?.query_selector(&format!("label[for='{}']", field.id()))?,
    };
    Ok(named_by.and_then(|label| label.text_content()).ok_or(Refused::Unreadable)?.trim().to_owned())
}

/// Sets the value of a field. This also replaces input that is not a valid value, such as half a date.
///
/// # Errors
/// When the field is missing.
pub fn write_in(id: &str, text: &str) -> Result<(), Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    element.unchecked_into::<HtmlInputElement>().set_value(text);
    Ok(())
}

/// Removes focus from the element that has it.
///
/// # Errors
/// When the browser refuses.
pub fn let_go_of_focus() -> Result<(), Refused> {
    if let Some(active) = document()?.active_element() {
        active.unchecked_into::<HtmlElement>().blur()?;
    }
    Ok(())
}

/// Calls `holds_up` with the address of each link within the app that is clicked. If it returns true, the link is not
/// followed.
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

fn by_id(id: &str) -> Result<Able, Refused> {
    let element = document()?.get_element_by_id(id).ok_or(Refused::Unreadable)?;
    Ok(element.unchecked_into())
}
