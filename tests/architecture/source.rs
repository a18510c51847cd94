//! A source file as the rules see it: its lines, and for Rust its syntax tree with and without what is not shipped.

use std::path::Path;
use std::{fmt, fs};

use super::syntax::{self, Build};

/// One file.
pub struct Source {
    /// Path from the root of the repository, with `/`.
    pub path: String,
    pub lines: Vec<String>,
    /// The whole syntax tree; empty for a file that is not Rust.
    pub tree: syn::File,
    /// Without tests.
    pub shipped: syn::File,
    /// Without tests and without what only the host compiles.
    pub phone: syn::File,
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
    /// A file with this text. Rust that cannot be parsed fails the test: a rule would find nothing in it.
    #[track_caller]
    pub fn of(path: &str, text: &str) -> Source {
        let is_rust = Path::new(path).extension().is_some_and(|ending| ending == "rs");
        let parsed = syn::parse_file(if is_rust { text } else { "" });
        let tree = parsed.unwrap_or_else(|error| panic!("{path}:{}  {error}", error.span().start().line));
        let is_test = path.starts_with("src/") && (path.ends_with("/tests.rs") || path.contains("/tests/"));
        let built = |build| match (is_test, text.contains("cfg")) {
            (true, _) => syntax::empty(),
            (false, true) => syntax::built(tree.clone(), build),
            // The same, without a look at every item.
            (false, false) => tree.clone(),
        };
        let (shipped, phone) = (built(Build::Shipped), built(Build::Phone));
        Source { path: path.to_owned(), lines: text.lines().map(str::to_owned).collect(), tree, shipped, phone }
    }

    /// A violation on this line, from 1.
    pub fn finding(&self, line: usize, why: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, why: why.into() }
    }

    /// A violation on each of these lines; two on one line count once.
    pub fn findings(&self, lines: impl IntoIterator<Item = usize>, why: &str) -> Vec<Finding> {
        let mut lines: Vec<usize> = lines.into_iter().collect();
        lines.sort_unstable();
        lines.dedup();
        lines.into_iter().map(|line| self.finding(line, why)).collect()
    }

    /// The lines with their numbers, from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.lines.iter().map(String::as_str))
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

/// One file, by its path from the root of the repository.
#[track_caller]
pub fn read_one(path: &str) -> Source {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    Source::of(path, &text.unwrap_or_else(|error| panic!("{path}: {error}")))
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
