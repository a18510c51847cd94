//! Records made by hand, with a correct checksum: they can fill only their own part, cannot give an id that leaves no
//! room, and cannot contain a list that takes minutes to read.

use litemap::LiteMap;

use std::fmt::Write as _;

use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::dossier::people::Person;
use app::model::plan::{Demand, PlanEvent};
use app::model::saved::Restored;
use app::model::update::Event;

use super::{answered, catalogue, is_whole, read, today};

fn sealed(json: &str) -> String {
    const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    format!("1:{:08x}:{json}", CRC.checksum(json.as_bytes()))
}

fn read_one(part: &str, json: &str) -> Restored {
    read(&LiteMap::from_iter([(part.to_owned(), sealed(json))]))
}

#[test]
fn a_record_fills_only_its_own_part() {
    let yes_to_all = r#"{"answers":{"n1":{"text":"eigen"},"kr-mensen":{"people":[{"id":1,"role":"buurvrouw"}]},
        "geld.u-meer":"yes"},"marks":["ge1","n1"],"place":{"at":9,"passed":[1],"opened":[],"last-person":7,
        "paper":{},"made":true},"plan":[{"is":"goal","at":"","goal":"Rust"}]}"#;
    let of = |part: &str| {
        let restored = read_one(part, yes_to_all);
        assert!(is_whole(&restored), "{part}: {:?}", restored.damaged);
        let dossier = restored.dossier;
        let answers: Vec<String> = dossier.answers.keys().cloned().collect();
        (answers, dossier.marks.into_iter().collect::<Vec<_>>(), dossier.at, dossier.made, dossier.plan.goal.goal)
    };
    let own = |answers: &[&str], marks: &[&str], at, goal: &str| {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        (owned(answers), owned(marks), at, at == 9, goal.to_owned())
    };
    assert_eq!(of("nodig"), own(&["n1"], &["n1"], 1, ""));
    assert_eq!(of("kring"), own(&["kr-mensen"], &[], 1, ""));
    assert_eq!(of("geld"), own(&["geld.u-meer"], &["ge1"], 1, ""));
    assert_eq!(of("plaats"), own(&[], &[], 9, ""));
    assert_eq!(of("plan-doel"), own(&[], &[], 1, "Rust"));
    for other in ["start", "plan-kring", "no-such-part", ""] {
        assert_eq!(of(other), own(&[], &[], 1, ""), "{other}");
    }
}

#[test]
fn a_part_of_the_plan_holds_only_what_is_stored_in_it() {
    let json = r#"{"plan":[{"is":"route","at":"1 0","first-place":"de molen"},{"is":"not-fitting","at":"","not-fitting":"hij"},
        {"is":"asks","at":"q2"},{"is":"person","at":"1","afraid":"yes","phone":"0201234567"},{"is":"goal","at":"","goal":"Rust"}]}"#;
    for part in ["plan-doel", "plan-kring", "plan-eisen", "plan-afspraken"] {
        let mut records = LiteMap::from_iter([(part.to_owned(), sealed(json))]);
        let people = r#"{"answers":{"kr-mensen":{"people":[{"id":1,"role":"buurvrouw"}]}}}"#;
        records.insert("kring".to_owned(), sealed(people));
        let plan = read(&records).dossier.plan;
        assert!(plan.routes.is_empty() && plan.not_fitting.is_empty() && plan.asks_again.is_empty(), "{part}");
        assert!(plan.about.values().all(|about| !about.afraid && part == "plan-kring"), "{part}");
        assert_eq!(plan.goal.goal.is_empty(), part != "plan-doel");
    }
}

