//! The rules for the first sentence, for what is left out, and for what the resident has to decide on.

use super::*;
use crate::model::content::Sheet;
use crate::model::paper::{Offered, held_back, offered};
use crate::model::privacy::scan::Finding;

fn first_line(list: &[(&str, Answer)]) -> String {
    paper(list).lines().next().unwrap_or_default().to_owned()
}

/// All sources of the first sentence, from the seventh to the first.
fn first_sentences() -> Vec<(&'static str, Answer)> {
    let long = "Dit is een heel verhaal dat bovenaan niet past. En daarna gaat het nog door met nog een zin erbij.";
    vec![
        ("n2", ticks(&["geld", "kind"])),
        ("kind.u8", ticks(&["ki-r2"])),
        ("e1", words("Eerst rust.")),
        ("n1", words(long)),
    ]
}

#[test]
fn the_first_sentence_is_the_first_of_the_seven() {
    let all = first_sentences();
    let expected = [
        "Wat nodig is: ______________",
        "Wat nodig is: Ik zoek hulp bij: geld en kinderen en school.",
        "Wat nodig is: Mijn kind slaapt en eet goed.",
        "Wat nodig is: “Eerst rust.”",
        "Wat nodig is: “Dit is een heel verhaal dat bovenaan niet past.”",
    ];
    for (count, expected) in expected.iter().enumerate() {
        assert_eq!(first_line(&all[..count]), *expected);
    }
    let with = |id: &'static str, answer: Answer| {
        let mut list = all.clone();
        list.push((id, answer));
        first_line(&list)
    };
    assert_eq!(with("n1", words("Ik wil slapen.")), "Wat nodig is: “Ik wil slapen.”");
    assert_eq!(with("v1-zin", own("Help mij.")), "Wat nodig is: “Help mij.”");
    assert_eq!(with("v1-zin", ticks(&["Eerst rust."])), "Wat nodig is: “Eerst rust.”");
    assert_eq!(
        with("v1-zin", ticks(&["Een zin van vroeger."])),
        "Wat nodig is: “Dit is een heel verhaal dat bovenaan niet past.”"
    );
}

#[test]
fn own_sentences_to_choose_from_are_those_that_fit() {
    let own = |list: &[(&str, Answer)]| own_sentences(&facts(&answers(list)));
    assert_eq!(
        own(&first_sentences()),
        [
            "Dit is een heel verhaal dat bovenaan niet past.",
            "En daarna gaat het nog door met nog een zin erbij.",
            "Eerst rust."
        ]
    );
    assert!(own(&[("n1", words(&"x".repeat(97)))]).is_empty());
}

#[test]
fn a_sheet_of_someone_who_only_taps_begins_with_a_plain_sentence() {
    let text = paper(&[("st1", ticks(&["zelf"])), ("n2", ticks(&["kind"])), ("kind.u8", ticks(&["ki-r2"]))]);
    assert!(text.starts_with("Wat nodig is: Mijn kind slaapt en eet goed.\n11 mei 2026 · zelf ingevuld\n"), "{text}");
}

#[test]
fn an_empty_sheet_says_so_and_leaves_lines_for_the_pen() {
    let text = paper(&[]);
    for line in [
        "Wat nodig is: ______________",
        "Dit gaat goed: niet ingevuld",
        "Wat er speelt: niet ingevuld",
        "Begin hier: niet ingevuld",
        "Wie er zijn: niet ingevuld",
        "Het resultaat: niet ingevuld",
        "Wat ik zelf ga proberen: niet ingevuld",
        "Wat ik vraag: Melding gedaan: ja / nee, op ____________.",
        "Tempo: niet ingevuld",
    ] {
        assert!(text.lines().any(|shown| shown == line), "{line}\n{text}");
    }
    assert!(text.contains("noem mij ______________."), "{text}");
}

#[test]
fn a_block_that_was_switched_off_is_not_there() {
    let choice = PaperChoice { blocks_off: [5, 11].into_iter().collect(), ..PaperChoice::default() };
    let text = text_of(&sanne(), &choice);
    assert!(!text.contains("Wie er zijn"), "{text}");
    assert!(!text.contains("tante"), "{text}");
    assert!(text.contains("Mijn gegevens"), "a block that must be there stays");
}

