//! Names in a plan: paper shows the role until the name is allowed, which is asked once; and a blank covers nothing.

use app::model::content::PeopleFields;
use app::model::content::flag::Flag;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::paper::{cards, own_plan, plan_voice};
use app::model::plan::agreements::Agreement;
use app::model::plan::{Demand, DemandId, Goal, PlanEvent};
use app::model::update::{Event, PaperEvent};

use super::example::{AUNT, FRIEND, asks_for, family, nth_demand, send};
use super::paper::squeezed;
use crate::common::{catalogue, say, today};

fn own_plan(dossier: &Dossier) -> String {
    let facts = dossier.facts(catalogue(), today());
    squeezed(&own_plan::compose(&facts, dossier).expect("the gate is open").document)
}

fn demand(dossier: &mut Dossier, who: &str, what: &str, when: &str) -> DemandId {
    let [who, what, when] = [who, what, when].map(str::to_owned);
    send(dossier, PlanEvent::Demand(Demand { who, what, when, ..Demand::default() }));
    nth_demand(dossier, dossier.plan.demands.list.len())
}

/// Adds a complete agreement for a demand.
fn cover(dossier: &mut Dossier, demand: DemandId, what: &str) {
    let agreement = Agreement {
        who: Some(AUNT),
        what: what.to_owned(),
        when: "elke dag".to_owned(),
        watcher: Some(FRIEND),
        demands: [demand].into_iter().collect(),
        ..Agreement::default()
    };
    send(dossier, PlanEvent::Agreement(Box::new(agreement)));
}

#[test]
fn a_demand_that_names_someone_is_printed_with_their_role() {
    let dossier = family();
    let paper = own_plan(&dossier);
    assert!(paper.contains("E1 Zoon – kan ergens anders slapen – op elk moment · afspraak 1 · dekt: ja"), "{paper}");
    assert!(paper.contains("ik – belt tante – als er iemand aan de deur staat"), "the role appears once\n{paper}");
    let facts = dossier.facts(catalogue(), today());
    assert_eq!(plan_voice::held_back(&facts, &dossier), [], "nothing is left to look at");
}

#[test]
fn a_demand_about_a_feared_person_is_printed_without_their_name() {
    let mut dossier = family();
    let about_him = demand(&mut dossier, "Dennis", "komt niet in huis, ook niet als dennis belt", "altijd");
    cover(&mut dossier, about_him, "doet de deur niet open voor Dennis");
    let paper = own_plan(&dossier);
    let line = "E4 De ander – komt niet in huis, ook niet als de ander belt – altijd · afspraak 7 · dekt: ja";
    assert!(paper.contains(line), "{paper}");
    assert!(!paper.to_lowercase().contains("dennis"), "{paper}");
    // Papers for others do not even mention this person.
    let facts = dossier.facts(catalogue(), today());
    let card = squeezed(&cards::helper(&facts, &dossier, AUNT).expect("the gate is open"));
    assert!(!card.contains("de ander") && !card.contains("deur"), "{card}");
}

#[test]
fn a_demand_with_a_blank_is_never_covered() {
    // On paper: a name without a role becomes a line for the pen.
    let mut dossier = family();
    let question = asks_for(PeopleFields::Circle);
    let Some(Answer::People(mut people)) = dossier.answers.get(&question).cloned() else {
        panic!("there is a circle");
    };
    people.push(app::model::dossier::people::Person { name: "Kees".to_owned(), ..Default::default() });
    say(&mut dossier, &question, Some(Answer::People(people)));
    let named = demand(&mut dossier, "Kees", "belt vooraf", "altijd");
    cover(&mut dossier, named, "let daarop");
    let paper = own_plan(&dossier);
    assert!(paper.contains("E4 ______________ – belt vooraf – altijd · afspraak 7 · nog niet af"), "{paper}");
    // In the plan: a blank in one of who, what and when.
    for (who, what, when) in [("", "belt", "altijd"), ("Opa", " ", "altijd"), ("Opa", "belt", "")] {
        let mut dossier = family();
        let blank = demand(&mut dossier, who, what, when);
        cover(&mut dossier, blank, "let daarop");
        let people = super::example::people(&dossier);
        let covered = app::model::plan_rules::coverage::coverage(&dossier.plan, &people);
        assert!(!covered[3].is_covered() && covered[3].agreements.len() == 1, "{who} {what} {when}");
    }
}

