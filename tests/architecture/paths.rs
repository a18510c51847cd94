//! The paths that a source names (`crate::ui::pages`), with groups of `use` expanded and `super` resolved.

use syn::UseTree;
use syn::visit::{self, Visit};

use super::source::Source;
use super::syntax::{line, looks_inside};

/// A path and the line it is on.
pub struct Named {
    /// From 1.
    pub line: usize,
    pub path: Vec<String>,
}

/// Every path in a tree of this source.
pub fn named(source: &Source, tree: &syn::File) -> Vec<Named> {
    let mut paths = Paths { module: source.module(), found: Vec::new() };
    paths.visit_file(tree);
    paths.found
}

/// Whether the path contains the segments of `wanted` in a row.
pub fn holds(path: &[String], wanted: &str) -> bool {
    let wanted: Vec<&str> = wanted.split("::").collect();
    path.windows(wanted.len()).any(|window| window == wanted)
}

struct Paths {
    module: Vec<String>,
    found: Vec<Named>,
}

impl<'ast> Visit<'ast> for Paths {
    looks_inside!();

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for attribute in &item.attrs {
            self.visit_attribute(attribute);
        }
        self.branch(&item.tree, &[]);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.add(line(&item.ident), vec![item.ident.to_string()]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(path.segments.last().map_or_else(|| line(path), |last| line(&last.ident)), names);
        visit::visit_path(self, path);
    }
}

impl Paths {
    fn branch(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.branch(&path.tree, &with(&path.ident)),
            // `use a::{self}` names `a`.
            UseTree::Name(name) if name.ident == "self" => self.add(line(&name.ident), before.to_vec()),
            UseTree::Name(name) => self.add(line(&name.ident), with(&name.ident)),
            UseTree::Rename(rename) if rename.ident == "self" => self.add(line(&rename.ident), before.to_vec()),
            UseTree::Rename(rename) => self.add(line(&rename.ident), with(&rename.ident)),
            UseTree::Glob(glob) => self.add(line(glob), before.to_vec()),
            UseTree::Group(group) => {
                for item in &group.items {
                    self.branch(item, before);
                }
            }
        }
    }

    fn add(&mut self, line: usize, path: Vec<String>) {
        self.found.push(Named { line, path: self.resolved(path) });
    }

    fn resolved(&self, path: Vec<String>) -> Vec<String> {
        let ups = path.iter().take_while(|segment| *segment == "super" || *segment == "self").count();
        if ups == 0 {
            return path;
        }
        let mut here = self.module.clone();
        let levels = path[..ups].iter().filter(|segment| *segment == "super").count();
        here.truncate(here.len().saturating_sub(levels));
        here.extend_from_slice(&path[ups..]);
        here
    }
}
