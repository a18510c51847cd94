//! `plan.toml`: the fields of the circle's own plan, each with its class, and the texts around them.

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
    /// Words that make a demand impossible to test, in lower case.
    pub vague: Vec<String>,
    /// One for each field of the plan.
    pub fields: Vec<PlanField>,
    /// Other texts, by `group.name`; the content check knows which ones must exist.
    #[serde(deserialize_with = "flattened")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "BTreeMap<String, BTreeMap<String, String>>"))]
    pub texts: LiteMap<String, String>,
}

/// Joins the groups in which an editor writes the texts: `group.name`. Packed, they are joined already.
fn flattened<'de, D: Deserializer<'de>>(from: D) -> Result<LiteMap<String, String>, D::Error> {
    if !from.is_human_readable() {
        return LiteMap::deserialize(from);
    }
    let groups = BTreeMap::<String, BTreeMap<String, String>>::deserialize(from)?;
    let texts = groups
        .into_iter()
        .flat_map(|(group, texts)| texts.into_iter().map(move |(name, text)| (format!("{group}.{name}"), text)));
    Ok(texts.collect())
}

/// The ids of questions and answers that have a role in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanRoles {
    /// Words with which residents enter themselves in the household, in lower case.
    pub me: Vec<String>,
    /// The question whether a child lives in the household.
    pub child: String,
    /// The age groups of children, for whom a safe adult must be there.
    pub child_ages: Vec<String>,
    /// The question about what is needed for a child to stay at home.
    pub at_home: String,
    /// The question about the day of the report; the plan can be handed in from that day.
    pub reported_on: String,
    /// The question whether the resident is tired of help.
    pub tired: String,
    /// Questions to ask again when the resident marks someone as feared.
    pub ask_again: Vec<String>,
    /// Questions to ask before there is a plan: whether it can be made freely.
    pub before: Vec<String>,
    /// The question about what a resident without anyone looks for.
    pub nobody: String,
}

/// How much fits on the papers of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanMeasures {
    /// Characters per line.
    pub width: usize,
    /// Lines on each of the two pages.
    pub lines: usize,
    /// Characters per line of a card.
    pub card_width: usize,
    /// Characters per line of the page for the fridge, in large letters.
    pub fridge_width: usize,
    /// Lines on the page for the fridge.
    pub fridge_lines: usize,
}

/// One field of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanField {
    /// For example `p14a`.
    pub id: String,
    pub is: Field,
    /// The label, je-form.
    pub text: String,
    #[serde(default)]
    pub help: String,
    pub class: Class,
    /// Maximum number of characters; 0 for a field without free text.
    #[serde(default)]
    pub most: u32,
}

/// Defines the enum, the list of its values and their words from one list.
macro_rules! fields {
    ($($field:ident = $word:literal),* $(,)?) => {
        /// The meaning of a field of the plan. Code and stored records use its word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        pub enum Field {
            $(#[serde(rename = $word)] $field,)*
        }

        /// The word of each field, in the order of the enum.
        const WORDS: &[&str] = &[$($word),*];

        impl Field {
            /// All fields.
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

/// Fields whose class is fixed in code.
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
    /// The word of this field in stored records.
    pub fn word(self) -> &'static str {
        WORDS[self as usize]
    }

    /// The field with this word.
    pub fn of(word: &str) -> Option<Field> {
        WORDS.iter().position(|other| *other == word).map(|place| Field::ALL[place])
    }

    /// The class of this field if it is fixed, so that content cannot change it.
    pub fn fixed_class(self) -> Option<Class> {
        let fixed = FIXED.iter().find(|(_, fields)| fields.contains(&self));
        fixed.map(|(class, _)| *class)
    }
}

impl PlanTexts {
    pub fn field(&self, is: Field) -> Option<&PlanField> {
        self.fields.iter().find(|field| field.is == is)
    }

    /// The text with this key, `group.name`; the content check ensures that it exists.
    pub fn text(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// The class of a field; the strictest class if the content does not have the field.
    pub fn class(&self, is: Field) -> Class {
        is.fixed_class().or_else(|| self.field(is).map(|field| field.class)).unwrap_or(Class::Safety)
    }
}
