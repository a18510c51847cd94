//! What is on the screen, as a value: a tree of plain elements. One type for everything that is drawn.
//!
//! A `view!` of its own type for each page was tried first: its generated code was twice as large for the phone as
//! everything the pages say. This tree is made by plain functions and drawn by one renderer, `draw`.

mod draw;

use std::rc::Rc;

/// Something on the screen.
#[derive(Clone)]
pub enum View {
    Nothing,
    Text(String),
    Element(Box<Element>),
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

/// One element with what is in it.
#[derive(Clone)]
pub struct Element {
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
pub fn element(tag: &'static str) -> Element {
    Element {
        tag,
        key: String::new(),
        attributes: Vec::new(),
        value: None,
        checked: None,
        on: On::Nothing,
        children: Vec::new(),
    }
}

impl Element {
    /// An attribute; left out when its value is empty.
    pub fn with(mut self, name: &'static str, value: &str) -> Element {
        if !value.is_empty() {
            self.attributes.push((name, value.to_owned()));
        }
        self
    }

    /// An attribute without a value.
    pub fn flagged(mut self, name: &'static str) -> Element {
        self.attributes.push((name, String::new()));
        self
    }

    /// The class, which also tells the element apart from those beside it; may be empty.
    pub fn class(mut self, class: &str) -> Element {
        if self.key.is_empty() {
            class.clone_into(&mut self.key);
        }
        self.with("class", class)
    }

    /// The id, which also tells the element apart from those beside it.
    pub fn id(mut self, id: &str) -> Element {
        id.clone_into(&mut self.key);
        self.with("id", id)
    }

    /// What tells the element apart from those beside it.
    pub fn keyed(mut self, key: &str) -> Element {
        key.clone_into(&mut self.key);
        self
    }

    /// What stands in a field.
    pub fn value(mut self, value: String) -> Element {
        self.value = Some(value);
        self
    }

    /// Whether it is ticked.
    pub fn checked(mut self, checked: bool) -> Element {
        self.checked = Some(checked);
        self
    }

    pub fn on(mut self, on: On) -> Element {
        self.on = on;
        self
    }

    pub fn text(mut self, text: String) -> View {
        self.children.push(View::Text(text));
        self.view()
    }

    pub fn holding(mut self, children: Vec<View>) -> View {
        self.children = children;
        self.view()
    }

    pub fn view(self) -> View {
        View::Element(Box::new(self))
    }
}

impl View {
    /// The parts that are drawn, without what is nothing and without groups.
    fn flatten(self, into: &mut Vec<View>) {
        match self {
            View::Nothing => {}
            View::Text(_) | View::Element(_) => into.push(self),
            View::Many(views) => views.into_iter().for_each(|view| view.flatten(into)),
        }
    }
}
