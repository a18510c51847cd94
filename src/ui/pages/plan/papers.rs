//! The papers and the calendar file of the plan: each on a page of its own, and printed separately.

use std::collections::BTreeSet;

use super::super::long_list::{LongList, PART};
use super::link_lines::{LinkLine, leads, under};
use super::{done, head, help_line};
use crate::model::content::Sheet;
use crate::model::paper::calendar;
use crate::model::paper::document::Document;
use crate::model::paper::plan_voice::{self, PlanVoice};
use crate::model::paper::{LeftOver, cards, own_plan};
use crate::model::plan::PersonId;
use crate::model::plan_rules::findings;
use crate::model::plan_rules::pages;
use crate::model::plan_rules::stops::{self, Stop};
use crate::model::privacy::audience::{Medium, may_hold_field};
use crate::model::route::{PlanPage, Route};
use crate::ui::actions;
use crate::ui::components::basic::{button, group, list, paragraph, section};
use crate::ui::components::{Size, document_view};
use crate::ui::context::{Act, App};
use crate::ui::pages::{extras, paper, sharing};
use crate::ui::view::{View, element};

/// The list of papers.
pub fn page(app: App, voice: &PlanVoice) -> View {
    let line = |key: &str, route: Route| (voice.text(key).to_owned(), String::new(), route.fragment());
    let mut lines = vec![line("page.sheet", PlanPage::Sheet.route(0)), line("page.fridge", PlanPage::Fridge.route(0))];
    lines.push(line("page.cards", PlanPage::Cards.route(0)));
    let helpers: Vec<_> = cards::helpers(&app.facts, &app.dossier)
        .into_iter()
        .map(|person| (voice.name(person), String::new(), PlanPage::Helper.route(person.0).fragment()))
        .collect();
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.papers")),
        help_line(voice, "page.papers-help"),
        leads(lines),
        if helpers.is_empty() {
            View::nothing()
        } else {
            under(voice.text("page.helper-cards").to_owned(), vec![leads(helpers)])
        },
        calendar(app, voice),
        done(app, voice, PlanPage::Hub),
    ])
}

/// The plan for the desk.
pub fn sheet(app: App, voice: &PlanVoice) -> View {
    let top = head(app, PlanPage::Papers.route(0), voice.text("page.sheet"));
    let stops = stops::stops(&app.facts, voice.plan, &voice.people, Sheet::OwnPlan, &BTreeSet::default());
    if !stops.is_empty() {
        return View::many(vec![top, stopped(app, voice, &stops)]);
    }
    let Some(paper) = own_plan::compose(&app.facts, &app.dossier) else { return top };
    let left_over = left_over(app, voice, &paper.left_over);
    View::many(vec![
        top,
        sharing::clock_doubt(app),
        waiting(app, voice),
        printed(app, voice, &paper.document, Size::Paper),
        left_over,
    ])
}

/// Texts that do not fit on the plan for the desk.
fn left_over(app: App, voice: &PlanVoice, left: &[LeftOver]) -> View {
    if left.is_empty() {
        return View::nothing();
    }
    let lines = LongList { name: "left-over", class: "", part: PART, of: "" };
    let lines = lines.view(app, left.len(), &|place| View::text(left[place].text.clone()));
    under(voice.text("page.left-over").to_owned(), vec![lines])
}

/// The part of the plan for one helper.
pub fn helper(app: App, voice: &PlanVoice, person: PersonId) -> View {
    let Some(document) = cards::helper(&app.facts, &app.dossier, person) else { return page(app, voice) };
    let top = head(app, PlanPage::Papers.route(0), &voice.name(person));
    View::many(vec![top, some_wait(app, voice), printed(app, voice, &document, Size::Card)])
}

