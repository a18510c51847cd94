//! Questions answered by tapping: yes or no, one option, several options, a number from a row, places nearby.

use super::{field, hint, question, undo};
use crate::model::catalogue::Asked;
use crate::model::content::{Options, QuestionKind};
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people;
use crate::model::journey;
use crate::model::paper::{self, summary};
use crate::model::update::Event;
use crate::ui::components::basic::{button, group, paragraph};
use crate::ui::components::{ChoiceItem, ChoiceLook, Mark, choices};
use crate::ui::context::{Act, App, Tick};
use crate::ui::view::{View, element};

/// The cards of a question, with a free text field if it has one.
pub fn choice(app: App, asked: &Asked) -> View {
    let from = asked.question.options_from;
    let look = match (asked.question.kind, from) {
        (_, Options::Areas) => ChoiceLook::Tiles,
        (QuestionKind::Many, _) => ChoiceLook::Many,
        _ => ChoiceLook::One,
    };
    let before = if from == Options::ChosenAreas && asked.question.kind == QuestionKind::One {
        proposal(app)
    } else {
        View::nothing()
    };
    let list = choices(&asked.question.id, look, cards(app, asked));
    let after = if look == ChoiceLook::Tiles { too_many_areas(app) } else { View::nothing() };
    let own = asked.question.own.as_ref().map_or(View::nothing(), |own| field::own_words(app, asked, own));
    View::many(vec![before, list, after, too_many_sentences(app, asked), own])
}

/// Some of the checkboxes of a question.
pub fn ticks(app: App, id: &str, only: &[String]) -> View {
    let Some(asked) = app.catalogue.question(id) else { return View::nothing() };
    let mut items = cards(app, asked);
    items.retain(|card| only.contains(&card.id));
    for card in &mut items {
        card.mark = None;
    }
    let title = format!("{id}-some");
    let help = hint(app, "answer.many");
    question::framed(
        &title,
        Some(app.text("answer.which")),
        vec![help, choices(&title, ChoiceLook::Many, items), undo::answer(app, id)],
    )
}

/// A row of numbers.
pub fn scale(app: App, asked: &Asked, min: i64, max: i64) -> View {
    let items = (min..=max).map(|number| card(app, asked, &number.to_string(), number.to_string()));
    choices(&asked.question.id, ChoiceLook::Scale, items.collect())
}

/// Places nearby, with three answers for each.
pub fn nearby(app: App, ids: &[String]) -> View {
    let known = ids.iter().filter_map(|id| app.catalogue.question(id));
    let rows = known.map(|asked| {
        let id = &asked.question.id;
        let list = choices(id, ChoiceLook::Three, cards(app, asked));
        question::framed(
            &format!("{id}-title"),
            Some(question::text_of(app, id)),
            vec![list, leave(app, id), undo::answer(app, id)],
        )
    });
    View::many(rows.collect())
}

/// A button to clear the answer about a place nearby.
fn leave(app: App, id: &str) -> View {
    if app.facts.answer(id).is_none() {
        return View::nothing();
    }
    let empty = app.tap(Act::Send(Event::Answered { question: id.to_owned(), answer: None }));
    group("links", vec![button("", "", app.text("field.clear"), empty)])
}

/// The cards that the question offers now.
fn cards(app: App, asked: &Asked) -> Vec<ChoiceItem> {
    if asked.question.kind == QuestionKind::YesNo {
        let [yes, no] = [Answer::Yes, Answer::No].map(|answer| answer.words()[0].to_owned());
        return vec![card(app, asked, &yes, app.text("answer.yes")), card(app, asked, &no, app.text("answer.no"))];
    }
    let mut cards = Vec::new();
    for choice in app.catalogue.listed(asked) {
        if !app.facts.is_offered(choice.shown.as_ref()) {
            continue;
        }
        let text = app.facts.in_words(&choice.text, &choice.young);
        let mut card = card(app, asked, &choice.id, text.to_owned());
        card.icon.clone_from(&choice.icon);
        card.explain.clone_from(&choice.explain);
        if question::is_markable(asked) {
            card.mark = Some(mark(app, &choice.id));
        }
        cards.push(card);
    }
    from_answers(app, asked, &mut cards);
    cards
}

fn mark(app: App, item: &str) -> Mark {
    let on = app.tick(Tick::Mark(item.to_owned()));
    Mark { text: app.text("mark.set"), set: app.dossier.marks.contains(item), on }
}

/// One card of a question.
fn card(app: App, asked: &Asked, id: &str, text: String) -> ChoiceItem {
    let question = asked.question.id.clone();
    let chosen = match app.facts.raw(&question) {
        Some(Answer::Number(number)) => number.to_string() == id,
        Some(answer) => answer.words().contains(&id),
        None => false,
    };
    let on = app.tick(Tick::Card { question, card: id.to_owned() });
    ChoiceItem { id: id.to_owned(), text, icon: String::new(), chosen, on, explain: String::new(), mark: None }
}

/// Cards for the areas of the content or for earlier answers.
fn from_answers(app: App, asked: &Asked, cards: &mut Vec<ChoiceItem>) {
    match asked.question.options_from {
        Options::Listed | Options::Situations | Options::Strengths | Options::Outcomes => {}
        Options::Areas => {
            let areas = 0..app.catalogue.content.areas.len();
            cards.extend(areas.map(|area| area_card(app, asked, area)));
        }
        Options::ChosenAreas => {
            for id in journey::start_areas(&app.facts) {
                cards.extend(app.catalogue.area(id).map(|(area, _)| area_card(app, asked, area)));
            }
        }
        Options::Circle => {
            for person in paper::people(&app.facts) {
                let shown = if person.name.is_empty() { person.role } else { person.name };
                cards.push(card(app, asked, &people::option_of(person.id), shown));
            }
        }
        Options::OwnSentences => {
            for sentence in summary::own_sentences(&app.facts) {
                cards.push(card(app, asked, &sentence, format!("“{sentence}”")));
            }
        }
    }
}

fn area_card(app: App, asked: &Asked, area: usize) -> ChoiceItem {
    let shown = &app.catalogue.content.areas[area];
    let mut card = card(app, asked, &shown.id, question::area_name(app, area));
    card.icon.clone_from(&shown.icon);
    card
}

/// The resident chose more sentences than fit on the sheet and decides which ones to print; the order of a list never
/// decides.
fn too_many_sentences(app: App, asked: &Asked) -> View {
    let left = paper::sentences_left(&app.facts, &asked.question.id);
    if left.is_empty() {
        return View::nothing();
    }
    let text = app.fill("sharing.too-many", "{left}", &left.join(" "));
    element("p").class("help").with("role", "status").text(text)
}

/// The resident chose more areas than can be asked about in depth. They may all stay chosen.
fn too_many_areas(app: App) -> View {
    let most = app.catalogue.content.flow.roles.areas_deep;
    if app.facts.chosen_areas().len() <= most {
        return View::nothing();
    }
    let areas = &app.catalogue.content.areas;
    let deep: Vec<&str> = app.facts.deep_areas().into_iter().map(|area| areas[area].name.as_str()).collect();
    let text = app.fill("area.too-many", "{n}", &most.to_string()).replace("{areas}", &deep.join(", "));
    element("p").class("help").with("role", "status").text(text)
}

/// The suggested area to start with; the resident can choose another.
fn proposal(app: App) -> View {
    let Some((area, reason)) = journey::proposed_start(&app.facts) else { return View::nothing() };
    let Some((_, area)) = app.catalogue.area(area) else { return View::nothing() };
    paragraph("help", format!("{} {reason}", app.fill("first.proposal", "{area}", &area.name)))
}
