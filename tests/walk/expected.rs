//! What the walks must meet.

use super::catalogue;
use super::tally::Tally;

/// Minimum number of times that everything must come up.
pub const LEAST: usize = 10;

/// Every screen and every kind of button.
pub fn expected() -> impl Iterator<Item = String> {
    let screens = catalogue().content.flow.screens.iter().map(|screen| format!("screen {}", screen.id));
    screens.chain(KINDS.iter().map(|kind| (*kind).to_owned()))
}

/// The number of visits to screens.
pub fn visited(tally: &Tally) -> usize {
    tally.counts().filter(|(what, _)| what.starts_with("screen ")).map(|(_, times)| times).sum()
}

const KINDS: &[&str] = &[
    "answered on a screen",
    "row with an answer",
    "row without an answer",
    "row of a gentle question",
    "row of a screen in between",
    "row of an area beyond the first few",
    "row that leads to the plan",
    "changed from the overview",
    "more about an area",
    "button for more about an area",
    "button to a further screen",
    "button that says it is stuck",
    "button to fill it in together",
    "button to the call note",
    "sheet to print and to copy",
    "emptied answer that came back",
    "question on the screen of a flag",
    "finding on the sheet or before it",
    "plan is closed",
    "link of the plan",
    "typed on a page of the plan",
    "added to the plan",
    "taken away from the plan and put back",
    "demand became a wish",
    "another took over",
    "calendar made",
    "further screen opened",
    "brought up before the paper",
    "led back to the overview",
    "Vorige undid Verder",
    "said that it is stuck",
    "took back that it is stuck",
    "end of the road that is stuck",
    "looked back from a flag",
    "helper and resident go on together",
    "feared person in the plan",
    "road to the end without answers",
    "spared for being tired",
];
