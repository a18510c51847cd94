//! What the scan finds in free text, and what it does not.

mod names;
mod table;

use super::*;
use crate::model::date::Date;

fn check(text: &str, expected: &[Finding]) {
    assert_eq!(findings(text, &Secrets::default()), expected, "{text}");
}

#[test]
fn a_bsn_is_nine_digits_that_pass_the_test_of_eleven() {
    for text in [
        "123456782",
        "111222333",
        "Mijn nummer is 123456782.",
        "1234.56.782",
        "123 456 782",
        "123-456-782",
        "1-2-3-4-5-6-7-8-2",
        "123  456782",
        "bsn:123456782x",
    ] {
        check(text, &[Finding::Bsn]);
    }
    for text in [
        "123456789",
        "111111111",
        "000000000",
        "12345678",
        "11052026",
        "1123456782x1",
        "12345678 en 2",
        "Om 9.30 uur, huis 12, 1234 AB",
    ] {
        assert!(!findings(text, &Secrets::default()).contains(&Finding::Bsn), "{text}");
    }
}

#[test]
fn an_account_number_is_found_by_its_pattern() {
    check("NL00 TEST 0123 4567 89", &[Finding::Iban]);
    check("nl00test0123456789", &[Finding::Iban]);
    check("NL00 TEST 0123", &[]);
}

#[test]
fn an_address_for_mail_and_a_telephone_number_are_found() {
    check("Mail naar sanne@voorbeeld.nl.", &[Finding::Email]);
    for text in ["jan @ voorbeeld.nl", "jan@voorbeeld . nl", "jan @ mijn-werk . voorbeeld . nl", "jan\n@ voorbeeld.nl"]
    {
        check(text, &[Finding::Email]);
    }
    check("Ik ben @sanne", &[]);
    check("Ik ben @sanne. Hij komt om 10 uur @ huis", &[]);
    for text in [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "020-1234567",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031612345678",
        "bel om 10 uur 0612345678",
        "10 0612345678",
        "06-1234567",
    ] {
        check(text, &[Finding::Phone]);
    }
    check("Ik heb 14 brieven van 2024 en 2025.", &[]);
    check("Bel 112 of 0800 2000.", &[]);
}

fn hides(names: &[&str], words: &[&str], numbers: &[&str]) -> Secrets {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let sought = |words: &[&str]| crate::model::privacy::scan::sought(owned(words), names::catalogue());
    Secrets { names: sought(names), words: sought(words), numbers: owned(numbers), ..Secrets::default() }
}

#[test]
fn names_are_found_as_whole_words_and_secrets_never_stay() {
    let secrets = hides(&["Til"], &["de haven"], &[]);
    assert_eq!(findings("Met til mee", &secrets), [Finding::Name("Til".to_owned())]);
    assert!(findings("Ik til een doos niet op", &secrets).contains(&Finding::Name("Til".to_owned())));
    assert!(findings("Tilburg", &secrets).is_empty());
    let found = findings("Naar De  Haven.", &secrets);
    assert_eq!(found, [Finding::Secret("de haven".to_owned())]);
    assert!(!found[0].may_be_kept());
    assert_eq!(Finding::Bsn.key_at("n1"), "n1#bsn");
    let secrets = hides(&[], &["René"], &["612345678"]);
    assert_eq!(findings("Bij rene.", &secrets), [Finding::Secret("René".to_owned())]);
    assert!(findings("Bel +31 (0)6-1234 5678", &secrets).contains(&Finding::Secret("612345678".to_owned())));
    assert_eq!(findings("Renée belt om 10 uur", &secrets), []);
}

#[test]
fn a_day_long_ago_may_be_a_date_of_birth() {
    let months = ["januari", "februari", "maart", "april", "mei"].map(str::to_owned).to_vec();
    let today = Date::new(2026, 5, 11);
    let calendar = today.map(|today| DateContext { today, months: months.leak() });
    let secrets = Secrets { calendar, ..Secrets::default() };
    for text in [
        "Ik ben geboren op 3 april 1980.",
        "geb. 3-4-1980",
        "03/04/80",
        "1980-04-03",
        "Mijn zoon is van 3.4.2019",
        "3 Apr 1980",
        "29-02-2000",
        "3‑4‑1980",
        "03041980",
    ] {
        assert_eq!(findings(text, &secrets), [Finding::Birth], "{text}");
    }
    for text in [
        "Op 12 mei 2026 om 9.30 uur",
        "11052026",
        "11-5-26",
        "Sinds 3-2025",
        "31-2-1980",
        "3 op 4 in 1980",
        "1980",
        "In maart 2019 kwam ik hier.",
        "Ik heb 3 kinderen van 4, 8 en 12.",
        "Zij zijn 4, 8, 12.",
        "9 10 11",
    ] {
        assert_eq!(findings(text, &secrets), [], "{text}");
    }
    assert_eq!(findings("3 april 1980", &Secrets::default()), []);
}
