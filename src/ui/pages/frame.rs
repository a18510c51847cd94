//! The layout around every page: progress, storage status, notices and menu.

use super::{act, check, extras, help, overlay, paper, plan, step, stuck, way};
use crate::model::content::{Sheet, Step};
use crate::model::dossier::Notice;
use crate::model::plan_rules::gate;
use crate::model::route::{PlanPage, Route};
use crate::model::update::Event;
use crate::ui::actions::WIPE_DIALOG;
use crate::ui::components::basic::{foldout, group, icon, link, list, paragraph, said, title};
use crate::ui::components::notice;
use crate::ui::context::{Act, App, AskedFor, Saving, StartNotice};
use crate::ui::view::{View, element};

/// The app on the screen.
pub fn frame(app: App) -> View {
    // A returning resident chooses first; until then nothing overwrites the stored answers.
    let shown = match (app.overlay, app.start_notice) {
        _ if app.has_asked(AskedFor::Wipe) => wipe_page(app),
        (Some(overlay), _) => overlay::page(app, overlay),
        (None, StartNotice::Found) => take_up_page(app),
        _ => page(app),
    };
    View::many(vec![shown, wipe_dialog(app)])
}

fn page(app: App) -> View {
    let inside = vec![
        road(app),
        aloud(app),
        banner(app),
        unfinished(app),
        // The key gives each route a new body, so that its heading is a new element and gets focus. The layout around
        // it keeps its elements, which saves a slow phone half of the rendering.
        element("div").class("body").keyed(&app.route.fragment()).holding(vec![body(app)]),
        group("status", vec![icon("info"), said(status(app))]),
        menu(app),
        help::cards(app),
    ];
    element("main").class("page").with("tabindex", "-1").holding(inside)
}

/// The choice between the stored answers and a new start.
fn take_up_page(app: App) -> View {
    let buttons = vec![
        act(app, "primary", "", "button.resume", Act::TakeUp),
        act(app, "secondary", "", "button.begin-again", Act::AskToWipe),
    ];
    whole(app, "found", app.text("start.resume-heading"), &["message.N37.text"], buttons)
}

/// A page with only a few sentences, buttons and the help numbers.
pub fn whole(app: App, key: &str, heading: String, lines: &[&str], buttons: Vec<View>) -> View {
    let mut inside = vec![title(heading)];
    inside.extend(lines.iter().map(|key| paragraph("", app.text(key))));
    inside.extend([group("actions", buttons), help::cards(app)]);
    element("main").class("page").keyed(key).with("tabindex", "-1").holding(inside)
}

fn body(app: App) -> View {
    let goes_out = matches!(
        app.route,
        Route::Sheet | Route::SheetTailored | Route::SheetTogether | Route::SheetLarge | Route::TakeAlong
    );
    if goes_out && app.dossier.notices.contains(&Notice::WhoIsFeared) {
        return plan::who_is_feared(app);
    }
    match app.route {
        Route::Start => step::page(app, 1),
        Route::Step(number) => step::page(app, number),
        Route::Check => check::page(app),
        Route::Sheet => paper::page(app),
        Route::SheetTailored => stuck::sheet(app, Sheet::TailoredRequest),
        Route::SheetTogether => stuck::sheet(app, Sheet::MeetingRequest),
        Route::SheetLarge => paper::large(app),
        Route::TakeAlong => extras::take_along(app),
        Route::Traces => extras::traces(app),
        Route::Plan(page, part) => plan::page(app, page, part),
    }
}

/// The three phases of the road; never a count of questions.
fn road(app: App) -> View {
    let place = match app.route {
        Route::Step(number) => app.catalogue.place(number),
        _ => None,
    };
    let step = place.map(|place| app.catalogue.screen(place).step);
    let now = match (app.route, step) {
        (Route::Check | Route::Sheet | Route::SheetTailored | Route::SheetTogether | Route::SheetLarge, _)
        | (_, Some(Step::Sharing | Step::Paper)) => 2,
        (Route::Plan(..), _) | (_, Some(Step::First | Step::Circle | Step::Stuck)) => 1,
        _ => 0,
    };
    let mut words = Vec::new();
    for (index, key) in ["road.need", "road.plan", "road.fit"].into_iter().enumerate() {
        let current = if index == now { "step" } else { "" };
        words.push(element("li").with("aria-current", current).text(app.text(key)));
    }
    let words = element("ol").class("road").holding(words);
    element("nav").with("aria-label", &app.text("label.steps")).holding(vec![words])
}

/// The button to read the page aloud, if the resident asked for it.
fn aloud(app: App) -> View {
    if !app.facts.yes(&app.catalogue.content.flow.roles.aloud) {
        return View::nothing();
    }
    let buttons =
        vec![act(app, "", "", "button.read-aloud", Act::Speak), act(app, "", "", "button.read-stop", Act::BeQuiet)];
    let none = if app.has_asked(AskedFor::Voice) { said(app.text("read.none")) } else { View::nothing() };
    View::many(vec![group("links", buttons), none])
}

