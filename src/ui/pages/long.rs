//! Lists that may be long: the first part is on the page, and more comes when one asks. A household has fewer, and the
//! largest plan does not make a phone slow.

use crate::model::plan::slots::holds;
use crate::ui::components::basic::{group, list, named_button};
use crate::ui::context::{Act, App, AskedFor};
use crate::ui::view::{View, element};

/// So many lines or cards come at a time.
pub const PART: usize = 10;
/// And so many where each is long or asks for something: more at once is no help.
pub const FEW: usize = 5;
/// So many stand in a list that opens at a tap, until one asks for all.
const IN_A_LIST: usize = 15;

/// What can be chosen in a field: the value of each, and its words.
pub type Lines = Vec<(String, String)>;

/// A list in parts.
pub struct Long<'a> {
    /// Tells it apart from another on the page.
    pub name: &'static str,
    pub class: &'static str,
    /// So many lines come at a time.
    pub part: usize,
    /// Its heading, for who listens, where a page has several.
    pub of: &'a str,
}

impl Long<'_> {
    /// The parts so far, and a button for the next one, which goes on at the first line of that part. `line` makes the
    /// line of a place.
    pub fn view(&self, app: App, count: usize, line: &dyn Fn(usize) -> View) -> View {
        let parts = app.parts_of(self.name);
        let (shown, next) = (so_far(count, self.part * parts), so_far(count, self.part * (parts + 1)));
        let mut lines = Vec::new();
        for place in 0..shown {
            let mut line = line(place);
            if place > 0 && place % self.part == 0 {
                let id = format!("{}-{}", self.name, place / self.part);
                line = element("div").id(&id).with("tabindex", "-1").holding(vec![line]);
            }
            lines.push(line);
        }
        let more = more(app, self.name, next - shown, self.of, format!("{}-{parts}", self.name));
        View::many(vec![list(self.class, lines), more])
    }
}

/// How many of all are on the page, where so many should be. A few more than that are no part of their own.
pub fn so_far(all: usize, wanted: usize) -> usize {
    if all <= wanted + FEW { all } else { wanted }
}

/// What is on the page of many cards to tick: the first parts, what is chosen, and what was there when one was ticked.
/// Then what is left. Where something was chosen before, fewer others are needed; where very many are, the last of those
/// wait too.
pub fn cards_in_reach(app: App, name: &str, told: &str, lines: Lines) -> (Lines, Lines) {
    let was_there = |value: &str| app.has_asked(AskedFor::Line(line_of(value)));
    let is_new = told.is_empty() && !lines.iter().any(|(value, _)| was_there(value));
    let first = if is_new { PART } else { FEW } + PART * (app.parts_of(name) - 1);
    let stays = |value: &str, place: usize| (holds(told, value) && place < first + PART) || was_there(value);
    in_reach(lines, first, &stays)
}

/// What is in a list that opens at a tap: its first part, and what is chosen. Then what is left.
pub fn options_in_reach(app: App, name: &str, told: &str, lines: Lines) -> (Lines, Lines) {
    let first = if app.parts_of(name) > 1 { lines.len() } else { IN_A_LIST };
    in_reach(lines, first, &|value, _| value == told)
}

fn in_reach(lines: Lines, first: usize, stays: &dyn Fn(&str, usize) -> bool) -> (Lines, Lines) {
    let (mut shown, mut left) = (Vec::new(), Vec::new());
    for line in lines {
        let into = if shown.len() < first || stays(&line.0, shown.len()) { &mut shown } else { &mut left };
        into.push(line);
    }
    (shown, left)
}

/// The number of a line to choose.
pub fn line_of(value: &str) -> u32 {
    value.parse().unwrap_or_default()
}

/// Asks for so many more of a list and goes on at the element with this id; nothing where there are none. `of` says for
/// who listens of which list, where a page has several.
pub fn more(app: App, name: &'static str, count: usize, of: &str, go_on_at: String) -> View {
    if count == 0 {
        return View::nothing();
    }
    let text = app.catalogue.content.plan.text("button.more").replace("{n}", &count.to_string());
    let said = if of.is_empty() { String::new() } else { format!("{text}: {of}") };
    group("links", vec![named_button("", "", text, &said, app.tap(Act::More(name, go_on_at)))])
}

/// The next part of that many cards.
pub fn more_cards(app: App, name: &'static str, left: &Lines, of: &str, id: &str) -> View {
    let go_on_at = left.first().map(|(value, _)| format!("{id}-{value}")).unwrap_or_default();
    more(app, name, PART.min(left.len()), of, go_on_at)
}
