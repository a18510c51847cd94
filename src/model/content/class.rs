//! The class of an answer: who may see it.

use serde::{Deserialize, Serialize};

/// Who may see an answer; `model::paper::audience` has the table class × medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// `gewoon`
    Plain,
    /// `privé`
    Private,
    /// `over-een-ander`
    AboutSomeoneElse,
    /// `contact`: how the gemeente may reach the resident.
    Contact,
    /// `veiligheid`: never on the gemeente's paper, never stored.
    Safety,
    /// `route`: places to go to; only on the safety card.
    Route,
}
