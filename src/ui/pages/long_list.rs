//! Long lists: a page starts with the first part and shows more on request. Most households have fewer items; the limit
//! keeps a slow phone fast with the largest plan.

use crate::model::plan::fields::holds;
use crate::ui::components::basic::{group, list, named_button};
use crate::ui::context::{Act, App, AskedFor};
use crate::ui::view::{View, element};

/// Lines or cards per part.
pub const PART: usize = 10;
/// Lines per part if each line is long or contains fields, because more at once does not help.
pub const FEW: usize = 5;
/// Options in a select list, until the resident asks for all.
const IN_A_LIST: usize = 15;

/// Options of a field: value and text.
pub type FieldOptions = Vec<(String, String)>;

/// A list in parts.
pub struct LongList<'a> {
    /// Name of the list, unique on the page.
    pub name: &'static str,
    pub class: &'static str,
    /// Lines per part.
    pub part: usize,
    /// Heading of the list for screen readers, if a page has several lists.
    pub of: &'a str,
}

impl LongList<'_> {
    /// The parts shown so far, and a button for the next part that moves focus to its first line. `line` renders one
    /// line.
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

/// Returns how many items to show. A few items more than `wanted` do not form a part of their own.
pub fn so_far(all: usize, wanted: usize) -> usize {
    if all <= wanted + FEW { all } else { wanted }
}

/// Returns the checkboxes to show (the first parts, the chosen ones, and those visible when one was checked) and the
/// others. Once something is chosen, fewer others are shown; chosen ones far down a very long list are left out too.
pub fn cards_in_reach(app: App, name: &str, chosen: &str, lines: FieldOptions) -> (FieldOptions, FieldOptions) {
    let was_there = |value: &str| app.has_asked(AskedFor::Line(line_of(value)));
    let is_new = chosen.is_empty() && !lines.iter().any(|(value, _)| was_there(value));
    let first = if is_new { PART } else { FEW } + PART * (app.parts_of(name) - 1);
    let stays = |value: &str, place: usize| (holds(chosen, value) && place < first + PART) || was_there(value);
    in_reach(lines, first, &stays)
}

/// Returns the options of a select list to show (the first part and the chosen one) and the others.
pub fn options_in_reach(app: App, name: &str, chosen: &str, lines: FieldOptions) -> (FieldOptions, FieldOptions) {
    let first = if app.parts_of(name) > 1 { lines.len() } else { IN_A_LIST };
    in_reach(lines, first, &|value, _| value == chosen)
}

fn in_reach(lines: FieldOptions, first: usize, stays: &dyn Fn(&str, usize) -> bool) -> (FieldOptions, FieldOptions) {
    let (mut shown, mut left) = (Vec::new(), Vec::new());
    for line in lines {
        let into = if shown.len() < first || stays(&line.0, shown.len()) { &mut shown } else { &mut left };
        into.push(line);
    }
    (shown, left)
}

/// Returns the number of an option.
pub fn line_of(value: &str) -> u32 {
    value.parse().unwrap_or_default()
}

/// A button for `count` more items that moves focus to the element with this id; nothing if `count` is 0. `of` is the
/// list's heading for screen readers, if a page has several lists.
pub fn more(app: App, name: &'static str, count: usize, of: &str, go_on_at: String) -> View {
    if count == 0 {
        return View::nothing();
    }
    let text = app.catalogue.content.plan.text("button.more").replace("{n}", &count.to_string());
    let said = if of.is_empty() { String::new() } else { format!("{text}: {of}") };
    group("links", vec![named_button("", "", text, &said, app.tap(Act::More(name, go_on_at)))])
}

/// A button for the next part of a list of checkboxes.
pub fn more_cards(app: App, name: &'static str, left: &FieldOptions, of: &str, id: &str) -> View {
    let go_on_at = left.first().map(|(value, _)| format!("{id}-{value}")).unwrap_or_default();
    more(app, name, PART.min(left.len()), of, go_on_at)
}
