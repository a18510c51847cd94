//! A message: a word, an icon, and what one can do. It pushes nothing away and does not close by itself.

use leptos::prelude::*;

use super::basic::{button, group, icon, paragraph};

/// A button of a message.
#[derive(Clone)]
pub struct NoticeButton {
    pub text: String,
    pub on_tap: Callback<()>,
}

/// A message with a pictogram and buttons; it is read to who listens.
pub fn notice(pictogram: &str, text: String, buttons: Vec<NoticeButton>) -> AnyView {
    let mut inside = vec![paragraph("", text)];
    inside.extend(buttons.into_iter().map(|shown| button("secondary", "", shown.text, shown.on_tap)));
    let body = group("", inside);
    view! { <div class="notice" role="status">{icon(pictogram)}{body}</div> }.into_any()
}
