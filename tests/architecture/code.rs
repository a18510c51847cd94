//! The house rules on Rust code, each a visit of the syntax tree.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::gather::{Calls, texts, word};
use super::source::{Finding, Source};
use super::syntax::{every_level, in_macro, is_sign, is_view, line, looks_inside};

/// Words that no English sentence contains; three of them in one string make it Dutch.
const DUTCH: &[&str] = &[
    "aan", "alles", "als", "bij", "dan", "dat", "de", "deze", "dit", "een", "eerst", "en", "er", "geen", "gemeente",
    "heb", "hebt", "heeft", "het", "hier", "hulp", "ik", "jaar", "je", "jij", "jou", "jouw", "kan", "kies", "kunt",
    "maar", "mag", "met", "mij", "mijn", "moet", "naar", "niet", "nog", "nodig", "nu", "ook", "op", "te", "tot", "uit",
    "van", "vel", "voor", "waar", "wat", "weet", "wie", "wil", "wilt", "wordt", "zijn", "zo",
];

/// Words that look like an id but name something in the code itself, and why.
pub const NO_IDS: &[(&str, &str, &str)] = &[
    ("src/model/dossier/answers.rs", "ja", "the word of every yes in a condition"),
    ("src/model/dossier/answers.rs", "nee", "the word of every no in a condition"),
    ("src/model/saved.rs", "ander", "the name of a stored part, fixed by the stored format"),
    ("src/ui/pages/paper.rs", "gemeente", "the name of the field on the page"),
    ("src/ui/pages/frame.rs", "kijken", "the name of a pictogram"),
    ("src/ui/pages/frame.rs", "mensen", "the name of a pictogram"),
    ("src/ui/pages/check.rs", "mensen", "the name of a pictogram"),
    ("src/ui/components/document.rs", "veilig", "the name of a pictogram"),
    ("src/model/plan/agreements.rs", "gemeente", "the word of who arranges, as it is stored for ever"),
];

/// A function that reads an answer without putting it on paper, what it reads, and why.
pub const SPARED: &[(&str, &str, &str, &str)] = &[
    ("src/model/paper/answers_so_far.rs", "row", "facts.raw", "only whether there is an answer"),
    ("src/model/paper/mod.rs", "people", "facts.answer", "options on the own screen"),
    ("src/model/paper/mod.rs", "people", "Answer::People", "options on the own screen"),
    ("src/model/paper/mod.rs", "sentences_left", "facts.picks", "sentences of the content, on the own screen"),
];

/// `unwrap` panics.
pub fn no_unwrap(source: &Source) -> Vec<Finding> {
    let calls = Calls::of(&source.shipped);
    let unwraps = calls.methods.into_iter().filter(|call| call.name == "unwrap" && call.arguments.is_empty());
    let named = calls.paths.into_iter().filter(|named| named.is_any(&["Option::unwrap", "Result::unwrap"]));
    let lines = unwraps.map(|call| call.line).chain(named.map(|named| named.line));
    source.findings(lines, "`unwrap` panics; say what to do instead")
}

/// `expect` must name the test that guarantees it; `tests` has the names of all tests.
pub fn expect_names_a_test(source: &Source, tests: &BTreeSet<String>) -> Vec<Finding> {
    let expects = Calls::of(&source.shipped).methods.into_iter().filter(|call| call.name == "expect");
    let unnamed = expects.filter(|call| !call.arguments.iter().flatten().any(|text| tests.contains(text)));
    source.findings(unnamed.map(|call| call.line), "`expect` says the name of the test that guarantees it")
}

/// The names of all tests.
pub fn names_of_tests(sources: &[Source]) -> BTreeSet<String> {
    struct Tests(BTreeSet<String>);
    impl<'ast> Visit<'ast> for Tests {
        fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
            if function.attrs.iter().any(|attribute| attribute.path().is_ident("test")) {
                self.0.insert(function.sig.ident.to_string());
            }
        }
    }
    let mut tests = Tests(BTreeSet::new());
    for source in sources {
        tests.visit_file(&source.tree);
    }
    tests.0
}

