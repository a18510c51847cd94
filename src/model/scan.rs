//! Own words before they go out: numbers and names that do not belong on paper. Changes no letter and raises no flag.

use super::answers::Answer;
use super::case;
use super::facts::Facts;
use super::flag::Flag;
use super::set::Set;
use super::words;

/// Something in own words that waits for the resident's word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Perhaps a BSN.
    Bsn,
    /// An account number.
    Iban,
    Email,
    Phone,
    /// The name of someone whose name may not be on paper.
    Name(String),
    /// A word that never goes out: a place of a route, the name of someone the resident is afraid of.
    Secret(String),
}

impl Finding {
    /// Stable; under this key the resident's “Houd de tekst” is kept.
    pub fn key(&self) -> String {
        match self {
            Finding::Bsn => "bsn".to_owned(),
            Finding::Iban => "iban".to_owned(),
            Finding::Email => "email".to_owned(),
            Finding::Phone => "phone".to_owned(),
            Finding::Name(name) => format!("name.{name}"),
            Finding::Secret(word) => format!("secret.{word}"),
        }
    }

    /// The key within all answers: the question and the finding.
    pub fn key_at(&self, question: &str) -> String {
        format!("{question}#{}", self.key())
    }

    /// Whether the resident may keep the text as it is.
    pub fn may_be_kept(&self) -> bool {
        match self {
            Finding::Bsn | Finding::Iban | Finding::Email | Finding::Phone | Finding::Name(_) => true,
            Finding::Secret(_) => false,
        }
    }
}

/// Words that are looked for in every own text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Secrets {
    /// Names that may not be on paper without a yes.
    pub names: Vec<String>,
    /// Words that never go out.
    pub words: Vec<String>,
    /// Every word with a capital inside a sentence may be a name or a place: while it is not safe, each is asked about.
    pub capitals: bool,
}

impl Secrets {
    /// The names of the people the resident entered, unless the name may be on paper. While someone known is not safe
    /// to be with, no name may.
    pub fn of(facts: &Facts) -> Secrets {
        let mut names = Set::default();
        for (question, _) in facts.catalogue.questions() {
            let Some(Answer::People(people)) = facts.raw(question) else {
                continue;
            };
            let hidden = people.iter().filter(|person| !person.name_on_paper || facts.is_up(Flag::Unsafe));
            for part in hidden.flat_map(|person| parts_of(&person.name)) {
                names.insert(part);
            }
        }
        Secrets { names: names.into_vec(), words: Vec::new(), capitals: facts.is_up(Flag::Unsafe) }
    }
}

/// A name as a whole, and each part of it that begins with a capital.
fn parts_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let begins = |part: &&str| part.chars().next().is_some_and(case::is_capital);
    let mut parts: Vec<String> = name.split_whitespace().filter(begins).map(str::to_owned).collect();
    if !name.is_empty() {
        parts.push(name.to_owned());
    }
    parts.retain(|part| words::length(part) > 1);
    parts
}

/// Everything in a text that waits for a word, each kind once.
pub fn findings(text: &str, secrets: &Secrets) -> Vec<Finding> {
    let letters: Vec<char> = text.chars().map(plain_digit).collect();
    let mut found = Vec::new();
    if has_bsn(&letters) {
        found.push(Finding::Bsn);
    }
    let ibans = ibans(&letters);
    if !ibans.is_empty() {
        found.push(Finding::Iban);
    }
    if has_email(text) {
        found.push(Finding::Email);
    }
    if has_phone(&without(&letters, &ibans)) {
        found.push(Finding::Phone);
    }
    found.extend(said(text, &secrets.names).map(Finding::Name));
    if secrets.capitals {
        found.extend(capitals(text).map(Finding::Name));
        found = found.into_iter().collect::<Set<Finding>>().into_vec();
    }
    found.extend(said(text, &secrets.words).map(Finding::Secret));
    found
}

/// Words with a capital that do not begin a sentence.
fn capitals(text: &str) -> impl Iterator<Item = String> + '_ {
    words::sentences(text).into_iter().flat_map(|sentence| {
        let inside = sentence.split_whitespace().skip(1);
        let bare = inside.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
        bare.filter(|word| word.chars().next().is_some_and(case::is_capital)).map(str::to_owned)
    })
}

/// Digits of a Chinese or Japanese keyboard are digits too.
fn plain_digit(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32).unwrap_or(letter),
        _ => letter,
    }
}

/// Which of the words stand in the text.
fn said<'a>(text: &'a str, words: &'a [String]) -> impl Iterator<Item = String> + 'a {
    let text = words::spoken(text);
    words.iter().filter(move |word| text.holds(&words::spoken(word))).cloned()
}

/// Nine digits, loose or with one space, full stop or dash between them, no digit right before or behind, that pass
/// the test of eleven.
fn has_bsn(letters: &[char]) -> bool {
    starts(letters).any(|start| {
        let Some((digits, end)) = digits_from(letters, start, 9) else {
            return false;
        };
        // Ten digits that begin with a zero are a telephone number, however they are spaced.
        let phone = digits[0] == 0 && digits_from(letters, start, 10).is_some_and(|(_, end)| !is_digit(letters, end));
        !is_digit(letters, end) && !phone && passes_eleven(&digits)
    })
}

