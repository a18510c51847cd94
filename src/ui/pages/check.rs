//! All answers, in groups, each with a link to change it that leads back here.

use super::{flag, hint};
use crate::model::content::Page;
use crate::model::journey;
use crate::model::plan::gate;
use crate::model::route::PlanPage;
use crate::model::sheet::audience::Medium;
use crate::model::sheet::so_far::{self, Group, Row};
use crate::ui::components::basic::{
    button, foldout, group, heading, link, list, named_button, paragraph, section, title,
};
use crate::ui::components::words;
use crate::ui::context::{Act, App};
use crate::ui::view::{View, element};

/// The overview.
pub fn page(app: App) -> View {
    let mut parts = vec![title(app.text("check.title"))];
    if app.dossier.is_empty() {
        parts.push(hint(app, "check.all-empty"));
    }
    parts.push(flag::lower(app));
    parts.push(marks(app));
    for shown in so_far::groups(&app.facts, Medium::OwnScreen, &app.dossier.paper.kept) {
        parts.push(one_group(app, shown));
    }
    parts.push(more(app));
    parts.push(plan(app));
    parts.push(onward(app));
    View::many(parts)
}

/// What the resident wants to talk about.
fn marks(app: App) -> View {
    let marked = so_far::marked(&app.facts, &app.dossier.marks, Medium::OwnScreen);
    if marked.is_empty() {
        return View::nothing();
    }
    let lines = marked.into_iter().map(View::text).collect();
    section("", vec![heading(app.text("mark.is-set")), list("", lines)])
}

fn one_group(app: App, group: Group) -> View {
    let name = so_far::heading(&app.facts, &group);
    let counts = group.rows.into_iter().filter(|row| row.counts);
    let (empty, told): (Vec<Row>, Vec<Row>) = counts.partition(|row| row.answer.is_empty());
    if told.is_empty() && empty.is_empty() {
        return View::nothing();
    }
    let mut inside = vec![heading(name.clone())];
    let word = match (told.is_empty(), empty.first()) {
        (true, Some(first)) => {
            inside.push(nothing_here(app, &name, first.question.clone()));
            "check.questions"
        }
        _ => "check.not-filled-in",
    };
    if !told.is_empty() {
        inside.push(rows(app, told));
    }
    if !empty.is_empty() {
        // Folded away: what was told is looked over first.
        inside.push(foldout("", vec![View::text(app.text(word))], vec![rows(app, empty)]));
    }
    section("", inside)
}

/// A part in which nothing was filled in: that is allowed.
fn nothing_here(app: App, part: &str, first: String) -> View {
    let word = app.text("message.N28.button");
    let name = format!("{word}: {part}");
    let fill_in = named_button("", "", word, &name, app.tap(Act::Change(first)));
    View::many(vec![paragraph("", app.text("message.N28.text")), group("links", vec![fill_in])])
}

fn rows(app: App, rows: Vec<Row>) -> View {
    let rows = rows.into_iter().map(|shown| row(app, shown)).collect();
    element("dl").class("check").holding(rows)
}

fn row(app: App, row: Row) -> View {
    let Row { question, text, answer, counts: _ } = row;
    let link = app.text(if answer.is_empty() { "button.fill-in" } else { "button.change" });
    let name = format!("{link}: {text}");
    let told = if answer.is_empty() { View::text(app.text("answer.none")) } else { words(&answer) };
    let marked = app.dossier.marks.contains(&question);
    let mark = if marked { hint(app, "mark.is-set") } else { View::nothing() };
    let change = named_button("", "", link, &name, app.tap(Act::Change(question)));
    group(
        "",
        vec![
            element("dt").text(text),
            element("dd").holding(vec![told, mark]),
            element("dd").class("change").holding(vec![change]),
        ],
    )
}

/// Areas about which more can be told.
fn more(app: App) -> View {
    let mut links = Vec::new();
    for area in app.facts.deep_areas() {
        let id = app.catalogue.in_area(area, &app.catalogue.content.flow.roles.more);
        if !app.facts.tells_more(area) && app.facts.is_asked(&id) {
            let text = app.fill("check.more", "{area}", &app.catalogue.content.areas[area].inline);
            links.push(button("", "", text, app.tap(Act::Change(id))));
        }
    }
    list("links", links)
}

/// The own plan with the circle, while there may be one.
fn plan(app: App) -> View {
    if !gate::is_open(&app.facts) {
        return View::nothing();
    }
    let content = &app.catalogue.content.plan;
    let way = link("secondary", "mensen", content.text("page.menu").to_owned(), &PlanPage::Hub.route(0).fragment());
    section("", vec![paragraph("", content.text("page.overview-help").to_owned()), way])
}

fn onward(app: App) -> View {
    let steps = journey::steps(&app.facts, &app.dossier);
    let here = steps.into_iter().find(|place| app.catalogue.screen(*place).page == Page::Check);
    let next = app.tap(here.map_or(Act::Back, Act::GoOn));
    group("actions", vec![button("primary", "", app.text("button.next"), next)])
}
