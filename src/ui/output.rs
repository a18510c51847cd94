//! Printing and copying, and whether they worked. A browser inside another app may lack either, refuse it, or do
//! nothing; the resident sees a message in each case.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::context::{Context, State};
use crate::browser::{page, share};

/// A working browser starts to print at once; without an event after this long, printing has failed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Result of the last attempt on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Attempt {
    #[default]
    NotTried,
    /// Requested; no event from the browser yet.
    Asked,
    Done,
    Failed,
}

/// Results of printing and copying on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Output {
    pub printing: Attempt,
    pub copying: Attempt,
}

/// Prints the page and notes whether the browser starts to print.
pub fn print(context: Context) {
    context.change(|state| state.output.printing = Attempt::Asked);
    match page::print() {
        Err(_) => context.change(|state| state.output.printing = Attempt::Failed),
        Ok(()) if page::announces_printing() => fail_after_a_while(context, |state| &mut state.output.printing),
        // This browser never fires an event, so a missing event means nothing.
        Ok(()) => {}
    }
}

/// The browser starts to print.
pub fn printing_begins(context: Context) {
    context.change(|state| state.output.printing = Attempt::Done);
}

/// Puts text on the clipboard and notes the result.
pub fn copy(context: Context, text: String) {
    context.change(|state| state.output.copying = Attempt::Asked);
    fail_after_a_while(context, |state| &mut state.output.copying);
    spawn_local(async move {
        let outcome = if share::copy(&text).await.is_ok() { Attempt::Done } else { Attempt::Failed };
        context.change(|state| state.output.copying = outcome);
    });
}

fn fail_after_a_while(context: Context, outcome_in: fn(&mut State) -> &mut Attempt) {
    let look_again = move |state: &mut State| {
        let outcome = outcome_in(state);
        if *outcome == Attempt::Asked {
            *outcome = Attempt::Failed;
        }
    };
    set_timeout(move || context.change(look_again), PATIENCE);
}
