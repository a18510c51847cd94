//! Text helpers for free text: removing invisible characters, finding and replacing whole words, splitting sentences.

/// A cleaned text, and whether an invisible character was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    pub text: String,
    pub changed: bool,
}

/// Removes characters that are invisible or change the direction of the text, and marks beyond eight on one letter.
///
/// Zero-width joiners are kept where they join letters (emoji, Persian); line breaks and tabs are kept.
pub fn clean(text: &str) -> Cleaned {
    let mut cleaned = String::with_capacity(text.len());
    let mut before: Option<char> = None;
    let mut marks = 0;
    for (index, letter) in text.char_indices() {
        let after = text.get(index + letter.len_utf8()..).and_then(|rest| rest.chars().next());
        marks = if is_combining(letter) { marks + 1 } else { 0 };
        if is_kept(letter, before, after) && marks <= 8 {
            cleaned.push(letter);
        }
        before = Some(letter);
    }
    // Some keyboards add a carriage return to a line break; the resident did not type it.
    let changed = !cleaned.chars().eq(text.chars().filter(|letter| *letter != '\r'));
    Cleaned { text: cleaned, changed }
}

fn is_kept(letter: char, before: Option<char>, after: Option<char>) -> bool {
    match letter {
        '\n' | '\t' => true,
        '\u{200c}' | '\u{200d}' => before.is_some_and(joins) && after.is_some_and(joins),
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => false,
        _ => true,
    }
}

fn joins(letter: char) -> bool {
    letter as u32 >= 0x600 && !letter.is_whitespace()
}

/// Whether this is a combining mark on the letter before it.
pub fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// Fills several placeholders such as `{n}`, one after the other.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (placeholder, value)| text.replace(placeholder, value))
}

/// A number that is written from left to right inside a text from right to left, where its groups of digits would change
/// places.
pub fn isolated(number: &str) -> String {
    ["\u{2066}", number, "\u{2069}"].concat()
}

/// A text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The number of characters as a reader counts them: combining marks do not count.
pub fn length(text: &str) -> usize {
    text.chars().filter(|letter| counts(*letter)).count()
}

/// Whether a reader counts this as a character.
pub fn counts(letter: char) -> bool {
    !is_combining(letter) && letter != '\u{200d}'
}

/// A text prepared for word search: in lower case, with one space between words and at both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordSearchText {
    text: String,
    /// The offset of each word in the text, including the space before it.
    starts: Vec<usize>,
}

impl WordSearchText {
    /// Whether the text contains the other as whole words. Ignores case and the characters between words.
    pub fn holds(&self, word: &WordSearchText) -> bool {
        let first = word.text.as_bytes().get(1);
        let mut rests = self.starts.iter().filter_map(|start| self.text.as_bytes().get(*start..));
        // A quick check first: nearly every word already differs in its first letter.
        rests.any(|rest| rest.get(1) == first && rest.starts_with(word.text.as_bytes()))
    }

    /// Whether the text contains the other as a name: as whole words, or with an ending after the last, as in “Piets
    /// huis”, “Pietje” and “piet88”.
    pub fn holds_name(&self, name: &WordSearchText) -> bool {
        let Some(name) = name.text.strip_suffix(' ').filter(|name| !name.is_empty()) else {
            return false;
        };
        let mut rests = self.starts.iter().filter_map(|start| self.text.get(*start..));
        rests.any(|rest| rest.strip_prefix(name).is_some_and(ends_a_name))
    }
}

/// Whether what follows a name is the end of the word, an ending that names get, or the digits of a nickname.
fn ends_a_name(after: &str) -> bool {
    let ending = after.split(' ').next().unwrap_or_default();
    let endings = ["", "s", "je", "tje", "jes", "tjes"];
    endings.contains(&ending) || ending.bytes().all(|digit| digit.is_ascii_digit())
}

/// Prepares a text for word search.
pub fn for_word_search(text: &str) -> WordSearchText {
    let mut spoken = WordSearchText { text: String::new(), starts: Vec::new() };
    let mut ends = true;
    for letter in text.chars().flat_map(char::to_lowercase) {
        if !letter.is_alphanumeric() {
            ends = true;
            continue;
        }
        if std::mem::take(&mut ends) {
            spoken.starts.push(spoken.text.len());
            spoken.text.push(' ');
        }
        spoken.text.push(letter);
    }
    spoken.text.push(' ');
    spoken
}

