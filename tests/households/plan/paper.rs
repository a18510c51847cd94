//! The papers of a plan, and what each may contain.

use app::model::content::PeopleFields;
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::paper::document::Document;
use app::model::paper::plain_text;
use app::model::paper::{calendar, cards, own_plan};
use app::model::plan::agreements::{Agreement, AgreementKind};
use app::model::plan::reviews::Notes;
use app::model::plan::{Demand, Goal, PersonId, PlanEvent, PlanItem, Wish};
use app::model::update::Event;

use super::example::{AUNT, BRAM, FEMKE, FRIEND, GRANDFATHER, OTHER, asks_for, facts, family, send};
use super::told::{dossier, who};
use crate::case::{Case, all, every};
use crate::common::{catalogue, say, today};
use crate::differs;

fn case(file: &str) -> &'static Case {
    all().iter().find(|case| case.file == file).expect("a case")
}

/// The text of a paper with one space between words, regardless of line breaks.
pub fn squeezed(document: &Document) -> String {
    plain_text::plain(document).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines(document: &Document) -> Vec<Vec<String>> {
    document.pages.iter().map(|page| page.lines(&document.widths)).collect()
}

#[test]
fn the_lines_of_the_own_plan_are_those_stated_by_hand() {
    every(|case| {
        if case.plan.is_none() {
            return Vec::new();
        }
        let (dossier, facts) = dossier(case);
        let paper = own_plan::compose(&facts, &dossier).expect("the gate is open");
        assert!(paper.left_over.is_empty(), "{:?}", paper.left_over);
        let is = lines(&paper.document);
        if is != case.v2 {
            println!("{}", serde_json::to_string_pretty(&is).expect("lines"));
        }
        differs("own plan", &is, &case.v2)
    });
}

#[test]
fn no_paper_but_the_own_card_names_a_place_a_number_or_who_is_feared() {
    let case = case("K4");
    let (dossier, facts) = dossier(case);
    let everyone = ["tante", "vriendin", "opa", "zoon", "ik"];
    let mut papers = vec![plain_text::plain(&own_plan::compose(&facts, &dossier).expect("open").document)];
    papers.push(plain_text::plain(&cards::fridge(&facts, &dossier).expect("open")));
    let card = |role: &&str| cards::helper(&facts, &dossier, who(&dossier, role)).expect("open");
    papers.extend(everyone.iter().map(|role| plain_text::plain(&card(role))));
    papers.push(calendar::compose(&facts, &dossier, 600).expect("open"));
    for paper in papers {
        for word in ["molenaar", "gele huis", "Wilma", "0612", "0687", "Dennis", "vriend van moeder"] {
            assert!(!paper.contains(word), "{word} is on\n{paper}");
        }
    }
}

#[test]
fn while_the_gate_is_closed_no_paper_comes_out() {
    for file in ["K4b", "K4d", "K10", "K10b"] {
        let (mut closed, _) = dossier(case(file));
        closed.plan = dossier(case("K4")).0.plan;
        let facts = closed.apply(Event::Arrived { number: 0 }, catalogue(), today());
        assert_eq!(own_plan::compose(&facts, &closed), None, "{file}");
        assert_eq!(cards::fridge(&facts, &closed), None, "{file}");
        assert_eq!(cards::helper(&facts, &closed, PersonId::ME), None, "{file}");
        assert_eq!(calendar::compose(&facts, &closed, 600), None, "{file}");
        let owners: Vec<PersonId> = closed.plan.routes.iter().map(|route| route.owner).collect();
        for owner in owners {
            assert_eq!(cards::safety(&facts, &closed, owner), None, "{file}");
        }
    }
}

#[test]
fn a_helper_sees_only_their_own_part() {
    let dossier = family();
    let facts = facts(&dossier);
    let card = |person| plain_text::plain(&cards::helper(&facts, &dossier, person).expect("the gate is open"));
    let aunt = card(AUNT);
    for word in ["houdt een gedeelde agenda bij – elke week", "Jij roept de kring bij elkaar", "1 juni 2026", "112"] {
        assert!(aunt.contains(word), "{word} is missing in\n{aunt}");
    }
    assert!(aunt.contains("vriendin: belt Sanne"), "what she watches over, with who does it\n{aunt}");
    for word in ["drie nummers", "Sanne volgt een training", "Eis"] {
        assert!(!aunt.contains(word), "{word} is on\n{aunt}");
    }
    assert!(!card(GRANDFATHER).contains("Jij roept"));
}

#[test]
fn who_is_feared_gets_the_rule_about_visiting_and_nothing_else() {
    let mut dossier = family();
    let strip = |dossier: &Dossier| cards::helper(&facts(dossier), dossier, OTHER);
    let facts_now = send(&mut dossier, PlanEvent::Calendar(1));
    let text = plain_text::plain(&cards::helper(&facts_now, &dossier, OTHER).expect("a rule about visiting"));
    assert!(text.contains("komt alleen als de kinderen bij opa zijn"), "{text}");
    for word in ["112", "kring", "juni", "agenda"] {
        assert!(!text.contains(word), "{word} is on\n{text}");
    }
    let visits: Vec<_> =
        dossier.plan.agreements.iter().filter(|one| matches!(one.kind, AgreementKind::Visit(_))).collect();
    let id = visits[0].id;
    send(&mut dossier, PlanEvent::Removed(app::model::plan::PlanItem::Agreement(id)));
    let _ = strip;
    let facts_now = send(&mut dossier, PlanEvent::Calendar(1));
    assert_eq!(cards::helper(&facts_now, &dossier, OTHER), None);
}

#[test]
fn the_fridge_shows_nothing_of_a_demand_or_a_visitor() {
    let mut dossier = family();
    let no_shouting =
        Agreement { kind: AgreementKind::NotThis, what: "Wij schreeuwen niet.".to_owned(), ..Agreement::default() };
    let facts = send(&mut dossier, PlanEvent::Agreement(Box::new(no_shouting)));
    let page = plain_text::plain(&cards::fridge(&facts, &dossier).expect("the gate is open"));
    assert!(page.contains("tante: houdt een gedeelde agenda bij"), "{page}");
    assert!(page.contains("Wij schreeuwen niet."), "{page}");
    for word in ["eigen kaart", "komt alleen", "de ander", "nummers", "training", "belt Sanne"] {
        assert!(!page.contains(word), "{word} is on\n{page}");
    }
}

#[test]
fn the_fridge_says_where_the_agreements_are_when_each_answers_a_demand() {
    let mut dossier = family();
    let of_no_demand = dossier.plan.agreements.iter().filter(|agreement| agreement.demands.is_empty());
    let gone: Vec<_> = of_no_demand.map(|agreement| agreement.id).collect();
    let mut shown = facts(&dossier);
    for id in gone {
        shown = send(&mut dossier, PlanEvent::Removed(PlanItem::Agreement(id)));
    }
    assert!(!dossier.plan.agreements.is_empty());
    let page = plain_text::plain(&cards::fridge(&shown, &dossier).expect("the gate is open"));
    assert!(page.contains("Onze afspraken staan in ons plan."), "{page}");
    assert!(!page.contains("belt Sanne") && !page.contains("Eis"), "{page}");
}

#[test]
fn a_child_has_a_card_of_their_own_words_and_numbers() {
    let mut dossier = family();
    let mut card = super::example::card_of_bram();
    card.owner = FEMKE;
    let facts = send(&mut dossier, PlanEvent::Route(Box::new(card)));
    let child = plain_text::plain(&cards::safety(&facts, &dossier, FEMKE).expect("her card"));
    for word in ["het huis met de molen", "tante 0687654321", "0800 0432", "Het is niet jouw schuld."] {
        assert!(child.contains(word), "{word} is missing in\n{child}");
    }
    assert!(!child.contains("brengt"), "{child}");
    let mut other = super::example::card_of_bram();
    other.owner = FRIEND;
    let facts = send(&mut dossier, PlanEvent::Route(Box::new(other)));
    let adult = plain_text::plain(&cards::safety(&facts, &dossier, FRIEND).expect("her card"));
    assert!(adult.contains("brengt mij") && adult.contains("0800 2000"), "{adult}");
    let widest = adult.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(catalogue().content.plan.measures.card_width), "{adult}");
}

