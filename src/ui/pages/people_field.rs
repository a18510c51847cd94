//! People: household members, people nearby, and helpers.

use super::field;
use super::long_list::{more, so_far};
use crate::model::catalogue::Asked;
use crate::model::content::PeopleFields;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::{LONGEST, Person, is_too_long};
use crate::model::paper;
use crate::ui::components::basic::paragraphs;
use crate::ui::components::{AgeField, FieldParts, PersonView, people_list};
use crate::ui::context::{Act, App, AskedFor, InputField, PersonPart, Tick};
use crate::ui::view::View;

/// The list of people of a question, one part at a time.
pub fn people(app: App, asked: &Asked, fields: PeopleFields, part: usize) -> View {
    let id = &asked.question.id;
    let people: &[Person] = match app.facts.raw(id) {
        Some(Answer::People(people)) => people,
        _ => &[],
    };
    let (shown, left) = in_reach(people, so_far(people.len(), part * app.parts_of(id)), app);
    let shown = shown.into_iter().map(|(index, person)| one(app, asked, fields, index, person));
    let household = fields == PeopleFields::Household;
    let add = app.text(if household { "people.add-household" } else { "people.add" });
    let on_add = app.tap(Act::AddPerson { question: id.clone() });
    let more = left.first().map(|first| {
        let of = app.facts.words_of(asked.question);
        let next = so_far(left.len(), part);
        more(app, id, next, of, format!("{id}-{}-{:?}", first.id, PersonPart::Role))
    });
    let more = more.unwrap_or_else(View::nothing);
    let list = people_list(id, &roles(app), shown.collect(), more, add, on_add);
    View::many(vec![suggestions(app, asked), list, findings(app, id)])
}

/// Returns the people to show, each with their index (the first ones and the person just added or changed), and the
/// others.
fn in_reach<'p>(people: &'p [Person], first: usize, app: App) -> (Vec<(usize, &'p Person)>, Vec<&'p Person>) {
    let (mut shown, mut left) = (Vec::new(), Vec::new());
    for (index, person) in people.iter().enumerate() {
        if index < first || person.role.is_empty() || app.has_asked(AskedFor::Line(person.id)) {
            shown.push((index, person));
        } else {
            left.push(person);
        }
    }
    (shown, left)
}

fn one(app: App, asked: &Asked, fields: PeopleFields, index: usize, person: &Person) -> PersonView {
    let question = &asked.question.id;
    let household = fields == PeopleFields::Household;
    let role = person.role.trim();
    let legend = if role.is_empty() { format!("{} {}", app.text("people.one"), index + 1) } else { role.to_owned() };
    let mut parts = vec![part(app, question, person, PersonPart::Role, "people.role", &person.role)];
    if !household {
        parts.push(part(app, question, person, PersonPart::Name, "people.name", &person.name));
    }
    if fields == PeopleFields::Helpers {
        parts.push(part(app, question, person, PersonPart::What, "people.what", &person.what));
    }
    let mut ticks = Vec::new();
    // Asks whether the name may be on paper only once there is a name.
    if !household && !person.name.trim().is_empty() {
        let tick = app.tick(Tick::Name { question: question.clone(), person: person.id });
        ticks.push((app.text("people.name-on-paper"), person.name_on_paper, tick));
    }
    if fields == PeopleFields::Helpers {
        let tick = app.tick(Tick::Steady { question: question.clone(), person: person.id });
        ticks.push((app.text("people.steady"), person.steady, tick));
    }
    PersonView {
        id: format!("{question}-{}", person.id),
        legend,
        fields: parts,
        invalid: app.fill("message.N23.text", "{n}", &LONGEST.to_string()),
        age: household.then(|| age(app, asked, person)),
        ticks,
        remove: app.text("people.remove"),
        on_remove: app.tap(Act::RemovePerson { question: question.clone(), person: person.id }),
    }
}

fn part(app: App, question: &str, person: &Person, part: PersonPart, label: &str, value: &str) -> FieldParts {
    FieldParts {
        id: format!("{question}-{}-{part:?}", person.id),
        label: app.text(label),
        labelled_by: String::new(),
        described_by: String::new(),
        value: value.to_owned(),
        invalid: part != PersonPart::What && is_too_long(value),
        on: app.field(InputField::Person { question: question.to_owned(), person: person.id, part }),
    }
}

fn age(app: App, asked: &Asked, person: &Person) -> AgeField {
    let FieldParts { id, label, value, on, .. } =
        part(app, &asked.question.id, person, PersonPart::Age, "people.age", &person.age);
    let mut options = vec![(String::new(), String::new())];
    options.extend(asked.options.iter().map(|option| (option.id.clone(), option.text.clone())));
    AgeField { id, label, options, chosen: value, on }
}

/// Findings in the texts about people; they are corrected in the fields above.
fn findings(app: App, question: &str) -> View {
    let found = paper::held_back_in(&app.facts, &app.dossier.paper, question);
    field::found(app, question, found, &Act::Focus(format!("{question}-add")))
}

/// Suggestions for people who could help in an area: roles to think of, never names.
fn suggestions(app: App, asked: &Asked) -> View {
    let Some(area) = asked.area.map(|area| &app.catalogue.content.areas[area]) else { return View::nothing() };
    let mut lines = Vec::new();
    if !area.helpers.is_empty() {
        lines.push(format!("{} {}.", app.text("people.suggestions"), area.helpers.join(", ")));
    }
    if !area.nearby_advice.is_empty() {
        lines.push(area.nearby_advice.clone());
    }
    paragraphs("help", &lines)
}

/// The roles to choose from.
fn roles(app: App) -> Vec<String> {
    let texts = app.catalogue.content.texts.iter();
    texts.filter(|(key, _)| key.starts_with("people.role-list.")).map(|(_, text)| text.clone()).collect()
}
