//! Plain language: the rules that a program can check, over every text a resident can read. Passing them does not prove
//! plain language; only people who find reading hard can.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/ids.rs"]
mod ids;

#[path = "language/texts.rs"]
mod texts;

#[path = "language/sentence.rs"]
mod sentence;

#[path = "language/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::fs;

use app::authoring::packed;
use app::model::catalogue::Catalogue;
use app::model::content::{Ask, Options, PageKind};
use rules::Finding;
use texts::{Kind, Written};

/// A sentence that is exempt from some rules.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    sentence: String,
    rules: Vec<String>,
    why: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    exception: Vec<Exception>,
}

fn exceptions() -> Vec<Exception> {
    let exceptions: Exceptions =
        toml::from_str(include_str!("language/exceptions.toml")).expect("the exceptions are TOML");
    exceptions.exception
}

fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn all_texts() -> Vec<Written> {
    let mut texts = texts::of_the_content();
    let page = texts::of_the_page(&file("index.html"));
    assert!(texts.len() > 1000 && page.len() > 5, "the texts were not found: {} and {}", texts.len(), page.len());
    texts.extend(page);
    texts.extend(texts::of_the_script(&file("public/boot.js")));
    texts
}

fn demand_none(findings: &[Finding]) {
    let told: BTreeSet<String> = findings.iter().map(Finding::to_string).collect();
    let told: Vec<String> = told.into_iter().collect();
    assert!(told.is_empty(), "{} findings\n{}\n", told.len(), told.join("\n"));
}

fn finding(place: &str, rule: &'static str, sentence: impl Into<String>) -> Finding {
    Finding { place: place.to_owned(), rule, sentence: sentence.into() }
}

#[test]
fn every_sentence_is_plain() {
    let exceptions = exceptions();
    let spared = |finding: &Finding| {
        let same = |exception: &&Exception| exception.sentence == finding.sentence;
        exceptions.iter().find(same).is_some_and(|exception| exception.rules.iter().any(|rule| rule == finding.rule))
    };
    let mut findings: Vec<Finding> = all_texts().iter().flat_map(rules::check).collect();
    findings.retain(|finding| !spared(finding));
    demand_none(&findings);
}

#[test]
fn exceptions_are_few_and_each_is_needed() {
    let exceptions = exceptions();
    assert!(exceptions.len() <= 10, "{} exceptions", exceptions.len());
    let findings: Vec<Finding> = all_texts().iter().flat_map(rules::check).collect();
    for exception in &exceptions {
        assert!(!exception.why.is_empty(), "{exception:?}");
        for rule in &exception.rules {
            let needed = findings.iter().any(|finding| finding.sentence == exception.sentence && finding.rule == rule);
            assert!(needed, "unneeded exception “{}” for {rule}", exception.sentence);
        }
    }
}

#[test]
fn every_hard_word_is_in_the_terms_and_explained_where_it_may_stand() {
    let terms = &packed().terms;
    let mut findings = Vec::new();
    for (word, explained) in rules::hard_words() {
        match terms.iter().find(|term| term.word == word) {
            None => findings.push(finding("terms", "ontbreekt", word)),
            Some(term) if term.explanation.is_empty() == explained => {
                findings.push(finding("terms", "uitleg", word));
            }
            Some(_) => {}
        }
    }
    demand_none(&findings);
}

#[test]
fn few_words_are_long() {
    let (mut long, all) = rules::long_words(&all_texts());
    let count = long.len();
    long.sort();
    long.dedup();
    assert!(count * 100 <= all * 3, "{count} of {all} words are long: {}", long.join(", "));
}

#[test]
fn the_two_fixed_buttons_are_there() {
    let texts = &packed().texts;
    for fixed in ["Wis alles", "Sluit deze pagina"] {
        let is_there = texts.iter().any(|(key, text)| key.starts_with("button.") && text == fixed);
        assert!(is_there || file("index.html").contains(&format!(">{fixed}<")), "no button “{fixed}”");
    }
}

#[test]
fn a_question_asks_one_thing_and_offers_at_most_twelve_answers() {
    let catalogue = Catalogue::of(packed().clone());
    let mut findings = Vec::new();
    for (id, asked) in catalogue.questions() {
        let question = &asked.question;
        for label in [&question.text, &question.young] {
            let marks = format!("{label} {}", question.help).matches('?').count();
            if marks > 1 {
                findings.push(finding(id, "meer dan één vraagteken", label));
            }
        }
        let choices = match question.options_from {
            Options::Areas => catalogue.content.areas.len(),
            _ => catalogue.listed(asked).len(),
        };
        if choices > 12 {
            findings.push(finding(id, "meer dan 12 keuzes", choices.to_string()));
        }
    }
    demand_none(&findings);
}

