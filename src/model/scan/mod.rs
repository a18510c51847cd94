//! Own words before they go out: numbers and names that do not belong on paper. Changes no letter and raises no flag.

mod day;
mod digits;

use super::answers::Answer;
use super::case;
use super::catalogue::Catalogue;
use super::content::Class;
use super::facts::Facts;
use super::flag::Flag;
use super::gap;
use super::plan::hidden::parts_of;
use super::set::Set;
use super::words::{self, Spoken};
pub use day::Calendar;
use digits::{has_bsn, has_phone, ibans, plain_digit, without};

/// Something in own words that waits for the resident's word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Perhaps a BSN.
    Bsn,
    /// An account number.
    Iban,
    Email,
    Phone,
    /// A day long ago: perhaps a date of birth.
    Birth,
    /// The name of someone whose name may not be on paper.
    Name(String),
    /// A word that never goes out: a place of a route, the name of someone the resident is afraid of.
    Secret(String),
}

/// Between the question and the name in the key of a [`Finding::Name`].
pub const NAME_KEY: &str = "#name.";

impl Finding {
    /// Stable; under this key the resident's “Houd de tekst” is kept.
    pub fn key(&self) -> String {
        match self {
            Finding::Bsn => "bsn".to_owned(),
            Finding::Iban => "iban".to_owned(),
            Finding::Email => "email".to_owned(),
            Finding::Phone => "phone".to_owned(),
            Finding::Birth => "birth".to_owned(),
            Finding::Name(name) => [&NAME_KEY[1..], name].concat(),
            Finding::Secret(word) => ["secret.", word].concat(),
        }
    }

    /// The key within all answers: the question and the finding.
    pub fn key_at(&self, question: &str) -> String {
        [question, "#", &self.key()].concat()
    }

    /// Whether the resident may keep the text as it is.
    pub fn may_be_kept(&self) -> bool {
        match self {
            Finding::Secret(_) => false,
            Finding::Bsn | Finding::Iban | Finding::Email | Finding::Phone | Finding::Birth | Finding::Name(_) => true,
        }
    }
}

/// Words that are looked for in every own text.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// Names that may not be on paper without a yes.
    names: Vec<Sought>,
    /// Words that never go out.
    words: Vec<Sought>,
    /// Telephone numbers that never go out, digits only.
    numbers: Vec<String>,
    /// Every word with a capital may be a name or a place, unless the content knows it as an ordinary word: while it is
    /// not safe, each is asked about.
    capitals: Option<&'static Catalogue>,
    /// By what a date of birth is told from an appointment; without it no day is asked about.
    calendar: Option<Calendar>,
}

/// A word, and as it is looked for: made ready once for all the texts of a plan.
#[derive(Debug, Clone)]
struct Sought {
    word: String,
    heard: Spoken,
}

impl Secrets {
    /// The names of the people the resident entered, unless the name may be on paper. While someone known is not safe
    /// to be with, no name may.
    pub fn of(facts: &Facts) -> Secrets {
        let is_unsafe = facts.is_up(Flag::Unsafe);
        let mut names = Set::default();
        for (question, _) in facts.catalogue.questions() {
            let Some(Answer::People(people)) = facts.raw(question) else {
                continue;
            };
            for person in people {
                if !person.name_on_paper || is_unsafe {
                    for part in parts_of(&person.name) {
                        names.insert(part);
                    }
                }
            }
        }
        let hidden = facts.hidden();
        let calendar = Calendar { today: facts.today, months: &facts.catalogue.content.sheets.months };
        Secrets {
            names: sought(names.into_vec(), words::spoken),
            words: sought([hidden.names.as_slice(), &hidden.places].concat(), words::spoken_plainly),
            numbers: hidden.numbers.clone(),
            capitals: Some(facts.catalogue).filter(|_| is_unsafe),
            calendar: Some(calendar),
        }
    }
}

