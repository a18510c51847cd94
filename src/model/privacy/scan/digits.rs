//! Numbers that belong to one person: BSN, bank account, telephone.

use std::ops::Range;

/// Whether a text has nine digits that pass the eleven test (elfproef), with no more between them than people write
/// inside one number, and no digit directly before or after.
pub fn has_bsn(letters: &[char]) -> bool {
    // The eleven test tells a BSN from a list of ages, so a BSN may have more punctuation in it than other numbers.
    let letters = with_plain_marks(letters);
    let letters = letters.as_slice();
    starts(letters).into_iter().any(|start| {
        let Some((digits, end)) = digits_from(letters, start, 9, FAR) else {
            return false;
        };
        // Ten digits that begin with a zero are a telephone number, however they are spaced.
        let phone =
            digits[0] == 0 && digits_from(letters, start, 10, FAR).is_some_and(|(_, end)| !is_digit(letters, end));
        !is_digit(letters, end) && !phone && passes_eleven(&digits)
    })
}

/// The letters, with every mark that may be in a number read as a hyphen.
fn with_plain_marks(letters: &[char]) -> Vec<char> {
    letters.iter().map(|letter| if is_loose_mark(*letter) { '-' } else { *letter }).collect()
}

fn passes_eleven(digits: &[i64]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// The positions of digits without a digit directly before them.
fn starts(letters: &[char]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = false;
    for (index, letter) in letters.iter().enumerate() {
        let is_digit = letter.is_ascii_digit();
        if is_digit && !before {
            starts.push(index);
        }
        before = is_digit;
    }
    starts
}

fn is_digit(letters: &[char], index: usize) -> bool {
    letters.get(index).is_some_and(char::is_ascii_digit)
}

/// `count` digits from `start` on, with at most `apart` separators between two digits, and the index after them.
fn digits_from(letters: &[char], start: usize, count: usize, apart: usize) -> Option<(Vec<i64>, usize)> {
    let mut digits = Vec::with_capacity(count);
    let mut index = start;
    while digits.len() < count {
        if !digits.is_empty() {
            index += between(letters.get(index..)?, apart)?;
        }
        digits.push(i64::from(letters.get(index)?.to_digit(10)?));
        index += 1;
    }
    Some((digits, index))
}

/// Maximum separators and spaces between two digits of one number: `06 (12) - 34`.
const FAR: usize = 4;

/// The number of separators before the next digit; `None` if they cannot occur inside one number.
fn between(letters: &[char], apart: usize) -> Option<usize> {
    let marks = letters.iter().take_while(|letter| is_mark(**letter)).count();
    // A full stop followed by a space ends a sentence.
    let ends = letters.starts_with(&['.', ' ']);
    (marks <= apart && !ends).then_some(marks)
}

fn is_mark(letter: char) -> bool {
    matches!(letter, ' ' | '.' | '-' | '/' | '(' | ')' | '_' | '·' | '•' | '*' | '|' | '\\')
}

fn is_loose_mark(letter: char) -> bool {
    matches!(letter, ',' | '.' | ';' | ':' | '+' | '=' | '~' | '&' | '#' | '…' | '[' | ']' | '<' | '>' | '\'' | '"')
}

/// The ranges of account numbers: Dutch ones by their pattern, so that one with a typing error is found too; others if
/// they pass the check that every account number passes.
pub fn ibans(letters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in 0..letters.len() {
        if let Some(end) = dutch_iban(letters, start).or_else(|| foreign_iban(letters, start)) {
            found.push(start..end);
        }
    }
    found
}

/// The end of `NL`, two digits, four letters and ten digits, with or without spaces.
fn dutch_iban(letters: &[char], start: usize) -> Option<usize> {
    let mut index = start;
    for place in 0..18 {
        while place > 0 && letters.get(index).is_some_and(|letter| is_mark(*letter)) {
            index += 1;
        }
        let letter = letters.get(index)?;
        let fits = match place {
            0 => letter.eq_ignore_ascii_case(&'n'),
            1 => letter.eq_ignore_ascii_case(&'l'),
            4..=7 => letter.is_ascii_alphabetic(),
            _ => letter.is_ascii_digit(),
        };
        if !fits {
            return None;
        }
        index += 1;
    }
    Some(index)
}

/// The minimum and maximum length of an account number in any country.
const IBAN: std::ops::RangeInclusive<usize> = 15..=34;
/// Account numbers of all countries have at least this many digits; a sentence does not.
const FEWEST_IN_IBAN: usize = 7;

/// The end of two letters, two digits, and 11 to 30 letters and digits that pass the mod 97 check. The longest match
/// wins: the shorter one may be only part of the number.
fn foreign_iban(letters: &[char], start: usize) -> Option<usize> {
    let begins = letters.get(start..start + 4)?;
    let is_begin = begins.iter().enumerate().all(|(place, letter)| match place {
        0 | 1 => letter.is_ascii_alphabetic(),
        _ => letter.is_ascii_digit(),
    });
    if !is_begin || (start > 0 && letters[start - 1].is_alphanumeric()) {
        return None;
    }
    let mut signs = Vec::new();
    let mut ends = None;
    for (index, letter) in letters.iter().enumerate().skip(start) {
        if letter.is_ascii_alphanumeric() && signs.len() < *IBAN.end() {
            signs.push(*letter);
        } else if !is_mark(*letter) {
            break;
        }
        let is_whole = letters.get(index + 1).is_none_or(|next| !next.is_alphanumeric());
        if is_whole && letter.is_ascii_alphanumeric() && passes_97(&signs) {
            ends = Some(index + 1);
        }
    }
    ends
}

/// Whether the remainder after division by 97 is 1, with the first four characters moved to the end and letters read as
/// numbers from 10 up.
fn passes_97(signs: &[char]) -> bool {
    let digits = signs.iter().filter(|sign| sign.is_ascii_digit()).count();
    if !IBAN.contains(&signs.len()) || digits < FEWEST_IN_IBAN {
        return false;
    }
    let (begin, rest) = signs.split_at(4);
    let rest = rest.iter().chain(begin).filter_map(|sign| sign.to_digit(36));
    rest.fold(0, |rest, value| (rest * if value < 10 { 10 } else { 100 } + value) % 97) == 1
}

/// The letters, with these ranges replaced by a character that is not a digit.
pub fn without(letters: &[char], ranges: &[Range<usize>]) -> Vec<char> {
    let inside = |index: usize| ranges.iter().any(|range| range.contains(&index));
    let letters = letters.iter().enumerate();
    letters.map(|(index, letter)| if inside(index) { '·' } else { *letter }).collect()
}

/// Whether a text has ten digits, a foreign number, or a mobile number that lacks one digit.
pub fn has_phone(letters: &[char]) -> bool {
    has_spread_mobile(letters) || has_plain_phone(letters)
}

/// Whether a mobile number is there with any marks between its digits: `06, 12, 34, 56, 78`.
fn has_spread_mobile(letters: &[char]) -> bool {
    let letters = with_plain_marks(letters);
    let letters = letters.as_slice();
    let is_mobile = |(digits, end): (Vec<i64>, usize)| digits.starts_with(&[0, 6]) && !is_digit(letters, end);
    starts(letters).into_iter().any(|start| digits_from(letters, start, 10, FAR).is_some_and(is_mobile))
}

fn has_plain_phone(letters: &[char]) -> bool {
    starts(letters).into_iter().any(|start| {
        // A date followed by a number, `12-05-2026 (14 uur)`, has ten digits too.
        let apart = if begins_with_day(&letters[start..]) { 1 } else { FAR };
        let ten = digits_from(letters, start, 10, apart).is_some_and(|(_, end)| !is_digit(letters, end));
        let mobile = letters[start] == '0'
            && digits_from(letters, start, 9, apart)
                .is_some_and(|(digits, end)| digits[1] == 6 && !is_digit(letters, end));
        let before = letters[..start].iter().rev().find(|letter| **letter != ' ');
        let ahead = digits_ahead(letters, start);
        let dutch = letters[start..].starts_with(&['0', '0', '3', '1']);
        let abroad = letters[start..].starts_with(&['0', '0']) && ahead >= 11;
        // As copied from a messenger: a country code without a plus.
        let bare = letters[start..].starts_with(&['3', '1'])
            && digits_from(letters, start, 11, apart).is_some_and(|(_, end)| !is_digit(letters, end));
        ten || mobile || abroad || bare || ((before == Some(&'+') || dutch) && ahead >= 9)
    })
}

/// Whether a date from 1900 on starts here: `12-05-2026`.
fn begins_with_day(letters: &[char]) -> bool {
    let is_part = |letter: &&char| letter.is_ascii_digit() || matches!(letter, '-' | '/' | '.');
    let day: String = letters.iter().take_while(is_part).collect();
    let parts: Vec<Option<u32>> = day.split(['-', '/', '.']).map(|part| part.parse().ok()).collect();
    matches!(parts[..], [Some(1..=31), Some(1..=12), Some(1900..=2199), ..])
}

/// The number of digits that follow with only separators between them.
fn digits_ahead(letters: &[char], start: usize) -> usize {
    letters[start..]
        .iter()
        .take_while(|letter| letter.is_ascii_digit() || is_mark(**letter))
        .filter(|letter| letter.is_ascii_digit())
        .count()
}
