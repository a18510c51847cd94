//! The flow: the questions outside the areas, the screens in order, and the ids that code needs to know.

use serde::{Deserialize, Serialize};

use super::area::Example;
use super::question::Question;

/// `flow.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Flow<C> {
    pub roles: Roles,
    /// In order; a screen for each area is listed once and repeated for each chosen area.
    pub screens: Vec<Screen<C>>,
    pub questions: Vec<Question<C>>,
    /// Questions that no screen asks: they belong to a button, or to a side road.
    #[serde(default)]
    pub elsewhere: Vec<String>,
    /// Asked in every chosen area, with bare ids.
    pub shared: Vec<Question<C>>,
    /// The cards of the road “voor een ander”, by the option chosen.
    pub other_cards: Vec<ForSomeoneElseCard<C>>,
    pub young_card: YoungCard<C>,
}

/// The questions that code needs to know. The only place that gives an id a meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Roles {
    /// “Kan iemand anders in deze telefoon kijken?”
    pub device: String,
    /// The option of `device` after which storing may be offered.
    pub device_free: String,
    /// The same question, asked once more.
    pub device_again: String,
    /// “Wil je dat dit apparaat je antwoorden bewaart?”
    pub keep: String,
    /// “Wil je de tekst ook horen?”; empty where nothing is read aloud.
    #[serde(default)]
    pub aloud: String,
    /// The open question.
    pub story: String,
    /// The question about which areas the journey covers.
    pub areas: String,
    /// How many areas the resident tells more about.
    pub areas_deep: usize,
    /// Shared question; a yes opens the rest of an area.
    pub more: String,
    /// Shared question with the situations.
    pub situations: String,
    /// Shared question with the strengths.
    pub strengths: String,
    /// Shared question with the outcomes.
    pub outcomes: String,
    /// The question about the area to begin with; a start rule may propose one.
    pub start: String,
    /// The question about the people around the resident.
    pub circle: String,
    /// The question about the sentence for the top of the sheet.
    pub first_sentence: String,
    /// “Het loopt vast”, answered by a button in the menu; empty if there is none.
    #[serde(default)]
    pub stuck: String,
    /// The answer for a road for two: a helper fills it in together with the resident.
    #[serde(default)]
    pub together: Option<ButtonAnswer>,
    /// “Ben je moe van hulp?”; after a yes fewer questions follow.
    pub tired: String,
    /// Shared questions skipped for residents tired of help. Existing answers are kept.
    pub tired_drops: Vec<String>,
    /// Answers that set another answer.
    #[serde(default)]
    pub sets: Vec<Sets>,
    /// The three answers under each nearby option: try, look first, does not fit.
    pub nearby: Vec<super::choice::Choice<()>>,
}

/// An option of a question, chosen by a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ButtonAnswer {
    pub question: String,
    pub option: String,
}

/// An answer that sets another answer: a yes to “Wil je ook iets voor jezelf invullen?” makes the journey about
/// oneself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sets {
    pub question: String,
    /// The word of the answer.
    pub answer: String,
    /// The question it answers.
    pub sets: String,
    /// The option it chooses there.
    pub to: String,
}

/// One screen of the journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Screen<C> {
    pub id: String,
    pub step: Step,
    /// The heading; if empty, the first question is the heading. `{area}` is the name of the area.
    #[serde(default)]
    pub title: String,
    /// Sentences under the heading.
    #[serde(default)]
    pub help: Vec<String>,
    /// A separate block below the help.
    #[serde(default)]
    pub block: Option<HelpBlock>,
    #[serde(default)]
    pub page: PageKind,
    #[serde(default)]
    pub asks: Vec<Ask>,
    pub way: Way,
    /// Repeated for each chosen area.
    #[serde(default)]
    pub per_area: bool,
    /// “Zo kan het ook”: examples from practice that help to think, never a promise.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// When this screen applies. A screen of questions also needs at least one question that is asked.
    #[serde(default)]
    pub shown: Option<C>,
}

/// A heading with sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HelpBlock {
    pub heading: String,
    pub text: Vec<String>,
}

/// What a screen asks, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ask {
    /// A question of the flow, or a follow-up of an area.
    Question(String),
    /// A shared question of the area the screen is repeated for.
    Shared(String),
    /// Some situations of an area, apart from the rest.
    Situations { area: String, only: Vec<String> },
    /// The follow-ups of the area that are asked, from one position to another; without an end, all the rest.
    FollowUps {
        from: usize,
        #[serde(default)]
        to: Option<usize>,
    },
    /// The nearby options of the area.
    Nearby,
}

/// The page that draws the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    #[default]
    Questions,
    /// The first screen, which says what the page does and does not do.
    Start,
    /// The screen of the highest flag.
    Flag,
    /// One gentle question after free text.
    #[serde(rename = "soft")]
    GentleQuestion,
    /// The card on the road “voor een ander”.
    #[serde(rename = "other")]
    ForSomeoneElse,
    /// All answers, each with a link to change it.
    Check,
    /// What may be on paper.
    Sharing,
    /// The sheet.
    Paper,
    /// The call note: whom to call, what to bring, what to say.
    CallNote,
    /// The two further sheets, at the end of the road “het loopt vast”.
    Further,
}

impl PageKind {
    /// Whether the generic question page draws this screen.
    pub fn is_questions(&self) -> bool {
        *self == PageKind::Questions
    }
}

/// The part of the journey a screen belongs to. Each part is one stored record (an area has its own).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Start,
    /// The questions about safety.
    Safe,
    /// What the resident needs.
    Needs,
    /// A life area.
    Area,
    /// What comes first.
    First,
    /// The people around the resident.
    Circle,
    /// What may be on paper.
    Sharing,
    /// The sheet.
    Paper,
    /// The road “voor een ander”.
    #[serde(rename = "other")]
    ForSomeoneElse,
    /// The road “Het loopt vast”.
    Stuck,
}

/// When the journey includes a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Always.
    Short,
    /// Once the resident wants to tell more somewhere, or asks for this screen.
    More,
    /// As soon as its condition becomes true, wherever the resident is.
    Interrupt,
    /// On a side road, named after its step: a button opens it while its condition holds, and the resident returns to
    /// where they were. No journey counts it.
    #[serde(rename = "aside")]
    SideRoad,
}

/// Advice on the road “voor een ander”. The first matching card wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct ForSomeoneElseCard<C> {
    pub when: C,
    pub text: String,
    /// A contact shown with the advice.
    #[serde(default)]
    pub contact: String,
    /// Shown next to the first matching card instead of competing with it.
    #[serde(default)]
    pub also: bool,
}

/// What a young resident sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct YoungCard<C> {
    /// When the texts and card for young people are used.
    pub when: C,
    /// The contacts at the bottom of every screen.
    pub contacts: Vec<String>,
    /// Sentences that the card always shows.
    pub text: Vec<String>,
    /// When the card adds the sentences of `unsafe_text`.
    pub unsafe_when: C,
    pub unsafe_text: Vec<String>,
}