#[test]
fn numbers_at_their_end_leave_room_for_the_next() {
    let place = |last: &str| {
        format!(r#"{{"place":{{"at":1,"passed":[],"opened":[],"last-person":{last},"paper":{{}},"made":false}}}}"#)
    };
    for last in ["4294967295", "4294967294", "1000001"] {
        let mut dossier = read_one("plaats", &place(last)).dossier;
        add_two_people(&mut dossier, &[]);
    }
    for id in [0, 1_000_001, u32::MAX] {
        let json = format!(
            r#"{{"answers":{{"kr-mensen":{{"people":[{{"id":{id},"role":"tante"}},{{"id":{id},"role":"oom"}},{{"id":2,"role":"oma"}},{{"id":2,"role":"opa"}}]}}}}}}"#
        );
        let mut dossier = read_one("kring", &json).dossier;
        let Some(Answer::People(people)) = dossier.answers.get("kr-mensen").cloned() else {
            panic!("people were read");
        };
        add_two_people(&mut dossier, &people);
    }
    let via = r#"{"answers":{"be-via":{"picks":{"picked":["mens.4294967295"]}}}}"#;
    add_two_people(&mut read_one("delen", via).dossier, &[]);
}

/// Adds two people, after which everyone must have a unique id.
fn add_two_people(dossier: &mut Dossier, people: &[Person]) {
    let new = ["neef", "nicht"].map(|role| Person { role: role.to_owned(), ..Person::default() });
    let all = [people, new.as_slice()].concat();
    dossier.apply(answered("kr-mensen", Answer::People(all.clone())), catalogue(), today());
    let Some(Answer::People(people)) = dossier.answers.get("kr-mensen") else {
        panic!("people were entered");
    };
    let ids: std::collections::BTreeSet<u32> = people.iter().map(|person| person.id).collect();
    assert_eq!(ids.len(), all.len(), "{people:?}");
    assert!(!ids.contains(&0) && ids.iter().all(|id| *id <= dossier.last_person && *id < u32::MAX), "{people:?}");
}

#[test]
fn parts_of_the_plan_at_the_highest_number_leave_room_for_the_next() {
    for last in ["4294967295", "1000001"] {
        let json = format!(
            r#"{{"plan":[{{"is":"numbers","at":"{last} 1"}},{{"is":"demand","at":"{last}","demand-what":"x"}}]}}"#
        );
        for part in ["plan-doel", "plan-eisen"] {
            let mut dossier = read_one(part, &json).dossier;
            for _ in 0..2 {
                let demand = PlanEvent::Demand(Demand { what: "bel".to_owned(), ..Demand::default() });
                dossier.apply(Event::Plan(demand), catalogue(), today());
            }
            let ids: Vec<u32> = dossier.plan.demands.list.iter().map(|demand| demand.id.0).collect();
            assert_eq!(ids, [1, 2], "{part} {last}");
        }
    }
}

#[test]
fn a_place_far_away_is_the_last_screen() {
    let json = r#"{"place":{"at":9000000000000000000,"beside":9000000000000000000,"passed":[9000000000000000000,1],
        "opened":["no-such-screen"],"last-person":0,"paper":{},"made":false}}"#;
    let dossier = read_one("plaats", json).dossier;
    let last = catalogue().places().len();
    assert_eq!((dossier.at, dossier.beside, dossier.passed.into_iter().collect::<Vec<_>>()), (last, None, vec![1]));
    assert!(dossier.opened.is_empty());
}

fn object(entry: &dyn Fn(usize) -> String, count: usize) -> String {
    let mut json = String::new();
    for number in (0..count).rev() {
        let comma = if json.is_empty() { "" } else { "," };
        let _ = write!(json, "{comma}{}", entry(number));
    }
    json
}

#[test]
fn a_record_that_is_far_too_large_is_damaged() {
    let answers = object(&|number| format!("\"x{number:06}\":\"yes\""), 200_000);
    let restored = read_one("nodig", &format!("{{\"answers\":{{{answers}}}}}"));
    assert_eq!(restored.damaged, ["nodig"]);
}

/// Each record is as large as allowed; its list is longer than any resident could make, and its cost grows with the
/// square of that.
#[test]
fn a_list_that_is_far_too_long_is_damaged() {
    let text = |number: usize| format!("\"{number:05}\"");
    let people = object(&|number| format!("{{\"id\":{number},\"role\":\"a\"}}"), 80_000);
    let parts = object(&|number| format!("{{\"is\":\"person\",\"at\":\"{number}\",\"adult\":\"yes\"}}"), 40_000);
    let crafted = [
        ("nodig", format!("{{\"marks\":[{}]}}", object(&text, 90_000))),
        ("nodig", format!("{{\"answers\":{{\"n2\":{{\"picks\":{{\"picked\":[{}]}}}}}}}}", object(&text, 90_000))),
        ("kring", format!("{{\"answers\":{{\"kr-mensen\":{{\"people\":[{people}]}}}}}}")),
        ("plaats", format!("{{\"place\":{{\"passed\":[{}]}}}}", object(&|number| number.to_string(), 90_000))),
        ("plaats", format!("{{\"place\":{{\"paper\":{{\"kept\":[{}]}}}}}}", object(&text, 90_000))),
        ("plan-kring", format!("{{\"plan\":[{parts}]}}")),
    ];
    for (part, json) in crafted {
        assert!(json.len() < 2_000_000, "{part}: {}", json.len());
        assert_eq!(read_one(part, &json).damaged, [part], "{}", &json[..40]);
    }
}

#[test]
fn answers_to_no_question_are_passed_over() {
    let answers = object(&|number| format!("\"x{number:06}\":\"yes\""), 100_000);
    let restored = read_one("nodig", &format!("{{\"answers\":{{{answers}}}}}"));
    assert!(is_whole(&restored) && restored.dossier.answers.is_empty());
}
