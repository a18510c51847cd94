//! What the professional demands beforehand, one line that can be tested each; and what they would like, apart.

use super::slots::{Slot, leads, under};
use super::{done, head, help_line, hub, unfinished};
use crate::model::content::Field;
use crate::model::gap;
use crate::model::plan::{Demand, DemandId, Item, PlanEvent, Wish};
use crate::model::route::PlanPage;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::components::basic::{button, group};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let demands = &voice.plan.demands;
    let by = PlanEvent::DemandsBy { by: demands.by.clone(), on: demands.on };
    let slot = Slot::new(app, voice, by, 0);
    let add = app.tap(Act::Make(PlanEvent::Demand(Demand::default())));
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.demands")),
        help_line(voice, "page.demands-help"),
        slot.words(Field::DemandsBy, &demands.by, |event, _, text| {
            if let PlanEvent::DemandsBy { by, .. } = event {
                *by = text;
            }
        }),
        slot.day(Field::DemandsOn, demands.on, |event, _, day| {
            if let PlanEvent::DemandsBy { on, .. } = event {
                *on = day;
            }
        }),
        leads(lines(voice)),
        button("secondary", "", voice.text("button.add-demand").to_owned(), add),
        hub::covered(voice),
        wishes(app, voice),
        done(app, voice, PlanPage::Hub),
    ])
}

/// Each demand with its number, and whether it can be tested.
fn lines(voice: &PlanVoice) -> Vec<(String, String, String)> {
    let vague = &voice.content().vague;
    let lines = voice.plan.demands.list.iter().enumerate().map(|(index, demand)| {
        let state = if demand.untestable(vague).is_empty() { "" } else { voice.text("hint.not-finished") };
        (name(voice, index, &demand.as_wish()), state.to_owned(), PlanPage::Demand.route(demand.id.0).fragment())
    });
    lines.collect()
}

/// “E1 Bram – kan ergens anders slapen – op elk moment”
fn name(voice: &PlanVoice, index: usize, text: &str) -> String {
    gap::fill_all(voice.text("page.demand-line"), &[("{n}", &(index + 1).to_string()), ("{}", text)])
}

/// One demand.
pub fn one(app: App, voice: &PlanVoice, id: DemandId) -> View {
    let list = &voice.plan.demands.list;
    let Some(index) = list.iter().position(|demand| demand.id == id) else { return page(app, voice) };
    let demand = &list[index];
    let slot = Slot::new(app, voice, PlanEvent::Demand(demand.clone()), id.0);
    View::many(vec![
        head(app, PlanPage::Demands.route(0), &gap::fill(voice.text("page.demand"), "{n}", &(index + 1).to_string())),
        slot.words(Field::DemandWho, &demand.who, |event, _, text| {
            if let PlanEvent::Demand(demand) = event {
                demand.who = text;
            }
        }),
        slot.words(Field::DemandWhat, &demand.what, |event, _, text| {
            if let PlanEvent::Demand(demand) = event {
                demand.what = text;
            }
        }),
        slot.words(Field::DemandWhen, &demand.when, |event, _, text| {
            if let PlanEvent::Demand(demand) = event {
                demand.when = text;
            }
        }),
        slot.words(Field::DemandOtherwise, &demand.otherwise, |event, _, text| {
            if let PlanEvent::Demand(demand) = event {
                demand.otherwise = text;
            }
        }),
        untestable(app, voice, demand),
        remove(app, voice, Item::Demand(id), PlanPage::Demands),
        done(app, voice, PlanPage::Demands),
    ])
}

/// A demand that cannot be tested may become a wish; the program changes nothing by itself.
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
        let slot = Slot::new(app, voice, PlanEvent::Wish(wish.clone()), wish.id.0);
        inside.push(slot.words(Field::Wish, &wish.text, |event, _, text| {
            if let PlanEvent::Wish(wish) = event {
                wish.text = text;
            }
        }));
        inside.push(remove(app, voice, Item::Wish(wish.id), PlanPage::Demands));
    }
    let add = app.tap(Act::ChangePlan(PlanEvent::Wish(Wish::default()), PlanPage::Demands));
    inside.push(button("secondary", "", voice.text("button.add-wish").to_owned(), add));
    under(voice.text("page.wishes").to_owned(), inside)
}

/// Takes a part away and goes back to the list; it can come back for as long as the page is open.
pub fn remove(app: App, voice: &PlanVoice, item: Item, to: PlanPage) -> View {
    let text = voice.text("button.remove").to_owned();
    group("links", vec![button("remove", "", text, app.tap(Act::ChangePlan(PlanEvent::Removed(item), to)))])
}
