//! A date that is not finished, such as a day without a year. Its owner is asked once, before the page is left, whether to
//! finish it or to leave it empty.
//!
//! A browser tells nobody about half a date while it is typed, so the fields themselves are looked at.

use web_sys::HtmlElement;

use super::actions;
use super::context::{Act, Context};
use crate::browser::page;
use crate::model::date::Date;
use crate::model::route::Route;

/// A date that is not finished, and what was asked for before that was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Id of the input element.
    pub field: String,
    /// The words of its label, to name it by.
    pub name: String,
    pub then: Act,
}

/// Asks about an unfinished date also before a link is followed.
pub fn listen(context: Context, root: &HtmlElement) {
    let holds_up = move |address: &str| holds_up(context, &Act::Go(Route::parse(address)));
    // Adding a listener to an element we were given cannot fail.
    let _ = page::on_link(root, holds_up);
}

/// Holds up what leads to another page while a date is not finished, and asks about it. A second try goes on.
pub fn holds_up(context: Context, act: &Act) -> bool {
    if !context.look(|state| leads_away(act, state.route)) {
        return false;
    }
    if let Some(asked) = take(context) {
        forget(context, &asked.field);
        return false;
    }
    let Some(date) = unfinished() else { return false };
    let asked = Unfinished { field: date.id, name: date.name, then: act.clone() };
    context.change(|state| state.unfinished = Some(asked));
    actions::focus("unfinished".to_owned());
    true
}

/// Back to the field, to finish it.
pub fn finish(context: Context) {
    if let Some(asked) = take(context) {
        actions::focus(asked.field);
    }
}

/// Leaves the field empty and does what was held up.
pub fn leave_empty(context: Context) {
    if let Some(asked) = take(context) {
        let _ = page::write_in(&asked.field, "");
        forget(context, &asked.field);
        actions::carry_out(context, asked.then);
    }
}

fn take(context: Context) -> Option<Unfinished> {
    let asked = context.look(|state| state.unfinished.clone())?;
    context.change(|state| state.unfinished = None);
    Some(asked)
}

/// Forgets what was typed in a field and what was wrong with it.
fn forget(context: Context, field: &str) {
    context.change(|state| {
        state.typed.retain(|(typed, _)| typed != field);
        state.errors.retain(|error| error.field != field);
    });
}

/// The first date on the page that is not finished.
fn unfinished() -> Option<page::DateField> {
    let is_unfinished =
        |date: &page::DateField| date.is_half_filled || !date.value.is_empty() && date.value.parse::<Date>().is_err();
    page::date_fields().ok()?.into_iter().find(is_unfinished)
}

fn leads_away(act: &Act, here: Route) -> bool {
    match act {
        Act::ChangePlan(_, page) => page.route(0) != here,
        _ => matches!(
            act,
            Act::Go(_)
                | Act::Open(_)
                | Act::Change(_)
                | Act::GoOn(_)
                | Act::SayStuck
                | Act::TellStuck
                | Act::NotStuck
                | Act::Make(_)
                | Act::Back
        ),
    }
}
