//! Link lines and headings shared by the pages of the plan.

use super::super::long_list::{LongList, PART};
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::words;
use crate::ui::components::basic::{heading, list};
use crate::ui::context::App;
use crate::ui::view::{View, element};

/// The line of a demand: “E1 Bram – kan ergens anders slapen – op elk moment”
pub fn demand_line(voice: &PlanVoice, number: usize, text: &str) -> String {
    words::fill(voice.text("page.demand-line"), &[("{n}", &number.to_string()), ("{}", text)])
}

/// A link line: its text, a word beside it, and the address.
pub type LinkLine = (String, String, String);

/// Link lines, each with a word beside it.
pub fn leads(lines: Vec<LinkLine>) -> View {
    list("leads", lines.into_iter().map(lead).collect())
}

fn lead((text, state, href): LinkLine) -> View {
    let mut inside = vec![element("span").text(text)];
    if !state.is_empty() {
        inside.push(View::text(" ".to_owned()));
        inside.push(element("span").class("state").text(state));
    }
    element("a").with("href", &href).holding(inside)
}

/// Link lines in parts, for a long list. `name` is unique on the page, `of` is the heading of the list if the page has
/// several lists; `line` returns the line at an index.
pub fn many_leads(app: App, name: &'static str, of: &str, count: usize, line: &dyn Fn(usize) -> LinkLine) -> View {
    LongList { name, class: "leads", part: PART, of }.view(app, count, &|place| lead(line(place)))
}

/// A heading with the content below it.
pub fn under(text: String, inside: Vec<View>) -> View {
    let mut all = vec![heading(text)];
    all.extend(inside);
    element("section").holding(all)
}
