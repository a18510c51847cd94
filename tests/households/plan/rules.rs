//! Coverage, the nine rules and the four stops.

use std::collections::BTreeSet;

use app::model::content::Sheet;
use app::model::dossier::Dossier;
use app::model::plan::agreements::{AgreementKind, Lack};
use app::model::plan::location::FindingLocation;
use app::model::plan::person::Knows;
use app::model::plan::{Agreement, PersonDetails, PersonId, PlanEvent, Reviews, SafetyRoute};
use app::model::plan_rules::coverage::{Coverage, coverage};
use app::model::plan_rules::findings::{PlanFinding, Rule, findings, sentence};
use app::model::plan_rules::stops::{Stop, stops};

use super::example::{
    AUNT, BRAM, FEMKE, GRANDFATHER, ME, OTHER, card_of_bram, facts, family, people, people_only, send,
};

fn found(dossier: &Dossier, chosen: &[Sheet]) -> Vec<PlanFinding> {
    findings(&facts(dossier), &dossier.plan, &people(dossier), &chosen.iter().copied().collect())
}

fn sentences(dossier: &Dossier, chosen: &[Sheet]) -> Vec<String> {
    let (facts, people) = (facts(dossier), people(dossier));
    let found = found(dossier, chosen);
    found.iter().map(|finding| sentence(&facts, &dossier.plan, &people, finding)).collect()
}

/// Checks what is not finished in the complete plan after one change; the rule to talk it over comes with every
/// finding.
fn check(change: PlanEvent, rule: Rule, expected: &str) {
    let mut dossier = family();
    send(&mut dossier, change);
    let found: Vec<Rule> = found(&dossier, &[]).into_iter().map(|finding| finding.rule).collect();
    assert!(found.contains(&rule), "{rule:?} is not among {found:?}");
    let sentences = sentences(&dossier, &[]);
    assert!(sentences.iter().any(|sentence| sentence == expected), "{expected} is not among {sentences:?}");
}

fn changed(dossier: &Dossier, number: usize, change: impl FnOnce(&mut Agreement)) -> PlanEvent {
    let mut agreement = dossier.plan.agreements[number - 1].clone();
    change(&mut agreement);
    PlanEvent::Agreement(Box::new(agreement))
}

fn about(dossier: &Dossier, person: PersonId, change: impl FnOnce(&mut PersonDetails)) -> PlanEvent {
    let mut about = dossier.plan.about.get(&person).cloned().unwrap_or_default();
    change(&mut about);
    PlanEvent::PersonDetails { person, about }
}

type Change = fn(&mut Agreement);

fn covered(dossier: &Dossier) -> Vec<bool> {
    coverage(&dossier.plan, &people(dossier)).iter().map(Coverage::is_covered).collect()
}

#[test]
fn the_whole_plan_covers_every_demand_and_lacks_nothing() {
    let dossier = family();
    assert_eq!(covered(&dossier), [true, true, true]);
    assert_eq!(sentences(&dossier, &[Sheet::OwnPlan]), [""; 0]);
}

#[test]
fn an_agreement_covers_only_with_who_what_when_and_another_who_watches() {
    let lacks: [(Lack, Change); 6] = [
        (Lack::Who, |agreement| agreement.who = None),
        (Lack::What, |agreement| agreement.what = " \n".to_owned()),
        (Lack::When, |agreement| agreement.when.clear()),
        (Lack::Watcher, |agreement| agreement.watcher = None),
        (Lack::WatcherIsDoer, |agreement| agreement.watcher = agreement.who),
        (Lack::WatcherIsFeared, |agreement| agreement.watcher = Some(OTHER)),
    ];
    for (lack, change) in lacks {
        let mut dossier = family();
        let event = changed(&dossier, 1, change);
        send(&mut dossier, event);
        assert_eq!(covered(&dossier), [false, true, true], "{lack:?}");
    }
    let mut dossier = family();
    let event = changed(&dossier, 1, |agreement| {
        agreement.when.clear();
        agreement.situation = "als het misgaat".to_owned();
    });
    send(&mut dossier, event);
    assert_eq!(covered(&dossier), [true, true, true], "a situation stands in for a day");
}

