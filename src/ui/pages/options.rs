//! Questions answered by tapping: yes or no, one, several, a number from a row, what is nearby.

use leptos::prelude::*;

use super::{field, question};
use crate::model::answers::Answer;
use crate::model::catalogue::Asked;
use crate::model::condition::Condition;
use crate::model::content::{Choice, Kind, Options};
use crate::model::dossier::Event;
use crate::model::journey;
use crate::model::sheet::v1;
use crate::ui::components::basic::{button, group, live, nothing, paragraph};
use crate::ui::components::{ChoiceItem, ChoiceList, Look, Pick, choices};
use crate::ui::context::Context;

/// The cards of a question, with a field for own words where it has one.
pub fn choice(app: Context, asked: &Asked) -> AnyView {
    let id = asked.question.id.clone();
    let from = asked.question.options_from;
    let look = match (asked.question.kind, from) {
        (_, Options::Areas) => Look::Tiles,
        (Kind::Many, _) => Look::Many,
        _ => Look::One,
    };
    let items = Memo::new({
        let asked = asked.clone();
        move |_| cards(app, &asked)
    });
    let marked = Signal::derive(move || app.dossier.with(|dossier| dossier.marks.iter().cloned().collect()));
    let shown = ChoiceList {
        name: id.clone(),
        items: Vec::new(),
        look,
        chosen: chosen(app, id),
        marked,
        on_pick: on_pick(app, asked.clone()),
    };
    let list = live(move || choices(ChoiceList { items: items.get(), ..shown.clone() }));
    let before = if from == Options::ChosenAreas && asked.question.kind == Kind::One {
        live(move || proposal(app))
    } else {
        nothing()
    };
    let after = if look == Look::Tiles { live(move || too_many_areas(app)) } else { nothing() };
    let own = asked.question.own.clone().map_or_else(nothing, |own| field::own_words(app, asked, &own));
    vec![before, list, after, own].into_any()
}

/// Some of the ticks of a question, apart from the rest.
pub fn ticks(app: Context, id: &str, only: &[String]) -> AnyView {
    let Some(asked) = app.catalogue.with_value(|catalogue| catalogue.question(id).cloned()) else {
        return nothing();
    };
    let items: Vec<ChoiceItem> = cards(app, &asked).into_iter().filter(|card| only.contains(&card.id)).collect();
    let title = format!("{id}-some");
    let list = plain_list(app, title.clone(), items, Look::Many, &asked);
    question::framed(&title, Some(app.text("answer.many")), vec![list])
}

fn plain_list(app: Context, name: String, items: Vec<ChoiceItem>, look: Look, asked: &Asked) -> AnyView {
    choices(ChoiceList {
        name,
        items,
        look,
        chosen: chosen(app, asked.question.id.clone()),
        marked: Signal::derive(Vec::new),
        on_pick: on_pick(app, asked.clone()),
    })
}

/// A row of numbers.
pub fn scale(app: Context, asked: &Asked, min: i64, max: i64) -> AnyView {
    let items = (min..=max).map(|number| plain(&number.to_string(), number.to_string())).collect();
    let id = asked.question.id.clone();
    let chosen = {
        let id = id.clone();
        Signal::derive(move || match app.fact(|facts| facts.raw(&id).cloned()) {
            Some(Answer::Number(number)) => vec![number.to_string()],
            _ => Vec::new(),
        })
    };
    let name = id.clone();
    let on_pick = Callback::new(move |pick: Pick| {
        if let Pick::Chosen(number) = pick {
            let answer = number.parse().ok().map(Answer::Number);
            app.send(Event::Answered { question: id.clone(), answer });
        }
    });
    choices(ChoiceList { name, items, look: Look::Scale, chosen, marked: Signal::derive(Vec::new), on_pick })
}

/// What is nearby: three answers under each.
pub fn nearby(app: Context, ids: &[String]) -> AnyView {
    let known = |id: &String| app.catalogue.with_value(|catalogue| catalogue.question(id).cloned());
    let rows = ids.iter().filter_map(known).map(|asked| {
        let id = asked.question.id.clone();
        let list = plain_list(app, id.clone(), cards(app, &asked), Look::Three, &asked);
        question::framed(&format!("{id}-title"), Some(question::text_of(app, &id)), vec![list, leave(app, id)])
    });
    rows.collect::<Vec<_>>().into_any()
}

/// A nearby option that was answered can be left open again.
fn leave(app: Context, id: String) -> AnyView {
    let reading = id.clone();
    let answered = Memo::new(move |_| app.fact(|facts| facts.answer(&reading).is_some()));
    let empty = Callback::new(move |()| app.send(Event::Answered { question: id.clone(), answer: None }));
    live(
        move || {
            if answered.get() {
                group("links", vec![button("", "", app.text("field.clear"), empty)])
            } else {
                nothing()
            }
        },
    )
}

/// The ids of the chosen cards.
fn chosen(app: Context, id: String) -> Signal<Vec<String>> {
    Signal::derive(move || {
        app.fact(|facts| facts.raw(&id).map(|answer| answer.words().into_iter().map(str::to_owned).collect()))
            .unwrap_or_default()
    })
}

