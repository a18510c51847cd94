//! A plan as JSON: each part of it is written and read here, side by side. What may not leave the memory has no form on a
//! device: who is feared, who does not feel safe, the routes, and where a child can go to.

use super::agreements::{ArrangedBy, AtHome, Kind, Rung, Term, VisitRule};
use super::circle::{Can, Knows};
use super::ladder::Colour;
use super::reviews::Notes;
use super::routes::{Haven, Number, Take};
use super::{
    About, Agreement, AgreementId, Demand, DemandId, PersonId, Plan, Reviews, RouteId, SafetyRoute, Wish, WishId,
};
use crate::model::date::Date;
use crate::model::json::{Reader, Writer};
use crate::model::set::{Map, Set};

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
        "signs" => plan.goal.signs = list(from, |from| from.text()),
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
        "asks-again" => plan.asks_again = list(from, |from| from.text()).into_iter().collect(),
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

fn write_agreement(to: &mut Writer, agreement: &Agreement, reach: Reach) {
    to.object(&mut |to| {
        to.key("id").number(agreement.id.0.into());
        write_kind(to, &agreement.kind, reach);
        write_person(to, "who", agreement.who);
        some(to, "what", &agreement.what);
        some(to, "when", &agreement.when);
        some(to, "situation", &agreement.situation);
        write_person(to, "watcher", agreement.watcher);
        if let Term::Trial { until } = agreement.term {
            to.key("trial").truth(true);
            write_day(to, "until", until);
        }
        some(to, "otherwise", &agreement.otherwise);
        write_person(to, "stand-in", agreement.stand_in);
        write_numbers(to, "demands", &mut agreement.demands.iter().map(|demand| demand.0));
        if let Some(by) = agreement.arranged_by {
            to.key("arranged-by").text(by.word());
        }
        write_truth(to, "budget", agreement.budget);
        some(to, "budget-why", &agreement.budget_why);
    });
}

/// A task is what an agreement is when nothing else is said.
fn write_kind(to: &mut Writer, kind: &Kind, reach: Reach) {
    match kind {
        Kind::Task => {}
        Kind::NotThis => to.key("not-this").truth(true),
        Kind::Visit(rule) => to.key("visit").object(&mut |to| {
            write_person(to, "visitor", rule.visitor);
            some(to, "allowed", &rule.allowed);
        }),
        Kind::AtHome(home) => to.key("at-home").object(&mut |to| {
            if let Some(rung) = home.rung {
                to.key("rung").text(rung.word());
            }
            if reach == Reach::Memory {
                write_person(to, "with", home.with);
            }
            some(to, "how-long", &home.how_long);
            write_day(to, "back-on", home.back_on);
            some(to, "contact", &home.contact);
        }),
    }
}

fn read_agreement(from: &mut Reader) -> Agreement {
    let mut agreement = Agreement::default();
    let (mut trial, mut until) = (false, None);
    from.object(&mut |from, key| match key {
        "id" => agreement.id = AgreementId(from.number()),
        "not-this" if from.truth() => agreement.kind = Kind::NotThis,
        "visit" => agreement.kind = Kind::Visit(read_visit(from)),
        "at-home" => agreement.kind = Kind::AtHome(read_home(from)),
        "who" => agreement.who = person(from),
        "what" => agreement.what = from.text(),
        "when" => agreement.when = from.text(),
        "situation" => agreement.situation = from.text(),
        "watcher" => agreement.watcher = person(from),
        "trial" => trial = from.truth(),
        "until" => until = day(from),
        "otherwise" => agreement.otherwise = from.text(),
        "stand-in" => agreement.stand_in = person(from),
        "demands" => agreement.demands = list(from, |from| DemandId(from.number())).into_iter().collect(),
        "arranged-by" => agreement.arranged_by = word(from, ArrangedBy::of),
        "budget" => agreement.budget = Some(from.truth()),
        "budget-why" => agreement.budget_why = from.text(),
        _ => from.skip(),
    });
    if trial {
        agreement.term = Term::Trial { until };
    }
    agreement
}

fn read_visit(from: &mut Reader) -> VisitRule {
    let mut rule = VisitRule::default();
    from.object(&mut |from, key| match key {
        "visitor" => rule.visitor = person(from),
        "allowed" => rule.allowed = from.text(),
        _ => from.skip(),
    });
    rule
}

