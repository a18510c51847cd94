//! The side road “Het loopt vast”: how the resident enters and leaves it, and its two sheets.

use app::model::catalogue::ScreenRef;
use app::model::content::flag::Flag;
use app::model::content::{Class, Sheet, Step, Way};
use app::model::dossier::Dossier;
use app::model::dossier::answers::Answer;
use app::model::facts::Facts;
use app::model::journey;
use app::model::paper::plain_text;
use app::model::paper::{self, Offered, PaperChoice};
use app::model::update::Event;

use crate::case::{Case, all, every};
use crate::common::{catalogue, say, today, told_in_order};
use crate::differs;
use crate::sheets::{NEVER, longest_number, missing, one_line};

const FURTHER: [Sheet; 2] = [Sheet::TailoredRequest, Sheet::MeetingRequest];

/// The sheet of a case as plain text, if it is offered.
fn plain(case: &Case, sheet: Sheet) -> Option<String> {
    let (_, facts) = told_in_order(&case.told().answers());
    let choice = PaperChoice { kept: case.kept.iter().cloned().collect(), ..PaperChoice::default() };
    let there = paper::offered(&facts, sheet) == Offered::Yes;
    let paper = paper::compose(&facts, &choice, sheet).filter(|_| there)?;
    Some(plain_text::plain(&paper.document))
}

#[test]
fn both_sheets_are_there_exactly_when_it_is_stuck_and_paper_is_safe() {
    for (answers, expected) in [
        (vec![("va-knop", Answer::Yes)], true),
        (vec![("kr-anders", Answer::Yes)], false),
        (vec![("va-knop", Answer::No)], false),
        (vec![("va-ja", Answer::Yes)], false),
        (vec![], false),
        (vec![("va-knop", Answer::Yes), ("q1", Answer::Yes)], false),
        (vec![("va-knop", Answer::Yes), ("q3", Answer::pick("ja"))], false),
        (vec![("va-knop", Answer::Yes), ("st1", Answer::pick("ander"))], false),
        (vec![("va-knop", Answer::Yes), ("q2", Answer::Yes)], true),
    ] {
        let answers = answers.into_iter().map(|(id, answer)| (id.to_owned(), answer)).collect();
        let facts = Facts::of(catalogue(), &answers, today());
        for sheet in FURTHER {
            let offered = paper::offered(&facts, sheet);
            let wanted = if expected { Offered::Yes } else { Offered::No(None) };
            assert_eq!(offered, wanted, "{sheet:?} after {answers:?}");
        }
    }
}

#[test]
fn the_lines_stated_by_hand_stand_on_each_sheet() {
    every(|case| {
        let mut problems = Vec::new();
        for (sheet, lines) in [(Sheet::TailoredRequest, &case.v3), (Sheet::MeetingRequest, &case.v4)] {
            let text = plain(case, sheet).map(|text| one_line(&text));
            problems.extend(differs("sheet", &text.is_some(), &case.sheets.contains(&sheet)));
            problems.extend(missing(&text.unwrap_or_default(), lines, sheet.name()));
        }
        problems
    });
}

#[test]
fn each_sheet_keeps_to_one_a4_and_holds_nothing_that_may_not_stand_on_paper() {
    every(|case| {
        let mut problems = Vec::new();
        for sheet in FURTHER {
            let Some(text) = plain(case, sheet) else { continue };
            let never = NEVER.iter().filter(|word| text.contains(**word));
            problems.extend(never.map(|word| format!("{sheet:?} says {word:?}")));
            if longest_number(&text) >= 9 {
                problems.push(format!("{sheet:?} holds a number of nine digits or more"));
            }
            let wordy = text.lines().filter(|line| line.split_whitespace().count() > 20 || line.chars().count() > 80);
            problems.extend(wordy.map(|line| format!("{sheet:?} has a long line: {line}")));
        }
        problems
    });
}

#[test]
fn both_sheets_are_as_they_were_checked() {
    for case in all().iter().filter(|case| !case.v3.is_empty()) {
        for sheet in FURTHER {
            let text = plain(case, sheet).expect("it is stuck");
            insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../snapshots", omit_expression => true }, {
                insta::assert_snapshot!(format!("{}-{}", case.file, sheet.name()), text);
            });
        }
    }
}

/// Taps “Het loopt vast” in the menu, on this screen of the main road.
fn stuck_at(number: usize) -> (Dossier, Facts) {
    let mut dossier = Dossier::new();
    arrive(&mut dossier, number);
    let facts = say(&mut dossier, &catalogue().content.flow.roles.stuck, Some(Answer::Yes));
    (dossier, facts)
}

fn arrive(dossier: &mut Dossier, number: usize) -> Facts {
    dossier.apply(Event::Arrived { number }, catalogue(), today())
}

fn number(place: ScreenRef) -> usize {
    catalogue().number(place)
}

