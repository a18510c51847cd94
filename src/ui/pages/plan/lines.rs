//! Lines that lead to a page, and parts under a heading: what the pages of the plan have in common.

use super::super::long::{Long, PART};
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::words;
use crate::ui::components::basic::{heading, list};
use crate::ui::context::App;
use crate::ui::view::{View, element};

/// “E1 Bram – kan ergens anders slapen – op elk moment”
pub fn demand_line(voice: &PlanVoice, number: usize, text: &str) -> String {
    words::fill(voice.text("page.demand-line"), &[("{n}", &number.to_string()), ("{}", text)])
}

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

/// The same of a list that may be long. `name` tells it apart from another on the page, and `of` is its heading where the
/// page has another; `line` makes the line of a place.
pub fn many_leads(app: App, name: &'static str, of: &str, count: usize, line: &dyn Fn(usize) -> Lead) -> View {
    Long { name, class: "leads", part: PART, of }.view(app, count, &|place| lead(line(place)))
}

/// A heading with what belongs under it.
pub fn under(text: String, inside: Vec<View>) -> View {
    let mut all = vec![heading(text)];
    all.extend(inside);
    element("section").holding(all)
}
