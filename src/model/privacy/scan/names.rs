//! Words that look like the name of a person nobody entered. The page asks about them while the resident is unsafe.
//!
//! A capital in the middle of a sentence marks a name, unless the word is known not to be one: an institution, a month,
//! a language, or a word that the content itself uses. A word in all capitals is an abbreviation. **The first word of a
//! sentence always has a capital, so it is a name only if something else says so**: it is a first name common in this
//! country and not an ordinary word, it has a capital in the middle of another sentence, or the words after it say what
//! only a person does. Names of entered people are not handled here: the scan finds those everywhere.

use std::collections::BTreeSet;

use crate::model::catalogue::Catalogue;
use crate::model::dossier::answers::Answer;
use crate::model::facts::Facts;
use crate::model::privacy::scan::Finding;
use crate::model::privacy::scan::fold::fold;
use crate::model::words::{self, Spelling};

/// Tells names from other words.
#[derive(Debug, Clone)]
pub struct Strangers {
    catalogue: &'static Catalogue,
    /// Words with a capital in the middle of some sentence, in lower case without accents.
    elsewhere: BTreeSet<String>,
}

/// One word of a sentence.
struct Word<'t> {
    text: &'t str,
    /// In lower case without accents.
    plain: String,
    /// Its position requires a capital: after a full stop, a colon or an opening mark.
    begins: bool,
}

impl Strangers {
    /// Collects the names in the middle of a sentence from every free text.
    pub fn of(facts: &Facts) -> Strangers {
        let mut strangers = Strangers::knowing(facts.screen);
        let mut named = BTreeSet::new();
        for (question, _) in facts.catalogue.questions() {
            for text in facts.raw(question).map(Answer::own_words).unwrap_or_default() {
                strangers.note(text, &mut named);
            }
        }
        strangers.elsewhere = named;
        strangers
    }

    /// Knows only the words of the content.
    pub fn knowing(catalogue: &'static Catalogue) -> Strangers {
        Strangers { catalogue, elsewhere: BTreeSet::new() }
    }

    /// The words of a text that may be names, as they are written.
    pub fn named_in(&self, text: &str) -> Vec<String> {
        let mut elsewhere = self.elsewhere.clone();
        self.note(text, &mut elsewhere);
        let mut named = Vec::new();
        self.each_capital(text, &mut |sentence, place| {
            let word = &sentence[place];
            if !word.begins || self.begins_with_name(sentence, place, &elsewhere) {
                named.push(word.text.to_owned());
            }
        });
        named
    }

    /// Adds the names in the middle of the sentences of a text.
    fn note(&self, text: &str, elsewhere: &mut BTreeSet<String>) {
        self.each_capital(text, &mut |sentence, place| {
            if !sentence[place].begins {
                elsewhere.insert(sentence[place].plain.clone());
            }
        });
    }

    /// Calls `tell` with each capitalised word that may be a name, judged by the word itself.
    fn each_capital(&self, text: &str, tell: &mut dyn FnMut(&[Word], usize)) {
        for sentence in words::sentences(text) {
            let folded = fold(sentence);
            let sentence = words_of(&folded);
            let known = self.known_places(&sentence);
            for (place, word) in sentence.iter().enumerate() {
                let may_be = word.text.starts_with(char::is_uppercase) && words::length(word.text) > 1;
                if may_be && !known.contains(&place) && self.may_be_name(&sentence, place) {
                    tell(&sentence, place);
                }
            }
        }
    }

    /// Whether a capitalised word can be a name, wherever it is.
    fn may_be_name(&self, sentence: &[Word], place: usize) -> bool {
        let word = &sentence[place];
        if is_first_name(self.catalogue, &word.plain) {
            return true;
        }
        if is_in_capitals(word.text) {
            return false;
        }
        // A street or a square with a house number: `Markt 12`.
        let has_number =
            sentence.get(place + 1).is_some_and(|next| next.text.starts_with(|one: char| one.is_ascii_digit()));
        let is_place = has_number && !word.begins;
        is_place || !is_ordinary(word.text, self.catalogue)
    }

    fn begins_with_name(&self, sentence: &[Word], place: usize, elsewhere: &BTreeSet<String>) -> bool {
        let plain = &sentence[place].plain;
        let is_ordinary = is_ordinary(sentence[place].text, self.catalogue);
        let is_named = is_first_name(self.catalogue, plain) || elsewhere.contains(plain);
        (is_named && !is_ordinary) || self.is_followed_by_deed(sentence, place)
    }

    /// Whether the words after it say what only a person does.
    fn is_followed_by_deed(&self, sentence: &[Word], place: usize) -> bool {
        let is_ordinary = is_ordinary(sentence[place].text, self.catalogue);
        let may_be = is_first_name(self.catalogue, &sentence[place].plain) || !is_ordinary;
        let behind = &sentence[place + 1..];
        may_be && self.catalogue.content.names.deeds.iter().any(|deed| begins_with(behind, deed.split(' ')))
    }

    /// The indexes of words in known names that are not persons: “Leger des Heils”.
    fn known_places(&self, sentence: &[Word]) -> Vec<usize> {
        let mut places = Vec::new();
        for (start, word) in sentence.iter().enumerate() {
            for known in self.catalogue.names().known_from(&word.plain) {
                if begins_with(&sentence[start..], known.iter().copied()) {
                    places.extend(start..start + known.len());
                }
            }
        }
        places
    }
}

