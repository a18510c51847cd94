//! The host's side: collects what is packed.

use std::collections::HashMap;

use super::{AGAIN, END, SENTENCE, WORD};

/// Collects numbers, sentences and words apart.
#[derive(Default)]
pub struct Writer {
    numbers: Vec<u8>,
    sentences: Vec<u8>,
    words: Vec<u8>,
    places: HashMap<String, usize>,
}

impl Writer {
    /// Seven bits a byte, the lowest first.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.numbers.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.numbers.push(number.to_le_bytes()[0]);
    }

    /// A count or a place.
    pub fn length(&mut self, length: usize) {
        self.number(length as u64);
    }

    /// Which variant of an enum.
    pub fn variant(&mut self, variant: u8) {
        self.numbers.push(variant);
    }

    /// A text; one that was there before as its place.
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

    /// The three parts, the first two after their lengths.
    pub fn bytes(self) -> Vec<u8> {
        let mut head = Writer::default();
        head.length(self.numbers.len());
        head.length(self.sentences.len());
        [head.numbers, self.numbers, self.sentences, self.words].concat()
    }
}
