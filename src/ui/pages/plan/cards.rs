//! A safety card for each household member, filled in by that person alone: hidden until its owner opens it, and closed
//! by a tap or after a while. It has no field for a code word, on purpose.

use super::form::Form;
use super::link_lines::leads;
use super::{done, head, help_line};
use crate::model::content::Field;
use crate::model::paper::cards;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::{PersonId, PlanEvent, SafetyRoute};
use crate::model::plan_rules::pages::has_card;
use crate::model::plan_rules::stops;
use crate::model::route::PlanPage;
use crate::ui::components::basic::{button, foldout, group, heading, paragraph, said};
use crate::ui::components::{Size, document_view};
use crate::ui::context::{Act, App, SafetyCardState};
use crate::ui::pages::extras;
use crate::ui::view::{View, element};

pub fn page(app: App, voice: &PlanVoice) -> View {
    let owners = voice.people.all().filter(|member| has_card(voice.plan, member));
    let lines = owners.map(|member| {
        let whole = voice.plan.route_of(member.id).is_some_and(SafetyRoute::is_whole);
        let state = voice.text(if whole { "hint.card-done" } else { "hint.card-open" }).to_owned();
        (voice.name(member.id), state, PlanPage::Card.route(member.id.0).fragment())
    });
    let lines = lines.collect();
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.cards")),
        help_line(voice, "page.cards-help"),
        help_line(voice, "hint.code-word"),
        help_line(voice, "page.card-not-kept"),
        leads(lines),
        done(app, voice, PlanPage::Hub),
    ])
}

/// The card of one person: closed, being filled in, or shown.
pub fn one(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    if !voice.people.get(owner).is_some_and(|member| has_card(voice.plan, member)) {
        return page(app, voice);
    }
    match app.card {
        SafetyCardState::Away | SafetyCardState::PutAway => away(app, voice, owner),
        SafetyCardState::Filling => filling(app, voice, owner),
        SafetyCardState::Shown => shown(app, voice, owner),
    }
}

/// The closed card: no content, only how its owner continues.
fn away(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    let name = voice.name(owner);
    let role = |key: &str| voice.text(key).replace("{role}", &name);
    // The resident, who makes the plan, already has the phone.
    let (title, give, go_on) = if owner == PersonId::ME {
        (voice.text("safety-card.title").to_owned(), View::nothing(), app.text("button.next"))
    } else {
        (role("page.card-of"), paragraph("", role("page.give-phone")), role("button.give-phone"))
    };
    let mut buttons = vec![button("primary", "", go_on, app.tap(Act::Card(SafetyCardState::Filling)))];
    if voice.plan.route_of(owner).is_some() {
        let show = app.tap(Act::Card(SafetyCardState::Shown));
        buttons.push(button("secondary", "", voice.text("button.show-card").to_owned(), show));
    }
    let put_away = app.card == SafetyCardState::PutAway;
    View::many(vec![
        head(app, PlanPage::Cards.route(0), &title),
        if put_away { said(voice.text("hint.card-put-away").to_owned()) } else { View::nothing() },
        give,
        help_line(voice, "page.only-you"),
        group("actions", buttons),
    ])
}

fn filling(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    let card = voice.plan.route_of(owner).cloned().unwrap_or_else(|| SafetyRoute { owner, ..SafetyRoute::default() });
    let feared = stops::names_feared(&card, &voice.people);
    // A new card uses the id it will get with its first letter, so the field stays the same element and keeps its
    // focus.
    let part = if card.id.0 == 0 { voice.plan.last_id + 1 } else { card.id.0 };
    let mut form = Form::new(app, voice, PlanEvent::Route(Box::new(card.clone())), part);
    form.add(head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")));
    form.add(help_line(voice, "page.card-help"));
    form.add(help_line(voice, "page.card-not-kept"));
    form.ask(&[Field::FirstPlace]);
    form.add(is_known(voice));
    form.ask(&[Field::FirstBroughtBy, Field::ChosenSelf, Field::SecondPlace]);
    form.add(is_known(voice));
    form.ask(&[Field::SecondBroughtBy]);
    if feared {
        form.add(super::unfinished(voice, voice.text("rule.nobody-feared").to_owned()));
    }
    form.add(heading(voice.text("page.numbers").to_owned()));
    // One empty line more than there are numbers, while there is room.
    for nth in (0..).take(card.numbers.len() + 1) {
        form.ask_at(Field::NumberName, nth);
        form.ask_at(Field::Number, nth);
    }
    form.ask(&[Field::Takes, Field::TakesMore, Field::FetchesChildren, Field::Practised]);
    let close = app.tap(Act::Card(SafetyCardState::PutAway));
    form.add(group("actions", vec![button("primary", "", voice.text("button.close-card").to_owned(), close)]));
    form.view()
}

/// Asks whether the other person knows this place, and gives advice if the answer is yes.
fn is_known(voice: &PlanVoice) -> View {
    let question = View::text(voice.text("hint.knows-place").to_owned());
    foldout("", vec![question], vec![help_line(voice, "hint.other-place")])
}

/// The filled-in card, for its owner to remember rather than to print.
fn shown(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    let close = app.tap(Act::Card(SafetyCardState::PutAway));
    let close = button("primary", "", voice.text("button.close-card").to_owned(), close);
    let Some(document) = cards::safety(&app.facts, &app.dossier, owner) else {
        let stop = super::unfinished(voice, voice.text("rule.nobody-feared").to_owned());
        return View::many(vec![head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")), stop, close]);
    };
    let card = document_view(&document, Size::Card, voice.text("safety-card.title"));
    View::many(vec![
        head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")),
        // A tap anywhere on the card closes it, for an owner without time to search for a button.
        element("div").class("sheet-holder").on(app.tap(Act::Card(SafetyCardState::PutAway))).holding(vec![card]),
        group("actions", vec![close]),
        heading(voice.text("page.print-card").to_owned()),
        help_line(voice, "hint.before-card"),
        group("links", vec![extras::print_button(app, "secondary", "button.print", "paper.card-print-failed")]),
    ])
}
