//! All answers, in groups, each with a link to change it that leads back here.

use leptos::prelude::*;

use super::flag;
use crate::model::content::Page;
use crate::model::dossier::{Dossier, Event};
use crate::model::journey;
use crate::model::route::Route;
use crate::model::sheet::audience::Medium;
use crate::model::sheet::so_far::{self, Group, Row};
use crate::ui::actions;
use crate::ui::components::basic::{button, group, heading, list, live, nothing, paragraph, section, title};
use crate::ui::components::words;
use crate::ui::context::{Command, Context};

/// The overview.
pub fn page(app: Context) -> AnyView {
    let empty = move || {
        if app.dossier.with(Dossier::is_empty) { paragraph("help", app.text("check.all-empty")) } else { nothing() }
    };
    vec![
        title(app.text("check.title")),
        live(empty),
        live(move || flag::lower(app)),
        live(move || marks(app)),
        live(move || groups(app)),
        live(move || more(app)),
        onward(app),
    ]
    .into_any()
}

/// What the resident wants to talk about.
fn marks(app: Context) -> AnyView {
    let marked = app.both(|facts, dossier| so_far::marked(facts, &dossier.marks, Medium::OwnScreen));
    if marked.is_empty() {
        return nothing();
    }
    let lines = marked.into_iter().map(IntoAny::into_any).collect();
    section("", vec![heading(app.text("mark.is-set")), list("", lines)])
}

fn groups(app: Context) -> AnyView {
    let groups = app.both(|facts, dossier| so_far::groups(facts, Medium::OwnScreen, &dossier.paper.kept));
    groups.into_iter().map(|shown| one_group(app, shown)).collect::<Vec<_>>().into_any()
}

fn one_group(app: Context, group: Group) -> AnyView {
    let name = app.fact(|facts| so_far::heading(facts, &group));
    let rows: Vec<AnyView> = group.rows.into_iter().filter(|row| row.counts).map(|shown| row(app, shown)).collect();
    let rows = view! { <dl class="check">{rows}</dl> }.into_any();
    section("", vec![heading(name), rows])
}

fn row(app: Context, row: Row) -> AnyView {
    let Row { question, text, answer, counts: _ } = row;
    let empty = answer.is_empty();
    let link = app.text(if empty { "button.fill-in" } else { "button.change" });
    let label = format!("{link}: {text}");
    let marked = app.dossier.with(|dossier| dossier.marks.contains(&question));
    let mark = if marked { paragraph("help", app.text("mark.is-set")) } else { nothing() };
    let told = if empty { app.text("answer.none").into_any() } else { words(answer) };
    let go = move |_| change(app, &question);
    view! {
        <div>
            <dt>{text}</dt>
            <dd>{told}{mark}</dd>
            <dd class="change"><button type="button" aria-label=label on:click=go>{link}</button></dd>
        </div>
    }
    .into_any()
}

/// To the screen of a question; a screen of the longer road is opened for it.
pub fn change(app: Context, question: &str) {
    let Some(place) = app.both_now(|facts, dossier| journey::place_of(facts, dossier, question)) else { return };
    let screen = app.catalogue.with_value(|catalogue| catalogue.screen(place).id.clone());
    app.send(Event::Opened { screen });
    app.returning.set(true);
    let number = app.number(place);
    app.go.run(app.both_now(|facts, _| actions::route_of(facts, number)));
}

/// Areas about which more can be told.
fn more(app: Context) -> AnyView {
    let open = app.fact(|facts| {
        let deep = facts.deep_areas().into_iter().filter(|area| !facts.tells_more(*area));
        let named = deep.map(|area| {
            let id = facts.catalogue.in_area(area, &facts.catalogue.content.flow.roles.more);
            (id, facts.catalogue.content.areas[area].inline.clone())
        });
        named.filter(|(id, _)| facts.is_asked(id)).collect::<Vec<_>>()
    });
    let links = open.into_iter().map(|(id, name)| {
        let text = app.fill("check.more", "{area}", &name);
        button("", "", text, Callback::new(move |()| change(app, &id)))
    });
    list("links", links.collect())
}

fn onward(app: Context) -> AnyView {
    let next = Callback::new(move |()| {
        let here = app.both_now(|facts, dossier| {
            let steps = journey::steps(facts, dossier);
            steps.into_iter().find(|place| facts.catalogue.screen(*place).page == Page::Check)
        });
        let Some(place) = here else { return app.command.run(Command::Back) };
        app.send(Event::Continued { number: app.number(place) });
        let to = app.both_now(|facts, dossier| {
            journey::next(facts, dossier, place).map(|next| actions::route_of(facts, facts.catalogue.number(next)))
        });
        app.go.run(to.unwrap_or(Route::Check));
    });
    group("actions", vec![button("primary", "", app.text("button.next"), next)])
}
