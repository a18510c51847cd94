//! What may be on paper: block by block, line by line, everything that was found in own words decided by the resident.

use leptos::prelude::*;

use super::frame::message;
use super::{check, field, question, step};
use crate::model::catalogue::Place;
use crate::model::condition::Condition;
use crate::model::content::{Screen, Sheet, Step, Way};
use crate::model::dossier::{Event, PaperEvent};
use crate::model::journey;
use crate::model::scan::Finding;
use crate::model::sheet::{self, Offered};
use crate::ui::actions;
use crate::ui::components::basic::{
    button, group, heading, list, live, nothing, paragraph, paragraphs, section, title,
};
use crate::ui::components::{ChoiceItem, ChoiceList, Look, Pick, choices};
use crate::ui::context::Context;

/// The sharing screen.
pub fn page(app: Context, place: Place, screen: &Screen<Condition>) -> AnyView {
    let name = if screen.title.is_empty() { app.text("sharing.title") } else { screen.title.clone() };
    let offered = app.fact(|facts| sheet::offered(facts, Sheet::V1) == Offered::Yes);
    vec![
        title(name),
        paragraphs("help", screen.help.clone()),
        paragraph("help", app.text("sharing.never")),
        clock_doubt(app),
        live(move || findings(app)),
        flag_lines(app),
        step::items_but(app, place, true, paper_questions(app)),
        if offered { blocks(app) } else { nothing() },
        further(app),
    ]
    .into_any()
}

/// A clock that is far off makes every counted date wrong.
fn clock_doubt(app: Context) -> AnyView {
    let likely = (2024..2040).contains(&app.today().year());
    if likely { nothing() } else { message(app, "N26c", &[]) }
}

/// Own words in which something was found: each waits for a word of the resident, and is on no paper until then.
pub fn findings(app: Context) -> AnyView {
    let open: Vec<(String, Finding)> = app.both(|facts, dossier| sheet::held_back(facts, &dossier.paper));
    let mut texts: Vec<(String, Vec<Finding>)> = Vec::new();
    for (id, finding) in open {
        match texts.iter_mut().find(|(other, _)| *other == id) {
            Some((_, findings)) => findings.push(finding),
            None => texts.push((id, vec![finding])),
        }
    }
    let shown = texts.into_iter().map(|(id, findings)| {
        let mut inside = vec![paragraph("help", question::text_of(app, &id))];
        let question = id.clone();
        let mend = Callback::new(move |()| check::change(app, &question));
        inside.extend(field::found(app, &id, findings, mend));
        group("", inside)
    });
    shown.collect::<Vec<_>>().into_any()
}

/// The one neutral sentence of each flag, off unless the resident says yes.
fn flag_lines(app: Context) -> AnyView {
    let lines = Memo::new(move |_| open_lines(app));
    live(move || {
        let lines = lines.get();
        if lines.is_empty() {
            return nothing();
        }
        let mut inside =
            vec![heading(app.text("sharing.lines-heading")), paragraph("help", app.text("sharing.lines-help"))];
        inside.extend(lines.into_iter().map(|id| question::question(app, &id, question::Heading::Own)));
        section("", inside)
    })
}

/// The questions that allow a line; each stands with its line.
fn paper_questions(app: Context) -> Vec<String> {
    app.catalogue.with_value(|catalogue| {
        let papers = catalogue.content.safety.flags.iter().filter_map(|flag| flag.paper.as_ref());
        let mut questions: Vec<String> = papers.map(|paper| paper.question.clone()).collect();
        questions.dedup();
        questions
    })
}

/// The questions about lines of flags that are up; what each would print stands in its help.
fn open_lines(app: Context) -> Vec<String> {
    let mut open = paper_questions(app);
    open.retain(|question| app.fact(|facts| facts.is_asked(question)));
    open
}

/// Block by block: on the sheet or not.
fn blocks(app: Context) -> AnyView {
    let items: Vec<ChoiceItem> = app.catalogue.with_value(|catalogue| {
        let blocks = catalogue.content.sheets.v1.blocks.iter().filter(|block| block.optional);
        let item = |id: u8, text: &str| ChoiceItem {
            id: id.to_string(),
            text: text.to_owned(),
            icon: String::new(),
            explain: String::new(),
            mark: String::new(),
        };
        blocks.map(|block| item(block.number, &block.heading)).collect()
    });
    let ids: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
    let chosen = Signal::derive(move || {
        let off = app.dossier.with(|dossier| dossier.paper.blocks_off.clone());
        let on = |id: &&String| id.parse::<u8>().is_ok_and(|number| !off.contains(&number));
        ids.iter().filter(on).cloned().collect::<Vec<_>>()
    });
    let on_pick = Callback::new(move |pick: Pick| {
        let (id, shown) = match pick {
            Pick::Chosen(id) => (id, true),
            Pick::Dropped(id) | Pick::Marked(id, _) => (id, false),
        };
        if let Ok(block) = id.parse() {
            app.send(Event::Paper(PaperEvent::BlockShown { block, shown }));
        }
    });
    let marked = Signal::derive(Vec::new);
    let list = choices(ChoiceList { name: "blok".to_owned(), items, look: Look::Many, chosen, marked, on_pick });
    question::framed("blok-title", Some(app.text("sharing.blocks-heading")), vec![list])
}

/// Screens of the longer road that can be asked for from here: consents, and how to be reached safely.
fn further(app: Context) -> AnyView {
    let screens = app.both_now(|facts, dossier| {
        let steps = journey::steps(facts, dossier);
        let places = facts.catalogue.places().iter().copied();
        let missing = places.filter(|place| !steps.contains(place));
        let sharing = missing.filter(|place| {
            let screen = facts.catalogue.screen(*place);
            screen.step == Step::Sharing && screen.way == Way::More
        });
        sharing.map(|place| (place, facts.catalogue.screen(place).clone())).collect::<Vec<_>>()
    });
    let links = screens.into_iter().map(|(place, screen)| {
        let (number, name) = (app.number(place), screen.title.clone());
        let open = Callback::new(move |()| {
            app.send(Event::Opened { screen: screen.id.clone() });
            app.go.run(app.both_now(|facts, _| actions::route_of(facts, number)));
        });
        button("", "", name, open)
    });
    list("links", links.collect())
}