/// Like [`for_word_search`], but ignores accents too.
pub fn for_plain_word_search(text: &str) -> WordSearchText {
    for_word_search(&plain(text))
}

/// A text in lower case, without accents.
pub fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !is_combining(*letter)).flat_map(char::to_lowercase);
    letters.map(without_accent).collect()
}

fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' | 'ľ' | 'ĺ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' | 'ŕ' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// Which spellings of a name are that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    AnyCase,
    /// Only with a capital: in lower case it is an ordinary word, such as “wil”.
    Capitalised,
}

/// Replaces a word, or several in a row, wherever it occurs as whole words; ignores accents. At the start of a
/// sentence the replacement begins with a capital, and it is never repeated: “tante Ineke” becomes “tante”.
pub fn replaced(text: &str, word: &str, spelling: Spelling, with: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in occurrences(text, word, spelling) {
        replaced.push_str(text.get(done..start).unwrap_or_default());
        put(&mut replaced, with);
        done = end;
    }
    replaced.push_str(text.get(done..).unwrap_or_default());
    replaced
}

/// The text before and after each place where a word, or several in a row, occurs as whole words; ignores accents.
pub fn around<'t>(text: &'t str, word: &str, spelling: Spelling) -> Vec<(&'t str, &'t str)> {
    let places = occurrences(text, word, spelling).into_iter();
    places.filter_map(|(start, end)| Some((text.get(..start)?, text.get(end..)?))).collect()
}

/// The byte offsets of the start and the end of each occurrence.
fn occurrences(text: &str, word: &str, spelling: Spelling) -> Vec<(usize, usize)> {
    let sought = bare_words(word);
    let found = bare_words(text);
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(here) = found.get(at..at + sought.len()).filter(|_| !sought.is_empty()) {
        let fits = spelling == Spelling::AnyCase || here.iter().all(|word| word.1.starts_with(char::is_uppercase));
        let mut pairs = here.iter().zip(&sought);
        let is_it = fits && pairs.all(|(one, other)| for_plain_word_search(one.1) == for_plain_word_search(other.1));
        if let (Some((start, _)), Some((last, ending)), true) = (here.first(), here.last(), is_it) {
            places.push((*start, last + ending.len()));
            at += sought.len();
        } else {
            at += 1;
        }
    }
    places
}

fn put(text: &mut String, with: &str) {
    let said = text.trim_end().len();
    let (before, last) = (for_plain_word_search(text), for_plain_word_search(with));
    if before.text.ends_with(&last.text) {
        text.truncate(said);
    } else if matches!(text.trim_end().chars().next_back(), None | Some('.' | '!' | '?')) {
        text.push_str(&capitalised(with));
    } else {
        text.push_str(with);
    }
}

/// Whether a character belongs to a word.
pub fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining(letter)
}