/// The screens of the side road with “Verder”, and the first screen of the main road after it.
fn walk(dossier: &mut Dossier, facts: Facts) -> (Vec<ScreenRef>, ScreenRef) {
    let mut facts = facts;
    let mut seen = Vec::new();
    let mut at = journey::side_road_screens(&facts, dossier, Step::Stuck)[0];
    while journey::is_on_side_road(&facts, at) {
        seen.push(at);
        arrive(dossier, number(at));
        facts = dossier.apply(Event::Continued { number: number(at) }, catalogue(), today());
        at = journey::next(&facts, dossier, at).expect("a road of its own ends where one was");
    }
    (seen, at)
}

#[test]
fn the_road_leads_along_its_screens_and_back_to_where_one_was() {
    let (mut dossier, facts) = stuck_at(3);
    let open = journey::side_road_screens(&facts, &dossier, Step::Stuck);
    assert!(open.len() >= 5, "{}", open.len());
    let (seen, end) = walk(&mut dossier, facts.clone());
    assert_eq!((seen, number(end)), (open.clone(), 3));
    for (before, after) in open.iter().zip(&open[1..]) {
        assert_eq!(journey::previous(&facts, &dossier, *after), Some(*before));
    }
    assert_eq!(journey::previous(&facts, &dossier, open[0]).map(number), Some(3));
}

#[test]
fn the_main_road_is_as_long_as_without_it_and_never_leads_there() {
    let (dossier, facts) = stuck_at(3);
    let mut before = Dossier::new();
    let plain = arrive(&mut before, 3);
    assert_eq!(journey::steps(&facts, &dossier), journey::steps(&plain, &before));
    let aside = |place: &ScreenRef| catalogue().screen(*place).way == Way::SideRoad;
    assert!(!journey::steps(&facts, &dossier).iter().any(aside));
}

#[test]
fn a_bookmark_of_the_road_opens_only_while_it_is_stuck() {
    let (mut dossier, facts) = stuck_at(3);
    let third = journey::side_road_screens(&facts, &dossier, Step::Stuck)[2];
    assert_eq!(journey::resolve(&facts, &dossier, number(third)), third);
    let facts = say(&mut dossier, &catalogue().content.flow.roles.stuck, None);
    assert_ne!(journey::resolve(&facts, &dossier, number(third)), third);
    assert!(journey::side_road_screens(&facts, &dossier, Step::Stuck).is_empty());
    dossier.apply(Event::Undone, catalogue(), today());
    let facts = Facts::of(catalogue(), &dossier.answers, today());
    assert!(facts.is_up(Flag::Stuck), "taking it back can be undone");
}

#[test]
fn what_comes_between_leads_back_onto_the_road() {
    let (mut dossier, facts) = stuck_at(3);
    let second = journey::side_road_screens(&facts, &dossier, Step::Stuck)[1];
    arrive(&mut dossier, number(second));
    let words = Answer::Text("Ik wil niet meer leven.".to_owned());
    let facts = say(&mut dossier, "va15", Some(words));
    let soft = journey::next(&facts, &dossier, second).expect("a gentle question");
    assert!(journey::is_interrupt(&facts, soft));
    arrive(&mut dossier, number(soft));
    let facts = dossier.apply(Event::Continued { number: number(soft) }, catalogue(), today());
    let third = journey::side_road_screens(&facts, &dossier, Step::Stuck)[2];
    assert_eq!(journey::next(&facts, &dossier, soft), Some(third));
}

/// A question that the main road asks now is not asked here too.
#[test]
fn nothing_is_asked_on_both_roads() {
    every(|case| {
        let (dossier, facts) = told_in_order(&case.told().answers());
        let items = |places: Vec<ScreenRef>| {
            places.into_iter().flat_map(|place| journey::items(&facts, &dossier, place)).collect::<Vec<_>>()
        };
        let main = items(journey::steps(&facts, &dossier));
        let twice = items(journey::side_road_screens(&facts, &dossier, Step::Stuck))
            .into_iter()
            .filter(|item| main.contains(item));
        twice.map(|item| format!("asked twice: {item:?}")).collect()
    });
}

/// Every answer as long as its field allows, made of this word, short or long.
fn fullest(word: &str) -> (Dossier, Facts) {
    let (mut dossier, mut facts) = stuck_at(3);
    let places = journey::side_road_screens(&facts, &dossier, Step::Stuck);
    let asks = places.into_iter().flat_map(|place| journey::items(&facts, &dossier, place)).collect::<Vec<_>>();
    for (id, asked) in catalogue().questions() {
        if !(asks.iter().any(|item| item.is_about(id)) || id == "va14") {
            continue;
        }
        let most = asked.question.limits.map_or(400, |limits| limits.most) as usize;
        let words: String = word.chars().cycle().take(most - 1).chain(['e']).collect();
        let last = asked.options.last().map(|option| Answer::pick(&option.id));
        let answer = match (id, last) {
            ("va13", _) => Answer::pick("ja"),
            (_, Some(option)) => option,
            (_, None) => Answer::Text(words),
        };
        if asked.question.class != Class::Safety && id != "kr-hulp" {
            facts = say(&mut dossier, id, Some(answer));
        }
    }
    (dossier, facts)
}

