//! Agreements: doer, action, time and watcher, and what happens if it goes otherwise.

use std::collections::BTreeSet;

use super::demands::remove;
use super::form::Form;
use super::link_lines::{LinkLine, leads, many_leads, under};
use super::{done, head, help_line, hub, unfinished};
use crate::model::content::Field;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::agreements::{AgreementKind, ArrangedBy};
use crate::model::plan::location::FindingLocation;
use crate::model::plan::{Agreement, AgreementId, PlanEvent, PlanItem};
use crate::model::plan_rules::circle::Member;
use crate::model::plan_rules::findings;
use crate::model::route::PlanPage;
use crate::ui::components::basic::{button, foldout_on};
use crate::ui::context::{Act, App, AskedFor};
use crate::ui::view::View;

/// Fields asked first for a visit or a stay; other kinds of agreement do not have them.
const BEFORE: [Field; 7] =
    [Field::Visitor, Field::Allowed, Field::Rung, Field::TakenInBy, Field::HowLong, Field::BackOn, Field::ChildContact];
/// Doer, action, time and watcher. Together with the demand these complete an agreement.
const CORE: [Field; 5] = [Field::Who, Field::What, Field::When, Field::Situation, Field::Watcher];
/// How long it holds, what happens otherwise, who arranges it and who pays.
const FURTHER: [Field; 5] = [Field::Term, Field::TrialUntil, Field::Otherwise, Field::StandIn, Field::ArrangedBy];

pub fn page(app: App, voice: &PlanVoice) -> View {
    let add = app.tap(Act::Make(PlanEvent::Agreement(Box::default())));
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.agreements")),
        help_line(voice, "page.agreements-help"),
        many_leads(app, "agreements", "", voice.plan.agreements.len(), &|place| line(voice, place)),
        button("secondary", "", voice.text("button.add-agreement").to_owned(), add),
        hub::covered(app, voice),
        done(app, voice, PlanPage::Hub),
    ])
}

/// The line of an agreement: “3. tante – belt mij – elke zondag”
fn line(voice: &PlanVoice, place: usize) -> LinkLine {
    let agreement = &voice.plan.agreements[place];
    let who = agreement.who.map(|who| voice.name(who)).unwrap_or_default();
    let parts = [who.as_str(), agreement.what.trim(), agreement.when.trim(), agreement.situation.trim()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let text = format!("{}. {}", place + 1, parts.join(" – "));
    let state = if agreement.lacks().is_empty() { "" } else { voice.text("hint.not-finished") };
    (text, state.to_owned(), PlanPage::Agreement.route(agreement.id.0).fragment())
}

/// One agreement.
pub fn one(app: App, voice: &PlanVoice, id: AgreementId) -> View {
    let Some((number, agreement)) = voice.agreements().find(|(_, agreement)| agreement.id == id) else {
        return page(app, voice);
    };
    let mut form = Form::new(app, voice, PlanEvent::Agreement(Box::new(agreement.clone())), id.0);
    let title = voice.text("page.agreement").replace("{n}", &number.to_string());
    form.add(head(app, PlanPage::Agreements.route(0), &title));
    form.ask(&[Field::Kind, Field::NotThis]);
    if agreement.kind != AgreementKind::NotThis {
        form.ask(&BEFORE);
        form.ask(&CORE);
        let who = agreement.who;
        let can_watch = |member: &Member| Some(member.id) != who && !member.about.afraid;
        if who.is_some() && !voice.people.all().any(can_watch) {
            // No other person is entered yet.
            let people = (voice.text("page.people").to_owned(), String::new(), PlanPage::People.route(0).fragment());
            form.add(help_line(voice, "page.nobody-watches"));
            form.add(leads(vec![people]));
        }
        form.ask(&[Field::ForDemand]);
        form.add(further(app, voice, agreement));
    }
    form.add(open(app, voice, agreement));
    form.add(remove(app, voice, PlanItem::Agreement(id), PlanPage::Agreements));
    form.add(done(app, voice, PlanPage::Agreements));
    form.view()
}

/// The fields of an agreement that are asked only on request.
fn further(app: App, voice: &PlanVoice, agreement: &Agreement) -> View {
    let mut more = Form::new(app, voice, PlanEvent::Agreement(Box::new(agreement.clone())), agreement.id.0);
    if app.has_asked(AskedFor::Inside) {
        more.ask(&FURTHER);
        // The personal budget is a question only if the gemeente arranges the help.
        if agreement.arranged_by == Some(ArrangedBy::Gemeente) {
            more.ask(&[Field::Budget]);
            more.ask(if agreement.budget == Some(true) { &[Field::BudgetWhy] } else { &[] });
        }
    }
    let word = View::text(voice.text("page.agreement-more").to_owned());
    foldout_on("", vec![word], app.tap(Act::Unfold), vec![more.view()])
}

/// The parts this agreement still lacks.
fn open(app: App, voice: &PlanVoice, agreement: &Agreement) -> View {
    let found = findings::findings(&app.facts, voice.plan, &voice.people, &BTreeSet::default());
    let mine = found.into_iter().filter(|finding| finding.at == FindingLocation::Agreement(agreement.id));
    let lines: Vec<View> = mine
        .map(|finding| unfinished(voice, findings::sentence(&app.facts, voice.plan, &voice.people, &finding)))
        .collect();
    if lines.is_empty() { View::nothing() } else { under(voice.text("page.open").to_owned(), lines) }
}
