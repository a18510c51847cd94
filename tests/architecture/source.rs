//! Rust source as the rules see it: line by line, with comments and string contents separated, and marked as compiled
//! always, for the host or for tests. Not a parser; it knows just enough of the language.

use std::path::Path;
use std::{fmt, fs};

/// One file.
pub struct Source {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    pub lines: Vec<Line>,
}

/// One line.
pub struct Line {
    pub raw: String,
    /// The code without comments and with empty strings.
    pub code: String,
    /// The strings that begin on this line.
    pub strings: Vec<String>,
    pub built: Built,
}

/// What a line is compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Built {
    Always,
    HostOnly,
    TestOnly,
}

/// One violation of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    /// From 1.
    pub line: usize,
    pub why: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}  {}", self.path, self.line, self.why)
    }
}

impl Source {
    pub fn of(path: &str, text: &str) -> Source {
        let (code, strings) = split(text);
        let mut lines: Vec<Line> = text
            .lines()
            .zip(code.lines())
            .map(|(raw, code)| Line {
                raw: raw.to_owned(),
                code: code.to_owned(),
                strings: Vec::new(),
                built: Built::Always,
            })
            .collect();
        for (line, string) in strings {
            if let Some(line) = lines.get_mut(line) {
                line.strings.push(string);
            }
        }
        mark(&mut lines, r#"#[cfg(not(target_arch = ""))]"#, Built::HostOnly);
        mark(&mut lines, "#[cfg(test)]", Built::TestOnly);
        if path.starts_with("src/") && (path.ends_with("/tests.rs") || path.contains("/tests/")) {
            for line in &mut lines {
                line.built = Built::TestOnly;
            }
        }
        Source { path: path.to_owned(), lines }
    }

    pub fn finding(&self, index: usize, why: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line: index + 1, why: why.into() }
    }

    /// The lines that reach a resident's phone or the host tool, with their index.
    pub fn shipped(&self) -> impl Iterator<Item = (usize, &Line)> {
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| line.built != Built::TestOnly)
    }

    pub fn is_in(&self, folder: &str) -> bool {
        self.path == folder || self.path.starts_with(&format!("{}/", folder.trim_end_matches('/')))
    }

    /// The module path, such as `crate::ui::pages`, of a file below `src`.
    pub fn module(&self) -> Vec<String> {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inner = inner.strip_suffix(".rs").unwrap_or(inner);
        let parts = inner.split('/').filter(|part| !["mod", "lib", "main"].contains(part));
        std::iter::once("crate").chain(parts).map(str::to_owned).collect()
    }
}

/// Every file below the folder with one of these endings.
pub fn read_all(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && name != "node_modules" && !name.starts_with('.') {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let shown = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap_or_default();
                sources.push(Source::of(&shown, &text));
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// The code without comments and with empty strings, and each string with the line it starts on.
fn split(text: &str) -> (String, Vec<(usize, String)>) {
    let mut rest = text;
    let mut code = String::with_capacity(text.len());
    let mut strings = Vec::new();
    while let Some(letter) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            let length = rest.find("*/").map_or(rest.len(), |end| end + 2);
            keep_lines(&mut code, &rest[..length]);
            length
        } else if let Some((length, string)) = string_at(rest, &code) {
            strings.push((code.matches('\n').count(), string));
            code.push_str("\"\"");
            keep_lines(&mut code, &rest[..length]);
            length
        } else if let Some(length) = character_at(rest) {
            code.push_str("' '");
            length
        } else {
            code.push(letter);
            letter.len_utf8()
        };
        rest = &rest[length..];
    }
    (code, strings)
}

fn keep_lines(code: &mut String, skipped: &str) {
    code.extend(skipped.chars().filter(|letter| *letter == '\n'));
}

/// The length and the contents of a string that starts here.
fn string_at(rest: &str, before: &str) -> Option<(usize, String)> {
    if let Some(raw) = rest.strip_prefix('r')
        && !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
    {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if let Some(inside) = raw[hashes..].strip_prefix('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let end = inside.find(&close)?;
            return Some((1 + hashes + 1 + end + close.len(), inside[..end].to_owned()));
        }
    }
    let inside = rest.strip_prefix('"')?;
    let mut escaped = false;
    for (index, letter) in inside.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((index + 2, inside[..index].to_owned())),
            _ => {}
        }
    }
    None
}

/// The length of a character literal; `None` for a lifetime.
fn character_at(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        return inside[2..].find('\'').map(|end| end + 4);
    }
    let letter = inside.chars().next()?.len_utf8();
    inside[letter..].starts_with('\'').then_some(letter + 2)
}

/// Marks the item below each line with this attribute, up to its closing brace or semicolon.
fn mark(lines: &mut [Line], attribute: &str, built: Built) {
    let starts: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].code.trim() == attribute).collect();
    for start in starts {
        let mut depth = 0i32;
        for line in &mut lines[start..] {
            line.built = built;
            let open = count(&line.code, "{([");
            let close = count(&line.code, "})]");
            depth += open - close;
            let ends = line.code.trim_end();
            if depth == 0 && (ends.ends_with('}') || ends.ends_with(';') || ends.ends_with(',')) {
                break;
            }
        }
    }
}

fn count(code: &str, letters: &str) -> i32 {
    let found = code.chars().filter(|letter| letters.contains(*letter)).count();
    i32::try_from(found).unwrap_or(i32::MAX)
}
