//! A calm screen shown instead of the page: no input for a while, or another tab has the answers.

use super::frame::whole;
use crate::ui::components::basic::button;
use crate::ui::context::{Act, App, Saving};
use crate::ui::tabs::Overlay;
use crate::ui::view::View;

/// Renders the overlay with its message and buttons.
pub fn page(app: App, overlay: Overlay) -> View {
    let (id, acts) = match overlay {
        Overlay::Quiet => ("N33", vec![Act::Uncover, Act::AskToWipe, Act::TakeTime]),
        Overlay::Elsewhere => ("N12", vec![Act::TakeOver]),
        Overlay::TakenOver => ("N20", vec![Act::TakeOver]),
        Overlay::Wiped => ("N21", vec![Act::Anew]),
    };
    let key = |part: &str| format!("message.{id}.{part}");
    let words = ["button", "other-button", "off"].into_iter().zip(["primary", "secondary", "secondary"]);
    let buttons = acts.into_iter().zip(words);
    let buttons = buttons.map(|(act, (part, class))| button(class, "", app.text(&key(part)), app.tap(act))).collect();
    let mut lines = vec![key("text")];
    if overlay == Overlay::Quiet {
        lines.push(key(if app.saving == Saving::Saved { "device" } else { "memory" }));
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    whole(app, id, app.text(&key("heading")), &lines, buttons)
}
