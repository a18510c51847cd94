//! What is agreed: who does what, when or in which situation, and who watches over it. Whether that is enough for a
//! demand stands in `coverage`.

use super::ids::{AgreementId, DemandId, PersonId, words};
use super::text::{Spot, Texts};
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::set::Set;

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
    pub demands: Set<DemandId>,
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

words!(Rung {
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

words!(ArrangedBy { Me = "me", Circle = "circle", Gemeente = "gemeente", Unknown = "unknown" });

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
        let lacks = [
            (self.who.is_none() && !is_not_this, Lack::Who),
            (empty(&self.what), Lack::What),
            (empty(&self.when) && empty(&self.situation) && !is_not_this, Lack::When),
            (self.watcher.is_none() && !is_not_this, Lack::Watcher),
            (same, Lack::WatcherIsDoer),
            (visitor_without_time, Lack::Allowed),
        ];
        lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, lack)| lack).collect()
    }
}

impl Texts for Agreement {
    fn texts(&mut self, _: u32, tell: &mut dyn FnMut(Spot, &mut String)) {
        let what = if self.kind == Kind::NotThis { Field::NotThis } else { Field::What };
        tell(Spot::new(what, self.id.0), &mut self.what);
        tell(Spot::new(Field::When, self.id.0), &mut self.when);
        tell(Spot::new(Field::Situation, self.id.0), &mut self.situation);
        tell(Spot::new(Field::Otherwise, self.id.0), &mut self.otherwise);
        tell(Spot::new(Field::BudgetWhy, self.id.0), &mut self.budget_why);
        match &mut self.kind {
            Kind::Visit(rule) => tell(Spot::new(Field::Allowed, self.id.0), &mut rule.allowed),
            Kind::AtHome(home) => {
                tell(Spot::new(Field::HowLong, self.id.0), &mut home.how_long);
                tell(Spot::new(Field::ChildContact, self.id.0), &mut home.contact);
            }
            Kind::Task | Kind::NotThis => {}
        }
    }
}