/// Free text and people reach a paper only through `voice` and `plan_voice`; these calls would bypass them.
pub fn papers_read_no_answer(source: &Source) -> Vec<Finding> {
    let is_spared = |function: &str, read: &str| {
        SPARED.iter().any(|(path, spared, what, _)| *path == source.path && *spared == function && *what == read)
    };
    let unspared = answers_read(source).into_iter().filter(|(_, function, read)| !is_spared(function, read));
    let why = "a paper takes answers from `Voice`, which asks the privacy table and the scan";
    source.findings(unspared.map(|(line, ..)| line), why)
}

/// Every place of a paper that reads an answer: the line, the function and what it reads.
pub fn answers_read(source: &Source) -> Vec<(usize, String, String)> {
    const DOORS: &[&str] =
        &["src/model/paper/voice.rs", "src/model/paper/voice/people.rs", "src/model/paper/plan_voice.rs"];
    const OF_FACTS: &[&str] = &["answer", "raw", "text", "own", "picks"];
    if !source.is_in("src/model/paper") || DOORS.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let calls = Calls::of(&source.shipped);
    let methods = calls.methods.into_iter().filter_map(|call| {
        let of_facts = call.receiver == "facts" && OF_FACTS.contains(&call.name.as_str());
        let read = if of_facts { format!("facts.{}", call.name) } else { call.name };
        (of_facts || read == "own_words").then_some((call.line, call.function, read))
    });
    let kinds = calls.paths.into_iter().filter(|named| named.is_any(&["Answer::Text", "Answer::People"]));
    let kinds = kinds.map(|named| (named.line, named.function, named.path));
    methods.chain(kinds).collect()
}

/// A sentence for residents belongs in `content/`.
pub fn no_dutch_sentence(source: &Source) -> Vec<Finding> {
    if source.is_in("src/authoring") || source.is_in("src/bin") {
        // They address editors in Dutch, never residents.
        return Vec::new();
    }
    let dutch = texts(&source.shipped).into_iter().filter(|(_, text)| is_dutch(text));
    let told = |text| format!("“{text}” is a sentence for residents; it belongs in content/");
    dutch.map(|(line, text)| source.finding(line, told(text))).collect()
}

fn is_dutch(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| DUTCH.contains(&word.to_lowercase().as_str())).count() >= 3
}

/// Code knows roles of the content, no ids.
pub fn no_content_id(source: &Source, ids: &BTreeSet<String>) -> Vec<Finding> {
    let spared = |text: &str| NO_IDS.iter().any(|(path, id, _)| *path == source.path && *id == text);
    let unspared = ids_named(source, ids).into_iter().filter(|(_, text)| !spared(text));
    let told = |text| format!("`{text}` is an id of the content; give it a role there");
    unspared.map(|(line, text)| source.finding(line, told(text))).collect()
}

/// Every string that is an id.
pub fn ids_named(source: &Source, ids: &BTreeSet<String>) -> Vec<(usize, String)> {
    if source.is_in("src/authoring") || source.is_in("src/bin") {
        // They parse and check conditions, which have their own words.
        return Vec::new();
    }
    texts(&source.shipped).into_iter().filter(|(_, text)| ids.contains(text)).collect()
}

/// No markup from text, no style in an attribute, nothing that evaluates text.
pub fn no_raw_markup(source: &Source) -> Vec<Finding> {
    struct Raw(Vec<usize>);
    impl<'ast> Visit<'ast> for Raw {
        looks_inside!(except macros);

        fn visit_macro(&mut self, found: &'ast syn::Macro) {
            in_macro(found, self);
            if is_view(found) {
                self.0.extend(styles_in(&found.tokens));
            }
        }

        fn visit_ident(&mut self, name: &'ast syn::Ident) {
            const WORDS: &[&str] = &[
                "inner_html",
                "set_inner_html",
                "set_outer_html",
                "insert_adjacent_html",
                "outer_html",
                "eval",
                "document_write",
                "set_srcdoc",
                "new_with_args",
            ];
            if WORDS.iter().any(|word| name == word) {
                self.0.push(line(name));
            }
        }

        fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
            const ATTRIBUTE: &[&str] = &["with", "attr", "set_attribute"];
            let sets = ATTRIBUTE.iter().any(|name| call.method == name);
            // Without an argument it is the style of an element, which the policy lets a program set.
            let is_style = call.method == "style" && !call.args.is_empty();
            if is_style || (sets && call.args.first().and_then(word).as_deref() == Some("style")) {
                self.0.push(line(&call.method));
            }
            visit::visit_expr_method_call(self, call);
        }
    }
    let mut raw = Raw(Vec::new());
    raw.visit_file(&source.shipped);
    let why = "the security policy forbids it: no markup from text, no `style`, nothing that runs text";
    source.findings(raw.0, why)
}