#[test]
fn the_longest_answers_stay_on_one_a4_and_none_is_lost_unseen() {
    for word in ["wij zijn er nog wel ", "verzekeringsarts ", "wachtlijst en regels, ", "x"] {
        let (dossier, facts) = fullest(word);
        for sheet in FURTHER {
            let paper = paper::compose(&facts, &dossier.paper, sheet).expect("a sheet");
            let page = &paper.document.pages[0];
            let lines = page.height(&paper.document.widths);
            assert!(lines <= 40, "{sheet:?} takes {lines} lines of {word:?}");
            let sheets = &catalogue().content.sheets;
            let shapes = if sheet == Sheet::TailoredRequest { &sheets.v3.blocks } else { &sheets.v4.blocks };
            for (block, shape) in page.blocks.iter().zip(shapes) {
                let height = block.height(&paper.document.widths);
                assert!(height <= shape.lines, "{sheet:?} {}: {height} lines of {word:?}", shape.heading);
            }
            let shown = one_line(&plain_text::plain(&paper.document));
            let left: String = paper.left_over.iter().map(|left| left.text.clone()).collect();
            for id in ["va2", "va4", "va5"] {
                let own = one_line(facts.text(id).expect("told"));
                let there = |text: &str| one_line(text).replace(' ', "").contains(&own.replace(' ', ""));
                assert!(there(&shown) || there(&left), "{sheet:?} lost {id} of {word:?}");
            }
            // A text that has room for 400 characters elsewhere may be left out here; words of normal length may not.
            let mut left: Vec<&str> = paper.left_over.iter().map(|left| left.key.as_str()).collect();
            left.retain(|key| *key != "kr-kwijt" && (word.starts_with("wij") || key.starts_with("say")));
            assert!(left.is_empty(), "{sheet:?} leaves off {left:?} of {word:?}");
        }
    }
}

#[test]
fn the_lines_of_all_blocks_fit_on_one_a4_together() {
    let sheets = &catalogue().content.sheets;
    for (name, shape) in [("V3", &sheets.v3), ("V4", &sheets.v4)] {
        let lines: usize = shape.blocks.iter().map(|block| block.lines).sum();
        assert!(lines <= 40, "{name}: {lines}");
        for table in shape.blocks.iter().filter_map(|block| Some((block.lines, block.table.as_ref()?))) {
            let (budget, table) = table;
            let rows: usize = table.rows.iter().map(|row| row.lines).sum();
            assert_eq!(budget, rows + 1, "{name}: the table");
        }
    }
}

#[test]
fn no_name_stands_on_either_sheet_without_a_yes() {
    let (mut dossier, _) = stuck_at(3);
    say(&mut dossier, "va16", Some(Answer::Text("Fatima zegt dat het niet mag.".to_owned())));
    say(&mut dossier, "va13", Some(Answer::pick("ja")));
    let facts = say(&mut dossier, "va14", Some(Answer::Text("Zeynep".to_owned())));
    let text = |dossier: &Dossier| {
        one_line(&plain_text::plain(
            &paper::compose(&facts, &dossier.paper, Sheet::MeetingRequest).expect("V4").document,
        ))
    };
    let held = paper::held_back(&facts, &dossier.paper);
    for name in ["Fatima", "Zeynep"] {
        let waits = held.iter().any(|(_, finding)| finding.key_at("x").contains(name));
        assert_eq!(text(&dossier).contains(name), !waits, "{name}: {held:?}");
    }
}

#[test]
fn the_first_sheet_says_which_sheets_go_along() {
    let (mut dossier, _) = stuck_at(3);
    let along = Event::Paper(app::model::update::PaperEvent::Sheet { sheet: Sheet::TailoredRequest, along: true });
    let facts = dossier.apply(along, catalogue(), today());
    let first = |facts: &Facts, dossier: &Dossier| {
        one_line(&plain_text::plain(&paper::compose(facts, &dossier.paper, Sheet::Summary).expect("V1").document))
    };
    assert!(first(&facts, &dossier).contains("V3 ja · V4 nee"));
    let facts = say(&mut dossier, &catalogue().content.flow.roles.stuck, None);
    assert!(first(&facts, &dossier).contains("V3 nee"), "a sheet that is not there does not go along");
}

#[test]
fn the_overview_shows_the_road_once_something_was_told_on_it() {
    use app::model::paper::answers_so_far;
    use app::model::privacy::audience::Medium;
    let shows = |facts: &Facts| {
        let groups = answers_so_far::groups(facts, Medium::OwnScreen, &std::collections::BTreeSet::new());
        groups.iter().any(|group| group.step == Step::Stuck)
    };
    let mut dossier = Dossier::new();
    assert!(!shows(&arrive(&mut dossier, 3)));
    let facts = say(&mut dossier, "va-knop", Some(Answer::Yes));
    assert!(shows(&facts));
    assert_eq!(
        journey::place_of(&facts, &dossier, "va-knop"),
        Some(journey::side_road_screens(&facts, &dossier, Step::Stuck)[0])
    );
}
