//! `plan.toml`: the fields of the own plan, each with its class, and the words around them.

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
    pub texts: BTreeMap<String, String>,
}

/// An editor writes texts in groups.
fn flattened<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
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

/// What a field of the plan is; the program knows the field by this word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    OwnName,
    FeelsUnsafe,
    Afraid,
    Goal,
    Sign,
    Start,
    DemandsBy,
    DemandsOn,
    DemandWho,
    DemandWhat,
    DemandWhen,
    DemandOtherwise,
    Wish,
    Phone,
    Adult,
    LivedIt,
    Can,
    OffersPlace,
    Knows,
    NotFitting,
    Kind,
    Who,
    What,
    When,
    Situation,
    Watcher,
    Term,
    TrialUntil,
    Otherwise,
    StandIn,
    ForDemand,
    Visitor,
    Allowed,
    Rung,
    TakenInBy,
    HowLong,
    BackOn,
    ChildContact,
    NotThis,
    ArrangedBy,
    Budget,
    BudgetWhy,
    Sees,
    Does,
    RouteOwner,
    FirstPlace,
    FirstBroughtBy,
    SecondPlace,
    SecondBroughtBy,
    NumberName,
    Number,
    Takes,
    TakesMore,
    FetchesChildren,
    ChosenSelf,
    Practised,
    ReviewDates,
    EveryWeeks,
    Until,
    Present,
    Good,
    Bad,
    Next,
    Mark,
    Caller,
    LookedAlong,
    LookedOn,
    SignedBy,
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
    /// Every field there is.
    pub const ALL: [Field; 68] = [
        Field::OwnName,
        Field::FeelsUnsafe,
        Field::Afraid,
        Field::Goal,
        Field::Sign,
        Field::Start,
        Field::DemandsBy,
        Field::DemandsOn,
        Field::DemandWho,
        Field::DemandWhat,
        Field::DemandWhen,
        Field::DemandOtherwise,
        Field::Wish,
        Field::Phone,
        Field::Adult,
        Field::LivedIt,
        Field::Can,
        Field::OffersPlace,
        Field::Knows,
        Field::NotFitting,
        Field::Kind,
        Field::Who,
        Field::What,
        Field::When,
        Field::Situation,
        Field::Watcher,
        Field::Term,
        Field::TrialUntil,
        Field::Otherwise,
        Field::StandIn,
        Field::ForDemand,
        Field::Visitor,
        Field::Allowed,
        Field::Rung,
        Field::TakenInBy,
        Field::HowLong,
        Field::BackOn,
        Field::ChildContact,
        Field::NotThis,
        Field::ArrangedBy,
        Field::Budget,
        Field::BudgetWhy,
        Field::Sees,
        Field::Does,
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
        Field::ReviewDates,
        Field::EveryWeeks,
        Field::Until,
        Field::Present,
        Field::Good,
        Field::Bad,
        Field::Next,
        Field::Mark,
        Field::Caller,
        Field::LookedAlong,
        Field::LookedOn,
        Field::SignedBy,
    ];

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
