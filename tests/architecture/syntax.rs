//! What `syn` leaves to its user: which code a build compiles, and what is inside macros and attributes, which it keeps
//! as bare tokens.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, Meta, Token};

/// What the code is compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For the host's tool or a phone, not for a test.
    Shipped,
    /// For a phone.
    Phone,
}

pub fn empty() -> syn::File {
    syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: Vec::new() }
}

/// The line of a node, from 1.
pub fn line(node: &impl Spanned) -> usize {
    node.span().start().line
}

/// The file without what a `cfg` keeps out of this build.
pub fn built(mut file: syn::File, build: Build) -> syn::File {
    if !build.compiles(&file.attrs) {
        return empty();
    }
    { build }.visit_file_mut(&mut file);
    file
}

impl Build {
    fn compiles(self, attributes: &[Attribute]) -> bool {
        let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
        conditions.flat_map(Attribute::parse_args::<Meta>).all(|meta| self.meets(&meta) != Some(false))
    }

    fn keeps<T: ToTokens>(self, node: &T) -> bool {
        let outer = |input: ParseStream| {
            let attributes = input.call(Attribute::parse_outer)?;
            input.parse::<TokenStream>()?;
            Ok(attributes)
        };
        outer.parse2(node.to_token_stream()).map_or(true, |attributes| self.compiles(&attributes))
    }

    /// Whether a `cfg` holds; `None` if that depends on more than this build says.
    fn meets(self, meta: &Meta) -> Option<bool> {
        match meta {
            Meta::Path(name) if name.is_ident("test") => Some(false),
            Meta::NameValue(pair) if pair.path.is_ident("target_arch") && self == Build::Phone => {
                Some(pair.value.to_token_stream().to_string() == "\"wasm32\"")
            }
            Meta::List(list) => {
                let inner = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
                let mut inner = inner.iter().map(|meta| self.meets(meta));
                match list.path.get_ident()?.to_string().as_str() {
                    "not" => inner.next()?.map(|holds| !holds),
                    "all" => inner.any(|holds| holds == Some(false)).then_some(false),
                    "any" => inner.all(|holds| holds == Some(false)).then_some(false),
                    _ => None,
                }
            }
            Meta::Path(_) | Meta::NameValue(_) => None,
        }
    }

    /// Whether an attribute is applied: a `cfg_attr` has a condition of its own.
    fn applies(self, attribute: &Attribute) -> bool {
        let condition = |input: ParseStream| {
            let condition: Meta = input.parse()?;
            input.parse::<TokenStream>()?;
            Ok(condition)
        };
        !attribute.path().is_ident("cfg_attr")
            || attribute.parse_args_with(condition).map_or(true, |meta| self.meets(&meta) != Some(false))
    }

    /// The tokens of a macro without the attributes that are not applied.
    fn applied(self, tokens: TokenStream) -> TokenStream {
        let mut kept: Vec<TokenTree> = Vec::new();
        for tree in tokens {
            let TokenTree::Group(group) = &tree else {
                kept.push(tree);
                continue;
            };
            let written = [kept.last().cloned(), Some(tree.clone())].into_iter().flatten().collect();
            let attributes = Attribute::parse_outer.parse2(written).unwrap_or_default();
            if attributes.iter().all(|attribute| self.applies(attribute)) {
                kept.push(TokenTree::Group(proc_macro2::Group::new(group.delimiter(), self.applied(group.stream()))));
            } else {
                kept.pop();
            }
        }
        kept.into_iter().collect()
    }
}

impl VisitMut for Build {
    fn visit_file_mut(&mut self, file: &mut syn::File) {
        file.items.retain(|item| self.keeps(item));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut module.content {
            items.retain(|item| self.keeps(item));
        }
        visit_mut::visit_item_mod_mut(self, module);
    }

    fn visit_item_impl_mut(&mut self, block: &mut syn::ItemImpl) {
        block.items.retain(|item| self.keeps(item));
        visit_mut::visit_item_impl_mut(self, block);
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        item.variants.retain(|variant| self.keeps(variant));
        visit_mut::visit_item_enum_mut(self, item);
    }

    fn visit_fields_named_mut(&mut self, fields: &mut syn::FieldsNamed) {
        fields.named.retain(|field| self.keeps(field));
        visit_mut::visit_fields_named_mut(self, fields);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain(|statement| self.keeps(statement));
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_match_mut(&mut self, expression: &mut syn::ExprMatch) {
        expression.arms.retain(|arm| self.keeps(arm));
        visit_mut::visit_expr_match_mut(self, expression);
    }

    fn visit_macro_mut(&mut self, found: &mut syn::Macro) {
        found.tokens = self.applied(found.tokens.clone());
    }

    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| self.applies(attribute));
    }
}

