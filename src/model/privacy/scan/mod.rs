//! The scan of free text before it goes out: finds numbers and names that do not belong on paper. Changes no text and
//! raises no flag.
//!
//! The lists of words come from the words of the screen, because residents write in the language they read. The rules of
//! spelling (endings and particles of names, where a sentence ends) are code: names in this country follow them in every
//! language, and a rule that does not fit a language only finds less.
//!
//! **Every text and every sought word is folded first**, so that what looks the same on paper is the same here.

mod day;
mod digits;
mod fold;
mod names;

use std::collections::BTreeSet;

use crate::model::catalogue::Catalogue;
use crate::model::content::Class;
use crate::model::content::flag::Flag;
use crate::model::dossier::answers::Answer;
use crate::model::facts::Facts;
use crate::model::words::{self, Spelling, WordSearchText};
pub use day::DateContext;
use digits::{has_bsn, has_phone, ibans, without};
pub use fold::fold;
use names::Strangers;
pub use names::{goes_on, names_in_role, spelling_of, strange_words};

/// Something in a free text that the resident has to decide on.
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
    /// The name of a person whose name may not be on paper.
    Name(String),
    /// A word that never goes out: a place of a safety route, or the name of a feared person.
    Secret(String),
}

/// Separates the question and the name in the key of a [`Finding::Name`].
const NAME_KEY: &str = "#name.";

/// The key under which a yes to this name holds for every text; `None` for other findings.
pub fn name_anywhere(key: &str) -> Option<&str> {
    key.get(key.find(NAME_KEY)?..)
}

impl Finding {
    /// A stable key, under which the resident's “Houd de tekst” is kept.
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

    /// The key among all answers: the question and the finding.
    pub fn key_at(&self, question: &str) -> String {
        [question, "#", &self.key()].concat()
    }

    /// Whether the resident decided to keep it in this text. A yes to a name holds for every text, but only for that
    /// one text while someone known makes the resident unsafe.
    pub fn is_kept(&self, question: &str, kept: &BTreeSet<String>, facts: &Facts) -> bool {
        let anywhere = matches!(self, Finding::Name(_)) && !facts.is_up(Flag::Unsafe);
        self.may_be_kept() && (kept.contains(&self.key_at(question)) || (anywhere && kept.contains(&self.key_at(""))))
    }

    /// The word that never goes out, if this finding is one.
    fn secret(&self) -> Option<&str> {
        match self {
            Finding::Secret(word) => Some(word),
            _ => None,
        }
    }

    /// Whether the resident can choose to keep the text as it is.
    pub fn may_be_kept(&self) -> bool {
        match self {
            Finding::Secret(_) => false,
            Finding::Bsn | Finding::Iban | Finding::Email | Finding::Phone | Finding::Birth | Finding::Name(_) => true,
        }
    }
}

/// The words to look for in every free text.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// Names, and words of a safe place, that may be on paper only after a yes.
    names: Vec<SearchWord>,
    /// Words that never go out.
    words: Vec<SearchWord>,
    /// Telephone numbers that never go out, as digits.
    numbers: Vec<String>,
    /// Set while it is unsafe: asks about words that look like a name or a place, even if nobody of that name was
    /// entered.
    strangers: Option<Strangers>,
    /// Tells a date of birth from an appointment; without it, no date is asked about.
    calendar: Option<DateContext>,
}

/// A word with its normalised form, computed once per scan.
#[derive(Debug, Clone)]
struct SearchWord {
    word: String,
    spelling: Spelling,
    heard: NameSearchText,
}

impl SearchWord {
    fn of(word: String, spelling: Spelling) -> SearchWord {
        SearchWord { heard: NameSearchText::of(&fold(&word)), spelling, word }
    }
}

/// A text prepared for name search. Ignores case and accents; a hyphen may or may not split a word.
#[derive(Debug, Clone)]
struct NameSearchText {
    apart: WordSearchText,
    joined: WordSearchText,
    /// Only the words with a capital.
    capitalised: WordSearchText,
}

impl NameSearchText {
    fn of(folded: &str) -> NameSearchText {
        let apart = words::for_plain_word_search(folded);
        // Few texts have a hyphen, and this runs on every keystroke.
        let joined =
            if folded.contains('-') { words::for_plain_word_search(&without_hyphens(folded)) } else { apart.clone() };
        let words = folded.split(|letter: char| !words::is_in_word(letter));
        let capitalised = words.filter(|word| word.starts_with(char::is_uppercase)).collect::<Vec<_>>().join(" ");
        NameSearchText { apart, joined, capitalised: words::for_plain_word_search(&capitalised) }
    }

    fn holds(&self, name: &SearchWord) -> bool {
        match name.spelling {
            Spelling::Capitalised => self.capitalised.holds_name(&name.heard.apart),
            Spelling::AnyCase => self.apart.holds_name(&name.heard.apart) || self.joined.holds_name(&name.heard.joined),
        }
    }
}

/// Joins words that are split at a hyphen, including at the end of a line.
fn without_hyphens(folded: &str) -> String {
    folded.replace("- ", "-").replace('-', "")
}

