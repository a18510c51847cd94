//! The pages and the layout around them.

mod check;
mod extras;
mod field;
mod flag;
mod for_someone_else;
mod frame;
mod help;
mod long_list;
mod options;
mod overlay;
mod paper;
mod people_field;
mod plan;
mod question;
mod sharing;
mod step;
mod stuck;
mod undo;

pub use frame::frame;

use crate::model::route::Route;
use crate::ui::components::basic::{button, link, paragraph};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

/// A button with a text of the interface.
#[inline(never)]
fn act(app: App, class: &str, pictogram: &str, key: &str, act: Act) -> View {
    button(class, pictogram, app.text(key), app.tap(act))
}

/// A link with a text of the interface.
#[inline(never)]
fn way(app: App, class: &str, pictogram: &str, key: &str, to: Route) -> View {
    link(class, pictogram, app.text(key), &to.fragment())
}

/// A help text of the interface.
#[inline(never)]
fn hint(app: App, key: &str) -> View {
    paragraph("help", app.text(key))
}
