//! `plan.toml`: the fields of the own plan, each with its class, and the words around them.

use litemap::LiteMap;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::Class;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanTexts {
    pub roles: PlanRoles,
    pub measures: PlanMeasures,
    /// Words that keep a demand from being tested, in lower case.
    pub vague: Vec<String>,
    /// One for each field of the plan.
    pub fields: Vec<PlanField>,
    /// Further texts, `group.name`; which ones, says the checker.
    #[serde(deserialize_with = "flattened")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "BTreeMap<String, BTreeMap<String, String>>"))]
    pub texts: LiteMap<String, String>,
}

/// An editor writes texts in groups.
fn flattened<'de, D: Deserializer<'de>>(from: D) -> Result<LiteMap<String, String>, D::Error> {
    let groups = BTreeMap::<String, BTreeMap<String, String>>::deserialize(from)?;
    let texts = groups
        .into_iter()
        .flat_map(|(group, texts)| texts.into_iter().map(move |(name, text)| (format!("{group}.{name}"), text)));
    Ok(texts.collect())
}

/// Which ids of the flow play a part in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanRoles {
    /// Words by which residents enter themselves among who lives in the house, in lower case.
    pub me: Vec<String>,
    /// The question whether a child lives in the house.
    pub child: String,
    /// The age groups of which a safe adult has to be there.
    pub child_ages: Vec<String>,
    /// The question what is needed so that a child can stay at home.
    pub at_home: String,
    /// The question on which day was reported; the plan can be handed in from then on.
    pub reported_on: String,
    /// Whether the resident is tired of help.
    pub tired: String,
    /// Asked again when someone is marked of whom the resident is afraid.
    pub ask_again: Vec<String>,
    /// Asked before there is a plan: whether it can be made freely.
    pub before: Vec<String>,
    /// The question what one looks for who has nobody.
    pub nobody: String,
}

/// How much the papers of the plan hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanMeasures {
    /// Characters of a line.
    pub width: usize,
    /// Lines of each of the two pages.
    pub lines: usize,
    /// Characters of a line of a card.
    pub card_width: usize,
    /// Characters of a line of the page on the fridge, in large letters.
    pub fridge_width: usize,
    /// Lines of that page.
    pub fridge_lines: usize,
}

/// One field of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanField {
    /// `p14a`
    pub id: String,
    pub is: Field,
    /// The label, je-form.
    pub text: String,
    #[serde(default)]
    pub help: String,
    pub class: Class,
    /// Characters that fit; 0 for a field without own words.
    #[serde(default)]
    pub most: u32,
}

/// Makes the enum, its list and its words out of one list.
macro_rules! fields {
    ($($field:ident = $word:literal),* $(,)?) => {
        /// What a field of the plan is; the program knows the field by its word, and so does what is stored.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum Field {
            $(#[serde(rename = $word)] $field,)*
        }

        /// The word of each field, in order.
        const WORDS: &[&str] = &[$($word),*];

        impl Field {
            /// Every field there is.
            pub const ALL: &[Field] = &[$(Field::$field),*];
        }
    };
}

fields! {
    OwnName = "own-name",
    FeelsUnsafe = "feels-unsafe",
    Afraid = "afraid",
    Goal = "goal",
    Sign = "sign",
    Start = "start",
    DemandsBy = "demands-by",
    DemandsOn = "demands-on",
    DemandWho = "demand-who",
    DemandWhat = "demand-what",
    DemandWhen = "demand-when",
    DemandOtherwise = "demand-otherwise",
    Wish = "wish",
    Phone = "phone",
    Adult = "adult",
    LivedIt = "lived-it",
    Can = "can",
    OffersPlace = "offers-place",
    Knows = "knows",
    NotFitting = "not-fitting",
    Kind = "agreement-kind",
    Who = "who",
    What = "what",
    When = "when",
    Situation = "situation",
    Watcher = "watcher",
    Term = "term",
    TrialUntil = "trial-until",
    Otherwise = "otherwise",
    StandIn = "stand-in",
    ForDemand = "for-demand",
    Visitor = "visitor",
    Allowed = "allowed",
    Rung = "rung",
    TakenInBy = "taken-in-by",
    HowLong = "how-long",
    BackOn = "back-on",
    ChildContact = "child-contact",
    NotThis = "not-this",
    ArrangedBy = "arranged-by",
    Budget = "budget",
    BudgetWhy = "budget-why",
    Sees = "sees",
    Does = "does",
    RouteOwner = "route-owner",
    FirstPlace = "first-place",
    FirstBroughtBy = "first-brought-by",
    SecondPlace = "second-place",
    SecondBroughtBy = "second-brought-by",
    NumberName = "number-name",
    Number = "number",
    Takes = "takes",
    TakesMore = "takes-more",
    FetchesChildren = "fetches-children",
    ChosenSelf = "chosen-self",
    Practised = "practised",
    ReviewDates = "review-dates",
    StaysInWeekend = "stays-in-weekend",
    EveryWeeks = "every-weeks",
    Until = "until",
    Present = "present",
    Good = "good",
    Bad = "bad",
    Next = "next",
    Mark = "mark",
    Caller = "caller",
    LookedAlong = "looked-along",
    LookedOn = "looked-on",
    SignedBy = "signed-by",
}

/// Fields of which the class stands in code.
const FIXED: [(Class, &[Field]); 3] = [
    (Class::Safety, &[Field::FeelsUnsafe, Field::Afraid, Field::NotFitting]),
    (Class::Contact, &[Field::Phone]),
    (
        Class::Route,
        &[
            Field::OffersPlace,
            Field::TakenInBy,
            Field::RouteOwner,
            Field::FirstPlace,
            Field::FirstBroughtBy,
            Field::SecondPlace,
            Field::SecondBroughtBy,
            Field::NumberName,
            Field::Number,
            Field::Takes,
            Field::TakesMore,
            Field::FetchesChildren,
            Field::ChosenSelf,
            Field::Practised,
        ],
    ),
];

impl Field {
    /// Its word in what is stored.
    pub fn word(self) -> &'static str {
        WORDS[self as usize]
    }

    /// The field of a word.
    pub fn of(word: &str) -> Option<Field> {
        WORDS.iter().position(|other| *other == word).map(|place| Field::ALL[place])
    }

    /// The class that no content can change.
    pub fn fixed_class(self) -> Option<Class> {
        let fixed = FIXED.iter().find(|(_, fields)| fields.contains(&self));
        fixed.map(|(class, _)| *class)
    }
}

impl PlanTexts {
    pub fn field(&self, is: Field) -> Option<&PlanField> {
        self.fields.iter().find(|field| field.is == is)
    }

    /// The text of a key, `group.name`; the checker sees to it that it is there.
    pub fn text(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// The class of a field; the strictest where the content knows no such field.
    pub fn class(&self, is: Field) -> Class {
        is.fixed_class().or_else(|| self.field(is).map(|field| field.class)).unwrap_or(Class::Safety)
    }
}
