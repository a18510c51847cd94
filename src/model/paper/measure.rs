//! Printed width of letters, so that a line counts as full where the printer breaks it, even in capitals.
//!
//! The widths are those of Arial and Liberation Sans, the widest fonts that print a sheet.

/// The space that a text takes on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// As a reader counts them.
    pub characters: usize,
    /// In thousandths of the font size.
    pub thousandths: usize,
}

/// The width of a line per character of its nominal length: ordinary text is a little narrower.
const PER_CHARACTER: usize = 500;

impl Extent {
    /// A space between two words.
    pub const SPACE: Extent = Extent { characters: 1, thousandths: 278 };

    /// The extent of one letter that counts as this many characters: 0 for a mark on the letter before it.
    pub fn of_letter(letter: char, characters: usize) -> Extent {
        Extent { characters, thousandths: if characters == 0 { 0 } else { width(letter) } }
    }

    #[must_use]
    pub fn plus(self, other: Extent) -> Extent {
        Extent { characters: self.characters + other.characters, thousandths: self.thousandths + other.thousandths }
    }

    /// Whether it fits on a line of this many characters.
    pub fn fits(self, line: usize) -> bool {
        self.characters <= line && self.thousandths <= line * PER_CHARACTER
    }
}

/// The width of a letter; for letters outside Latin, the maximum of their kind.
fn width(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | '\'' | '‘' | '’' => 222,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | '|' | 'I' | 'f' | 't' | '[' | ']' => 278,
        '-' | '(' | ')' | 'r' | '“' | '”' | '"' | '·' | '*' => 356,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'a'..='z' | '0'..='9' | 'L' | '_' | '?' | '€' | '–' if !matches!(letter, 'm' | 'w') => 556,
        'F' | 'T' | 'Z' | '+' | '<' | '=' | '>' | '~' | 'ß'..='ÿ' => 611,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 667,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 722,
        'G' | 'O' | 'Q' | 'À'..='Þ' | 'Ā'..='ſ' => 778,
        'm' | 'M' => 833,
        '%' | 'W' | '—' | '…' => 1000,
        '\0'..='\u{2fff}' => 1015,
        _ => 1300,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Extent {
        text.chars().fold(Extent::default(), |all, letter| all.plus(Extent::of_letter(letter, 1)))
    }

    #[test]
    fn capitals_take_more_of_a_line_than_small_letters() {
        for (text, line) in [
            ("ik wil rust in huis", 19),
            ("IK WIL RUST IN HUIS", 21),
            ("WWWWWWWWWW", 20),
            ("MMMMMMMMMM", 17),
            ("iiiiiiiiii", 10),
            ("Ж 家", 6),
        ] {
            assert!(of(text).fits(line), "{text} fits {line}: {:?}", of(text));
            assert!(!of(text).fits(line - 1), "{text} does not fit {}: {:?}", line - 1, of(text));
        }
    }
}
