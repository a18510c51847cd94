//! The plain parts every page is made of. Few shapes, used everywhere: each further shape of a view costs the resident
//! bytes, using one again costs almost nothing.

use leptos::prelude::*;

/// Something that follows from signals.
///
/// The closure is boxed, so that all of them are one type.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let boxed: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    boxed.into_any()
}

/// Text that follows from signals.
pub fn live_text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    Signal::derive(text).into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// The heading of the page; it gets focus when the page comes on.
pub fn title(text: String) -> AnyView {
    view! { <h1 id="title" tabindex="-1">{text}</h1> }.into_any()
}

/// A heading below that of the page.
pub fn heading(text: String) -> AnyView {
    view! { <h2>{text}</h2> }.into_any()
}

/// A paragraph; `class` may be empty.
pub fn paragraph(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}

/// A paragraph each.
pub fn paragraphs(class: &'static str, texts: Vec<String>) -> AnyView {
    texts.into_iter().map(|text| paragraph(class, text)).collect::<Vec<_>>().into_any()
}

/// A section with a class of its own.
pub fn section(class: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <section class=class>{children}</section> }.into_any()
}

/// A box without a meaning of its own.
pub fn group(class: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{children}</div> }.into_any()
}

/// A list.
pub fn list(class: &'static str, items: Vec<AnyView>) -> AnyView {
    let items: Vec<AnyView> = items.into_iter().map(|item| view! { <li>{item}</li> }.into_any()).collect();
    view! { <ul class=class>{items}</ul> }.into_any()
}

/// A pictogram; the word beside it says the same.
pub fn icon(name: &str) -> AnyView {
    if name.is_empty() {
        return nothing();
    }
    view! { <span class=format!("icon icon-{name}") aria-hidden="true"></span> }.into_any()
}

/// A button with a word, and a pictogram where it has one.
pub fn button(class: &'static str, pictogram: &str, text: String, on_tap: Callback<()>) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| on_tap.run(())>{icon(pictogram)}{text}</button> }
        .into_any()
}

/// A link within the app.
pub fn link(class: &'static str, pictogram: &str, text: String, href: String) -> AnyView {
    view! { <a class=class href=href>{icon(pictogram)}{text}</a> }.into_any()
}

/// A card to tick.
pub fn tick(class: &'static str, text: String, ticked: Signal<bool>, on_tap: Callback<bool>) -> AnyView {
    view! {
        <label class=class>
            <input type="checkbox" autocomplete="off" prop:checked=ticked on:change=move |event| on_tap.run(event_target_checked(&event))/>
            <span>{text}</span>
        </label>
    }
    .into_any()
}

/// A list to choose one from, with its label.
pub fn choose(
    id: String,
    label: String,
    options: Vec<(String, String)>,
    chosen: Signal<String>,
    on_choose: Callback<String>,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(value, text)| {
            let mine = value.clone();
            let selected = Signal::derive(move || chosen.with(|chosen| *chosen == mine));
            view! { <option value=value prop:selected=selected>{text}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id autocomplete="off" on:change=move |event| on_choose.run(event_target_value(&event))>{options}</select>
        </div>
    }
    .into_any()
}
