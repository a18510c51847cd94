//! `sheets.toml`: the words on paper, which ids stand in which block, and how many lines a block has.

use serde::{Deserialize, Serialize};

use super::composed::Composed;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Sheets<C> {
    /// When each sheet is offered, and what is said otherwise.
    pub offers: Vec<Offer<C>>,
    /// Months in full, January first.
    pub months: Vec<String>,
    /// Weekdays in full, Monday first.
    pub weekdays: Vec<String>,
    pub v1: V1<C>,
    /// Tailored work: three ways beside each other, for the desk to weigh.
    #[serde(default)]
    pub v3: OnePage<C>,
    /// Who must sit together to get it moving.
    #[serde(default)]
    pub v4: OnePage<C>,
}

/// The five sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Sheet {
    V1,
    V2,
    V3,
    V4,
    V5,
}

impl Sheet {
    pub const ALL: [Sheet; 5] = [Sheet::V1, Sheet::V2, Sheet::V3, Sheet::V4, Sheet::V5];

    /// As it is written in content and in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Sheet::V1 => "V1",
            Sheet::V2 => "V2",
            Sheet::V3 => "V3",
            Sheet::V4 => "V4",
            Sheet::V5 => "V5",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Offer<C> {
    pub sheet: Sheet,
    pub when: C,
    /// The first that holds is said when the sheet is not offered; none means the sheet is not mentioned.
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
pub struct V1<C> {
    /// Characters a line takes.
    pub width: usize,
    /// Characters a line of the first sentence takes.
    pub first_width: usize,
    /// Said where a block holds nothing.
    pub empty: String,
    /// At the end of a block of which something went to page 2.
    pub see_page_2: String,
    /// A line for the pen.
    pub pen: String,
    /// A short line for the pen.
    pub pen_short: String,
    pub blocks: Vec<Block<C>>,
    pub page_2: Page2,
}

/// A sheet of one A4 that has no second page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct OnePage<C> {
    pub blocks: Vec<Block<C>>,
    /// Every label of a table that a block may have is as wide as this, in characters.
    #[serde(default)]
    pub label_width: usize,
    /// And every other cell.
    #[serde(default)]
    pub cell_width: usize,
}

impl<C> Default for OnePage<C> {
    fn default() -> OnePage<C> {
        OnePage { blocks: Vec::new(), label_width: 0, cell_width: 0 }
    }
}

/// One block of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Block<C> {
    pub number: u8,
    /// In bold at the start of its first line.
    pub heading: String,
    /// How many lines it has at most, its heading included.
    pub lines: usize,
    /// Every piece with a composition of its own begins a new line, as long as that fits; else they run on.
    #[serde(default)]
    pub new_lines: bool,
    /// An empty block is a line for the pen instead of “niet ingevuld”.
    #[serde(default)]
    pub pen_when_empty: bool,
    /// The resident may leave it out.
    #[serde(default)]
    pub optional: bool,
    pub pieces: Vec<Piece<C>>,
    /// A table in the place of pieces, on a sheet of one page.
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
    /// How many lines each cell has at most.
    pub lines: usize,
    pub cells: Vec<Vec<Piece<C>>>,
}

/// What stands in a block. Ids stand here and nowhere in code; each kind of piece is composed by code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub enum Piece<C> {
    /// The answer of one question.
    Answer(AnswerPiece<C>),
    /// A fixed sentence while its condition holds. `{pen}` and `{pen_short}` are lines for the pen, `{pages}` is how many
    /// pages there are, and `{V2}`, `{V3}` and `{V4}` say whether that sheet goes along. Without a condition it never
    /// leaves page 1.
    Say(Say<C>),
    /// A piece with a composition of its own.
    Rest(Composed),
}

/// The answer of one question put into a text; own words are quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct AnswerPiece<C> {
    pub question: String,
    /// `{}` is the answer, `{area}` the name of the area it is asked of. Empty where `options` says it all.
    #[serde(default)]
    pub text: String,
    /// Other texts for an option, or for `ja` and `nee`; an empty text prints nothing.
    #[serde(default)]
    pub options: Vec<OptionText>,
    /// How many options are printed at most.
    #[serde(default)]
    pub most: Option<usize>,
    /// A shared question, asked of each chosen area.
    #[serde(default)]
    pub per_area: bool,
    /// Stays on page 1 whatever comes before it.
    #[serde(default)]
    pub stays: bool,
    /// Own words stand here without quotation marks: a name, a time, a role.
    #[serde(default)]
    pub bare: bool,
    /// What stands here without an answer, mostly `{pen}` or `{pen_short}`. Nothing, where absent.
    #[serde(default)]
    pub empty: String,
    /// Only while this holds.
    #[serde(default)]
    pub when: Option<C>,
}

/// A fixed sentence while its condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Say<C> {
    pub text: String,
    /// Always, where absent.
    #[serde(default)]
    pub when: Option<C>,
    /// Begins a new line, as long as that fits.
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

/// Page 2, which may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Page2 {
    /// `{date}` of the sheet.
    pub heading: String,
    pub story: String,
    /// Before what went over: “Bij blok {}:”.
    pub more: String,
    /// Lines for story and more together.
    pub lines: usize,
    pub goals: String,
    /// Before the lines of the call note.
    pub call_heading: String,
    /// The call note, line by line: `{desk}` is whom to call, `{hours}` when, `{areas}` what about; an empty one is a
    /// line for the pen.
    pub call: Vec<String>,
    /// Characters a line of the call note takes, and how many lines.
    pub call_width: usize,
    pub call_lines: usize,
    /// Lines on the whole page.
    pub all_lines: usize,
}
