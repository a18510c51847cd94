//! Two pseudo-languages for development and tests, made from the Dutch words. What still reads as Dutch on a screen comes
//! from code, and what does not fit is too narrow for a real translation.
#![expect(clippy::print_stdout, reason = "an editor reads the answer on the command line")]

use std::error::Error;
use std::fs;
use std::path::Path;

use super::keys::{is_placeholder, parts};
use super::{Checked, pack};
use crate::model::content::{Content, Direction, Key, Visitor};

/// How the letters of a pseudo-language are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Every letter has an accent.
    Accents,
    /// Hebrew letters, which a browser writes from right to left.
    RightToLeft,
}

impl Pseudo {
    /// Both.
    pub const ALL: [Pseudo; 2] = [Pseudo::Accents, Pseudo::RightToLeft];

    /// The language tag, from the range of BCP 47 for private use.
    pub fn tag(self) -> &'static str {
        match self {
            Pseudo::Accents => "qps-ploc",
            Pseudo::RightToLeft => "qps-plocm",
        }
    }

    fn direction(self) -> Direction {
        match self {
            Pseudo::Accents => Direction::Ltr,
            Pseudo::RightToLeft => Direction::Rtl,
        }
    }

    /// The content in this language. Lists of words stay Dutch: no screen shows them, and tests type Dutch.
    pub fn content(self, content: &Content) -> Content {
        let mut content = content.clone();
        content.visit_texts(&mut Turn(self));
        Content { language: self.tag().to_owned(), direction: self.direction(), ..content }
    }

    /// A text in brackets, a third longer, without any letter from A to Z. Placeholders and web addresses stay whole.
    pub fn text(self, text: &str) -> String {
        let mut turned = String::new();
        for part in text.split_inclusive('|') {
            let (part, bar) = part.strip_suffix('|').map_or((part, ""), |part| (part, "|"));
            turned.push_str(&self.bracketed(part));
            turned.push_str(bar);
        }
        turned
    }

    fn bracketed(self, text: &str) -> String {
        if !text.contains(char::is_alphabetic) || parts(text).iter().all(|part| is_placeholder(part)) {
            return text.to_owned();
        }
        let mut turned = String::from("⟦");
        let mut vowels = 0;
        for part in parts(text) {
            if is_placeholder(part) {
                turned.push_str(part);
            } else {
                for word in part.split_inclusive(' ') {
                    self.push_word(word, &mut vowels, &mut turned);
                }
            }
        }
        // Words without vowels are a little short of a third.
        let missing = (text.chars().count() * 4 / 3).saturating_sub(turned.chars().count() + 1);
        turned.extend(std::iter::repeat_n('~', missing));
        turned.push('⟧');
        turned
    }

    /// Every vowel twice, which makes long words longer too, as German does.
    fn push_word(self, word: &str, vowels: &mut usize, turned: &mut String) {
        if is_address(word) {
            turned.push_str(word);
            return;
        }
        for letter in word.chars() {
            let other = self.letter(letter);
            turned.push(other);
            if matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u') {
                *vowels += 1;
                // Dutch has more vowels than a third of its letters.
                if !vowels.is_multiple_of(8) {
                    turned.push(other);
                }
            }
        }
    }

    fn letter(self, letter: char) -> char {
        let (small, capital) = match self {
            Pseudo::Accents => ("àƀçđéƒğĥíĵķľɱñóþǫřšţúṽŵẋýž", "ÀƁÇĐÉƑĞĤÍĴĶĽṀÑÓÞǪŘŠŢÚṼŴẊÝŽ"),
            Pseudo::RightToLeft => ("אבגדהופחיךכלםמןנסעףפץצקרשת", "אבגדהופחיךכלםמןנסעףפץצקרשת"),
        };
        let at = |letters: &str, first: u8| letters.chars().nth(usize::from(letter as u8 - first));
        match letter {
            'a'..='z' => at(small, b'a').unwrap_or(letter),
            'A'..='Z' => at(capital, b'A').unwrap_or(letter),
            // Accented letters of Dutch look the same in another language.
            _ if self == Pseudo::RightToLeft && letter.is_alphabetic() => 'א',
            _ => letter,
        }
    }
}

/// Whether a word is the address of a site, such as `www.knmi.nl`.
fn is_address(word: &str) -> bool {
    let bare = word.trim_end_matches([' ', '.', ',', ')', '?', '!']);
    let inner = bare.split_once('.');
    bare.contains("://") || inner.is_some_and(|(host, rest)| host.len() > 1 && rest.len() > 1 && bare.is_ascii())
}

struct Turn(Pseudo);

impl Visitor for Turn {
    fn text(&mut self, _: Key<'_>, text: &mut String) {
        *text = self.0.text(text);
    }

    fn list(&mut self, _: Key<'_>, _: &mut Vec<String>) {}
}

/// Writes the words of each pseudo-language to a folder: `qps-ploc.bin`, `qps-plocm.bin`. They fit the structure of a site
/// built from the same content.
///
/// # Errors
///
/// If the folder cannot be written.
pub fn write(checked: &Checked, folder: &Path) -> Result<(), Box<dyn Error>> {
    let content = checked.content.as_ref().ok_or("er is geen inhoud")?;
    fs::create_dir_all(folder)?;
    for pseudo in Pseudo::ALL {
        let path = folder.join(format!("{}.bin", pseudo.tag()));
        fs::write(&path, pack::files(&pseudo.content(content)).words)?;
        println!("{}", path.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_in_brackets_a_third_longer_and_without_a_plain_letter() {
        for pseudo in Pseudo::ALL {
            for text in ["Verder", "Sluit deze pagina", "Hmm", "Wat heb je nodig?", "één"] {
                let turned = pseudo.text(text);
                assert!(turned.starts_with('⟦') && turned.ends_with('⟧'), "{turned}");
                assert!(turned.chars().count() * 3 >= text.chars().count() * 4, "{text} {turned}");
                assert!(!turned.contains(|letter: char| letter.is_ascii_alphabetic()), "{turned}");
            }
        }
    }

    #[test]
    fn what_the_program_reads_stays_whole() {
        for pseudo in Pseudo::ALL {
            for text in ["", "{}", "{pen}{pen}", "112", " · ", "____"] {
                assert_eq!(pseudo.text(text), text);
            }
            assert!(pseudo.text("Nog {n} tekens.").contains("{n}"));
            assert!(pseudo.text("Kijk op www.knmi.nl.").contains("www.knmi.nl"));
            assert_eq!(pseudo.text("kind|kinderen").matches('|').count(), 1);
            assert_eq!(pseudo.text("kind|kinderen").matches('⟦').count(), 2);
        }
    }
}