/// The methods with which a rule also sees what is inside macros and attributes.
macro_rules! looks_inside {
    () => {
        fn visit_macro(&mut self, found: &'ast syn::Macro) {
            $crate::syntax::in_macro(found, self);
        }
        $crate::syntax::looks_inside!(except macros);
    };
    (except macros) => {
        fn visit_attribute(&mut self, found: &'ast syn::Attribute) {
            $crate::syntax::in_attribute(found, self);
        }
        fn visit_expr(&mut self, found: &'ast syn::Expr) {
            match found {
                syn::Expr::Verbatim(tokens) => $crate::syntax::in_tokens(tokens.clone(), self),
                expression => syn::visit::visit_expr(self, expression),
            }
        }
    };
}
pub(crate) use looks_inside;

/// Visits the name and the contents of a macro.
pub fn in_macro<V: for<'a> Visit<'a>>(found: &syn::Macro, visitor: &mut V) {
    visitor.visit_path(&found.path);
    in_tokens(found.tokens.clone(), visitor);
}

/// Visits the name and the contents of an attribute; a doc comment is no code.
pub fn in_attribute<V: for<'a> Visit<'a>>(found: &Attribute, visitor: &mut V) {
    if found.path().is_ident("doc") {
        return;
    }
    visitor.visit_path(found.path());
    match &found.meta {
        Meta::Path(_) => {}
        Meta::List(list) => in_tokens(list.tokens.clone(), visitor),
        Meta::NameValue(pair) => visitor.visit_expr(&pair.value),
    }
}

/// Visits tokens as statements or as arguments; what is neither, such as the tags of a `view!`, piece by piece.
pub fn in_tokens<V: for<'a> Visit<'a>>(tokens: TokenStream, visitor: &mut V) {
    if let Ok(statements) = syn::Block::parse_within.parse2(tokens.clone()) {
        for statement in &statements {
            visitor.visit_stmt(statement);
        }
    } else if let Ok(arguments) = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(tokens.clone()) {
        for argument in &arguments {
            visitor.visit_expr(argument);
        }
    } else {
        piece_by_piece(&tokens.into_iter().collect::<Vec<_>>(), visitor);
    }
}

/// Visits strings, names, paths, calls of methods and what is in brackets.
fn piece_by_piece<V: for<'a> Visit<'a>>(trees: &[TokenTree], visitor: &mut V) {
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        match tree {
            TokenTree::Group(group) => in_tokens(group.stream(), visitor),
            TokenTree::Punct(_) => {
                let attribute = trees[at..].iter().take(2).cloned().collect();
                if let Ok([attribute]) = Attribute::parse_outer.parse2(attribute).as_deref() {
                    visitor.visit_attribute(attribute);
                    at += 1;
                }
            }
            TokenTree::Literal(literal) => {
                if let Ok(literal) = syn::parse2(literal.to_token_stream()) {
                    visitor.visit_lit(&literal);
                }
            }
            TokenTree::Ident(name) => {
                let called = trees[..at].last().is_some_and(|before| is_sign(before, '.'));
                if let (true, Some(TokenTree::Group(arguments))) = (called, trees.get(at + 1))
                    && arguments.delimiter() == Delimiter::Parenthesis
                    && let Ok(call) = syn::parse2(quote!(receiver.#name #arguments))
                {
                    visitor.visit_expr_method_call(&call);
                    at += 2;
                    continue;
                }
                let length = length_of_path(&trees[at..]);
                match syn::Path::parse_mod_style.parse2(trees[at..at + length].iter().cloned().collect()) {
                    Ok(path) => visitor.visit_path(&path),
                    // A keyword.
                    Err(_) => visitor.visit_ident(name),
                }
                at += length;
                continue;
            }
        }
        at += 1;
    }
}

/// How many tokens `a::b::c` has.
fn length_of_path(trees: &[TokenTree]) -> usize {
    let mut length = 1;
    while let Some([first, second, TokenTree::Ident(_)]) = trees.get(length..length + 3)
        && is_sign(first, ':')
        && is_sign(second, ':')
    {
        length += 3;
    }
    length
}

pub fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Calls `look` with the tokens of a macro and with those of every group inside.
pub fn every_level(tokens: &TokenStream, look: &mut impl FnMut(&[TokenTree])) {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    look(&trees);
    for tree in &trees {
        if let TokenTree::Group(group) = tree {
            every_level(&group.stream(), look);
        }
    }
}

/// Whether a macro is a `view!` of Leptos.
pub fn is_view(found: &syn::Macro) -> bool {
    found.path.segments.last().is_some_and(|name| name.ident == "view")
}
