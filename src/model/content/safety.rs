//! `safety.toml`: what raises a flag, what a flag does on screen, and when there must be no plan.

use serde::{Deserialize, Serialize};

use crate::model::flag::Flag;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Safety<C> {
    /// Short names for long conditions, usable in every condition of the content.
    #[serde(default)]
    pub named: Vec<Named<C>>,
    /// All at once; order does not matter.
    pub rules: Vec<FlagRule<C>>,
    pub gate: Gate<C>,
    /// One for each flag.
    pub flags: Vec<FlagScreen<C>>,
    /// In order: the first whose words occur is asked.
    pub soft: Vec<SoftQuestion<C>>,
    /// The first that holds proposes where to begin.
    pub start_rules: Vec<StartRule<C>>,
}

/// A short name for a condition. Packed content holds none: the host tool puts the condition in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Named<C> {
    pub name: String,
    pub when: C,
}

/// Raises a flag while its condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct FlagRule<C> {
    /// `b1`
    pub id: String,
    pub when: C,
    pub raises: Flag,
}

/// When the plan with the circle is closed ([`Flag::NoPlan`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Gate<C> {
    /// When a professional looks along; opens only rows that say so.
    pub professional: C,
    pub rows: Vec<GateRow<C>>,
}

/// One reason for having no plan now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct GateRow<C> {
    /// `f1`
    pub id: String,
    pub when: C,
    /// Opens when a professional looks along.
    #[serde(default)]
    pub opens_with_professional: bool,
}

/// What one flag does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct FlagScreen<C> {
    pub flag: Flag,
    pub heading: String,
    /// Sentences under the heading.
    #[serde(default)]
    pub text: Vec<String>,
    /// Contact ids, first number first.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// Other headings, texts and numbers under a condition; the first that holds wins.
    #[serde(default)]
    pub variants: Vec<Variant<C>>,
    /// Behaviour beside what is shown.
    #[serde(default)]
    pub does: Vec<FlagDoes>,
    /// Questions asked on the screen of this flag.
    #[serde(default)]
    pub asks: Vec<String>,
    /// What closes, in plain words for the overview of editors and tests: `vragen`, `plan`, `V1` …
    #[serde(default)]
    pub closes: Vec<String>,
    /// How it goes down again: the question to change, and the words of the link.
    #[serde(default)]
    pub back: String,
    /// The question behind `back`; empty where a situation must be unticked.
    #[serde(default)]
    pub back_to: String,
    /// The one neutral sentence on paper; never, where absent.
    #[serde(default)]
    pub paper: Option<FlagPaper>,
}

/// A flag's screen under a further condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Variant<C> {
    pub when: C,
    /// Empty keeps the flag's own.
    #[serde(default)]
    pub heading: String,
    #[serde(default)]
    pub text: Vec<String>,
    #[serde(default)]
    pub contacts: Vec<String>,
    /// Shown as a block under the flag's own text instead of in its place.
    #[serde(default)]
    pub below: bool,
}

/// What a flag does beside its screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum FlagDoes {
    /// Storing stops and what was stored is wiped.
    StopsKeeping,
    /// Numbers are shown without links to call.
    HidesCallLinks,
    /// The questions stop until the resident goes on.
    StopsQuestions,
    /// Its screen looks like any other, as someone may look along.
    StaysCalm,
    /// No print, no file, no copy of the text.
    ClosesExport,
    /// However long nothing is touched, nobody is asked whether they are still there.
    GivesTime,
    /// The follow-ups of this area are not asked.
    ClosesFollowUps(String),
}

/// The sentence of a flag on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FlagPaper {
    /// The question that allows it; off unless the resident says yes.
    pub question: String,
    pub sentence: String,
    /// An urgent line comes first and never leaves page 1.
    #[serde(default)]
    pub urgent: bool,
}

/// One gentle question after own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct SoftQuestion<C> {
    /// `W1`
    pub list: String,
    /// Whole words or groups of words; case does not count.
    pub words: Vec<String>,
    pub question: String,
    /// The sentence above the question.
    pub above: String,
    /// Not asked while this flag is up already.
    pub flag: Flag,
    /// Asked only while this holds.
    #[serde(default)]
    pub shown: Option<C>,
}

/// Proposes the area to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct StartRule<C> {
    /// `v1`
    pub id: String,
    pub when: C,
    pub area: String,
    pub reason: String,
}
