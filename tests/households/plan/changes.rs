//! Changing a plan: everything lost can be restored, and no removed person is named.

use app::model::catalogue::ScreenRef;
use app::model::content::Step;
use app::model::dossier::{Dossier, Notice};
use app::model::journey;
use app::model::plan::people::PersonUse;
use app::model::plan::{
    Agreement, AgreementId, Demand, DemandId, Goal, PersonDetails, PlanEvent, PlanItem, Then, Wish, needs_of,
};
use app::model::update::Event;

use super::example::{
    AUNT, BRAM, FRIEND, GRANDFATHER, ME, card_of_bram, facts, family, nth_demand, people, people_only, send,
};
use crate::common::{catalogue, today};

fn undo(dossier: &mut Dossier) {
    dossier.apply(Event::Undone, catalogue(), today());
}

/// Removing an item takes it away, and undo restores the very same plan.
fn check(item: PlanItem) {
    let mut dossier = family();
    let before = dossier.clone();
    send(&mut dossier, PlanEvent::Removed(item));
    assert_ne!(dossier.plan, before.plan, "{item:?}");
    undo(&mut dossier);
    assert_eq!(dossier.plan, before.plan, "{item:?}");
    assert_eq!(dossier.answers, before.answers, "{item:?}");
}

#[test]
fn whatever_is_removed_comes_back_whole() {
    let family = family();
    check(PlanItem::Demand(nth_demand(&family, 2)));
    check(PlanItem::Wish(family.plan.wishes[0].id));
    check(PlanItem::Agreement(family.plan.agreements[3].id));
    check(PlanItem::Route(family.plan.routes[0].id));
    for then in [Then::StayOpen, Then::GoTo(FRIEND)] {
        check(PlanItem::Person(AUNT, then));
        check(PlanItem::Person(BRAM, then));
    }
}

#[test]
fn what_an_owner_takes_off_a_card_does_not_come_back_by_another_hand() {
    let mut dossier = family();
    let before = dossier.clone();
    let mut card = card_of_bram();
    card.id = dossier.plan.routes[0].id;
    card.first.place.clear();
    send(&mut dossier, PlanEvent::Route(Box::new(card)));
    undo(&mut dossier);
    assert_eq!(dossier.plan.routes[0].first.place, "");
    assert_ne!(dossier.plan, before.plan);
}

#[test]
fn what_leans_on_a_person_is_told_before_they_are_removed() {
    let dossier = family();
    let needs = needs_of(&dossier.plan, AUNT);
    assert!(needs.contains(&PersonUse::Calls), "{needs:?}");
    assert_eq!(needs.iter().filter(|need| matches!(need, PersonUse::Watches(_))).count(), 2, "{needs:?}");
    assert_eq!(needs.iter().filter(|need| matches!(need, PersonUse::Helps(_))).count(), 1, "{needs:?}");
    assert_eq!(needs_of(&dossier.plan, GRANDFATHER).len(), 2);
}

#[test]
fn who_is_removed_hands_over_or_leaves_their_part_open() {
    let mut dossier = family();
    send(&mut dossier, PlanEvent::Removed(PlanItem::Person(AUNT, Then::GoTo(FRIEND))));
    assert!(people(&dossier).get(AUNT).is_none());
    assert_eq!(dossier.plan.reviews.caller, Some(FRIEND));
    assert_eq!(dossier.plan.agreements[0].watcher, Some(FRIEND));
    // Nobody watches over work that they took over.
    let mut dossier = family();
    send(&mut dossier, PlanEvent::Removed(PlanItem::Person(FRIEND, Then::GoTo(AUNT))));
    assert_eq!((dossier.plan.agreements[4].who, dossier.plan.agreements[4].watcher), (Some(AUNT), None));
    let mut dossier = family();
    send(&mut dossier, PlanEvent::Removed(PlanItem::Person(AUNT, Then::StayOpen)));
    assert_eq!(dossier.plan.reviews.caller, None);
    assert_eq!(dossier.plan.agreements[0].watcher, None);
    assert_eq!(dossier.plan.agreements.len(), 6);
}

