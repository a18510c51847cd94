//! Every file is declared by a `mod`: a file that nothing declares is not compiled, and its tests never run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use super::source::{Finding, Source};

/// Every file that no crate declares. The roots are the files directly in `src`, `src/bin` and `tests`.
pub fn undeclared(sources: &[Source]) -> Vec<Finding> {
    let by_path: BTreeMap<&Path, &Source> = sources.iter().map(|source| (Path::new(&source.path), source)).collect();
    let mut reached = BTreeSet::new();
    for root in sources.iter().filter(|source| is_root(&source.path)) {
        let path = Path::new(&root.path);
        reached.insert(path.to_owned());
        declared(&root.tree.items, path, &folder(path), &by_path, &mut reached);
    }
    let lost = sources.iter().filter(|source| !reached.contains(Path::new(&source.path)));
    lost.map(|source| source.finding(1, "no `mod` declares this file, so it is not compiled")).collect()
}

fn is_root(path: &str) -> bool {
    let crates = ["src/lib.rs", "src/main.rs"];
    crates.contains(&path)
        || ["src/bin", "tests"].iter().any(|folder| Path::new(path).parent() == Some(Path::new(folder)))
}

/// Adds the files that these items declare, and those that they declare in turn.
fn declared(
    items: &[syn::Item],
    file: &Path,
    inside: &Path,
    by_path: &BTreeMap<&Path, &Source>,
    reached: &mut BTreeSet<PathBuf>,
) {
    for item in items {
        let syn::Item::Mod(module) = item else { continue };
        let name = module.ident.to_string();
        if let Some((_, items)) = &module.content {
            declared(items, file, &inside.join(&name), by_path, reached);
            continue;
        }
        let candidates = match written_path(module) {
            Some(path) => vec![plain(&folder(file).join(path))],
            None => vec![inside.join(format!("{name}.rs")), inside.join(&name).join("mod.rs")],
        };
        for path in candidates {
            if let Some(source) = by_path.get(path.as_path())
                && reached.insert(path.clone())
            {
                let is_mod = path.ends_with("mod.rs") || written_path(module).is_some();
                let inside = if is_mod { folder(&path) } else { path.with_extension("") };
                declared(&source.tree.items, &path, &inside, by_path, reached);
            }
        }
    }
}

/// The path in `#[path = "…"]`.
fn written_path(module: &syn::ItemMod) -> Option<String> {
    let attribute = module.attrs.iter().find(|attribute| attribute.path().is_ident("path"))?;
    let syn::Meta::NameValue(pair) = &attribute.meta else { return None };
    super::gather::word(&pair.value)
}

fn folder(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_owned()
}

/// Without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
