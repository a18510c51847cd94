//! Problems in the content, each with its location: `content/nl/flow.toml:12  wat er mis is`.

use std::fmt;

use super::source::Source;

/// One problem to fix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path from the root of the repository.
    pub file: String,
    /// From 1; 0 means the file as a whole.
    pub line: usize,
    /// In Dutch, for the editor.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}  {}", self.file, self.text)
        } else {
            write!(f, "{}:{}  {}", self.file, self.line, self.text)
        }
    }
}

/// All problems found so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem on a line.
    pub fn on_line(&mut self, file: &str, line: usize, text: impl Into<String>) {
        self.0.push(Problem { file: file.to_owned(), line, text: text.into() });
    }

    /// Adds a problem at a path such as `situations.3.text`.
    pub fn at(&mut self, source: &Source, path: &str, text: impl Into<String>) {
        self.on_line(&source.name, source.line_at(path), text);
    }

    /// Adds the problems of a part.
    pub fn append(&mut self, mut others: Problems) {
        self.0.append(&mut others.0);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems sorted by file and line, each once.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
