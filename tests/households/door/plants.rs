//! Planted texts that must not leak: a name, a place, a number or a BSN in many spellings, and how to recognise them on
//! paper.

/// The kind of a planted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The name of a feared person.
    Feared,
    /// The name of a person whose name may not be on paper.
    Held,
    /// A place of a safety route.
    Place,
    /// A telephone number of a safety route.
    Number,
    Bsn,
}

/// Spellings of each kind, all inside a sentence.
pub const PLANTS: &[(Kind, &str)] = &[
    (Kind::Feared, "Dan komt Dennis weer."),
    (Kind::Feared, "DENNIS en dennis' auto"),
    (Kind::Feared, "Dennisje belt, en dennis88 schrijft."),
    (Kind::Feared, "Meneer Holtenaar komt weer."),
    (Kind::Feared, "de HOLTENAARS, of holtenaar's moeder"),
    (Kind::Held, "Ik bel Ineke elke dag."),
    (Kind::Held, "Ik ga naar mevrouw Vredeveld."),
    (Kind::Held, "met ineke mee"),
    (Kind::Place, "Ik ga naar het huis met de molen."),
    (Kind::Place, "in Het  Huis\nmet de Molen"),
    (Kind::Place, "Ik slaap bij de molen."),
    (Kind::Number, "Bel 0687654321 maar."),
    (Kind::Number, "Bel 06 87 65 43 21."),
    (Kind::Number, "Bel 06\u{a0}/ 87 65 43 21."),
    (Kind::Number, "Bel +31 (0)6-8765 4321."),
    (Kind::Number, "Bel 31687654321."),
    (Kind::Number, "Bel ٠٦٨٧٦٥٤٣٢١."),
    (Kind::Number, "Bel 06, 87, 65, 43, 21."),
    (Kind::Number, "Bel 876 54321."),
    (Kind::Bsn, "Mijn nummer is 111222333."),
    (Kind::Bsn, "111 222 333"),
    (Kind::Bsn, "111  222  333"),
    (Kind::Bsn, "111,222,333"),
    (Kind::Bsn, "111; 222: 333"),
    (Kind::Bsn, "111. 222. 333"),
    (Kind::Bsn, "111 & 222 & 333"),
    (Kind::Bsn, "111\n222\t333"),
    (Kind::Bsn, "１１１２２２３３３"),
];

/// Whether it can be read on a paper.
pub fn shows(kind: Kind, paper: &str) -> bool {
    let read = as_read(paper);
    match kind {
        Kind::Feared => read.contains("dennis") || read.contains("holtenaar"),
        Kind::Held => read.contains("ineke") || read.contains("vredeveld"),
        Kind::Place => read.contains("molen"),
        Kind::Number => digits(&read).contains("87654321"),
        Kind::Bsn => digits(&read).contains("111222333"),
    }
}

/// A text as a reader sees it in print: one space between words, lower case, every digit a plain digit.
fn as_read(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().flat_map(char::to_lowercase).map(plain_digit).collect()
}

/// The zero of each digit script that a keyboard here may have.
const ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];

fn plain_digit(letter: char) -> char {
    let value = |zero: char| u32::from(letter).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    ZEROS.into_iter().find_map(value).and_then(|value| char::from_digit(value, 10)).unwrap_or(letter)
}

/// The digits, with a mark for each letter between them.
fn digits(text: &str) -> String {
    let kept = text.chars().filter(|letter| letter.is_alphanumeric());
    kept.map(|letter| if letter.is_ascii_digit() { letter } else { '|' }).collect()
}

#[test]
fn every_spelling_can_be_seen_on_paper() {
    for (kind, text) in PLANTS {
        assert!(shows(*kind, text), "{text}");
        assert!(!shows(*kind, "Elke dag om 9.30 uur, 11 of 12 mensen."));
    }
}
