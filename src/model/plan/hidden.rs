//! What may not slip out inside a sentence somewhere else: the places and numbers of the routes, and the name of someone
//! the resident is afraid of.

use super::{People, PersonId, Plan};
use crate::model::case;
use crate::model::set::{Map, Set};
use crate::model::words;

/// What the rest of the app has to know of a plan: words that are looked for wherever own words go out, people who are
/// called “de ander”, and the marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden {
    pub feared: Set<PersonId>,
    /// Names of the people of whom the resident is afraid.
    pub names: Vec<String>,
    /// Places of the routes.
    pub places: Vec<String>,
    /// The digits of every telephone number in the plan.
    pub numbers: Vec<String>,
    /// The mark of each result at the start, which stands on the first sheet as well.
    pub marks: Map<String, u8>,
}

/// Fewer digits are no number of a person; 112 may stand anywhere.
const SHORTEST_NUMBER: usize = 6;

impl Hidden {
    pub fn of(plan: &Plan, people: &People<'_>) -> Hidden {
        let feared = people.feared().map(|member| member.id).collect();
        let names = people.feared().filter_map(|member| member.person).flat_map(|person| parts_of(&person.name));
        let places = plan.routes.iter().flat_map(|route| [&route.first.place, &route.second.place]);
        let places = places.map(|place| place.trim().to_owned()).filter(|place| words::length(place) > 1);
        let of_routes = plan.routes.iter().flat_map(|route| &route.numbers).map(|number| &number.number);
        let numbers = plan.about.values().map(|about| &about.phone).chain(of_routes).map(|number| digits(number));
        Hidden {
            feared,
            names: names.collect(),
            places: places.collect(),
            marks: first_marks(plan),
            numbers: numbers.filter(|number| is_personal(number)).collect(),
        }
    }
}

fn first_marks(plan: &Plan) -> Map<String, u8> {
    let first = |marks: &Map<u8, u8>| marks.get(&0).copied();
    plan.marks.iter().filter_map(|(result, marks)| Some((result.clone(), first(marks)?))).collect()
}

/// Long enough to be the number of a person, and none that is free to call.
fn is_personal(number: &str) -> bool {
    number.len() >= SHORTEST_NUMBER && !number.starts_with("0800")
}

/// The digits of a number, without what stands before the last nine: those are the same at home and from abroad.
fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.get(digits.len().saturating_sub(9)..).unwrap_or_default().to_owned()
}

/// A name as a whole, and each part of it that begins with a capital.
pub fn parts_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let begins = |part: &&str| part.chars().next().is_some_and(case::is_capital);
    let mut parts: Vec<String> = name.split_whitespace().filter(begins).map(str::to_owned).collect();
    parts.push(name.to_owned());
    parts.retain(|part| words::length(part) > 1);
    parts
}
