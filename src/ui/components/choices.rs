//! Cards to choose from: one renderer for one answer, several answers, tiles and small quiet answers.

use leptos::prelude::*;

use super::basic::{group, icon, live, nothing, paragraph, tick};

/// One card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceItem {
    pub id: String,
    pub text: String,
    /// Name of a pictogram; empty for none.
    pub icon: String,
    /// One sentence shown while the card is chosen; empty for none.
    pub explain: String,
    /// Label of the mark “Hier wil ik over praten”, shown while the card is chosen; empty for no mark.
    pub mark: String,
}

/// How many cards can be chosen, and how they look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// One of a list.
    One,
    /// Any number of a list.
    Many,
    /// Any number of tiles with a large pictogram.
    Tiles,
    /// One of three beside each other.
    Three,
    /// Small answers that say nothing.
    Quiet,
    /// A row of numbers.
    Scale,
}

/// A card that was tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    Chosen(String),
    /// Only where several can be chosen.
    Dropped(String),
    Marked(String, bool),
}

/// A list of cards.
#[derive(Clone)]
pub struct ChoiceList {
    /// Unique on the page; the group of the cards and the start of their ids.
    pub name: String,
    pub items: Vec<ChoiceItem>,
    pub look: Look,
    /// The ids of the chosen cards.
    pub chosen: Signal<Vec<String>>,
    /// The ids of the marked cards.
    pub marked: Signal<Vec<String>>,
    pub on_pick: Callback<Pick>,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Look::One | Look::Scale => "choices",
            Look::Many => "choices ticks",
            Look::Tiles => "tiles",
            Look::Three => "three",
            Look::Quiet => "quiet",
        }
    }

    fn input_type(self) -> &'static str {
        match self {
            Look::One | Look::Three | Look::Scale => "radio",
            Look::Many | Look::Tiles | Look::Quiet => "checkbox",
        }
    }
}

/// The cards on the screen.
pub fn choices(list: ChoiceList) -> AnyView {
    let look = list.look;
    let items = list.items.clone();
    let cards = super::basic::list(look.class(), items.into_iter().map(|item| card(&list, item)).collect());
    if look == Look::Scale { group("scale", vec![cards]) } else { cards }
}

fn card(list: &ChoiceList, item: ChoiceItem) -> AnyView {
    let (chosen, on_pick) = (list.chosen, list.on_pick);
    let input = format!("{}-{}", list.name, item.id);
    let labelled = input.clone();
    let id = item.id.clone();
    let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)));
    let id = item.id.clone();
    let tap = Callback::new(move |on: bool| {
        on_pick.run(if on { Pick::Chosen(id.clone()) } else { Pick::Dropped(id.clone()) });
    });
    let (pictogram, text) = (icon(&item.icon), item.text.clone());
    let below = below(item, is_chosen, list.marked, on_pick);
    view! {
        <label class="choice" for=labelled>
            <input type=list.look.input_type() name=list.name.clone() id=input prop:checked=is_chosen autocomplete="off"
                on:change=move |event| tap.run(event_target_checked(&event))/>
            {pictogram}
            <span>{text}</span>
        </label>
        {below}
    }
    .into_any()
}

/// What stands under a card while it is chosen.
fn below(item: ChoiceItem, chosen: Signal<bool>, marked: Signal<Vec<String>>, on_pick: Callback<Pick>) -> AnyView {
    if item.explain.is_empty() && item.mark.is_empty() {
        return nothing();
    }
    live(move || {
        if !chosen.get() {
            return nothing();
        }
        let explanation = if item.explain.is_empty() { nothing() } else { paragraph("help", item.explain.clone()) };
        group("", vec![explanation, mark(&item, marked, on_pick)])
    })
}

fn mark(item: &ChoiceItem, marked: Signal<Vec<String>>, on_pick: Callback<Pick>) -> AnyView {
    if item.mark.is_empty() {
        return nothing();
    }
    let id = item.id.clone();
    let is_marked = Signal::derive(move || marked.with(|marked| marked.contains(&id)));
    let id = item.id.clone();
    let tap = Callback::new(move |on| on_pick.run(Pick::Marked(id.clone(), on)));
    tick("mark", item.mark.clone(), is_marked, tap)
}
