//! Pages beside the road: the text so far, what stays behind on a device, and what a wipe cannot reach.

use leptos::prelude::*;

use super::sharing;
use crate::model::content::FlagDoes;
use crate::model::sheet::so_far;
use crate::model::text;
use crate::ui::components::basic::{button, group, heading, list, live, nothing, paragraph, section, title};
use crate::ui::components::{NoticeButton, notice};
use crate::ui::context::{Command, Context};

/// The text so far, to copy: a phone may throw away a page at any moment.
pub fn take_along(app: Context) -> AnyView {
    let mut parts = vec![title(app.text("take.title"))];
    if app.fact(|facts| facts.does(&FlagDoes::ClosesExport)) {
        parts.push(paragraph("", app.text("take.closed")));
    } else {
        parts.push(paragraph("help", app.text("take.help")));
        parts.push(paragraph("help", app.text("take.why")));
        parts.push(live(move || sharing::findings(app)));
        parts.push(live(move || {
            let text =
                app.both(|facts, dossier| text::flowing(&so_far::compose(facts, &dossier.paper, &dossier.marks)));
            copyable(app, text)
        }));
    }
    parts.push(back(app));
    parts.into_any()
}

/// A text with a button to copy it, and what copying means.
pub fn copyable(app: Context, text: String) -> AnyView {
    let copied = text.clone();
    let copy = Callback::new(move |()| app.command.run(Command::Copy(copied.clone())));
    let told = live(move || match app.copied.get() {
        None => nothing(),
        Some(true) => view! { <p role="status">{app.text("paper.copy-done")}</p> }.into_any(),
        Some(false) => view! { <p role="status">{app.text("paper.copy-failed")}</p> }.into_any(),
    });
    let field = view! {
        <textarea class="text" readonly="" rows="12" autocomplete="off" aria-label=app.text("paper.text-heading")>{text}</textarea>
    };
    vec![
        field.into_any(),
        group("actions", vec![button("primary", "kopieer", app.text("button.copy"), copy)]),
        told,
        paragraph("help", app.text("paper.copy-warning")),
    ]
    .into_any()
}

/// What leaving, wiping and closing do, and what stays behind.
pub fn traces(app: Context) -> AnyView {
    let leaving = ["exit.what", "exit.answers", "exit.history", "exit.return", "exit.keys"];
    let internet = ["exit.safe-1", "exit.safe-2", "exit.safe-3", "exit.safe-4", "exit.safe-5", "exit.safe-6"];
    vec![
        title(app.text("exit.heading")),
        lines(app, &leaving),
        heading(app.text("exit.safe-heading")),
        lines(app, &internet),
        back(app),
    ]
    .into_any()
}

fn lines(app: Context, keys: &[&str]) -> AnyView {
    list("", keys.iter().map(|key| app.text(key).into_any()).collect())
}

/// After a wipe: that it is gone, and what this page cannot reach.
pub fn wiped(app: Context, close: Callback<()>) -> AnyView {
    let keys = ["wipe.cannot-1", "wipe.cannot-2", "wipe.cannot-3", "wipe.cannot-4", "wipe.cannot-5"];
    let buttons = vec![NoticeButton { text: app.text("button.begin-again"), on_tap: close }];
    vec![
        notice("gelukt", app.text("message.N32.text"), buttons),
        section("", vec![heading(app.text("wipe.cannot-heading")), lines(app, &keys)]),
    ]
    .into_any()
}

/// Back to where one was.
fn back(app: Context) -> AnyView {
    let back = Callback::new(move |()| app.command.run(Command::Back));
    group("links", vec![button("", "", app.text("take.back"), back)])
}
