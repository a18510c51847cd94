//! The sheet: on the screen, on one A4, large for the desk, and as text; and the call note.

use super::frame::message;
use super::{act, extras, for_someone_else, hint, sharing, step, stuck, way};
use crate::model::catalogue::ScreenRef;
use crate::model::content::{FlagDoes, PageKind, Sheet};
use crate::model::paper::document::Document;
use crate::model::paper::plain_text;
use crate::model::paper::{self, LeftOver, Offered, call_note as note, summary};
use crate::model::route::Route;
use crate::model::update::{Event, PaperEvent};
use crate::ui::components::basic::{button, choose, foldout, group, heading, list, paragraph, section, tick, title};
use crate::ui::components::{Size, document_view};
use crate::ui::context::{Act, App, AskedFor, InputField, Tick};
use crate::ui::view::View;

/// The sheet with all its actions.
pub fn page(app: App) -> View {
    let place = place_of(app, PageKind::Paper);
    let name = place.map(|place| app.catalogue.screen(place).title.clone()).unwrap_or_default();
    let body = if is_closed(app) {
        closed(app)
    } else if app.dossier.is_empty() && !app.has_asked(AskedFor::EmptySheet) {
        nothing_yet(app)
    } else {
        made(app)
    };
    View::many(vec![
        way(app, "back", "terug", "button.to-check", Route::Check),
        title(name),
        place.map_or(View::nothing(), |place| step::items(app, place, true)),
        sharing::clock_doubt(app),
        body,
    ])
}

/// The sheet large on the screen, for residents without a printer.
pub fn large(app: App) -> View {
    let shown = if is_closed(app) {
        vec![title(app.text("paper.closed-heading")), for_someone_else::no_sheet(app)]
    } else {
        vec![
            title(app.text("paper.show-heading")),
            hint(app, "paper.show-help"),
            sheet_view(app, &sheet_of(app).document, Size::Large),
        ]
    };
    View::many(vec![View::many(shown), back_to_sheet(app)])
}

/// The call note, also available without a sheet.
pub fn call_note(app: App) -> View {
    let document = if is_closed(app) {
        closed(app)
    } else {
        document_view(&note::compose(&app.facts, &app.dossier.paper), Size::Paper, &app.text("call.title"))
    };
    let along = tick("choice", app.text("paper.page-2-call"), app.dossier.paper.call_note, app.tick(Tick::CallNote));
    View::many(vec![title(app.text("call.title")), gemeente(app), document, along, back_to_sheet(app)])
}

fn back_to_sheet(app: App) -> View {
    group("actions", vec![way(app, "primary", "", "button.show-end", Route::Sheet)])
}

/// The choice of gemeente; the call note then shows its desk and hours.
fn gemeente(app: App) -> View {
    let mut options = vec![(String::new(), app.text("call.gemeente-none"))];
    let gemeenten = app.catalogue.content.gemeenten.iter();
    options.extend(gemeenten.map(|gemeente| (gemeente.id.clone(), gemeente.name.clone())));
    let chosen = app.dossier.paper.gemeente.clone().unwrap_or_default();
    choose("gemeente", app.text("call.gemeente-label"), options, chosen, app.field(InputField::Gemeente))
}

fn made(app: App) -> View {
    let paper = sheet_of(app);
    let plain = plain_text::plain(&paper.document);
    View::many(vec![
        message(app, "N31", &[("message.N31.button", to_call_note(app))]),
        sharing::findings(app),
        sheet_view(app, &paper.document, Size::Paper),
        left_over(app, paper.left_over),
        print_alone(app),
        ways_out(app),
        stuck::on_paper(app),
        hint(app, "paper.print-warning"),
        hint(app, "paper.print-headers"),
        foldout("", vec![View::text(app.text("paper.text-heading"))], vec![extras::copyable(app, plain)]),
        objection(app),
    ])
}

/// Actions: print the sheet, show it large, add the call note.
fn ways_out(app: App) -> View {
    let buttons = vec![
        extras::print_button(app, "primary", "button.print", "paper.print-failed"),
        way(app, "secondary", "", "button.show", Route::SheetLarge),
        act(app, "secondary", "bel", "button.call-note", to_call_note(app)),
    ];
    group("actions", buttons)
}

/// Navigates to the call note, which says where to take the sheet.
fn to_call_note(app: App) -> Act {
    place_of(app, PageKind::CallNote).map_or(Act::Go(Route::Sheet), Act::Open)
}

/// Advice to print alone, for residents who do not know whether someone is looking along.
pub fn print_alone(app: App) -> View {
    if app.facts.is_device_free() { View::nothing() } else { hint(app, "paper.print-alone") }
}

fn objection(app: App) -> View {
    let keys = ["paper.objection-1", "paper.objection-2", "paper.objection-3"];
    let lines = keys.map(|key| View::text(app.text(key)));
    section("", vec![heading(app.text("paper.objection-heading")), list("", lines.into())])
}

fn sheet_of(app: App) -> paper::ComposedPaper {
    summary::compose(&app.facts, &app.dossier.paper)
}

fn sheet_view(app: App, document: &Document, size: Size) -> View {
    document_view(document, size, &app.text("label.sheet"))
}

/// Answers that do not fit on paper; the resident chooses which ones to print.
fn left_over(app: App, left_over: Vec<LeftOver>) -> View {
    if left_over.is_empty() {
        return View::nothing();
    }
    let items = left_over.into_iter().map(|left| {
        let along = Event::Paper(PaperEvent::GoesAlong { part: left.key, along: true });
        // The text itself is the button's name, because many buttons of the same name could not be told apart.
        button("secondary", "", left.text, app.tap(Act::Send(along)))
    });
    let items = items.collect();
    section("notice", vec![group("", vec![paragraph("", app.text("message.N23c.text")), list("", items)])])
}

/// Returns whether nothing may leave the screen now.
pub fn is_closed(app: App) -> bool {
    paper::offered(&app.facts, Sheet::Summary) != Offered::Yes || app.facts.does(&FlagDoes::ClosesExport)
}

fn closed(app: App) -> View {
    View::many(vec![heading(app.text("paper.closed-heading")), for_someone_else::no_sheet(app)])
}

fn nothing_yet(app: App) -> View {
    let buttons = [("message.N27.button", Act::Go(Route::Start)), ("message.N27.other-button", Act::EmptySheet)];
    message(app, "N27", &buttons)
}

fn place_of(app: App, page: PageKind) -> Option<ScreenRef> {
    let mut places = app.catalogue.places().iter().copied();
    places.find(|place| app.catalogue.screen(*place).page == page)
}
