//! Around every page: where one is, whether answers are kept, what can always be done.

use leptos::prelude::*;

use super::{check, extras, help, paper, step};
use crate::model::content::Step;
use crate::model::dossier::{Event, Notice as Told};
use crate::model::route::Route;
use crate::ui::components::basic::{button, group, icon, link, list, live, live_text, nothing, paragraph, title};
use crate::ui::components::{NoticeButton, notice};
use crate::ui::context::{Command, Context, Greeting, Saving, use_app};

/// The app on the screen.
#[component]
pub fn Frame() -> impl IntoView {
    let app = use_app();
    // Only the route draws a page anew: what follows from answers sits in closures of its own, so that a field keeps
    // its focus while one types in it.
    let page = live(move || {
        let route = app.route.get();
        // Who was here before chooses first: until then nothing is written over what is kept.
        let found = app.greeting.with(|greeting| *greeting == Greeting::Found);
        untrack(|| if found { take_up_page(app) } else { page(app, route) })
    });
    vec![page, wipe_dialog(app)]
}

fn page(app: Context, route: Route) -> AnyView {
    let inside = vec![
        road(app, route),
        live(move || aloud(app)),
        live(move || banner(app).into_any()),
        body(app, route),
        live(move || undo(app)),
        status_line(app),
        menu(app),
        live(move || help::cards(app)),
    ];
    view! { <main class="page" tabindex="-1">{inside}</main> }.into_any()
}

/// The choice between what is kept from before and a new beginning.
fn take_up_page(app: Context) -> AnyView {
    let take_up = Callback::new(move |()| app.command.run(Command::TakeUp));
    let anew = Callback::new(move |()| app.command.run(Command::BeginAnew));
    let inside = vec![
        title(app.text("start.resume-heading")),
        paragraph("", app.text("message.N37.text")),
        group(
            "actions",
            vec![
                button("primary", "", app.text("button.resume"), take_up),
                button("secondary", "", app.text("button.begin-again"), anew),
            ],
        ),
        live(move || help::cards(app)),
    ];
    view! { <main class="page" tabindex="-1">{inside}</main> }.into_any()
}

fn body(app: Context, route: Route) -> AnyView {
    match route {
        Route::Start => step::page(app, 1),
        Route::Step(number) => step::page(app, number),
        Route::Check => check::page(app),
        Route::Sheet => paper::page(app),
        Route::SheetLarge => paper::large(app),
        Route::TakeAlong => extras::take_along(app),
        Route::Traces => extras::traces(app),
    }
}

/// The three words of the road; never a count.
fn road(app: Context, route: Route) -> AnyView {
    let step = app.both_now(|facts, _| {
        let number = match route {
            Route::Step(number) => Some(number),
            _ => None,
        };
        number.and_then(|number| facts.catalogue.place(number)).map(|place| facts.catalogue.screen(place).step)
    });
    let now = match (route, step) {
        (Route::Check | Route::Sheet | Route::SheetLarge, _) | (_, Some(Step::Sharing | Step::Paper)) => 2,
        (_, Some(Step::First | Step::Circle)) => 1,
        _ => 0,
    };
    let words = ["road.need", "road.plan", "road.fit"].into_iter().enumerate();
    let words: Vec<AnyView> = words
        .map(|(index, key)| {
            let current = (index == now).then_some("step");
            view! { <li aria-current=current>{app.text(key)}</li> }.into_any()
        })
        .collect();
    view! { <nav aria-label=app.text("label.steps")><ol class="road">{words}</ol></nav> }.into_any()
}

/// Reading aloud, for who asked for it.
fn aloud(app: Context) -> AnyView {
    if !app.fact(|facts| facts.yes(&facts.catalogue.content.flow.roles.aloud)) {
        return nothing();
    }
    let speak = Callback::new(move |()| app.command.run(Command::Speak));
    let stop = Callback::new(move |()| app.command.run(Command::BeQuiet));
    let none = live(move || if app.no_voice.get() { said(app.text("read.none")) } else { nothing() });
    let buttons =
        vec![button("", "", app.text("button.read-aloud"), speak), button("", "", app.text("button.read-stop"), stop)];
    vec![group("links", buttons), none].into_any()
}

/// Text that is read to who listens, as it changes.
fn said(text: impl IntoAny) -> AnyView {
    view! { <span role="status">{text.into_any()}</span> }.into_any()
}

fn status_line(app: Context) -> AnyView {
    group("status", vec![icon("info"), said(live_text(move || status(app)))])
}

