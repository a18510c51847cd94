//! The rules for plain language that a program can check, one function each: from a text to its findings.

use super::sentence::{commas, holds, length, sentences, words};
use super::texts::{Kind, Written};

/// A sentence that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub place: String,
    pub rule: &'static str,
    pub sentence: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.place, self.rule, self.sentence)
    }
}

const MOST_WORDS: usize = 15;
const MOST_COMMAS: usize = 1;
const MOST_SENTENCES: usize = 6;
/// A word with more letters is long.
const LONG: usize = 12;

const PASSIVE: &[&str] = &["word", "wordt", "worden", "werd", "werden", "geworden"];
const TO_WORKERS: &[&str] = &["u", "uw"];

/// The entries of a list, one per line; `#` starts a comment.
fn list(data: &'static str) -> Vec<&'static str> {
    let lines = data.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The hard words: each word, and whether it is allowed with an explanation.
pub fn hard_words() -> Vec<(&'static str, bool)> {
    let lines = list(include_str!("hard_words.txt"));
    lines
        .into_iter()
        .map(|line| match line.strip_suffix(" + uitleg") {
            Some(word) => (word, true),
            None => (line, false),
        })
        .collect()
}

pub fn abbreviations_allowed() -> Vec<&'static str> {
    list(include_str!("abbreviations.txt"))
}

/// Applies all rules to one text.
pub fn check(text: &Written) -> Vec<Finding> {
    let mut findings = Vec::new();
    let sentences = sentences(&text.text);
    let mut tell = |rule, sentence: &str| {
        findings.push(Finding { place: text.place.clone(), rule, sentence: sentence.to_owned() });
    };
    if sentences.len() > MOST_SENTENCES {
        tell("te veel zinnen bij elkaar", &text.text);
    }
    for sentence in &sentences {
        for rule in broken(sentence, text.kind) {
            tell(rule, sentence);
        }
    }
    if text.kind == Kind::Button {
        for rule in broken_by_button(&text.text) {
            tell(rule, &text.text);
        }
    }
    findings
}

/// The rules that one sentence breaks.
pub fn broken(sentence: &str, kind: Kind) -> Vec<&'static str> {
    let words = words(sentence);
    let any = |list: &[&str]| list.iter().any(|word| holds(&words, word));
    let mut broken = Vec::new();
    let mut check = |is_broken: bool, rule| {
        if is_broken {
            broken.push(rule);
        }
    };
    check(length(sentence) > MOST_WORDS, "zinlengte");
    check(commas(sentence) > MOST_COMMAS, "komma's");
    check(any(PASSIVE), "lijdende vorm");
    check(kind != Kind::Paper && any(TO_WORKERS), "je-vorm");
    check(is_forbidden(&words), "verboden woord");
    check(has_abbreviation(sentence), "afkorting");
    check(is_doubly_denied(&words), "dubbele ontkenning");
    check(any(&list(include_str!("numbers.txt"))), "getal in letters");
    check(any(&list(include_str!("laws.txt"))), "geen wet");
    let synonyms = list(include_str!("synonyms.txt"));
    let synonyms: Vec<&str> = synonyms.iter().filter_map(|line| line.split(" = ").next()).collect();
    check(any(&synonyms), "vaste term");
    check(any(&list(include_str!("tone.txt"))), "toon");
    broken
}

fn is_forbidden(words: &[String]) -> bool {
    let hard = hard_words().into_iter().filter(|(_, explained)| !explained);
    let is_hard = hard.map(|(word, _)| word).any(|word| forms(word).iter().any(|form| holds(words, form)));
    is_hard || list(include_str!("forbidden.txt")).iter().any(|word| holds(words, word))
}

/// The word and its plurals.
fn forms(word: &str) -> Vec<String> {
    let endings = ["", "s", "'s", "en", "n", "ën", "e"];
    let mut forms: Vec<String> = endings.iter().map(|ending| format!("{word}{ending}")).collect();
    if let Some(stem) = word.strip_suffix("um") {
        forms.push(format!("{stem}a"));
    }
    forms
}

/// Whether a sentence has an abbreviation: two capitals in a row, a full stop inside a word, or a short form of the
/// list. Addresses and file names do not count, nor do names such as JavaScript.
fn has_abbreviation(sentence: &str) -> bool {
    let allowed = abbreviations_allowed();
    let known = list(include_str!("abbreviations_known.txt"));
    let is_short = |token: &str| {
        let word = token.trim_matches(|letter: char| !letter.is_alphanumeric());
        let letters: Vec<char> = word.chars().collect();
        let shouts = letters.windows(2).any(|two| two[0].is_uppercase() && two[1].is_uppercase());
        let is_address = [".nl", ".txt"].iter().any(|end| word.ends_with(end));
        let is_dotted = has_inner_dot(word) && !is_address;
        (shouts || is_dotted || known.contains(&word.to_lowercase().as_str())) && !allowed.contains(&word)
    };
    sentence.split(|letter: char| letter.is_whitespace() || letter == '/').any(is_short)
}

fn has_inner_dot(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|three| three[1] == '.' && three[0].is_alphabetic() && three[2].is_alphabetic())
}

fn is_doubly_denied(words: &[String]) -> bool {
    let pairs = list(include_str!("double_denials.txt"));
    let denied: Vec<usize> =
        (0..words.len()).filter(|at| ["niet", "geen", "nooit"].contains(&words[*at].as_str())).collect();
    let denies_word = |at: &usize| words.get(at + 1).is_some_and(|next| pairs.contains(&next.as_str()));
    let twice = denied.windows(2).any(|two| {
        // “Ik eet niet, ik slaap niet” denies two things, which is fine; two different negations within three words are a
        // double negation.
        two[1] - two[0] <= 3 && words[two[0]] != words[two[1]]
    });
    denied.iter().any(denies_word) || twice
}

fn broken_by_button(text: &str) -> Vec<&'static str> {
    let verbs = list(include_str!("verbs.txt"));
    let words = words(text);
    let first = words.first().map_or("", String::as_str);
    let mut broken = Vec::new();
    if !["Verder", "Vorige"].contains(&text) && !verbs.contains(&first) {
        broken.push("werkwoord in knop");
    }
    let wipes = ["wis", "wissen", "verwijder"].contains(&first) && holds(&words, "alles");
    let leaves =
        ["sluit", "verlaat", "stop"].contains(&first) && words.iter().any(|word| word == "pagina" || word == "site");
    if (wipes && text != "Wis alles") || (leaves && text != "Sluit deze pagina") {
        broken.push("vaste knop");
    }
    broken
}

/// The long words, and the number of all words, over all texts.
pub fn long_words(texts: &[Written]) -> (Vec<String>, usize) {
    let known = list(include_str!("long_words.txt"));
    let all: Vec<String> =
        texts.iter().flat_map(|text| sentences(&text.text)).flat_map(|sentence| words(&sentence)).collect();
    let is_long = |word: &&String| {
        word.chars().filter(|letter| letter.is_alphabetic()).count() > LONG && !known.contains(&word.as_str())
    };
    (all.iter().filter(is_long).cloned().collect(), all.len())
}

/// Whether a text addresses the reader, or lets the reader speak.
pub fn is_personal(text: &str) -> bool {
    let me = ["je", "jij", "jou", "jouw", "ik", "mij", "mijn", "me", "jezelf"];
    sentences(text).iter().any(|sentence| words(sentence).iter().any(|word| me.contains(&word.as_str())))
}
