//! Who looked along, and who goes to work with the plan.

use super::form::Form;
use super::{done, head, hub};
use crate::model::content::Field;
use crate::model::plan::{Closing, PersonId, PlanEvent};
use crate::model::route::PlanPage;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::context::App;
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let closing = &voice.plan.closing;
    let mut form = Form::new(app, voice, PlanEvent::Closing(closing.clone()), 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.closing")));
    form.add(hub::covered(voice));
    form.words(Field::LookedAlong, |event, _| Some(&mut part(event)?.looked_along));
    form.day(Field::LookedOn, |event| Some(&mut part(event)?.looked_on));
    let fits = |person: PersonId| !voice.people.is_feared(person);
    form.people(Field::SignedBy, &fits, &|person| closing.signed_by.contains(&PersonId(person)), |event, person| {
        if let Some(closing) = part(event) {
            super::agreements::toggle(&mut closing.signed_by, PersonId(person));
        }
    });
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}

fn part(event: &mut PlanEvent) -> Option<&mut Closing> {
    if let PlanEvent::Closing(closing) = event { Some(closing) } else { None }
}
