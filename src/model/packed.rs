//! The binary format of content, which the host packs and the phone reads. No names, no versions, no errors on the way.
//!
//! Three sections: numbers, then texts with a space, then texts without. Brotli compresses each kind better separately,
//! and a repeated text becomes a number: content of 31 KB became 27.
//!
//! Any error (an early end, an unknown variant, bad UTF-8, a list longer than the rest) is noted once in the
//! [`Reader`], which from then on returns only zeros and empty values, and is checked once at the end. So no field
//! needs its own error path: with serde the same content took four times the code.

#[cfg(not(target_arch = "wasm32"))]
mod writer;

use litemap::LiteMap;

#[cfg(not(target_arch = "wasm32"))]
pub use writer::Writer;

/// The rest of the input, and whether everything so far was valid.
pub struct Reader<'a> {
    left: &'a [u8],
    sentences: &'a [u8],
    words: &'a [u8],
    /// Every text read so far, in order; a repeated text is packed as an index into this list.
    texts: Vec<&'a str>,
    failed: bool,
    depth: u8,
}

/// Maximum nesting of values; the stack on a phone is small.
const DEEPEST: u8 = 100;

/// Ends every text; no text contains it.
const END: u8 = 0;

/// Text reference: the next sentence, the next word, or, from `AGAIN` on, a text that was read before.
const SENTENCE: usize = 0;
const WORD: usize = 1;
const AGAIN: usize = 2;

/// Reads a whole value; `None` if anything is invalid or left over.
pub fn read<T: Packed>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader);
    reader.is_done().then_some(value)
}

/// The bytes of a value.
#[cfg(not(target_arch = "wasm32"))]
pub fn write<T: Packed>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    value.write(&mut writer);
    writer.bytes()
}

/// A value with a packed form.
pub trait Packed: Sized {
    /// Reads a value; after an error, any value will do.
    fn read(from: &mut Reader) -> Self;

    /// Appends the bytes of the value.
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer);
}

impl<'a> Reader<'a> {
    /// Starts reading at the beginning of these bytes.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        let mut reader = Reader { left: bytes, sentences: &[], words: &[], texts: Vec::new(), failed: false, depth: 0 };
        let (numbers, sentences) = (reader.length(), reader.length());
        let numbers = reader.take(numbers);
        reader.sentences = reader.take(sentences);
        reader.words = std::mem::replace(&mut reader.left, numbers);
        reader
    }

    /// Whether everything was read and all of it was valid.
    pub fn is_done(&self) -> bool {
        !self.failed && self.left.is_empty() && self.sentences.is_empty() && self.words.is_empty()
    }

    /// Notes an error and discards the rest, so that every loop ends.
    pub fn fail(&mut self) {
        (self.left, self.sentences, self.words) = (&[], &[], &[]);
        self.failed = true;
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let Some((taken, left)) = self.left.split_at_checked(count) else {
            self.fail();
            return &[];
        };
        self.left = left;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    /// Reads seven bits per byte, lowest first; the high bit says that more follows.
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for place in 0..10 {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    fn fitting<T: TryFrom<u64> + Default>(&mut self) -> T {
        let number = self.number();
        T::try_from(number).unwrap_or_else(|_| {
            self.fail();
            T::default()
        })
    }

    /// Reads the length of a list. Every item takes at least one byte, so a length above the rest is invalid.
    fn length(&mut self) -> usize {
        let length = self.fitting();
        if length > self.left.len() {
            self.fail();
            return 0;
        }
        length
    }

    fn text(&mut self) -> &'a str {
        let number: usize = self.fitting();
        let text = match number {
            SENTENCE | WORD => self.next_text(number == WORD),
            again => self.texts.get(again - AGAIN).copied(),
        };
        text.unwrap_or_else(|| {
            self.fail();
            ""
        })
    }

    fn next_text(&mut self, is_word: bool) -> Option<&'a str> {
        let left = if is_word { &mut self.words } else { &mut self.sentences };
        let end = left.iter().position(|byte| *byte == END)?;
        let text = std::str::from_utf8(left.get(..end)?).ok()?;
        *left = left.get(end + 1..)?;
        self.texts.push(text);
        Some(text)
    }

    /// Reads an index among this many variants; 0 on an error.
    pub fn variant(&mut self, count: usize) -> usize {
        let variant = usize::from(self.byte());
        if variant >= count {
            self.fail();
            return 0;
        }
        variant
    }

    /// Reads a value that may contain its own kind.
    fn deeper<T: Packed>(&mut self) -> T {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.fail();
        }
        let value = T::read(self);
        self.depth -= 1;
        value
    }
}

