//! The page with all parts of the plan: the content of each, the gaps of each demand, and everything unfinished.

use std::collections::BTreeSet;

use super::super::long_list::{FEW, LongList};
use super::link_lines::{demand_line, leads, many_leads, under};
use super::{before, help_line, unfinished};
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::plan_rules::coverage::coverage;
use crate::model::plan_rules::findings::{self, PlanFinding};
use crate::model::plan_rules::pages;
use crate::model::route::{PlanPage, Route};
use crate::ui::components::basic::{button, group, heading, link, paragraph, section, title};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let parts = pages::PARTS.iter().map(|page| {
        let state = count(voice, *page).map(|count| count.to_string()).unwrap_or_default();
        (voice.text(name(*page)).to_owned(), state, page.route(0).fragment())
    });
    View::many(vec![
        link("back", "terug", app.text("button.to-check"), &Route::Check.fragment()),
        title(voice.text("page.title").to_owned()),
        help_line(voice, "page.title-help"),
        before(app, |_| true),
        leads(parts.collect()),
        covered(app, voice),
        many_doers(app, voice),
        open(app, voice),
    ])
}

/// Returns the text key of the name of a part.
fn name(part: PlanPage) -> &'static str {
    match part {
        PlanPage::People => "page.people",
        PlanPage::Goal => "page.goal",
        PlanPage::Demands => "page.demands",
        PlanPage::Agreements => "page.agreements",
        PlanPage::Ladder => "page.ladder",
        PlanPage::Cards => "page.cards",
        PlanPage::Reviews => "page.reviews",
        PlanPage::Closing => "page.closing",
        _ => "page.papers",
    }
}

/// Returns the number of items in a part that is a list.
fn count(voice: &PlanVoice, page: PlanPage) -> Option<usize> {
    let plan = voice.plan;
    let count = match page {
        PlanPage::People => voice.people.all().count() - 1,
        PlanPage::Demands => plan.demands.list.len(),
        PlanPage::Agreements => plan.agreements.len(),
        _ => return None,
    };
    (count > 0).then_some(count)
}

/// Each demand with its agreements, and whether they cover it now.
pub fn covered(app: App, voice: &PlanVoice) -> View {
    let rows = coverage(voice.plan, &voice.people);
    if rows.is_empty() {
        return View::nothing();
    }
    let line = |index: usize| {
        let row = &rows[index];
        let number = |id| voice.plan.agreements.iter().position(|agreement| agreement.id == id).map(|place| place + 1);
        let numbers: Vec<String> = row.agreements.iter().filter_map(|id| number(*id)).map(|n| n.to_string()).collect();
        let by = if numbers.is_empty() {
            voice.text("page.no-agreement").to_owned()
        } else {
            voice.text_with("page.by-agreement", &numbers.join(", "))
        };
        let demand = &voice.plan.demands.list[index];
        let text = demand_line(voice, index + 1, &demand.as_wish());
        let state = if row.is_covered() { "hint.covered" } else { "hint.not-finished" };
        (text, format!("{by} · {}", voice.text(state)), PlanPage::Demand.route(row.demand.0).fragment())
    };
    let heading = voice.text("page.coverage");
    under(heading.to_owned(), vec![many_leads(app, "covered", heading, rows.len(), &line)])
}

/// More than four people do something: the page asks about it and never blocks.
fn many_doers(app: App, voice: &PlanVoice) -> View {
    // Asked again if there are more doers than when the resident chose to leave it so.
    let kept = format!("doers#{}", voice.plan.doers());
    if !voice.plan.has_many_doers() || app.dossier.paper.kept.contains(&kept) {
        return View::nothing();
    }
    let leave = button("secondary", "", voice.text("button.leave-it").to_owned(), app.tap(Act::Keep(vec![kept])));
    let see = app.tap(Act::Go(PlanPage::Agreements.route(0)));
    let see = button("secondary", "", voice.text("button.see-agreements").to_owned(), see);
    section(
        "notice",
        vec![group(
            "",
            vec![paragraph("", voice.text("hint.many-doers").to_owned()), group("links", vec![leave, see])],
        )],
    )
}

/// Everything unfinished, each with a link.
fn open(app: App, voice: &PlanVoice) -> View {
    let found = findings::findings(&app.facts, voice.plan, &voice.people, &BTreeSet::default());
    // An empty plan has no unfinished parts.
    if voice.plan.is_empty() || found.is_empty() {
        return View::nothing();
    }
    let of = voice.text("page.open");
    let lines = LongList { name: "findings", class: "findings", part: FEW, of };
    let lines = lines.view(app, found.len(), &|place| one(app, voice, &found[place]));
    section("", vec![heading(of.to_owned()), lines])
}

fn one(app: App, voice: &PlanVoice, finding: &PlanFinding) -> View {
    let sentence = findings::sentence(&app.facts, voice.plan, &voice.people, finding);
    let mend = pages::mending(finding.at).map(|page| {
        let button = button("", "", voice.text("button.mend").to_owned(), app.tap(Act::Go(page)));
        group("links", vec![button])
    });
    group("", std::iter::once(unfinished(voice, sentence)).chain(mend).collect())
}
