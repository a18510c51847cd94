//! The shapes of the files that hold a list or a table, and are packed as a part of something.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::content::{Contact, HelpLine, Holiday, Term};
use crate::model::date::Date;

/// `contacts.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contacts {
    pub contacts: Vec<Contact>,
    /// The card “Bel dit eerst”.
    pub help_card: Vec<HelpLine>,
}

/// `terms.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Terms {
    pub terms: Vec<Term>,
}

/// `calendar.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calendar {
    /// The day on which the content was made ready; set anew with every release.
    pub released: Date,
    pub holidays: Vec<Holiday>,
}

/// `desk/*.toml`: what only the desk sees; packed apart.
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
    /// Where it was read.
    pub source: String,
}

/// `trace.toml`: which idea of the sources has which place in the content and on the sheet.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trace {
    pub row: Vec<TraceRow>,
}

/// One idea.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TraceRow {
    /// `A0.1`
    pub row: String,
    /// Ids of the content that give it a place.
    pub ids: Vec<String>,
    /// Blocks of the summary that print one of those ids.
    #[serde(default)]
    pub blocks: Vec<u8>,
    /// Blocks of the sheet on tailored work that print one of those ids, or leave room for the pen.
    #[serde(default)]
    pub v3: Vec<u8>,
    /// The same of the request to sit together.
    #[serde(default)]
    pub v4: Vec<u8>,
}
