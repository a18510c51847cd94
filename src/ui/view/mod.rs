//! What is on the screen, as a value: a tree of plain elements. One type for everything that is drawn.
//!
//! A `view!` of its own type for each page was tried first: its generated code was twice as large for the phone as
//! everything the pages say. This tree is made by plain functions and drawn by one renderer, `draw`.

mod draw;

use std::rc::Rc;

/// Something on the screen. As small as one address, since every part of a page makes and hands on many.
#[derive(Clone)]
pub struct View(Option<Box<Kind>>);

#[derive(Clone)]
enum Kind {
    Text(String),
    Element(Element),
    /// Several, without an element around them.
    Many(Vec<View>),
}

/// What happens when an element is used.
#[derive(Clone)]
pub enum On {
    Nothing,
    /// It is tapped, or chosen by keyboard.
    Tap(Rc<dyn Fn()>),
    /// It is ticked, or no longer.
    Tick(Rc<dyn Fn(bool)>),
    /// Something else stands in it.
    Type(Rc<dyn Fn(String)>),
}

/// One element with what is in it. It is made by one call for each thing said of it; none of them is inlined, so that a
/// page costs the phone little more than these calls.
#[derive(Clone)]
pub struct Element(Box<Parts>);

#[derive(Clone)]
struct Parts {
    tag: &'static str,
    /// Tells elements of one kind beside each other apart, so that each keeps its place on the screen.
    key: String,
    attributes: Vec<(&'static str, String)>,
    value: Option<String>,
    checked: Option<bool>,
    on: On,
    children: Vec<View>,
}

/// An element without anything in it.
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
    /// An attribute; left out when its value is empty.
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Element {
        if !value.is_empty() {
            self.0.attributes.push((name, value.to_owned()));
        }
        self
    }

    /// An attribute without a value.
    #[inline(never)]
    pub fn flagged(mut self, name: &'static str) -> Element {
        self.0.attributes.push((name, String::new()));
        self
    }

    /// The class, which also tells the element apart from those beside it; may be empty.
    #[inline(never)]
    pub fn class(mut self, class: &str) -> Element {
        if self.0.key.is_empty() {
            class.clone_into(&mut self.0.key);
        }
        self.with("class", class)
    }

    /// The id, which also tells the element apart from those beside it.
    #[inline(never)]
    pub fn id(self, id: &str) -> Element {
        self.keyed(id).with("id", id)
    }

    /// What tells the element apart from those beside it.
    #[inline(never)]
    pub fn keyed(mut self, key: &str) -> Element {
        key.clone_into(&mut self.0.key);
        self
    }

    /// What stands in a field.
    #[inline(never)]
    pub fn value(mut self, value: String) -> Element {
        self.0.value = Some(value);
        self
    }

    /// Whether it is ticked.
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
        View(Some(Box::new(Kind::Element(self))))
    }
}

impl View {
    /// Nothing at all.
    pub fn nothing() -> View {
        View(None)
    }

    /// Words without an element around them.
    #[inline(never)]
    pub fn text(text: String) -> View {
        View(Some(Box::new(Kind::Text(text))))
    }

    /// Several, without an element around them.
    #[inline(never)]
    pub fn many(views: Vec<View>) -> View {
        View(Some(Box::new(Kind::Many(views))))
    }

    /// The parts that are drawn, without what is nothing and without groups.
    fn flatten(self, into: &mut Vec<Part>) {
        match self.0.map(|kind| *kind) {
            None => {}
            Some(Kind::Text(text)) => into.push(Part::Text(text)),
            Some(Kind::Element(element)) => into.push(Part::Element(element)),
            Some(Kind::Many(views)) => {
                for view in views {
                    view.flatten(into);
                }
            }
        }
    }
}

/// What is drawn in one place.
enum Part {
    Text(String),
    Element(Element),
}
