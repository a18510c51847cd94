//! Packed values read back; invalid bytes are refused, and nothing panics.

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

fn of_parts<T: Packed>(numbers: &[u8], sentences: &[u8], words: &[u8]) -> Option<T> {
    let lengths = [numbers.len(), sentences.len()].map(|length| u8::try_from(length).expect("short"));
    read(&[&lengths, numbers, sentences, words].concat())
}

#[test]
fn a_text_that_comes_again_is_packed_once() {
    let texts = ["tien", "twee keer", "tien", "", "twee keer", ""].map(str::to_owned).to_vec();
    let bytes = write(&texts);
    assert_eq!(read::<Vec<String>>(&bytes), Some(texts));
    assert_eq!(bytes.windows(4).filter(|part| *part == b"tien").count(), 1);
}

#[test]
fn what_is_wrong_is_refused() {
    assert_eq!(of_parts::<u8>(&[7], b"", b""), Some(7));
    assert_eq!(of_parts::<u8>(&[], b"", b""), None, "an end too early");
    assert_eq!(of_parts::<u8>(&[1, 2], b"", b""), None, "something left over");
    assert_eq!(of_parts::<u8>(&[0x80, 2], b"", b""), None, "a number too large");
    assert_eq!(of_parts::<i64>(&[0xff; 11], b"", b""), None, "a number without an end");
    assert_eq!(of_parts::<bool>(&[2], b"", b""), None, "an unknown variant");
    assert_eq!(of_parts::<Tree>(&[4], b"", b""), None, "an unknown variant");
    let endless = [0xff, 0xff, 0xff, 0xff, 0x0f, 1];
    assert_eq!(of_parts::<Vec<u8>>(&endless, b"", b""), None, "a list longer than what is left");
    assert_eq!(read::<u8>(&[]), None, "nothing at all");
    assert_eq!(read::<u8>(&[2, 0, 7]), None, "fewer numbers than it says");
    assert_eq!(read::<u8>(&[1, 1, 7]), None, "fewer sentences than it says");
}

#[test]
fn a_text_that_is_wrong_is_refused() {
    assert_eq!(of_parts::<String>(&[0], b"a b\0", b""), Some("a b".to_owned()));
    assert_eq!(of_parts::<String>(&[1], b"", b"ab\0"), Some("ab".to_owned()));
    assert_eq!(of_parts::<String>(&[1], b"", b"\xff\0"), None, "no text");
    assert_eq!(of_parts::<String>(&[0], b"a b", b""), None, "a text without an end");
    assert_eq!(of_parts::<String>(&[0], b"", b"ab\0"), None, "a text of the other kind");
    assert_eq!(of_parts::<String>(&[1], b"", b"ab\0c\0"), None, "a text left over");
    assert_eq!(of_parts::<String>(&[2], b"", b""), None, "a text that was not there before");
}

#[test]
fn a_value_that_lies_too_deep_is_refused() {
    let inside = |depth: usize| {
        let mut writer = Writer::default();
        (0..depth).for_each(|_| writer.variant(2));
        writer.variant(0);
        read::<Tree>(&writer.bytes())
    };
    assert!(inside(usize::from(DEEPEST)).is_some());
    assert_eq!(inside(usize::from(DEEPEST) + 1), None);
    assert_eq!(inside(1_000_000), None);
}
