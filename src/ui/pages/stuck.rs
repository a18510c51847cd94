//! “Het loopt vast”: the links to its road and back, and its two sheets.

use super::{act, extras, for_someone_else, hint, paper, sharing, way};
use crate::model::catalogue::ScreenRef;
use crate::model::content::condition::Condition;
use crate::model::content::{Screen, Sheet, Step};
use crate::model::journey;
use crate::model::paper::plain_text;
use crate::model::paper::{ComposedPaper, LeftOver, Offered, compose, offered};
use crate::model::route::Route;
use crate::ui::components::basic::{
    button, foldout, group, heading, list, paragraph, paragraphs, section, tick, title,
};
use crate::ui::components::{Size, document_view};
use crate::ui::context::{Act, App, AskedFor, Tick};
use crate::ui::view::View;

/// The button in the menu, which says that it calls nobody.
pub fn in_menu(app: App) -> Option<View> {
    let may_say = app.facts.is_asked(&app.catalogue.content.flow.roles.stuck);
    let say = act(app, "", "let-op", "stuck.say", Act::SayStuck);
    may_say.then(|| View::many(vec![say, hint(app, "stuck.say-help")]))
}

/// The link to the road, if the road is open and this screen is not on it.
pub fn way_in(app: App) -> View {
    let is_there = app.dossier.beside.is_some() && matches!(app.route, Route::Step(_));
    if is_there || journey::side_road_screens(&app.facts, &app.dossier, Step::Stuck).is_empty() {
        return View::nothing();
    }
    group("links", vec![act(app, "", "", "stuck.tell", Act::TellStuck)])
}

/// On the first screen of the road: takes back what was chosen in the menu.
pub fn way_out(app: App, place: ScreenRef) -> View {
    let first = journey::side_road_screens(&app.facts, &app.dossier, Step::Stuck).first().copied();
    if first != Some(place) || !app.facts.yes(&app.catalogue.content.flow.roles.stuck) {
        return View::nothing();
    }
    group("links", vec![act(app, "", "", "stuck.not", Act::NotStuck)])
}

/// At the end of the road: the two sheets, or the reason why there is none now.
pub fn at_the_end(app: App, screen: &Screen<Condition>) -> View {
    let links = links(app);
    let sheets = if links.is_empty() { for_someone_else::no_sheet(app) } else { list("links", links) };
    View::many(vec![title(screen.title.clone()), paragraphs("help", &screen.help), sheets])
}

/// On the page of the sheet: links to the two extra sheets, and a link to write more for them.
pub fn on_paper(app: App) -> View {
    let links = links(app);
    if links.is_empty() {
        return View::nothing();
    }
    let help = hint(app, "stuck.sheets-help");
    section("", vec![heading(app.text("stuck.sheets-heading")), help, list("links", links), way_in(app)])
}

/// Links to those of the two extra sheets that are available.
fn links(app: App) -> Vec<View> {
    let sheets = [
        (Sheet::TailoredRequest, "stuck.v3", Route::SheetTailored),
        (Sheet::MeetingRequest, "stuck.v4", Route::SheetTogether),
    ];
    let there = sheets.into_iter().filter(|(sheet, ..)| offered(&app.facts, *sheet) == Offered::Yes);
    there.map(|(_, key, route)| way(app, "", "", key, route)).collect()
}

/// One of the two sheets with its actions.
pub fn sheet(app: App, sheet: Sheet) -> View {
    let back = way(app, "back", "terug", "button.show-end", Route::Sheet);
    let (name, help) = match sheet {
        Sheet::TailoredRequest => ("stuck.v3-title", "stuck.v3-help"),
        Sheet::Summary | Sheet::OwnPlan | Sheet::MeetingRequest | Sheet::SafetyCard => {
            ("stuck.v4-title", "stuck.v4-help")
        }
    };
    let there = offered(&app.facts, sheet) == Offered::Yes && !paper::is_closed(app);
    let paper = compose(&app.facts, &app.dossier.paper, sheet).filter(|_| there);
    let mut parts = vec![back, title(app.text(name))];
    if let Some(paper) = paper {
        parts.push(hint(app, help));
        parts.extend(shown(app, sheet, paper));
    }
    View::many(parts)
}

fn shown(app: App, sheet: Sheet, paper: ComposedPaper) -> Vec<View> {
    let plain = plain_text::plain(&paper.document);
    let is_large = app.has_asked(AskedFor::Large);
    let size = if is_large { Size::Large } else { Size::Paper };
    let along = app.dossier.paper.sheets.contains(&sheet);
    vec![
        sharing::findings(app),
        document_view(&paper.document, size, &app.text("label.sheet")),
        left_over(app, paper.left_over),
        paper::print_alone(app),
        group(
            "actions",
            vec![
                extras::print_button(app, "primary", "stuck.print", "paper.print-failed"),
                button(
                    "secondary",
                    "",
                    app.text(if is_large { "stuck.small" } else { "stuck.large" }),
                    app.tap(Act::Enlarge),
                ),
            ],
        ),
        tick("choice", app.text("stuck.along"), along, app.tick(Tick::Sheet(sheet))),
        way_in(app),
        hint(app, "paper.print-warning"),
        hint(app, "paper.print-headers"),
        foldout("", vec![View::text(app.text("paper.text-heading"))], vec![extras::copyable(app, plain)]),
    ]
}

/// Whole texts that do not fit on the page.
fn left_over(app: App, left_over: Vec<LeftOver>) -> View {
    if left_over.is_empty() {
        return View::nothing();
    }
    let items = left_over.into_iter().map(|left| View::text(left.text)).collect();
    section("notice", vec![group("", vec![paragraph("", app.text("stuck.left-over")), list("", items)])])
}