#[test]
fn a_card_that_names_who_is_feared_is_not_made() {
    let mut dossier = family();
    let mut card = super::example::card_of_bram();
    card.second.place = "bij dennis".to_owned();
    let facts = send(&mut dossier, PlanEvent::Route(Box::new(card)));
    assert_eq!(cards::safety(&facts, &dossier, BRAM), None);
}

/// The family, with this text as the role of the feared person, who has no name, like other people in the household.
fn entered_as(role: &str) -> Dossier {
    let mut dossier = family();
    let question = asks_for(PeopleFields::Household);
    let Some(Answer::People(mut people)) = dossier.answers.get(&question).cloned() else {
        panic!("there is a household");
    };
    for person in people.iter_mut().filter(|person| person.id == OTHER.0) {
        (person.name, person.role) = (String::new(), role.to_owned());
    }
    dossier.apply(Event::Answered { question, answer: Some(Answer::People(people)) }, catalogue(), today());
    dossier
}

#[test]
fn who_is_feared_is_known_by_a_name_that_was_typed_as_a_role() {
    for role in ["Dennis", "vriend dennis", "Stiefvader Dennis"] {
        let mut dossier = entered_as(role);
        let what = "past op voordat Dennis komt".to_owned();
        let agreement = Agreement { who: Some(AUNT), what, when: "elke dag".to_owned(), ..Agreement::default() };
        send(&mut dossier, PlanEvent::Agreement(Box::new(agreement)));
        let facts = send(&mut dossier, PlanEvent::Goal(Goal { goal: "Dennis is weg".to_owned(), ..Goal::default() }));
        let papers = [
            own_plan::compose(&facts, &dossier).expect("open").document,
            cards::fridge(&facts, &dossier).expect("open"),
            cards::helper(&facts, &dossier, AUNT).expect("open"),
        ];
        for paper in papers.iter().map(plain_text::plain) {
            assert!(!paper.to_lowercase().contains("dennis"), "{role}\n{paper}");
        }
        let mut card = super::example::card_of_bram();
        card.second.place = "bij Dennis zijn moeder".to_owned();
        let facts = send(&mut dossier, PlanEvent::Route(Box::new(card)));
        assert_eq!(cards::safety(&facts, &dossier, BRAM), None, "{role}");
    }
    // A word that is only a role hides no other words.
    let mut dossier = entered_as("vriend");
    let facts = send(&mut dossier, PlanEvent::Goal(Goal { goal: "Een vriend helpt".to_owned(), ..Goal::default() }));
    let paper = plain_text::plain(&own_plan::compose(&facts, &dossier).expect("open").document);
    assert!(paper.contains("Een vriend helpt"), "{paper}");
}