#[test]
fn the_resident_cannot_be_removed() {
    let mut dossier = family();
    let before = dossier.clone();
    send(&mut dossier, PlanEvent::Removed(PlanItem::Person(ME, Then::GoTo(AUNT))));
    assert_eq!(dossier.plan, before.plan);
}

#[test]
fn undoing_leaves_later_words_alone() {
    let mut dossier = family();
    let removed = dossier.plan.agreements[1].clone();
    send(&mut dossier, PlanEvent::Removed(PlanItem::Agreement(removed.id)));
    let later = Wish { text: "Sanne slaapt beter.".to_owned(), ..Wish::default() };
    send(&mut dossier, PlanEvent::Wish(later));
    undo(&mut dossier);
    assert_eq!(dossier.plan.agreements[1], removed);
    assert_eq!(dossier.plan.wishes.len(), 2);
}

#[test]
fn a_demand_becomes_a_wish_and_its_agreements_stay() {
    let mut dossier = family();
    let second = nth_demand(&dossier, 2);
    send(&mut dossier, PlanEvent::DemandToWish(second));
    assert_eq!(dossier.plan.demands.list.len(), 2);
    assert_eq!(dossier.plan.wishes[1].text, "De ander – is niet in huis – als de kinderen er zijn");
    assert!(dossier.plan.agreements[1].demands.is_empty());
}

#[test]
fn a_number_that_was_never_given_changes_nothing() {
    let mut dossier = family();
    let before = dossier.plan.clone();
    let strangers = [
        PlanEvent::Demand(Demand { id: DemandId(999), ..Demand::default() }),
        PlanEvent::Agreement(Box::new(Agreement { id: AgreementId(999), ..Agreement::default() })),
        PlanEvent::Removed(PlanItem::Agreement(AgreementId(999))),
        PlanEvent::DemandToWish(DemandId(999)),
        PlanEvent::Mark { result: "geld".to_owned(), moment: 0, mark: Some(11) },
    ];
    for event in strangers {
        send(&mut dossier, event.clone());
        assert_eq!(dossier.plan, before, "{event:?}");
    }
}

#[test]
fn signs_nobody_sees_are_taken_out_and_that_is_said() {
    let mut dossier = people_only();
    let goal = Goal { goal: "Rust\u{202e} in\u{200b} huis".to_owned(), ..Goal::default() };
    send(&mut dossier, PlanEvent::Goal(goal));
    assert_eq!(dossier.plan.goal.goal, "Rust in huis");
    assert!(dossier.notices.contains(&Notice::Cleaned));
}

#[test]
fn who_is_feared_is_news_for_the_questions_about_safety() {
    let mut dossier = people_only();
    assert!(dossier.plan.asks_again.is_empty());
    send(
        &mut dossier,
        PlanEvent::PersonDetails { person: AUNT, about: PersonDetails { afraid: true, ..PersonDetails::default() } },
    );
    let asked = &catalogue().content.plan.roles.ask_again;
    assert!(asked.iter().all(|question| dossier.plan.asks_again.contains(question)));
    assert!(!asked.is_empty());
    let facts = facts(&dossier);
    assert!(facts.flags().is_empty(), "a mark raises no flag by itself");
}

#[test]
fn the_questions_about_safety_come_next_once_and_can_be_passed_over() {
    let next = |dossier: &Dossier| {
        let here = catalogue().places().iter().rfind(|place| catalogue().screen(**place).step == Step::Circle);
        here.and_then(|here| journey::next(&facts(dossier), dossier, *here)).expect("the road goes on")
    };
    let is_safe = |place: ScreenRef| catalogue().screen(place).step == Step::Safe;
    let mut dossier = people_only();
    for number in 1..=catalogue().places().len() {
        dossier.passed.insert(number);
    }
    assert!(!is_safe(next(&dossier)));
    send(
        &mut dossier,
        PlanEvent::PersonDetails { person: AUNT, about: PersonDetails { afraid: true, ..PersonDetails::default() } },
    );
    let asked = next(&dossier);
    assert!(is_safe(asked));
    dossier.apply(Event::Continued { number: catalogue().number(asked) }, catalogue(), today());
    assert!(!is_safe(next(&dossier)));
}
