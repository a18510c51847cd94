//! The pieces of a sheet that code composes, each from the ids and texts in these shapes.

use serde::{Deserialize, Serialize};

/// Pieces with their own composer in code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Composed {
    FirstSentence(FirstSentence),
    /// Today's date and who filled in the sheet: the paper text of the option of `by`; `{}` is the answer of `with`.
    FilledIn {
        by: String,
        with: String,
    },
    /// At most `most` strengths over all areas.
    Strengths {
        most: usize,
    },
    Areas(PerArea),
    BeginAt(BeginAt),
    /// “1 volwassene, 1 kind van 4–11”: the paper texts of the age groups are `singular|plural`.
    Household {
        question: String,
    },
    People(Around),
    Helpers(Helpers),
    Steady(Steady),
    /// At most `most` outcomes with the goal codes behind each: “… (D2/D3)”.
    Outcomes {
        most: usize,
    },
    Nearby(Nearby),
    Expected(Expected),
    /// At most `most` of the sentences the resident chose; those in `page_2` go to page 2 and do not count.
    Sentences {
        question: String,
        page_2: Vec<String>,
        most: usize,
    },
    /// The sentences of flags that the resident allowed, urgent ones first, with the dates that belong to them in bold.
    FlagLines {
        dates: Vec<String>,
    },
    Consent(ConsentText),
    /// A target day, this many days from today; `{}` in `text`.
    Target {
        text: String,
        days: i64,
    },
}

/// The first sentence, by the rule of seven, at most `longest` characters; `areas` is “Ik zoek hulp bij: {}.”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FirstSentence {
    pub chosen: String,
    pub story: String,
    pub goal: String,
    pub areas: String,
    pub longest: usize,
}

/// At most `most` areas, each on a new line and at most `lines_each` lines: name, severity (`{}` in `severity_text`),
/// at most `situations` situations, the answers of follow-ups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PerArea {
    pub most: usize,
    pub lines_each: usize,
    pub situations: usize,
    pub severity: String,
    pub severity_text: String,
}

/// “Begin bij {start}, dan gaan {better} ook beter.”: texts for no, one and several areas in `better`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BeginAt {
    pub start: String,
    pub better: String,
    pub alone: String,
    pub one: String,
    pub many: String,
}

/// At most `most` people, by role or name; the person with lived experience; or what a resident without anyone looks
/// for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Around {
    pub question: String,
    pub text: String,
    pub most: usize,
    pub experience: String,
    /// The option of `experience` that means yes; the free text next to it is the role.
    pub experience_yes: String,
    pub experience_role: String,
    pub experience_alone: String,
    pub nobody_question: String,
    pub nobody: String,
}

/// At most `most` helpers (`{}` in `text`), and whether the help fits (paper texts of the options of `fits`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Helpers {
    pub question: String,
    pub text: String,
    pub most: usize,
    pub fits: String,
}

/// The steady person among the helpers (`{}` in `text`); else, after a yes to `wish`, that the resident wants one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Steady {
    pub helpers: String,
    pub text: String,
    pub wish: String,
    pub wish_text: String,
}

/// At most `most` nearby options. `look` is “eerst kijken, met {}”, where `{}` is the answer of `with`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Nearby {
    pub most: usize,
    pub look_option: String,
    pub try_option: String,
    pub with: String,
    pub look: String,
    pub look_alone: String,
}

/// What the resident may expect and by when; `{}` in `talk` and `outcome` is the date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Expected {
    pub on: String,
    pub money_areas: Vec<String>,
    pub other_areas: Vec<String>,
    pub talk: String,
    pub outcome: String,
}

/// A consent to talk: with whom (free text of the question, `{who}`) and about what (`{about}`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ConsentText {
    pub question: String,
    /// Text questions with the name and the subject; an empty answer becomes a line for the pen.
    pub who: String,
    pub about: String,
    pub text: String,
    /// The text when nobody is named, if it differs: “school, over {about}”.
    #[serde(default)]
    pub alone: String,
}
