//! The goal of the plan: a name, one sentence, the visible signs of success, and the first day.

use super::form::Form;
use super::{done, head};
use crate::model::content::Field;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::PlanEvent;
use crate::model::route::PlanPage;
use crate::ui::context::App;
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let goal = &voice.plan.goal;
    let mut form = Form::new(app, voice, PlanEvent::Goal(goal.clone()), 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.goal")));
    form.ask(&[Field::OwnName, Field::Goal]);
    // One empty line more than there are signs, while there is room.
    for nth in (0..).take(goal.signs.len() + 1) {
        form.ask_at(Field::Sign, nth);
    }
    form.ask(&[Field::Start]);
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}
