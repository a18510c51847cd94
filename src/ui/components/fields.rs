//! Input fields. Each one tells the browser not to remember what was typed.

use super::basic::group;
use crate::ui::view::{Element, On, View, element};

/// Name, description, value and handler of a field.
#[derive(Clone)]
pub struct FieldParts {
    pub id: String,
    /// The label; empty if another element names the field.
    pub label: String,
    /// Id of the element that names the field.
    pub labelled_by: String,
    /// Ids of the elements that describe the field.
    pub described_by: String,
    pub value: String,
    pub invalid: bool,
    pub on: On,
}

impl FieldParts {
    fn label(&self) -> View {
        if self.label.is_empty() {
            return View::nothing();
        }
        element("label").with("for", &self.id).text(self.label.clone())
    }

    fn fill(&self, field: Element, described_by: &str) -> Element {
        let field = field.id(&self.id).with("autocomplete", "off").with("aria-labelledby", &self.labelled_by);
        let field = field.with("aria-describedby", described_by);
        let field = field.with("aria-invalid", if self.invalid { "true" } else { "" });
        field.value(self.value.clone()).on(self.on.clone())
    }
}

/// A field for free text, with the number of characters left.
pub fn text_field(parts: &FieldParts, rows: &str, count: String) -> View {
    let count_id = format!("{}-count", parts.id);
    let described = format!("{count_id} {}", parts.described_by);
    let field = element("textarea").with("rows", rows).with("autocapitalize", "sentences").with("spellcheck", "false");
    let field = parts.fill(field, described.trim_end());
    group("own", vec![parts.label(), field.view(), element("p").class("count").id(&count_id).text(count)])
}

/// A field for a whole number with its unit.
pub fn number_field(parts: &FieldParts, unit: String) -> View {
    let unit_id = format!("{}-unit", parts.id);
    let described = format!("{unit_id} {}", parts.described_by);
    let field = parts.fill(element("input").with("type", "text").with("inputmode", "numeric"), &described);
    group("number", vec![parts.label(), field.view(), element("span").id(&unit_id).text(unit)])
}

/// A date field.
pub fn date_field(parts: &FieldParts) -> View {
    let field = parts.fill(element("input").with("type", "date"), &parts.described_by);
    group("date", vec![parts.label(), field.view()])
}

/// A single-line field; `suggestions` is the id of a `datalist`, or empty.
pub fn line_field(parts: &FieldParts, suggestions: &str) -> View {
    let field = parts.fill(element("input").with("type", "text").with("list", suggestions), &parts.described_by);
    group("field", vec![parts.label(), field.view()])
}
