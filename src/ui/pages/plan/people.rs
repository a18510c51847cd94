//! The circle in more detail: household members, people nearby and helpers, and how each can help. A person is entered
//! once, in the question of the road that asks for them.

use std::rc::Rc;

use super::super::long_list::FEW;
use super::form::Form;
use super::link_lines::{LinkLine, many_leads, under};
use super::{done, head, help_line};
use crate::model::content::{Field, PeopleFields};
use crate::model::journey;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::person::Knows;
use crate::model::plan::{PersonId, PlanEvent, PlanItem, Then, needs_of};
use crate::model::plan_rules::circle::{Among, Member};
use crate::model::route::PlanPage;
use crate::ui::components::basic::{button, choose, foldout, group, paragraph};
use crate::ui::context::{Act, App};
use crate::ui::pages::people_field;
use crate::ui::pages::question::{self, Heading};
use crate::ui::pages::undo;
use crate::ui::view::{On, View};

/// For a resident tired of help, this many people are enough.
const ENOUGH: usize = 2;
/// How someone can help, whether they agreed, and their phone number.
const MEANS: [Field; 6] = [Field::Can, Field::Knows, Field::Adult, Field::LivedIt, Field::OffersPlace, Field::Phone];

pub fn page(app: App, voice: &PlanVoice) -> View {
    let mut parts = vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.people")),
        help_line(voice, "page.people-help"),
        names(app, voice),
        hints(app, voice),
    ];
    let lists = [
        (PeopleFields::Household, "page.household"),
        (PeopleFields::Circle, "page.circle"),
        (PeopleFields::Helpers, "page.helpers"),
    ];
    for (fields, key) in lists {
        let asked = voice.asks_for(fields).and_then(|question| app.catalogue.question(question));
        if let Some(asked) = asked {
            parts.push(under(
                voice.text(key).to_owned(),
                vec![people_field::people(app, asked, fields, FEW), undo::answer(app, &asked.question.id)],
            ));
        }
        if fields == PeopleFields::Circle {
            parts.push(nobody(app, voice));
        }
    }
    parts.push(not_fitting(app, voice));
    parts.push(done(app, voice, PlanPage::Hub));
    View::many(parts)
}

/// A resident who entered no people yet chooses which kind of person to look for, and reads where.
fn nobody(app: App, voice: &PlanVoice) -> View {
    let looks_for = &voice.content().roles.nobody;
    if voice.people.circle().count() > 0 || !app.facts.is_asked(looks_for) {
        return View::nothing();
    }
    under(voice.text("page.nobody").to_owned(), vec![super::asked(app, looks_for)])
}

/// Everyone in the plan, each with a page of their own.
fn names(app: App, voice: &PlanVoice) -> View {
    let members: Vec<&Member> = voice.people.all().collect();
    let line = |place: usize| name(voice, members[place]);
    many_leads(app, "people", voice.text("page.people"), members.len(), &line)
}

fn name(voice: &PlanVoice, member: &Member) -> LinkLine {
    let state = match (member.among, member.about.knows) {
        (Among::Circle | Among::Helpers, Knows::Yes) => voice.text("page.says-yes"),
        _ => "",
    };
    (voice.name(member.id), state.to_owned(), PlanPage::Person.route(member.id.0).fragment())
}

/// A suggestion, never an obligation.
fn hints(app: App, voice: &PlanVoice) -> View {
    let circle = voice.people.circle().count();
    let tired = app.facts.yes(&voice.content().roles.tired);
    let lived = voice.people.all().any(|member| member.about.lived_it == Some(true));
    let hint = match (tired && circle >= ENOUGH, lived) {
        (true, _) => "hint.two-is-enough",
        (false, false) if circle > 0 => "hint.lived-it",
        _ => "hint.who-called",
    };
    let mut lines = vec![help_line(voice, hint)];
    if hint == "hint.lived-it" {
        lines.push(help_line(voice, "hint.look-for-someone"));
    }
    View::many(lines)
}

fn not_fitting(app: App, voice: &PlanVoice) -> View {
    let mut form = Form::new(app, voice, PlanEvent::NotFitting(voice.plan.not_fitting.clone()), 0);
    form.ask(&[Field::NotFitting]);
    form.view()
}

/// One person.
pub fn one(app: App, voice: &PlanVoice, person: PersonId) -> View {
    let Some(member) = voice.people.get(person) else { return page(app, voice) };
    let about = PlanEvent::PersonDetails { person, about: member.about.clone() };
    let mut form = Form::new(app, voice, about, person.0);
    form.add(head(app, PlanPage::People.route(0), &voice.name(person)));
    let in_house = matches!(member.among, Among::Me | Among::Household);
    form.ask(if in_house { &[Field::FeelsUnsafe] } else { &MEANS });
    form.ask(if member.among == Among::Me { &[] } else { &[Field::Afraid] });
    form.add(View::many(asked_again(app)));
    form.add(removal(app, voice, member));
    form.add(done(app, voice, PlanPage::People));
    form.view()
}

/// The resident marks a feared person here. The safety questions come back at once unless they were answered with yes.
fn asked_again(app: App) -> Vec<View> {
    let again = app.dossier.plan.asks_again.iter();
    again.map(|question| question::item(app, &journey::ScreenItem::Question(question.clone()), Heading::Own)).collect()
}

/// Before a person is removed, asks what happens to the parts of the plan that reference them.
fn removal(app: App, voice: &PlanVoice, member: &Member) -> View {
    if member.among == Among::Me {
        return View::nothing();
    }
    let id = format!("takes-over-{}", member.id.0);
    let chosen = app.typed.iter().find(|(field, _)| *field == id).map_or("", |(_, chosen)| chosen);
    let then = chosen.parse().map_or(Then::StayOpen, |other| Then::GoTo(PersonId(other)));
    let gone = Act::ChangePlan(PlanEvent::Removed(PlanItem::Person(member.id, then)), PlanPage::People);
    let remove = |class| button(class, "", app.text("people.remove"), app.tap(gone.clone()));
    if needs_of(voice.plan, member.id).is_empty() {
        return group("links", vec![remove("remove")]);
    }
    let others = voice.people.all().filter(|other| other.id != member.id && !other.about.afraid);
    let mut options = vec![(String::new(), voice.text("button.stay-open").to_owned())];
    options.extend(others.map(|other| (other.id.0.to_string(), voice.name(other.id))));
    let (context, field) = (app.context, id.clone());
    let over = On::Type(Rc::new(move |other: String| {
        context.change(|state| {
            state.typed.retain(|(kept, _)| *kept != field);
            state.typed.push((field.clone(), other));
        });
    }));
    let inside = vec![
        paragraph("", voice.text("hint.remove-person").to_owned()),
        choose(&id, voice.text("page.takes-over").to_owned(), options, chosen.to_owned(), over),
        remove("secondary"),
    ];
    foldout("", vec![View::text(app.text("people.remove"))], inside)
}
