//! `names.toml`: word lists that tell names from other words in free text.

use serde::{Deserialize, Serialize};

/// Word lists, all in lower case; first names and known names without accents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Names {
    /// Words that are not names, in addition to the words used elsewhere in the content.
    pub ordinary: Vec<String>,
    /// Words with a capital that name no person or place to hide: institutions, days, languages.
    pub known: Vec<String>,
    /// Common first names in the Netherlands.
    pub first_names: Vec<String>,
    /// Words for what only a person does, as they come right after a name.
    pub deeds: Vec<String>,
}