/// The words of a text without surrounding punctuation, each with its byte offset.
fn bare_words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (index, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = is_in_word(letter);
        match (start, inside) {
            (None, true) => start = Some(index),
            (Some(first), false) => {
                words.extend(text.get(first..index).map(|word| (first, word)));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The full name, and each part that begins with a capital. If capitals tell nothing, because the name has none or
/// nothing else, the first and last part: the words between them are seldom names.
pub fn parts_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let all: Vec<&str> = name.split(|letter: char| !is_in_word(letter)).filter(|part| !part.is_empty()).collect();
    let is_small = |letter: char| letter.is_alphabetic() && !letter.is_uppercase();
    let capitals_tell = name.chars().any(char::is_uppercase) && name.chars().any(is_small);
    let mut parts = Vec::new();
    for (place, part) in all.iter().enumerate() {
        let at_an_end = (place == 0 || place + 1 == all.len()) && !is_particle(part);
        let is_part = if capitals_tell { part.starts_with(char::is_uppercase) } else { at_an_end };
        if length(part) > 1 && is_part && *part != name {
            parts.push((*part).to_owned());
        }
    }
    if !all.is_empty() {
        parts.push(name.to_owned());
    }
    parts
}

/// Whether this is a small word of a family name, such as `van`, which also occurs in ordinary sentences.
fn is_particle(part: &str) -> bool {
    let particles = ["van", "den", "der", "ter", "ten", "het", "aan", "bij", "uit", "von", "bin", "ben", "del", "dos"];
    length(part) < 3 || particles.contains(&part.to_lowercase().as_str())
}

/// The sentences of a text, each with its closing mark.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((index, letter)) = letters.next() {
        let ends = matches!(letter, '.' | '!' | '?' | '\n');
        let goes_on = letters.peek().is_some_and(|(_, next)| !next.is_whitespace() && letter != '\n');
        if ends && !goes_on {
            let end = index + letter.len_utf8();
            sentences.extend(text.get(start..end).map(str::trim));
            start = end;
        }
    }
    sentences.extend(text.get(start..).map(str::trim));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Parses a whole number of any size. All are parsed as `i64` first, so that the program has one parser.
pub fn number<T: TryFrom<i64>>(text: &str) -> Option<T> {
    let number: i64 = text.parse().ok()?;
    T::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_taken_out_and_told() {
        let check = |typed: &str, kept: &str| {
            assert_eq!(clean(typed), Cleaned { text: kept.to_owned(), changed: typed != kept }, "{typed:?}");
        };
        check("Ik val.\nSoms.", "Ik val.\nSoms.");
        check("a\u{0}b\u{7}c", "abc");
        check("naam\u{202e}txt", "naamtxt");
        check("zo\u{ad}ne", "zone");
        check("👩\u{200d}👧", "👩\u{200d}👧");
        check("a\u{200d}b", "ab");
        check("é café", "é café");
        check(&format!("a{}", "\u{301}".repeat(100)), &format!("a{}", "\u{301}".repeat(8)));
    }

    #[test]
    fn words_are_found_whole_and_in_any_case() {
        let list = ["kan niet meer", "dood"].map(for_word_search);
        let check = |text: &str| list.iter().any(|word| for_word_search(text).holds(word));
        assert!(check("Ik KAN  niet, meer."));
        assert!(check("Dood"));
        assert!(!check("doodmoe"));
    }

    #[test]
    fn a_name_is_found_with_an_s_behind_it() {
        let check = |text: &str, name: &str| for_word_search(text).holds_name(&for_word_search(name));
        for text in ["Piet", "Piets huis", "Piet's huis", "bij Piet.", "PIETS"] {
            assert!(check(text, "Piet"), "{text}");
        }
        assert!(check("Pietje kwam", "Piet") && check("piet88", "Piet"));
        assert!(!check("Pietssen", "Piet") && !check("Pie", "Piet") && !check("Piet", " "));
    }

    #[test]
    fn accents_do_not_hide_a_name() {
        let check = |text: &str, name: &str| for_plain_word_search(text).holds(&for_plain_word_search(name));
        assert!(check("bij RENÉ thuis", "rene"));
        assert!(check("bij rene\u{301}", "René"));
        assert!(!check("Renée", "René"));
    }

    #[test]
    fn another_word_takes_the_place_of_a_name() {
        let check = |text: &str, name: &str, expected: &str| {
            assert_eq!(replaced(text, name, Spelling::AnyCase, "de ander"), expected);
        };
        check(
            "Dennis komt niet. Dennis belt, of DENNIS schrijft.",
            "Dennis",
            "De ander komt niet. De ander belt, of de ander schrijft.",
        );
        check("Naar Til de  Vries toe", "Til de Vries", "Naar de ander toe");
        check("bij René", "rene", "bij de ander");
        check("Tilburg", "Til", "Tilburg");
        check("", "Til", "");
        check("Til", "", "Til");
        let check = |text: &str, name, spelling, with| replaced(text, name, spelling, with);
        let tante = check("Bel tante Ineke, of Ineke belt.", "Ineke", Spelling::AnyCase, "tante");
        assert_eq!(tante, "Bel tante, of tante belt.");
        assert_eq!(check("Ik wil dat Wil belt.", "Wil", Spelling::Capitalised, "oom"), "Ik wil dat oom belt.");
    }

    #[test]
    fn a_text_falls_into_its_sentences() {
        assert_eq!(sentences("Ik val. Dan lig ik daar!  En nu?"), ["Ik val.", "Dan lig ik daar!", "En nu?"]);
        assert_eq!(sentences("Om 9.30 uur\nbel ik"), ["Om 9.30 uur", "bel ik"]);
        assert!(sentences("  ").is_empty());
    }
}
