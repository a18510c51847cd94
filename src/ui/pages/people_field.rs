//! People: who lives in the house, who is near, who helps.

use leptos::prelude::*;

use super::field;

use crate::model::answers::Answer;
use crate::model::catalogue::Asked;
use crate::model::circle::Person;
use crate::model::content::PeopleFields;
use crate::model::dossier::Event;
use crate::model::scan::Finding;
use crate::model::sheet;
use crate::model::words;
use crate::ui::components::basic::{live, nothing, paragraphs};
use crate::ui::components::{AgeOption, PeopleList, PeopleTexts, PersonEntry, people_list};
use crate::ui::context::{Command, Context};

/// The list of people of a question.
pub fn people(app: Context, asked: &Asked, fields: PeopleFields) -> AnyView {
    let id = asked.question.id.clone();
    let reading = id.clone();
    let listed = Signal::derive(move || {
        app.fact(|facts| people_of(facts.raw(&reading))).into_iter().map(entry).collect::<Vec<_>>()
    });
    let save = {
        let id = id.clone();
        Callback::new(move |people: Vec<Person>| {
            let answer = (!people.is_empty()).then_some(Answer::People(people));
            app.send(Event::Answered { question: id.clone(), answer });
        })
    };
    let now = {
        let id = id.clone();
        move || app.facts.with_untracked(|facts| people_of(facts.raw(&id)))
    };
    let (changing, removing, adding) = (now.clone(), now.clone(), now);
    let on_change = Callback::new(move |changed: PersonEntry| {
        let people = changing()
            .into_iter()
            .map(|person| if person.id == changed.id { person_of(changed.clone()) } else { person });
        save.run(people.collect());
    });
    let after_remove = format!("{id}-add");
    let on_remove = Callback::new(move |gone: u32| {
        save.run(removing().into_iter().filter(|person| person.id != gone).collect());
        app.command.run(Command::Focus(after_remove.clone()));
    });
    let on_add = Callback::new(move |()| {
        let mut people = adding();
        people.push(Person::default());
        save.run(people);
    });
    let ages =
        asked.question.options.iter().map(|option| AgeOption { id: option.id.clone(), text: option.text.clone() });
    let telling = id.clone();
    let list = people_list(PeopleList {
        id,
        texts: texts(app, fields),
        ages: ages.collect(),
        roles: roles(app),
        people: listed,
        on_change,
        on_remove,
        on_add,
    });
    vec![suggestions(app, asked), list, live(move || findings(app, &telling))].into_any()
}

/// What was found in what is said about people; to mend it is to change a field above.
fn findings(app: Context, question: &str) -> AnyView {
    let mut found = app.both(|facts, dossier| sheet::held_back_in(facts, &dossier.paper, question));
    // Whether a name may be on paper is asked with the name itself.
    found.retain(|finding| !matches!(finding, Finding::Name(_)));
    let list = format!("{question}-add");
    let mend = Callback::new(move |()| app.command.run(Command::Focus(list.clone())));
    field::found(app, question, found, mend).into_any()
}

/// Who could help, in an area: words to think of, never names.
fn suggestions(app: Context, asked: &Asked) -> AnyView {
    let told = asked.area.map(|area| {
        app.catalogue.with_value(|catalogue| {
            let area = &catalogue.content.areas[area];
            (area.helpers.join(", "), area.nearby_advice.clone())
        })
    });
    let Some((helpers, advice)) = told else { return nothing() };
    let mut lines = Vec::new();
    if !helpers.is_empty() {
        lines.push(format!("{} {helpers}.", app.text("people.suggestions")));
    }
    if !advice.is_empty() {
        lines.push(advice);
    }
    paragraphs("help", lines)
}

fn texts(app: Context, fields: PeopleFields) -> PeopleTexts {
    let only = |wanted: bool, key: &str| if wanted { app.text(key) } else { String::new() };
    let household = fields == PeopleFields::Household;
    PeopleTexts {
        role: app.text("people.role"),
        name: only(!household, "people.name"),
        age: only(household, "people.age"),
        what: only(fields == PeopleFields::Helpers, "people.what"),
        name_on_paper: only(!household, "people.name-on-paper"),
        add: app.text(if household { "people.add-household" } else { "people.add" }),
        remove: app.text("people.remove"),
        person: app.text("people.one"),
    }
}

/// The roles to choose from.
fn roles(app: Context) -> Vec<String> {
    app.catalogue.with_value(|catalogue| {
        let texts = catalogue.content.texts.iter();
        texts.filter(|(key, _)| key.starts_with("people.role-list.")).map(|(_, text)| text.clone()).collect()
    })
}

fn people_of(answer: Option<&Answer>) -> Vec<Person> {
    match answer {
        Some(Answer::People(people)) => people.clone(),
        _ => Vec::new(),
    }
}

fn entry(person: Person) -> PersonEntry {
    let Person { id, role, name, age, what, name_on_paper } = person;
    PersonEntry { id, role, name, age, what, name_on_paper }
}

/// A person as typed, without what cannot be seen.
fn person_of(entry: PersonEntry) -> Person {
    let clean = |text: String| words::clean(&text).text;
    Person {
        id: entry.id,
        role: clean(entry.role),
        name: clean(entry.name),
        age: entry.age,
        what: clean(entry.what),
        name_on_paper: entry.name_on_paper,
    }
}
