//! Numbers that belong to one person: BSN, account, telephone.

use std::ops::Range;

/// Nine digits, with no more between them than people write inside one number and no digit right before or behind, that
/// pass the test of eleven.
pub fn has_bsn(letters: &[char]) -> bool {
    // The test of eleven tells a BSN from a list of ages, so that more marks may stand in it than in another number.
    let letters: Vec<char> = letters.iter().map(|letter| if is_loose_mark(*letter) { '-' } else { *letter }).collect();
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

fn passes_eleven(digits: &[i64]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// Where a digit stands with no digit right before it.
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

/// `count` digits from here with at most `apart` marks between two of them, and where they end.
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

/// The most marks and spaces between two digits of one number: `06 (12) - 34`.
const FAR: usize = 4;

/// How many marks stand before the next digit, where they can stand inside one number.
fn between(letters: &[char], apart: usize) -> Option<usize> {
    let marks = letters.iter().take_while(|letter| is_mark(**letter)).count();
    // A full stop with a space behind it ends a sentence.
    let ends = letters.starts_with(&['.', ' ']);
    (marks <= apart && !ends).then_some(marks)
}

fn is_mark(letter: char) -> bool {
    matches!(letter, ' ' | '.' | '-' | '/' | '(' | ')' | '_' | '·' | '•' | '*' | '|' | '\\')
}

fn is_loose_mark(letter: char) -> bool {
    matches!(letter, ',' | ';' | ':' | '+' | '=' | '\'' | '"')
}

/// Where account numbers stand: Dutch ones by their pattern, so that one with a slip is found too; others where they
/// pass the test that every account number passes.
pub fn ibans(letters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in 0..letters.len() {
        if let Some(end) = dutch_iban(letters, start).or_else(|| foreign_iban(letters, start)) {
            found.push(start..end);
        }
    }
    found
}

/// `NL`, two digits, four letters, ten digits, with or without spaces.
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

/// The shortest and the longest account number of any country.
const IBAN: std::ops::RangeInclusive<usize> = 15..=34;
/// Every country has more digits in it than this; a sentence has not.
const FEWEST_IN_IBAN: usize = 7;

/// Two letters, two digits, and 11 to 30 letters and digits that pass the test of 97. Longest first: what passes with a
/// word less may be part of it.
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

/// The first four signs behind the others, every letter as a number from 10, leave 1 after division by 97.
fn passes_97(signs: &[char]) -> bool {
    let digits = signs.iter().filter(|sign| sign.is_ascii_digit()).count();
    if !IBAN.contains(&signs.len()) || digits < FEWEST_IN_IBAN {
        return false;
    }
    let (begin, rest) = signs.split_at(4);
    let rest = rest.iter().chain(begin).filter_map(|sign| sign.to_digit(36));
    rest.fold(0, |rest, value| (rest * if value < 10 { 10 } else { 100 } + value) % 97) == 1
}

/// The letters with something that is no digit in the place of these.
pub fn without(letters: &[char], ranges: &[Range<usize>]) -> Vec<char> {
    let inside = |index: usize| ranges.iter().any(|range| range.contains(&index));
    let letters = letters.iter().enumerate();
    letters.map(|(index, letter)| if inside(index) { '·' } else { *letter }).collect()
}

/// Ten digits, a number abroad, or a mobile number that is a digit short.
pub fn has_phone(letters: &[char]) -> bool {
    starts(letters).into_iter().any(|start| {
        // A day with something behind it, `12-05-2026 (14 uur)`, is ten digits too.
        let apart = if begins_with_day(&letters[start..]) { 1 } else { FAR };
        let ten = digits_from(letters, start, 10, apart).is_some_and(|(_, end)| !is_digit(letters, end));
        let mobile = letters[start] == '0'
            && digits_from(letters, start, 9, apart)
                .is_some_and(|(digits, end)| digits[1] == 6 && !is_digit(letters, end));
        let before = letters[..start].iter().rev().find(|letter| **letter != ' ');
        let ahead = digits_ahead(letters, start);
        let dutch = letters[start..].starts_with(&['0', '0', '3', '1']);
        let abroad = letters[start..].starts_with(&['0', '0']) && ahead >= 11;
        // As it is copied from a messenger: the country without a plus.
        let bare = letters[start..].starts_with(&['3', '1'])
            && digits_from(letters, start, 11, apart).is_some_and(|(_, end)| !is_digit(letters, end));
        ten || mobile || abroad || bare || ((before == Some(&'+') || dutch) && ahead >= 9)
    })
}

/// Whether a day of these times stands here: `12-05-2026`.
fn begins_with_day(letters: &[char]) -> bool {
    let is_part = |letter: &&char| letter.is_ascii_digit() || matches!(letter, '-' | '/' | '.');
    let day: String = letters.iter().take_while(is_part).collect();
    let parts: Vec<Option<u32>> = day.split(['-', '/', '.']).map(|part| part.parse().ok()).collect();
    matches!(parts[..], [Some(1..=31), Some(1..=12), Some(1900..=2199), ..])
}

/// How many digits follow with nothing but marks between them.
fn digits_ahead(letters: &[char], start: usize) -> usize {
    letters[start..]
        .iter()
        .take_while(|letter| letter.is_ascii_digit() || is_mark(**letter))
        .filter(|letter| letter.is_ascii_digit())
        .count()
}
