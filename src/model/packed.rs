//! Bytes ↔ values, for content that the host packs and the phone reads. No names, no versions, no errors on the way.
//!
//! Whatever is wrong (an end too early, an unknown variant, bad UTF-8, a list longer than what is left) is noted once in
//! the [`Reader`], which gives nothing but zeros and empty values from then on and is asked once at the end. So no field
//! has a path of its own for errors: through serde the same content took four times the code.

use super::set::Map;

/// What is left to read, and whether all of it was right so far.
pub struct Reader<'a> {
    left: &'a [u8],
    failed: bool,
    depth: u8,
}

/// How deep values may lie inside one another; a stack on a phone is small.
const DEEPEST: u8 = 100;

/// Reads a whole value; nothing when anything is wrong or something is left over.
pub fn read<T: Packed>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader);
    reader.is_done().then_some(value)
}

/// The bytes of a value.
#[cfg(not(target_arch = "wasm32"))]
pub fn write<T: Packed>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes
}

/// A value that can be packed.
pub trait Packed: Sized {
    /// Reads one; any value will do once something is wrong.
    fn read(from: &mut Reader) -> Self;

    /// Adds its bytes.
    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Vec<u8>);
}

impl<'a> Reader<'a> {
    /// At the start of these bytes.
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { left: bytes, failed: false, depth: 0 }
    }

    /// Whether everything was read and all of it was right.
    pub fn is_done(&self) -> bool {
        !self.failed && self.left.is_empty()
    }

    /// Notes that something is wrong. Nothing is left after it, so that every loop ends.
    pub fn fail(&mut self) {
        self.left = &[];
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

    /// Seven bits a byte, the lowest first; the high bit says that more follows.
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

    /// The length of a list. Every item takes a byte at least, so that a longer one cannot be right.
    fn length(&mut self) -> usize {
        let length = self.fitting();
        if length > self.left.len() {
            self.fail();
            return 0;
        }
        length
    }

    /// Which of so many variants; the first where that is wrong.
    pub fn variant(&mut self, count: usize) -> usize {
        let variant = usize::from(self.byte());
        if variant >= count {
            self.fail();
            return 0;
        }
        variant
    }

    /// A value inside another that may hold its own kind.
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

/// Seven bits a byte, the lowest first.
#[cfg(not(target_arch = "wasm32"))]
fn write_number(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

macro_rules! packed_numbers {
    ($($number:ident)*) => {$(
        impl Packed for $number {
            fn read(from: &mut Reader) -> $number {
                from.fitting()
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, to: &mut Vec<u8>) {
                // Nothing that is packed is wider.
                write_number(u64::try_from(*self).unwrap_or(u64::MAX), to);
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
    fn write(&self, to: &mut Vec<u8>) {
        write_number(self.cast_unsigned(), to);
    }
}

impl Packed for bool {
    fn read(from: &mut Reader) -> bool {
        from.variant(2) == 1
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }
}

impl Packed for () {
    fn read(_: &mut Reader) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, _: &mut Vec<u8>) {}
}

impl Packed for String {
    fn read(from: &mut Reader) -> String {
        let length = from.length();
        let text = std::str::from_utf8(from.take(length));
        text.unwrap_or_else(|_| {
            from.fail();
            ""
        })
        .to_owned()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Vec<u8>) {
        write_number(self.len() as u64, to);
        to.extend_from_slice(self.as_bytes());
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn read(from: &mut Reader) -> Vec<T> {
        let length = from.length();
        // Not made as long as it says: an item takes more memory than the byte that it has at least.
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
    fn write(&self, to: &mut Vec<u8>) {
        write_number(self.len() as u64, to);
        for item in self {
            item.write(to);
        }
    }
}

impl Packed for Map<String, String> {
    fn read(from: &mut Reader) -> Map<String, String> {
        let mut map = Map::new();
        for _ in 0..from.length() {
            let key = String::read(from);
            map.insert(key, String::read(from));
        }
        map
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(&self, to: &mut Vec<u8>) {
        write_number(self.len() as u64, to);
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
    fn write(&self, to: &mut Vec<u8>) {
        to.push(u8::from(self.is_some()));
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
    fn write(&self, to: &mut Vec<u8>) {
        T::write(self, to);
    }
}

/// Packs shapes field by field, in the order of the list. A field that is missing in the list does not compile.
macro_rules! packed_structs {
    ($($shape:ident $(<$condition:ident>)? { $($field:ident),* $(,)? })*) => {$(
        impl $(<$condition: Packed>)? Packed for $shape $(<$condition>)? {
            fn read(from: &mut Reader) -> Self {
                $shape { $($field: Packed::read(from)),* }
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn write(&self, to: &mut Vec<u8>) {
                $(self.$field.write(to);)*
            }
        }
    )*};
}

/// Packs enums as the place of the variant in the list, and what it holds. A variant that is missing does not compile.
/// The first is read where something is wrong, so that it may not hold its own kind.
macro_rules! packed_enums {
    ($($shape:ident $(<$condition:ident>)? {
        $($variant:ident $(($inner:ident))? $({ $($field:ident),* })?),* $(,)?
    })*) => {$(
        impl $(<$condition: Packed>)? Packed for $shape $(<$condition>)? {
            fn read(from: &mut Reader) -> Self {
                // Each variant takes the number of those before it.
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
            fn write(&self, to: &mut Vec<u8>) {
                enum Tag { $($variant),* }
                match self {
                    $($shape::$variant $(($inner))? $({ $($field),* })? => {
                        to.push(Tag::$variant as u8);
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
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    enum Tree {
        Leaf,
        Named { name: String, number: i64 },
        Inside(Box<Tree>),
        Many(Vec<Tree>),
    }

    packed_enums! { Tree { Leaf, Named { name, number }, Inside(tree), Many(trees) } }

    fn back<T: Packed>(value: &T) -> Option<T> {
        read(&write(value))
    }

    #[test]
    fn what_is_packed_reads_back() {
        for number in [0, 1, 127, 128, 300, u32::MAX] {
            assert_eq!(back(&number), Some(number));
        }
        for number in [0, -1, 1, i64::MIN, i64::MAX] {
            assert_eq!(back(&number), Some(number));
        }
        let named = Tree::Named { name: "één 👩\u{200d}👧".to_owned(), number: -3 };
        let tree = Tree::Many(vec![Tree::Inside(Box::new(named)), Tree::Leaf, Tree::Many(Vec::new())]);
        assert_eq!(back(&tree), Some(tree));
        assert_eq!(back(&(Some(true), false).0), Some(Some(true)));
        assert_eq!(back(&None::<u8>), Some(None));
    }

    #[test]
    fn what_is_wrong_is_refused() {
        assert_eq!(read::<u8>(&[]), None, "an end too early");
        assert_eq!(read::<u8>(&[1, 2]), None, "something left over");
        assert_eq!(read::<u8>(&[0x80, 2]), None, "a number too large");
        assert_eq!(read::<i64>(&[0xff; 11]), None, "a number without an end");
        assert_eq!(read::<bool>(&[2]), None, "an unknown variant");
        assert_eq!(read::<Tree>(&[4]), None, "an unknown variant");
        assert_eq!(read::<String>(&[1, 0xff]), None, "no text");
        assert_eq!(read::<String>(&[2, b'a']), None, "a text longer than what is left");
        assert_eq!(read::<Vec<u8>>(&[0xff, 0xff, 0xff, 0xff, 0x0f, 1]), None, "a list longer than what is left");
    }

    #[test]
    fn a_value_that_lies_too_deep_is_refused() {
        let inside = |depth: usize| [vec![2; depth], vec![0]].concat();
        assert!(read::<Tree>(&inside(usize::from(DEEPEST))).is_some());
        assert_eq!(read::<Tree>(&inside(usize::from(DEEPEST) + 1)), None);
        assert_eq!(read::<Tree>(&inside(1_000_000)), None);
    }
}
