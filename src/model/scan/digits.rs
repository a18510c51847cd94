//! Numbers that belong to one person: BSN, account, telephone.

use std::ops::Range;

/// Digits of a Chinese or Japanese keyboard are digits too.
pub fn plain_digit(letter: char) -> char {
    match letter {
        '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32).unwrap_or(letter),
        _ => letter,
    }
}

/// Nine digits, loose or with one space, full stop or dash between them, no digit right before or behind, that pass
/// the test of eleven.
pub fn has_bsn(letters: &[char]) -> bool {
    starts(letters).into_iter().any(|start| {
        let Some((digits, end)) = digits_from(letters, start, 9) else {
            return false;
        };
        // Ten digits that begin with a zero are a telephone number, however they are spaced.
        let phone = digits[0] == 0 && digits_from(letters, start, 10).is_some_and(|(_, end)| !is_digit(letters, end));
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

/// `count` digits from here with at most one separator between them, and where they end.
fn digits_from(letters: &[char], start: usize, count: usize) -> Option<(Vec<i64>, usize)> {
    let mut digits = Vec::with_capacity(count);
    let mut index = start;
    while digits.len() < count {
        let digit = letters.get(index)?;
        if let Some(value) = digit.to_digit(10) {
            digits.push(i64::from(value));
            index += 1;
        } else if is_separator(*digit) && !digits.is_empty() && is_digit(letters, index + 1) {
            index += 1;
        } else {
            return None;
        }
    }
    Some((digits, index))
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | '-' | '‐' | '‑' | '–' | '/')
}

/// Where account numbers stand: `NL`, two digits, four letters, ten digits, with or without spaces.
pub fn ibans(letters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in 0..letters.len() {
        if let Some(end) = iban_from(letters, start) {
            found.push(start..end);
        }
    }
    found
}

fn iban_from(letters: &[char], start: usize) -> Option<usize> {
    let mut index = start;
    for place in 0..18 {
        while place > 0 && letters.get(index).is_some_and(|letter| letter.is_whitespace()) {
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

/// The letters with something that is no digit in the place of these.
pub fn without(letters: &[char], ranges: &[Range<usize>]) -> Vec<char> {
    let inside = |index: usize| ranges.iter().any(|range| range.contains(&index));
    let letters = letters.iter().enumerate();
    letters.map(|(index, letter)| if inside(index) { '·' } else { *letter }).collect()
}

/// Ten digits, a number abroad, or a mobile number that is a digit short.
pub fn has_phone(letters: &[char]) -> bool {
    starts(letters).into_iter().any(|start| {
        let ten = digits_from(letters, start, 10).is_some_and(|(_, end)| !is_digit(letters, end));
        let mobile = letters[start] == '0'
            && digits_from(letters, start, 9).is_some_and(|(digits, end)| digits[1] == 6 && !is_digit(letters, end));
        let plus = start > 0 && letters[start - 1] == '+';
        let zeros = letters[start..].starts_with(&['0', '0', '3', '1']);
        ten || mobile || ((plus || zeros) && digits_ahead(letters, start) >= 9)
    })
}

/// How many digits follow with nothing but separators and brackets between them.
fn digits_ahead(letters: &[char], start: usize) -> usize {
    letters[start..]
        .iter()
        .take_while(|letter| letter.is_ascii_digit() || is_separator(**letter) || matches!(letter, '(' | ')'))
        .filter(|letter| letter.is_ascii_digit())
        .count()
}
