//! One question on the screen: its text, its answer, and two ways to skip it.

use super::long_list::PART;
use super::{field, options, people_field, undo};
use crate::model::catalogue::Asked;
use crate::model::content::{Options, QuestionKind};
use crate::model::dossier::answers::Answer;
use crate::model::journey::ScreenItem;
use crate::ui::components::basic::paragraph;
use crate::ui::components::{ChoiceItem, ChoiceLook, choices};
use crate::ui::context::{App, Tick};
use crate::ui::view::{View, element};

/// The element that names the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The heading of the page.
    Page,
    /// A heading of its own.
    Own,
}

/// One item of a screen.
pub fn item(app: App, item: &ScreenItem, heading: Heading) -> View {
    match item {
        ScreenItem::Question(id) => question(app, id, heading),
        ScreenItem::Ticks { question, only } => options::ticks(app, question, only),
        ScreenItem::Nearby(ids) => options::nearby(app, ids),
    }
}

/// Returns the text of a question, in the wording for young people if that applies.
pub fn text_of(app: App, id: &str) -> String {
    let asked = app.catalogue.question(id);
    asked.map_or(String::new(), |asked| app.facts.words_of(asked.question).to_owned())
}

/// Returns the name of an area.
pub fn area_name(app: App, area: usize) -> String {
    let area = &app.catalogue.content.areas[area];
    app.facts.in_words(&area.name, &area.young_name).to_owned()
}

/// A question with its help, messages and small answers.
pub fn question(app: App, id: &str, heading: Heading) -> View {
    let Some(asked) = app.catalogue.question(id) else { return View::nothing() };
    let named_by = if heading == Heading::Page { "title".to_owned() } else { format!("{id}-title") };
    let body = match asked.question.kind {
        QuestionKind::YesNo | QuestionKind::One | QuestionKind::Many => options::choice(app, asked),
        QuestionKind::Number { scale: true, min, max } => options::scale(app, asked, min, max),
        QuestionKind::Number { scale: false, min, max } => field::number(app, asked, &named_by, min, max),
        QuestionKind::Date => field::date(app, asked, &named_by),
        QuestionKind::Text => field::text(app, asked, &named_by),
        QuestionKind::People(fields) => people_field::people(app, asked, fields, PART),
    };
    let name = (heading == Heading::Own).then(|| text_of(app, id));
    let help =
        if asked.question.help.is_empty() { View::nothing() } else { paragraph("help", asked.question.help.clone()) };
    framed(&named_by, name, vec![help, body, quiet(app, asked), undo::answer(app, id)])
}

/// The inputs of a question, named by a legend or by an element elsewhere.
pub fn framed(named_by: &str, name: Option<String>, inside: Vec<View>) -> View {
    let frame = element("fieldset").class("question").keyed(named_by);
    let Some(name) = name else { return frame.with("aria-labelledby", named_by).holding(inside) };
    let mut children = vec![element("legend").holding(vec![element("span").id(named_by).text(name)])];
    children.extend(inside);
    frame.holding(children)
}

/// “Dat weet ik niet”, “Dat zeg ik liever niet”, “Hier wil ik over praten”: small, below every question.
fn quiet(app: App, asked: &Asked) -> View {
    let id = &asked.question.id;
    let unknown = app.text("answer.unknown");
    let answer = app.facts.raw(id);
    let mut items = Vec::new();
    if asked.options.iter().all(|option| option.text != unknown) {
        let chosen = answer == Some(&Answer::Unknown);
        items.push(small(app, "unknown", unknown, chosen, Tick::Unknown(id.clone())));
    }
    let withheld = answer == Some(&Answer::Withheld);
    items.push(small(app, "withheld", app.text("answer.withheld"), withheld, Tick::Withheld(id.clone())));
    // Only a question about an area can be marked, not a question about the device or a consent.
    if asked.area.is_some() {
        let set = app.dossier.marks.contains(id);
        items.push(small(app, "mark", app.text("mark.set"), set, Tick::Mark(id.clone())));
    }
    choices(&format!("{id}-quiet"), ChoiceLook::Quiet, items)
}

fn small(app: App, id: &str, text: String, chosen: bool, tick: Tick) -> ChoiceItem {
    ChoiceItem {
        id: id.to_owned(),
        text,
        icon: String::new(),
        chosen,
        on: app.tick(tick),
        explain: String::new(),
        mark: None,
    }
}

/// Returns whether a question shows situations, each of which can be marked.
pub fn is_markable(asked: &Asked) -> bool {
    asked.question.options_from == Options::Situations
}