#[test]
fn each_rule_says_what_is_not_finished_and_where() {
    let family = family();
    let no_watcher = changed(&family, 1, |agreement| agreement.watcher = None);
    check(no_watcher.clone(), Rule::DemandsCovered, "Eis 1 heeft nog geen volledige afspraak.");
    check(no_watcher, Rule::AgreementsWhole, "Bij afspraak 1 mist wie, wanneer of wie erop let.");
    let card = SafetyRoute { numbers: Vec::new(), ..card_of_bram() };
    check(PlanEvent::Route(Box::new(card)), Rule::RoutesWhole, "De kaart van zoon is nog niet af.");
    let feared = SafetyRoute { fetches_children: Some(OTHER), ..card_of_bram() };
    let sentence = "De kaart van zoon: Voor deze persoon ben je bang. Kies iemand anders.";
    check(PlanEvent::Route(Box::new(feared)), Rule::NobodyFeared, sentence);
    let feared = SafetyRoute { owner: ME, fetches_children: Some(OTHER), ..SafetyRoute::default() };
    let sentence = "Mijn kaart: Voor deze persoon ben je bang. Kies iemand anders.";
    check(PlanEvent::Route(Box::new(feared)), Rule::NobodyFeared, sentence);
    let feared = changed(&family, 2, |agreement| agreement.watcher = Some(OTHER));
    let sentence = "Afspraak 2: Voor deze persoon ben je bang. Kies iemand anders.";
    check(feared, Rule::NobodyFeared, sentence);
    let goal = app::model::plan::Goal::default();
    check(PlanEvent::Goal(goal), Rule::ReviewSoon, "Kies een dag om terug te kijken, binnen 28 dagen.");
    for caller in [None, Some(OTHER)] {
        let reviews = PlanEvent::Reviews(Reviews { caller, ..Reviews::default() });
        check(reviews, Rule::SomeoneCalls, "Kies wie de kring bij elkaar roept.");
    }
    let unasked = about(&family, AUNT, |about| about.knows = Knows::NotAsked);
    check(unasked.clone(), Rule::SafeAdult, "Er is een kind. Kies een volwassene die veilig is.");
    check(unasked, Rule::TalkItOver, "Bespreek dit met de hulpverlener of Veilig Thuis.");
    let together = sentences(&family, &[Sheet::OwnPlan, Sheet::SafetyCard]);
    assert!(together.contains(&"Print de kaart apart van de andere vellen.".to_owned()), "{together:?}");
}

#[test]
fn an_agreement_about_what_is_not_done_lacks_nothing() {
    let lacks =
        |what: &str| Agreement { kind: AgreementKind::NotThis, what: what.to_owned(), ..Agreement::default() }.lacks();
    assert_eq!((lacks(""), lacks("schreeuwen")), (vec![], vec![]));
}

#[test]
fn an_empty_plan_says_so_and_a_wish_never_does() {
    let empty = sentences(&people_only(), &[]);
    assert!(empty.contains(&"Je hebt nog geen afspraak gemaakt.".to_owned()), "{empty:?}");
    let rules: BTreeSet<Rule> = found(&people_only(), &[]).into_iter().map(|finding| finding.rule).collect();
    assert!(!rules.contains(&Rule::WishesFree) && !rules.contains(&Rule::DemandsCovered), "{rules:?}");
}

#[test]
fn a_place_that_names_who_one_fears_counts_as_that_person() {
    for (place, counts) in [("bij DENNIS thuis", true), ("bij Dénnis", true), ("bij Dennisa", false)] {
        let mut dossier = family();
        let mut card = card_of_bram();
        card.first.place = place.to_owned();
        send(&mut dossier, PlanEvent::Route(Box::new(card)));
        let feared = found(&dossier, &[]).iter().any(|finding| finding.at == FindingLocation::Route(BRAM));
        assert_eq!(feared, counts, "{place}");
    }
}

#[test]
fn only_four_things_hold_back_a_print() {
    let held = |dossier: &Dossier, sheet: Sheet, chosen: &[Sheet]| {
        let chosen = chosen.iter().copied().collect();
        stops(&facts(dossier), &dossier.plan, &people(dossier), sheet, &chosen)
    };
    let empty = people_only();
    assert_eq!(held(&empty, Sheet::OwnPlan, &[Sheet::OwnPlan]), []);
    let mut dossier = family();
    assert_eq!(held(&dossier, Sheet::SafetyCard, &[Sheet::SafetyCard, Sheet::Summary]), [Stop::CardApart]);
    assert_eq!(held(&dossier, Sheet::Summary, &[Sheet::SafetyCard, Sheet::Summary]), []);
    let event = changed(&dossier, 2, |agreement| agreement.watcher = Some(OTHER));
    send(&mut dossier, event);
    let id = dossier.plan.agreements[1].id;
    assert_eq!(
        held(&dossier, Sheet::OwnPlan, &[Sheet::OwnPlan]),
        [Stop::FearedWatches(FindingLocation::Agreement(id))]
    );
    send(&mut dossier, PlanEvent::Route(Box::new(SafetyRoute { owner: OTHER, ..SafetyRoute::default() })));
    assert_eq!(
        held(&dossier, Sheet::SafetyCard, &[Sheet::SafetyCard]),
        [Stop::FearedOnCard(FindingLocation::Route(OTHER))]
    );
}

#[test]
fn whoever_lives_in_the_house_and_feels_unsafe_needs_a_card() {
    let mut dossier = family();
    let event = about(&dossier, FEMKE, |about| about.feels_unsafe = Some(true));
    send(&mut dossier, event);
    assert!(found(&dossier, &[]).iter().any(|finding| finding.at == FindingLocation::Route(FEMKE)));
    let event = about(&dossier, GRANDFATHER, |about| about.feels_unsafe = Some(true));
    send(&mut dossier, event);
    assert!(!found(&dossier, &[]).iter().any(|finding| finding.at == FindingLocation::Route(GRANDFATHER)));
    assert_eq!(dossier.plan.route_of(ME), None);
}
