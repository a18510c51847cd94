//! The answers, by question id. The order of answering leaves no trace here.

use litemap::LiteMap;

use crate::model::date::Date;
use crate::model::dossier::people::Person;

/// All answers, by question id (`dag.u3` for a question asked per life area).
pub type Answers = LiteMap<String, Answer>;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// “ja”
    Yes,
    /// “nee”
    No,
    /// “Dat weet ik niet”; counts as empty.
    Unknown,
    /// “Dat zeg ik liever niet”; counts as empty.
    Withheld,
    /// Ticked options in the order of ticking, and free text next to them.
    Picks {
        picked: Vec<String>,
        own: String,
    },
    Number(i64),
    Date(Date),
    /// Free text, unchanged except for invisible characters.
    Text(String),
    People(Vec<Person>),
}

impl Answer {
    /// One ticked option.
    pub fn pick(option: &str) -> Answer {
        Answer::Picks { picked: vec![option.to_owned()], own: String::new() }
    }

    /// Whether this answer is empty: “Dat weet ik niet”, “Dat zeg ik liever niet”, no tick, no text.
    pub fn is_empty(&self) -> bool {
        match self {
            Answer::Yes | Answer::No | Answer::Number(_) | Answer::Date(_) => false,
            Answer::Unknown | Answer::Withheld => true,
            Answer::Picks { picked, own } => picked.is_empty() && own.trim().is_empty(),
            Answer::Text(text) => text.trim().is_empty(),
            Answer::People(people) => people.iter().all(Person::is_empty),
        }
    }

    /// The words a condition compares with, one per tick: `ja`, `nee`, or the option ids.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Answer::Yes => vec!["ja"],
            Answer::No => vec!["nee"],
            Answer::Picks { picked, .. } => picked.iter().map(String::as_str).collect(),
            Answer::Unknown
            | Answer::Withheld
            | Answer::Number(_)
            | Answer::Date(_)
            | Answer::Text(_)
            | Answer::People(_) => Vec::new(),
        }
    }

    /// Every free text in this answer.
    pub fn own_words(&self) -> Vec<&str> {
        match self {
            Answer::Text(text) => vec![text.as_str()],
            Answer::Picks { own, .. } if !own.is_empty() => vec![own.as_str()],
            Answer::People(people) => {
                let mut words = Vec::new();
                for person in people {
                    for text in [&person.role, &person.name, &person.what] {
                        if !text.is_empty() {
                            words.push(text.as_str());
                        }
                    }
                }
                words
            }
            Answer::Picks { .. }
            | Answer::Yes
            | Answer::No
            | Answer::Unknown
            | Answer::Withheld
            | Answer::Number(_)
            | Answer::Date(_) => Vec::new(),
        }
    }
}
