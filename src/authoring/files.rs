//! The shapes of files with a list or a table, which are packed as part of something else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::content::{Contact, HardWord, HelpLine, Holiday};
use crate::model::date::Date;

/// `contacts.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contacts {
    pub contacts: Vec<Contact<String>>,
    /// The card “Bel dit eerst”.
    pub help_card: Vec<HelpLine>,
}

/// `terms.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Terms {
    pub terms: Vec<HardWord>,
}

/// `calendar.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calendar {
    /// The day this content was released; updated with every release.
    pub released: Date,
    pub holidays: Vec<Holiday>,
}

/// `desk/*.toml`: what only the desk sees; packed separately.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeskArea {
    /// The life area it belongs to.
    pub area: String,
    pub lines: Vec<DeskLine>,
}

/// One line for the desk.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeskLine {
    pub text: String,
    /// Where the editor found it.
    pub source: String,
}

/// `trace.toml`: where each idea of the sources is in the content and on the sheets.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trace {
    pub row: Vec<TraceRow>,
}

/// One idea.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TraceRow {
    /// For example `A0.1`.
    pub row: String,
    /// Ids of the content that express the idea.
    pub ids: Vec<String>,
    /// Blocks of the summary that print one of those ids.
    #[serde(default)]
    pub blocks: Vec<u8>,
    /// Blocks of the tailored request that print one of those ids, or have a line for the pen.
    #[serde(default)]
    pub v3: Vec<u8>,
    /// The same for the meeting request.
    #[serde(default)]
    pub v4: Vec<u8>,
}
