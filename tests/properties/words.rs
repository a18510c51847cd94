//! Hard cases of free text. Each text contains its own token, by which a test finds it on any paper.

use app::model::words::length;

use super::dice::Dice;

/// Texts that must not reach paper inside a sentence: the kind of finding, and the planted text.
pub const PLANTS: &[(&str, &str)] = &[
    ("bsn", "111222333"),
    ("bsn", "111 222 333"),
    ("iban", "NL91ABNA0417164300"),
    ("iban", "NL91 ABNA 0417 1643 00"),
    ("email", "jan.smit@voorbeeld.nl"),
    ("email", "jan @ voorbeeld . nl"),
    ("birth", "3-4-1980"),
    ("birth", "3 april 1980"),
    ("phone", "06-12345678"),
    ("phone", "+31 6 1234 5678"),
    ("phone", "0182 123456"),
];

const PIECES: &[&str] = &[
    "Ik wil rust",
    "mijn huis",
    "Dat lukt niet",
    "en dan",
    "of toch niet",
    "elke dag!",
    "Waarom?",
    "De post. De brief.",
    "“zo” zei hij",
    "<b>dik</b>",
    "{area}",
    "{}",
    "\\n",
    "é café naïef",
    "Şükrü",
    "مرحبا",
    "👩\u{200d}👧",
    "a\u{301}",
    "\u{202e}om",
    "\u{200b}",
    "regel\nregel",
    "tab\ttab",
    "  ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "5 euro",
    "9.30 uur",
    "& ' \"",
    "(zie bladzijde 2)",
    "1000",
    "F-VT",
    "ik kan niet meer",
];

/// A text of at most `most` characters around a token; sometimes of exactly that length.
pub fn text(dice: &mut Dice, token: &str, planted: Option<&str>, most: usize) -> String {
    let mut parts: Vec<String> = vec![token.to_owned()];
    if let Some(planted) = planted {
        parts.push(planted.to_owned());
    }
    let most_parts = if dice.chance(15) { 60 } else { 6 };
    for _ in 0..dice.below(most_parts) {
        parts.extend(dice.one_of(PIECES).map(|piece| (*piece).to_owned()));
    }
    // Token and planted text come first, so they are not dropped; after that the order is shuffled.
    while parts.len() > 1 && length(&parts.join(" ")) > most {
        parts.pop();
    }
    dice.shuffled(parts).join(" ")
}

/// A text of exactly `most` characters.
pub fn full(dice: &mut Dice, token: &str, most: usize) -> String {
    let mut full = text(dice, token, None, most);
    let mut left = most.saturating_sub(length(&full));
    let words = ["geld ", "werk ", "wonen ", "x", "iii", "mm "];
    for word in std::iter::once(" ").chain(std::iter::repeat_with(|| dice.one_of(&words).copied().unwrap_or("x"))) {
        if left == 0 {
            break;
        }
        let word = if word.len() > left { "o" } else { word };
        full.push_str(word);
        left -= word.len();
    }
    if full.ends_with(' ') {
        full.pop();
        full.push('e');
    }
    full
}

/// A text as a reader sees it: all white space between words is one space.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
