//! A list of people, each with a few fields.

use super::basic::{choose, named_button, paragraph, tick};
use super::fields::{FieldParts, line_field};
use crate::ui::view::{On, View, element};

/// One person with their fields.
#[derive(Clone)]
pub struct PersonView {
    /// Unique on the page.
    pub id: String,
    /// The person's name or role, as shown on the screen.
    pub legend: String,
    pub fields: Vec<FieldParts>,
    /// The error shown at a field with invalid input.
    pub invalid: String,
    /// Label, id, options, chosen value and handler of the list of age groups.
    pub age: Option<AgeField>,
    /// Checkboxes about this person: label, whether it is checked, and handler.
    pub ticks: Vec<(String, bool, On)>,
    pub remove: String,
    pub on_remove: On,
}

/// A list of age groups.
#[derive(Clone)]
pub struct AgeField {
    pub id: String,
    pub label: String,
    /// The id and text of each option.
    pub options: Vec<(String, String)>,
    pub chosen: String,
    pub on: On,
}

/// The people, the content below them, and a button to add one. The first field of each person suggests `roles`.
pub fn people_list(id: &str, roles: &[String], people: Vec<PersonView>, more: View, add: String, on_add: On) -> View {
    let roles_id = format!("{id}-roles");
    let roles = roles.iter().map(|role| element("option").with("value", role).view()).collect();
    let people = people.into_iter().map(|person| {
        let key = person.id.clone();
        element("li").keyed(&key).holding(vec![one(person, &roles_id)])
    });
    View::many(vec![
        element("datalist").id(&roles_id).holding(roles),
        element("ul").class("people").holding(people.collect()),
        more,
        add_button(id, add, on_add),
    ])
}

fn add_button(id: &str, text: String, on: On) -> View {
    let add = element("button").with("type", "button").class("secondary").id(&format!("{id}-add"));
    add.on(on).text(text)
}

fn one(person: PersonView, roles_id: &str) -> View {
    let mut inside = vec![element("legend").text(person.legend.clone())];
    for (index, field) in person.fields.iter().enumerate() {
        inside.push(line_field(field, if index == 0 { roles_id } else { "" }));
        if field.invalid {
            inside.push(paragraph("error", person.invalid.clone()));
        }
    }
    if let Some(AgeField { id, label, options, chosen, on }) = person.age {
        inside.push(choose(&id, label, options, chosen, on));
    }
    for (label, ticked, on) in person.ticks {
        inside.push(tick("mark", label, ticked, on));
    }
    let name = format!("{}: {}", person.remove, person.legend);
    inside.push(named_button("remove", "", person.remove, &name, person.on_remove));
    element("fieldset").class("person").holding(inside)
}
