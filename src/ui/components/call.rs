//! A number to call. The only place that makes a link to call: while someone may look along there must be none.
//!
//! **A number is written from left to right in every language**: from right to left 0800 2000 would be read as 2000 0800.

use super::basic::{group, paragraph};
use crate::ui::view::{View, element};

/// A number with its name, for whom it is, and what else is known of it: the hours, the cost.
///
/// `number` is empty for a line without a number, `tel` where no link may be.
pub fn call(name: String, number: String, tel: &str, for_whom: String, known: &[String]) -> View {
    let shown = match (number.is_empty(), tel.is_empty()) {
        (true, _) => element("p"),
        (false, true) => element("p").class("call"),
        (false, false) => link(tel).class("call"),
    };
    let shown = shown.holding(vec![element("span").text(name), element("strong").with("dir", "ltr").text(number)]);
    group("", vec![paragraph("", for_whom), shown, paragraph("help", known.join(" · "))])
}

/// A number in a line of text; `tel` is empty where no link may be.
pub fn number(shown: String, tel: &str) -> View {
    let around = if tel.is_empty() { element("strong") } else { link(tel) };
    around.with("dir", "ltr").text(shown)
}

fn link(tel: &str) -> crate::ui::view::Element {
    element("a").with("href", &format!("tel:{tel}")).with("rel", "noopener")
}
