//! The calendar file, read back by a library that reads calendars of every program.

use std::collections::{BTreeMap, BTreeSet};

use app::model::catalogue::Catalogue;
use app::model::date::Date;
use app::model::dossier::Dossier;
use app::model::facts::Facts;
use app::model::paper::calendar;
use app::model::plan::agreements::{Agreement, AgreementKind, AgreementTerm, AtHome};
use app::model::plan::reviews::{Notes, review_dates};
use app::model::plan::{Goal, PlanEvent, Reviews};
use app::model::update::Event;
use icalendar::{Component, DatePerhapsTime};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::example::{FRIEND, GRANDFATHER, family, people, send};
use super::told::dossier;
use crate::case::all;
use crate::common::{catalogue, today};

/// A day and its name in the file, without the number of the plan.
type Moments = BTreeMap<String, Date>;

/// Every day of a plan, counted without the code that writes the file.
fn moments(dossier: &Dossier) -> Moments {
    let plan = &dossier.plan;
    let holidays = &catalogue().content.holidays;
    let reviews = plan.goal.start.map(|start| review_dates(start, &plan.reviews, holidays)).unwrap_or_default();
    let mut moments: Moments = reviews.iter().map(|date| (format!("t{}", date.number), date.day)).collect();
    for agreement in &plan.agreements {
        if let AgreementTerm::Trial { until: Some(day) } = agreement.term {
            moments.insert(format!("p{}", agreement.id.0), day);
        }
        if let AgreementKind::AtHome(AtHome { back_on: Some(day), .. }) = agreement.kind {
            moments.insert(format!("k{}", agreement.id.0), day);
        }
    }
    moments
}

/// Reads the file of this dossier and checks everything but the title; returns the days that are in it.
fn check(facts: &Facts, dossier: &Dossier, minutes: u16, title: &str) -> Moments {
    let file = calendar::compose(facts, dossier, minutes).expect("the gate is open and there are days");
    check_lines(&file);
    let read: icalendar::Calendar = file.parse().unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(read.property_value("VERSION"), Some("2.0"));
    assert_eq!(read.property_value("METHOD"), Some("PUBLISH"));
    let keys = ["CALSCALE", "METHOD", "PRODID", "VERSION"];
    assert_eq!(read.properties.iter().map(icalendar::Property::key).collect::<BTreeSet<_>>(), BTreeSet::from(keys));
    assert_eq!(read.components.len(), read.events().count(), "only events: {file}");
    let mut moments = Moments::new();
    for event in read.events() {
        let (name, day) = check_event(event, dossier.plan.calendar, minutes, title);
        assert_eq!(moments.insert(name, day), None, "a UID is there twice: {file}");
    }
    moments
}

/// Lines end in CRLF and have at most 75 bytes. In a text no sign of the format is bare: the library would read it all the
/// same, a calendar may not.
fn check_lines(file: &str) {
    let lines: Vec<&str> = file.strip_suffix("\r\n").expect("the last line ends too").split("\r\n").collect();
    for line in lines {
        assert!(line.len() <= 75 && !line.is_empty(), "{} bytes: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let whole = file.replace("\r\n ", "");
    let mut texts = 0;
    for text in whole.lines().filter_map(|line| line.strip_prefix("SUMMARY:").or(line.strip_prefix("DESCRIPTION:"))) {
        let bare = ["\\\\", "\\,", "\\;", "\\n"].iter().fold(text.to_owned(), |text, sign| text.replace(sign, ""));
        assert!(!bare.contains(['\\', ',', ';']), "a bare sign: {text}");
        texts += 1;
    }
    assert_eq!(texts, 2 * whole.lines().filter(|line| *line == "BEGIN:VEVENT").count(), "two texts in each event");
}

fn check_event(event: &icalendar::Event, plan: u32, minutes: u16, title: &str) -> (String, Date) {
    let keys: BTreeSet<&str> = event.properties().keys().map(String::as_str).collect();
    let known = ["CLASS", "DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "TRANSP", "UID"];
    assert_eq!(keys, BTreeSet::from(known), "an event tells nothing else");
    assert_eq!(event.get_summary(), Some(title));
    assert_eq!((event.property_value("CLASS"), event.property_value("TRANSP")), (Some("PRIVATE"), Some("TRANSPARENT")));
    let stamp = event.get_timestamp().expect("a moment in UTC").format("%Y-%m-%dT%H:%M:%S").to_string();
    assert_eq!(stamp, format!("{}T{:02}:{:02}:00", today(), minutes / 60, minutes % 60));
    let (starts, ends) = (whole_day(event.get_start()), whole_day(event.get_end()));
    assert_eq!(starts.plus(1), Some(ends), "it lasts one day");
    let [alarm] = event.components() else { panic!("one alarm") };
    let alarms: BTreeSet<(&str, &str)> =
        alarm.properties().iter().map(|(key, property)| (key.as_str(), property.value())).collect();
    assert_eq!(alarm.component_kind(), "VALARM");
    let known = [("ACTION", "DISPLAY"), ("DESCRIPTION", title), ("TRIGGER", "-PT15H")];
    assert_eq!(alarms, BTreeSet::from(known));
    let uid = event.get_uid().expect("a name");
    let name = uid.strip_prefix(&format!("{plan:08x}-")).and_then(|rest| rest.strip_suffix("@agenda.invalid"));
    (name.unwrap_or_else(|| panic!("the name of another plan: {uid}")).to_owned(), starts)
}

fn whole_day(moment: Option<DatePerhapsTime>) -> Date {
    match moment {
        Some(DatePerhapsTime::Date(day)) => day.to_string().parse().expect("a day"),
        other => panic!("not a whole day: {other:?}"),
    }
}

fn title() -> &'static str {
    catalogue().content.plan.text("calendar.review")
}

/// Checks that the file has every day of the plan once, and says nothing of anybody.
fn check_days(facts: &Facts, dossier: &Dossier, minutes: u16) {
    assert_eq!(check(facts, dossier, minutes, title()), moments(dossier));
    let file = calendar::compose(facts, dossier, minutes).unwrap_or_default().to_lowercase();
    for member in people(dossier).all().filter_map(|member| member.person) {
        for word in [&member.name, &member.role].into_iter().filter(|word| !word.is_empty()) {
            assert!(!file.contains(&word.to_lowercase()), "{word} is in the calendar");
        }
    }
}

#[test]
fn every_household_with_a_plan_has_each_of_its_days_once() {
    let mut files = 0;
    for case in all() {
        let (mut dossier, facts) = dossier(case);
        if calendar::compose(&facts, &dossier, 0).is_none() {
            assert!(case.plan.is_none() || moments(&dossier).is_empty(), "{} has days and no file", case.title);
            continue;
        }
        let facts = send(&mut dossier, PlanEvent::Calendar(0x00c0_ffee));
        check_days(&facts, &dossier, 23 * 60 + 59);
        files += 1;
    }
    assert!(files > 0, "no household has a calendar");
}

#[test]
fn the_family_with_a_feared_person_has_its_days_and_no_name() {
    let mut dossier = family();
    let facts = send(&mut dossier, PlanEvent::Calendar(7));
    assert_eq!(people(&dossier).all().filter_map(|member| member.person).count(), 6);
    check_days(&facts, &dossier, 0);
}

fn a_day() -> impl Strategy<Value = Date> {
    (0_i64..20_000).prop_map(|after| Date::new(2024, 2, 29).and_then(|day| day.plus(after)).expect("in the calendar"))
}

fn an_agreement() -> impl Strategy<Value = (Option<Option<Date>>, Option<Option<Date>>)> {
    let perhaps = || proptest::option::of(proptest::option::of(a_day()));
    (perhaps(), perhaps())
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]))
}

