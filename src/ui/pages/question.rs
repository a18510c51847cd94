//! One question on the screen: its words, its answer, and the two ways to leave it.

use leptos::prelude::*;

use super::{field, options, people_field};
use crate::model::answers::Answer;
use crate::model::catalogue::Asked;
use crate::model::content::{Kind, Options};
use crate::model::dossier::Event;
use crate::model::journey::Item;
use crate::ui::components::basic::{nothing, paragraph};
use crate::ui::components::{ChoiceItem, ChoiceList, Look, Pick, choices};
use crate::ui::context::Context;

/// What names the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The heading of the page.
    Page,
    /// A heading of its own.
    Own,
}

/// One item of a screen.
pub fn item(app: Context, item: &Item, heading: Heading) -> AnyView {
    match item {
        Item::Question(id) => question(app, id, heading),
        Item::Ticks { question, only } => options::ticks(app, question, only),
        Item::Nearby(ids) => options::nearby(app, ids),
    }
}

/// The words of a question, in young people's words where these hold.
pub fn text_of(app: Context, id: &str) -> String {
    let young = app.is_young();
    app.catalogue.with_value(|catalogue| {
        let Some(asked) = catalogue.question(id) else {
            return String::new();
        };
        let question = &asked.question;
        if young && !question.young.is_empty() { question.young.clone() } else { question.text.clone() }
    })
}

/// The name of an area.
pub fn area_name(app: Context, area: usize) -> String {
    let young = app.is_young();
    app.catalogue.with_value(|catalogue| {
        let area = &catalogue.content.areas[area];
        if young && !area.young_name.is_empty() { area.young_name.clone() } else { area.name.clone() }
    })
}

/// A question with everything around it.
pub fn question(app: Context, id: &str, heading: Heading) -> AnyView {
    let Some(asked) = app.catalogue.with_value(|catalogue| catalogue.question(id).cloned()) else {
        return nothing();
    };
    let named_by = if heading == Heading::Page { "title".to_owned() } else { format!("{id}-title") };
    let body = match asked.question.kind {
        Kind::YesNo | Kind::One | Kind::Many => options::choice(app, &asked),
        Kind::Number { scale: true, min, max } => options::scale(app, &asked, min, max),
        Kind::Number { scale: false, min, max } => field::number(app, &asked, &named_by, min, max),
        Kind::Date => field::date(app, &asked, &named_by),
        Kind::Text => field::text(app, &asked, &named_by),
        Kind::People(fields) => people_field::people(app, &asked, fields),
    };
    let name = (heading == Heading::Own).then(|| text_of(app, id));
    let help = if asked.question.help.is_empty() { nothing() } else { paragraph("help", asked.question.help.clone()) };
    framed(&named_by, name, vec![help, body, quiet(app, &asked)])
}

/// Everything of one question, named by a legend of its own or by an element elsewhere.
pub fn framed(named_by: &str, name: Option<String>, inside: Vec<AnyView>) -> AnyView {
    let elsewhere = name.is_none().then(|| named_by.to_owned());
    let legend = name
        .map_or_else(nothing, |name| view! { <legend><span id=named_by.to_owned()>{name}</span></legend> }.into_any());
    view! { <fieldset class="question" aria-labelledby=elsewhere>{legend}{inside}</fieldset> }.into_any()
}

/// “Dat weet ik niet”, “Dat zeg ik liever niet”, “Hier wil ik over praten”: small, under every question.
fn quiet(app: Context, asked: &Asked) -> AnyView {
    let id = asked.question.id.clone();
    let own_words_for_it = asked.question.options.iter().any(|option| option.text == app.text("answer.unknown"));
    let keys = [("unknown", "answer.unknown"), ("withheld", "answer.withheld"), ("mark", "mark.set")];
    // The mark belongs to what one tells about an area, not to a question about the device or a consent.
    let markable = asked.area.is_some();
    let keys = keys.into_iter().filter(|(key, _)| match *key {
        "unknown" => !own_words_for_it,
        "mark" => markable,
        _ => true,
    });
    let items = keys.map(|(key, text)| small(key, app.text(text))).collect();
    let chosen = {
        let id = id.clone();
        Signal::derive(move || {
            app.both(|facts, dossier| {
                let mut chosen = Vec::new();
                match facts.raw(&id) {
                    Some(Answer::Unknown) => chosen.push("unknown".to_owned()),
                    Some(Answer::Withheld) => chosen.push("withheld".to_owned()),
                    _ => {}
                }
                if dossier.marks.contains(&id) {
                    chosen.push("mark".to_owned());
                }
                chosen
            })
        })
    };
    let name = format!("{id}-quiet");
    let pick = Callback::new(move |pick: Pick| {
        let answered = |answer| Event::Answered { question: id.clone(), answer };
        app.send(match pick {
            Pick::Chosen(key) if key == "mark" => Event::Marked { item: id.clone(), on: true },
            Pick::Dropped(key) if key == "mark" => Event::Marked { item: id.clone(), on: false },
            Pick::Chosen(key) if key == "unknown" => answered(Some(Answer::Unknown)),
            Pick::Chosen(_) => answered(Some(Answer::Withheld)),
            Pick::Dropped(_) | Pick::Marked(..) => answered(None),
        });
    });
    let marked = Signal::derive(Vec::new);
    choices(ChoiceList { name, items, look: Look::Quiet, chosen, marked, on_pick: pick })
}

fn small(id: &str, text: String) -> ChoiceItem {
    ChoiceItem { id: id.to_owned(), text, icon: String::new(), explain: String::new(), mark: String::new() }
}

/// Whether a question shows situations, which can be marked one by one.
pub fn is_markable(asked: &Asked) -> bool {
    asked.question.options_from == Options::Situations
}
