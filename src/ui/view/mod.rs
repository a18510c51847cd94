//! The content of the screen as a value: a tree of plain elements, with one type for everything that is rendered.
//!
//! A `view!` per page, each of its own type, was tried first: its generated code was twice as large for the phone as
//! all texts of the pages. Plain functions make this tree, and one renderer, `draw`, renders it.

mod draw;

use std::rc::Rc;

/// A node. Boxed to the size of one pointer, because every part of a page makes and moves many.
#[derive(Clone)]
pub struct View(Option<Box<NodeKind>>);

#[derive(Clone)]
enum NodeKind {
    Text(String),
    Element(Element),
    /// Several nodes without an element around them.
    Many(Vec<View>),
}

/// An event handler.
#[derive(Clone)]
pub enum On {
    Nothing,
    /// Clicked, or activated with the keyboard.
    Tap(Rc<dyn Fn()>),
    /// Checked or unchecked.
    Tick(Rc<dyn Fn(bool)>),
    /// Its value changed.
    Type(Rc<dyn Fn(String)>),
}

/// An element with its children. A builder method sets each property; none of them is inlined, which keeps the wasm of
/// a page as small as these calls.
#[derive(Clone)]
pub struct Element(Box<Parts>);

#[derive(Clone)]
struct Parts {
    tag: &'static str,
    /// Identifies the element among its siblings, so that it keeps its place on the screen.
    key: String,
    attributes: Vec<(&'static str, String)>,
    value: Option<String>,
    checked: Option<bool>,
    on: On,
    children: Vec<View>,
}

/// Returns an element without attributes and children.
#[inline(never)]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        key: String::new(),
        attributes: Vec::new(),
        value: None,
        checked: None,
        on: On::Nothing,
        children: Vec::new(),
    }))
}

impl Element {
    /// Sets an attribute; an empty value leaves it out.
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Element {
        if !value.is_empty() {
            self.0.attributes.push((name, value.to_owned()));
        }
        self
    }

    /// Sets an attribute without a value.
    #[inline(never)]
    pub fn flagged(mut self, name: &'static str) -> Element {
        self.0.attributes.push((name, String::new()));
        self
    }

    /// Sets the class, which is also part of the key; may be empty.
    #[inline(never)]
    pub fn class(mut self, class: &str) -> Element {
        if self.0.key.is_empty() {
            class.clone_into(&mut self.0.key);
        }
        self.with("class", class)
    }

    /// Sets the id, which is also the key.
    #[inline(never)]
    pub fn id(self, id: &str) -> Element {
        self.keyed(id).with("id", id)
    }

    /// Sets the key.
    #[inline(never)]
    pub fn keyed(mut self, key: &str) -> Element {
        key.clone_into(&mut self.0.key);
        self
    }

    /// Sets the value of a field.
    #[inline(never)]
    pub fn value(mut self, value: String) -> Element {
        self.0.value = Some(value);
        self
    }

    /// Sets whether it is checked.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Element {
        self.0.checked = Some(checked);
        self
    }

    #[inline(never)]
    pub fn on(mut self, on: On) -> Element {
        self.0.on = on;
        self
    }

    #[inline(never)]
    pub fn text(mut self, text: String) -> View {
        self.0.children.push(View::text(text));
        self.view()
    }

    #[inline(never)]
    pub fn holding(mut self, children: Vec<View>) -> View {
        self.0.children = children;
        self.view()
    }

    #[inline(never)]
    pub fn view(self) -> View {
        View(Some(Box::new(NodeKind::Element(self))))
    }
}

impl View {
    /// Returns a node that renders nothing.
    pub fn nothing() -> View {
        View(None)
    }

    /// Returns text without an element around it.
    #[inline(never)]
    pub fn text(text: String) -> View {
        View(Some(Box::new(NodeKind::Text(text))))
    }

    /// Returns several nodes without an element around them.
    #[inline(never)]
    pub fn many(views: Vec<View>) -> View {
        View(Some(Box::new(NodeKind::Many(views))))
    }

    /// Collects the nodes to render, without empty nodes and groups.
    fn flatten(self, into: &mut Vec<FlatNode>) {
        match self.0.map(|kind| *kind) {
            None => {}
            Some(NodeKind::Text(text)) => into.push(FlatNode::Text(text)),
            Some(NodeKind::Element(element)) => into.push(FlatNode::Element(element)),
            Some(NodeKind::Many(views)) => {
                for view in views {
                    view.flatten(into);
                }
            }
        }
    }
}

/// A node to render.
enum FlatNode {
    Text(String),
    Element(Element),
}
