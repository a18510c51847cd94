//! A message with an icon, a text and buttons. It covers nothing and does not close by itself.

use super::basic::{button, group, icon, paragraph};
use crate::ui::view::{On, View, element};

/// A message with an icon and buttons, each with a text and a handler. A screen reader announces it.
pub fn notice(pictogram: &str, text: String, buttons: Vec<(String, On)>) -> View {
    let mut inside = vec![paragraph("", text)];
    inside.extend(buttons.into_iter().map(|(word, on)| button("secondary", "", word, on)));
    element("div").class("notice").with("role", "status").holding(vec![icon(pictogram), group("", inside)])
}
