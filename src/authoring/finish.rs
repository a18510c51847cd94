//! The last step of a build: writes the packed content into the staged site, under names that belong to its program.
#![expect(clippy::print_stdout, reason = "an editor reads the answer on the command line")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{Checked, minify, pack};

/// The names in `index.html` before the real names are known.
const STRUCTURE: &str = "content/structure.bin";
const WORDS: &str = "content/nl.bin";

/// Writes the content into Trunk's staging folder and puts its name into the staged `index.html`.
///
/// # Errors
///
/// If Trunk did not call it, or the staged site is not as expected.
pub fn stage(checked: &Checked) -> Result<(), Box<dyn Error>> {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR ontbreekt; dit hoort Trunk te starten")?;
    let staging = Path::new(&staging);
    for name in into(staging, checked)? {
        println!("{name}");
    }
    if env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        minify::release(staging)
    } else {
        Ok(())
    }
}

/// Writes the content into a staged site. Returns the names of its files: the structure, the Dutch words, and the words of
/// every other language, which no page loads yet.
///
/// # Errors
///
/// If the staged site is not as expected.
pub fn into(staging: &Path, checked: &Checked) -> Result<Vec<String>, Box<dyn Error>> {
    let content = checked.content.as_ref().ok_or("er is geen inhoud")?;
    let wasm = wasm_name(staging)?;
    // The name of the wasm contains the hash of the program, so an old page never loads a content file of another
    // build.
    let name = |tag: &str, bytes: &[u8]| format!("content/{tag}-{:016x}.bin", hash(&[bytes, wasm.as_bytes()]));
    let dutch = pack::files(content);
    let mut files =
        vec![(name("structure", &dutch.structure), dutch.structure), (name("nl", &dutch.words), dutch.words)];
    for other in &checked.languages {
        let words = pack::files(other).words;
        files.push((name(&other.language, &words), words));
    }
    let page = staging.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for (placeholder, (name, _)) in [STRUCTURE, WORDS].into_iter().zip(&files) {
        if !html.contains(placeholder) {
            return Err(format!("index.html noemt {placeholder} niet").into());
        }
        html = html.replace(placeholder, name);
    }
    fs::create_dir_all(staging.join("content"))?;
    for (name, bytes) in &files {
        fs::write(staging.join(name), bytes)?;
    }
    fs::write(page, html)?;
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

/// Writes the layer for the desk below `target/`; no page of the site shows it yet.
///
/// # Errors
///
/// If the folder cannot be written.
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

/// FNV-1a, because it stays the same across Rust versions, which the hasher of std does not promise. It only tells
/// builds apart; nothing trusts it.
fn hash(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.iter().copied().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
