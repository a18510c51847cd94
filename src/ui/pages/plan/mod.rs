//! The circle's own plan: a page with all parts, a page for each part, and one for each piece of it.
//!
//! Every page is drawn from a `PlanVoice`, which is not there while the gate is closed; then there is one calm page.

mod agreements;
mod cards;
mod closing;
mod demands;
mod form;
mod goal;
mod hub;
mod ladder;
mod lines;
mod papers;
mod people;
mod reviews;

use super::frame::message;
use super::question::{self, Heading};
use super::{flag, undo};
use crate::model::content::{FlagDoes, Sheet};
use crate::model::dossier::Notice;
use crate::model::flag::Flag;
use crate::model::journey::Item;
use crate::model::paper::audience::Medium;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::paper::{Offered, offered};
use crate::model::plan::{AgreementId, DemandId, PersonId, gate};
use crate::model::route::{PlanPage, Route};
use crate::model::update::Event;
use crate::ui::components::basic::{button, group, icon, link, paragraph, title};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

/// A page of the plan. `part` is the number of the piece it is about, where it is about one.
pub fn page(app: App, page: PlanPage, part: u32) -> View {
    let Some(voice) = PlanVoice::new(&app.facts, &app.dossier, Medium::OwnScreen) else { return closed(app) };
    let voice = &voice;
    let is_about_people = matches!(page, PlanPage::People | PlanPage::Person);
    if !is_about_people && app.dossier.notices.contains(&Notice::WhoIsFeared) {
        return who_is_feared(app);
    }
    let body = match page {
        PlanPage::Hub => hub::page(app, voice),
        PlanPage::People => people::page(app, voice),
        PlanPage::Person => people::one(app, voice, PersonId(part)),
        PlanPage::Goal => goal::page(app, voice),
        PlanPage::Demands => demands::page(app, voice),
        PlanPage::Demand => demands::one(app, voice, DemandId(part)),
        PlanPage::Agreements => agreements::page(app, voice),
        PlanPage::Agreement => agreements::one(app, voice, AgreementId(part)),
        PlanPage::Ladder => ladder::page(app, voice),
        PlanPage::Steps => ladder::one(app, voice, PersonId(part)),
        PlanPage::Cards => cards::page(app, voice),
        PlanPage::Card => cards::one(app, voice, PersonId(part)),
        PlanPage::Reviews => reviews::page(app, voice),
        PlanPage::Review => reviews::one(app, voice, part),
        PlanPage::Closing => closing::page(app, voice),
        PlanPage::Papers => papers::page(app, voice),
        PlanPage::Sheet => papers::sheet(app, voice),
        PlanPage::Helper => papers::helper(app, voice, PersonId(part)),
        PlanPage::Fridge => papers::fridge(app, voice),
    };
    let cleaned = if app.dossier.notices.contains(&Notice::Cleaned) {
        message(app, "N10", &[("button.keep-text", Act::Send(Event::Noticed(Notice::Cleaned)))])
    } else {
        View::nothing()
    };
    View::many(vec![cleaned, undo::plan(app), body])
}

/// Of whom one is afraid, asked again: it is never stored, and all papers go by it.
pub fn who_is_feared(app: App) -> View {
    let text = |key: &str| app.catalogue.content.plan.text(key).to_owned();
    let nobody = app.tap(Act::Send(Event::Noticed(Notice::WhoIsFeared)));
    let someone = app.tap(Act::Go(PlanPage::People.route(0)));
    View::many(vec![
        title(text("page.who-feared")),
        paragraph("help", text("page.who-feared-help")),
        group(
            "actions",
            vec![
                button("primary", "", text("button.nobody-feared"), nobody),
                button("secondary", "", text("button.point-out"), someone),
            ],
        ),
    ])
}

/// The first lines of a page: the way back, and the heading.
fn head(app: App, back: Route, text: &str) -> View {
    View::many(vec![link("back", "terug", app.text("button.back"), &back.fragment()), title(text.to_owned())])
}

/// The way on at the bottom of a page: to the page with all parts.
fn done(app: App, voice: &PlanVoice, to: PlanPage) -> View {
    let text = voice.text("page.done").to_owned();
    group("actions", vec![button("primary", "", text, app.tap(Act::Go(to.route(0))))])
}

/// A text of the plan as a line of help.
fn help_line(voice: &PlanVoice, key: &str) -> View {
    paragraph("help", voice.text(key).to_owned())
}

/// What is not finished, in words with an icon.
fn unfinished(voice: &PlanVoice, sentence: String) -> View {
    let word = voice.text("hint.not-finished").to_owned();
    group("unfinished", vec![icon("open"), group("", vec![paragraph("state", word), paragraph("", sentence)])])
}

/// A question of the ordinary road, while it is asked.
fn asked(app: App, question: &str) -> View {
    if !app.facts.is_asked(question) {
        return View::nothing();
    }
    question::item(app, &Item::Question(question.to_owned()), Heading::Own)
}

/// What is asked before there is a plan; `only` says which of it.
fn before(app: App, only: impl Fn(&str) -> bool) -> View {
    let content = &app.catalogue.content.plan;
    let questions = content.roles.before.iter().filter(|question| app.facts.is_asked(question) && only(question));
    let questions: Vec<View> = questions.map(|question| asked(app, question)).collect();
    if questions.is_empty() { View::nothing() } else { lines::under(content.text("page.before").to_owned(), questions) }
}

/// There may be no plan now. Nothing that was told in it is on this page, nor that it was told.
fn closed(app: App) -> View {
    let mut inside = Vec::new();
    if let Some(highest) = app.facts.flags().iter().find(|flag| flag.has_own_screen()) {
        inside.push(flag::card(app, highest));
        // Under the eyes of someone else no word of a plan.
        if app.facts.is_up(Flag::Unsafe) && !app.facts.does(&FlagDoes::ClosesExport) {
            inside.push(flag::block(app, Flag::NoPlan));
        }
    } else {
        inside.push(title(app.catalogue.content.plan.text("page.closed").to_owned()));
        if let Offered::No(Some(text)) = offered(&app.facts, Sheet::V2) {
            inside.push(paragraph("", text));
        }
    }
    if gate::needs_professional(&app.facts) {
        inside.push(paragraph("", app.catalogue.content.plan.text("page.with-professional").to_owned()));
    }
    // An answer that closed the plan can be changed where it was given, but not under the eyes of someone else.
    if !app.facts.does(&FlagDoes::ClosesExport) {
        inside.push(before(app, |question| app.facts.raw(question).is_some()));
    }
    let back = button("primary", "", app.text("button.to-check"), app.tap(Act::Go(Route::Check)));
    inside.push(group("actions", vec![back]));
    View::many(inside)
}
