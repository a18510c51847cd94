//! The writer of the packed format, on the host only.

use std::collections::HashMap;

use super::{AGAIN, END, SENTENCE, WORD};

/// Collects numbers, sentences and words separately.
#[derive(Default)]
pub struct Writer {
    numbers: Vec<u8>,
    sentences: Vec<u8>,
    words: Vec<u8>,
    places: HashMap<String, usize>,
}

impl Writer {
    /// Writes seven bits per byte, lowest first.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.numbers.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.numbers.push(number.to_le_bytes()[0]);
    }

    /// Writes a count or an index.
    pub fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    /// Writes the index of an enum variant.
    pub fn variant(&mut self, variant: u8) {
        self.numbers.push(variant);
    }

    /// Writes a text; a repeated text becomes the index of the first one.
    pub fn text(&mut self, text: &str) {
        if let Some(place) = self.places.get(text) {
            return self.length(AGAIN + place);
        }
        self.places.insert(text.to_owned(), self.places.len());
        let is_word = !text.contains(' ');
        self.length(if is_word { WORD } else { SENTENCE });
        let texts = if is_word { &mut self.words } else { &mut self.sentences };
        texts.extend_from_slice(text.as_bytes());
        texts.push(END);
    }

    /// The three sections; the lengths of the first two come first.
    pub fn bytes(self) -> Vec<u8> {
        let mut head = Writer::default();
        head.length(self.numbers.len());
        head.length(self.sentences.len());
        [head.numbers, self.numbers, self.sentences, self.words].concat()
    }
}
