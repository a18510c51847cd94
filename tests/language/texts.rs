//! Every text a resident can read, with the location where an editor finds it: the packed content, the page and its
//! start script.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::ids::gather_ids;

/// One text as written in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// For example `areas/geld/ge1/text`.
    pub place: String,
    pub text: String,
    pub kind: Kind,
}

/// The rules that apply in addition to the common ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Screen,
    /// The label of a button.
    Button,
    /// A text on paper, where the reader works for the gemeente.
    Paper,
}

/// Fields with a value that is a name for the program, or that no resident reads.
const NOT_READ: &[&str] = &[
    "id",
    "icon",
    "goals",
    "kind",
    "class",
    "shown",
    "when",
    "raises",
    "contact",
    "contacts",
    "area",
    "flag",
    "does",
    "asks",
    "closes",
    "back-to",
    "list",
    "words",
    "emptied-by",
    "question",
    "questions",
    "options-from",
    "way",
    "page",
    "step",
    "rules",
    "gate",
    "tel",
    "hours",
    "cost",
    "source",
    "source-date",
    "confirmed-on",
    "language",
    "holidays",
    "first-here",
    "only-shared",
    "without-more",
    "word",
    "plain",
    "opens-with-professional",
    "areas",
    "address",
    "sheet",
    "pen",
    "pen-short",
    "unsafe-when",
    "option",
    "dates",
    "months",
    "weekdays",
    "is",
    "vague",
    "roles",
    "colour-icon",
];

/// Fields with texts, although their name is in the list above or their value looks like an id.
const ALWAYS_READ: &[&str] = &["text", "name", "title", "help", "paper", "young", "label"];

pub fn of_the_content() -> Vec<Written> {
    let content = serde_json::to_value(app::authoring::packed()).expect("content can be written");
    let mut ids = BTreeSet::new();
    gather_ids(&content, &mut ids);
    let mut texts = Vec::new();
    for (part, value) in content.as_object().into_iter().flatten() {
        // The keys at this level are the parts of the content, not fields.
        if !["language", "direction", "holidays", "names"].contains(&part.as_str()) {
            gather(part, part, value, &ids, &mut texts);
        }
    }
    // A service keeps its own name.
    let is_name = |text: &Written| text.place.starts_with("contacts/") && text.place.ends_with("/name");
    // What only the desk fills in may use the words of the desk.
    let is_for_desk = |text: &Written| ["sheets/v3/", "sheets/v4/"].iter().any(|part| text.place.starts_with(part));
    texts.retain(|text| text.text.chars().any(char::is_alphabetic) && !is_name(text) && !is_for_desk(text));
    texts
}

fn gather(place: &str, field: &str, value: &Value, ids: &BTreeSet<String>, texts: &mut Vec<Written>) {
    match value {
        Value::String(text) => {
            let is_id = ids.contains(text) && !ALWAYS_READ.contains(&field);
            if !is_id {
                texts.push(Written { place: place.to_owned(), text: text.clone(), kind: kind_of(place) });
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                let name = name_of(value).unwrap_or_else(|| index.to_string());
                gather(&format!("{place}/{name}"), field, value, ids, texts);
            }
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                // A whole part (`areas`, `questions`) is a list of objects; only its plain words are not read by
                // residents.
                let holds_objects = value.as_array().is_some_and(|values| values.iter().any(Value::is_object));
                if !NOT_READ.contains(&field.as_str()) || holds_objects || is_text_of_the_sheet(place, field) {
                    gather(&format!("{place}/{field}"), field, value, ids, texts);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// On the sheets two of these names have texts: “Ik zoek hulp bij: {}.” and the line of goal codes.
fn is_text_of_the_sheet(place: &str, field: &str) -> bool {
    place.starts_with("sheets") && ["areas", "goals"].contains(&field)
}

fn name_of(value: &Value) -> Option<String> {
    let fields = ["id", "number", "flag", "key", "question", "word", "sheet"];
    let named = fields.iter().find_map(|field| value.get(field))?;
    Some(named.as_str().map_or_else(|| named.to_string(), str::to_owned))
}

fn kind_of(place: &str) -> Kind {
    if place.starts_with("texts/button.") || place.starts_with("plan/texts/button.") {
        Kind::Button
    } else if place.starts_with("sheets/") || place.starts_with("plan/texts/paper.") {
        Kind::Paper
    } else {
        Kind::Screen
    }
}

/// The texts of the page itself: between the tags, and in the attributes that are read aloud.
pub fn of_the_page(html: &str) -> Vec<Written> {
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        push_page_text(&mut texts, &rest[..begin]);
        rest = &rest[begin..];
        let end =
            if rest.starts_with("<!--") { rest.find("-->").map(|at| at + 3) } else { rest.find('>').map(|at| at + 1) };
        let (tag, after) = rest.split_at(end.unwrap_or(rest.len()));
        for attribute in ["aria-label=\"", "title=\"", "alt=\"", "name=\"description\" content=\""] {
            if let Some((_, value)) = tag.split_once(attribute) {
                push_page_text(&mut texts, value.split('"').next().unwrap_or_default());
            }
        }
        rest = after;
    }
    join_inline(texts)
}

fn push_page_text(texts: &mut Vec<Written>, text: &str) {
    if text.chars().any(char::is_alphanumeric) {
        texts.push(Written {
            place: "index.html".to_owned(),
            text: text.trim_end_matches('\n').to_owned(),
            kind: Kind::Screen,
        });
    }
}

/// Joins the pieces of a sentence around a link: a piece continues the one before it if that one ends in a space, or if
/// it begins with a closing mark.
fn join_inline(pieces: Vec<Written>) -> Vec<Written> {
    let mut texts: Vec<Written> = Vec::new();
    for piece in pieces {
        match texts.last_mut() {
            Some(last) if last.text.ends_with(' ') || piece.text.starts_with('.') => {
                last.text.push_str(&piece.text);
            }
            _ => texts.push(piece),
        }
    }
    texts
}

/// The strings of the start script that are sentences.
pub fn of_the_script(script: &str) -> Vec<Written> {
    let without_comments = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut texts = Vec::new();
    for line in without_comments {
        for string in line.split('"').skip(1).step_by(2) {
            let words = string.split(' ').filter(|word| word.chars().all(char::is_alphabetic) && word.len() > 1);
            if words.count() >= 3 {
                texts.push(Written { place: "public/boot.js".to_owned(), text: string.to_owned(), kind: Kind::Screen });
            }
        }
    }
    texts
}
