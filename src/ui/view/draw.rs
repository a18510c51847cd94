//! Renders a [`View`] and updates the elements on the screen to match the next one. To Leptos it is an ordinary view.
//!
//! An item that stays keeps its element, and with it focus, caret and a half-typed date.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element as DomElement, Node, Text};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlInputElement};

use super::{FlatNode, On, Parts, View};

/// The elements on the screen that belong to one [`View`].
pub struct Drawn {
    parent: Option<DomElement>,
    shown: Vec<DrawnNode>,
}

/// One text or element on the screen.
enum DrawnNode {
    Text(Text, String),
    Element(Box<ShownElement>),
}

struct ShownElement {
    node: DomElement,
    /// The element as rendered last, without its children.
    last: Parts,
    children: Vec<DrawnNode>,
    /// The current handler of its listener; `None` if it has no listener.
    on: Option<Rc<RefCell<On>>>,
}

impl Render for View {
    type State = Drawn;

    fn build(self) -> Drawn {
        Drawn { parent: None, shown: flat(vec![self]).into_iter().map(build).collect() }
    }

    fn rebuild(self, drawn: &mut Drawn) {
        if let Some(parent) = &drawn.parent {
            change(parent, &mut drawn.shown, vec![self]);
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.shown.iter().for_each(|shown| Rndr::remove(shown.node()));
    }

    fn mount(&mut self, parent: &DomElement, marker: Option<&Node>) {
        self.shown.iter().for_each(|shown| Rndr::insert_node(parent, shown.node(), marker));
        self.parent = Some(parent.clone());
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let (Some(parent), Some(first)) = (&self.parent, self.shown.first()) else { return false };
        child.mount(parent, Some(first.node()));
        true
    }

    fn elements(&self) -> Vec<DomElement> {
        Vec::new()
    }
}

impl DrawnNode {
    fn node(&self) -> &Node {
        match self {
            DrawnNode::Text(node, _) => node,
            DrawnNode::Element(element) => &element.node,
        }
    }

    /// Returns whether this element can be updated to match the view.
    fn fits(&self, part: &FlatNode) -> bool {
        match (self, part) {
            (DrawnNode::Text(..), FlatNode::Text(_)) => true,
            (DrawnNode::Element(shown), FlatNode::Element(next)) => {
                shown.last.tag == next.0.tag && shown.last.key == next.0.key
            }
            _ => false,
        }
    }

    fn become_next(&mut self, part: FlatNode) {
        match (self, part) {
            (DrawnNode::Text(node, last), FlatNode::Text(text)) if *last != text => {
                Rndr::set_text(node, &text);
                *last = text;
            }
            (DrawnNode::Element(shown), FlatNode::Element(next)) => shown.become_next(*next.0),
            _ => {}
        }
    }
}

fn flat(views: Vec<View>) -> Vec<FlatNode> {
    let mut parts = Vec::new();
    View::many(views).flatten(&mut parts);
    parts
}

fn build(part: FlatNode) -> DrawnNode {
    match part {
        FlatNode::Element(element) => DrawnNode::Element(Box::new(ShownElement::new(*element.0))),
        FlatNode::Text(text) => DrawnNode::Text(Rndr::create_text_node(&text), text),
    }
}

/// Updates the children of an element to match the next ones: matching children stay, the others are removed, new ones
/// are added.
fn change(parent: &DomElement, shown: &mut Vec<DrawnNode>, next: Vec<View>) {
    let mut old: Vec<Option<DrawnNode>> = shown.drain(..).map(Some).collect();
    let (mut last, mut moved) = (0, false);
    for part in flat(next) {
        let place = (0..old.len()).find(|place| old[*place].as_ref().is_some_and(|shown| shown.fits(&part)));
        if let Some(mut stays) = place.and_then(|place| old[place].take()) {
            moved |= place.is_some_and(|place| place < last);
            last = place.unwrap_or(last);
            stays.become_next(part);
            shown.push(stays);
        } else {
            moved = true;
            shown.push(build(part));
        }
    }
    old.iter().flatten().for_each(|gone| Rndr::remove(gone.node()));
    if moved {
        put_in_order(parent, shown);
    }
}

/// Inserts each child at its position. A child that is already there is not touched, so it keeps its focus.
fn put_in_order(parent: &DomElement, shown: &[DrawnNode]) {
    let mut here = shown.first().and_then(|_| Rndr::first_child(parent));
    for child in shown {
        if here.as_ref() == Some(child.node()) {
            here = Rndr::next_sibling(child.node());
        } else {
            Rndr::insert_node(parent, child.node(), here.as_ref());
        }
    }
}

impl ShownElement {
    fn new(mut element: Parts) -> ShownElement {
        let node = Rndr::create_element(element.tag, None);
        for (name, value) in &element.attributes {
            Rndr::set_attribute(&node, name, value);
        }
        let children: Vec<DrawnNode> = flat(std::mem::take(&mut element.children)).into_iter().map(build).collect();
        for child in &children {
            Rndr::insert_node(&node, child.node(), None);
        }
        let mut shown = ShownElement { node, last: element, children, on: None };
        shown.fill();
        shown.listen();
        shown
    }

    fn become_next(&mut self, mut next: Parts) {
        for (name, value) in &next.attributes {
            if !self.last.attributes.iter().any(|(other, before)| other == name && before == value) {
                Rndr::set_attribute(&self.node, name, value);
            }
        }
        for (name, _) in &self.last.attributes {
            if !next.attributes.iter().any(|(other, _)| other == name) {
                Rndr::remove_attribute(&self.node, name);
            }
        }
        change(&self.node, &mut self.children, std::mem::take(&mut next.children));
        self.last = next;
        self.fill();
        self.listen();
    }

    /// Sets the value or checked state if it differs; setting the same value would move the caret. **Nothing is written
    /// into a field in which someone is typing**: a date, for example, is not valid until its last digit.
    fn fill(&self) {
        let field: &HtmlInputElement = self.node.unchecked_ref();
        if let Some(value) = &self.last.value
            && field.value() != *value
            && !self.is_being_typed_in()
        {
            field.set_value(value);
        }
        if let Some(checked) = self.last.checked
            && field.checked() != checked
        {
            field.set_checked(checked);
        }
    }

    fn is_being_typed_in(&self) -> bool {
        let active = self.node.owner_document().and_then(|document| document.active_element());
        self.last.tag != "select" && active.as_ref() == Some(&self.node)
    }

    fn listen(&mut self) {
        let on = std::mem::replace(&mut self.last.on, On::Nothing);
        if let Some(now) = &self.on {
            *now.borrow_mut() = on;
            return;
        }
        let name = match on {
            On::Nothing => return,
            On::Tap(_) => "click",
            On::Tick(_) => "change",
            On::Type(_) => "input",
        };
        let now = Rc::new(RefCell::new(on));
        self.on = Some(Rc::clone(&now));
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // A copy, because the handler may update this element.
            let on = now.borrow().clone();
            happen(&on, &event);
        });
        // Adding a listener to an own element cannot fail; the browser drops it together with the element.
        let _ = self.node.add_event_listener_with_callback(name, listener.into_js_value().unchecked_ref());
    }
}

fn happen(on: &On, event: &Event) {
    let field = event.current_target().map(JsCast::unchecked_into::<HtmlInputElement>);
    match (on, field) {
        (On::Tap(tap), _) => tap(),
        (On::Tick(tick), Some(field)) => tick(field.checked()),
        (On::Type(write), Some(field)) => write(field.value()),
        (On::Nothing | On::Tick(_) | On::Type(_), _) => {}
    }
}