impl Secrets {
    /// Everything to look for: the names of feared people, places and numbers of the plan, and the names of all people
    /// without a yes to their name on paper. While someone known makes the resident unsafe, that is every name.
    pub fn of(facts: &Facts) -> Secrets {
        let is_unsafe = facts.is_up(Flag::Unsafe);
        let mut names = BTreeSet::default();
        for (question, _) in facts.catalogue.questions() {
            let Some(Answer::People(people)) = facts.raw(question) else {
                continue;
            };
            for person in people {
                if !person.name_on_paper || is_unsafe {
                    for part in words::parts_of(&person.name) {
                        names.insert(part);
                    }
                }
            }
        }
        let hidden = facts.hidden();
        for word in &hidden.place_words {
            names.insert(word.clone());
        }
        let mut words = sought(hidden.names.clone(), facts.screen);
        // “opa” may be a place, and has no capital then either.
        words.extend(hidden.places.iter().map(|place| SearchWord::of(place.clone(), Spelling::AnyCase)));
        let calendar = DateContext { today: facts.likely_today(), months: &facts.screen.content.sheets.months };
        Secrets {
            names: sought(names.into_iter().collect(), facts.screen),
            words,
            numbers: hidden.numbers.clone(),
            strangers: is_unsafe.then(|| Strangers::of(facts)),
            calendar: Some(calendar),
        }
    }
}

/// No BSN, account or telephone number has fewer digits. Most texts have none, and need no number search.
const FEWEST_DIGITS: usize = 7;

fn sought(words: Vec<String>, catalogue: &Catalogue) -> Vec<SearchWord> {
    let sought = |word: String| {
        let spelling = spelling_of(&word, catalogue);
        SearchWord::of(word, spelling)
    };
    words.into_iter().map(sought).collect()
}

/// Everything in a text that the resident has to decide on, each finding once.
pub fn findings(text: &str, secrets: &Secrets) -> Vec<Finding> {
    let folded = fold(text);
    let letters: Vec<char> = folded.chars().collect();
    let mut found = Vec::new();
    if letters.iter().filter(|letter| letter.is_ascii_digit()).count() >= FEWEST_DIGITS {
        numbers(&letters, &mut found);
    }
    if has_email(&folded) {
        found.push(Finding::Email);
    }
    if secrets.calendar.is_some_and(|calendar| day::has_birth(&letters, calendar)) {
        found.push(Finding::Birth);
    }
    let heard = NameSearchText::of(&folded);
    for name in found_words(&heard, &secrets.names) {
        found.push(Finding::Name(name.clone()));
    }
    if let Some(strangers) = &secrets.strangers {
        found.extend(strangers.named_in(text).into_iter().map(Finding::Name));
        found = found.into_iter().collect::<BTreeSet<Finding>>().into_iter().collect::<Vec<_>>();
    }
    secret(&heard, &letters, secrets, &mut found);
    // The name of a feared person is one finding, not two.
    let never: Vec<String> = found.iter().filter_map(Finding::secret).map(str::to_owned).collect();
    found.retain(|finding| !matches!(finding, Finding::Name(name) if never.contains(name)));
    found
}

/// Finds numbers that belong to one person.
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

/// Whether this is the name by which the resident wants to be called, which is no secret.
pub fn is_own_name(class: Class, finding: &Finding, secrets: &Secrets) -> bool {
    class == Class::Contact && is_of_nobody_entered(finding, secrets)
}

/// Whether this is a name of none of the people whose name may not be on paper.
pub fn is_of_nobody_entered(finding: &Finding, secrets: &Secrets) -> bool {
    matches!(finding, Finding::Name(name) if !secrets.names.iter().any(|sought| sought.word == *name))
}

/// The words that occur in the text.
fn found_words<'w>(text: &NameSearchText, words: &'w [SearchWord]) -> Vec<&'w String> {
    words.iter().filter(|sought| text.holds(sought)).map(|sought| &sought.word).collect()
}

/// Finds the words and numbers that never go out, whatever punctuation is between them.
fn secret(text: &NameSearchText, letters: &[char], secrets: &Secrets, found: &mut Vec<Finding>) {
    for word in found_words(text, &secrets.words) {
        found.push(Finding::Secret(word.clone()));
    }
    let digits: String = letters.iter().filter(|letter| letter.is_ascii_digit()).collect();
    for number in &secrets.numbers {
        if digits.contains(number) {
            found.push(Finding::Secret(number.clone()));
        }
    }
}

/// Whether a text has a name, an at sign, and a host that ends in a full stop and letters, with or without spaces.
fn has_email(text: &str) -> bool {
    let mut rest = text;
    while let Some((name, host)) = rest.split_once('@') {
        if name.trim_end().ends_with(char::is_alphanumeric) && begins_with_host(host.trim_start()) {
            return true;
        }
        rest = host;
    }
    false
}

fn begins_with_host(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_alphanumeric() || letter == '-');
    // A full stop followed only by a space ends a sentence.
    let end = rest.strip_prefix('.').or_else(|| rest.trim_start().strip_prefix('.').map(str::trim_start));
    rest.len() < text.len()
        && end.is_some_and(|end| end.chars().take_while(|letter| letter.is_alphanumeric()).count() > 1)
}

#[cfg(test)]
mod tests;
