//! A number to call. The only place that makes a link to call: while someone may look along there must be none.

use leptos::prelude::*;

use super::basic::{group, paragraph};

/// A number with its name, for whom it is, and what else is known of it: the hours, the cost.
///
/// `number` is empty for a line without a number, `tel` where no link may be.
pub fn call(name: String, number: String, tel: String, for_whom: String, known: Vec<String>) -> AnyView {
    let inside = view! { <span>{name}</span><strong>{number.clone()}</strong> }.into_any();
    let shown = match (number.is_empty(), tel.is_empty()) {
        (true, _) => view! { <p>{inside}</p> }.into_any(),
        (false, true) => view! { <p class="call">{inside}</p> }.into_any(),
        (false, false) => number_link("call", &tel, inside),
    };
    group("", vec![paragraph("", for_whom), shown, paragraph("help", known.join(" · "))])
}

/// A number in a line of text; `tel` is empty where no link may be.
pub fn number(shown: String, tel: &str) -> AnyView {
    if tel.is_empty() { view! { <strong>{shown}</strong> }.into_any() } else { number_link("", tel, shown.into_any()) }
}

fn number_link(class: &'static str, tel: &str, inside: AnyView) -> AnyView {
    view! { <a class=class href=format!("tel:{tel}") rel="noopener">{inside}</a> }.into_any()
}
