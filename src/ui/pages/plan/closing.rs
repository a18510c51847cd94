//! Who looked along, and who goes to work with the plan.

use super::slots::Slot;
use super::{done, head, hub};
use crate::model::content::Field;
use crate::model::plan::{PersonId, PlanEvent};
use crate::model::route::PlanPage;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::context::App;
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let closing = &voice.plan.closing;
    let slot = Slot::new(app, voice, PlanEvent::Closing(closing.clone()), 0);
    let fits = |person: PersonId| !voice.people.is_feared(person);
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.closing")),
        hub::covered(voice),
        slot.words(Field::LookedAlong, &closing.looked_along, |event, _, text| {
            if let PlanEvent::Closing(closing) = event {
                closing.looked_along = text;
            }
        }),
        slot.day(Field::LookedOn, closing.looked_on, |event, _, day| {
            if let PlanEvent::Closing(closing) = event {
                closing.looked_on = day;
            }
        }),
        slot.people(
            Field::SignedBy,
            &fits,
            &|person| closing.signed_by.contains(&PersonId(person)),
            |event, person| {
                if let PlanEvent::Closing(closing) = event {
                    super::agreements::toggle(&mut closing.signed_by, PersonId(person));
                }
            },
        ),
        done(app, voice, PlanPage::Hub),
    ])
}
