//! Pages beside the road: the answers so far as text, traces on the device, and the limits of a wipe.

use super::{act, for_someone_else, hint, paper, sharing};
use crate::model::paper::answers_so_far;
use crate::model::paper::plain_text;
use crate::ui::components::basic::{group, heading, list, section, title};
use crate::ui::components::notice;
use crate::ui::context::{Act, App};
use crate::ui::output::Attempt;
use crate::ui::view::{View, element};

/// The answers so far as text to copy, because a phone may discard a page at any moment.
pub fn take_along(app: App) -> View {
    let mut parts = vec![title(app.text("take.title"))];
    if paper::is_closed(app) {
        parts.push(for_someone_else::no_sheet(app));
    } else {
        parts.push(hint(app, "take.help"));
        parts.push(hint(app, "take.why"));
        parts.push(sharing::findings(app));
        let document = answers_so_far::compose(&app.facts, &app.dossier.paper, &app.dossier.marks);
        parts.push(copyable(app, plain_text::flowing(&document)));
    }
    parts.push(back(app));
    View::many(parts)
}

/// A text with a button to copy it, and what copying means.
pub fn copyable(app: App, text: String) -> View {
    let result = match app.output.copying {
        Attempt::NotTried | Attempt::Asked => View::nothing(),
        Attempt::Done => message(app, "paper.copy-done"),
        Attempt::Failed => message(app, "paper.copy-failed"),
    };
    let field = element("textarea").class("text").flagged("readonly").with("rows", "12").with("autocomplete", "off");
    let field = field.with("aria-label", &app.text("paper.text-heading")).value(text.clone());
    View::many(vec![
        field.view(),
        group("actions", vec![act(app, "primary", "kopieer", "button.copy", Act::Copy(text))]),
        result,
        hint(app, "paper.copy-warning"),
    ])
}

/// A button that prints the page, and the message if printing fails. `class` is the button's class, `word` and `failed`
/// are text keys.
pub fn print_button(app: App, class: &str, word: &str, failed: &str) -> View {
    let result = if app.output.printing == Attempt::Failed { message(app, failed) } else { View::nothing() };
    // In one group, so that the message stays beside the button when the button is fixed to the bottom of the screen.
    group("printing", vec![act(app, class, "print", word, Act::Print), result])
}

fn message(app: App, key: &str) -> View {
    element("p").with("role", "status").text(app.text(key))
}

/// What leaving, wiping and closing do, and which traces remain.
pub fn traces(app: App) -> View {
    let leaving = ["exit.what", "exit.answers", "exit.history", "exit.return", "exit.keys"];
    let internet = ["exit.safe-1", "exit.safe-2", "exit.safe-3", "exit.safe-4", "exit.safe-5", "exit.safe-6"];
    View::many(vec![
        title(app.text("exit.heading")),
        lines(app, &leaving),
        heading(app.text("exit.safe-heading")),
        lines(app, &internet),
        back(app),
    ])
}

fn lines(app: App, keys: &[&str]) -> View {
    list("", keys.iter().map(|key| View::text(app.text(key))).collect())
}

/// After a wipe: everything is gone, and what this page cannot remove.
pub fn wiped(app: App) -> View {
    let keys = ["wipe.cannot-1", "wipe.cannot-2", "wipe.cannot-3", "wipe.cannot-4", "wipe.cannot-5"];
    let buttons = vec![(app.text("button.begin-again"), app.tap(Act::CloseGreeting))];
    View::many(vec![
        notice("gelukt", app.text("message.N32.text"), buttons),
        section("", vec![heading(app.text("wipe.cannot-heading")), lines(app, &keys)]),
    ])
}

/// The link back to the earlier screen.
fn back(app: App) -> View {
    group("links", vec![act(app, "", "", "take.back", Act::Back)])
}
