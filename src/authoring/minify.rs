//! Makes the scripts and styles of a staged release small with esbuild. A file that changes gets a new name from its new
//! bytes, and `index.html` its new name and integrity.
#![expect(clippy::print_stderr, reason = "who builds reads it on the command line")]

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, io};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// The oldest browsers that the page supports have this.
const TARGET: &str = "--target=es2020";
/// The file that a gemeente replaces: it keeps its name and its line breaks.
const THEME: &str = "theme.css";

/// Makes every script and style sheet of a staged site small. Does nothing but say so where esbuild is not installed:
/// the site is right then, only larger.
///
/// # Errors
///
/// When a file cannot be read or written, or esbuild refuses it.
pub fn release(staging: &Path) -> Result<(), Box<dyn Error>> {
    if Command::new("esbuild").arg("--version").stdout(Stdio::null()).status().is_err() {
        eprintln!("esbuild ontbreekt: scripts en stijlen blijven zoals ze zijn (`make build` zet het klaar)");
        return Ok(());
    }
    let page = staging.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for entry in fs::read_dir(staging)?.collect::<io::Result<Vec<_>>>()? {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(kind) = kind_of(&name) else { continue };
        let before = fs::read(entry.path())?;
        let after = minified(&entry.path(), kind)?;
        let renamed = with_hash(&name, &after);
        fs::remove_file(entry.path())?;
        fs::write(staging.join(&renamed), &after)?;
        html = html.replace(&name, &renamed).replace(&integrity(&before), &integrity(&after));
    }
    Ok(fs::write(page, html)?)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Style,
    /// A script of one function, loaded as it is.
    Script,
    /// The glue of wasm-bindgen: what nobody imports can go.
    Module,
}

fn kind_of(name: &str) -> Option<FileKind> {
    match Path::new(name).extension()?.to_str()? {
        "css" if name != THEME => Some(FileKind::Style),
        "js" if name.starts_with("boot") => Some(FileKind::Script),
        "js" => Some(FileKind::Module),
        _ => None,
    }
}

fn minified(path: &Path, kind: FileKind) -> Result<Vec<u8>, Box<dyn Error>> {
    let options: &[&str] = match kind {
        FileKind::Style => &["--loader=css"],
        FileKind::Script => &["--loader=js"],
        FileKind::Module => &["--loader=js", "--format=esm", "--tree-shaking=true"],
    };
    let made = Command::new("esbuild")
        .args(["--minify", TARGET])
        .args(options)
        .stdin(fs::File::open(path)?)
        .stderr(Stdio::inherit())
        .output()?;
    if made.status.success() { Ok(made.stdout) } else { Err(format!("esbuild weigert {}", path.display()).into()) }
}

/// `boot-9f3c….js` with the hash of these bytes in place of the one that Trunk gave it.
fn with_hash(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let bare = stem.rsplit_once('-').map_or(stem, |(bare, _)| bare);
    let hash = Sha256::digest(bytes).iter().take(8).fold(0_u64, |hash, byte| (hash << 8) | u64::from(*byte));
    format!("{bare}-{hash:016x}.{extension}")
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_hash_of_its_new_bytes() {
        assert_eq!(with_hash("boot-0123456789abcdef.js", b"x"), "boot-2d711642b726b044.js");
        assert_ne!(with_hash("app-00.css", b"x"), with_hash("app-00.css", b"y"));
    }

    #[test]
    fn the_theme_of_a_gemeente_stays_as_it_is() {
        assert_eq!(kind_of("theme.css"), None);
        assert_eq!(kind_of("app-1.css"), Some(FileKind::Style));
        assert_eq!(kind_of("boot-1.js"), Some(FileKind::Script));
        assert_eq!(kind_of("wizard-1.js"), Some(FileKind::Module));
        assert_eq!(kind_of("wizard-1_bg.wasm"), None);
    }
}