#[test]
fn a_role_that_is_too_long_is_on_no_paper() {
    for (letters, there) in [(40, true), (41, false)] {
        let mut dossier = family();
        let question = asks_for(PeopleFields::Circle);
        let Some(Answer::People(mut people)) = dossier.answers.get(&question).cloned() else {
            panic!("there is a circle");
        };
        people[0].role = "t".repeat(letters);
        let answered = Event::Answered { question, answer: Some(Answer::People(people)) };
        let facts = dossier.apply(answered, catalogue(), today());
        let paper = plain_text::plain(&own_plan::compose(&facts, &dossier).expect("open").document);
        assert_eq!(paper.contains("tttt"), there, "{letters}\n{paper}");
    }
}

#[test]
fn when_something_is_done_says_nothing_without_what() {
    let mut dossier = family();
    let what = "belt 0612345678".to_owned();
    let agreement = Agreement { who: Some(AUNT), what, when: "elke ochtend".to_owned(), ..Agreement::default() };
    let facts = send(&mut dossier, PlanEvent::Agreement(Box::new(agreement)));
    for paper in [cards::fridge(&facts, &dossier), cards::helper(&facts, &dossier, AUNT)] {
        let paper = plain_text::plain(&paper.expect("open"));
        assert!(!paper.contains("elke ochtend"), "{paper}");
    }
}

#[test]
fn an_address_and_a_number_that_is_none_stay_off_the_card() {
    let mut dossier = family();
    let mut card = super::example::card_of_bram();
    card.second.place = "Kerkstraat 12".to_owned();
    card.numbers[1].number = "bel maar".to_owned();
    let facts = send(&mut dossier, PlanEvent::Route(Box::new(card)));
    let paper = plain_text::plain(&cards::safety(&facts, &dossier, BRAM).expect("open"));
    assert!(paper.contains("het huis met de molen") && paper.contains("0687654321"), "{paper}");
    assert!(!paper.contains("Kerkstraat") && !paper.contains("bel maar"), "{paper}");
    assert!(!dossier.plan.routes[0].is_whole(), "one number is too few");
}

