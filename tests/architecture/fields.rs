//! No field lets the browser remember what was typed or chosen: each has `autocomplete="off"`.

use std::collections::BTreeSet;

use proc_macro2::TokenTree;
use syn::visit::{self, Visit};

use super::gather::word;
use super::source::{Finding, Source};
use super::syntax::{every_level, in_macro, is_sign, is_view, line, looks_inside};

const KINDS: &[&str] = &["input", "textarea", "select"];

/// Every field that does not forbid it: a tag of a `view!`, or an element made in a function that neither sets the
/// attribute nor hands the element to a function of the same file that only sets it.
pub fn remember_nothing(source: &Source) -> Vec<Finding> {
    let functions = functions(source);
    let sets: BTreeSet<&str> =
        functions.iter().filter(|one| one.sets > 0 && one.made.is_empty()).map(|one| one.name.as_str()).collect();
    let mut lines = Vec::new();
    for function in &functions {
        let handed = function.calls.iter().filter(|name| sets.contains(name.as_str())).count();
        lines.extend(function.made.iter().skip(function.sets + handed));
        lines.extend(&function.tags);
    }
    source.findings(lines, "the browser remembers what is typed here; add `autocomplete=\"off\"`")
}

/// How many fields there are.
pub fn count(source: &Source) -> usize {
    functions(source).iter().map(|function| function.made.len() + function.all_tags.len()).sum()
}

#[derive(Default)]
struct Function {
    name: String,
    /// The lines on which a field is made by a call.
    made: Vec<usize>,
    /// How often the attribute is set by a call.
    sets: usize,
    /// Functions and methods that are called.
    calls: Vec<String>,
    /// The lines of tags without the attribute.
    tags: Vec<usize>,
    /// Line and column of all tags; a `view!` within a `view!` is visited twice.
    all_tags: BTreeSet<(usize, usize)>,
}

fn functions(source: &Source) -> Vec<Function> {
    let mut all = Functions { done: Vec::new(), open: Function::default() };
    all.visit_file(&source.shipped);
    all.done.push(all.open);
    all.done
}

struct Functions {
    done: Vec<Function>,
    open: Function,
}

impl Functions {
    fn within(&mut self, signature: &syn::Signature, look: impl FnOnce(&mut Functions)) {
        let inner = Function { name: signature.ident.to_string(), ..Function::default() };
        let around = std::mem::replace(&mut self.open, inner);
        look(self);
        self.done.push(std::mem::replace(&mut self.open, around));
    }
}

impl<'ast> Visit<'ast> for Functions {
    looks_inside!(except macros);

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.within(&function.sig, |all| visit::visit_item_fn(all, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.within(&function.sig, |all| visit::visit_impl_item_fn(all, function));
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        in_macro(found, self);
        if is_view(found) {
            every_level(&found.tokens, &mut |trees| self.tags_in(trees));
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func {
            let names: Vec<String> = function.path.segments.iter().map(|name| name.ident.to_string()).collect();
            let made = call.args.first().and_then(word).unwrap_or_default();
            let is_field = match names.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
                [.., "element"] => KINDS.contains(&made.as_str()),
                [.., "html", kind] => KINDS.contains(kind),
                _ => false,
            };
            if is_field {
                self.open.made.push(line(call));
            }
            self.open.calls.extend(names.last().cloned());
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let words: Vec<String> = call.args.iter().filter_map(word).collect();
        let is_set = (call.method == "autocomplete" && words == ["off"]) || words == ["autocomplete", "off"];
        self.open.sets += usize::from(is_set);
        self.open.calls.push(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }
}

impl Functions {
    fn tags_in(&mut self, trees: &[TokenTree]) {
        for (at, pair) in trees.windows(2).enumerate() {
            let [less, TokenTree::Ident(name)] = pair else { continue };
            if is_sign(less, '<') && KINDS.iter().any(|kind| name == kind) {
                let start = name.span().start();
                self.open.all_tags.insert((start.line, start.column));
                if !is_off(inside(&trees[at + 2..])) {
                    self.open.tags.push(start.line);
                }
            }
        }
    }
}

/// What is up to the `>` of this tag; `->` and `=>` do not end it.
fn inside(trees: &[TokenTree]) -> &[TokenTree] {
    let ends = |at: &usize| {
        let arrow = *at > 0 && (is_sign(&trees[at - 1], '-') || is_sign(&trees[at - 1], '='));
        is_sign(&trees[*at], '>') && !arrow
    };
    &trees[..(0..trees.len()).find(ends).unwrap_or(trees.len())]
}

fn is_off(trees: &[TokenTree]) -> bool {
    trees.windows(3).any(|three| {
        matches!(&three[0], TokenTree::Ident(name) if name == "autocomplete")
            && is_sign(&three[1], '=')
            && three[2].to_string() == "\"off\""
    })
}