/// No BSN, account or telephone number has fewer digits; most texts have none, and need not be looked through.
const FEWEST_DIGITS: usize = 9;

fn sought(words: Vec<String>, hear: fn(&str) -> Spoken) -> Vec<Sought> {
    words.into_iter().map(|word| Sought { heard: hear(&word), word }).collect()
}

/// Everything in a text that waits for a word, each kind once.
pub fn findings(text: &str, secrets: &Secrets) -> Vec<Finding> {
    let letters: Vec<char> = text.chars().map(plain_digit).collect();
    let mut found = Vec::new();
    if letters.iter().filter(|letter| letter.is_ascii_digit()).count() >= FEWEST_DIGITS {
        numbers(&letters, &mut found);
    }
    if has_email(text) {
        found.push(Finding::Email);
    }
    if secrets.calendar.is_some_and(|calendar| day::has_birth(&letters, calendar)) {
        found.push(Finding::Birth);
    }
    for name in said(text, &secrets.names, words::spoken) {
        found.push(Finding::Name(name.clone()));
    }
    if let Some(catalogue) = secrets.capitals {
        capitals(text, catalogue, &mut found);
        found = found.into_iter().collect::<Set<Finding>>().into_vec();
    }
    secret(text, &letters, secrets, &mut found);
    found
}

/// Numbers that belong to one person.
fn numbers(letters: &[char], found: &mut Vec<Finding>) {
    if has_bsn(letters) {
        found.push(Finding::Bsn);
    }
    let ibans = ibans(letters);
    if !ibans.is_empty() {
        found.push(Finding::Iban);
    }
    if has_phone(&without(letters, &ibans)) {
        found.push(Finding::Phone);
    }
}

/// Words with a capital; one that begins a sentence counts unless it is an ordinary word.
fn capitals(text: &str, catalogue: &Catalogue, found: &mut Vec<Finding>) {
    for sentence in words::sentences(text) {
        for (place, word) in bare_words(sentence).into_iter().enumerate() {
            if case::is_capitalised(word) && (place > 0 || !is_ordinary(word, catalogue)) {
                found.push(Finding::Name(word.to_owned()));
            }
        }
    }
}

/// Whether this is the name by which the resident wants to be called, which is nobody's secret.
pub fn is_own_name(class: Class, finding: &Finding, secrets: &Secrets) -> bool {
    class == Class::Contact && is_of_nobody_entered(finding, secrets)
}

/// Whether this is a name, and that of none of the people whose name may not be on paper.
pub fn is_of_nobody_entered(finding: &Finding, secrets: &Secrets) -> bool {
    matches!(finding, Finding::Name(name) if !secrets.names.iter().any(|sought| sought.word == *name))
}

/// The words of a role that the content does not know: a name, whether it has a capital or not.
pub fn strange_words(role: &str, catalogue: &Catalogue) -> Vec<String> {
    let mut strange = Vec::new();
    for word in bare_words(role) {
        if words::length(word) > 1 && !is_ordinary(word, catalogue) {
            strange.push(word.to_owned());
        }
    }
    strange
}

/// A capital behind the first word of a role is a name: “buurvrouw Til”, “Piet Jansen”.
pub fn names_in_role(role: &str) -> Vec<Finding> {
    let mut names = Vec::new();
    for word in bare_words(role).into_iter().skip(1) {
        if case::is_capitalised(word) {
            names.push(Finding::Name(word.to_owned()));
        }
    }
    names
}

fn bare_words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !bare.is_empty() {
            words.push(bare);
        }
    }
    words
}

/// Whether the content has a word in small letters, somewhere in what it asks or offers to tick.
fn is_ordinary(word: &str, catalogue: &Catalogue) -> bool {
    let word = case::lower_text(word);
    if catalogue.content.safety.ordinary.contains(&word) {
        return true;
    }
    let says = |text: &str| bare_words(text).contains(&word.as_str());
    for area in &catalogue.content.areas {
        if area.situations.iter().any(|choice| says(&choice.text)) {
            return true;
        }
    }
    for (_, asked) in catalogue.questions() {
        if says(&asked.question.text) || says(&asked.question.help) {
            return true;
        }
    }
    catalogue.content.texts.values().any(|text| says(text))
}

