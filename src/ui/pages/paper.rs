//! The sheet: on the screen, on one A4, large for the desk, and as text; and the call note.

use leptos::prelude::*;

use super::frame::message;
use super::{extras, other, sharing, step};
use crate::model::catalogue::Place;
use crate::model::content::{FlagDoes, Page, Sheet};
use crate::model::dossier::{Dossier, Event, PaperEvent};
use crate::model::route::Route;
use crate::model::sheet::{self, LeftOver, Offered, call_note as note, v1};
use crate::model::text;
use crate::ui::components::basic::{
    button, choose, group, heading, link, list, live, nothing, paragraph, section, tick, title,
};
use crate::ui::components::{Size, document_view};
use crate::ui::context::{Command, Context};

/// The sheet with everything one can do with it.
pub fn page(app: Context) -> AnyView {
    let body = move || {
        if !may_be_made(app) {
            closed(app)
        } else if app.dossier.with(Dossier::is_empty) && !app.empty_sheet.get() {
            nothing_yet(app)
        } else {
            made(app)
        }
    };
    vec![
        link("back", "terug", app.text("button.to-check"), Route::Check.fragment()),
        title(screen_title(app, Page::Paper)),
        place_of(app, Page::Paper).map_or_else(nothing, |place| step::items(app, place, true)),
        live(body),
    ]
    .into_any()
}

/// Large on the screen, for who has no printer.
pub fn large(app: Context) -> AnyView {
    app.send(Event::Paper(PaperEvent::Made));
    let body = live(move || if may_be_made(app) { sheet_view(app, Size::Large) } else { closed(app) });
    vec![
        title(app.text("paper.show-heading")),
        paragraph("help", app.text("paper.show-help")),
        body,
        back_to_sheet(app),
    ]
    .into_any()
}

/// The call note, also without a sheet.
pub fn call_note(app: Context) -> AnyView {
    let document = live(move || {
        if !may_be_made(app) {
            return closed(app);
        }
        let document = app.both(|facts, dossier| note::compose(facts, &dossier.paper));
        document_view(document, Size::Paper, &app.text("call.title"))
    });
    let along = Signal::derive(move || app.dossier.with(|dossier| dossier.paper.call_note));
    let tap = Callback::new(move |along| app.send(Event::Paper(PaperEvent::CallNote { along })));
    vec![
        title(app.text("call.title")),
        gemeente(app),
        document,
        tick("choice", app.text("paper.page-2-call"), along, tap),
        back_to_sheet(app),
    ]
    .into_any()
}

fn back_to_sheet(app: Context) -> AnyView {
    group("actions", vec![link("primary", "", app.text("button.show-end"), Route::Sheet.fragment())])
}

/// Which gemeente; its desk and hours then stand on the call note.
fn gemeente(app: Context) -> AnyView {
    let mut options = vec![(String::new(), app.text("call.gemeente-none"))];
    options.extend(app.catalogue.with_value(|catalogue| {
        let gemeenten = catalogue.content.gemeenten.iter();
        gemeenten.map(|gemeente| (gemeente.id.clone(), gemeente.name.clone())).collect::<Vec<_>>()
    }));
    let chosen = Signal::derive(move || app.dossier.with(|dossier| dossier.paper.gemeente.clone().unwrap_or_default()));
    let tap = Callback::new(move |id| app.send(Event::Paper(PaperEvent::GemeenteChosen { id })));
    choose("gemeente".to_owned(), app.text("call.gemeente-label"), options, chosen, tap)
}

fn made(app: Context) -> AnyView {
    let plain = app.both(|facts, dossier| text::plain(&v1::compose(facts, &dossier.paper).document));
    let as_text = vec![extras::copyable(app, plain)];
    let as_text = view! { <details><summary>{app.text("paper.text-heading")}</summary>{as_text}</details> }.into_any();
    vec![
        message(app, "N31", &[("message.N31.button", Callback::new(move |()| to_call_note(app)))]),
        sharing::findings(app),
        sheet_view(app, Size::Paper),
        left_over(app),
        ways_out(app),
        print_alone(app),
        paragraph("help", app.text("paper.print-warning")),
        paragraph("help", app.text("paper.print-headers")),
        as_text,
        objection(app),
    ]
    .into_any()
}

