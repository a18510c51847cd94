//! `sheets.toml`: the words on paper, the ids in each block, and the number of lines of a block.

use serde::{Deserialize, Serialize};

use super::composed::Composed;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Sheets<C> {
    /// When each sheet is offered, and what the page says otherwise.
    pub offers: Vec<Offer<C>>,
    /// Months in full, January first.
    pub months: Vec<String>,
    /// Weekdays in full, Monday first.
    pub weekdays: Vec<String>,
    pub v1: SummarySheet<C>,
    /// The tailored request: three scenarios next to each other, for the desk to weigh.
    #[serde(default)]
    pub v3: OnePageSheet<C>,
    /// The meeting request: who must meet to get things moving.
    #[serde(default)]
    pub v4: OnePageSheet<C>,
}

/// The five sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Sheet {
    #[serde(rename = "V1")]
    Summary,
    #[serde(rename = "V2")]
    OwnPlan,
    #[serde(rename = "V3")]
    TailoredRequest,
    #[serde(rename = "V4")]
    MeetingRequest,
    #[serde(rename = "V5")]
    SafetyCard,
}

impl Sheet {
    pub const ALL: [Sheet; 5] =
        [Sheet::Summary, Sheet::OwnPlan, Sheet::TailoredRequest, Sheet::MeetingRequest, Sheet::SafetyCard];

    /// The name used in content and in stored records.
    pub fn name(self) -> &'static str {
        match self {
            Sheet::Summary => "V1",
            Sheet::OwnPlan => "V2",
            Sheet::TailoredRequest => "V3",
            Sheet::MeetingRequest => "V4",
            Sheet::SafetyCard => "V5",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Offer<C> {
    pub sheet: Sheet,
    pub when: C,
    /// If the sheet is not offered, the page says the first one that holds; if none holds, it does not mention the
    /// sheet.
    #[serde(default)]
    pub otherwise: Vec<Otherwise<C>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Otherwise<C> {
    pub when: C,
    pub text: String,
}

/// The summary for the desk: one A4.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct SummarySheet<C> {
    /// Characters per line.
    pub width: usize,
    /// Characters per line of the first sentence.
    pub first_width: usize,
    /// The text of an empty block.
    pub empty: String,
    /// The text at the end of a block that continues on page 2.
    pub see_page_2: String,
    /// A line for the pen.
    pub pen: String,
    /// A short line for the pen.
    pub pen_short: String,
    pub blocks: Vec<SheetBlock<C>>,
    pub page_2: Page2,
}

/// A sheet of one A4 that has no second page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct OnePageSheet<C> {
    pub blocks: Vec<SheetBlock<C>>,
    /// The width of every label in a table of a block, in characters.
    #[serde(default)]
    pub label_width: usize,
    /// The width of every other cell.
    #[serde(default)]
    pub cell_width: usize,
}

impl<C> Default for OnePageSheet<C> {
    fn default() -> OnePageSheet<C> {
        OnePageSheet { blocks: Vec::new(), label_width: 0, cell_width: 0 }
    }
}

/// One block of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct SheetBlock<C> {
    pub number: u8,
    /// In bold at the start of the block's first line.
    pub heading: String,
    /// Maximum number of lines, including the heading.
    pub lines: usize,
    /// Every composed piece begins on a new line, as long as that fits; otherwise pieces run on.
    #[serde(default)]
    pub new_lines: bool,
    /// If empty, the block is a line for the pen instead of “niet ingevuld”.
    #[serde(default)]
    pub pen_when_empty: bool,
    /// The resident may leave it out.
    #[serde(default)]
    pub optional: bool,
    pub pieces: Vec<SheetPiece<C>>,
    /// A table instead of pieces, on a sheet of one page.
    #[serde(default)]
    pub table: Option<TableShape<C>>,
}

/// A table: what it compares, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct TableShape<C> {
    pub columns: Vec<String>,
    pub rows: Vec<RowShape<C>>,
}

/// A row of a table: a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct RowShape<C> {
    pub heading: String,
    /// Maximum number of lines per cell.
    pub lines: usize,
    pub cells: Vec<Vec<SheetPiece<C>>>,
}

/// A piece of a block. Ids are named here and nowhere in code; each kind of piece has its own composer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub enum SheetPiece<C> {
    /// The answer of one question.
    Answer(AnswerPiece<C>),
    /// A fixed sentence while its condition holds. `{pen}` and `{pen_short}` are lines for the pen, `{pages}` is the
    /// number of pages, and `{V2}`, `{V3}` and `{V4}` say whether that sheet is added. Without a condition it never
    /// leaves page 1.
    Say(FixedSentence<C>),
    /// A piece with its own composer in code.
    Rest(Composed),
}

/// The answer of one question inside a text; free text is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct AnswerPiece<C> {
    pub question: String,
    /// `{}` is the answer, `{area}` the name of the area it belongs to. Empty if `options` has all texts.
    #[serde(default)]
    pub text: String,
    /// Other texts for an option, or for `ja` and `nee`; an empty text prints nothing.
    #[serde(default)]
    pub options: Vec<OptionText>,
    /// Maximum number of options printed.
    #[serde(default)]
    pub most: Option<usize>,
    /// A shared question, printed for each chosen area.
    #[serde(default)]
    pub per_area: bool,
    /// Stays on page 1 whatever comes before it.
    #[serde(default)]
    pub stays: bool,
    /// Prints free text without quotation marks: a name, a time, a role.
    #[serde(default)]
    pub bare: bool,
    /// The text without an answer, usually `{pen}` or `{pen_short}`. If absent, nothing is printed.
    #[serde(default)]
    pub empty: String,
    /// Printed only while this holds.
    #[serde(default)]
    pub when: Option<C>,
}

/// A fixed sentence while its condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct FixedSentence<C> {
    pub text: String,
    /// If absent, the sentence is always printed.
    #[serde(default)]
    pub when: Option<C>,
    /// Begins on a new line, as long as that fits.
    #[serde(default)]
    pub new_line: bool,
}

/// Another text for one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionText {
    pub option: String,
    pub text: String,
}

/// Page 2, which is optional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Page2 {
    /// `{date}` is the date of the sheet.
    pub heading: String,
    pub story: String,
    /// The text before what continues from page 1: “Bij blok {}:”.
    pub more: String,
    /// Maximum number of lines for story and more together.
    pub lines: usize,
    pub goals: String,
    /// The text before the lines of the call note.
    pub call_heading: String,
    /// The call note, line by line: `{desk}` is whom to call, `{hours}` when, `{areas}` what about; an empty one
    /// becomes a line for the pen.
    pub call: Vec<String>,
    /// Characters per line of the call note, and the number of lines.
    pub call_width: usize,
    pub call_lines: usize,
    /// Lines on the whole page.
    pub all_lines: usize,
}
