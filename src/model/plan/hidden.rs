//! Words of the plan that must not appear inside a sentence elsewhere: places and numbers of the safety routes, and
//! names of feared people.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::{People, PersonId, Plan};
use crate::model::catalogue::Catalogue;
use crate::model::scan;
use crate::model::words;

/// What the rest of the app needs from a plan: words to look for wherever free text goes out, people to call “de
/// ander”, and the marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden {
    pub feared: BTreeSet<PersonId>,
    /// Names of the people the resident is afraid of.
    pub names: Vec<String>,
    /// Places of the safety routes.
    pub places: Vec<String>,
    /// Unusual words of these places, and names of who answers the numbers: allowed elsewhere once the resident says so.
    pub place_words: Vec<String>,
    /// The last seven digits of every personal telephone number in the plan, as one dials it within a town.
    pub numbers: Vec<String>,
    /// The mark of each result at the start, which the summary shows as well.
    pub marks: LiteMap<String, u8>,
}

/// A number with fewer digits belongs to no person; 112 may appear anywhere.
const SHORTEST_NUMBER: usize = 6;

/// Dialled from abroad, from another town or from next door, the last digits are the same.
const LONGEST_ENDING: usize = 7;

/// A shorter word of a place does not give the place away.
const SHORTEST_WORD: usize = 3;

impl Hidden {
    pub fn of(catalogue: &Catalogue, plan: &Plan, people: &People<'_>) -> Hidden {
        let mut hidden = Hidden::default();
        for member in people.feared() {
            hidden.feared.insert(member.id);
        }
        hidden.names.clone_from(&people.feared_names);
        for about in plan.about.values() {
            hidden.hide_number(&about.phone);
        }
        for route in &plan.routes {
            hidden.hide_place(catalogue, &route.first.place);
            hidden.hide_place(catalogue, &route.second.place);
            for number in &route.numbers {
                hidden.hide_number(&number.number);
                hidden.place_words.append(&mut scan::strange_words(&number.name, catalogue));
            }
        }
        for (result, marks) in &plan.marks {
            if let Some(first) = marks.get(&0) {
                hidden.marks.insert(result.clone(), *first);
            }
        }
        hidden
    }

    fn hide_place(&mut self, catalogue: &Catalogue, place: &str) {
        let place = place.trim();
        if words::length(place) > 1 {
            self.places.push(place.to_owned());
        }
        let mut words = scan::strange_words(place, catalogue);
        words.retain(|word| words::length(word) >= SHORTEST_WORD && word != place);
        self.place_words.append(&mut words);
    }

    fn hide_number(&mut self, number: &str) {
        let digits: String = scan::fold(number).chars().filter(char::is_ascii_digit).collect();
        if is_personal(&digits) {
            self.numbers.push(digits.get(digits.len().saturating_sub(LONGEST_ENDING)..).unwrap_or_default().to_owned());
        }
    }
}

/// Whether the number is long enough to belong to a person, and is not a free number.
fn is_personal(number: &str) -> bool {
    number.len() >= SHORTEST_NUMBER && !number.starts_with("0800")
}

/// The full name, and each part that begins with a capital. If capitals tell nothing, because the name has none or
/// nothing else, the first and last part: the words between them are seldom names.
pub fn parts_of(name: &str) -> Vec<String> {
    let name = name.trim();
    let all: Vec<&str> =
        name.split(|letter: char| !words::is_in_word(letter)).filter(|part| !part.is_empty()).collect();
    let is_small = |letter: char| letter.is_alphabetic() && !letter.is_uppercase();
    let capitals_tell = name.chars().any(char::is_uppercase) && name.chars().any(is_small);
    let mut parts = Vec::new();
    for (place, part) in all.iter().enumerate() {
        let at_an_end = (place == 0 || place + 1 == all.len()) && !is_particle(part);
        let is_part = if capitals_tell { part.starts_with(char::is_uppercase) } else { at_an_end };
        if words::length(part) > 1 && is_part && *part != name {
            parts.push((*part).to_owned());
        }
    }
    if !all.is_empty() {
        parts.push(name.to_owned());
    }
    parts
}

/// Whether this is a small word of a family name, such as `van`, which also occurs in ordinary sentences.
fn is_particle(part: &str) -> bool {
    let particles = ["van", "den", "der", "ter", "ten", "het", "aan", "bij", "uit", "von", "bin", "ben", "del", "dos"];
    words::length(part) < 3 || particles.contains(&part.to_lowercase().as_str())
}