#[test]
fn an_agreement_with_a_blank_covers_nothing_on_paper() {
    let mut dossier = family();
    let whole = demand(&mut dossier, "Opa", "belt vooraf", "altijd");
    cover(&mut dossier, whole, "belt 0612345678");
    let paper = own_plan(&dossier);
    assert!(paper.contains("E4 Opa – belt vooraf – altijd · afspraak 7 · nog niet af"), "{paper}");
    assert!(
        paper.contains("7. tante – ______________ – elke dag · let erop: vriendin · eis 4 · nog niet af"),
        "{paper}"
    );
}

#[test]
fn a_goal_with_a_role_in_it_is_no_quotation() {
    let mut dossier = family();
    let goal = |goal: &str| PlanEvent::Goal(Goal { goal: goal.to_owned(), ..Goal::default() });
    send(&mut dossier, goal("Bram is nooit meer bang."));
    assert!(own_plan(&dossier).contains("bereiken: Zoon is nooit meer bang."));
    send(&mut dossier, goal("Niemand is meer bang."));
    assert!(own_plan(&dossier).contains("bereiken: “Niemand is meer bang.”"));
}

fn allow_name(dossier: &mut Dossier, name: &str) {
    let kept = PaperEvent::Kept { finding: format!("n1#name.{name}"), kept: true };
    dossier.apply(Event::Paper(kept), catalogue(), today());
}

#[test]
fn a_name_is_asked_once_per_person() {
    let mut dossier = family();
    assert!(!own_plan(&dossier).contains("Bram"));
    allow_name(&mut dossier, "Bram");
    let paper = own_plan(&dossier);
    assert!(paper.contains("E1 Bram – kan ergens anders slapen"), "{paper}");
    assert!(paper.contains("Bram en dochter zijn thuis nooit meer bang."), "her name is another question\n{paper}");
    let facts = dossier.facts(catalogue(), today());
    let first = squeezed(&app::model::paper::summary::compose(&facts, &dossier.paper).document);
    assert!(!first.contains("Bram"), "a list of people goes by the tick at the person\n{first}");
}

#[test]
fn while_someone_is_not_safe_a_yes_to_a_name_holds_for_that_text_alone() {
    let mut dossier = family();
    let facts = say(&mut dossier, "q2", Some(Answer::Yes));
    assert!(facts.is_up(Flag::Unsafe));
    allow_name(&mut dossier, "Bram");
    let kept: Vec<&str> = dossier.paper.kept.iter().map(String::as_str).collect();
    assert_eq!(kept, ["n1#name.Bram"]);
    // An earlier yes does not hold either.
    let mut dossier = family();
    allow_name(&mut dossier, "Bram");
    let facts = say(&mut dossier, "q2", Some(Answer::Yes));
    let held = app::model::privacy::scan::Finding::Name("Bram".to_owned());
    assert!(!held.is_kept("geld.u9", &dossier.paper.kept, &facts) && held.is_kept("n1", &dossier.paper.kept, &facts));
}

#[test]
fn a_name_that_goes_on_is_not_half_replaced() {
    let told = [
        "belt niet met Dennis de Boer",
        "belt niet met Dennis Jansen",
        "belt niet met dennis jansen",
        "ziet Dennis van den Berg niet",
        "belt Dennis-Jan niet",
        "belt Jan-Dennis niet",
        "belt Dennis ’t Hart niet",
    ];
    for text in told {
        let mut dossier = family();
        demand(&mut dossier, "Sanne", text, "altijd");
        let first = nth_demand(&dossier, 1);
        cover(&mut dossier, first, text);
        send(&mut dossier, PlanEvent::Goal(Goal { goal: format!("Rust: {text}."), ..Goal::default() }));
        let paper = own_plan(&dossier).to_lowercase();
        for part in ["dennis", "boer", "jansen", "berg", "de ander-jan", "jan-de ander", "hart"] {
            assert!(!paper.contains(part), "{text}: {part}\n{paper}");
        }
    }
    // A name alone is replaced, whatever ordinary word follows it.
    for text in ["belt Dennis niet", "doet open als Dennis de kinderen haalt", "is er als Dennis, of Rosa, er is"] {
        let mut dossier = family();
        demand(&mut dossier, "Sanne", text, "altijd");
        let paper = own_plan(&dossier);
        assert!(paper.contains("de ander") && paper.contains(&text[..4]), "{text}\n{paper}");
    }
}
