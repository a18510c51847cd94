//! A list of people, each with a few fields.

use leptos::prelude::*;

use super::basic::{choose, live, nothing, tick};

/// One person as typed so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonEntry {
    pub id: u32,
    pub role: String,
    pub name: String,
    pub age: String,
    pub what: String,
    pub name_on_paper: bool,
}

/// An age group to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeOption {
    pub id: String,
    pub text: String,
}

/// The labels; an empty one leaves the field out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeopleTexts {
    pub role: String,
    pub name: String,
    pub age: String,
    pub what: String,
    pub name_on_paper: String,
    pub add: String,
    pub remove: String,
    /// The heading of a person without a role; its number follows.
    pub person: String,
}

/// The list and what can be done with it.
#[derive(Clone)]
pub struct PeopleList {
    /// Unique on the page; the start of the ids.
    pub id: String,
    pub texts: PeopleTexts,
    pub ages: Vec<AgeOption>,
    /// Words to choose a role from.
    pub roles: Vec<String>,
    pub people: Signal<Vec<PersonEntry>>,
    pub on_change: Callback<PersonEntry>,
    pub on_remove: Callback<u32>,
    pub on_add: Callback<()>,
}

/// The people on the screen, with a button to add one.
pub fn people_list(list: PeopleList) -> AnyView {
    let suggestions: Vec<AnyView> =
        list.roles.iter().map(|role| view! { <option value=role.clone()></option> }.into_any()).collect();
    let people = list.people;
    let ids = move || people.with(|people| people.iter().map(|person| person.id).collect::<Vec<_>>());
    let on_add = list.on_add;
    let add = view! {
        <button type="button" class="secondary" id=format!("{}-add", list.id) on:click=move |_| on_add.run(())>{list.texts.add.clone()}</button>
    };
    let roles = roles_id(&list.id);
    view! {
        <datalist id=roles>{suggestions}</datalist>
        <ul class="people">
            <For each=ids key=|id| *id let:person><li>{one(&list, person)}</li></For>
        </ul>
        {add}
    }
    .into_any()
}

fn roles_id(list: &str) -> String {
    format!("{list}-roles")
}

/// Which field of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Role,
    Name,
    What,
    Age,
}

impl Field {
    fn of(self, person: &PersonEntry) -> &str {
        match self {
            Field::Role => &person.role,
            Field::Name => &person.name,
            Field::What => &person.what,
            Field::Age => &person.age,
        }
    }

    fn set(self, person: &mut PersonEntry, text: String) {
        match self {
            Field::Role => person.role = text,
            Field::Name => person.name = text,
            Field::What => person.what = text,
            Field::Age => person.age = text,
        }
    }
}

/// One person of the list.
fn one(list: &PeopleList, id: u32) -> AnyView {
    let people = list.people;
    let entry = Signal::derive(move || {
        people.with(|people| people.iter().find(|person| person.id == id).cloned().unwrap_or_default())
    });
    let legend = list.texts.person.clone();
    let legend = Signal::derive(move || {
        let position = people.with(|people| people.iter().position(|person| person.id == id).unwrap_or(0) + 1);
        let role = entry.with(|entry| entry.role.trim().to_owned());
        if role.is_empty() { format!("{legend} {position}") } else { role }
    });
    let texts = &list.texts;
    let fields = [(Field::Role, &texts.role), (Field::Name, &texts.name), (Field::What, &texts.what)];
    let mut inside: Vec<AnyView> = fields.into_iter().map(|(field, label)| typed(list, entry, field, label)).collect();
    inside.push(age(list, entry));
    inside.push(allow(list, entry));
    let on_remove = list.on_remove;
    let remove = texts.remove.clone();
    let named = Signal::derive(move || format!("{remove}: {}", legend.get()));
    inside.push(
        view! {
            <button type="button" class="remove" aria-label=named on:click=move |_| on_remove.run(id)>{texts.remove.clone()}</button>
        }
        .into_any(),
    );
    view! { <fieldset class="person"><legend>{legend}</legend>{inside}</fieldset> }.into_any()
}

fn change(list: &PeopleList, entry: Signal<PersonEntry>, field: Field) -> Callback<String> {
    let on_change = list.on_change;
    Callback::new(move |text: String| {
        let mut changed = entry.get_untracked();
        field.set(&mut changed, text);
        on_change.run(changed);
    })
}

/// A one-line field, or nothing without a label.
fn typed(list: &PeopleList, entry: Signal<PersonEntry>, field: Field, label: &str) -> AnyView {
    if label.is_empty() {
        return nothing();
    }
    let id = format!("{}-{}-{field:?}", list.id, entry.get_untracked().id);
    let value = Signal::derive(move || entry.with(|entry| field.of(entry).to_owned()));
    let on_input = change(list, entry, field);
    let roles = (field == Field::Role).then(|| roles_id(&list.id));
    view! {
        <div class="field">
            <label for=id.clone()>{label.to_owned()}</label>
            <input id=id type="text" list=roles autocomplete="off" prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))/>
        </div>
    }
    .into_any()
}

fn age(list: &PeopleList, entry: Signal<PersonEntry>) -> AnyView {
    if list.texts.age.is_empty() {
        return nothing();
    }
    let id = format!("{}-{}-{:?}", list.id, entry.get_untracked().id, Field::Age);
    let mut options = vec![(String::new(), String::new())];
    options.extend(list.ages.iter().map(|age| (age.id.clone(), age.text.clone())));
    let chosen = Signal::derive(move || entry.with(|entry| entry.age.clone()));
    choose(id, list.texts.age.clone(), options, chosen, change(list, entry, Field::Age))
}

/// Whether the name may be on paper; asked once there is a name.
fn allow(list: &PeopleList, entry: Signal<PersonEntry>) -> AnyView {
    let label = list.texts.name_on_paper.clone();
    if label.is_empty() {
        return nothing();
    }
    let on_change = list.on_change;
    let named = Memo::new(move |_| entry.with(|entry| !entry.name.trim().is_empty()));
    let ticked = Signal::derive(move || entry.with(|entry| entry.name_on_paper));
    let tap = Callback::new(move |on| on_change.run(PersonEntry { name_on_paper: on, ..entry.get_untracked() }));
    live(move || if named.get() { tick("mark", label.clone(), ticked, tap) } else { nothing() })
}