#[test]
fn the_area_about_safety_is_named_only_with_its_sentence() {
    let mut without = sanne();
    without.remove("pa-vt");
    let text = text_of(&without, &PaperChoice::default());
    assert!(!text.to_lowercase().contains("veilig zijn"), "{text}");
    assert!(!text.contains("Begin bij"), "{text}");
}

#[test]
fn own_words_with_a_number_wait_for_the_resident() {
    let mut answers = sanne();
    answers.insert("e1".to_owned(), words("Bel mij op 06-12345678."));
    answers.insert("n1".to_owned(), words("Mijn nummer is 123456782."));
    let before = text_of(&answers, &PaperChoice::default());
    assert!(!before.contains("12345678"), "{before}");
    assert!(before.contains("Geld komt door: werk, relatie."), "the rest goes along");
    let facts = facts(&answers);
    let held = held_back(&facts, &PaperChoice::default());
    assert_eq!(held, [("e1".to_owned(), Finding::Phone), ("n1".to_owned(), Finding::Bsn)]);
    let choice = PaperChoice { kept: ["n1#bsn".to_owned()].into(), ..PaperChoice::default() };
    assert!(text_of(&answers, &choice).starts_with("Wat nodig is: “Mijn nummer is 123456782.”"));
    assert_eq!(held_back(&facts, &choice), [("e1".to_owned(), Finding::Phone)]);
}

#[test]
fn a_number_in_the_words_about_a_person_waits_too() {
    let til = |role: &str, name: &str| {
        let til =
            Person { id: 1, role: role.to_owned(), name: name.to_owned(), name_on_paper: true, ..Person::default() };
        let list = [("kr-mensen", Answer::People(vec![til]))];
        let held = held_back(&facts(&answers(&list)), &PaperChoice::default());
        (paper(&list).contains("1234"), held)
    };
    let held = vec![("kr-mensen".to_owned(), Finding::Phone)];
    assert_eq!(til("buur 0612345678", "Til"), (false, held.clone()));
    assert_eq!(til("buur", "Til 0612345678"), (false, held));
    assert_eq!(til("buur", "Til"), (false, Vec::new()));
}

#[test]
fn marks_in_own_words_stay_as_they_were_typed() {
    let text = paper(&[
        ("to-school", Answer::Yes),
        ("to-school-wie", words("De {about} {pen}")),
        ("to-school-over", words("rust")),
        ("kr-kwijt", words("{} en {who}")),
        ("n2", ticks(&["geld"])),
        ("geld.u-meer", Answer::Yes),
    ]);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("school De {about} {pen}, over rust."), "{flat}");
    assert!(flat.contains("Kwijt: “{} en {who}”."), "{flat}");
}

#[test]
fn a_name_is_on_the_sheet_only_when_it_may_be() {
    let til = |name_on_paper| {
        let til =
            Person { id: 1, role: "buurvrouw".to_owned(), name: "Til".to_owned(), name_on_paper, ..Person::default() };
        let list = [("kr-mensen", Answer::People(vec![til])), ("n1", words("Ik ga met Til wandelen."))];
        paper(&list)
    };
    assert!(!til(false).contains("Til"), "{}", til(false));
    assert!(til(false).contains("Mensen om mij heen: buurvrouw."));
    assert!(til(true).contains("“Ik ga met Til wandelen.”"));
    assert!(til(true).contains("Mensen om mij heen: Til (buurvrouw)."), "{}", til(true));
}

#[test]
fn while_someone_known_is_not_safe_no_name_is_on_the_sheet() {
    let mut answers = sanne();
    let rosa = Person {
        id: 7,
        role: "vriendin".to_owned(),
        name: "Rosa".to_owned(),
        name_on_paper: true,
        ..Person::default()
    };
    answers.insert("kr-mensen".to_owned(), Answer::People(vec![rosa]));
    answers.insert("be-via".to_owned(), ticks(&["mens.7"]));
    let text = text_of(&answers, &PaperChoice::default());
    assert!(!text.contains("Rosa"), "{text}");
    assert!(text.contains("Bereik mij\nvia vriendin."), "{text}");
}

