//! The house rules that a program can check, each a function from a source to its findings.

use std::collections::BTreeSet;

use super::source::{Finding, Line, Source};

/// Maximum number of lines per file.
const LONGEST: usize = 450;

/// Words that no English sentence contains; three of them in one string make it Dutch.
const DUTCH: &[&str] = &[
    "aan", "alles", "als", "bij", "dan", "dat", "de", "deze", "dit", "een", "eerst", "en", "er", "geen", "gemeente",
    "heb", "hebt", "heeft", "het", "hier", "hulp", "ik", "jaar", "je", "jij", "jou", "jouw", "kan", "kies", "kunt",
    "maar", "mag", "met", "mij", "mijn", "moet", "naar", "niet", "nog", "nodig", "nu", "ook", "op", "te", "tot", "uit",
    "van", "vel", "voor", "waar", "wat", "weet", "wie", "wil", "wilt", "wordt", "zijn", "zo",
];

/// Words that look like an id but name something in the code itself, and why.
pub const NO_IDS: &[(&str, &str, &str)] = &[
    ("src/model/answers.rs", "ja", "the word of every yes in a condition"),
    ("src/model/answers.rs", "nee", "the word of every no in a condition"),
    ("src/model/saved.rs", "ander", "the name of a stored part, fixed by the stored format"),
    ("src/model/hours.rs", "altijd", "the word in the hours of a contact for day and night"),
    ("src/ui/pages/paper.rs", "gemeente", "the name of the field on the page"),
    ("src/ui/pages/frame.rs", "kijken", "the name of a pictogram"),
    ("src/ui/pages/frame.rs", "mensen", "the name of a pictogram"),
    ("src/ui/pages/check.rs", "mensen", "the name of a pictogram"),
    ("src/ui/components/document.rs", "veilig", "the name of a pictogram"),
    ("src/ui/pages/plan/agreements.rs", "kind", "the name of a group of texts, in English"),
    ("src/model/plan/agreements.rs", "gemeente", "the word of who arranges, as it is stored for ever"),
];

pub fn no_unwrap(source: &Source) -> Vec<Finding> {
    lines_with(source, |line| line.code.contains(".unwrap()"), "`unwrap` panics; say what to do instead")
}

/// `expect` must name the test that guarantees it; `tests` has the names of all tests.
pub fn expect_names_a_test(source: &Source, tests: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in source.shipped().filter(|(_, line)| line.code.contains(".expect(")) {
        let after = source.lines[index..].iter().take(2).flat_map(|line| &line.strings);
        if !line.strings.iter().chain(after).any(|string| tests.contains(string)) {
            findings.push(source.finding(index, "`expect` says the name of the test that guarantees it"));
        }
    }
    findings
}

/// The names of all functions, including tests.
pub fn functions(sources: &[Source]) -> BTreeSet<String> {
    let lines = sources.iter().flat_map(|source| &source.lines);
    let names = lines.filter_map(|line| {
        let (_, after) = line.code.split_once("fn ")?;
        Some(after.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).next()?.to_owned())
    });
    names.collect()
}

/// Free text and people reach a paper only through `voice` and `plan_voice`; these calls would bypass them.
pub fn papers_read_no_answer(source: &Source) -> Vec<Finding> {
    const DOORS: &[&str] =
        &["src/model/paper/voice.rs", "src/model/paper/voice/people.rs", "src/model/paper/plan_voice.rs"];
    const AROUND: &[&str] = &[
        "facts.answer(",
        "facts.raw(",
        "facts.text(",
        "facts.own(",
        "facts.picks(",
        ".own_words(",
        "Answer::Text",
        "Answer::People",
    ];
    if !source.is_in("src/model/paper") || DOORS.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let spared = |code: &str| SPARED.iter().any(|(path, line, _)| *path == source.path && code.contains(line));
    let around = |line: &Line| AROUND.iter().any(|word| line.code.contains(word)) && !spared(&line.code);
    lines_with(source, around, "a paper takes answers from `Voice`, which asks the privacy table and the scan")
}

