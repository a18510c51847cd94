//! What the plan is for: a name, one sentence, what can be seen when it works out, and the first day.

use super::slots::Slot;
use super::{done, head};
use crate::model::content::Field;
use crate::model::plan::PlanEvent;
use crate::model::route::PlanPage;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::context::App;
use crate::ui::view::View;

/// How many signs can be named.
const SIGNS: u8 = 3;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let goal = &voice.plan.goal;
    let slot = Slot::new(app, voice, PlanEvent::Goal(goal.clone()), 0);
    let mut parts = vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.goal")),
        slot.words(Field::OwnName, &goal.own_name, |event, _, text| {
            if let PlanEvent::Goal(goal) = event {
                goal.own_name = text;
            }
        }),
        slot.words(Field::Goal, &goal.goal, |event, _, text| {
            if let PlanEvent::Goal(goal) = event {
                goal.goal = text;
            }
        }),
    ];
    // One empty line more than there are signs, as long as there is room.
    let shown = u8::try_from(goal.signs.len()).map_or(SIGNS, |signs| (signs + 1).min(SIGNS));
    parts.extend((0..shown).map(|nth| {
        let sign = goal.signs.get(usize::from(nth)).map_or("", String::as_str);
        slot.words_at(Field::Sign, nth, sign, |event, nth, text| {
            if let PlanEvent::Goal(goal) = event {
                put_sign(&mut goal.signs, nth, text);
            }
        })
    }));
    parts.push(slot.day(Field::Start, goal.start, |event, _, day| {
        if let PlanEvent::Goal(goal) = event {
            goal.start = day;
        }
    }));
    parts.push(done(app, voice, PlanPage::Hub));
    View::many(parts)
}

/// Puts a sign in its place; empty ones at the end go.
fn put_sign(signs: &mut Vec<String>, nth: u8, text: String) {
    let nth = usize::from(nth);
    if signs.len() <= nth {
        signs.resize(nth + 1, String::new());
    }
    signs[nth] = text;
    while signs.last().is_some_and(String::is_empty) {
        signs.pop();
    }
}
