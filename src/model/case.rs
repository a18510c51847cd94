//! Upper and lower case for the European scripts that have both: Latin, Greek, Cyrillic.
//!
//! The tables of the standard library cover every script and take 20 KB of the wasm; these few rules take none.

/// The lower case of a letter; letters without a rule are returned unchanged.
pub fn lower(letter: char) -> char {
    let code = letter as u32;
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        'Ÿ' => 'ÿ' as u32,
        // In pairs, with the capital at the even code point.
        'Ā'..='Į' | 'Ĳ'..='Ķ' | 'Ŋ'..='Ŷ' | 'Ș'..='ț' | 'Ḁ'..='Ẕ' | 'Ạ'..='ỿ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ӿ' => {
            code | 1
        }
        // In pairs, with the capital at the odd code point.
        'Ĺ'..='ň' | 'Ź'..='ž' => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Whether a letter is a capital.
pub fn is_capital(letter: char) -> bool {
    lower(letter) != letter
}

/// Whether a text begins with a capital.
pub fn is_capitalised(text: &str) -> bool {
    text.chars().next().is_some_and(is_capital)
}

/// A text in lower case.
pub fn lower_text(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text with its first letter in upper case.
pub fn begin_with_capital(text: &str) -> String {
    let Some(first) = text.chars().next() else { return String::new() };
    // Finds the capital whose lower case is this letter: it comes before the letter, or for `ÿ` after it.
    let capital = match first {
        'ÿ' => 'Ÿ',
        _ => [32, 80, 1]
            .into_iter()
            .find_map(|far| {
                (first as u32)
                    .checked_sub(far)
                    .and_then(char::from_u32)
                    .filter(|up| *up != first && lower(*up) == first)
            })
            .unwrap_or(first),
    };
    let mut told = String::from(capital);
    told.push_str(text.get(first.len_utf8()..).unwrap_or_default());
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Capitals whose lower case is more than one letter, or a letter of another alphabet.
    const OTHERS: [char; 3] = ['İ', 'ẞ', 'Ω'];

    fn european() -> impl Iterator<Item = char> {
        let ranges = ['\0'..='\u{17f}', 'Ș'..='ț', '\u{370}'..='\u{3ff}', '\u{400}'..='\u{4ff}', 'Ḁ'..='ỿ'];
        ranges.into_iter().flatten()
    }

    #[test]
    fn the_letters_of_europe_become_small_as_everywhere() {
        let mut known = 0;
        for letter in european().filter(|letter| !OTHERS.contains(letter)) {
            let small: Vec<char> = letter.to_lowercase().collect();
            // Old Greek and Coptic letters and accented Greek letters stay as they are.
            if lower(letter) != letter || !('\u{370}'..='\u{3ff}').contains(&letter) && !rare(letter) {
                assert_eq!(vec![lower(letter)], small, "{letter:?} {:x}", letter as u32);
                known += usize::from(is_capital(letter));
            }
        }
        assert!(known > 350, "{known} capitals were looked at");
    }

    fn rare(letter: char) -> bool {
        ('\u{4c0}'..='\u{4cf}').contains(&letter)
    }

    #[test]
    fn a_text_begins_with_a_capital() {
        for (text, told) in [
            ("past half", "Past half"),
            ("één", "Één"),
            ("ÿ", "Ÿ"),
            ("žluť", "Žluť"),
            ("да", "Да"),
            ("ѐ", "Ѐ"),
            ("3 keer", "3 keer"),
            ("", ""),
        ] {
            assert_eq!(begin_with_capital(text), told);
        }
    }

    #[test]
    fn a_whole_text_in_small_letters() {
        assert_eq!(lower_text("KAFÉ Ĳssel ΑΘΗΝΑ МОСКВА 1"), "kafé ĳssel αθηνα москва 1");
    }
}