#[test]
fn what_the_resident_did_not_look_at_yet_leaves_a_line_for_the_pen() {
    let mut dossier = family();
    let demand = |what: &str| {
        let what = what.to_owned();
        PlanEvent::Demand(Demand { who: "Ik".to_owned(), what, when: "altijd".to_owned(), ..Demand::default() })
    };
    let facts = send(&mut dossier, demand("mail naar sanne@voorbeeld.nl"));
    let page = |facts: &_, dossier: &_| plain_text::plain(&own_plan::compose(facts, dossier).expect("open").document);
    let paper = page(&facts, &dossier);
    assert!(paper.contains("E4 Ik – ______________ – altijd") && !paper.contains("voorbeeld.nl"), "{paper}");
    let held = app::model::paper::plan_voice::held_back(&facts, &dossier);
    let (spot, _, _) = held.iter().find(|(_, text, _)| text.contains("voorbeeld.nl")).expect("it waits");
    let key = format!("{}#email", spot.key(&catalogue().content.plan));
    let kept = Event::Paper(app::model::update::PaperEvent::Kept { finding: key.clone(), kept: true });
    let facts = dossier.apply(kept, catalogue(), today());
    assert!(page(&facts, &dossier).contains("voorbeeld.nl"));
    let id = dossier.plan.demands.list[3].id;
    let other = Demand { id, who: "Ik".to_owned(), what: "mail piet@voorbeeld.nl".to_owned(), ..Demand::default() };
    let facts = send(&mut dossier, PlanEvent::Demand(other));
    assert!(!dossier.paper.kept.contains(&key), "a yes was a yes to that text");
    assert!(!page(&facts, &dossier).contains("voorbeeld.nl"));
}

#[test]
fn a_plan_with_something_open_says_so() {
    let mut dossier = family();
    let open = |facts: &_, dossier: &_| squeezed(&own_plan::compose(facts, dossier).expect("open").document);
    let facts = facts(&dossier);
    assert!(!open(&facts, &dossier).contains("Nog niet af."));
    let mut agreement = dossier.plan.agreements[0].clone();
    agreement.watcher = None;
    let facts = send(&mut dossier, PlanEvent::Agreement(Box::new(agreement)));
    let paper = open(&facts, &dossier);
    assert!(paper.contains("Nog niet af.") && paper.contains("afspraak 1 · nog niet af"), "{paper}");
    assert!(!paper.contains("veilig"), "{paper}");
}

#[test]
fn the_largest_plan_keeps_to_two_pages_and_says_what_has_no_room() {
    let (dossier, facts) = large();
    let paper = own_plan::compose(&facts, &dossier).expect("the gate is open");
    let pages = lines(&paper.document);
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(|page| page.len() <= 40), "{} {}", pages[0].len(), pages[1].len());
    let gone = paper.left_over.len();
    assert!(gone > 200, "{gone}");
    let text = plain_text::plain(&paper.document);
    assert!(text.contains(&format!("Nog {gone} regels van dit plan passen niet op dit vel.")), "{text}");
    assert!(text.contains("27 juli 2026 ☐ gedaan"), "the boxes to look back stay\n{text}");
}

/// Sixty people, thirty demands, three hundred agreements.
fn large() -> (Dossier, app::model::facts::Facts) {
    let mut dossier = family();
    let question = super::example::asks_for(PeopleFields::Circle);
    let person = |number: u32| app::model::dossier::people::Person {
        role: format!("buur {number}"),
        ..app::model::dossier::people::Person::default()
    };
    let people: Vec<_> = (0..54).map(person).collect();
    let Some(app::model::dossier::answers::Answer::People(before)) = dossier.answers.get(&question).cloned() else {
        panic!("a circle");
    };
    let all = before.into_iter().chain(people).collect();
    say(&mut dossier, &question, Some(app::model::dossier::answers::Answer::People(all)));
    for number in 0..27 {
        let what = format!("doet ding {number} en laat ding {number} achterwege, ook als het laat is");
        let (who, when) = ("Iemand".to_owned(), "elke dag".to_owned());
        send(&mut dossier, PlanEvent::Demand(Demand { who, what, when, ..Demand::default() }));
    }
    for number in 0..294 {
        let agreement = Agreement {
            who: Some(FRIEND),
            what: format!("doet de was van huis {number} en brengt die daarna weer terug"),
            when: "elke maandag".to_owned(),
            watcher: Some(AUNT),
            ..Agreement::default()
        };
        send(&mut dossier, PlanEvent::Agreement(Box::new(agreement)));
    }
    let facts = send(&mut dossier, PlanEvent::Wish(Wish { text: "rust".to_owned(), ..Wish::default() }));
    (dossier, facts)
}

