//! Single values, which are not written where there is nothing to say.

use crate::model::date::Date;
use crate::model::json::{Reader, Writer};
use crate::model::plan::PersonId;
use crate::model::set::Set;

pub fn some(to: &mut Writer, key: &str, text: &str) {
    if !text.is_empty() {
        to.key(key).text(text);
    }
}

pub fn write_texts(to: &mut Writer, key: &str, texts: &mut dyn Iterator<Item = &String>) {
    to.key(key).list(&mut |to| {
        for text in &mut *texts {
            to.text(text);
        }
    });
}

pub fn write_numbers(to: &mut Writer, key: &str, numbers: &mut dyn Iterator<Item = u32>) {
    to.key(key).list(&mut |to| {
        for number in &mut *numbers {
            to.number(number.into());
        }
    });
}

pub fn write_people(to: &mut Writer, key: &str, people: &Set<PersonId>) {
    write_numbers(to, key, &mut people.iter().map(|person| person.0));
}

pub fn write_person(to: &mut Writer, key: &str, person: Option<PersonId>) {
    if let Some(person) = person {
        to.key(key).number(person.0.into());
    }
}

pub fn write_day(to: &mut Writer, key: &str, day: Option<Date>) {
    if let Some(day) = day {
        to.key(key).text(&day.to_string());
    }
}

pub fn write_truth(to: &mut Writer, key: &str, truth: Option<bool>) {
    if let Some(truth) = truth {
        to.key(key).truth(truth);
    }
}

pub fn list<T>(from: &mut Reader, item: fn(&mut Reader) -> T) -> Vec<T> {
    let mut items = Vec::new();
    from.list(&mut |from| items.push(item(from)));
    items
}

pub fn people(from: &mut Reader) -> Set<PersonId> {
    list(from, person).into_iter().collect()
}

pub fn person(from: &mut Reader) -> PersonId {
    PersonId(from.number())
}

pub fn day(from: &mut Reader) -> Option<Date> {
    let day = from.text().parse().ok();
    if day.is_none() {
        from.fail();
    }
    day
}

/// A word that is not known fails the reader.
pub fn word<T>(from: &mut Reader, of: fn(&str) -> Option<T>) -> Option<T> {
    let known = of(&from.text());
    if known.is_none() {
        from.fail();
    }
    known
}

pub fn text(from: &mut Reader) -> String {
    from.text()
}
