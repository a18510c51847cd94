//! What is agreed: who does what, when or in which situation, and who watches over it. Whether that is enough for a
//! demand stands in `coverage`.

use std::collections::BTreeSet;

use super::ids::{AgreementId, DemandId, PersonId};
use super::slots::{Choice, Places, words};
use crate::model::content::Field;
use crate::model::date::Date;

/// One agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    pub id: AgreementId,
    pub kind: Kind,
    pub who: Option<PersonId>,
    pub what: String,
    pub when: String,
    /// In place of, or beside, when.
    pub situation: String,
    /// Has to be someone else than who does it.
    pub watcher: Option<PersonId>,
    pub term: Term,
    /// What happens when it goes otherwise.
    pub otherwise: String,
    /// Who steps in then.
    pub stand_in: Option<PersonId>,
    /// The demands it belongs to.
    pub demands: BTreeSet<DemandId>,
    pub arranged_by: Option<ArrangedBy>,
    /// Whether the resident wants a budget to choose their own help with.
    pub budget: Option<bool>,
    pub budget_why: String,
}

/// What kind of agreement it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Kind {
    #[default]
    Task,
    Visit(VisitRule),
    AtHome(AtHome),
    /// “Dit doen we niet.” Takes no one who does it.
    NotThis,
}

/// Who does not come, or only if.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisitRule {
    pub visitor: Option<PersonId>,
    /// On which day and time it is all right.
    pub allowed: String,
}

/// As much at home as can be, for a child.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AtHome {
    pub rung: Option<Rung>,
    /// Who takes the child in; a matter of the routes, on the safety card only.
    pub with: Option<PersonId>,
    pub how_long: String,
    /// When is looked whether the child can come back.
    pub back_on: Option<Date>,
    /// How child and parents stay in touch.
    pub contact: String,
}

/// The home ladder, closest to home first.
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
pub enum Term {
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

/// What an agreement lacks to be whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    Who,
    What,
    /// Neither when nor a situation.
    When,
    Watcher,
    /// Nobody watches over themselves.
    WatcherIsDoer,
    /// The one who watches is someone the resident is afraid of.
    WatcherIsFeared,
    /// A visitor without a day or time.
    Allowed,
}

impl Agreement {
    /// What is missing, whether or not it belongs to a demand.
    pub fn lacks(&self) -> Vec<Lack> {
        let empty = |text: &str| text.trim().is_empty();
        let is_not_this = self.kind == Kind::NotThis;
        let same = self.watcher.is_some() && self.watcher == self.who;
        let visitor_without_time =
            matches!(&self.kind, Kind::Visit(rule) if rule.visitor.is_some() && empty(&rule.allowed));
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

/// Another kind begins empty.
impl Choice for Kind {
    fn group(&self) -> &'static str {
        "agreement-kind"
    }

    fn words(&self) -> &'static [&'static str] {
        &["task", "visit", "at-home", "not-this"]
    }

    fn bits(&self) -> u32 {
        match self {
            Kind::Task => 1,
            Kind::Visit(_) => 2,
            Kind::AtHome(_) => 4,
            Kind::NotThis => 8,
        }
    }

    fn choose(&mut self, bits: u32) {
        *self = match bits {
            _ if bits == self.bits() => return,
            2 => Kind::Visit(VisitRule::default()),
            4 => Kind::AtHome(AtHome::default()),
            8 => Kind::NotThis,
            _ => Kind::Task,
        };
    }
}

impl Choice for Term {
    fn group(&self) -> &'static str {
        "term"
    }

    fn words(&self) -> &'static [&'static str] {
        &["fixed", "trial"]
    }

    fn bits(&self) -> u32 {
        if *self == Term::Fixed { 1 } else { 2 }
    }

    fn choose(&mut self, bits: u32) {
        if bits != self.bits() {
            *self = if bits == 2 { Term::Trial { until: None } } else { Term::Fixed };
        }
    }
}

impl Agreement {
    /// The kind comes first: it says which places there are.
    pub(super) fn slots(&mut self, at: &mut Places) {
        at.part = self.id.0;
        at.one(Field::Kind, &mut self.kind);
        let what = if self.kind == Kind::NotThis { Field::NotThis } else { Field::What };
        at.text(what, &mut self.what);
        match &mut self.kind {
            Kind::Task | Kind::NotThis => {}
            Kind::Visit(rule) => {
                at.person(Field::Visitor, &mut rule.visitor);
                at.text(Field::Allowed, &mut rule.allowed);
            }
            Kind::AtHome(home) => {
                at.one(Field::Rung, &mut home.rung);
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
        at.one(Field::Term, &mut self.term);
        if let Term::Trial { until } = &mut self.term {
            at.day(Field::TrialUntil, until);
        }
        at.text(Field::Otherwise, &mut self.otherwise);
        at.person(Field::StandIn, &mut self.stand_in);
        at.one(Field::ArrangedBy, &mut self.arranged_by);
        at.one(Field::Budget, &mut self.budget);
        at.text(Field::BudgetWhy, &mut self.budget_why);
    }
}
