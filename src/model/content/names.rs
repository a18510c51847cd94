//! `names.toml`: by what a name is told from another word in own words.

use serde::{Deserialize, Serialize};

/// Words and names. All stand in small letters; first names and known names without accents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Names {
    /// Words that are no names, beside those that stand elsewhere in the content.
    pub ordinary: Vec<String>,
    /// What is written with a capital and is no person or place to hide: institutions, days, languages.
    pub known: Vec<String>,
    /// First names that are common in this country.
    pub first_names: Vec<String>,
    /// What only a person does, as the words right behind a name.
    pub deeds: Vec<String>,
}