/// What a tap on a card does.
fn on_pick(app: Context, asked: Asked) -> Callback<Pick> {
    Callback::new(move |pick: Pick| {
        let question = asked.question.id.clone();
        let (card, on) = match pick {
            Pick::Marked(item, on) => return app.send(Event::Marked { item, on }),
            Pick::Chosen(card) => (card, true),
            Pick::Dropped(card) => (card, false),
        };
        let before = app.facts.with_untracked(|facts| facts.raw(&question).cloned());
        let answer = picked(&asked, before, card, on);
        app.send(Event::Answered { question, answer: Some(answer) });
    })
}

fn picked(asked: &Asked, before: Option<Answer>, card: String, on: bool) -> Answer {
    let (mut picked, own) = match before {
        Some(Answer::Picks { picked, own }) => (picked, own),
        _ => (Vec::new(), String::new()),
    };
    match asked.question.kind {
        Kind::YesNo if card == Answer::Yes.words()[0] => return Answer::Yes,
        Kind::YesNo => return Answer::No,
        Kind::Many => picked.retain(|other| *other != card),
        _ => picked.clear(),
    }
    if on {
        picked.push(card);
    }
    Answer::Picks { picked, own }
}

/// The cards of a question as they are offered now.
fn cards(app: Context, asked: &Asked) -> Vec<ChoiceItem> {
    let mark = if question::is_markable(asked) { app.text("mark.set") } else { String::new() };
    if asked.question.kind == Kind::YesNo {
        let [yes, no] = [Answer::Yes, Answer::No].map(|answer| answer.words()[0].to_owned());
        return vec![plain(&yes, app.text("answer.yes")), plain(&no, app.text("answer.no"))];
    }
    let young = app.is_young();
    let mut cards = app.fact(|facts| {
        let listed = facts.catalogue.listed(asked).iter();
        let offered = listed.filter(|choice| facts.is_offered(choice.shown.as_ref()));
        offered.map(|choice| card(choice, young, &mark)).collect::<Vec<_>>()
    });
    cards.extend(from_answers(app, asked.question.options_from));
    cards
}

fn card(choice: &Choice<Condition>, young: bool, mark: &str) -> ChoiceItem {
    let text = if young && !choice.young.is_empty() { &choice.young } else { &choice.text };
    ChoiceItem {
        id: choice.id.clone(),
        text: text.clone(),
        icon: choice.icon.clone(),
        explain: choice.explain.clone(),
        mark: mark.to_owned(),
    }
}

fn plain(id: &str, text: String) -> ChoiceItem {
    ChoiceItem { id: id.to_owned(), text, icon: String::new(), explain: String::new(), mark: String::new() }
}

/// Cards that come from the content's areas or from what was told.
fn from_answers(app: Context, from: Options) -> Vec<ChoiceItem> {
    match from {
        Options::Listed | Options::Situations | Options::Strengths | Options::Outcomes => Vec::new(),
        Options::Areas => {
            let count = app.catalogue.with_value(|catalogue| catalogue.content.areas.len());
            (0..count).map(|area| area_card(app, area)).collect()
        }
        Options::ChosenAreas => {
            let areas = app.fact(|facts| {
                let ids = journey::start_areas(facts);
                ids.into_iter().filter_map(|id| facts.catalogue.area(id).map(|(area, _)| area)).collect::<Vec<_>>()
            });
            areas.into_iter().map(|area| area_card(app, area)).collect()
        }
        Options::Circle => circle(app),
        Options::OwnSentences => {
            app.fact(v1::own_sentences).into_iter().map(|sentence| plain(&sentence, format!("“{sentence}”"))).collect()
        }
    }
}

/// The people of the circle, as the resident calls them.
fn circle(app: Context) -> Vec<ChoiceItem> {
    let people = app.fact(|facts| match facts.answer(&facts.catalogue.content.flow.roles.circle) {
        Some(Answer::People(people)) => people.clone(),
        _ => Vec::new(),
    });
    let named = people.into_iter().filter(|person| !person.is_empty());
    named
        .map(|person| {
            let shown = if person.name.is_empty() { person.role } else { person.name };
            plain(&format!("mens.{}", person.id), shown)
        })
        .collect()
}

fn area_card(app: Context, area: usize) -> ChoiceItem {
    let (id, icon) = app.catalogue.with_value(|catalogue| {
        let area = &catalogue.content.areas[area];
        (area.id.clone(), area.icon.clone())
    });
    ChoiceItem { id, text: question::area_name(app, area), icon, explain: String::new(), mark: String::new() }
}

/// More areas may stay ticked than go deep.
fn too_many_areas(app: Context) -> AnyView {
    let (chosen, deep, most) = app.fact(|facts| {
        let deep = facts.deep_areas();
        let names = deep.iter().map(|area| facts.catalogue.content.areas[*area].name.clone()).collect::<Vec<_>>();
        (facts.chosen_areas().len(), names, facts.catalogue.content.flow.roles.areas_deep)
    });
    if chosen <= most {
        return nothing();
    }
    let text = app.fill("area.too-many", "{n}", &most.to_string()).replace("{areas}", &deep.join(", "));
    view! { <p class="help" role="status">{text}</p> }.into_any()
}

/// The proposal where to begin; always to be overruled.
fn proposal(app: Context) -> AnyView {
    let proposed = app.fact(|facts| {
        let (area, reason) = journey::proposed_start(facts)?;
        let name = facts.catalogue.area(area).map(|(_, area)| area.name.clone())?;
        Some((name, reason.to_owned()))
    });
    proposed.map_or_else(nothing, |(name, reason)| {
        paragraph("help", format!("{} {reason}", app.fill("first.proposal", "{area}", &name)))
    })
}
