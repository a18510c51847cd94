//! What may not slip out inside a sentence somewhere else: the places and numbers of the routes, and the name of someone
//! the resident is afraid of.

use std::collections::BTreeSet;

use super::{People, PersonId, Plan};
use crate::model::words;

/// Words that are looked for wherever own words go out, and people who are called “de ander”.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden {
    pub feared: BTreeSet<PersonId>,
    /// Names of the people of whom the resident is afraid.
    pub feared_names: Vec<String>,
    /// Places of the routes.
    pub places: Vec<String>,
}

impl Hidden {
    pub fn of(plan: &Plan, people: &People<'_>) -> Hidden {
        let feared = people.feared().map(|member| member.id).collect();
        let names = people.feared().filter_map(|member| member.person).flat_map(|person| parts_of(&person.name));
        let places = plan.routes.iter().flat_map(|route| [&route.first.place, &route.second.place]);
        let places = places.map(|place| place.trim().to_owned()).filter(|place| words::length(place) > 1);
        Hidden { feared, feared_names: names.collect(), places: places.collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.feared.is_empty() && self.places.is_empty()
    }
}

/// A name as a whole, and each part of it that begins with a capital.
fn parts_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let begins = |part: &&str| part.chars().next().is_some_and(char::is_uppercase);
    let mut parts: Vec<String> = name.split_whitespace().filter(begins).map(str::to_owned).collect();
    parts.push(name.to_owned());
    parts.retain(|part| words::length(part) > 1);
    parts
}
