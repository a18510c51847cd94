//! Lines that lead to a page, and parts under a heading: what the pages of the plan have in common.

use crate::model::gap;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::components::basic::{button, group, heading, list};
use crate::ui::context::{Act, App};
use crate::ui::view::{View, element};

/// “E1 Bram – kan ergens anders slapen – op elk moment”
pub fn demand_line(voice: &PlanVoice, number: usize, text: &str) -> String {
    gap::fill_all(voice.text("page.demand-line"), &[("{n}", &number.to_string()), ("{}", text)])
}

/// So many lines of a list are on the page; more come when one asks. A household has fewer, and the largest plan does not
/// make a phone slow.
const PART: usize = 10;

/// A line that leads to its page: what it says, a word beside it, and the address.
pub type Lead = (String, String, String);

/// Lines of which each leads to its page, with a word beside it.
pub fn leads(lines: Vec<Lead>) -> View {
    list("leads", lines.into_iter().map(lead).collect())
}

fn lead((text, state, href): Lead) -> View {
    let mut inside = vec![element("span").text(text)];
    if !state.is_empty() {
        inside.push(View::text(" ".to_owned()));
        inside.push(element("span").class("state").text(state));
    }
    element("a").with("href", &href).holding(inside)
}

/// The same of a list that may be long. `name` tells it apart from another on the page; `line` makes the line of a place.
pub fn many_leads(app: App, name: &'static str, count: usize, line: &dyn Fn(usize) -> Lead) -> View {
    in_parts(app, name, "leads", count, &|place| lead(line(place)))
}

/// A list that may be long: its first part, and a button for the next one, which goes on at the first line of that part.
pub fn in_parts(app: App, name: &'static str, class: &str, count: usize, line: &dyn Fn(usize) -> View) -> View {
    let shown = count.min(PART * app.parts_of(name));
    let mut lines = Vec::new();
    for place in 0..shown {
        let mut line = line(place);
        if place > 0 && place % PART == 0 {
            let id = format!("{name}-{}", place / PART);
            line = element("div").id(&id).with("tabindex", "-1").holding(vec![line]);
        }
        lines.push(line);
    }
    let next = PART.min(count - shown);
    if next == 0 {
        return list(class, lines);
    }
    let text = gap::fill(app.catalogue.content.plan.text("button.more"), "{n}", &next.to_string());
    View::many(vec![list(class, lines), group("links", vec![button("", "", text, app.tap(Act::More(name)))])])
}

/// A heading with what belongs under it.
pub fn under(text: String, inside: Vec<View>) -> View {
    let mut all = vec![heading(text)];
    all.extend(inside);
    element("section").holding(all)
}
