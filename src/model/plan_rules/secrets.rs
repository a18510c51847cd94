//! Gathers from a plan the words that must not appear inside a sentence elsewhere.

use crate::model::catalogue::Catalogue;
use crate::model::facts::Hidden;
use crate::model::plan::Plan;
use crate::model::plan_rules::circle::People;
use crate::model::privacy::scan;
use crate::model::words;

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
