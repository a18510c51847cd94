//! Help lines: what the page shows, how old the source is, and whether a person checked it.

use serde::{Deserialize, Serialize};

use super::Hours;

/// A help line, `contacts.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contact<H = Hours> {
    /// Never changes.
    pub id: String,
    pub name: String,
    /// The number or site as shown; empty if none may be shown.
    #[serde(default)]
    pub shown: String,
    /// For `tel:` links, digits only; empty for no link.
    #[serde(default)]
    pub tel: String,
    /// Whom the line is for, as shown on screen.
    pub for_whom: String,
    /// A second sentence on screen.
    #[serde(default)]
    pub note: String,
    /// `altijd`, `onbekend`, or blocks such as `ma-vr 09:00-21:00; za 10:00-14:00`.
    pub hours: H,
    pub cost: Cost,
    /// Where the editor found it; packed only for the host.
    pub source: String,
    /// `2025-10-29`, `2026-08`, `2019`, `onbekend`, `geen` or `uitgezonderd`.
    pub source_date: String,
    /// Empty until a person has checked it with the service itself (year-month-day).
    pub confirmed_on: String,
}

/// What a call costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    #[serde(rename = "gratis")]
    Free,
    #[serde(rename = "gewone kosten")]
    Normal,
    #[serde(rename = "lokaal tarief")]
    Local,
    #[serde(rename = "onbekend")]
    Unknown,
}

/// A line of the card “Bel dit eerst”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HelpLine {
    /// Text before the number: “Er is nu gevaar:”.
    pub text: String,
    pub contact: String,
    /// Text after the number: “Gratis, dag en nacht. Ook voor een vraag.”
    #[serde(default)]
    pub after: String,
}
