//! Placeholders in texts, such as `{}` and `{area}`, and substring search.
//!
//! The search of the standard library is made for texts of any length, and takes 6 KB of the first load with everything
//! it needs; these texts are one line long.

/// The text before and after the first occurrence of a part.
pub fn split<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let first = part.as_bytes().first()?;
    let mut places = text.as_bytes().windows(part.len());
    let at = places.position(|place| place.first() == Some(first) && place == part.as_bytes())?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// Whether a text contains a part.
pub fn holds(text: &str, part: &str) -> bool {
    split(text, part).is_some()
}

/// Replaces every placeholder by a value; placeholders inside the value are left alone.
pub fn fill(text: &str, gap: &str, value: &str) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = split(rest, gap) {
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Replaces several placeholders, one after the other.
pub fn fill_all(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (gap, value)| fill(&text, gap, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gap_is_filled_and_what_fills_it_stays() {
        assert_eq!(fill("{a} en {a}, niet {b}", "{a}", "{b}é"), "{b}é en {b}é, niet {b}");
        assert_eq!(fill("geen", "{a}", "x"), "geen");
        assert_eq!(fill("aaa", "aa", "b"), "ba");
        assert_eq!(fill("", "{}", "x"), "");
    }

    #[test]
    fn a_part_is_found_at_its_first_place() {
        assert_eq!(split("één{}twee{}", "{}"), Some(("één", "twee{}")));
        assert_eq!(split("kort", "langer dan dit"), None);
        assert_eq!(split("kort", ""), None);
        assert!(holds("een é", "é") && !holds("een e", "é"));
    }
}
