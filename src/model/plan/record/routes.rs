//! Safety routes, for the memory of this page alone.

use super::values::{list, person, some, word, write_person, write_truth};
use crate::model::json::{Reader, Writer};
use crate::model::plan::routes::{Haven, Number, Take};
use crate::model::plan::{PersonId, RouteId, SafetyRoute};

pub fn write_route(to: &mut Writer, route: &SafetyRoute) {
    to.object(&mut |to| {
        to.key("id").number(route.id.0.into());
        to.key("owner").number(route.owner.0.into());
        for (key, haven) in [("first", &route.first), ("second", &route.second)] {
            to.key(key).object(&mut |to| {
                some(to, "place", &haven.place);
                write_person(to, "brought-by", haven.brought_by);
            });
        }
        to.key("numbers").list(&mut |to| {
            for number in &route.numbers {
                to.object(&mut |to| {
                    some(to, "name", &number.name);
                    some(to, "number", &number.number);
                    write_person(to, "person", number.person);
                });
            }
        });
        to.key("takes").list(&mut |to| route.takes.iter().for_each(|take| to.text(take.word())));
        some(to, "takes-more", &route.takes_more);
        write_person(to, "fetches", route.fetches_children);
        write_truth(to, "chosen-self", route.chosen_self);
        write_truth(to, "practised", route.practised);
    });
}

pub fn read_route(from: &mut Reader) -> SafetyRoute {
    let mut route = SafetyRoute::default();
    from.object(&mut |from, key| match key {
        "id" => route.id = RouteId(from.number()),
        "owner" => route.owner = PersonId(from.number()),
        "first" => route.first = read_haven(from),
        "second" => route.second = read_haven(from),
        "numbers" => route.numbers = list(from, read_number),
        "takes" => route.takes = list(from, |from| word(from, Take::of)).into_iter().flatten().collect(),
        "takes-more" => route.takes_more = from.text(),
        "fetches" => route.fetches_children = Some(person(from)),
        "chosen-self" => route.chosen_self = Some(from.truth()),
        "practised" => route.practised = Some(from.truth()),
        _ => from.skip(),
    });
    route
}

fn read_haven(from: &mut Reader) -> Haven {
    let mut haven = Haven::default();
    from.object(&mut |from, key| match key {
        "place" => haven.place = from.text(),
        "brought-by" => haven.brought_by = Some(person(from)),
        _ => from.skip(),
    });
    haven
}

fn read_number(from: &mut Reader) -> Number {
    let mut number = Number::default();
    from.object(&mut |from, key| match key {
        "name" => number.name = from.text(),
        "number" => number.number = from.text(),
        "person" => number.person = Some(person(from)),
        _ => from.skip(),
    });
    number
}