fn passes_eleven(digits: &[i64]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// Where a digit stands with no digit right before it.
fn starts(letters: &[char]) -> impl Iterator<Item = usize> {
    (0..letters.len()).filter(|index| is_digit(letters, *index) && !(*index > 0 && is_digit(letters, index - 1)))
}

fn is_digit(letters: &[char], index: usize) -> bool {
    letters.get(index).is_some_and(char::is_ascii_digit)
}

/// `count` digits from here with at most one separator between them, and where they end.
fn digits_from(letters: &[char], start: usize, count: usize) -> Option<(Vec<i64>, usize)> {
    let mut digits = Vec::with_capacity(count);
    let mut index = start;
    while digits.len() < count {
        let digit = letters.get(index)?;
        if let Some(value) = digit.to_digit(10) {
            digits.push(i64::from(value));
            index += 1;
        } else if is_separator(*digit) && !digits.is_empty() && is_digit(letters, index + 1) {
            index += 1;
        } else {
            return None;
        }
    }
    Some((digits, index))
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | '-' | '‐' | '‑' | '–' | '/')
}

/// Where account numbers stand: `NL`, two digits, four letters, ten digits, with or without spaces.
fn ibans(letters: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for start in 0..letters.len() {
        if let Some(end) = iban_from(letters, start) {
            found.push(start..end);
        }
    }
    found
}

fn iban_from(letters: &[char], start: usize) -> Option<usize> {
    let mut index = start;
    for place in 0..18 {
        while place > 0 && letters.get(index).is_some_and(|letter| letter.is_whitespace()) {
            index += 1;
        }
        let letter = letters.get(index)?;
        let fits = match place {
            0 => letter.eq_ignore_ascii_case(&'n'),
            1 => letter.eq_ignore_ascii_case(&'l'),
            4..=7 => letter.is_ascii_alphabetic(),
            _ => letter.is_ascii_digit(),
        };
        if !fits {
            return None;
        }
        index += 1;
    }
    Some(index)
}

fn without(letters: &[char], ranges: &[std::ops::Range<usize>]) -> Vec<char> {
    let inside = |index: usize| ranges.iter().any(|range| range.contains(&index));
    let letters = letters.iter().enumerate();
    letters.map(|(index, letter)| if inside(index) { '·' } else { *letter }).collect()
}

fn has_email(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        word.split_once('@').is_some_and(|(name, host)| {
            let host_ends = host.rsplit_once('.').map(|(before, after)| (before.len(), after.len()));
            !name.is_empty() && host_ends.is_some_and(|(before, after)| before > 0 && after > 1)
        })
    })
}

/// Ten digits, a number abroad, or a mobile number that is a digit short.
fn has_phone(letters: &[char]) -> bool {
    starts(letters).any(|start| {
        let ten = digits_from(letters, start, 10).is_some_and(|(_, end)| !is_digit(letters, end));
        let mobile = letters[start] == '0'
            && digits_from(letters, start, 9).is_some_and(|(digits, end)| digits[1] == 6 && !is_digit(letters, end));
        let plus = start > 0 && letters[start - 1] == '+';
        let zeros = letters[start..].starts_with(&['0', '0', '3', '1']);
        ten || mobile || ((plus || zeros) && digits_ahead(letters, start) >= 9)
    })
}

/// How many digits follow with nothing but separators and brackets between them.
fn digits_ahead(letters: &[char], start: usize) -> usize {
    letters[start..]
        .iter()
        .take_while(|letter| letter.is_ascii_digit() || is_separator(**letter) || matches!(letter, '(' | ')'))
        .filter(|letter| letter.is_ascii_digit())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        check("Ik ben @sanne", &[]);
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

    #[test]
    fn names_are_found_as_whole_words_and_secrets_never_stay() {
        let secrets = Secrets { names: vec!["Til".to_owned()], words: vec!["de haven".to_owned()], capitals: false };
        assert_eq!(findings("Met til mee", &secrets), [Finding::Name("Til".to_owned())]);
        assert!(findings("Ik til een doos niet op", &secrets).contains(&Finding::Name("Til".to_owned())));
        assert!(findings("Tilburg", &secrets).is_empty());
        let found = findings("Naar De  Haven.", &secrets);
        assert_eq!(found, [Finding::Secret("de haven".to_owned())]);
        assert!(!found[0].may_be_kept());
        assert_eq!(Finding::Bsn.key_at("n1"), "n1#bsn");
    }

    #[test]
    fn a_name_is_looked_for_as_a_whole_and_in_its_parts() {
        assert_eq!(parts_of("Til de Vries"), ["Til", "Vries", "Til de Vries"]);
        assert_eq!(parts_of("  "), Vec::<String>::new());
    }

    #[test]
    fn while_it_is_not_safe_every_capital_inside_a_sentence_is_asked_about() {
        let secrets = Secrets { capitals: true, ..Secrets::default() };
        let names = |text: &str| findings(text, &secrets);
        let name = |word: &str| Finding::Name(word.to_owned());
        assert_eq!(names("Mijn man Piet slaat mij. Ik slaap op Kerkstraat 12."), [name("Kerkstraat"), name("Piet")]);
        assert_eq!(names("Mijn kinderen zijn nooit meer bang. Wij eten samen."), []);
        assert_eq!(findings("Mijn man Piet", &Secrets::default()), []);
    }
}
