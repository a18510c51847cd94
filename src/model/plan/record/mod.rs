//! A plan as JSON: each part of it is written and read here, side by side. What may not leave the memory has no form on a
//! device: who is feared, who does not feel safe, the routes, and where a child can go to.

mod agreements;
mod reviews;
mod routes;
mod values;

use super::circle::{Can, Knows};
use super::ladder::{Colour, StepWords};
use super::{About, Demand, DemandId, PersonId, Plan, Wish, WishId};
use crate::model::json::{Reader, Writer};
use agreements::{read_agreement, write_agreement};
use reviews::{read_mark, read_reviews, write_marks, write_reviews};
use routes::{read_route, write_route};
use values::{day, list, people, some, text, word, write_day, write_people, write_texts, write_truth};

/// A part of the plan with a record of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Goal,
    Circle,
    Demands,
    Agreements,
    Ladder,
    Reviews,
}

impl Part {
    pub const ALL: [Part; 6] = [Part::Goal, Part::Circle, Part::Demands, Part::Agreements, Part::Ladder, Part::Reviews];

    /// The name of the stored part, fixed by the stored format.
    pub fn name(self) -> &'static str {
        match self {
            Part::Goal => "plan-doel",
            Part::Circle => "plan-kring",
            Part::Demands => "plan-eisen",
            Part::Agreements => "plan-afspraken",
            Part::Ladder => "plan-kleuren",
            Part::Reviews => "plan-terugkijken",
        }
    }
}

/// How far what is written goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The memory of this page.
    Memory,
    /// A device.
    Device,
}

/// Writes one part as an object.
pub fn write_part(to: &mut Writer, plan: &Plan, part: Part, reach: Reach) {
    to.object(&mut |to| match part {
        Part::Goal => write_goal(to, plan, reach),
        Part::Circle => {
            to.key("about").list(&mut |to| {
                for (person, about) in plan.about.iter() {
                    write_about(to, *person, about, reach);
                }
            });
        }
        Part::Demands => write_demands(to, plan),
        Part::Agreements => {
            let agreements = &plan.agreements;
            to.key("agreements").list(&mut |to| agreements.iter().for_each(|one| write_agreement(to, one, reach)));
        }
        Part::Ladder => {
            to.key("ladder").list(&mut |to| {
                for (person, steps) in plan.ladder.iter() {
                    for (colour, words) in steps.iter() {
                        to.object(&mut |to| {
                            to.key("person").number(person.0.into());
                            to.key("colour").text(colour.word());
                            some(to, "sees", &words.sees);
                            some(to, "does", &words.does);
                        });
                    }
                }
            });
        }
        Part::Reviews => {
            write_reviews(to, &plan.reviews);
            write_marks(to, plan);
        }
    });
}

/// Everything, with what may not leave the memory.
pub fn write_all(to: &mut Writer, plan: &Plan) {
    to.list(&mut |to| {
        for part in Part::ALL {
            write_part(to, plan, part, Reach::Memory);
        }
        to.object(&mut |to| {
            to.key("routes").list(&mut |to| plan.routes.iter().for_each(|route| write_route(to, route)));
            write_texts(to, "asks-again", &mut plan.asks_again.iter());
        });
    });
}

/// Reads what [`write_all`] wrote.
pub fn read_all(from: &mut Reader) -> Plan {
    let mut plan = Plan::default();
    from.list(&mut |from| read_part(from, &mut plan));
    plan
}

/// Reads a part into the plan; a key that is not known is passed over.
pub fn read_part(from: &mut Reader, plan: &mut Plan) {
    from.object(&mut |from, key| match key {
        "last-id" => plan.last_id = from.number(),
        "calendar" => plan.calendar = from.number(),
        "own-name" => plan.goal.own_name = from.text(),
        "goal" => plan.goal.goal = from.text(),
        "signs" => plan.goal.signs = list(from, text),
        "start" => plan.goal.start = day(from),
        "not-fitting" => plan.not_fitting = from.text(),
        "looked-along" => plan.closing.looked_along = from.text(),
        "looked-on" => plan.closing.looked_on = day(from),
        "signed-by" => plan.closing.signed_by = people(from),
        "about" => from.list(&mut |from| {
            let (person, about) = read_about(from);
            plan.about.insert(person, about);
        }),
        "demands-by" => plan.demands.by = from.text(),
        "demands-on" => plan.demands.on = day(from),
        "demands" => plan.demands.list = list(from, read_demand),
        "wishes" => plan.wishes = list(from, read_wish),
        "agreements" => plan.agreements = list(from, read_agreement),
        "ladder" => from.list(&mut |from| read_step(from, plan)),
        "reviews" => plan.reviews = read_reviews(from),
        "marks" => from.list(&mut |from| read_mark(from, plan)),
        "routes" => plan.routes = list(from, read_route),
        "asks-again" => plan.asks_again = list(from, text).into_iter().collect(),
        _ => from.skip(),
    });
}

