//! Agreements: doer, action, time or situation, and watcher. `coverage` decides whether an agreement is enough for a
//! demand.

use std::collections::BTreeSet;

use super::fields::{FieldList, KeywordSet, words};
use super::ids::{AgreementId, DemandId, PersonId};
use crate::model::content::Field;
use crate::model::date::Date;

/// One agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    pub id: AgreementId,
    pub kind: AgreementKind,
    pub who: Option<PersonId>,
    pub what: String,
    pub when: String,
    /// Instead of, or in addition to, `when`.
    pub situation: String,
    /// Must be someone other than the doer.
    pub watcher: Option<PersonId>,
    pub term: AgreementTerm,
    /// What happens if it goes differently.
    pub otherwise: String,
    /// The person who steps in then.
    pub stand_in: Option<PersonId>,
    /// The demands this agreement belongs to.
    pub demands: BTreeSet<DemandId>,
    pub arranged_by: Option<ArrangedBy>,
    /// Whether the resident wants a budget to choose their own help.
    pub budget: Option<bool>,
    pub budget_why: String,
}

/// The kind of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AgreementKind {
    #[default]
    Task,
    Visit(VisitRule),
    AtHome(AtHome),
    /// “Dit doen we niet.” Needs no doer.
    NotThis,
}

/// Which visitor stays away, or comes only at agreed times.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisitRule {
    pub visitor: Option<PersonId>,
    /// Day and time at which the visit is allowed.
    pub allowed: String,
}

/// A child stays at home as much as possible.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AtHome {
    pub rung: Option<Rung>,
    /// The person who takes the child in. No paper names them: the plan says “ergens anders”.
    pub with: Option<PersonId>,
    pub how_long: String,
    /// Day on which to check whether the child can come back.
    pub back_on: Option<Date>,
    /// How child and parents stay in touch.
    pub contact: String,
}

/// The steps of the home ladder, closest to home first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    HomeWithAgreements,
    HomeWithSomeone,
    HoursOrNight,
    WeekendOrWeek,
    OtherFamily,
}

words!(Rung in "rung" {
    HomeWithAgreements = "home-with-agreements",
    HomeWithSomeone = "home-with-someone",
    HoursOrNight = "hours-or-night",
    WeekendOrWeek = "weekend-or-week",
    OtherFamily = "other-family",
});

/// How long an agreement holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AgreementTerm {
    #[default]
    Fixed,
    Trial {
        until: Option<Date>,
    },
}

/// Who arranges and pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArrangedBy {
    Me,
    Circle,
    Gemeente,
    Unknown,
}

words!(ArrangedBy in "arranged-by" { Me = "me", Circle = "circle", Gemeente = "gemeente", Unknown = "unknown" });

/// What an agreement still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    Who,
    What,
    /// Neither a time nor a situation.
    When,
    Watcher,
    /// The watcher is also the doer.
    WatcherIsDoer,
    /// The resident is afraid of the watcher.
    WatcherIsFeared,
    /// A visitor without an agreed day or time.
    Allowed,
}

impl Agreement {
    /// What is missing, whether or not the agreement belongs to a demand.
    pub fn lacks(&self) -> Vec<Lack> {
        let empty = |text: &str| text.trim().is_empty();
        let is_not_this = self.kind == AgreementKind::NotThis;
        let same = self.watcher.is_some() && self.watcher == self.who;
        let visitor_without_time =
            matches!(&self.kind, AgreementKind::Visit(rule) if rule.visitor.is_some() && empty(&rule.allowed));
        let mut lacks = Vec::new();
        for (is_missing, lack) in [
            (self.who.is_none() && !is_not_this, Lack::Who),
            (empty(&self.what) && !is_not_this, Lack::What),
            (empty(&self.when) && empty(&self.situation) && !is_not_this, Lack::When),
            (self.watcher.is_none() && !is_not_this, Lack::Watcher),
            (same, Lack::WatcherIsDoer),
            (visitor_without_time, Lack::Allowed),
        ] {
            if is_missing {
                lacks.push(lack);
            }
        }
        lacks
    }
}

/// Choosing another kind starts with empty fields.
impl KeywordSet for AgreementKind {
    fn group(&self) -> &'static str {
        "agreement-kind"
    }

    fn words(&self) -> &'static [&'static str] {
        &["task", "visit", "at-home", "not-this"]
    }

    fn bits(&self) -> u32 {
        match self {
            AgreementKind::Task => 1,
            AgreementKind::Visit(_) => 2,
            AgreementKind::AtHome(_) => 4,
            AgreementKind::NotThis => 8,
        }
    }

    fn choose(&mut self, bits: u32) {
        *self = match bits {
            _ if bits == self.bits() => return,
            2 => AgreementKind::Visit(VisitRule::default()),
            4 => AgreementKind::AtHome(AtHome::default()),
            8 => AgreementKind::NotThis,
            _ => AgreementKind::Task,
        };
    }
}

impl KeywordSet for AgreementTerm {
    fn group(&self) -> &'static str {
        "term"
    }

    fn words(&self) -> &'static [&'static str] {
        &["fixed", "trial"]
    }

    fn bits(&self) -> u32 {
        if *self == AgreementTerm::Fixed { 1 } else { 2 }
    }

    fn choose(&mut self, bits: u32) {
        if bits != self.bits() {
            *self = if bits == 2 { AgreementTerm::Trial { until: None } } else { AgreementTerm::Fixed };
        }
    }
}

impl Agreement {
    /// The kind comes first, because it decides which fields there are.
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.part = self.id.0;
        at.keyword(Field::Kind, &mut self.kind);
        let what = if self.kind == AgreementKind::NotThis { Field::NotThis } else { Field::What };
        at.text(what, &mut self.what);
        match &mut self.kind {
            AgreementKind::Task | AgreementKind::NotThis => {}
            AgreementKind::Visit(rule) => {
                at.person(Field::Visitor, &mut rule.visitor);
                at.text(Field::Allowed, &mut rule.allowed);
            }
            AgreementKind::AtHome(home) => {
                at.keyword(Field::Rung, &mut home.rung);
                at.person(Field::TakenInBy, &mut home.with);
                at.text(Field::HowLong, &mut home.how_long);
                at.day(Field::BackOn, &mut home.back_on);
                at.text(Field::ChildContact, &mut home.contact);
            }
        }
        at.person(Field::Who, &mut self.who);
        at.text(Field::When, &mut self.when);
        at.text(Field::Situation, &mut self.situation);
        at.person(Field::Watcher, &mut self.watcher);
        at.demands(Field::ForDemand, &mut self.demands);
        at.keyword(Field::Term, &mut self.term);
        if let AgreementTerm::Trial { until } = &mut self.term {
            at.day(Field::TrialUntil, until);
        }
        at.text(Field::Otherwise, &mut self.otherwise);
        at.person(Field::StandIn, &mut self.stand_in);
        at.keyword(Field::ArrangedBy, &mut self.arranged_by);
        at.keyword(Field::Budget, &mut self.budget);
        at.text(Field::BudgetWhy, &mut self.budget_why);
    }
}
