//! Content as bytes: what the host packs and the phone reads. postcard, with a checksum behind it, so that a file that
//! was cut or changed on its way is refused as a whole.

use crc::{CRC_32_ISCSI, Crc};

use super::content::Content;

const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// The bytes of content.
///
/// # Errors
///
/// When a shape cannot be written without its field names; a test of the content writes them all.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(content: &Content) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec_crc32(content, CHECKSUM.digest())
}

/// The content in these bytes.
///
/// # Errors
///
/// When they are not the bytes that [`write()`] makes.
pub fn read(bytes: &[u8]) -> Result<Content, postcard::Error> {
    match postcard::take_from_bytes_crc32(bytes, CHECKSUM.digest())? {
        (content, []) => Ok(content),
        (_, [..]) => Err(postcard::Error::DeserializeBadEncoding),
    }
}
