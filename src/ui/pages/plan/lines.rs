//! Lines that lead to a page, and parts under a heading: what the pages of the plan have in common.

use crate::model::gap;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::components::basic::{heading, list};
use crate::ui::view::{View, element};

/// “E1 Bram – kan ergens anders slapen – op elk moment”
pub fn demand_line(voice: &PlanVoice, number: usize, text: &str) -> String {
    gap::fill_all(voice.text("page.demand-line"), &[("{n}", &number.to_string()), ("{}", text)])
}

/// Lines of which each leads to its page, with a word beside it.
pub fn leads(lines: Vec<(String, String, String)>) -> View {
    let lines = lines.into_iter().map(|(text, state, href)| {
        let mut inside = vec![element("span").text(text)];
        if !state.is_empty() {
            inside.push(View::text(" ".to_owned()));
            inside.push(element("span").class("state").text(state));
        }
        element("a").with("href", &href).holding(inside)
    });
    list("leads", lines.collect())
}

/// A heading with what belongs under it.
pub fn under(text: String, inside: Vec<View>) -> View {
    let mut all = vec![heading(text)];
    all.extend(inside);
    element("section").holding(all)
}
