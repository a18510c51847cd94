//! One gemeente: where its desk is. Optional; without it the call note has lines for the pen.

use serde::{Deserialize, Serialize};

use super::Hours;

/// One file of `content/municipalities/*.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gemeente<H = Hours> {
    pub id: String,
    pub name: String,
    pub desk: Desk<H>,
    /// Places nearby.
    #[serde(default)]
    pub places: Vec<NearbyPlace>,
}

/// The desk where the resident hands in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Desk<H = Hours> {
    pub name: String,
    pub address: String,
    pub shown: String,
    pub tel: String,
    /// Same format as in a contact: `ma-vr 09:00-17:00`.
    pub hours: H,
    pub source: String,
    pub source_date: String,
    pub confirmed_on: String,
}

/// A place nearby.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NearbyPlace {
    pub name: String,
    pub what: String,
    pub address: String,
    /// Ids of the life areas this place fits.
    pub areas: Vec<String>,
}
