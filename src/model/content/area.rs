//! A life area: situations, strengths, outcomes, nearby places and follow-up questions.

use serde::{Deserialize, Serialize};

use super::choice::Choice;
use super::question::Question;

/// A life area, one file in `content/nl/areas/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct LifeArea<C> {
    pub id: String,
    pub name: String,
    /// The name inside a sentence: “geld”, “kinderen en school”.
    pub inline: String,
    #[serde(default)]
    pub young_name: String,
    /// Name of the icon in the sprite.
    pub icon: String,
    /// The question that opens the area.
    pub opening: String,
    #[serde(default)]
    pub young_opening: String,
    /// Goal codes behind each outcome on paper: `D2/D3`.
    pub goals: String,
    /// Its situations count until they are unticked, even if the area is not chosen.
    #[serde(default)]
    pub always_open: bool,
    /// Never named in the block of areas on paper.
    #[serde(default)]
    pub never_on_paper: bool,
    /// Which shared questions are asked here; empty means all.
    #[serde(default)]
    pub only_shared: Vec<String>,
    /// Shared questions asked here whether or not the resident wants to tell more.
    #[serde(default)]
    pub without_more: Vec<String>,
    /// The safety screens ask the follow-ups instead.
    #[serde(default)]
    pub follow_ups_elsewhere: bool,
    pub situations: Vec<Choice<C>>,
    #[serde(default)]
    pub follow_ups: Vec<Question<C>>,
    /// Follow-ups of another area that this area asks too.
    #[serde(default)]
    pub first_here: Vec<FirstHere>,
    pub strengths: Vec<Choice<C>>,
    pub outcomes: Vec<Choice<C>>,
    #[serde(default)]
    pub nearby: Vec<Choice<C>>,
    /// Shown instead of the nearby list, if there is none.
    #[serde(default)]
    pub nearby_advice: String,
    /// “Wie kan helpen”, shown as suggestions.
    #[serde(default)]
    pub helpers: Vec<String>,
    /// “Zo kan het ook”: examples from practice, never a promise.
    #[serde(default)]
    pub examples: Vec<Example>,
}

/// A follow-up that belongs to another area and is asked here too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FirstHere {
    pub question: String,
    /// 0 is before the first follow-up of this area.
    pub place: usize,
}

/// An example from practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Example {
    pub text: String,
}
