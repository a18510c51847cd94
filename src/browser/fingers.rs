//! Protects against accidental taps: a finger still on the last button does not press the content that replaces it, and
//! a double tap counts once.
//!
//! After a tap on a button, a small shield covers that spot for half a second, longer while taps continue there. The
//! style sheet removes it: its animation starts when the next page is painted, however slow the phone. The shield is
//! under the bar with the exit. Double clicks on checkboxes are left to the browser.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::{Refused, document};

/// What acts on a tap. A tap anywhere on a shown card puts it away; a tick such as “Dat weet ik niet” replaces an answer.
const BUTTONS: &str = "button, a, summary, .sheet-holder, .quiet label";
/// Two key presses on the same button within this many milliseconds count as one.
const ONE_PRESS: f64 = 500.0;

/// Guards everything inside the root. `shield` is the class of the shield in the style sheet.
///
/// # Errors
/// When the browser refuses.
pub fn guard(root: &HtmlElement, shield: &'static str) -> Result<(), Refused> {
    let under = root.clone();
    listen(root, "click", false, move |event: MouseEvent| tapped(&under, shield, &event).unwrap_or_default())?;
    listen(root, "mousedown", false, move |event: MouseEvent| {
        // A tap on the shield must not move focus either.
        if found(&event, &format!(".{shield}")).is_some() {
            event.prevent_default();
        }
    })?;
    let last = Rc::new(RefCell::new(None));
    let pressed_last = Rc::clone(&last);
    listen(root, "click", true, move |event: MouseEvent| pressed(&pressed_last, &event))?;
    listen(root, "keydown", true, move |event: KeyboardEvent| {
        let is_press = matches!(event.key().as_str(), "Enter" | " ");
        if !is_press {
            // After typing or moving focus in between, a second press is on purpose.
            last.take();
        }
        // A key that is held down presses once.
        if event.repeat() && event.key() == "Enter" && found(&event, BUTTONS).is_some() {
            event.prevent_default();
        }
    })
}

/// After a tap on a button, and after each tap on the shield: puts the shield at that spot.
fn tapped(root: &HtmlElement, class: &str, event: &MouseEvent) -> Result<(), Refused> {
    let by_finger = event.detail() > 0;
    if !by_finger || found(event, &format!("{BUTTONS}, .{class}")).is_none() {
        return Ok(());
    }
    let document = document()?;
    if let Some(last) = document.query_selector(&format!(".{class}"))? {
        last.remove();
    }
    // A new element each time, because only that restarts its animation.
    let shield: HtmlElement = document.create_element("div")?.unchecked_into();
    shield.set_class_name(class);
    shield.style().set_property("left", &format!("{}px", event.client_x()))?;
    shield.style().set_property("top", &format!("{}px", event.client_y()))?;
    // Nothing outside an open dialog can be tapped.
    let dialog = document.query_selector("dialog[open]")?;
    dialog.as_ref().unwrap_or(root).append_child(&shield)?;
    Ok(())
}

/// Ignores a second key press on the same button. A click by a program is not a key press.
fn pressed(last: &RefCell<Option<(Element, f64)>>, event: &MouseEvent) {
    if event.detail() > 0 || !event.is_trusted() {
        return;
    }
    let Some(button) = found(event, BUTTONS) else { return };
    let now = (button, event.time_stamp());
    let before = last.replace(Some(now.clone()));
    if before.is_some_and(|(button, at)| button == now.0 && now.1 - at < ONE_PRESS) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Returns the event's target, or its nearest ancestor, that matches the selector.
fn found(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

fn listen<E: FromWasmAbi + 'static>(
    root: &HtmlElement,
    kind: &str,
    capture: bool,
    hear: impl Fn(E) + 'static,
) -> Result<(), Refused> {
    let listener = Closure::<dyn Fn(E)>::new(hear).into_js_value();
    Ok(root.add_event_listener_with_callback_and_bool(kind, listener.unchecked_ref(), capture)?)
}
