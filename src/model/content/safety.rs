//! `safety.toml`: what raises a flag, what a flag does on screen, and when a plan is not allowed.

use serde::{Deserialize, Serialize};

use crate::model::content::flag::Flag;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Safety<C> {
    /// Short names for long conditions, which every condition of the content may use.
    #[serde(default)]
    pub named: Vec<NamedCondition<C>>,
    /// Applied all at once; order does not matter.
    pub rules: Vec<FlagRule<C>>,
    pub gate: Gate<C>,
    /// One for each flag.
    pub flags: Vec<FlagScreen<C>>,
    /// In order: the first one whose words occur is asked.
    pub soft: Vec<GentleQuestion<C>>,
    /// In order: the first one that holds proposes where to begin.
    pub start_rules: Vec<StartRule<C>>,
}

/// A short name for a condition. Packed content has none: the host tool inserts the condition itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct NamedCondition<C> {
    pub name: String,
    pub when: C,
}

/// Raises a flag while its condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct FlagRule<C> {
    /// For example `b1`.
    pub id: String,
    pub when: C,
    pub raises: Flag,
}

/// When the plan with the circle is closed ([`Flag::NoPlan`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Gate<C> {
    /// Holds when a professional looks along; opens only the rows that say so.
    pub professional: C,
    pub rows: Vec<GateRow<C>>,
}

/// One reason to close the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct GateRow<C> {
    /// For example `f1`.
    pub id: String,
    pub when: C,
    /// Does not close the plan when a professional looks along.
    #[serde(default)]
    pub opens_with_professional: bool,
}

/// What one flag shows and does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct FlagScreen<C> {
    pub flag: Flag,
    pub heading: String,
    /// Sentences under the heading.
    #[serde(default)]
    pub text: Vec<String>,
    /// Contact ids, the first number to call first.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// Other headings, texts and numbers under a condition; the first one that holds wins.
    #[serde(default)]
    pub variants: Vec<Variant<C>>,
    /// Behaviour in addition to the screen.
    #[serde(default)]
    pub does: Vec<FlagDoes>,
    /// Questions asked on the screen of this flag.
    #[serde(default)]
    pub asks: Vec<String>,
    /// What closes, in plain words for the overview of editors and for tests: `vragen`, `plan`, `V1` …
    #[serde(default)]
    pub closes: Vec<String>,
    /// How to lower the flag: the question to change, and the text of the link.
    #[serde(default)]
    pub back: String,
    /// The question of `back`; empty if the resident has to untick a situation.
    #[serde(default)]
    pub back_to: String,
    /// The one neutral sentence on paper; if absent, paper never mentions the flag.
    #[serde(default)]
    pub paper: Option<FlagPaper>,
}

/// The screen of a flag under an additional condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Variant<C> {
    pub when: C,
    /// If empty, the flag's own heading is used.
    #[serde(default)]
    pub heading: String,
    #[serde(default)]
    pub text: Vec<String>,
    #[serde(default)]
    pub contacts: Vec<String>,
    /// Shown as a block below the flag's own text instead of replacing it.
    #[serde(default)]
    pub below: bool,
}

/// Behaviour of a flag in addition to its screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum FlagDoes {
    /// Storing stops and what was stored is wiped.
    StopsKeeping,
    /// Numbers are shown without call links.
    HidesCallLinks,
    /// The questions stop until the resident continues.
    StopsQuestions,
    /// The screen looks like any other, because someone may be looking along.
    StaysCalm,
    /// No print, no file, no text to copy.
    ClosesExport,
    /// The page never asks whether the resident is still there, however long they do nothing.
    GivesTime,
    /// The follow-ups of this area are not asked.
    ClosesFollowUps(String),
}

/// The sentence of a flag on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FlagPaper {
    /// The question that allows this sentence; it is left out unless the resident says yes.
    pub question: String,
    pub sentence: String,
    /// An urgent sentence comes first and never leaves page 1.
    #[serde(default)]
    pub urgent: bool,
}

/// One gentle question after free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct GentleQuestion<C> {
    /// For example `W1`.
    pub list: String,
    /// Whole words or groups of words, in upper or lower case.
    pub words: Vec<String>,
    pub question: String,
    /// The sentence above the question.
    pub above: String,
    /// Not asked while this flag is already up.
    pub flag: Flag,
    /// Asked only while this holds.
    #[serde(default)]
    pub shown: Option<C>,
}

/// A rule that proposes the area to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct StartRule<C> {
    /// For example `v1`.
    pub id: String,
    pub when: C,
    pub area: String,
    pub reason: String,
}
