//! The resident decides what goes on paper: block by block, line by line, and for each finding in free text.

use super::frame::message;
use super::{field, hint, question, step};
use crate::model::catalogue::ScreenRef;
use crate::model::content::condition::Condition;
use crate::model::content::{Screen, Sheet};
use crate::model::journey;
use crate::model::paper::{self, Offered};
use crate::model::privacy::scan::Finding;
use crate::ui::components::basic::{button, group, heading, list, paragraph, paragraphs, section, title};
use crate::ui::components::{ChoiceItem, ChoiceLook, choices};
use crate::ui::context::{Act, App, Tick};
use crate::ui::view::View;

/// The sharing screen.
pub fn page(app: App, place: ScreenRef, screen: &Screen<Condition>) -> View {
    let name = if screen.title.is_empty() { app.text("sharing.title") } else { screen.title.clone() };
    let offered = paper::offered(&app.facts, Sheet::Summary) == Offered::Yes;
    let questions = paper_questions(app);
    View::many(vec![
        title(name),
        paragraphs("help", &screen.help),
        hint(app, "sharing.never"),
        clock_doubt(app),
        findings(app),
        flag_lines(app, &questions),
        step::items_but(app, place, true, &questions),
        if offered { blocks(app) } else { View::nothing() },
        further(app),
    ])
}

/// A device clock that is far off makes every counted date wrong, so none of them goes on paper.
pub fn clock_doubt(app: App) -> View {
    if app.facts.sure_today().is_some() { View::nothing() } else { message(app, "N26c", &[]) }
}

/// Free texts with findings: each stays off paper until the resident decides.
pub fn findings(app: App) -> View {
    let mut texts: Vec<(String, Vec<Finding>)> = Vec::new();
    for (id, finding) in paper::held_back(&app.facts, &app.dossier.paper) {
        match texts.iter_mut().find(|(other, _)| *other == id) {
            Some((_, findings)) => findings.push(finding),
            None => texts.push((id, vec![finding])),
        }
    }
    let shown = texts.into_iter().map(|(id, findings)| {
        let found = field::found(app, &id, findings, &Act::Change(id.clone()));
        group("", vec![paragraph("help", question::text_of(app, &id)), found])
    });
    View::many(shown.collect())
}

/// One neutral sentence per flag, off unless the resident says yes; the help text shows the printed sentence.
fn flag_lines(app: App, questions: &[&str]) -> View {
    let mut inside = vec![heading(app.text("sharing.lines-heading")), hint(app, "sharing.lines-help")];
    let before = inside.len();
    for id in questions {
        if app.facts.is_asked(id) {
            inside.push(question::question(app, id, question::Heading::Own));
        }
    }
    if inside.len() == before { View::nothing() } else { section("", inside) }
}

/// The questions that allow a line; each is shown with its line.
fn paper_questions(app: App) -> Vec<&'static str> {
    let papers = app.catalogue.content.safety.flags.iter().filter_map(|flag| flag.paper.as_ref());
    let mut questions: Vec<&str> = papers.map(|paper| paper.question.as_str()).collect();
    questions.dedup();
    questions
}

/// Chooses for each block whether it is printed.
fn blocks(app: App) -> View {
    let blocks = app.catalogue.content.sheets.v1.blocks.iter().filter(|block| block.optional);
    let items = blocks.map(|block| ChoiceItem {
        id: block.number.to_string(),
        text: block.heading.clone(),
        icon: String::new(),
        chosen: !app.dossier.paper.blocks_off.contains(&block.number),
        on: app.tick(Tick::Block(block.number)),
        explain: String::new(),
        mark: None,
    });
    let list = choices("blok", ChoiceLook::Many, items.collect());
    question::framed("blok-title", Some(app.text("sharing.blocks-heading")), vec![list])
}

/// Screens of the longer road that the resident can open here: consents, and how to be reached safely.
fn further(app: App) -> View {
    let link = |place| button("", "", app.catalogue.screen(place).title.clone(), app.tap(Act::Open(place)));
    list("links", journey::further(&app.facts, &app.dossier).into_iter().map(link).collect())
}
