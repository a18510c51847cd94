//! Pages of the plan: which there are, and which page mends a finding.

use std::collections::BTreeSet;

use app::model::paper::cards;
use app::model::plan::agreements::{Agreement, AgreementKind, VisitRule};
use app::model::plan::location::FindingLocation;
use app::model::plan::{PersonDetails, PersonId, PlanEvent};
use app::model::plan_rules::coverage::coverage;
use app::model::plan_rules::{findings, pages};
use app::model::route::PlanPage;

use super::example::{AUNT, BRAM, FRIEND, OTHER, facts, family, nth_demand, people, send};

#[test]
fn a_page_is_there_as_long_as_its_piece_is() {
    let dossier = family();
    let people = people(&dossier);
    let is_there = |page, part| pages::is_there(page, part, &dossier.plan, &people, &[]);
    for (page, part) in [
        (PlanPage::Demand, nth_demand(&dossier, 1).0),
        (PlanPage::Agreement, dossier.plan.agreements[0].id.0),
        (PlanPage::Person, AUNT.0),
        (PlanPage::Steps, AUNT.0),
        (PlanPage::Card, BRAM.0),
        (PlanPage::Review, 0),
    ] {
        assert!(is_there(page, part), "{page:?} {part}");
        assert!(!is_there(page, 9_999), "{page:?}");
        assert!(is_there(pages::list_of(page), 0), "{page:?}");
    }
    assert!(!is_there(PlanPage::Steps, OTHER.0), "a feared person has no ladder");
    assert!(!is_there(PlanPage::Card, OTHER.0), "a feared person has no card");
}

#[test]
fn a_feared_person_in_the_house_has_no_card_to_finish() {
    let mut dossier = family();
    let about = PersonDetails { afraid: true, feels_unsafe: Some(true), ..PersonDetails::default() };
    send(
        &mut dossier,
        PlanEvent::PersonDetails { person: BRAM, about: PersonDetails { afraid: false, ..about.clone() } },
    );
    dossier.plan.routes.clear();
    let cards = |dossier: &_| {
        let found = findings::findings(&facts(dossier), &dossier.plan, &people(dossier), &BTreeSet::default());
        found.iter().filter(|finding| finding.at == FindingLocation::Route(BRAM)).count()
    };
    assert_eq!(cards(&dossier), 1);
    send(&mut dossier, PlanEvent::PersonDetails { person: BRAM, about });
    assert_eq!(cards(&dossier), 0);
}

#[test]
fn nobody_is_afraid_of_themselves() {
    let mut dossier = family();
    let about = PersonDetails { afraid: true, ..PersonDetails::default() };
    send(&mut dossier, PlanEvent::PersonDetails { person: PersonId::ME, about });
    assert!(!people(&dossier).is_feared(PersonId::ME));
}

#[test]
fn a_feared_person_is_offered_a_paper_only_with_a_rule_about_visiting() {
    let mut dossier = family();
    assert!(cards::helpers(&facts(&dossier), &dossier).contains(&OTHER));
    dossier.plan.agreements.retain(|agreement| !matches!(agreement.kind, AgreementKind::Visit(_)));
    let task = Agreement { who: Some(OTHER), what: "belt niet".to_owned(), ..Agreement::default() };
    send(&mut dossier, PlanEvent::Agreement(Box::new(task)));
    let offered = cards::helpers(&facts(&dossier), &dossier);
    assert!(!offered.contains(&OTHER) && offered.contains(&AUNT), "{offered:?}");
}

#[test]
fn a_visit_without_a_day_covers_no_demand() {
    let mut dossier = family();
    let demand = nth_demand(&dossier, 1);
    dossier.plan.agreements.clear();
    let mut visit = Agreement {
        kind: AgreementKind::Visit(VisitRule { visitor: Some(OTHER), allowed: String::new() }),
        who: Some(AUNT),
        what: "is erbij".to_owned(),
        when: "elke zondag".to_owned(),
        watcher: Some(FRIEND),
        demands: [demand].into_iter().collect(),
        ..Agreement::default()
    };
    send(&mut dossier, PlanEvent::Agreement(Box::new(visit.clone())));
    assert!(!coverage(&dossier.plan, &people(&dossier))[0].is_covered(), "its line says that it is not finished");
    visit.id = dossier.plan.agreements[0].id;
    visit.kind = AgreementKind::Visit(VisitRule { visitor: Some(OTHER), allowed: "zondag".to_owned() });
    send(&mut dossier, PlanEvent::Agreement(Box::new(visit)));
    assert!(coverage(&dossier.plan, &people(&dossier))[0].is_covered());
}
