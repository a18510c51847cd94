//! Agreements.

use super::Reach;
use super::values::{day, list, person, some, word, write_day, write_numbers, write_person, write_truth};
use crate::model::json::{Reader, Writer};
use crate::model::plan::agreements::{ArrangedBy, AtHome, Kind, Rung, Term, VisitRule};
use crate::model::plan::{Agreement, AgreementId, DemandId};

pub fn write_agreement(to: &mut Writer, agreement: &Agreement, reach: Reach) {
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

pub fn read_agreement(from: &mut Reader) -> Agreement {
    let mut agreement = Agreement::default();
    let (mut trial, mut until) = (false, None);
    from.object(&mut |from, key| match key {
        "id" => agreement.id = AgreementId(from.number()),
        "not-this" if from.truth() => agreement.kind = Kind::NotThis,
        "visit" => agreement.kind = Kind::Visit(read_visit(from)),
        "at-home" => agreement.kind = Kind::AtHome(read_home(from)),
        "who" => agreement.who = Some(person(from)),
        "what" => agreement.what = from.text(),
        "when" => agreement.when = from.text(),
        "situation" => agreement.situation = from.text(),
        "watcher" => agreement.watcher = Some(person(from)),
        "trial" => trial = from.truth(),
        "until" => until = day(from),
        "otherwise" => agreement.otherwise = from.text(),
        "stand-in" => agreement.stand_in = Some(person(from)),
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
        "visitor" => rule.visitor = Some(person(from)),
        "allowed" => rule.allowed = from.text(),
        _ => from.skip(),
    });
    rule
}

fn read_home(from: &mut Reader) -> AtHome {
    let mut home = AtHome::default();
    from.object(&mut |from, key| match key {
        "rung" => home.rung = word(from, Rung::of),
        "with" => home.with = Some(person(from)),
        "how-long" => home.how_long = from.text(),
        "back-on" => home.back_on = day(from),
        "contact" => home.contact = from.text(),
        _ => from.skip(),
    });
    home
}
