//! A card for each person in the house, filled in by that person alone: hidden until its owner asks for it, and put away
//! again by a tap or after a while. There is no field for a code word, on purpose.

use super::slots::{Slot, leads, under};
use super::{done, head, help_line};
use crate::model::content::Field;
use crate::model::gap;
use crate::model::plan::circle::Among;
use crate::model::plan::routes::{MOST_NUMBERS, Number, Take};
use crate::model::plan::stops;
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
    let route = voice.plan.route_of(owner).cloned().unwrap_or_else(|| SafetyRoute { owner, ..SafetyRoute::default() });
    let slot = Slot::new(app, voice, PlanEvent::Route(Box::new(route.clone())), route.id.0);
    let mut parts =
        vec![head(app, PlanPage::Cards.route(0), voice.text("safety-card.title")), help_line(voice, "page.card-help")];
    parts.extend(places(&slot, &route));
    if stops::names_feared(&route, &voice.people) {
        parts.push(super::unfinished(voice, voice.text("rule.nobody-feared").to_owned()));
    }
    parts.push(under(voice.text("page.numbers").to_owned(), numbers(&slot, &route)));
    parts.extend(takes(&slot, &route));
    parts.extend(rest(&slot, &route));
    let close = app.tap(Act::Card(Card::PutAway));
    parts.push(group("actions", vec![button("primary", "", voice.text("button.close-card").to_owned(), close)]));
    View::many(parts)
}

fn route(event: &mut PlanEvent) -> Option<&mut SafetyRoute> {
    if let PlanEvent::Route(route) = event { Some(route) } else { None }
}

fn places(slot: &Slot, card: &SafetyRoute) -> Vec<View> {
    let people = &slot.voice.people;
    let owner = card.owner;
    let fits = |person: PersonId| person != owner && !people.is_feared(person);
    let text = |key: &str| paragraph("help", slot.voice.text(key).to_owned());
    vec![
        slot.words(Field::FirstPlace, &card.first.place, |event, _, text| {
            if let Some(route) = route(event) {
                route.first.place = text;
            }
        }),
        slot.person(Field::FirstBroughtBy, card.first.brought_by, &fits, |event, _, person| {
            if let Some(route) = route(event) {
                route.first.brought_by = person;
            }
        }),
        slot.yes_no(Field::ChosenSelf, card.chosen_self, |event, _, word| {
            if let Some(route) = route(event) {
                route.chosen_self = Some(word == "yes");
            }
        }),
        slot.words(Field::SecondPlace, &card.second.place, |event, _, text| {
            if let Some(route) = route(event) {
                route.second.place = text;
            }
        }),
        slot.person(Field::SecondBroughtBy, card.second.brought_by, &fits, |event, _, person| {
            if let Some(route) = route(event) {
                route.second.brought_by = person;
            }
        }),
        text("hint.knows-place"),
        text("hint.other-place"),
    ]
}

fn numbers(slot: &Slot, card: &SafetyRoute) -> Vec<View> {
    let mut parts = Vec::new();
    let shown = (card.numbers.len() + 1).min(MOST_NUMBERS);
    for nth in 0..u8::try_from(shown).unwrap_or_default() {
        let Number { name, number, .. } = card.numbers.get(usize::from(nth)).cloned().unwrap_or_default();
        let fields = vec![
            slot.words_at(Field::NumberName, nth, &name, |event, nth, text| {
                if let Some(route) = route(event) {
                    number_at(route, nth).name = text;
                    tidy(route);
                }
            }),
            slot.words_at(Field::Number, nth, &number, |event, nth, text| {
                if let Some(route) = route(event) {
                    number_at(route, nth).number = text;
                    tidy(route);
                }
            }),
        ];
        parts.push(group("pair", fields));
    }
    parts
}

fn number_at(route: &mut SafetyRoute, nth: u8) -> &mut Number {
    let nth = usize::from(nth);
    if route.numbers.len() <= nth {
        route.numbers.resize(nth + 1, Number::default());
    }
    &mut route.numbers[nth]
}

/// Empty lines at the end go.
fn tidy(route: &mut SafetyRoute) {
    while route.numbers.last().is_some_and(|number| *number == Number::default()) {
        route.numbers.pop();
    }
}

fn takes(slot: &Slot, card: &SafetyRoute) -> Vec<View> {
    let words: Vec<&'static str> = Take::ALL.iter().map(|take| take.word()).collect();
    let chosen = |word: &str| Take::of(word).is_some_and(|take| card.takes.contains(&take));
    vec![
        slot.many_of(Field::Takes, "take", &words, &chosen, |event, _, word| {
            if let (Some(route), Some(take)) = (route(event), Take::of(word)) {
                super::agreements::toggle(&mut route.takes, take);
            }
        }),
        slot.words(Field::TakesMore, &card.takes_more, |event, _, text| {
            if let Some(route) = route(event) {
                route.takes_more = text;
            }
        }),
    ]
}

fn rest(slot: &Slot, card: &SafetyRoute) -> Vec<View> {
    let people = &slot.voice.people;
    let fits = |person: PersonId| !people.is_feared(person);
    vec![
        slot.person(Field::FetchesChildren, card.fetches_children, &fits, |event, _, person| {
            if let Some(route) = route(event) {
                route.fetches_children = person;
            }
        }),
        slot.yes_no(Field::Practised, card.practised, |event, _, word| {
            if let Some(route) = route(event) {
                route.practised = Some(word == "yes");
            }
        }),
    ]
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
        document_view(document, Size::Card, voice.text("safety-card.title")),
        group("actions", vec![close]),
        heading(voice.text("page.print-card").to_owned()),
        help_line(voice, "hint.before-card"),
        group("links", vec![print]),
    ])
}
