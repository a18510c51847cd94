//! The paths that a source names (`crate::ui::pages`), with groups of `use` expanded and `super` resolved.

use super::source::{Built, Source};

/// A path and the line it is on.
pub struct Named {
    /// From 0.
    pub line: usize,
    pub path: Vec<String>,
    pub built: Built,
    /// Whether it is in an attribute that applies only on the host.
    pub in_host_attribute: bool,
}

/// Every path outside tests.
pub fn named(source: &Source) -> Vec<Named> {
    let tokens = tokens(source);
    let module = source.module();
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let (line, token) = &tokens[next];
        if token == "use" {
            next += 1;
            next += use_tree(&tokens[next..], &[], &mut found);
        } else if is_name(token) {
            let (length, path) = simple(&tokens[next..]);
            found.push((*line, path));
            next += length;
        } else {
            next += 1;
        }
    }
    found
        .into_iter()
        .map(|(line, path)| Named {
            line,
            path: resolve(&module, path),
            built: source.lines[line].built,
            in_host_attribute: source.lines[line].code.contains("cfg_attr(not(target_arch"),
        })
        .collect()
}

/// Whether the path contains the segments of `wanted` in a row.
pub fn holds(path: &[String], wanted: &str) -> bool {
    let wanted: Vec<&str> = wanted.split("::").collect();
    path.windows(wanted.len()).any(|window| window == wanted)
}

fn tokens(source: &Source) -> Vec<(usize, String)> {
    let mut tokens: Vec<(usize, String)> = Vec::new();
    for (line, content) in source.shipped() {
        let mut rest = content.code.as_str();
        while let Some(letter) = rest.chars().next() {
            let length = if letter.is_alphabetic() || letter == '_' {
                rest.find(|other: char| !(other.is_alphanumeric() || other == '_')).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                letter.len_utf8()
            };
            if !letter.is_whitespace() {
                tokens.push((line, rest[..length].to_owned()));
            }
            rest = &rest[length..];
        }
    }
    tokens
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// Reads `a::b::c`, and returns how many tokens it has.
fn simple(tokens: &[(usize, String)]) -> (usize, Vec<String>) {
    let mut path = vec![tokens[0].1.clone()];
    let mut length = 1;
    while tokens.get(length).is_some_and(|(_, token)| token == "::")
        && tokens.get(length + 1).is_some_and(|(_, token)| is_name(token))
    {
        path.push(tokens[length + 1].1.clone());
        length += 2;
    }
    (length, path)
}

/// Expands `a::{b, c::d}` up to its `;`, `,` or `}`; returns how many tokens it has.
fn use_tree(tokens: &[(usize, String)], before: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    let mut path = before.to_vec();
    let mut last = tokens.first().map_or(0, |(line, _)| *line);
    let mut next = 0;
    while let Some((line, token)) = tokens.get(next) {
        match token.as_str() {
            ";" | "," | "}" => break,
            "{" => {
                next += 1;
                while tokens.get(next).is_some_and(|(_, token)| token != "}") {
                    next += use_tree(&tokens[next..], &path, found);
                    next += usize::from(tokens.get(next).is_some_and(|(_, token)| token == ","));
                }
                return next + 1;
            }
            "as" => next += 1,
            "::" => {}
            name => {
                path.push(name.to_owned());
                last = *line;
            }
        }
        next += 1;
    }
    if path.len() > before.len() {
        found.push((last, path));
    }
    next.max(1)
}

fn resolve(module: &[String], path: Vec<String>) -> Vec<String> {
    let mut here = module.to_vec();
    let mut rest = path.as_slice();
    match rest.first().map(String::as_str) {
        Some("self") => rest = &rest[1..],
        Some("super") => {
            while rest.first().is_some_and(|segment| segment == "super") {
                here.pop();
                rest = &rest[1..];
            }
        }
        _ => return path,
    }
    here.extend(rest.iter().cloned());
    here
}