#[test]
fn two_hundred_plans_are_read_back_as_they_are() {
    let rhythm = (proptest::option::of(0_u8..=60), any::<bool>(), proptest::option::of(a_day()));
    let chosen = proptest::collection::btree_map(1_u8..=12, a_day(), 0..4);
    let agreements = proptest::collection::vec(an_agreement(), 0..6);
    let plans = (a_day(), rhythm, chosen, agreements, any::<u32>(), 0_u16..1440);
    let base = family();
    let outcome =
        runner(200).run(&plans, |(start, (every_weeks, stays_in_weekend, until), chosen, days, plan, minutes)| {
            let mut dossier = base.clone();
            let goal = Goal { start: Some(start), ..dossier.plan.goal.clone() };
            send(&mut dossier, PlanEvent::Goal(goal));
            let reviews = Reviews { every_weeks, stays_in_weekend, until, ..dossier.plan.reviews.clone() };
            send(&mut dossier, PlanEvent::Reviews(reviews));
            for (number, day) in chosen {
                send(&mut dossier, PlanEvent::Review { number, day: Some(day), notes: Notes::default() });
            }
            for (trial, home) in days {
                let agreement = Agreement {
                    who: Some(FRIEND),
                    what: "helpt".to_owned(),
                    when: "elke week".to_owned(),
                    watcher: Some(GRANDFATHER),
                    term: trial.map_or(AgreementTerm::Fixed, |until| AgreementTerm::Trial { until }),
                    kind: home.map_or(AgreementKind::Task, |back_on| {
                        AgreementKind::AtHome(AtHome { back_on, ..AtHome::default() })
                    }),
                    ..Agreement::default()
                };
                send(&mut dossier, PlanEvent::Agreement(Box::new(agreement)));
            }
            let facts = send(&mut dossier, PlanEvent::Calendar(plan));
            check_days(&facts, &dossier, minutes);
            Ok(())
        });
    assert_eq!(outcome, Ok(()));
}

/// A catalogue whose days have this title.
fn titled(title: &str) -> &'static Catalogue {
    let mut content = catalogue().content.clone();
    content.plan.texts.insert("calendar.review".to_owned(), title.to_owned());
    Catalogue::of(content).leak()
}

fn check_title(title: &str) {
    let catalogue = titled(title);
    let mut dossier = family();
    let facts = dossier.apply(Event::Plan(PlanEvent::Calendar(1)), catalogue, today());
    assert_eq!(check(&facts, &dossier, 600, &title.replace('\r', "")), moments(&dossier), "{title:?}");
}

#[test]
fn a_title_is_read_back_whatever_is_in_it() {
    let long = format!("{}, {}; {}", "praten ".repeat(12), "👩\u{200d}👧 ".repeat(9), "é".repeat(80));
    for title in [
        "Afspraak",
        "Wij, wij; en \\ zij",
        "Eerst\ndan\r\nlaatst",
        "UID:1\nBEGIN:VEVENT",
        "\\n is geen regel\\",
        "a:b=\"c\"",
        "👩\u{200d}👧",
        long.as_str(),
    ] {
        check_title(title);
    }
    let title =
        proptest::collection::vec(proptest::sample::select("abé👧,;\\\n:\"= -n".chars().collect::<Vec<_>>()), 1..160);
    let outcome = runner(24).run(&title, |letters| {
        check_title(&format!("x{}x", letters.iter().collect::<String>()));
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
}