fn write_goal(to: &mut Writer, plan: &Plan, reach: Reach) {
    let (goal, closing) = (&plan.goal, &plan.closing);
    to.key("last-id").number(plan.last_id.into());
    to.key("calendar").number(plan.calendar.into());
    some(to, "own-name", &goal.own_name);
    some(to, "goal", &goal.goal);
    write_texts(to, "signs", &mut goal.signs.iter());
    write_day(to, "start", goal.start);
    some(to, "looked-along", &closing.looked_along);
    write_day(to, "looked-on", closing.looked_on);
    write_people(to, "signed-by", &closing.signed_by);
    if reach == Reach::Memory {
        some(to, "not-fitting", &plan.not_fitting);
    }
}

fn write_about(to: &mut Writer, person: PersonId, about: &About, reach: Reach) {
    to.object(&mut |to| {
        to.key("person").number(person.0.into());
        to.key("can").list(&mut |to| about.can.iter().for_each(|can| to.text(can.word())));
        to.key("knows").text(about.knows.word());
        write_truth(to, "adult", about.adult);
        write_truth(to, "lived-it", about.lived_it);
        some(to, "phone", &about.phone);
        if reach == Reach::Memory {
            write_truth(to, "offers-place", about.offers_place);
            write_truth(to, "afraid", Some(about.afraid));
            write_truth(to, "feels-unsafe", about.feels_unsafe);
        }
    });
}

fn read_about(from: &mut Reader) -> (PersonId, About) {
    let (mut person, mut about) = (PersonId::ME, About::default());
    from.object(&mut |from, key| match key {
        "person" => person = PersonId(from.number()),
        "can" => about.can = list(from, |from| word(from, Can::of)).into_iter().flatten().collect(),
        "knows" => about.knows = word(from, Knows::of).unwrap_or_default(),
        "adult" => about.adult = Some(from.truth()),
        "lived-it" => about.lived_it = Some(from.truth()),
        "phone" => about.phone = from.text(),
        "offers-place" => about.offers_place = Some(from.truth()),
        "afraid" => about.afraid = from.truth(),
        "feels-unsafe" => about.feels_unsafe = Some(from.truth()),
        _ => from.skip(),
    });
    (person, about)
}

fn write_demands(to: &mut Writer, plan: &Plan) {
    let demands = &plan.demands;
    some(to, "demands-by", &demands.by);
    write_day(to, "demands-on", demands.on);
    to.key("demands").list(&mut |to| {
        for demand in &demands.list {
            to.object(&mut |to| {
                to.key("id").number(demand.id.0.into());
                some(to, "who", &demand.who);
                some(to, "what", &demand.what);
                some(to, "when", &demand.when);
                some(to, "otherwise", &demand.otherwise);
            });
        }
    });
    to.key("wishes").list(&mut |to| {
        for wish in &plan.wishes {
            to.object(&mut |to| {
                to.key("id").number(wish.id.0.into());
                some(to, "text", &wish.text);
            });
        }
    });
}

fn read_demand(from: &mut Reader) -> Demand {
    let mut demand = Demand::default();
    from.object(&mut |from, key| match key {
        "id" => demand.id = DemandId(from.number()),
        "who" => demand.who = from.text(),
        "what" => demand.what = from.text(),
        "when" => demand.when = from.text(),
        "otherwise" => demand.otherwise = from.text(),
        _ => from.skip(),
    });
    demand
}

fn read_wish(from: &mut Reader) -> Wish {
    let mut wish = Wish::default();
    from.object(&mut |from, key| match key {
        "id" => wish.id = WishId(from.number()),
        "text" => wish.text = from.text(),
        _ => from.skip(),
    });
    wish
}

fn read_step(from: &mut Reader, plan: &mut Plan) {
    let (mut who, mut colour, mut sees, mut does) = (PersonId::ME, None, String::new(), String::new());
    from.object(&mut |from, key| match key {
        "person" => who = PersonId(from.number()),
        "colour" => colour = word(from, Colour::of),
        "sees" => sees = from.text(),
        "does" => does = from.text(),
        _ => from.skip(),
    });
    if let Some(colour) = colour {
        plan.ladder.entry(who).insert(colour, StepWords { sees, does });
    }
}
