//! The last step of a build: the packed content goes into the staged site, under a name that belongs to its program, and
//! a release is made small.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{Checked, minify, pack};

/// What `index.html` says before the name is known.
const PLACEHOLDER: &str = "content/nl.bin";

/// Writes the content into Trunk's staging folder and puts its name into the staged `index.html`.
///
/// # Errors
///
/// When Trunk did not call it, or the staged site is not as expected.
pub fn stage(checked: &Checked) -> Result<(), Box<dyn Error>> {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR ontbreekt; dit hoort Trunk te starten")?;
    let staging = Path::new(&staging);
    let name = into(staging, checked)?;
    println!("{name}");
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        minify::release(staging)
    } else {
        Ok(())
    }
}

/// Writes the content into a staged site. Gives the name it got.
///
/// # Errors
///
/// When the staged site is not as expected.
pub fn into(staging: &Path, checked: &Checked) -> Result<String, Box<dyn Error>> {
    let content = checked.content.as_ref().ok_or("er is geen inhoud")?;
    let packed = pack::bytes(content);
    // The name of the wasm holds the hash of the program: an old page never meets a content file of another build.
    let name = format!("content/nl-{:016x}.bin", hash(&[&packed, wasm_name(staging)?.as_bytes()]));
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page)?;
    if !html.contains(PLACEHOLDER) {
        return Err(format!("index.html noemt {PLACEHOLDER} niet").into());
    }
    fs::create_dir_all(staging.join("content"))?;
    fs::write(staging.join(&name), packed)?;
    fs::write(page, html.replace(PLACEHOLDER, &name))?;
    Ok(name)
}

/// Writes the layer for the desk below `target/`; no document of the site shows it yet.
///
/// # Errors
///
/// When the folder cannot be written.
pub fn desk(checked: &Checked, root: &Path) -> Result<(), Box<dyn Error>> {
    let json = checked.desk_json()?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let folder = target.join("content");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("desk-nl-{:016x}.json", hash(&[json.as_bytes()])));
    fs::write(&path, json)?;
    println!("{}", path.display());
    Ok(())
}

fn wasm_name(staging: &Path) -> Result<String, Box<dyn Error>> {
    let mut names: Vec<String> = fs::read_dir(staging)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "wasm"))
        .collect();
    names.sort();
    Ok(names.first().ok_or("hier staat geen wasm")?.clone())
}

/// FNV-1a: stays the same from one Rust to the next, which the hasher of std does not promise. It only tells builds
/// apart; nothing is trusted because of it.
fn hash(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.iter().copied().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
