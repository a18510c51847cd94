//! The lists of names with their lookups: the scan asks them for every word that a resident typed.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::content::Names;

/// Which words are names, and which only look like one.
#[derive(Debug, Clone)]
pub struct NameLists {
    first_names: FxHashSet<&'static str>,
    ordinary: FxHashSet<&'static str>,
    known: FxHashSet<&'static str>,
    /// The words of each known name, by its first word.
    known_by_first: FxHashMap<&'static str, Vec<Vec<&'static str>>>,
}

impl NameLists {
    pub(super) fn of(names: &'static Names) -> NameLists {
        let mut known_by_first: FxHashMap<&str, Vec<Vec<&str>>> = FxHashMap::default();
        for name in &names.known {
            let words: Vec<&str> = name.split(' ').collect();
            known_by_first.entry(words[0]).or_default().push(words);
        }
        NameLists {
            first_names: names.first_names.iter().map(String::as_str).collect(),
            ordinary: names.ordinary.iter().map(String::as_str).collect(),
            known: names.known.iter().map(String::as_str).collect(),
            known_by_first,
        }
    }

    /// Whether this is a first name, in lower case without accents.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }

    /// Whether this word, in lower case, is listed as an ordinary word.
    pub fn is_ordinary(&self, word: &str) -> bool {
        self.ordinary.contains(word)
    }

    /// Whether this word, in lower case without accents, is a known name of no person.
    pub fn is_known(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// The known names of no person that begin with this word, each as its words: “leger des heils”.
    pub fn known_from(&self, first: &str) -> &[Vec<&'static str>] {
        self.known_by_first.get(first).map_or(&[], Vec::as_slice)
    }
}
