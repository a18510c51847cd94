//! The overview: all answers in groups, each with a link to change it that leads back to this page.

use super::{flag, hint};
use crate::model::overview::{ChangeTarget, Overview, OverviewLine, OverviewPart};
use crate::model::paper::answers_so_far;
use crate::model::plan_rules::gate;
use crate::model::privacy::audience::Medium;
use crate::model::route::PlanPage;
use crate::ui::components::basic::{
    button, foldout, group, heading, link, list, named_button, paragraph, section, title,
};
use crate::ui::components::words;
use crate::ui::context::{Act, App};
use crate::ui::view::{View, element};

/// The overview.
pub fn page(app: App) -> View {
    let overview = Overview::of(&app.facts, &app.dossier);
    let mut parts = vec![title(app.text("check.title"))];
    if app.dossier.is_empty() {
        parts.push(hint(app, "check.all-empty"));
    }
    parts.push(flag::lower(app));
    parts.push(marks(app));
    parts.extend(overview.parts.into_iter().map(|part| one_part(app, part)));
    parts.push(more(app, overview.more));
    parts.push(plan(app));
    let next = app.tap(Act::GoOn(overview.here));
    parts.push(group("actions", vec![button("primary", "", app.text("button.next"), next)]));
    View::many(parts)
}

/// The items the resident wants to talk about.
fn marks(app: App) -> View {
    let marked = answers_so_far::marked(&app.facts, &app.dossier.marks, Medium::OwnScreen);
    if marked.is_empty() {
        return View::nothing();
    }
    let lines = marked.into_iter().map(View::text).collect();
    section("", vec![heading(app.text("mark.is-set")), list("", lines)])
}

fn one_part(app: App, part: OverviewPart) -> View {
    let OverviewPart { heading: name, answered, open } = part;
    let mut inside = vec![heading(name.clone())];
    let word = match (answered.is_empty(), open.first()) {
        (true, Some(first)) => {
            inside.push(nothing_here(app, &name, first));
            "check.questions"
        }
        _ => "check.not-filled-in",
    };
    if !answered.is_empty() {
        inside.push(lines(app, answered));
    }
    if !open.is_empty() {
        // Folded, so that the resident reads the answers first.
        inside.push(foldout("", vec![View::text(app.text(word))], vec![lines(app, open)]));
    }
    section("", inside)
}

/// A part without answers; leaving it empty is allowed.
fn nothing_here(app: App, part: &str, first: &OverviewLine) -> View {
    let word = app.text("message.N28.button");
    let fill_in = leading(app, first, &word, &format!("{word}: {part}"));
    View::many(vec![paragraph("", app.text("message.N28.text")), group("links", vec![fill_in])])
}

fn lines(app: App, lines: Vec<OverviewLine>) -> View {
    let lines = lines.into_iter().map(|shown| line(app, shown)).collect();
    element("dl").class("check").holding(lines)
}

fn line(app: App, line: OverviewLine) -> View {
    let word = app.text(if line.row.answer.is_empty() { "button.fill-in" } else { "button.change" });
    let change = leading(app, &line, &word, &format!("{word}: {}", line.row.text));
    let row = line.row;
    let told = if row.answer.is_empty() { View::text(app.text("answer.none")) } else { words(&row.answer) };
    let marked = app.dossier.marks.contains(&row.question);
    let mark = if marked { hint(app, "mark.is-set") } else { View::nothing() };
    group(
        "",
        vec![
            element("dt").text(row.text),
            element("dd").holding(vec![told, mark]),
            element("dd").class("change").holding(vec![change]),
        ],
    )
}

/// The button that leads to a question; none if no screen asks it now.
fn leading(app: App, line: &OverviewLine, word: &str, name: &str) -> View {
    let act = match line.leads_to {
        Some(ChangeTarget::Screen(_)) => Act::Change(line.row.question.clone()),
        Some(ChangeTarget::Plan) => Act::Go(PlanPage::Hub.route(0)),
        None => return View::nothing(),
    };
    named_button("", "", word.to_owned(), name, app.tap(act))
}

/// Areas in which the resident can answer more questions.
fn more(app: App, areas: Vec<(usize, String)>) -> View {
    let links = areas.into_iter().map(|(area, question)| {
        let text = app.fill("check.more", "{area}", &app.catalogue.content.areas[area].inline);
        button("", "", text, app.tap(Act::Change(question)))
    });
    list("links", links.collect())
}

/// The link to the own plan with the circle, while it may be made.
fn plan(app: App) -> View {
    if !gate::is_open(&app.facts) {
        return View::nothing();
    }
    let content = &app.catalogue.content.plan;
    let way = link("secondary", "mensen", content.text("page.menu").to_owned(), &PlanPage::Hub.route(0).fragment());
    section("", vec![paragraph("", content.text("page.overview-help").to_owned()), way])
}