fn read_home(from: &mut Reader) -> AtHome {
    let mut home = AtHome::default();
    from.object(&mut |from, key| match key {
        "rung" => home.rung = word(from, Rung::of),
        "with" => home.with = person(from),
        "how-long" => home.how_long = from.text(),
        "back-on" => home.back_on = day(from),
        "contact" => home.contact = from.text(),
        _ => from.skip(),
    });
    home
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
        plan.ladder.entry(who).insert(colour, super::ladder::StepWords { sees, does });
    }
}

fn write_reviews(to: &mut Writer, reviews: &Reviews) {
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

fn read_reviews(from: &mut Reader) -> Reviews {
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
        "caller" => reviews.caller = person(from),
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

fn write_marks(to: &mut Writer, plan: &Plan) {
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

fn read_mark(from: &mut Reader, plan: &mut Plan) {
    let (mut result, mut moment, mut mark) = (String::new(), 0, 0);
    from.object(&mut |from, key| match key {
        "result" => result = from.text(),
        "moment" => moment = from.number(),
        "mark" => mark = from.number(),
        _ => from.skip(),
    });
    plan.marks.entry(result).insert(moment, mark);
}

fn write_route(to: &mut Writer, route: &SafetyRoute) {
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

fn read_route(from: &mut Reader) -> SafetyRoute {
    let mut route = SafetyRoute::default();
    from.object(&mut |from, key| match key {
        "id" => route.id = RouteId(from.number()),
        "owner" => route.owner = PersonId(from.number()),
        "first" => route.first = read_haven(from),
        "second" => route.second = read_haven(from),
        "numbers" => route.numbers = list(from, read_number),
        "takes" => route.takes = list(from, |from| word(from, Take::of)).into_iter().flatten().collect(),
        "takes-more" => route.takes_more = from.text(),
        "fetches" => route.fetches_children = person(from),
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
        "brought-by" => haven.brought_by = person(from),
        _ => from.skip(),
    });
    haven
}

fn read_number(from: &mut Reader) -> Number {
    let mut number = Number::default();
    from.object(&mut |from, key| match key {
        "name" => number.name = from.text(),
        "number" => number.number = from.text(),
        "person" => number.person = person(from),
        _ => from.skip(),
    });
    number
}

fn some(to: &mut Writer, key: &str, text: &str) {
    if !text.is_empty() {
        to.key(key).text(text);
    }
}

fn write_texts(to: &mut Writer, key: &str, texts: &mut dyn Iterator<Item = &String>) {
    to.key(key).list(&mut |to| {
        for text in &mut *texts {
            to.text(text);
        }
    });
}

fn write_numbers(to: &mut Writer, key: &str, numbers: &mut dyn Iterator<Item = u32>) {
    to.key(key).list(&mut |to| {
        for number in &mut *numbers {
            to.number(number.into());
        }
    });
}

fn write_people(to: &mut Writer, key: &str, people: &Set<PersonId>) {
    write_numbers(to, key, &mut people.iter().map(|person| person.0));
}

fn write_person(to: &mut Writer, key: &str, person: Option<PersonId>) {
    if let Some(person) = person {
        to.key(key).number(person.0.into());
    }
}

fn write_day(to: &mut Writer, key: &str, day: Option<Date>) {
    if let Some(day) = day {
        to.key(key).text(&day.to_string());
    }
}

fn write_truth(to: &mut Writer, key: &str, truth: Option<bool>) {
    if let Some(truth) = truth {
        to.key(key).truth(truth);
    }
}

fn list<T>(from: &mut Reader, item: fn(&mut Reader) -> T) -> Vec<T> {
    let mut items = Vec::new();
    from.list(&mut |from| items.push(item(from)));
    items
}

fn people(from: &mut Reader) -> Set<PersonId> {
    list(from, |from| PersonId(from.number())).into_iter().collect()
}

fn person(from: &mut Reader) -> Option<PersonId> {
    Some(PersonId(from.number()))
}

fn day(from: &mut Reader) -> Option<Date> {
    let day = from.text().parse().ok();
    if day.is_none() {
        from.fail();
    }
    day
}

/// A word that is not known fails the reader.
fn word<T>(from: &mut Reader, of: fn(&str) -> Option<T>) -> Option<T> {
    let known = of(&from.text());
    if known.is_none() {
        from.fail();
    }
    known
}
