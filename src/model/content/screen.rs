//! The flow: the questions outside the areas, the screens in running order, and what code must know of some questions.

use serde::{Deserialize, Serialize};

use super::area::Example;
use super::question::Question;

/// `flow.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Flow<C> {
    pub roles: Roles,
    /// In running order; a screen per area stands once and is repeated for each area in turn.
    pub screens: Vec<Screen<C>>,
    pub questions: Vec<Question<C>>,
    /// Questions that no screen asks: behind a button, or on a road of their own.
    #[serde(default)]
    pub elsewhere: Vec<String>,
    /// Asked in every chosen area, with bare ids.
    pub shared: Vec<Question<C>>,
    /// What stands on the card of the road “voor een ander”, by the option chosen.
    pub other_cards: Vec<OtherCard<C>>,
    pub young_card: YoungCard<C>,
}

/// What code must know of some questions. The only place that ties a meaning to an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Roles {
    /// “Kan iemand anders in deze telefoon kijken?”
    pub device: String,
    /// The option of `device` after which storing may be offered.
    pub device_free: String,
    /// The same question once more.
    pub device_again: String,
    /// “Wil je dat dit apparaat je antwoorden bewaart?”
    pub keep: String,
    /// “Wil je de tekst ook horen?”; empty where nothing is read aloud.
    #[serde(default)]
    pub aloud: String,
    /// The open question.
    pub story: String,
    /// Which areas it is about.
    pub areas: String,
    /// How many areas go deep.
    pub areas_deep: usize,
    /// Shared question whose yes opens the rest of an area.
    pub more: String,
    /// Shared question with the situations.
    pub situations: String,
    /// Shared question with what goes well.
    pub strengths: String,
    /// Shared question with the outcomes.
    pub outcomes: String,
    /// The area to begin with, for which a start rule may propose one.
    pub start: String,
    /// The people around the resident.
    pub circle: String,
    /// The sentence for the top of the sheet.
    pub first_sentence: String,
    /// “Het loopt vast”, said by a button in the menu; empty where there is none.
    #[serde(default)]
    pub stuck: String,
    /// The answer that makes it a road for two: the helper beside the resident fills it in with them.
    #[serde(default)]
    pub together: Option<Given>,
    /// “Ben je moe van hulp?”; after a yes fewer questions come.
    pub tired: String,
    /// Shared questions that are not asked any more of who is tired of help. What was answered stays.
    pub tired_drops: Vec<String>,
    /// Answers that set another answer.
    #[serde(default)]
    pub sets: Vec<Sets>,
    /// The three answers under each nearby option: try, look first, does not fit.
    pub nearby: Vec<super::area::Choice<()>>,
}

/// An option of a question, given by a button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Given {
    pub question: String,
    pub option: String,
}

/// An answer that sets another: “Wil je ook iets voor jezelf invullen?” yes makes it about oneself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sets {
    pub question: String,
    /// The word of the answer.
    pub answer: String,
    /// The question that is answered by it.
    pub sets: String,
    /// The option it gets.
    pub to: String,
}

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct Screen<C> {
    pub id: String,
    pub step: Step,
    /// The heading; empty means the first question is the heading. `{area}` is the name of the area.
    #[serde(default)]
    pub title: String,
    /// Sentences under the heading.
    #[serde(default)]
    pub help: Vec<String>,
    /// A block of its own under the help.
    #[serde(default)]
    pub block: Option<HelpBlock>,
    #[serde(default)]
    pub page: Page,
    #[serde(default)]
    pub asks: Vec<Ask>,
    pub way: Way,
    /// Repeated for each chosen area.
    #[serde(default)]
    pub per_area: bool,
    /// “Zo kan het ook”: examples from practice that help to think, never a promise.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// On top of this, a screen of questions applies only while at least one of its questions is asked.
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
    /// The open follow-ups of the area, from one place to another; without an end all the rest.
    FollowUps {
        from: usize,
        #[serde(default)]
        to: Option<usize>,
    },
    /// The nearby options of the area.
    Nearby,
}

/// What kind of page draws the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    #[default]
    Questions,
    /// The first screen, with what the page does and does not do.
    Start,
    /// The screen of the highest flag.
    Flag,
    /// One gentle question after own words.
    Soft,
    /// The card on the road “voor een ander”.
    Other,
    /// All answers, with a change link each.
    Check,
    /// What may be on paper.
    Sharing,
    /// The sheet.
    Paper,
    /// Whom to call, what to bring, what to say.
    CallNote,
    /// The two further sheets, at the end of the road about what is stuck.
    Further,
}

impl Page {
    /// Whether the generic page of questions draws this screen.
    pub fn is_questions(&self) -> bool {
        *self == Page::Questions
    }
}

/// Which part of the journey a screen belongs to; one stored record each (an area has its own).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Start,
    /// `veilig`
    Safe,
    /// `nodig`
    Needs,
    /// `gebied`
    Area,
    /// `eerst`
    First,
    /// `kring`
    Circle,
    /// `delen`
    Sharing,
    /// `print`
    Paper,
    /// The road “voor een ander”.
    Other,
    /// `vast`: where it is stuck.
    Stuck,
}

/// When a screen is on the road.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Always.
    Short,
    /// Once the resident wants to tell more somewhere, or asks for this screen.
    More,
    /// At the moment its condition comes true, wherever one is.
    Interrupt,
    /// On a road of its own, named by its step: entered by a button while its condition holds, and left for where one
    /// was. It counts in no journey.
    Aside,
}

/// Advice on the road “voor een ander”. The first card that fits wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct OtherCard<C> {
    pub when: C,
    pub text: String,
    /// A contact to show with it.
    #[serde(default)]
    pub contact: String,
    /// Shown beside the first card that fits instead of competing with it.
    #[serde(default)]
    pub also: bool,
}

/// What a young person sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "C: Deserialize<'de> + Default"))]
pub struct YoungCard<C> {
    /// When young people's words and card are used.
    pub when: C,
    /// The contacts at the bottom of every screen.
    pub contacts: Vec<String>,
    /// Sentences always on it.
    pub text: Vec<String>,
    /// When the sentences of `unsafe_text` are added.
    pub unsafe_when: C,
    pub unsafe_text: Vec<String>,
}