/// Where the answers are; always in the same place.
fn status(app: Context) -> String {
    let made = app.dossier.with(|dossier| dossier.made);
    let (kept, means) = match app.saving.get() {
        Saving::Memory | Saving::Blocked | Saving::Full | Saving::Failed | Saving::Newer => {
            ("status.not-kept", "status.not-kept-help")
        }
        Saving::Busy => ("status.keeping", "status.kept-help"),
        Saving::Saved => ("status.kept", "status.kept-help"),
    };
    let mut told = format!("{}. {}", app.text(kept), app.text(means));
    if made {
        told = format!("{told} {}.", app.text("status.not-handed-in"));
    }
    told
}

/// What went wrong or happened before, one message at a time for each cause.
fn banner(app: Context) -> Vec<AnyView> {
    let mut shown = Vec::new();
    let to_sheet = Callback::new(move |()| app.go.run(Route::Sheet));
    match app.saving.get() {
        Saving::Blocked => shown.push(message(app, "N17", &[])),
        Saving::Full => shown.push(message(app, "N18", &[("message.N18.button", to_sheet)])),
        Saving::Failed => shown.push(message(app, "N11", &[("message.N11.button", to_sheet)])),
        Saving::Newer => shown.push(message(app, "N3", &[])),
        Saving::Memory | Saving::Busy | Saving::Saved => {}
    }
    if app.dossier.with(|dossier| dossier.notices.contains(&Told::KeepingStopped)) {
        let close = Callback::new(move |()| app.send(Event::Noticed(Told::KeepingStopped)));
        shown.push(message(app, "N22", &[("button.close-message", close)]));
    }
    let close = Callback::new(move |()| app.greeting.set(Greeting::Nothing));
    match app.greeting.get() {
        // What was found has a page of its own.
        Greeting::Nothing | Greeting::Found => {}
        Greeting::Reloaded => shown.push(message(app, "N19", &[("button.close-message", close)])),
        Greeting::Restarted => shown.push(message(app, "N15", &[("button.close-message", close)])),
        Greeting::Wiped => shown.push(extras::wiped(app, close)),
        Greeting::NotWiped => {
            let again = Callback::new(move |()| app.command.run(Command::Wipe));
            shown.push(message(app, "N32b", &[("message.N32b.button", again)]));
        }
        Greeting::Damaged => shown.push(message(app, "N2", &[("button.close-message", close)])),
    }
    shown
}

/// A message of the content with its buttons.
pub fn message(app: Context, id: &str, buttons: &[(&str, Callback<()>)]) -> AnyView {
    let buttons = buttons.iter().map(|(key, on_tap)| NoticeButton { text: app.text(key), on_tap: *on_tap }).collect();
    notice("let-op", app.text(&format!("message.{id}.text")), buttons)
}

/// What was emptied last can come back for as long as the page is open.
fn undo(app: Context) -> AnyView {
    if app.dossier.with(|dossier| dossier.undoable().is_none()) {
        return nothing();
    }
    let back = Callback::new(move |()| app.send(Event::Undone));
    group("undo", vec![said(app.text("undo.emptied")), button("", "", app.text("button.undo"), back)])
}

/// What can be done at any step.
fn menu(app: Context) -> AnyView {
    let open = Callback::new(move |()| app.command.run(Command::OpenDialog("wipe")));
    let exit = view! { <a href="https://www.knmi.nl/" rel="noreferrer" data-exit="">{app.text("button.exit")}</a> };
    let items = vec![
        link("", "kijken", app.text("button.check"), Route::Check.fragment()),
        link("", "kopieer", app.text("button.take"), Route::TakeAlong.fragment()),
        link("", "info", app.text("start.safe-internet-link"), Route::Traces.fragment()),
        button("", "wis", app.text("button.wipe"), open),
        exit.into_any(),
    ];
    view! {
        <details class="menu"><summary>{icon("menu")}{app.text("button.menu")}</summary>{list("", items)}</details>
    }
    .into_any()
}

fn wipe_dialog(app: Context) -> AnyView {
    let wipe = Callback::new(move |()| app.command.run(Command::Wipe));
    let close = Callback::new(move |()| app.command.run(Command::CloseDialog("wipe")));
    let buttons =
        vec![button("primary", "", app.text("button.wipe"), wipe), button("secondary", "", app.text("wipe.no"), close)];
    view! {
        <dialog id="wipe" aria-labelledby="wipe-title"><h2 id="wipe-title">{app.text("wipe.question")}</h2>{buttons}</dialog>
    }
    .into_any()
}
