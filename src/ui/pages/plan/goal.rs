//! What the plan is for: a name, one sentence, what can be seen when it works out, and the first day.

use super::form::Form;
use super::{done, head};
use crate::model::content::Field;
use crate::model::plan::{Goal, PlanEvent};
use crate::model::route::PlanPage;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::context::App;
use crate::ui::view::View;

/// How many signs can be named.
const SIGNS: usize = 3;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let mut goal = voice.plan.goal.clone();
    // One empty line more than there are signs, as long as there is room; empty ones go with the change.
    goal.signs.resize((goal.signs.len() + 1).min(SIGNS), String::new());
    let signs = goal.signs.len();
    let mut form = Form::new(app, voice, PlanEvent::Goal(goal), 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.goal")));
    form.words(Field::OwnName, |event, _| Some(&mut goal_of(event)?.own_name));
    form.words(Field::Goal, |event, _| Some(&mut goal_of(event)?.goal));
    for nth in (0..).take(signs) {
        form.words_at(Field::Sign, nth, |event, spot| goal_of(event)?.signs.get_mut(usize::from(spot.nth)));
    }
    form.day(Field::Start, |event| Some(&mut goal_of(event)?.start));
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}

fn goal_of(event: &mut PlanEvent) -> Option<&mut Goal> {
    if let PlanEvent::Goal(goal) = event { Some(goal) } else { None }
}
