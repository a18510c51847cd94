//! A message: a word, an icon, and what one can do. It pushes nothing away and does not close by itself.

use super::basic::{button, group, icon, paragraph};
use crate::ui::view::{On, View, element};

/// A message with a pictogram and buttons, each a word and what it does; it is read to who listens.
pub fn notice(pictogram: &str, text: String, buttons: Vec<(String, On)>) -> View {
    let mut inside = vec![paragraph("", text)];
    inside.extend(buttons.into_iter().map(|(word, on)| button("secondary", "", word, on)));
    element("div").class("notice").with("role", "status").holding(vec![icon(pictogram), group("", inside)])
}
