//! Content as bytes: what the host packs and the phone reads. The structure is one file, the words of a language another;
//! each is postcard with a checksum behind it, so that a file that was cut or changed on its way is refused as a whole.

use std::fmt;

use crc::{CRC_32_ISCSI, Crc};
use serde::Deserialize;

use super::content::{Content, WordSet};

const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// Why bytes are no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// The structure was cut or changed.
    Structure,
    /// The words were cut or changed.
    Words,
    /// The words belong to another structure.
    OtherStructure,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unreadable::Structure => "the structure of the content cannot be read",
            Unreadable::Words => "the words of the content cannot be read",
            Unreadable::OtherStructure => "the words belong to another structure",
        })
    }
}

/// The two files of content in one language.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The same for every language.
    pub structure: Vec<u8>,
    pub words: Vec<u8>,
}

/// The bytes of content.
///
/// # Errors
///
/// When a shape cannot be written without its field names; a test of the content writes them all.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(content: &Content) -> Result<Packed, postcard::Error> {
    let mut structure = content.clone();
    let mut words = WordSet::take_from(&mut structure);
    let structure = postcard::to_allocvec_crc32(&structure, CHECKSUM.digest())?;
    words.structure = CHECKSUM.checksum(&structure);
    Ok(Packed { words: postcard::to_allocvec_crc32(&words, CHECKSUM.digest())?, structure })
}

/// The content in these bytes.
///
/// # Errors
///
/// When they are not two files that [`write`] makes of the same structure.
pub fn read(structure: &[u8], words: &[u8]) -> Result<Content, Unreadable> {
    let content: Content = whole(structure).ok_or(Unreadable::Structure)?;
    let words: WordSet = whole(words).ok_or(Unreadable::Words)?;
    if words.structure != CHECKSUM.checksum(structure) {
        return Err(Unreadable::OtherStructure);
    }
    words.put_into(content).ok_or(Unreadable::OtherStructure)
}

/// The value in these bytes, with nothing after it.
fn whole<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Option<T> {
    match postcard::take_from_bytes_crc32(bytes, CHECKSUM.digest()) {
        Ok((value, [])) => Some(value),
        Ok(_) | Err(_) => None,
    }
}
