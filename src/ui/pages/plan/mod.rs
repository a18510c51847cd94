//! The circle's own plan: a page with all parts, a page for each part, and a page for each item.
//!
//! Every page takes a `PlanVoice`, which does not exist while the gate is closed; then one calm page is shown instead.

mod agreements;
mod cards;
mod closing;
mod demands;
mod form;
mod goal;
mod hub;
mod ladder;
mod link_lines;
mod papers;
mod people;
mod reviews;

use super::frame::message;
use super::question::{self, Heading};
use super::{flag, undo};
use crate::model::content::flag::Flag;
use crate::model::content::{FlagDoes, Sheet};
use crate::model::dossier::Notice;
use crate::model::journey::ScreenItem;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::paper::{Offered, offered};
use crate::model::plan::{AgreementId, DemandId, PersonId};
use crate::model::plan_rules::gate;
use crate::model::privacy::audience::Medium;
use crate::model::route::{PlanPage, Route};
use crate::model::update::Event;
use crate::ui::components::basic::{button, group, icon, link, paragraph, title};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

/// A page of the plan. `part` is the id of the item it shows, or 0.
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

/// Asks again which person the resident fears: the answer is never stored, and every paper depends on it.
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

/// The top of a page: the link back and the heading.
fn head(app: App, back: Route, text: &str) -> View {
    View::many(vec![link("back", "terug", app.text("button.back"), &back.fragment()), title(text.to_owned())])
}

/// The button at the bottom of a page, back to the page with all parts.
fn done(app: App, voice: &PlanVoice, to: PlanPage) -> View {
    let text = voice.text("page.done").to_owned();
    group("actions", vec![button("primary", "", text, app.tap(Act::Go(to.route(0))))])
}

/// A text of the plan as a help line.
fn help_line(voice: &PlanVoice, key: &str) -> View {
    paragraph("help", voice.text(key).to_owned())
}

/// A sentence about something unfinished, with an icon.
fn unfinished(voice: &PlanVoice, sentence: String) -> View {
    let word = voice.text("hint.not-finished").to_owned();
    group("unfinished", vec![icon("open"), group("", vec![paragraph("state", word), paragraph("", sentence)])])
}

/// A question of the road, if it is asked now.
fn asked(app: App, question: &str) -> View {
    if !app.facts.is_asked(question) {
        return View::nothing();
    }
    question::item(app, &ScreenItem::Question(question.to_owned()), Heading::Own)
}

/// The questions before the plan starts; `only` selects some of them.
fn before(app: App, only: impl Fn(&str) -> bool) -> View {
    let content = &app.catalogue.content.plan;
    let questions = content.roles.before.iter().filter(|question| app.facts.is_asked(question) && only(question));
    let questions: Vec<View> = questions.map(|question| asked(app, question)).collect();
    if questions.is_empty() {
        View::nothing()
    } else {
        link_lines::under(content.text("page.before").to_owned(), questions)
    }
}

/// The page while no plan may be made. It shows nothing of the plan, and not whether there is one.
fn closed(app: App) -> View {
    let mut inside = Vec::new();
    if let Some(highest) = app.facts.flags().iter().find(|flag| flag.has_own_screen()) {
        inside.push(flag::card(app, highest));
        // While someone may be looking along, the page does not mention a plan.
        if app.facts.is_up(Flag::Unsafe) && !app.facts.does(&FlagDoes::ClosesExport) {
            inside.push(flag::block(app, Flag::NoPlan));
        }
    } else {
        inside.push(title(app.catalogue.content.plan.text("page.closed").to_owned()));
        if let Offered::No(Some(text)) = offered(&app.facts, Sheet::OwnPlan) {
            inside.push(paragraph("", text));
        }
    }
    if gate::needs_professional(&app.facts) {
        inside.push(paragraph("", app.catalogue.content.plan.text("page.with-professional").to_owned()));
    }
    // The resident can change the answer that closed the plan, but not while someone may be looking along.
    if !app.facts.does(&FlagDoes::ClosesExport) {
        inside.push(before(app, |question| app.facts.raw(question).is_some()));
    }
    let back = button("primary", "", app.text("button.to-check"), app.tap(Act::Go(Route::Check)));
    inside.push(group("actions", vec![back]));
    View::many(inside)
}
