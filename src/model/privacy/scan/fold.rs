//! Folding: one form for everything that looks the same on paper. The scan works on folded text only, so that it finds
//! a number however its digits are written, and whatever invisible characters are between them.
//!
//! Follows the compatibility forms of Unicode (NFKC) as far as numbers, addresses and names need them; the full table
//! would take 60 KB of the wasm. Keeps case, because a capital marks a name.

use crate::model::words::is_combining;

/// The folded form of a text. White space of any kind and length becomes one space, as a browser prints it.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_blank(letter) {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !is_unseen(letter) {
            push(&mut folded, letter);
        }
    }
    folded
}

fn push(folded: &mut String, letter: char) {
    match letter {
        '\0'..='~' => folded.push(letter),
        'Ĳ' => folded.push_str("IJ"),
        'ĳ' => folded.push_str("ij"),
        'ﬁ' => folded.push_str("fi"),
        'ﬂ' => folded.push_str("fl"),
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'Æ' => folded.push_str("AE"),
        'œ' => folded.push_str("oe"),
        'Œ' => folded.push_str("OE"),
        _ => folded.push(plain_form(letter)),
    }
}

/// The plain form of a letter, digit or punctuation mark; other characters stay as they are.
fn plain_form(letter: char) -> char {
    if let Some(digit) = digit(letter) {
        return char::from_digit(digit, 10).unwrap_or(letter);
    }
    match letter {
        // Punctuation inside a number, an address or a name.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' | '\u{30fb}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        '\u{2024}' | '\u{fe52}' | '\u{3002}' | '\u{ff61}' => '.',
        '\u{fe6b}' => '@',
        '\u{fe62}' => '+',
        '‘' | '’' | 'ʼ' | '´' | '`' | '′' => '\'',
        'İ' => 'I',
        'ı' => 'i',
        // ASCII characters in full width.
        '\u{ff01}'..='\u{ff5e}' => plain(letter, 0xff01, '!', 94),
        // Letters in bold, italics, circles and squares.
        '\u{1d400}'..='\u{1d6a3}' => styled(letter),
        '\u{24b6}'..='\u{24cf}' => plain(letter, 0x24b6, 'A', 26),
        '\u{24d0}'..='\u{24e9}' => plain(letter, 0x24d0, 'a', 26),
        '\u{1f130}'..='\u{1f149}' => plain(letter, 0x1_f130, 'A', 26),
        '\u{1f150}'..='\u{1f169}' => plain(letter, 0x1_f150, 'A', 26),
        '\u{1f170}'..='\u{1f189}' => plain(letter, 0x1_f170, 'A', 26),
        _ => letter,
    }
}

/// The letter at the same distance from `first` as this one is from `from`, wrapping after `count` letters.
fn plain(letter: char, from: u32, first: char, count: u32) -> char {
    char::from_u32(first as u32 + (letter as u32 - from) % count).unwrap_or(letter)
}

/// Mathematical letters: 26 upper-case and 26 lower-case letters in each style.
fn styled(letter: char) -> char {
    let place = (letter as u32 - 0x1_d400) % 52;
    if place < 26 {
        plain(letter, 0x1_d400, 'A', 52)
    } else {
        char::from_u32('a' as u32 + place - 26).unwrap_or(letter)
    }
}

/// The value of a digit in any script, including superscript, subscript and circled digits.
fn digit(letter: char) -> Option<u32> {
    let code = letter as u32;
    let behind = |from: &u32, first: u32| code.checked_sub(*from).map(|far| far + first).filter(|value| *value < 10);
    match letter {
        '²' => Some(2),
        '³' => Some(3),
        '¹' => Some(1),
        '⁰' | '⓪' | '⓿' => Some(0),
        '⁴'..='⁹' => behind(&0x2070, 0),
        _ => ZEROS.iter().find_map(|zero| behind(zero, 0)).or_else(|| ONES.iter().find_map(|one| behind(one, 1))),
    }
}

/// The zero of every script; its nine other digits follow in order.
const ZEROS: [u32; 78] = [
    0x0030, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066,
    0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0,
    0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
    // Subscript digits, and digits with a comma.
    0x2080, 0x1f101,
];

/// The digit one in circles and brackets; eight digits follow in order.
const ONES: [u32; 7] = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a];

/// Whether a reader sees only white space here.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{1160}')
}

/// Whether a reader sees nothing here, or only a mark on the letter before.
fn is_unseen(letter: char) -> bool {
    is_combining(letter)
        || letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{fff9}'..='\u{fffb}'
            | '\u{483}'..='\u{489}' | '\u{64b}'..='\u{65f}' | '\u{670}'
            | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_becomes_the_same() {
        for (text, folded) in [
            ("123 456 782", "123 456 782"),
            ("123  456\n\t782", "123 456 782"),
            ("123\u{a0}456\u{2007}\u{202f}782", "123 456 782"),
            ("١٢٣٤٥٦٧٨٢", "123456782"),
            ("۱۲۳۴۵۶۷۸۲", "123456782"),
            ("१२३४५६७८२", "123456782"),
            ("１２３４５６７８２", "123456782"),
            ("𝟏𝟐𝟑𝟜𝟝𝟞𝟽𝟾𝟸", "123456782"),
            ("①②③④⑤⑥⑦⑧②", "123456782"),
            ("¹²³⁴⁵⁶⁷⁸²₀", "1234567820"),
            ("1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}", "12"),
            ("12\u{200b}34\u{ad}56\u{301}", "123456"),
            ("jan＠voorbeeld．nl", "jan@voorbeeld.nl"),
            ("jan﹫voorbeeld﹒nl", "jan@voorbeeld.nl"),
            ("ｊａｎ 𝐉𝐚𝐧 Ⓙⓐⓝ", "jan Jan Jan"),
            ("Ĳsbrand René", "IJsbrand René"),
            ("06‑12–34—56", "06-12-34-56"),
            ("Anna’s", "Anna's"),
            ("👩\u{200d}👧 é", "👩👧 é"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn every_zero_begins_ten_digits() {
        for zero in ZEROS {
            for value in 0..10 {
                let letter = char::from_u32(zero + value).expect("a letter");
                assert!(letter.is_numeric(), "{letter} {:x}", zero + value);
                assert_eq!(digit(letter), Some(value));
            }
        }
        for one in ONES {
            assert_eq!(char::from_u32(one + 8).and_then(digit), Some(9));
        }
        assert_eq!(['x', '/', ':', 'ⁱ', 'Ⅳ'].map(digit), [None; 5]);
    }
}
