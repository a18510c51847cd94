//! Texts in which the scan must find something, and texts in which it must find nothing.

use super::*;

/// The kinds of findings, as named in the table.
fn kinds(text: &str) -> Vec<&'static str> {
    let months = ["januari", "februari", "maart", "april", "mei", "juni"].map(str::to_owned).to_vec();
    let calendar = Date::new(2026, 5, 11).map(|today| DateContext { today, months: months.leak() });
    let hidden = hides(&["Til", "Anne-Marie", "René", "Dennis"], &["de haven"], &["612345678"]);
    let found = findings(text, &Secrets { calendar, ..hidden });
    let name = |finding: Finding| match finding {
        Finding::Bsn => "bsn",
        Finding::Iban => "iban",
        Finding::Email => "email",
        Finding::Phone => "phone",
        Finding::Birth => "birth",
        Finding::Name(_) => "name",
        Finding::Secret(_) => "secret",
    };
    found.into_iter().map(name).collect()
}

#[track_caller]
fn check(kind: &str, texts: &[&str]) {
    for text in texts {
        assert!(kinds(text).contains(&kind), "no {kind} in {text:?}: {:?}", kinds(text));
    }
}

#[test]
fn a_bsn_is_found_however_it_is_written() {
    check(
        "bsn",
        &[
            "123  456 782",
            "123\n456\t782",
            "123\u{a0}456\u{2009}782",
            "123\u{200b}456\u{200b}782",
            "1\u{301}23456782",
            "123\u{ad}456782",
            "١٢٣٤٥٦٧٨٢",
            "۱۲۳۴۵۶۷۸۲",
            "१२३४५६७८२",
            "１２３４５６７８２",
            "১২৩৪৫৬৭৮২",
            "๑๒๓๔๕๖๗๘๒",
            "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐",
            "①②③④⑤⑥⑦⑧②",
            "1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}3\u{fe0f}\u{20e3}456782",
            "123 - 456 - 782",
            "(123) 456 782",
            "123_456_782",
            "123–456–782",
            "123 / 456 / 782",
            "Mijn bsn: 1234 56 782!",
        ],
    );
}

#[test]
fn a_telephone_number_is_found_however_it_is_written() {
    check(
        "phone",
        &[
            "06 / 12 34 56 79",
            "06 - 12 34 56 79",
            "(06) 12345679",
            "06  1234  5679",
            "٠٦١٢٣٤٥٦٧٩",
            "０６１２３４５６７９",
            "０６−１２３４５６７９",
            "06\u{200b}12345679",
            "+ 31 6 12345679",
            "＋31 6 12345679",
            "0049 151 23456789",
            "+49 (151) 234 567 89",
            "020 / 123 45 67",
        ],
    );
    check("secret", &["٠٦١٢٣٤٥٦٧٨", "0 6 1 2 3 4 5 6 7 8", "06 / 12 34 56 78"]);
}

#[test]
fn an_account_number_of_any_country_is_found() {
    check(
        "iban",
        &[
            "BE68539007547034",
            "BE68 5390 0754 7034",
            "Mijn rekening is DE89 3704 0044 0532 0130 00.",
            "de89370400440532013000",
            "GB82WEST12345698765432",
            "PL61109010140000071219812874",
            "TR330006100519786457841326",
            "MT84MALT011000012345MTLCAST001S",
            "NO93 8601 1117 947",
            "ＮＬ００ TEST 0123 4567 89",
            "NL00-TEST-0123-4567-89",
        ],
    );
}

#[test]
fn an_address_for_mail_is_found_in_any_letters() {
    check(
        "email",
        &[
            "jan＠voorbeeld.nl",
            "jan﹫voorbeeld﹒nl",
            "ｊａｎ＠ｖｏｏｒｂｅｅｌｄ．ｎｌ",
            "jan@voorbeeld。nl",
            "jan\u{200b}@voorbeeld.nl",
            "JAN @ VOORBEELD . NL",
        ],
    );
}

#[test]
fn a_date_of_birth_is_found_in_any_digits() {
    check("birth", &["٣-٤-١٩٨٠", "３ april １９８０", "3\u{200b}-4-1980", "3 – 4 – 1980"]);
}

#[test]
fn a_name_is_found_however_it_is_written() {
    check(
        "name",
        &[
            "Tils huis",
            "Til's huis",
            "Til’s huis",
            "TIL komt",
            "tíl komt",
            "Ｔｉｌ",
            "T\u{ad}il",
            "Ti-\nl belt",
            "Dennis' moeder",
            "Dennis’ moeder",
            "Annemarie belt",
            "anne marie belt",
            "Anne‑Marie",
            "ANNE-MARIES jas",
            "Rene",
            "RENE\u{301}s broer",
        ],
    );
    check("secret", &["Naar de haven", "DE  HAVEN", "de\u{a0}haven", "ｄｅ ｈａｖｅｎ", "de havens"]);
}

#[test]
fn ordinary_texts_hold_nothing() {
    for text in [
        "Ik heb 14 brieven van 2024 en 2025.",
        "Bel 112 of 0800 2000, of 088 0 113.",
        "Op 12-05-2026 (14 uur) en op 13-05-2026.",
        "Om 9.30 uur, huis 12, 1234 AB.",
        "Ik werk van 9.00 tot 17.00 uur. 40 uur per week.",
        "Zij zijn 4, 8, 12, 15 en 17.",
        "Ik betaal 1.234,56 euro. 3 keer per jaar.",
        "be12 keer gebeld in 3 weken tijd voor dit",
        "Ik woon er al 12 jaar op nummer 5 met 3 kinderen en 2 katten.",
        "De brief is van 3 mei 2026, kenmerk 20260503.",
        "in24 uur per dag 7 dagen per week 52 weken per jaar lang",
        "Ik ben er @ huis om 10 uur.",
        "Tilburg is ver, en ik til niet. Nee",
        "Ik woon in een havenstad.",
        "Mijn Wajong is 70 procent van 1.500 euro.",
        "m² en 1e verdieping, kamer ③",
    ] {
        let found = kinds(text);
        let expected: &[&str] = if text.contains("til niet") { &["name"] } else { &[] };
        assert_eq!(found, expected, "{text}");
    }
}