/// Which of the words stand in the text, heard as they are.
fn said<'w>(text: &str, words: &'w [Sought], hear: fn(&str) -> Spoken) -> Vec<&'w String> {
    let mut said = Vec::new();
    if words.is_empty() {
        return said;
    }
    let text = hear(text);
    for sought in words {
        if text.holds(&sought.heard) {
            said.push(&sought.word);
        }
    }
    said
}

/// Which of the words and numbers that never go out stand in the text, with whatever accents and signs between.
fn secret(text: &str, letters: &[char], secrets: &Secrets, found: &mut Vec<Finding>) {
    for word in said(text, &secrets.words, words::spoken_plainly) {
        found.push(Finding::Secret(word.clone()));
    }
    let digits: String = letters.iter().filter(|letter| letter.is_ascii_digit()).collect();
    for number in &secrets.numbers {
        if gap::holds(&digits, number) {
            found.push(Finding::Secret(number.clone()));
        }
    }
}

/// A name, an at-sign, and a host that ends on a full stop with letters behind it, with or without spaces around them.
fn has_email(text: &str) -> bool {
    let mut rest = text;
    while let Some((name, host)) = gap::split(rest, "@") {
        if name.trim_end().ends_with(char::is_alphanumeric) && begins_with_host(host.trim_start()) {
            return true;
        }
        rest = host;
    }
    false
}

fn begins_with_host(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '-');
    // A space behind the full stop alone ends a sentence.
    let end = rest.strip_prefix('.').or_else(|| rest.trim_start().strip_prefix('.').map(str::trim_start));
    rest.len() < text.len()
        && end.is_some_and(|end| end.chars().take_while(|letter| letter.is_alphanumeric()).count() > 1)
}

#[cfg(test)]
mod tests {
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
            "123  456782",
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
        for text in
            ["jan @ voorbeeld.nl", "jan@voorbeeld . nl", "jan @ mijn-werk . voorbeeld . nl", "jan\n@ voorbeeld.nl"]
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
        Secrets {
            names: sought(owned(names), words::spoken),
            words: sought(owned(words), words::spoken_plainly),
            numbers: owned(numbers),
            ..Secrets::default()
        }
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
    fn a_name_is_looked_for_as_a_whole_and_in_its_parts() {
        assert_eq!(parts_of("Til de Vries"), ["Til", "Vries", "Til de Vries"]);
        assert_eq!(parts_of("  "), Vec::<String>::new());
    }

    #[test]
    fn while_it_is_not_safe_every_capital_is_asked_about_but_those_of_ordinary_words() {
        let catalogue = Catalogue::of(crate::authoring::packed().clone()).leak();
        let secrets = Secrets { capitals: Some(catalogue), ..Secrets::default() };
        let names = |text: &str| findings(text, &secrets);
        let name = |word: &str| Finding::Name(word.to_owned());
        assert_eq!(names("Mijn man Piet slaat mij. Ik slaap op Kerkstraat 12."), [name("Kerkstraat"), name("Piet")]);
        assert_eq!(names("Piet slaat mij. “Karel kijkt mee.”"), [name("Karel"), name("Piet")]);
        assert_eq!(names("Mijn kinderen zijn nooit meer bang. Wij eten samen. Geld is op. En de school belt."), []);
        assert_eq!(findings("Mijn man Piet", &Secrets::default()), []);
    }

    #[test]
    fn a_day_long_ago_may_be_a_date_of_birth() {
        let months = ["januari", "februari", "maart", "april", "mei"].map(str::to_owned).to_vec();
        let today = Date::new(2026, 5, 11);
        let calendar = today.map(|today| Calendar { today, months: months.leak() });
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
}