#[test]
fn every_screen_speaks_to_the_resident() {
    let catalogue = Catalogue::of(packed().clone());
    let mut findings = Vec::new();
    for place in catalogue.places() {
        let screen = catalogue.screen(*place);
        let mut texts = vec![screen.title.clone()];
        if !screen.asks.is_empty() {
            // Every question shows these.
            texts.extend(["answer.unknown", "answer.withheld"].map(|key| catalogue.text(key).to_owned()));
        }
        texts.extend(screen.help.iter().cloned());
        for ask in &screen.asks {
            let id = match ask {
                Ask::Question(id) => id.clone(),
                Ask::Shared(id) => place.area.map_or_else(String::new, |area| catalogue.in_area(area, id)),
                Ask::Situations { .. } | Ask::FollowUps { .. } | Ask::Nearby => continue,
            };
            let Some(asked) = catalogue.question(&id) else {
                continue;
            };
            texts.extend([asked.question.text.clone(), asked.question.help.clone()]);
            texts.extend(catalogue.listed(asked).iter().map(|option| option.text.clone()));
        }
        let is_own_page = !matches!(screen.page, PageKind::Questions | PageKind::Start);
        let text = texts.join("\n");
        if !is_own_page && text.chars().any(char::is_alphabetic) && !rules::is_personal(&text) {
            findings.push(finding(&screen.id, "je-vorm op het scherm", text.replace('\n', " | ")));
        }
    }
    demand_none(&findings);
}

/// Checks which rules one sentence on a screen breaks.
#[track_caller]
fn breaks(sentence: &str, rules: &[&str]) {
    assert_eq!(rules::broken(sentence, Kind::Screen), rules, "{sentence}");
}

#[test]
fn each_rule_finds_a_bad_sentence() {
    breaks("Ik zoek hulp bij geld, werk, wonen en mijn post.", &[]);
    breaks("Je mag ook bellen met de mensen van de gemeente over geld, werk en nog veel meer.", &["zinlengte"]);
    breaks(
        "Ik belde gisteren mijn oude moeder, zij kwam met de fiets naar mij, en ik ging weer weg.",
        &["zinlengte", "komma's"],
    );
    breaks("Bel Veilig Thuis op 0800 2000 als je vanavond thuis bang bent voor een ander.", &[]);
    breaks("Er wordt gebeld.", &["lijdende vorm"]);
    breaks("Wilt u dit?", &["je-vorm"]);
    assert_eq!(rules::broken("Wilt u dit?", Kind::Paper), Vec::<&str>::new());
    breaks("Dit gaat over de casussen van cliënten.", &["verboden woord"]);
    breaks("Je krijgt een eigen bijdrage.", &["verboden woord"]);
    breaks("De hulpverleners en de mantelzorger komen.", &[]);
    breaks("Neem je ID mee.", &["afkorting"]);
    breaks("Je vel is een A4.", &[]);
    breaks("Kijk bijv. hier.", &["afkorting"]);
    breaks("Dat is niet onmogelijk.", &["dubbele ontkenning"]);
    breaks("Ik heb twintig euro.", &["getal in letters"]);
    breaks("Dat staat in de wet.", &["geen wet"]);
    breaks("Ga naar het loket.", &["vaste term"]);
    breaks("Dat kan natuurlijk.", &["toon"]);
}

#[test]
fn each_rule_for_buttons_finds_a_bad_button() {
    let broken = |text: &str| {
        let text = Written { place: "texts/button.x".to_owned(), text: text.to_owned(), kind: Kind::Button };
        rules::check(&text).into_iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert_eq!(broken("Verder"), Vec::<&str>::new());
    assert_eq!(broken("Bel Veilig Thuis"), Vec::<&str>::new());
    assert_eq!(broken("Bellen"), ["werkwoord in knop"]);
    assert_eq!(broken("Wis nu alles"), ["vaste knop"]);
    assert_eq!(broken("Verlaat de pagina"), ["werkwoord in knop", "vaste knop"]);
}

#[test]
fn the_page_and_the_script_give_up_their_texts() {
    let page = texts::of_the_page("<title>Ja</title><p aria-label=\"Bel nu\">Bel <!-- no --><b>112</b></p>");
    let page: Vec<&str> = page.iter().map(|text| text.text.as_str()).collect();
    assert_eq!(page, ["Ja", "Bel nu", "Bel 112"]);
    let script = texts::of_the_script("// \"dat is een zin\"\nx = \"Dat is een zin\"; y = \"pagehide\";");
    assert_eq!(script.len(), 1);
}
