//! Words that look like the name of someone whom nobody entered, asked about while it is not safe.
//!
//! A capital in the middle of a sentence tells a name, unless the word is known as no name: an institution, a month, a
//! language, or a word that the content itself uses. A word in capitals only is an abbreviation. **The first word of a
//! sentence has its capital from its place, so it is a name only where something else says so**: it is a first name of
//! this country that is no ordinary word, it has its capital elsewhere in the middle of a sentence, or the words behind
//! it say what only a person does. The name of someone who was entered does not come here: it is found wherever it is.

use std::collections::BTreeSet;

use super::Finding;
use super::fold::fold;
use crate::model::answers::Answer;
use crate::model::case;
use crate::model::catalogue::Catalogue;
use crate::model::facts::Facts;
use crate::model::words;

/// What tells a name from another word.
#[derive(Debug, Clone)]
pub struct Strangers {
    catalogue: &'static Catalogue,
    /// Words that have a capital somewhere in the middle of a sentence, in small letters.
    elsewhere: BTreeSet<String>,
}

/// A word of a sentence as it is weighed.
struct Word<'t> {
    text: &'t str,
    /// In small letters and without accents.
    plain: String,
    /// It has its capital from its place: behind a full stop, a colon or an opening mark.
    begins: bool,
}

impl Strangers {
    /// Looks through all own words for names in the middle of a sentence.
    pub fn of(facts: &Facts) -> Strangers {
        let mut strangers = Strangers::knowing(facts.catalogue);
        let mut named = BTreeSet::new();
        for (question, _) in facts.catalogue.questions() {
            for text in facts.raw(question).map(Answer::own_words).unwrap_or_default() {
                strangers.note(text, &mut named);
            }
        }
        strangers.elsewhere = named;
        strangers
    }

    /// With only what the content knows.
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

    /// Calls `tell` with each word that has a capital and may be a name as far as the word itself tells.
    fn each_capital(&self, text: &str, tell: &mut dyn FnMut(&[Word], usize)) {
        for sentence in words::sentences(text) {
            let folded = fold(sentence);
            let sentence = words_of(&folded);
            let known = self.known_places(&sentence);
            for (place, word) in sentence.iter().enumerate() {
                let may_be = case::is_capitalised(word.text) && words::length(word.text) > 1;
                if may_be && !known.contains(&place) && self.may_be_name(&sentence, place) {
                    tell(&sentence, place);
                }
            }
        }
    }

    /// Whether a word with a capital can be a name, wherever it is.
    fn may_be_name(&self, sentence: &[Word], place: usize) -> bool {
        let word = &sentence[place];
        if is_first_name(self.catalogue, &word.plain) {
            return true;
        }
        if is_in_capitals(word.text) {
            return false;
        }
        // A street or a square: `Markt 12`.
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

    /// Whether the words behind it say what only a person does.
    fn is_followed_by_deed(&self, sentence: &[Word], place: usize) -> bool {
        let is_ordinary = is_ordinary(sentence[place].text, self.catalogue);
        let may_be = is_first_name(self.catalogue, &sentence[place].plain) || !is_ordinary;
        let behind = &sentence[place + 1..];
        may_be && self.catalogue.content.names.deeds.iter().any(|deed| begins_with(behind, deed))
    }

    /// The places of the words of what is known by name and is no person: “Leger des Heils”.
    fn known_places(&self, sentence: &[Word]) -> Vec<usize> {
        let mut places = Vec::new();
        for known in &self.catalogue.content.names.known {
            let count = known.split(' ').count();
            for start in 0..sentence.len() {
                if begins_with(&sentence[start..], known) {
                    places.extend(start..start + count);
                }
            }
        }
        places
    }
}

/// A first name, also with an `s` behind it or as a part of a double one.
fn is_first_name(catalogue: &Catalogue, plain: &str) -> bool {
    let bare = plain.strip_suffix("'s").or_else(|| plain.strip_suffix('\'')).unwrap_or(plain);
    let names = &catalogue.content.names.first_names;
    let is_name = |text: &str| names.iter().any(|name| name == text);
    is_name(bare) || bare.strip_suffix('s').is_some_and(is_name) || bare.split('-').any(is_name)
}

/// Whether these words begin with the words of a phrase.
fn begins_with(sentence: &[Word], phrase: &str) -> bool {
    let mut words = sentence.iter();
    phrase.split(' ').all(|part| words.next().is_some_and(|word| word.plain == part))
}

/// The words of a folded sentence, without the marks around them.
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

/// More than one letter, and only capitals: an abbreviation.
fn is_in_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    letters().count() > 1 && letters().all(case::is_capital)
}

/// The words of a role that the content does not know: a name, whether it has a capital or not.
pub fn strange_words(role: &str, catalogue: &Catalogue) -> Vec<String> {
    let mut strange = Vec::new();
    for word in role.split_whitespace().map(bare) {
        let is_name = case::is_capitalised(word) && is_first_name(catalogue, &words::plain(&fold(word)));
        if words::length(word) > 1 && (is_name || !is_ordinary(word, catalogue)) {
            strange.push(word.to_owned());
        }
    }
    strange
}

/// A capital behind the first word of a role is a name: “buurvrouw Til”, “Piet Jansen”.
pub fn names_in_role(role: &str) -> Vec<Finding> {
    let all = role.split_whitespace().map(bare).filter(|word| !word.is_empty());
    let names = all.skip(1).filter(|word| case::is_capitalised(word));
    names.map(|word| Finding::Name(word.to_owned())).collect()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether this is known as no name: the content has it in small letters, or names it so.
fn is_ordinary(word: &str, catalogue: &Catalogue) -> bool {
    let small = case::lower_text(word);
    let names = &catalogue.content.names;
    names.ordinary.contains(&small) || names.known.contains(&words::plain(&small)) || catalogue.says(&small)
}
