//! The words of one language, apart from the structure that all languages share.
//!
//! **A word set fits one structure**: it names the checksum of that structure, and has one text for every text of it.

use serde::{Deserialize, Serialize};

use super::{Content, Key, Visitor};

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute of HTML.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// The words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WordSet {
    /// BCP 47 language tag: `nl`.
    pub language: String,
    pub direction: Direction,
    /// The checksum of the structure that these words belong to.
    pub structure: u32,
    /// Every text, in the order of [`Content::visit_texts`].
    pub texts: Vec<String>,
    /// Every list of words, in the same order.
    pub lists: Vec<Vec<String>>,
}

impl WordSet {
    /// Takes the words out of content, so that only its structure remains. The checksum is still 0.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn take_from(content: &mut Content) -> WordSet {
        let mut words = WordSet {
            language: std::mem::take(&mut content.language),
            direction: std::mem::take(&mut content.direction),
            ..WordSet::default()
        };
        content.visit_texts(&mut Take(&mut words));
        words
    }

    /// Puts the words into their structure; `None` if the structure has more or fewer texts.
    pub fn put_into(self, mut structure: Content) -> Option<Content> {
        let mut put = Put { texts: self.texts.into_iter(), lists: self.lists.into_iter(), fits: true };
        structure.visit_texts(&mut put);
        let fits = put.fits && put.texts.next().is_none() && put.lists.next().is_none();
        fits.then_some(Content { language: self.language, direction: self.direction, ..structure })
    }
}

#[cfg(not(target_arch = "wasm32"))]
struct Take<'w>(&'w mut WordSet);

#[cfg(not(target_arch = "wasm32"))]
impl Visitor for Take<'_> {
    fn text(&mut self, _: Key<'_>, text: &mut String) {
        self.0.texts.push(std::mem::take(text));
    }

    fn list(&mut self, _: Key<'_>, list: &mut Vec<String>) {
        self.0.lists.push(std::mem::take(list));
    }
}

struct Put {
    texts: std::vec::IntoIter<String>,
    lists: std::vec::IntoIter<Vec<String>>,
    /// Whether there was a text for every place so far.
    fits: bool,
}

impl Visitor for Put {
    fn text(&mut self, _: Key<'_>, text: &mut String) {
        match self.texts.next() {
            Some(next) => *text = next,
            None => self.fits = false,
        }
    }

    fn list(&mut self, _: Key<'_>, list: &mut Vec<String>) {
        match self.lists.next() {
            Some(next) => *list = next,
            None => self.fits = false,
        }
    }
}
