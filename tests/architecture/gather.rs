//! What most rules ask of a syntax tree: its strings, its calls of methods and its paths.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, ExprLit, Lit};

use super::syntax::{every_level, in_macro, is_sign, is_view, line, looks_inside};

/// Every string outside doc comments with its line. In a `view!` also text without quotes and the classes that are
/// switched on by name.
pub fn texts(tree: &syn::File) -> Vec<(usize, String)> {
    struct Texts(Vec<(usize, String)>);
    impl<'ast> Visit<'ast> for Texts {
        looks_inside!(except macros);

        fn visit_macro(&mut self, found: &'ast syn::Macro) {
            in_macro(found, self);
            if is_view(found) {
                self.0.extend(bare_texts(&found.tokens));
            }
        }

        fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
            self.0.push((line(text), text.value()));
        }
    }
    let mut texts = Texts(Vec::new());
    texts.visit_file(tree);
    texts.0
}

/// Words in a row (`<p>Dit is tekst</p>`) and the name behind `class:`.
fn bare_texts(tokens: &TokenStream) -> Vec<(usize, String)> {
    let mut texts = Vec::new();
    every_level(tokens, &mut |trees| {
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            let is_class = matches!(tree, TokenTree::Ident(name) if name == "class");
            let is_switch = is_class && trees.get(at + 1).is_some_and(|tree| is_sign(tree, ':'));
            let is_tag = at > 0 && is_sign(&trees[at - 1], '<');
            let start = at + if is_switch { 2 } else { 0 };
            let rest = trees.get(start..).unwrap_or_default().iter();
            let run = rest.take_while(|tree| match tree {
                TokenTree::Ident(_) => true,
                tree => is_switch && is_sign(tree, '-'),
            });
            let words: Vec<String> = run.map(ToString::to_string).collect();
            let is_text = !is_tag && words.len() > 1;
            if is_switch || is_text {
                texts.push((tree.span().start().line, words.join(if is_switch { "" } else { " " })));
            }
            at = start + if is_tag { 1 } else { words.len().max(1) };
        }
    });
    texts
}

/// The method calls and the paths of a tree.
#[derive(Default)]
pub struct Calls {
    pub methods: Vec<Call>,
    pub paths: Vec<Named>,
    function: String,
}

/// `receiver.name(arguments)`.
pub struct Call {
    pub line: usize,
    /// The last name of the receiver: `facts` of `self.facts`; empty for what is not a name.
    pub receiver: String,
    pub name: String,
    /// Strings; `None` for any other argument.
    pub arguments: Vec<Option<String>>,
    /// The function it is in.
    pub function: String,
}

/// `a::b::c`.
pub struct Named {
    pub line: usize,
    /// The last two names: `b::c`.
    pub path: String,
    pub function: String,
}

impl Named {
    pub fn is_any(&self, paths: &[&str]) -> bool {
        paths.contains(&self.path.as_str())
    }
}

impl Calls {
    pub fn of(tree: &syn::File) -> Calls {
        let mut calls = Calls::default();
        calls.visit_file(tree);
        calls
    }

    /// Sets the name of the function; returns the one around it.
    fn enter(&mut self, signature: &syn::Signature) -> String {
        std::mem::replace(&mut self.function, signature.ident.to_string())
    }
}

impl<'ast> Visit<'ast> for Calls {
    looks_inside!();

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        let around = self.enter(&function.sig);
        visit::visit_item_fn(self, function);
        self.function = around;
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        let around = self.enter(&function.sig);
        visit::visit_impl_item_fn(self, function);
        self.function = around;
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.methods.push(Call {
            line: line(&call.method),
            receiver: last_name(&call.receiver),
            name: call.method.to_string(),
            arguments: call.args.iter().map(word).collect(),
            function: self.function.clone(),
        });
        visit::visit_expr_method_call(self, call);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let last = &names[names.len().saturating_sub(2)..];
        self.paths.push(Named { line: line(path), path: last.join("::"), function: self.function.clone() });
        visit::visit_path(self, path);
    }
}

/// The string that an expression is.
pub fn word(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

fn last_name(expression: &Expr) -> String {
    match expression {
        Expr::Path(path) => path.path.segments.last().map_or_else(String::new, |last| last.ident.to_string()),
        Expr::Field(field) => field.member.to_token_stream().to_string(),
        Expr::MethodCall(call) => call.method.to_string(),
        Expr::Paren(inner) => last_name(&inner.expr),
        Expr::Reference(inner) => last_name(&inner.expr),
        Expr::Try(inner) => last_name(&inner.expr),
        _ => String::new(),
    }
}