/// Whether this is a first name, also with an `s` after it or as part of a double name.
fn is_first_name(catalogue: &Catalogue, plain: &str) -> bool {
    let bare = plain.strip_suffix("'s").or_else(|| plain.strip_suffix('\'')).unwrap_or(plain);
    let is_name = |text: &str| catalogue.names().is_first_name(text);
    is_name(bare) || bare.strip_suffix('s').is_some_and(is_name) || bare.split('-').any(is_name)
}

/// Whether the sentence begins with the words of a phrase.
fn begins_with<'p>(sentence: &[Word], mut phrase: impl Iterator<Item = &'p str>) -> bool {
    let mut words = sentence.iter();
    phrase.all(|part| words.next().is_some_and(|word| word.plain == part))
}

/// The words of a folded sentence, without surrounding punctuation.
fn words_of(folded: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut begins = true;
    for written in folded.split(' ') {
        let text = bare(written);
        if text.is_empty() {
            continue;
        }
        let opens = written.starts_with(['"', '“', '„', '‘', '\'', '(', '-', '«', '»']);
        words.push(Word { text, plain: words::plain(text), begins: begins || opens });
        begins = written.ends_with([':', '.', '!', '?', '…']);
    }
    words
}

/// Whether a word is an abbreviation: more than one letter, and only capitals.
fn is_in_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// The words of a role or a place that are no ordinary words or that are first names, with or without a capital.
pub fn strange_words(text: &str, catalogue: &Catalogue) -> Vec<String> {
    let is_strange = |word: &&str| is_first_name(catalogue, &words::plain(word)) || !is_ordinary(word, catalogue);
    split(text).filter(|word| words::length(word) > 1).filter(is_strange).map(str::to_owned).collect()
}

/// The names in a role: each capitalised word after the first one, as in “buurvrouw Til”, and each first name that is no
/// ordinary word, as in “kees de buurman”.
pub fn names_in_role(role: &str, catalogue: &Catalogue) -> Vec<Finding> {
    let is_name = |(nth, word): &(usize, &str)| {
        let is_capitalised = word.starts_with(char::is_uppercase);
        let is_first_name = is_first_name(catalogue, &words::plain(word));
        (*nth > 0 && is_capitalised) || (is_first_name && (is_capitalised || !is_ordinary(word, catalogue)))
    };
    split(role).enumerate().filter(is_name).map(|(_, word)| Finding::Name(word.to_owned())).collect()
}

/// Words between a first name and a surname.
const BEFORE_A_SURNAME: &[&str] = &[
    "de", "den", "der", "het", "t", "te", "ten", "ter", "van", "von", "del", "di", "dos", "el", "al", "la", "le",
    "bin", "ben",
];

/// Whether a name in this text goes on with a part that nobody entered: “Karel de Boer” or “Karel-Jan” for “Karel”. A part
/// without a capital counts only for a feared person, and only if it is no ordinary word.
pub fn goes_on(text: &str, name: &str, is_feared: bool, catalogue: &Catalogue) -> bool {
    let spelling = spelling_of(name, catalogue);
    let may_be_surname =
        |word: &str| word.starts_with(char::is_uppercase) || (is_feared && !is_ordinary(word, catalogue));
    let places = words::around(text, name, spelling);
    places.into_iter().any(|(before, after)| {
        let is_joined =
            |rest: Option<&str>, letter: fn(&str) -> Option<char>| rest.and_then(letter).is_some_and(words::is_in_word);
        is_joined(before.strip_suffix('-'), |rest| rest.chars().next_back())
            || is_joined(after.strip_prefix('-'), |rest| rest.chars().next())
            || next_part(after).is_some_and(may_be_surname)
    })
}

/// The word that may be a surname, after the words between; none after a sign that ends the name.
fn next_part(after: &str) -> Option<&str> {
    let mut rest = after;
    loop {
        let word_at = rest.find(words::is_in_word)?;
        let (gap, from_word) = rest.split_at(word_at);
        if gap.is_empty() || !gap.chars().all(|sign| sign.is_whitespace() || matches!(sign, '\'' | '’' | '‘')) {
            return None;
        }
        let end = from_word.find(|letter| !words::is_in_word(letter)).unwrap_or(from_word.len());
        let (word, left) = from_word.split_at(end);
        if !BEFORE_A_SURNAME.contains(&word.to_lowercase().as_str()) {
            return Some(word);
        }
        rest = left;
    }
}

/// How a name is spelled when it is that name: a single word that is also an ordinary word needs its capital.
pub fn spelling_of(name: &str, catalogue: &Catalogue) -> Spelling {
    let is_word = split(name).count() == 1 && (words::length(name) == 1 || is_ordinary(name, catalogue));
    if is_word { Spelling::Capitalised } else { Spelling::AnyCase }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !words::is_in_word(letter)).filter(|word| !word.is_empty())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether this word is known not to be a name: the content uses it in lower case or lists it.
fn is_ordinary(word: &str, catalogue: &Catalogue) -> bool {
    let small = word.to_lowercase();
    let names = catalogue.names();
    names.is_ordinary(&small) || names.is_known(&words::plain(&small)) || catalogue.has_word(&small)
}