/// Code that reads an answer without putting it on paper, and why.
const SPARED: &[(&str, &str, &str)] = &[
    ("src/model/paper/answers_so_far.rs", "facts.raw(id).is_some_and", "only whether there is an answer"),
    ("src/model/paper/mod.rs", "facts.answer(&facts.catalogue.content.flow.roles.circle)", "options on the own screen"),
    ("src/model/paper/mod.rs", "Some(Answer::People(people)) =>", "options on the own screen"),
    ("src/model/paper/mod.rs", "facts.picks(question)", "sentences of the content, on the own screen"),
];

pub fn no_dutch_sentence(source: &Source) -> Vec<Finding> {
    if source.is_in("src/authoring") || source.is_in("src/bin") {
        // They address editors in Dutch, never residents.
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (index, line) in source.shipped() {
        for string in line.strings.iter().filter(|string| is_dutch(string)) {
            findings
                .push(source.finding(index, format!("“{string}” is a sentence for residents; it belongs in content/")));
        }
    }
    findings
}

fn is_dutch(string: &str) -> bool {
    let words = string.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| DUTCH.contains(&word.to_lowercase().as_str())).count() >= 3
}

pub fn no_content_id(source: &Source, ids: &BTreeSet<String>) -> Vec<Finding> {
    if source.is_in("src/authoring") || source.is_in("src/bin") {
        // They parse and check conditions, which have their own words.
        return Vec::new();
    }
    let spared = |string: &str| NO_IDS.iter().any(|(path, id, _)| *path == source.path && *id == string);
    let mut findings = Vec::new();
    for (index, line) in source.shipped() {
        for string in line.strings.iter().filter(|string| ids.contains(*string) && !spared(string)) {
            findings.push(source.finding(index, format!("`{string}` is an id of the content; give it a role there")));
        }
    }
    findings
}

/// No markup from text, no style in an attribute, nothing that evaluates text.
pub fn no_raw_markup(source: &Source) -> Vec<Finding> {
    const WORDS: &[&str] = &[
        "inner_html",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "outer_html",
        "eval",
        "document_write",
    ];
    let is_style = |line: &Line| {
        // `style="…"` and `style:color=…` of a view; a name `style` in code is something else.
        let code = line.code.replace(' ', "");
        ["style=\"\"", "style={", "style=move", "style=("].iter().any(|start| code.contains(start))
            || code.match_indices("style:").any(|(at, _)| !code[at + 6..].starts_with(':'))
    };
    let is_raw = |line: &Line| words(&line.code).any(|word| WORDS.contains(&word)) || is_style(line);
    lines_with(
        source,
        is_raw,
        "the security policy forbids it: no markup from text, no `style`, nothing that runs text",
    )
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'))
}

pub fn components_are_documented(source: &Source) -> Vec<Finding> {
    let lines = &source.lines;
    let mut findings = Vec::new();
    for start in (0..lines.len()).filter(|index| lines[*index].code.trim().starts_with("#[component")) {
        if !is_documented(lines, start) {
            findings.push(source.finding(start, "a component says what it is in a doc comment"));
        }
        findings.extend(bare_props(source, start));
    }
    findings
}

fn is_documented(lines: &[Line], index: usize) -> bool {
    let above = lines[..index].iter().rev();
    let mut attached =
        above.map(|line| line.raw.trim()).take_while(|raw| raw.starts_with("///") || raw.starts_with("#["));
    attached.any(|raw| raw.starts_with("///"))
}

