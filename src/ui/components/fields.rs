//! Fields to type in. Every one of them forbids the browser to remember what was typed.

use leptos::prelude::*;

/// What names and describes a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldNames {
    pub id: String,
    /// The label; empty where another element names the field.
    pub label: String,
    /// Id of the element that names the field.
    pub labelled_by: String,
    /// Ids of the elements that describe it.
    pub described_by: String,
}

impl FieldNames {
    fn label(&self) -> AnyView {
        if self.label.is_empty() {
            return ().into_any();
        }
        view! { <label for=self.id.clone()>{self.label.clone()}</label> }.into_any()
    }

    fn named(&self) -> Option<String> {
        (!self.labelled_by.is_empty()).then(|| self.labelled_by.clone())
    }
}

/// A field for own words, with what still fits.
pub fn text_field(
    names: FieldNames,
    rows: u32,
    value: Signal<String>,
    count: Signal<String>,
    invalid: Signal<bool>,
    on_input: Callback<String>,
) -> AnyView {
    let count_id = format!("{}-count", names.id);
    let described = format!("{count_id} {}", names.described_by);
    view! {
        <div class="own">
            {names.label()}
            <textarea id=names.id.clone() rows=rows.to_string() autocomplete="off" autocapitalize="sentences" spellcheck="false"
                aria-labelledby=names.named() aria-describedby=described aria-invalid=said(invalid)
                prop:value=value on:input=move |event| on_input.run(event_target_value(&event))></textarea>
            <p class="count" id=count_id>{count}</p>
        </div>
    }
    .into_any()
}

/// A field for a whole number with its unit.
pub fn number_field(
    names: FieldNames,
    unit: Signal<String>,
    value: Signal<String>,
    invalid: Signal<bool>,
    on_input: Callback<String>,
) -> AnyView {
    let unit_id = format!("{}-unit", names.id);
    let described = format!("{unit_id} {}", names.described_by);
    view! {
        <div class="number">
            {names.label()}
            <input id=names.id.clone() type="text" inputmode="numeric" autocomplete="off" aria-labelledby=names.named()
                aria-describedby=described aria-invalid=said(invalid)
                prop:value=value on:input=move |event| on_input.run(event_target_value(&event))/>
            <span id=unit_id>{unit}</span>
        </div>
    }
    .into_any()
}

/// A field for a day.
pub fn date_field(
    names: FieldNames,
    value: Signal<String>,
    invalid: Signal<bool>,
    on_input: Callback<String>,
) -> AnyView {
    view! {
        <div class="date">
            {names.label()}
            <input id=names.id.clone() type="date" autocomplete="off" aria-labelledby=names.named()
                aria-describedby=names.described_by.clone() aria-invalid=said(invalid)
                prop:value=value on:input=move |event| on_input.run(event_target_value(&event))/>
        </div>
    }
    .into_any()
}

fn said(invalid: Signal<bool>) -> Signal<Option<String>> {
    Signal::derive(move || invalid.get().then(|| "true".to_owned()))
}
