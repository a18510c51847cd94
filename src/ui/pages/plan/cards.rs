//! A card for each person in the house, filled in by that person alone: hidden until its owner asks for it, and put away
//! again by a tap or after a while. There is no field for a code word, on purpose.

use super::form::{Form, leads};
use super::{done, head, help_line};
use crate::model::content::Field;
use crate::model::gap;
use crate::model::plan::circle::Among;
use crate::model::plan::routes::{MOST_NUMBERS, Number, Take};
use crate::model::plan::stops;
use crate::model::plan::text::Spot;
use crate::model::plan::{PersonId, PlanEvent, SafetyRoute};
use crate::model::route::PlanPage;
use crate::model::sheet::cards;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::components::basic::{button, group, heading, paragraph, said};
use crate::ui::components::{Size, document_view};
use crate::ui::context::{Act, App, Card};
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let owners = voice.people.all().filter(|member| {
        let in_house = matches!(member.among, Among::Me | Among::Household);
        (in_house && !member.about.afraid) || voice.plan.route_of(member.id).is_some()
    });
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
        leads(lines),
        done(app, voice, PlanPage::Hub),
    ])
}

/// The card of one person: put away, being filled in, or shown.
pub fn one(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    if voice.people.get(owner).is_none() {
        return page(app, voice);
    }
    match app.card {
        Card::Away | Card::PutAway => away(app, voice, owner),
        Card::Filling => filling(app, voice, owner),
        Card::Shown => shown(app, voice, owner),
    }
}

/// Nothing of the card; only how its owner goes on.
fn away(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    let name = voice.name(owner);
    let role = |key: &str| gap::fill(voice.text(key), "{role}", &name);
    let mut buttons = vec![button("primary", "", role("button.give-phone"), app.tap(Act::Card(Card::Filling)))];
    if voice.plan.route_of(owner).is_some() {
        let show = app.tap(Act::Card(Card::Shown));
        buttons.push(button("secondary", "", voice.text("button.show-card").to_owned(), show));
    }
    let put_away = app.card == Card::PutAway;
    View::many(vec![
        head(app, PlanPage::Cards.route(0), &role("page.card-of")),
        if put_away { said(voice.text("hint.card-put-away").to_owned()) } else { View::nothing() },
        paragraph("", role("page.give-phone")),
        help_line(voice, "page.only-you"),
        group("actions", buttons),
    ])
}

fn filling(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    let mut card =
        voice.plan.route_of(owner).cloned().unwrap_or_else(|| SafetyRoute { owner, ..SafetyRoute::default() });
    let feared = stops::names_feared(&card, &voice.people);
    // One empty line more than there are numbers, as long as there is room; empty ones go with the change.
    card.numbers.resize((card.numbers.len() + 1).min(MOST_NUMBERS), Number::default());
    let mut form = Form::new(app, voice, PlanEvent::Route(Box::new(card.clone())), card.id.0);
    form.add(head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")));
    form.add(help_line(voice, "page.card-help"));
    places(&mut form, owner);
    if feared {
        form.add(super::unfinished(voice, voice.text("rule.nobody-feared").to_owned()));
    }
    form.add(heading(voice.text("page.numbers").to_owned()));
    for nth in (0..).take(card.numbers.len()) {
        form.words_at(Field::NumberName, nth, |event, spot| Some(&mut number(event, spot)?.name));
        form.words_at(Field::Number, nth, |event, spot| Some(&mut number(event, spot)?.number));
    }
    takes(&mut form, &card);
    let close = app.tap(Act::Card(Card::PutAway));
    form.add(group("actions", vec![button("primary", "", voice.text("button.close-card").to_owned(), close)]));
    form.view()
}

fn route(event: &mut PlanEvent) -> Option<&mut SafetyRoute> {
    if let PlanEvent::Route(route) = event { Some(route) } else { None }
}

fn number(event: &mut PlanEvent, spot: Spot) -> Option<&mut Number> {
    route(event)?.numbers.get_mut(usize::from(spot.nth))
}

fn places(form: &mut Form, owner: PersonId) {
    let voice = form.voice;
    let fits = |person: PersonId| person != owner && !voice.people.is_feared(person);
    form.words(Field::FirstPlace, |event, _| Some(&mut route(event)?.first.place));
    form.person(Field::FirstBroughtBy, &fits, |event| Some(&mut route(event)?.first.brought_by));
    form.yes_no(Field::ChosenSelf, |event| Some(&mut route(event)?.chosen_self));
    form.words(Field::SecondPlace, |event, _| Some(&mut route(event)?.second.place));
    form.person(Field::SecondBroughtBy, &fits, |event| Some(&mut route(event)?.second.brought_by));
    form.add(help_line(voice, "hint.knows-place"));
    form.add(help_line(voice, "hint.other-place"));
}

/// What goes along, who fetches the children, and whether it was tried.
fn takes(form: &mut Form, card: &SafetyRoute) {
    let voice = form.voice;
    let words: Vec<&'static str> = Take::ALL.iter().map(|take| take.word()).collect();
    let chosen = |word: &str| Take::of(word).is_some_and(|take| card.takes.contains(&take));
    form.many_of(Field::Takes, "take", &words, &chosen, |event, word| {
        if let (Some(route), Some(take)) = (route(event), Take::of(word)) {
            super::agreements::toggle(&mut route.takes, take);
        }
    });
    form.words(Field::TakesMore, |event, _| Some(&mut route(event)?.takes_more));
    let fits = |person: PersonId| !voice.people.is_feared(person);
    form.person(Field::FetchesChildren, &fits, |event| Some(&mut route(event)?.fetches_children));
    form.yes_no(Field::Practised, |event| Some(&mut route(event)?.practised));
}

/// The card as its owner keeps it; to remember rather than to print.
fn shown(app: App, voice: &PlanVoice, owner: PersonId) -> View {
    let close = app.tap(Act::Card(Card::PutAway));
    let close = button("primary", "", voice.text("button.close-card").to_owned(), close);
    let Some(document) = cards::safety(&app.facts, &app.dossier, owner) else {
        let stop = super::unfinished(voice, voice.text("rule.nobody-feared").to_owned());
        return View::many(vec![head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")), stop, close]);
    };
    let print = button("secondary", "print", app.text("button.print"), app.tap(Act::Print));
    View::many(vec![
        head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")),
        document_view(&document, Size::Card, voice.text("safety-card.title")),
        group("actions", vec![close]),
        heading(voice.text("page.print-card").to_owned()),
        help_line(voice, "hint.before-card"),
        group("links", vec![print]),
    ])
}