macro_rules! packed_numbers {
    ($($number:ident)*) => {$(
        impl Packed for $number {
            fn read(from: &mut Reader) -> $number {
                from.fitting()
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, to: &mut Writer) {
                // No packed number is wider than 64 bits.
                to.number(u64::try_from(*self).unwrap_or(u64::MAX));
            }
        }
    )*};
}

packed_numbers! { u8 u32 usize }

impl Packed for i64 {
    fn read(from: &mut Reader) -> i64 {
        from.number().cast_signed()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        to.number(self.cast_unsigned());
    }
}

impl Packed for bool {
    fn read(from: &mut Reader) -> bool {
        from.variant(2) == 1
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        to.variant(u8::from(*self));
    }
}

impl Packed for () {
    fn read(_: &mut Reader) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, _: &mut Writer) {}
}

impl Packed for String {
    fn read(from: &mut Reader) -> String {
        from.text().to_owned()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn read(from: &mut Reader) -> Vec<T> {
        let length = from.length();
        // Does not reserve the stated length: an item takes more memory than its one byte of input.
        let mut list = Vec::new();
        for _ in 0..length {
            if from.failed {
                break;
            }
            list.push(from.deeper());
        }
        list
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        to.length(self.len());
        for item in self {
            item.write(to);
        }
    }
}

impl Packed for LiteMap<String, String> {
    fn read(from: &mut Reader) -> LiteMap<String, String> {
        let mut map = LiteMap::new();
        for _ in 0..from.length() {
            let key = String::read(from);
            map.insert(key, String::read(from));
        }
        map
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        to.length(self.len());
        for (key, value) in self.iter() {
            key.write(to);
            value.write(to);
        }
    }
}

impl<T: Packed> Packed for Option<T> {
    fn read(from: &mut Reader) -> Option<T> {
        (from.variant(2) == 1).then(|| T::read(from))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        to.variant(u8::from(self.is_some()));
        if let Some(value) = self {
            value.write(to);
        }
    }
}

impl<T: Packed> Packed for Box<T> {
    fn read(from: &mut Reader) -> Box<T> {
        Box::new(from.deeper())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Writer) {
        T::write(self, to);
    }
}

/// Packs structs field by field, in the order of this list. A list without one of the fields does not compile.
macro_rules! packed_structs {
    ($($shape:ident $(<$condition:ident>)? { $($field:ident),* $(,)? })*) => {$(
        impl $(<$condition: Packed>)? Packed for $shape $(<$condition>)? {
            fn read(from: &mut Reader) -> Self {
                $shape { $($field: Packed::read(from)),* }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, to: &mut $crate::model::packed::Writer) {
                $(self.$field.write(to);)*
            }
        }
    )*};
}

/// Packs enums as the index of the variant in this list, followed by its contents. A list without one of the variants
/// does not compile. The first variant is the one read on an error, so it must not contain its own kind.
macro_rules! packed_enums {
    ($($shape:ident $(<$condition:ident>)? {
        $($variant:ident $(($inner:ident))? $({ $($field:ident),* })?),* $(,)?
    })*) => {$(
        impl $(<$condition: Packed>)? Packed for $shape $(<$condition>)? {
            fn read(from: &mut Reader) -> Self {
                // Numbers the variants in order.
                #[derive(Clone, Copy)]
                enum Tag { $($variant),* }
                const NUMBERS: &[Tag] = &[$(Tag::$variant),*];
                match NUMBERS[from.variant(NUMBERS.len())] {
                    $(Tag::$variant => {
                        $(let $inner = Packed::read(from);)?
                        $($(let $field = Packed::read(from);)*)?
                        $shape::$variant $(($inner))? $({ $($field),* })?
                    })*
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, to: &mut $crate::model::packed::Writer) {
                enum Tag { $($variant),* }
                match self {
                    $($shape::$variant $(($inner))? $({ $($field),* })? => {
                        to.variant(Tag::$variant as u8);
                        $($inner.write(to);)?
                        $($($field.write(to);)*)?
                    })*
                }
            }
        }
    )*};
}

pub(super) use {packed_enums, packed_structs};

#[cfg(test)]
mod tests;