/// The props without a doc comment of the component on this line.
fn bare_props(source: &Source, start: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut depth, mut documented, mut begins) = (0i32, false, true);
    for (index, line) in source.lines.iter().enumerate().skip(start + 1) {
        documented |= line.raw.trim().starts_with("///");
        let code = line.code.trim();
        let after = if depth == 0 { code.split_once("fn ").map_or("", |(_, after)| after) } else { code };
        for (place, letter) in after.char_indices() {
            let is_name = depth == 1 && begins && letter.is_alphabetic();
            if is_name && !after[..place].ends_with(|before: char| before.is_alphanumeric()) {
                begins = false;
                if !documented {
                    findings.push(source.finding(index, "every prop of a component has a doc comment"));
                }
                documented = false;
            }
            match letter {
                '(' | '[' | '{' | '<' => depth += 1,
                '>' if after[..place].ends_with(['-', '=']) => {}
                ')' | ']' | '}' | '>' => depth -= 1,
                ',' if depth == 1 => begins = true,
                _ => {}
            }
            if depth == 0 && letter == ')' {
                return findings;
            }
        }
    }
    findings
}

/// Call links are made in one place, so that a flag can remove them everywhere at once.
pub fn one_place_for_calls(sources: &[Source]) -> Vec<Finding> {
    let is_call = |line: &Line| line.strings.iter().any(|string| string.contains("tel:"));
    let ui = sources.iter().filter(|source| source.is_in("src"));
    let places = ui.filter_map(|source| Some((source, source.shipped().find(|(_, line)| is_call(line))?.0)));
    let mut findings: Vec<Finding> =
        places.map(|(source, index)| source.finding(index, "`tel:` stands in one component only")).collect();
    if findings.len() == 1 { Vec::new() } else { std::mem::take(&mut findings) }
}

pub fn is_not_too_long(source: &Source) -> Vec<Finding> {
    let length = source.lines.len();
    if length <= LONGEST {
        return Vec::new();
    }
    vec![source.finding(length - 1, format!("{length} lines; a file has at most {LONGEST}"))]
}

/// A module must open by saying what it is.
pub fn opens_with_a_sentence(source: &Source) -> Vec<Finding> {
    let mut lines = source.lines.iter().skip_while(|line| line.raw.starts_with("#!["));
    let opens = lines.next().is_some_and(|line| line.raw.starts_with("//! "));
    if opens { Vec::new() } else { vec![source.finding(0, "a module opens with what it is: `//! …`")] }
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
    let is_left = |line: &Line| LEFT.iter().any(|word| counts(word) && line.raw.contains(word));
    lines_with_tests(source, is_left, "left lying: finish it, or take it away")
}

/// The page must run no script and no style from inside the HTML.
pub fn page_is_inert(page: &Source) -> Vec<Finding> {
    let is_live = |line: &Line| {
        let raw = line.raw.to_lowercase();
        let script = raw.contains("<script") && !raw.contains(" src=");
        script
            || ["<style", " style=", " onclick=", " onload=", " onerror=", "javascript:"]
                .iter()
                .any(|word| raw.contains(word))
    };
    lines_with_tests(page, is_live, "no script and no style inside the page: the policy refuses both")
}

/// A style sheet must not style a class that no page uses. A class that ends in a number or a name counts as used if
/// its beginning is: `tally-7` by `tally-`.
pub fn classes_are_drawn(style: &Source, drawn: &BTreeSet<&str>) -> Vec<Finding> {
    let is_drawn = |class: &str| {
        let beginning = class.rfind('-').map_or(class, |place| &class[..=place]);
        drawn.contains(class) || (beginning != class && drawn.contains(beginning))
    };
    let mut findings = Vec::new();
    for (index, line) in style.lines.iter().enumerate() {
        for class in classes_in(&line.code).filter(|class| !is_drawn(class)) {
            findings.push(style.finding(index, format!("no page draws .{class}")));
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

fn lines_with(source: &Source, is_wrong: impl Fn(&Line) -> bool, why: &str) -> Vec<Finding> {
    let wrong = source.shipped().filter(|(_, line)| is_wrong(line));
    wrong.map(|(index, _)| source.finding(index, why)).collect()
}

fn lines_with_tests(source: &Source, is_wrong: impl Fn(&Line) -> bool, why: &str) -> Vec<Finding> {
    let lines = source.lines.iter().enumerate().filter(|(_, line)| is_wrong(line));
    lines.map(|(index, _)| source.finding(index, why)).collect()
}
