//! A number to call. Only this file makes `tel:` links, because there must be none while someone may be looking along.
//!
//! **A number is written from left to right in every language**: from right to left 0800 2000 would be read as 2000 0800.

use super::basic::{group, paragraph};
use crate::ui::view::{View, element};

/// A phone number with its name, its audience, and further lines such as hours and cost.
///
/// `number` is empty for a contact without a number, `tel` is empty if no link is allowed.
pub fn call(name: String, number: String, tel: &str, for_whom: String, known: &[String]) -> View {
    let shown = match (number.is_empty(), tel.is_empty()) {
        (true, _) => element("p"),
        (false, true) => element("p").class("call"),
        (false, false) => link(tel).class("call"),
    };
    let shown = shown.holding(vec![element("span").text(name), element("strong").with("dir", "ltr").text(number)]);
    group("", vec![paragraph("", for_whom), shown, paragraph("help", known.join(" · "))])
}

/// A phone number inside a sentence; `tel` is empty if no link is allowed.
pub fn number(shown: String, tel: &str) -> View {
    let around = if tel.is_empty() { element("strong") } else { link(tel) };
    around.with("dir", "ltr").text(shown)
}

fn link(tel: &str) -> crate::ui::view::Element {
    element("a").with("href", &format!("tel:{tel}")).with("rel", "noopener")
}
