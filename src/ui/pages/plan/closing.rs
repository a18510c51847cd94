//! The people who read along, and the people who start working with the plan.

use super::form::Form;
use super::{done, head, hub};
use crate::model::content::Field;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::PlanEvent;
use crate::model::route::PlanPage;
use crate::ui::context::App;
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let mut form = Form::new(app, voice, PlanEvent::Closing(voice.plan.closing.clone()), 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.closing")));
    form.add(hub::covered(app, voice));
    form.ask(&[Field::LookedAlong, Field::LookedOn, Field::SignedBy]);
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}