/// Print it, show it, and the call note.
fn ways_out(app: Context) -> AnyView {
    let print = Callback::new(move |()| {
        app.send(Event::Paper(PaperEvent::Made));
        app.command.run(Command::Print);
    });
    let to_note = Callback::new(move |()| to_call_note(app));
    let buttons = vec![
        button("primary", "print", app.text("button.print"), print),
        link("secondary", "", app.text("button.show"), Route::SheetLarge.fragment()),
        button("secondary", "bel", app.text("button.call-note"), to_note),
    ];
    group("actions", buttons)
}

/// To the call note, which says where the sheet goes.
fn to_call_note(app: Context) {
    if let Some(place) = place_of(app, Page::CallNote) {
        let screen = app.catalogue.with_value(|catalogue| catalogue.screen(place).id.clone());
        app.send(Event::Opened { screen });
        app.go.run(Route::Step(app.number(place)));
    }
}

/// For who does not know whether someone looks along.
fn print_alone(app: Context) -> AnyView {
    let free = app.fact(|facts| {
        let roles = &facts.catalogue.content.flow.roles;
        let said_free = |question: &str| facts.picks(question).contains(&roles.device_free.as_str());
        said_free(&roles.device) || said_free(&roles.device_again)
    });
    if free { nothing() } else { paragraph("help", app.text("paper.print-alone")) }
}

fn objection(app: Context) -> AnyView {
    let keys = ["paper.objection-1", "paper.objection-2", "paper.objection-3"];
    let lines = keys.map(|key| app.text(key).into_any());
    section("", vec![heading(app.text("paper.objection-heading")), list("", lines.into())])
}

fn sheet_view(app: Context, size: Size) -> AnyView {
    let document = app.both(|facts, dossier| v1::compose(facts, &dossier.paper).document);
    document_view(document, size, &app.text("label.sheet"))
}

/// What has no room on paper at all: the resident chooses what goes along.
fn left_over(app: Context) -> AnyView {
    let paper = app.both(|facts, dossier| v1::compose(facts, &dossier.paper));
    if paper.left_over.is_empty() {
        return nothing();
    }
    let choose = |left: LeftOver| {
        let along = Callback::new(move |()| {
            app.send(Event::Paper(PaperEvent::GoesAlong { part: left.key.clone(), along: true }));
        });
        // The text itself is the button: many buttons of the same name would tell nobody apart.
        button("secondary", "", left.text, along)
    };
    let items = paper.left_over.into_iter().map(choose).collect();
    section("notice", vec![group("", vec![paragraph("", app.text("message.N23c.text")), list("", items)])])
}

fn may_be_made(app: Context) -> bool {
    app.fact(|facts| sheet::offered(facts, Sheet::V1) == Offered::Yes && !facts.does(&FlagDoes::ClosesExport))
}

fn closed(app: Context) -> AnyView {
    vec![heading(app.text("paper.closed-heading")), other::no_sheet(app)].into_any()
}

fn nothing_yet(app: Context) -> AnyView {
    let begin = Callback::new(move |()| app.go.run(Route::Start));
    let anyway = Callback::new(move |()| app.empty_sheet.set(true));
    message(app, "N27", &[("message.N27.button", begin), ("message.N27.other-button", anyway)])
}

fn screen_title(app: Context, page: Page) -> String {
    let title = |place| app.catalogue.with_value(|catalogue| catalogue.screen(place).title.clone());
    place_of(app, page).map(title).unwrap_or_default()
}

fn place_of(app: Context, page: Page) -> Option<Place> {
    app.catalogue.with_value(|catalogue| {
        let places = catalogue.places().iter().copied();
        places.into_iter().find(|place| catalogue.screen(*place).page == page)
    })
}
