//! “Zet terug”: the undo offer beside the emptied part, in the flow of the page, so that it covers nothing.

use crate::model::catalogue::Asked;
use crate::model::content::QuestionKind;
use crate::model::plan_rules::gate;
use crate::ui::components::basic::{button, group, said};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

/// Below a question whose answer was emptied on this page, or from which a person was removed.
pub fn answer(app: App, question: &str) -> View {
    if app.dossier.undoable() != Some(question) {
        return View::nothing();
    }
    let asks_for_people = |asked: &Asked| matches!(asked.question.kind, QuestionKind::People(_));
    let is_person = app.catalogue.question(question).is_some_and(asks_for_people);
    offer(app, if is_person { "undo.taken-away" } else { "undo.emptied" })
}

/// On a page of the plan from which something was removed.
pub fn plan(app: App) -> View {
    let offers = app.dossier.is_plan_undoable() && gate::is_open(&app.facts);
    if offers { offer(app, "undo.taken-away") } else { View::nothing() }
}

fn offer(app: App, key: &str) -> View {
    group("undo", vec![said(app.text(key)), button("", "", app.text("button.undo"), app.tap(Act::Undo))])
}