#[test]
fn the_calendar_has_every_day_under_a_name_that_stays() {
    let case = case("K4");
    let (mut dossier, _) = dossier(case);
    let facts = send(&mut dossier, PlanEvent::Calendar(0x1234_abcd));
    let file = calendar::compose(&facts, &dossier, 600).expect("there are days");
    let values = |key: &str| -> Vec<String> {
        file.lines().filter_map(|line| line.strip_prefix(key)).map(|value| value.trim_end().to_owned()).collect()
    };
    let days = values("DTSTART;VALUE=DATE:");
    assert_eq!(days[..3], ["20260601", "20260629", "20260727"]);
    assert!(days.contains(&"20260518".to_owned()), "a day to look whether the child can come back");
    assert_eq!(days.len(), 14, "twelve reviews, one trial, one day to come back");
    let names = values("UID:");
    let different: std::collections::BTreeSet<&String> = names.iter().collect();
    assert_eq!(different.len(), names.len());
    assert_eq!(names[0], "1234abcd-t1@agenda.invalid");
    assert!(values("SUMMARY:").iter().all(|title| title == "Afspraak"));
    assert_eq!(values("TRIGGER:").len(), 14);
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let day = Some("2026-06-03".parse().expect("a day"));
    let facts = send(&mut dossier, PlanEvent::Review { number: 1, day, notes: Notes::default() });
    let file = calendar::compose(&facts, &dossier, 600).expect("there are days");
    assert!(file.contains("UID:1234abcd-t1@agenda.invalid\r\n") && file.contains("VALUE=DATE:20260603\r\n"));
    assert!(file.contains("DTSTAMP:20260511T100000Z\r\n"), "{file}");
    // A minute later it wins over the earlier file.
    let sequence = |minutes: u16| -> u32 {
        let file = calendar::compose(&facts, &dossier, minutes).expect("there are days");
        let told = file.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).expect("it is told");
        told.parse().expect("a number")
    };
    assert_eq!(sequence(601), sequence(600) + 1);
}

#[test]
fn the_first_sheet_says_how_it_goes_now() {
    let (dossier, facts) = dossier(case("K4"));
    let first = plain_text::plain(&app::model::paper::summary::compose(&facts, &dossier.paper).document);
    let first = first.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(first.contains("op tijd.” (nu 4, D2/D3) · “De kinderen zijn thuis niet bang.” (nu 3, D6)"), "{first}");
}

#[test]
fn the_fridge_has_one_page_and_says_when_there_is_more() {
    const MORE: &str = "De andere afspraken staan in ons plan.";
    let mut dossier = family();
    let mut add = |kind: AgreementKind, what: String| {
        let when = "elke dag".to_owned();
        let agreement = Agreement { kind, who: Some(AUNT), what, when, ..Agreement::default() };
        send(&mut dossier, PlanEvent::Agreement(Box::new(agreement)))
    };
    let mut facts = add(AgreementKind::NotThis, "Wij schreeuwen niet.".to_owned());
    for number in 1..=40 {
        add(AgreementKind::NotThis, format!("Wij gooien niet met dingen, ook niet met ding {number}."));
        facts = add(
            AgreementKind::Task,
            format!("ruimt kamer {number} op en zet daarna de spullen terug in de grote kast"),
        );
    }
    let full = cards::fridge(&facts, &dossier).expect("the gate is open");
    let most = facts.catalogue.content.plan.measures.fridge_lines;
    let height: usize = full.pages.iter().map(|page| page.height(&full.widths)).sum();
    assert!(height <= most, "{height} lines");
    let told = plain_text::plain(&full);
    assert_eq!(told.matches(MORE).count(), 2, "{told}");
    for kept in ["ruimt kamer 1 op", "Wij schreeuwen niet.", "Dan kijken we terug", "Bel 112."] {
        assert!(told.contains(kept), "{kept} is missing in\n{told}");
    }
    let few = family();
    let facts = few.facts(catalogue(), today());
    assert!(!plain_text::plain(&cards::fridge(&facts, &few).expect("the gate is open")).contains(MORE));
}
