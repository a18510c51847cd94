//! An unfinished date, such as a day without a year. Before the page is left, the resident is asked once whether to
//! finish it or leave it empty.
//!
//! A browser fires no event with half a date, so the fields themselves are checked.

use web_sys::HtmlElement;

use super::actions;
use super::context::{Act, Context};
use crate::browser::page;
use crate::model::date::Date;
use crate::model::route::Route;

/// An unfinished date, and the action that was held up because of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Id of the input element.
    pub field: String,
    /// The words of its label, to name it by.
    pub name: String,
    pub then: Act,
}

/// Also asks about an unfinished date before a link is followed.
pub fn listen(context: Context, root: &HtmlElement) {
    let holds_up = move |address: &str| holds_up(context, &Act::Go(Route::parse(address)));
    // Adding a listener to an element that was passed in cannot fail.
    let _ = page::on_link(root, holds_up);
}

/// Holds up an action that leaves the page while a date is unfinished, and asks about the date. A second attempt goes
/// on.
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

/// Returns to the field to finish the date.
pub fn finish(context: Context) {
    if let Some(asked) = take(context) {
        actions::focus(asked.field);
    }
}

/// Leaves the field empty and continues the action that was held up.
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

/// Clears the unfinished input of a field and its error.
fn forget(context: Context, field: &str) {
    context.change(|state| {
        state.typed.retain(|(typed, _)| typed != field);
        state.errors.retain(|error| error.field != field);
    });
}

/// Returns the first unfinished date on the page.
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
