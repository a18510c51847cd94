//! Cards to choose from: one renderer for single answers, multiple answers, tiles and small answers.

use super::basic::{group, icon, list, paragraph, tick};
use crate::ui::view::{On, View, element};

/// One card.
#[derive(Clone)]
pub struct ChoiceItem {
    pub id: String,
    pub text: String,
    /// Name of an icon; empty for none.
    pub icon: String,
    pub chosen: bool,
    pub on: On,
    /// A sentence shown while the card is chosen; empty for none.
    pub explain: String,
    /// The mark “Hier wil ik over praten”, shown while the card is chosen.
    pub mark: Option<Mark>,
}

/// The mark of one card.
#[derive(Clone)]
pub struct Mark {
    pub text: String,
    pub set: bool,
    pub on: On,
}

/// How many cards can be chosen, and their appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceLook {
    /// One of a list.
    One,
    /// Any number of a list.
    Many,
    /// Any number of tiles with a large icon.
    Tiles,
    /// One of three side by side.
    Three,
    /// Small answers for “I don't know” and the like.
    Quiet,
    /// A row of numbers.
    Scale,
}

impl ChoiceLook {
    fn class(self) -> &'static str {
        match self {
            ChoiceLook::One | ChoiceLook::Scale => "choices",
            ChoiceLook::Many => "choices ticks",
            ChoiceLook::Tiles => "tiles",
            ChoiceLook::Three => "three",
            ChoiceLook::Quiet => "quiet",
        }
    }

    fn input_type(self) -> &'static str {
        match self {
            ChoiceLook::One | ChoiceLook::Three | ChoiceLook::Scale => "radio",
            ChoiceLook::Many | ChoiceLook::Tiles | ChoiceLook::Quiet => "checkbox",
        }
    }
}

/// Renders the cards. `name` is unique on the page: the name of the radio group and the prefix of the ids.
pub fn choices(name: &str, look: ChoiceLook, items: Vec<ChoiceItem>) -> View {
    let cards = list(look.class(), items.into_iter().map(|item| card(name, look, item)).collect());
    if look == ChoiceLook::Scale { group("scale", vec![cards]) } else { cards }
}

fn card(name: &str, look: ChoiceLook, item: ChoiceItem) -> View {
    let id = format!("{name}-{}", item.id);
    let input = element("input").with("type", look.input_type()).with("name", name).id(&id).with("autocomplete", "off");
    let input = input.checked(item.chosen).on(item.on);
    let inside = vec![input.view(), icon(&item.icon), element("span").text(item.text)];
    let label = element("label").class("choice").with("for", &id).holding(inside);
    let below = if item.chosen { below(item.explain, item.mark) } else { View::nothing() };
    View::many(vec![label, below])
}

/// The part below a chosen card.
fn below(explain: String, mark: Option<Mark>) -> View {
    let mut inside = Vec::new();
    if !explain.is_empty() {
        inside.push(paragraph("help", explain));
    }
    if let Some(mark) = mark {
        inside.push(tick("mark", mark.text, mark.set, mark.on));
    }
    if inside.is_empty() { View::nothing() } else { group("", inside) }
}