/// The lines of `style=…` and `style:color=…` in a view.
fn styles_in(tokens: &TokenStream) -> Vec<usize> {
    let mut lines = Vec::new();
    every_level(tokens, &mut |trees| {
        for (at, tree) in trees.iter().enumerate() {
            let sign = |ahead: usize, sign| trees.get(at + ahead).is_some_and(|tree| is_sign(tree, sign));
            let is_set = sign(1, '=') || (sign(1, ':') && !sign(2, ':'));
            if is_set && matches!(tree, TokenTree::Ident(name) if name == "style") {
                lines.push(tree.span().start().line);
            }
        }
    });
    lines
}

/// A component and each of its props has a doc comment; so has everything public in the folder of the components.
pub fn components_are_documented(source: &Source) -> Vec<Finding> {
    struct Bare {
        found: Vec<(usize, &'static str)>,
        in_components: bool,
    }
    impl Bare {
        fn public(&mut self, visibility: &syn::Visibility, attributes: &[syn::Attribute], name: &syn::Ident) {
            if self.in_components && matches!(visibility, syn::Visibility::Public(_)) && !is_documented(attributes) {
                self.found.push((line(name), "what pages use of a component has a doc comment"));
            }
        }
    }
    impl<'ast> Visit<'ast> for Bare {
        fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
            let component = function.attrs.iter().find(|attribute| is_component(attribute));
            if let Some(attribute) = component {
                if !is_documented(&function.attrs) {
                    self.found.push((line(attribute), "a component says what it is in a doc comment"));
                }
                for prop in &function.sig.inputs {
                    if let syn::FnArg::Typed(prop) = prop
                        && !is_documented(&prop.attrs)
                    {
                        self.found.push((line(&prop.pat), "every prop of a component has a doc comment"));
                    }
                }
            } else {
                self.public(&function.vis, &function.attrs, &function.sig.ident);
            }
            visit::visit_item_fn(self, function);
        }

        fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
            self.public(&function.vis, &function.attrs, &function.sig.ident);
        }

        fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
            self.public(&item.vis, &item.attrs, &item.ident);
        }

        fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
            self.public(&item.vis, &item.attrs, &item.ident);
            let variants = if matches!(item.vis, syn::Visibility::Public(_)) { item.variants.iter() } else { return };
            for variant in variants {
                self.public(&item.vis, &variant.attrs, &variant.ident);
            }
        }
    }
    let mut bare = Bare { found: Vec::new(), in_components: source.is_in("src/ui/components") };
    bare.visit_file(&source.shipped);
    bare.found.into_iter().map(|(line, why)| source.finding(line, why)).collect()
}

fn is_component(attribute: &syn::Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|name| name.ident == "component")
}

fn is_documented(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}

/// How many components there are: functions with `#[component]`, and what pages use of the folder of the components.
pub fn count_of_components(source: &Source) -> usize {
    let functions = source.shipped.items.iter().filter_map(|item| match item {
        syn::Item::Fn(function) => Some(function),
        _ => None,
    });
    let is_public = |function: &syn::ItemFn| matches!(function.vis, syn::Visibility::Public(_));
    let counts = |function: &&syn::ItemFn| {
        function.attrs.iter().any(is_component) || (source.is_in("src/ui/components") && is_public(function))
    };
    functions.filter(counts).count()
}

/// Call links are made in one place, so that a flag can remove them everywhere at once.
pub fn one_place_for_calls(sources: &[Source]) -> Vec<Finding> {
    let of = |source: &Source| texts(&source.shipped).into_iter().filter(|(_, text)| text.contains("tel:"));
    let told = |source: &Source, line| source.finding(line, "`tel:` stands in one component only");
    let found: Vec<Finding> =
        sources.iter().flat_map(|source| of(source).map(|(line, _)| told(source, line))).collect();
    if found.len() == 1 { Vec::new() } else { found }
}