/// The page for the fridge: nothing private.
pub fn fridge(app: App, voice: &PlanVoice) -> View {
    let Some(document) = cards::fridge(&app.facts, &app.dossier) else { return page(app, voice) };
    let top = head(app, PlanPage::Papers.route(0), voice.text("page.fridge"));
    let help = help_line(voice, "page.fridge-help");
    View::many(vec![top, help, some_wait(app, voice), printed(app, voice, &document, Size::Wall)])
}

/// A document with its print button, and nothing else that would be printed.
fn printed(app: App, voice: &PlanVoice, document: &Document, size: Size) -> View {
    View::many(vec![
        document_view(document, size, &app.text("label.sheet")),
        paper::print_alone(app),
        group("actions", vec![extras::print_button(app, "primary", "button.print", "paper.print-failed")]),
        help_line(voice, "page.not-sent"),
    ])
}

/// The reasons why printing is stopped, each with a link to correct it.
fn stopped(app: App, voice: &PlanVoice, stops: &[Stop]) -> View {
    let lines = stops.iter().map(|stop| {
        let at = match stop {
            Stop::FearedOnCard(at) | Stop::FearedWatches(at) => Some(*at),
            Stop::Gate | Stop::CardApart => None,
        };
        let mut sentence = stops::sentence(&app.facts, Sheet::OwnPlan, *stop);
        if let Some(at) = at {
            sentence = findings::placed(&app.facts, voice.plan, &voice.people, at, sentence);
        }
        let sentence = paragraph("", sentence);
        let mend = at
            .and_then(pages::mending)
            .map(|page| button("secondary", "", voice.text("button.mend").to_owned(), app.tap(Act::Go(page))));
        group("", std::iter::once(sentence).chain(mend).collect())
    });
    section("notice", vec![list("", lines.collect())])
}

/// Free text that stays off paper while a finding in it needs a decision.
fn waiting(app: App, voice: &PlanVoice) -> View {
    let lines = held_back(app, voice);
    if lines.is_empty() {
        return View::nothing();
    }
    let inside = vec![help_line(voice, "page.waiting-help"), leads(lines)];
    under(voice.text("page.waiting").to_owned(), inside)
}

/// On a paper for other readers this only says that some sentences need a decision; the plan for the desk lists them.
fn some_wait(app: App, voice: &PlanVoice) -> View {
    if held_back(app, voice).is_empty() {
        return View::nothing();
    }
    let there = (voice.text("page.waiting").to_owned(), String::new(), PlanPage::Sheet.route(0).fragment());
    leads(vec![there])
}

/// Returns free texts for paper that need a decision, each with a link to correct it. Text that never goes on paper
/// needs none.
fn held_back(app: App, voice: &PlanVoice) -> Vec<LinkLine> {
    let mut lines = Vec::new();
    for (field_ref, text, _) in plan_voice::held_back(&app.facts, &app.dossier) {
        if may_hold_field(voice.content(), field_ref.field, Medium::DeskPaper) {
            let (page, part) = PlanPage::of_field(field_ref.field, field_ref.part);
            lines.push((text, voice.text("button.mend").to_owned(), page.route(part).fragment()));
        }
    }
    lines
}

/// The dates of the plan as a calendar file.
fn calendar(app: App, voice: &PlanVoice) -> View {
    let mut inside = vec![help_line(voice, "page.calendar-help")];
    if voice.plan.calendar == 0 {
        let make = app.tap(Act::Calendar);
        inside.push(button("secondary", "", voice.text("button.make-calendar").to_owned(), make));
    } else if let Some(file) = calendar::compose(&app.facts, &app.dossier, actions::now().minutes) {
        let address =
            format!("data:text/calendar;charset=utf-8,{}", crate::model::paper::plain_text::in_address(&file));
        let link = element("a")
            .class("secondary")
            .with("href", &address)
            .with("download", &[voice.text("calendar.file"), ".ics"].concat());
        inside.push(link.text(voice.text("button.calendar").to_owned()));
    } else {
        inside.push(help_line(voice, "page.no-days"));
    }
    under(voice.text("page.calendar").to_owned(), inside)
}
