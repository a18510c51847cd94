//! Looking back, and the marks.

use super::values::{day, people, person, some, write_day, write_people, write_person, write_truth};
use crate::model::json::{Reader, Writer};
use crate::model::plan::reviews::Notes;
use crate::model::plan::{Plan, Reviews};
use crate::model::set::Map;

pub fn write_reviews(to: &mut Writer, reviews: &Reviews) {
    to.key("reviews").object(&mut |to| {
        to.key("chosen").list(&mut |to| {
            for (number, day) in reviews.chosen.iter() {
                to.object(&mut |to| {
                    to.key("number").number((*number).into());
                    write_day(to, "day", Some(*day));
                });
            }
        });
        write_truth(to, "stays-in-weekend", Some(reviews.stays_in_weekend).filter(|stays| *stays));
        if let Some(weeks) = reviews.every_weeks {
            to.key("every-weeks").number(weeks.into());
        }
        write_day(to, "until", reviews.until);
        if let Some(present) = &reviews.present {
            write_people(to, "present", present);
        }
        write_person(to, "caller", reviews.caller);
        to.key("notes").list(&mut |to| {
            for (number, notes) in reviews.notes.iter() {
                to.object(&mut |to| {
                    to.key("number").number((*number).into());
                    some(to, "good", &notes.good);
                    some(to, "bad", &notes.bad);
                    some(to, "next", &notes.next);
                });
            }
        });
    });
}

pub fn read_reviews(from: &mut Reader) -> Reviews {
    let mut reviews = Reviews::default();
    from.object(&mut |from, key| match key {
        "chosen" => from.list(&mut |from| {
            let (mut number, mut on) = (0, None);
            from.object(&mut |from, key| match key {
                "number" => number = from.number(),
                "day" => on = day(from),
                _ => from.skip(),
            });
            if let Some(on) = on {
                reviews.chosen.insert(number, on);
            }
        }),
        "stays-in-weekend" => reviews.stays_in_weekend = from.truth(),
        "every-weeks" => reviews.every_weeks = Some(from.number()),
        "until" => reviews.until = day(from),
        "present" => reviews.present = Some(people(from)),
        "caller" => reviews.caller = Some(person(from)),
        "notes" => from.list(&mut |from| read_notes(from, &mut reviews.notes)),
        _ => from.skip(),
    });
    reviews
}

fn read_notes(from: &mut Reader, all: &mut Map<u8, Notes>) {
    let (mut number, mut notes) = (0, Notes::default());
    from.object(&mut |from, key| match key {
        "number" => number = from.number(),
        "good" => notes.good = from.text(),
        "bad" => notes.bad = from.text(),
        "next" => notes.next = from.text(),
        _ => from.skip(),
    });
    all.insert(number, notes);
}

pub fn write_marks(to: &mut Writer, plan: &Plan) {
    to.key("marks").list(&mut |to| {
        for (result, marks) in plan.marks.iter() {
            for (moment, mark) in marks.iter() {
                to.object(&mut |to| {
                    to.key("result").text(result);
                    to.key("moment").number((*moment).into());
                    to.key("mark").number((*mark).into());
                });
            }
        }
    });
}

pub fn read_mark(from: &mut Reader, plan: &mut Plan) {
    let (mut result, mut moment, mut mark) = (String::new(), 0, 0);
    from.object(&mut |from, key| match key {
        "result" => result = from.text(),
        "moment" => moment = from.number(),
        "mark" => mark = from.number(),
        _ => from.skip(),
    });
    plan.marks.entry(result).insert(moment, mark);
}
