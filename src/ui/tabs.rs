//! What `boot.js` tells about the window: another address, another tab, no internet, nobody there.

use leptos::task::spawn_local;
use web_sys::HtmlElement;

use super::context::{Context, Saving};
use super::{keeping, output, routing};
use crate::browser::{crash, storage};
use crate::model::content::FlagDoes;

/// A calm screen instead of the page; what was told stays behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Nothing was touched for ten minutes (N33).
    Quiet,
    /// Another tab holds the answers (N12).
    Elsewhere,
    /// Another tab took over (N20).
    TakenOver,
    /// Another tab wiped everything (N21).
    Wiped,
}

/// Whether this tab is the one that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Nothing is to be written yet.
    None,
    /// Asked for, not answered yet.
    Asked,
    Mine,
    /// Another tab has it.
    Lost,
}

/// Everything the root element is told, and what follows.
pub fn listen(context: Context, root: &HtmlElement) {
    let hear = |kind: &str, hear: fn(Context)| {
        // Adding a listener to an element we were given cannot fail.
        let _ = crash::listen(root, kind, move || hear(context));
    };
    hear("hashchange", routing::address_changed);
    hear("online", |context| context.change(|state| state.offline = false));
    hear("offline", |context| context.change(|state| state.offline = true));
    hear("beforeprint", output::printing_begins);
    hear("quiet", is_anyone_there);
    hear("mine", |context| context.change(|state| state.claim = Claim::Mine));
    hear("elsewhere", |context| lose(context, Cover::Elsewhere));
    hear("lost", |context| lose(context, Cover::TakenOver));
    hear("storage", |context| spawn_local(look_for_wipe(context)));
}

/// Asks to be the tab that writes, once.
pub fn claim(context: Context) {
    if context.look(|state| state.claim) == Claim::None {
        context.change(|state| state.claim = Claim::Asked);
        // Without `boot.js` there is nobody to ask, and nobody who answers: nothing is written.
        let _ = crash::claim(false);
    }
}

fn lose(context: Context, cover: Cover) {
    context.change(|state| (state.claim, state.cover) = (Claim::Lost, Some(cover)));
}

/// Makes this the tab that writes. What the other tab wrote is newer than what this one held or found; only answers
/// that were told here before any was kept stay.
pub async fn take_over(context: Context) {
    let (cover, is_empty) = context.look(|state| (state.cover, state.dossier.is_empty()));
    context.change(|state| (state.claim, state.cover) = (Claim::Asked, None));
    let _ = crash::claim(true);
    if cover == Some(Cover::TakenOver) || is_empty {
        keeping::take_up(context).await;
    }
}

/// Another tab changed what is kept. When all of it is gone, it is gone here too, and is not written back.
async fn look_for_wipe(context: Context) {
    let is_ours = context.look(|state| state.claim != Claim::None);
    if is_ours && storage::read_all().await.is_ok_and(|records| records.is_empty()) {
        context.change(|state| (state.claim, state.cover) = (Claim::None, Some(Cover::Wiped)));
        keeping::forget(context);
    }
}

/// Told after ten minutes of silence, and every two minutes from then on: asks whether anyone is there, and when nobody
/// said so, nothing of what was told stays on the screen or in memory. What is kept stays kept.
fn is_anyone_there(context: Context) {
    let (cover, saving) = context.look(|state| (state.cover, state.saving));
    if cover == Some(Cover::Quiet) {
        let _ = crash::anew(if saving == Saving::Memory { "wiped" } else { "" });
        return;
    }
    context.change(|state| {
        let asks = !state.dossier.is_empty() && !state.unhurried && !state.facts.does(&FlagDoes::GivesTime);
        if asks && state.cover.is_none() {
            state.cover = Some(Cover::Quiet);
        }
    });
}
