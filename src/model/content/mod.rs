//! The shapes of content: what an editor's TOML must have, and the packed bytes that the phone reads.
//!
//! Every shape with conditions is generic over `C`: while authoring, the sentence an editor wrote (with its place in
//! the file); once packed, the closed [`Condition`]. Nothing here knows what an id means.

mod area;
mod choice;
mod class;
mod composed;
pub mod condition;
mod contact;
pub mod flag;
mod gemeente;
mod hours;
mod map;
mod names;
mod plan;
mod question;
mod safety;
mod screen;
mod sheets;
mod texts;
mod word_set;

use litemap::LiteMap;

use serde::{Deserialize, Serialize};

use super::date::Date;
use crate::model::content::condition::Condition;

pub use area::{Example, FirstHere, LifeArea};
pub use choice::Choice;
pub use class::Class;
pub use composed::{Around, BeginAt, Composed, ConsentText, Expected, FirstSentence, Helpers, Nearby, PerArea, Steady};
pub use contact::{Contact, Cost, HelpLine};
pub use gemeente::{Desk, Gemeente, NearbyPlace};
pub use hours::{Hours, HoursBlock};
pub use map::MapConditions;
pub use names::Names;
pub use plan::{Field, PlanField, PlanMeasures, PlanRoles, PlanTexts};
pub use question::{FreeText, Limits, Options, PeopleFields, Question, QuestionKind, Unit};
pub use safety::{
    FlagDoes, FlagPaper, FlagRule, FlagScreen, Gate, GateRow, GentleQuestion, NamedCondition, Safety, StartRule,
    Variant,
};
pub use screen::{
    Ask, ButtonAnswer, Flow, ForSomeoneElseCard, HelpBlock, PageKind, Roles, Screen, Sets, Step, Way, YoungCard,
};
pub use sheets::{
    AnswerPiece, FixedSentence, Offer, OnePageSheet, OptionText, Otherwise, Page2, RowShape, Sheet, SheetBlock,
    SheetPiece, Sheets, SummarySheet, TableShape,
};
pub use texts::{Key, Texts, Visitor};
pub use word_set::{Direction, WordSet};

/// All content in one language: its structure, with the words of that language in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Content {
    /// BCP 47 language tag: `nl`.
    pub language: String,
    pub direction: Direction,
    /// Buttons, headings, error texts by key: `app.toml`, flattened with dots (`button.next`).
    pub texts: LiteMap<String, String>,
    pub flow: Flow<Condition>,
    /// In the order of the journey.
    pub areas: Vec<LifeArea<Condition>>,
    pub safety: Safety<Condition>,
    pub names: Names,
    pub contacts: Vec<Contact>,
    /// The card “Bel dit eerst”.
    pub help_card: Vec<HelpLine>,
    pub sheets: Sheets<Condition>,
    pub plan: PlanTexts,
    pub terms: Vec<HardWord>,
    /// The day this content was released. A clock that shows an earlier day is wrong.
    pub released: Date,
    /// Public holidays, which are not working days.
    pub holidays: Vec<Holiday>,
    pub gemeenten: Vec<Gemeente>,
}

/// A hard word that a screen may use with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HardWord {
    /// In lower case, singular.
    pub word: String,
    /// One sentence, shown the first time a screen uses the word. Empty if no screen may use the word.
    #[serde(default)]
    pub explanation: String,
    /// What to write instead.
    pub plain: String,
}

/// One public holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Holiday {
    pub name: String,
    pub on: HolidayRule,
}

/// The rule for the day of a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum HolidayRule {
    /// The same day every year.
    Fixed { month: u8, day: u8 },
    /// The same day every year, or the day before if that day is a Sunday.
    NotOnSunday { month: u8, day: u8 },
    /// This many days after Easter Sunday; negative is before it.
    Easter(i64),
}
