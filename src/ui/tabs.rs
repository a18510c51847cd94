//! Handles the window events that `boot.js` forwards: another address, another tab, no internet, no input for a long
//! time.

use leptos::task::spawn_local;
use web_sys::HtmlElement;

use super::context::{Context, Saving};
use super::{output, persistence, routing};
use crate::browser::{crash, storage};
use crate::model::content::FlagDoes;

/// A calm screen shown instead of the page. The dossier stays in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// No input for ten minutes (N33).
    Quiet,
    /// Another tab holds the answers (N12).
    Elsewhere,
    /// Another tab took over (N20).
    TakenOver,
    /// Another tab wiped everything (N21).
    Wiped,
}

/// Whether this tab may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TabRole {
    /// Not asked for yet; nothing needs to be written.
    None,
    /// Asked for, no reply yet.
    Asked,
    Mine,
    /// Another tab may write.
    Lost,
}

/// Listens to all events on the root element and handles them.
pub fn listen(context: Context, root: &HtmlElement) {
    let hear = |kind: &str, hear: fn(Context)| {
        // Adding a listener to an element that was passed in cannot fail.
        let _ = crash::listen(root, kind, move || hear(context));
    };
    hear("hashchange", routing::address_changed);
    hear("online", |context| context.change(|state| state.offline = false));
    hear("offline", |context| context.change(|state| state.offline = true));
    hear("beforeprint", output::printing_begins);
    hear("quiet", is_anyone_there);
    hear("mine", |context| context.change(|state| state.tab_role = TabRole::Mine));
    hear("elsewhere", |context| lose(context, Overlay::Elsewhere));
    hear("lost", |context| lose(context, Overlay::TakenOver));
    hear("storage", |context| spawn_local(look_for_wipe(context)));
}

/// Asks to be the tab that may write, once.
pub fn request_tab_role(context: Context) {
    if context.look(|state| state.tab_role) == TabRole::None {
        context.change(|state| state.tab_role = TabRole::Asked);
        // Without `boot.js` there is no reply, so nothing is written.
        let _ = crash::claim(false);
    }
}

fn lose(context: Context, overlay: Overlay) {
    context.change(|state| (state.tab_role, state.overlay) = (TabRole::Lost, Some(overlay)));
}

/// Makes this the tab that may write. The records of the other tab are newer than the dossier of this tab, so they
/// replace it, except when this tab has answers that were never stored.
pub async fn take_over(context: Context) {
    let (overlay, is_empty) = context.look(|state| (state.overlay, state.dossier.is_empty()));
    context.change(|state| (state.tab_role, state.overlay) = (TabRole::Asked, None));
    let _ = crash::claim(true);
    if overlay == Some(Overlay::TakenOver) || is_empty {
        persistence::take_up(context).await;
    }
}

/// Handles a storage event: another tab changed the records. If all of them are gone, this tab clears its dossier too
/// and does not write it back.
async fn look_for_wipe(context: Context) {
    let is_ours = context.look(|state| state.tab_role != TabRole::None);
    if is_ours && storage::read_all().await.is_ok_and(|records| records.is_empty()) {
        context.change(|state| (state.tab_role, state.overlay) = (TabRole::None, Some(Overlay::Wiped)));
        persistence::forget(context);
    }
}

/// Runs after ten minutes without input, and every two minutes after that: asks whether anyone is there. Without a
/// reply to the first question, the dossier is removed from the screen and from memory. Stored records stay.
fn is_anyone_there(context: Context) {
    let (overlay, saving) = context.look(|state| (state.overlay, state.saving));
    if overlay == Some(Overlay::Quiet) {
        let _ = crash::anew(if saving == Saving::Memory { "wiped" } else { "" });
        return;
    }
    context.change(|state| {
        let asks = !state.dossier.is_empty() && !state.unhurried && !state.facts.does(&FlagDoes::GivesTime);
        if asks && state.overlay.is_none() {
            state.overlay = Some(Overlay::Quiet);
        }
    });
}
