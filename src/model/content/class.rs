//! The class of an answer: who may see it.

use serde::{Deserialize, Serialize};

/// Who may see an answer; `model::privacy::audience` has the table class × medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// `plain` in content.
    Plain,
    /// `private` in content.
    Private,
    /// `about-someone-else` in content.
    AboutSomeoneElse,
    /// `contact`: how the gemeente may reach the resident.
    Contact,
    /// `safety`: on the resident's own screen only; on no paper, in no file, never stored.
    Safety,
    /// `route`: places to go to; only on the safety card.
    Route,
}
