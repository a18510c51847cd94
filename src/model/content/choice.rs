//! Something to tick or choose, in an area or a question.

use serde::{Deserialize, Serialize};

use super::class::Class;
use crate::model::content::flag::Flag;

/// Something to tick or choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Choice<C> {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub young: String,
    /// One sentence that explains the choice once it is ticked.
    #[serde(default)]
    pub explain: String,
    /// The text on paper, if it differs; `{}` is replaced by the free text.
    #[serde(default)]
    pub paper: String,
    /// Only if it differs from the class of the question.
    #[serde(default)]
    pub class: Option<Class>,
    #[serde(default)]
    pub shown: Option<C>,
    /// Flags this tick raises by itself; flags with a condition are in `safety.toml`.
    #[serde(default)]
    pub raises: Vec<Flag>,
    /// Name of an icon.
    #[serde(default)]
    pub icon: String,
}
