//! Random changes of a plan: as a page sends them, and changes that refer to nobody and nothing.

use std::collections::BTreeSet;

use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::plan::agreements::{Agreement, AgreementKind, AtHome, VisitRule};
use app::model::plan::demands::Demand;
use app::model::plan::safety_route::{Haven, PhoneContact};
use app::model::plan::signal_ladder::{Colour, StepWords};
use app::model::plan::{
    AgreementId, Closing, DemandId, Goal, PersonDetails, PersonId, PlanEvent, PlanItem, Reviews, RouteId, SafetyRoute,
    Then, Wish, WishId,
};

use super::dice::Dice;

/// What a change refers to, and the words in it.
pub trait Planner {
    fn dossier(&self) -> &Dossier;
    fn today(&self) -> Date;
    /// A word that is nowhere else.
    fn token(&mut self) -> String;
    /// A free text; sometimes empty.
    fn words(&mut self, dice: &mut Dice) -> String;
}

/// A change as a page sends it, or one that refers to nobody and nothing.
pub fn a_change(planner: &mut impl Planner, dice: &mut Dice) -> PlanEvent {
    match dice.below(14) {
        0 => PlanEvent::PersonDetails { person: somebody(planner, dice), about: about(dice) },
        1 => PlanEvent::Goal(Goal { goal: planner.words(dice), start: day(planner, dice), ..Goal::default() }),
        2 => PlanEvent::NotFitting(planner.words(dice)),
        3 => PlanEvent::DemandsBy { by: planner.words(dice), on: day(planner, dice) },
        4 => PlanEvent::Demand(demand(planner, dice)),
        5 => PlanEvent::Wish(Wish { id: WishId(number(planner, dice)), text: planner.words(dice) }),
        6 => PlanEvent::DemandToWish(DemandId(number(planner, dice))),
        7 | 8 => PlanEvent::Agreement(Box::new(agreement(planner, dice))),
        9 => {
            let words = StepWords { sees: planner.words(dice), does: String::new() };
            PlanEvent::Ladder { person: somebody(planner, dice), colour: Colour::ALL[dice.below(5)], words }
        }
        10 => PlanEvent::Route(Box::new(route(planner, dice))),
        11 => looking_back(planner, dice),
        _ => PlanEvent::Removed(item(planner, dice)),
    }
}

fn looking_back(planner: &mut impl Planner, dice: &mut Dice) -> PlanEvent {
    let people: BTreeSet<PersonId> = (0..dice.below(3)).map(|_| somebody(planner, dice)).collect();
    match dice.below(3) {
        0 => {
            let caller = Some(somebody(planner, dice));
            PlanEvent::Reviews(Reviews { caller, present: Some(people), ..Reviews::default() })
        }
        1 => {
            let mark = dice.chance(80).then(|| u8::try_from(dice.below(14)).unwrap_or(0));
            PlanEvent::Mark { result: "geld".to_owned(), moment: 0, mark }
        }
        _ => PlanEvent::Closing(Closing { signed_by: people, ..Closing::default() }),
    }
}

fn agreement(planner: &mut impl Planner, dice: &mut Dice) -> Agreement {
    let kind = match dice.below(4) {
        0 => AgreementKind::Task,
        1 => AgreementKind::Visit(VisitRule { visitor: perhaps(planner, dice), allowed: planner.words(dice) }),
        2 => AgreementKind::AtHome(AtHome { with: perhaps(planner, dice), ..AtHome::default() }),
        _ => AgreementKind::NotThis,
    };
    Agreement {
        id: AgreementId(number(planner, dice)),
        kind,
        who: perhaps(planner, dice),
        what: planner.words(dice),
        when: planner.words(dice),
        watcher: perhaps(planner, dice),
        stand_in: perhaps(planner, dice),
        demands: (0..dice.below(3)).map(|_| DemandId(number(planner, dice))).collect(),
        ..Agreement::default()
    }
}

fn demand(planner: &mut impl Planner, dice: &mut Dice) -> Demand {
    Demand { id: DemandId(number(planner, dice)), what: planner.words(dice), ..Demand::default() }
}

fn route(planner: &mut impl Planner, dice: &mut Dice) -> SafetyRoute {
    SafetyRoute {
        id: RouteId(number(planner, dice)),
        owner: somebody(planner, dice),
        first: Haven { place: planner.token().replace("zq", "plek"), brought_by: perhaps(planner, dice) },
        second: Haven { place: format!("bij {}", planner.token().replace("zq", "plek")), brought_by: None },
        numbers: (0..dice.below(5)).map(|_| phone_number(planner, dice)).collect(),
        fetches_children: perhaps(planner, dice),
        ..SafetyRoute::default()
    }
}

fn about(dice: &mut Dice) -> PersonDetails {
    let phone = if dice.chance(30) { format!("020{:07}", dice.below(9_999_999)) } else { String::new() };
    let feels_unsafe = [None, Some(true), Some(false)][dice.below(3)];
    PersonDetails { afraid: dice.chance(60), phone, feels_unsafe, ..PersonDetails::default() }
}

fn item(planner: &mut impl Planner, dice: &mut Dice) -> PlanItem {
    match dice.below(5) {
        0 => PlanItem::Demand(DemandId(number(planner, dice))),
        1 => PlanItem::Wish(WishId(number(planner, dice))),
        2 => PlanItem::Agreement(AgreementId(number(planner, dice))),
        3 => PlanItem::Route(RouteId(number(planner, dice))),
        _ => {
            let then = if dice.chance(50) { Then::StayOpen } else { Then::GoTo(somebody(planner, dice)) };
            PlanItem::Person(somebody(planner, dice), then)
        }
    }
}

/// A person who may exist, may have existed, or never did.
fn somebody(planner: &impl Planner, dice: &mut Dice) -> PersonId {
    let most = planner.dossier().last_person as usize;
    let person = u32::try_from(dice.below(most + 1)).unwrap_or(0);
    PersonId(if dice.chance(5) { 9_999 } else { person })
}

fn perhaps(planner: &impl Planner, dice: &mut Dice) -> Option<PersonId> {
    dice.chance(70).then(|| somebody(planner, dice))
}

/// The id of a new part, of one that may exist, or of one that never did.
fn number(planner: &impl Planner, dice: &mut Dice) -> u32 {
    let known = u32::try_from(dice.below(planner.dossier().plan.last_id as usize + 1)).unwrap_or(0);
    if dice.chance(50) { 0 } else { known + u32::from(dice.chance(5)) * 9_999 }
}

fn phone_number(planner: &mut impl Planner, dice: &mut Dice) -> PhoneContact {
    PhoneContact { name: planner.words(dice), number: format!("06{:08}", dice.below(99_999_999)) }
}

fn day(planner: &impl Planner, dice: &mut Dice) -> Option<Date> {
    planner.today().plus(dice.between(-400, 400))
}
