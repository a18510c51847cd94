//! The house rules on the lines of a file: Rust, scripts, style sheets and the page itself.

use std::collections::BTreeSet;

use super::source::{Finding, Source};

/// Maximum number of lines per file.
const LONGEST: usize = 450;

pub fn is_not_too_long(source: &Source) -> Vec<Finding> {
    let length = source.lines.len();
    if length <= LONGEST {
        return Vec::new();
    }
    vec![source.finding(length, format!("{length} lines; a file has at most {LONGEST}"))]
}

/// A module must open by saying what it is.
pub fn opens_with_a_sentence(source: &Source) -> Vec<Finding> {
    let mut lines = source.lines.iter().skip_while(|line| line.starts_with("#!["));
    let opens = lines.next().is_some_and(|line| line.starts_with("//! "));
    if opens { Vec::new() } else { vec![source.finding(1, "a module opens with what it is: `//! …`")] }
}

/// No unfinished work, no skipped test, no path of a developer's machine.
pub fn nothing_left_lying(source: &Source) -> Vec<Finding> {
    const LEFT: &[&str] = &[
        "TODO",
        "FIXME",
        "#[ignore",
        ".skip(",
        ".only(",
        "waitForTimeout",
        "dbg!(",
        "todo!(",
        concat!("/wo", "rk/"),
        "/tmp/",
        concat!("/ro", "ot/"),
    ];
    // Rust iterators have `skip`; only in a browser test does it skip a test.
    let counts = |word: &str| word.ends_with('!') || !word.starts_with('.') || source.is_in("tests/browser");
    let is_left = |line: &str| LEFT.iter().any(|word| counts(word) && line.contains(word));
    lines_with(source, is_left, "left lying: finish it, or take it away")
}

/// The page must run no script and no style from inside the HTML.
pub fn page_is_inert(page: &Source) -> Vec<Finding> {
    let is_live = |line: &str| {
        let raw = line.to_lowercase();
        let script = raw.contains("<script") && !raw.contains(" src=");
        script
            || ["<style", " style=", " onclick=", " onload=", " onerror=", "javascript:"]
                .iter()
                .any(|word| raw.contains(word))
    };
    lines_with(page, is_live, "no script and no style inside the page: the policy refuses both")
}

/// A style sheet must not style a class that no page uses. A class that ends in a number or a name counts as used if
/// its beginning is: `tally-7` by `tally-`.
pub fn classes_are_drawn(style: &Source, drawn: &BTreeSet<&str>) -> Vec<Finding> {
    let is_drawn = |class: &str| {
        let beginning = class.rfind('-').map_or(class, |place| &class[..=place]);
        drawn.contains(class) || (beginning != class && drawn.contains(beginning))
    };
    let mut findings = Vec::new();
    for (line, code) in (1..).zip(without_comments(&style.lines.join("\n")).lines()) {
        for class in classes_in(code).filter(|class| !is_drawn(class)) {
            findings.push(style.finding(line, format!("no page draws .{class}")));
        }
    }
    findings
}

/// The words of a text that can be a class.
pub fn words_of_classes(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
}

fn classes_in(code: &str) -> impl Iterator<Item = &str> {
    let behind = code.split('.').skip(1).filter(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()));
    behind.filter_map(|word| words_of_classes(word).next())
}

/// A style sheet without its comments and strings, on the same lines.
fn without_comments(style: &str) -> String {
    let mut code = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(letter) = rest.chars().next() {
        let end = match letter {
            '/' if rest.starts_with("/*") => rest.find("*/").map(|end| end + 2),
            '"' | '\'' => rest[1..].find(letter).map(|end| end + 2),
            _ => None,
        };
        let (skipped, after) = rest.split_at(end.unwrap_or(letter.len_utf8()));
        match end {
            Some(_) => code.extend(skipped.chars().filter(|letter| *letter == '\n')),
            None => code.push(letter),
        }
        rest = after;
    }
    code
}

fn lines_with(source: &Source, is_wrong: impl Fn(&str) -> bool, why: &str) -> Vec<Finding> {
    let wrong = source.numbered().filter(|(_, line)| is_wrong(line)).map(|(line, _)| line);
    source.findings(wrong, why)
}
