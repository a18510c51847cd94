//! Basic elements that every page uses.

use crate::ui::view::{On, View, element};

/// The heading of the page. It gets focus when the page is shown.
pub fn title(text: String) -> View {
    element("h1").id("title").with("tabindex", "-1").text(text)
}

/// A heading one level below the page's heading.
pub fn heading(text: String) -> View {
    element("h2").text(text)
}

/// A paragraph; `class` may be empty.
pub fn paragraph(class: &str, text: String) -> View {
    element("p").class(class).text(text)
}

/// One paragraph for each text.
pub fn paragraphs(class: &str, texts: &[String]) -> View {
    View::many(texts.iter().map(|text| paragraph(class, text.clone())).collect())
}

/// A section with a class.
pub fn section(class: &str, children: Vec<View>) -> View {
    element("section").class(class).holding(children)
}

/// A `div` with a class, without meaning for a screen reader.
pub fn group(class: &str, children: Vec<View>) -> View {
    element("div").class(class).holding(children)
}

/// A list.
pub fn list(class: &str, items: Vec<View>) -> View {
    let items = items.into_iter().map(|item| element("li").holding(vec![item])).collect();
    element("ul").class(class).holding(items)
}

/// A `details` element: its content opens with a tap on its summary.
pub fn foldout(class: &str, word: Vec<View>, inside: Vec<View>) -> View {
    foldout_on(class, word, On::Nothing, inside)
}

/// A `details` element whose tap also starts an action, so that long content is rendered only when it is opened.
pub fn foldout_on(class: &str, word: Vec<View>, on: On, inside: Vec<View>) -> View {
    let mut children = vec![element("summary").on(on).holding(word)];
    children.extend(inside);
    element("details").class(class).holding(children)
}

/// Text in a live region: a screen reader announces each change.
pub fn said(text: String) -> View {
    element("span").with("role", "status").text(text)
}

/// An icon, hidden from screen readers because the text beside it says the same.
pub fn icon(name: &str) -> View {
    if name.is_empty() {
        return View::nothing();
    }
    element("span").class(&format!("icon icon-{name}")).with("aria-hidden", "true").view()
}

/// A button with a text and an optional icon.
pub fn button(class: &str, pictogram: &str, text: String, on: On) -> View {
    named_button(class, pictogram, text, "", on)
}

/// A button whose accessible name says more than its visible text.
pub fn named_button(class: &str, pictogram: &str, text: String, name: &str, on: On) -> View {
    let button = element("button").with("type", "button").class(class).with("aria-label", name).on(on);
    button.holding(vec![icon(pictogram), View::text(text)])
}

/// A link within the app.
pub fn link(class: &str, pictogram: &str, text: String, href: &str) -> View {
    element("a").class(class).with("href", href).holding(vec![icon(pictogram), View::text(text)])
}

/// A checkbox in a card.
pub fn tick(class: &str, text: String, ticked: bool, on: On) -> View {
    let input = element("input").with("type", "checkbox").with("autocomplete", "off").checked(ticked).on(on);
    element("label").class(class).holding(vec![input.view(), element("span").text(text)])
}

/// A select list with its label. Each option is a value and a text.
pub fn choose(id: &str, label: String, options: Vec<(String, String)>, chosen: String, on: On) -> View {
    let options = options.into_iter().map(|(value, word)| {
        let option = element("option");
        // Needed because an empty `value` attribute differs from no attribute.
        if value.is_empty() { option.flagged("value").text(word) } else { option.with("value", &value).text(word) }
    });
    let select = element("select").id(id).with("autocomplete", "off").value(chosen).on(on);
    let label = element("label").with("for", id).text(label);
    group("field", vec![label, select.holding(options.collect())])
}
