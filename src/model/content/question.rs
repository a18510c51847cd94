//! A question: its text on screen, how it is answered, and who may see the answer.

use serde::{Deserialize, Deserializer, Serialize, de};

use super::choice::Choice;
use super::class::Class;

/// One question of the flow, or one asked in every life area (with a bare `id`, `u3`, that becomes `dag.u3`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Question<C> {
    pub id: String,
    /// The question, in the je-form.
    pub text: String,
    /// The text for residents under 18, if it differs.
    #[serde(default)]
    pub young: String,
    /// One sentence under the question.
    #[serde(default)]
    pub help: String,
    pub kind: QuestionKind,
    pub class: Class,
    /// A date in the past: the page asks whether a future date is right.
    #[serde(default)]
    pub past: bool,
    /// When this question is asked; its answer counts only then.
    #[serde(default)]
    pub shown: Option<C>,
    /// The options, if they are listed in the question itself.
    #[serde(default)]
    pub options: Vec<Choice<C>>,
    /// Where the options come from.
    #[serde(default)]
    pub options_from: Options,
    /// A field for free text next to the options.
    #[serde(default)]
    pub own: Option<FreeText>,
    /// The unit after a number, on screen and paper: “1 keer per jaar”, “2 keer per jaar”.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// Maximum text length.
    #[serde(default)]
    pub limits: Option<Limits>,
    /// The text before the answer on paper, if a sheet prints follow-ups: “Nodig om thuis te blijven:”.
    #[serde(default)]
    pub paper: String,
    /// Options that empty this answer when they are ticked.
    #[serde(default)]
    pub emptied_by: Vec<String>,
    /// Whether the answer can raise or lower a flag, allows a line on paper, or decides whether such a question is
    /// asked. The host tool computes this.
    #[serde(default, deserialize_with = "computed")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub weighs: bool,
}

/// Reads what the host tool computed; a file of an editor may not have it.
fn computed<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    if from.is_human_readable() { Err(de::Error::custom("unknown field `weighs`")) } else { bool::deserialize(from) }
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum QuestionKind {
    YesNo,
    /// One option.
    One,
    /// Any number of options.
    Many,
    /// A whole number from `min` to `max`; `scale` shows a row to tap.
    Number {
        min: i64,
        max: i64,
        #[serde(default)]
        scale: bool,
    },
    Date,
    Text,
    /// People with a role and a name; [`PeopleFields`] says which other fields.
    People(PeopleFields),
}

/// The fields for each person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PeopleFields {
    /// Role and age group (the options of the question), for people in the household.
    Household,
    /// Role, name, and whether the name may be on the gemeente's paper.
    Circle,
    /// As `Circle`, and what this person helps with.
    Helpers,
}

/// Where the options of a question come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Options {
    /// From the question itself.
    #[default]
    Listed,
    /// The situations of the life area.
    Situations,
    /// What goes well in the life area.
    Strengths,
    /// The outcomes of the life area.
    Outcomes,
    /// All life areas.
    Areas,
    /// The life areas the resident chose.
    ChosenAreas,
    /// The people of the circle, after the listed options. An option id is `mens.` and the person's id.
    Circle,
    /// The resident's own sentences that fit at the top of the sheet, after the listed options.
    OwnSentences,
}

impl Options {
    /// Whether the question itself lists the options.
    pub fn is_listed(&self) -> bool {
        *self == Options::Listed
    }
}

/// A field for free text next to the options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FreeText {
    /// The label of the field.
    pub label: String,
    /// Maximum number of characters.
    pub limits: Limits,
}

/// A unit in singular and plural.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unit {
    pub one: String,
    pub many: String,
}

/// Maximum text length of a field, in characters as a reader counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limits {
    /// What fits on page 1 of the sheet, or on a sheet of one page; 0 if no sheet prints it.
    pub page: u32,
    /// What the field accepts.
    pub most: u32,
}
