//! The professional's demands, each in one line that can be tested; and their wishes, separately.

use super::form::Form;
use super::link_lines::{LinkLine, demand_line, many_leads, under};
use super::{done, head, help_line, hub, unfinished};
use crate::model::content::Field;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan::{Demand, DemandId, PlanEvent, PlanItem, Wish};
use crate::model::route::PlanPage;
use crate::ui::components::basic::{button, group};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let demands = &voice.plan.demands;
    let by = PlanEvent::DemandsBy { by: demands.by.clone(), on: demands.on };
    let mut form = Form::new(app, voice, by, 0);
    form.add(head(app, PlanPage::Hub.route(0), voice.text("page.demands")));
    form.add(help_line(voice, "page.demands-help"));
    form.ask(&[Field::DemandsBy, Field::DemandsOn]);
    form.add(many_leads(app, "demands", "", demands.list.len(), &|place| line(voice, place)));
    let add = app.tap(Act::Make(PlanEvent::Demand(Demand::default())));
    form.add(button("secondary", "", voice.text("button.add-demand").to_owned(), add));
    form.add(hub::covered(app, voice));
    form.add(wishes(app, voice));
    form.add(done(app, voice, PlanPage::Hub));
    form.view()
}

/// Each demand with its number, and whether it can be tested.
fn line(voice: &PlanVoice, place: usize) -> LinkLine {
    let demand = &voice.plan.demands.list[place];
    let state = if demand.untestable(&voice.content().vague).is_empty() { "" } else { voice.text("hint.not-finished") };
    let line = demand_line(voice, place + 1, &demand.as_wish());
    (line, state.to_owned(), PlanPage::Demand.route(demand.id.0).fragment())
}

/// One demand.
pub fn one(app: App, voice: &PlanVoice, id: DemandId) -> View {
    let list = &voice.plan.demands.list;
    let Some(index) = list.iter().position(|demand| demand.id == id) else { return page(app, voice) };
    let demand = &list[index];
    let mut form = Form::new(app, voice, PlanEvent::Demand(demand.clone()), id.0);
    let title = voice.text("page.demand").replace("{n}", &(index + 1).to_string());
    form.add(head(app, PlanPage::Demands.route(0), &title));
    form.ask(&[Field::DemandWho, Field::DemandWhat, Field::DemandWhen, Field::DemandOtherwise]);
    form.add(untestable(app, voice, demand));
    form.add(remove(app, voice, PlanItem::Demand(id), PlanPage::Demands));
    form.add(done(app, voice, PlanPage::Demands));
    form.view()
}

/// A demand that cannot be tested may become a wish. Only the resident changes it, never the program.
fn untestable(app: App, voice: &PlanVoice, demand: &Demand) -> View {
    if demand.untestable(&voice.content().vague).is_empty() || demand.as_wish().is_empty() {
        return View::nothing();
    }
    let wish = Act::ChangePlan(PlanEvent::DemandToWish(demand.id), PlanPage::Demands);
    let wish = button("secondary", "", voice.text("button.make-wish").to_owned(), app.tap(wish));
    group("notice", vec![group("", vec![unfinished(voice, voice.text("hint.untestable").to_owned()), wish])])
}

fn wishes(app: App, voice: &PlanVoice) -> View {
    let mut inside = vec![help_line(voice, "rule.wishes-free")];
    for wish in &voice.plan.wishes {
        let mut form = Form::new(app, voice, PlanEvent::Wish(wish.clone()), wish.id.0);
        form.ask(&[Field::Wish]);
        form.add(remove(app, voice, PlanItem::Wish(wish.id), PlanPage::Demands));
        inside.push(form.view());
    }
    let add = app.tap(Act::ChangePlan(PlanEvent::Wish(Wish::default()), PlanPage::Demands));
    inside.push(button("secondary", "", voice.text("button.add-wish").to_owned(), add));
    under(voice.text("page.wishes").to_owned(), inside)
}

/// Removes a part and returns to the list. The resident can undo this as long as the page is open.
pub fn remove(app: App, voice: &PlanVoice, item: PlanItem, to: PlanPage) -> View {
    let text = voice.text("button.remove").to_owned();
    group("links", vec![button("remove", "", text, app.tap(Act::ChangePlan(PlanEvent::Removed(item), to)))])
}