#[test]
fn a_sentence_of_which_the_rest_has_no_room_ends_with_a_full_stop() {
    let all = ["ochtend", "middag", "avond", "werkdagen", "weekend"].map(str::to_owned).to_vec();
    let when = Answer::Picks { picked: all, own: "alleen als de kinderen slapen".to_owned() };
    let text = paper(&[
        ("be-naam", words("mevrouw Van der Wolkenveld")),
        ("be-hoe", ticks(&["bericht"])),
        ("be-wanneer", when),
        ("be-via", ticks(&["alleen-ik"])),
    ]);
    let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = in_one_line(&text);
    assert!(text.contains("Stuur mij een bericht. Bereik alleen mijzelf."), "{text}");
    let text = in_one_line(&paper(&[("be-hoe", ticks(&["bericht"])), ("be-wanneer", ticks(&["avond"]))]));
    assert!(text.contains("Stuur mij een bericht, op avonden."), "{text}");
}

#[test]
fn urgent_lines_come_first_and_dates_stand_in_bold() {
    let list = [
        ("n2", ticks(&["geld"])),
        ("geld.u1", ticks(&["ge5"])),
        ("geld.u-meer", Answer::Yes),
        ("ge-af", Answer::Date(day("2026-05-20"))),
        ("pa-wgs3", Answer::Yes),
    ];
    let facts = facts(&answers(&list));
    let paper = compose(&facts, &PaperChoice::default());
    let tempo = paper.document.pages[0].blocks.iter().find(|block| block.number == Some(9)).expect("block 9");
    let runs = &tempo.paragraphs[0].runs;
    assert_eq!(runs[0].text(), "Spoed: ik raak mijn huis, stroom, water of zorgverzekering kwijt. ");
    assert!(matches!(&runs[1], Run::Bold(date) if date.ends_with("20 mei 2026.")), "{runs:?}");
}

#[test]
fn young_people_read_their_own_words_and_no_question_for_parents() {
    let mut answers = sanne();
    answers.insert("st4".to_owned(), Answer::Yes);
    let text = text_of(&answers, &PaperChoice::default());
    assert!(text.contains("Thuis en school (hoe erg: 8)"), "{text}");
    assert!(!text.contains("Nodig om thuis te blijven"), "{text}");
}

#[test]
fn a_chosen_area_without_answers_is_named_as_empty() {
    let text = paper(&[("n2", ticks(&["veilig", "mensen"]))]);
    assert!(text.contains("Wat er speelt: Mensen om mij heen – niet ingevuld"), "{text}");
}

#[test]
fn a_fourth_situation_goes_to_page_2_with_its_area() {
    let text = paper(&[("n2", ticks(&["dag"])), ("dag.u1", ticks(&["da1", "da2", "da6", "da11"]))]);
    assert!(text.contains("(zie bladzijde 2)\n"), "{text}");
    assert!(text.contains("Bij blok 3: Mijn lijf en mijn dag – "), "{text}");
}

#[test]
fn who_has_nobody_says_what_is_sought() {
    let text = paper(&[("kr-niemand", ticks(&["maatje"]))]);
    assert!(text.contains("Wie er zijn: Ik heb nog niemand. Ik zoek: een maatje."), "{text}");
}

#[test]
fn a_sentence_against_a_decision_stands_on_page_2() {
    let text = paper(&[("vr-zinnen", ticks(&["zin-oneens", "zin-verslag"]))]);
    let (one, two) = text.split_once("\n\n").expect("two pages");
    assert!(one.contains("Ik wil een verslag van"), "{one}");
    assert!(!one.contains("bezwaar") && two.contains("bezwaar"), "{text}");
}

#[test]
fn a_closed_sheet_says_why() {
    let why = |list: &[(&str, Answer)]| offered(&facts(&answers(list)), Sheet::Summary);
    assert_eq!(why(&[]), Offered::Yes);
    assert_eq!(why(&[("q1", Answer::Yes)]), Offered::No(Some("Eerst bellen. Je vel komt later.".to_owned())));
    assert_eq!(why(&[("st1", ticks(&["ander"]))]), Offered::No(Some("Over een ander maak ik geen vel.".to_owned())));
}
