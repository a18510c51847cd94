//! Conditions: when something applies, as a closed set of kinds. Editors write a sentence; the host tool parses it into
//! this.

use serde::{Deserialize, Serialize};

use crate::model::content::flag::Flag;

/// A condition on the answers that count at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Condition {
    /// `altijd`
    #[default]
    Always,
    /// `da2`: this option is ticked (a situation, a strength, an outcome).
    Ticked(String),
    /// `q1 = ja`, `u2 = maanden/jaren`: the answer is one of these words (for multiple choice: contains one of them).
    Is { question: String, values: Vec<String> },
    /// `ge-af ingevuld`
    Filled(String),
    /// `wo-uit leeg`: empty, also after “Dat weet ik niet” and “Dat zeg ik liever niet”.
    Empty(String),
    /// `da-val ≥ 2`
    Number { question: String, compare: Compare, value: i64 },
    /// `dagen(wo-uit) ≤ 28`: days from today until that date; negative if the date is past, and 0 for every date while
    /// the clock is known to be behind.
    Days { question: String, compare: Compare, value: i64 },
    /// `aantal(u5) ≥ 2`: the number of ticked options; free text counts as one.
    Count { question: String, compare: Compare, value: i64 },
    /// `in één gebied ( … )`: all of it in the same chosen life area; bare `u` ids refer to that area.
    InOneArea(Box<Condition>),
    /// `woord(W1)`: a word of this list occurs in a free text, whether or not its question counts.
    Word(String),
    /// `F-VAST`: this flag is up.
    Flag(Flag),
    /// `PROBEER`: at least one nearby option is set to one of these words.
    Nearby { values: Vec<String> },
    /// `niet …`
    Not(Box<Condition>),
    /// `… en …`
    All(Vec<Condition>),
    /// `… of …`
    Any(Vec<Condition>),
}

impl Condition {
    /// Whether the condition contains a tick for which `is` returns true.
    pub fn has_tick(&self, is: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Condition::Ticked(tick) => is(tick),
            Condition::Not(inner) | Condition::InOneArea(inner) => inner.has_tick(is),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().any(|part| part.has_tick(is)),
            Condition::Always
            | Condition::Is { .. }
            | Condition::Filled(_)
            | Condition::Empty(_)
            | Condition::Number { .. }
            | Condition::Days { .. }
            | Condition::Count { .. }
            | Condition::Word(_)
            | Condition::Flag(_)
            | Condition::Nearby { .. } => false,
        }
    }
}

/// How a number is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Compare {
    /// `≥`
    AtLeast,
    /// `≤`
    AtMost,
    /// `<`
    Below,
    /// `>`
    Above,
    /// `=`
    Equal,
}

impl Compare {
    /// Whether `left` compares to `right` in this way.
    pub fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Compare::AtLeast => left >= right,
            Compare::AtMost => left <= right,
            Compare::Below => left < right,
            Compare::Above => left > right,
            Compare::Equal => left == right,
        }
    }
}