/// The storage status, always in the same place.
fn status(app: App) -> String {
    let (kept, means) = match app.saving {
        Saving::Memory | Saving::Blocked | Saving::Full | Saving::Failed | Saving::Newer => {
            ("status.not-kept", "status.not-kept-help")
        }
        Saving::Busy => ("status.keeping", "status.kept-help"),
        Saving::Saved => ("status.kept", "status.kept-help"),
    };
    let mut told = format!("{}. {}", app.text(kept), app.text(means));
    if app.dossier.made {
        told = format!("{told} {}.", app.text("status.not-handed-in"));
    }
    told
}

/// Notices about errors and earlier events, one message per cause.
fn banner(app: App) -> View {
    let mut shown = Vec::new();
    let mut tell = |id: &str, buttons: &[(&str, Act)]| shown.push(message(app, id, buttons));
    if app.offline {
        tell("N30", &[]);
    }
    match app.saving {
        Saving::Blocked => tell("N17", &[]),
        Saving::Full => tell("N18", &[("message.N18.button", Act::Go(Route::Sheet))]),
        Saving::Failed => tell("N11", &[("message.N11.button", Act::Go(Route::Sheet))]),
        Saving::Newer => tell("N3", &[("message.N3.button", Act::Reload)]),
        Saving::Memory | Saving::Busy | Saving::Saved => {}
    }
    if app.dossier.notices.contains(&Notice::KeepingStopped) {
        let close = Act::Send(Event::Noticed(Notice::KeepingStopped));
        tell("N22", &[("button.close-message", close)]);
    }
    let close = [("button.close-message", Act::CloseGreeting)];
    match app.start_notice {
        // Found answers have a page of their own, and a wipe needs a longer text.
        StartNotice::Nothing | StartNotice::Found | StartNotice::Wiped => {}
        StartNotice::Reloaded => tell("N19", &close),
        StartNotice::Restarted => tell("N15", &close),
        StartNotice::Lost => tell("N15b", &[("message.N15b.button", Act::CloseGreeting)]),
        StartNotice::NotWiped => tell("N32b", &[("message.N32b.button", Act::Wipe)]),
        StartNotice::Damaged => tell("N2", &close),
    }
    if app.start_notice == StartNotice::Wiped {
        shown.push(extras::wiped(app));
    }
    View::many(shown)
}

/// A message of the content with its buttons, each a text key and an action.
pub fn message(app: App, id: &str, buttons: &[(&str, Act)]) -> View {
    message_saying(app, app.text(&format!("message.{id}.text")), buttons)
}

/// A message whose text is already filled in.
pub fn message_saying(app: App, text: String, buttons: &[(&str, Act)]) -> View {
    let buttons = buttons.iter().map(|(key, act)| (app.text(key), app.tap(act.clone()))).collect();
    notice("let-op", text, buttons)
}

/// Asks what to do with an unfinished date.
fn unfinished(app: App) -> View {
    let Some(date) = &app.unfinished else { return View::nothing() };
    // More dates may be on the page.
    let text = app.fill("message.N26d.text", "{}", &date.name);
    let buttons = [("message.N26d.button", Act::FinishDate), ("message.N26d.other-button", Act::LeaveDateEmpty)];
    element("div").id("unfinished").with("tabindex", "-1").holding(vec![message_saying(app, text, &buttons)])
}

/// Actions available on every page.
fn menu(app: App) -> View {
    let exit = element("a").with("href", "https://www.knmi.nl/").with("rel", "noreferrer").flagged("data-exit");
    let mut items = vec![
        way(app, "", "kijken", "button.check", Route::Check),
        way(app, "", "kopieer", "button.take", Route::TakeAlong),
        way(app, "", "info", "start.safe-internet-link", Route::Traces),
        act(app, "", "wis", "button.wipe", Act::AskToWipe),
        exit.text(app.text("button.exit")),
    ];
    if let Some(say) = stuck::in_menu(app) {
        items.insert(2, say);
    }
    if gate::is_open(&app.facts) {
        let plan = app.catalogue.content.plan.text("page.menu").to_owned();
        items.insert(1, link("", "mensen", plan, &PlanPage::Hub.route(0).fragment()));
    }
    foldout("menu", vec![icon("menu"), View::text(app.text("button.menu"))], vec![list("", items)])
}

fn wipe_dialog(app: App) -> View {
    let mut inside = vec![element("h2").id("wipe-title").text(app.text("wipe.question"))];
    inside.extend(wipe_buttons(app));
    element("dialog").id(WIPE_DIALOG).with("aria-labelledby", "wipe-title").holding(inside)
}

/// Asks whether to wipe everything, in a browser that cannot open a dialog.
fn wipe_page(app: App) -> View {
    whole(app, "ask-wipe", app.text("wipe.question"), &[], wipe_buttons(app))
}

fn wipe_buttons(app: App) -> Vec<View> {
    vec![act(app, "primary", "", "button.wipe", Act::Wipe), act(app, "secondary", "", "wipe.no", Act::KeepAll)]
}
