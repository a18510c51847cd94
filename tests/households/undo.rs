//! Undo of what was emptied: on the page where that happened, until the next answer or the next page.

use app::model::content::PageKind;
use app::model::content::flag::Flag;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::plan::{PersonDetails, PlanEvent, PlanItem};
use app::model::route::{PlanPage, Route};
use app::model::update::Event;

use crate::common::{catalogue, say, today};
use crate::plan::example::{AUNT, family, send};

/// A dossier in which the resident said that there is no danger, and then that they do not know.
fn unsure() -> Dossier {
    let mut dossier = Dossier::new();
    say(&mut dossier, "q1", Some(Answer::No));
    say(&mut dossier, "q1", Some(Answer::Unknown));
    dossier
}

fn undo(dossier: &mut Dossier) -> Facts {
    dossier.apply(Event::Undone, catalogue(), today())
}

#[test]
fn an_emptied_answer_comes_back_on_its_page() {
    let mut dossier = unsure();
    assert_eq!(dossier.undoable(), Some("q1"));
    undo(&mut dossier);
    assert_eq!(dossier.answers.get("q1"), Some(&Answer::No));
    assert_eq!(dossier.undoable(), None);
}

#[test]
fn taking_back_never_sets_what_was_answered_since() {
    let mut dossier = unsure();
    let facts = say(&mut dossier, "q1", Some(Answer::Yes));
    assert!(!facts.flags().is_empty());
    assert_eq!(dossier.undoable(), None);
    assert_eq!(undo(&mut dossier).flags(), facts.flags());
    assert_eq!(dossier.answers.get("q1"), Some(&Answer::Yes));
}

#[test]
fn any_later_answer_going_on_or_another_page_ends_the_offer() {
    let ends: [fn(&mut Dossier); 4] = [
        |dossier| drop(say(dossier, "q2", Some(Answer::Yes))),
        |dossier| drop(dossier.apply(Event::Continued { number: 1 }, catalogue(), today())),
        |dossier| drop(dossier.apply(Event::Arrived { number: 2 }, catalogue(), today())),
        |dossier| dossier.turn_to(Route::Check),
    ];
    for (nth, end) in ends.into_iter().enumerate() {
        let mut dossier = unsure();
        end(&mut dossier);
        dossier.turn_to(Route::Start);
        assert_eq!(dossier.undoable(), None, "end {nth}");
        undo(&mut dossier);
        assert_eq!(dossier.answers.get("q1"), Some(&Answer::Unknown), "end {nth}");
    }
}

#[test]
fn a_screen_that_says_there_is_danger_offers_nothing() {
    let flags = catalogue().places().iter().filter(|place| catalogue().screen(**place).page == PageKind::Flag);
    let numbers: Vec<usize> = flags.map(|place| catalogue().number(*place)).collect();
    assert!(!numbers.is_empty());
    for number in numbers {
        let mut dossier = Dossier::new();
        let facts = say(&mut dossier, "q1", Some(Answer::Yes));
        assert!(!facts.flags().is_empty());
        dossier.apply(Event::Arrived { number }, catalogue(), today());
        say(&mut dossier, "q1", None);
        assert_eq!(dossier.undoable(), None);
    }
}

#[test]
fn taking_back_may_raise_a_flag_and_never_lowers_one() {
    let mut dossier = Dossier::new();
    say(&mut dossier, "va-knop", Some(Answer::Yes));
    say(&mut dossier, "va-knop", None);
    assert!(undo(&mut dossier).is_up(Flag::Stuck));

    let mut dossier = Dossier::new();
    say(&mut dossier, "n2", Some(Answer::pick("wonen")));
    let situations = catalogue().question_of_tick("wo1").expect("a situation");
    say(&mut dossier, situations, Some(Answer::pick("wo1")));
    say(&mut dossier, "wonen.u-meer", Some(Answer::Yes));
    let calm = say(&mut dossier, "wo-uit", today().plus(300).map(Answer::Date));
    let alarmed = say(&mut dossier, "wo-uit", None);
    assert!(alarmed.flags().iter().any(|flag| !calm.is_up(flag)), "emptying raised no flag");
    assert_eq!(dossier.undoable(), None);
    assert_eq!(undo(&mut dossier).flags(), alarmed.flags());
}

#[test]
fn a_part_of_the_plan_comes_back_on_the_page_it_was_taken_from() {
    let mut dossier = family();
    let agreements = PlanPage::Agreements.route(0);
    dossier.turn_to(agreements);
    let before = dossier.plan.clone();
    send(&mut dossier, PlanEvent::Removed(PlanItem::Agreement(before.agreements[0].id)));
    for elsewhere in [PlanPage::Sheet.route(0), PlanPage::Card.route(1), PlanPage::Goal.route(0), Route::Sheet] {
        dossier.turn_to(elsewhere);
        assert!(!dossier.is_plan_undoable(), "{elsewhere:?}");
        undo(&mut dossier);
        assert_ne!(dossier.plan, before, "{elsewhere:?}");
    }
    dossier.turn_to(agreements);
    assert!(dossier.is_plan_undoable());
    undo(&mut dossier);
    assert_eq!(dossier.plan, before);
}

#[test]
fn taking_back_takes_no_fear_off_a_person() {
    let mut dossier = family();
    let told = PersonDetails { phone: "06 12345678".to_owned(), ..PersonDetails::default() };
    send(&mut dossier, PlanEvent::PersonDetails { person: AUNT, about: told });
    dossier.turn_to(PlanPage::People.route(0));
    send(
        &mut dossier,
        PlanEvent::PersonDetails { person: AUNT, about: PersonDetails { afraid: true, ..PersonDetails::default() } },
    );
    undo(&mut dossier);
    assert!(dossier.plan.about.get(&AUNT).is_some_and(|about| about.afraid));
}

#[test]
fn what_a_tap_replaced_comes_back_also_after_a_second_tap_took_that_away() {
    let mut dossier = Dossier::new();
    say(&mut dossier, "q1", Some(Answer::Yes));
    say(&mut dossier, "q1", Some(Answer::Unknown));
    say(&mut dossier, "q1", None);
    assert_eq!(dossier.undoable(), Some("q1"));
    undo(&mut dossier);
    assert_eq!(dossier.answers.get("q1"), Some(&Answer::Yes));
}
