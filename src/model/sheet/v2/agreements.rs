//! Who does what, when, and who watches over it; as much at home as can be; what is not done; who arranges and pays.

use super::around::key;
use super::pages::{Piece, Rank, Section};
use super::section;
use crate::model::content::Field;
use crate::model::document::Run;
use crate::model::gap;
use crate::model::plan::Agreement;
use crate::model::plan::agreements::{ArrangedBy, AtHome, Kind, Term, VisitRule};
use crate::model::sheet::plan_voice::PlanVoice;
use crate::model::sheet::v1::part;

/// So many agreements come before the rest of the sheet; the others take the room that is left.
const FIRST: usize = 20;

pub fn agreements(voice: &PlanVoice) -> Section {
    let mut pieces = Vec::new();
    for (number, agreement) in voice.agreements() {
        let rank = if number <= FIRST { Rank::Agreement } else { Rank::More };
        match &agreement.kind {
            Kind::Task | Kind::Visit(_) => pieces.push(Piece::new(rank, line(voice, number, agreement))),
            Kind::AtHome(_) | Kind::NotThis => {}
        }
    }
    section(voice, "paper.agreements", pieces)
}

/// “1. tante – belt mij – elke zondag · let erop: opa · eis 1”
fn line(voice: &PlanVoice, number: usize, agreement: &Agreement) -> String {
    format!("{number}. {}", told(voice, agreement).join(" · "))
}

fn told(voice: &PlanVoice, agreement: &Agreement) -> Vec<String> {
    let pen = || voice.text("paper.pen-short").to_owned();
    let id = agreement.id.0;
    let mut main = vec![agreement.who.map_or_else(pen, |who| voice.name(who))];
    main.push(voice.own(Field::What, id, &agreement.what).unwrap_or_else(pen));
    main.extend(voice.when(agreement));
    let mut parts = vec![main.join(" – ")];
    if let Kind::Visit(rule) = &agreement.kind {
        parts.extend(visit(voice, id, rule));
    }
    if let Some(watcher) = agreement.watcher {
        parts.push(voice.say("paper.watched-by", &voice.name(watcher)));
    }
    parts.extend(for_demands(voice, agreement));
    parts.extend(term(voice, agreement.term));
    parts.extend(otherwise(voice, agreement));
    if !agreement.lacks().is_empty() {
        parts.push(voice.text("paper.open-demand").to_owned());
    }
    parts
}

fn visit(voice: &PlanVoice, id: u32, rule: &VisitRule) -> Vec<String> {
    let visitor = rule.visitor.map(|visitor| voice.say("paper.visitor", &voice.name(visitor)));
    let allowed = voice.own(Field::Allowed, id, &rule.allowed).map(|allowed| voice.say("paper.allowed", &allowed));
    visitor.into_iter().chain(allowed).collect()
}

fn for_demands(voice: &PlanVoice, agreement: &Agreement) -> Option<String> {
    let numbers = agreement.demands.iter().filter_map(|demand| voice.plan.number_of(*demand));
    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
    let shown = !numbers.is_empty() && voice.may(Field::ForDemand);
    shown.then(|| voice.say("paper.for-demand", &numbers.join(", ")))
}

fn term(voice: &PlanVoice, term: Term) -> Option<String> {
    match term {
        Term::Fixed => None,
        Term::Trial { until: Some(until) } => Some(voice.on("paper.trial-until", until)),
        Term::Trial { until: None } => Some(voice.text("paper.trial").to_owned()),
    }
}

fn otherwise(voice: &PlanVoice, agreement: &Agreement) -> Vec<String> {
    let otherwise = voice.own(Field::Otherwise, agreement.id.0, &agreement.otherwise);
    let otherwise = otherwise.map(|otherwise| voice.say("paper.otherwise", &otherwise));
    let stand_in = agreement.stand_in.map(|person| voice.say("paper.stand-in", &voice.name(person)));
    otherwise.into_iter().chain(stand_in).collect()
}

/// Where a child can be is never said: “ergens anders”.
pub fn at_home(voice: &PlanVoice) -> Section {
    let mut pieces = Vec::new();
    for (number, agreement) in voice.agreements() {
        if let Kind::AtHome(home) = &agreement.kind {
            let mut parts = told(voice, agreement);
            parts.extend(home_parts(voice, agreement.id.0, home));
            pieces.push(Piece::new(Rank::Around, format!("{number}. {}", parts.join(" · "))));
        }
    }
    let needed = &voice.content().roles.at_home;
    if let Some(own) = voice.voice.own(needed).filter(|_| !voice.voice.facts.is_young()) {
        let runs = part::fill(voice.text("paper.needed-at-home"), "{}", &[Run::Quoted(own.to_owned())]);
        pieces.push(Piece::of(Rank::Around, runs));
    }
    section(voice, "paper.at-home", pieces)
}

fn home_parts(voice: &PlanVoice, id: u32, home: &AtHome) -> Vec<String> {
    let rung = home.rung.map(|rung| voice.text(&key("rung", rung.word())).to_owned());
    let elsewhere = home.with.map(|_| voice.text("paper.elsewhere").to_owned());
    let how_long = voice.own(Field::HowLong, id, &home.how_long);
    let back = home.back_on.map(|day| voice.on("paper.back-on", day));
    let contact = voice.own(Field::ChildContact, id, &home.contact);
    let contact = contact.map(|contact| voice.say("paper.child-contact", &contact));
    [rung, elsewhere, how_long, back, contact].into_iter().flatten().collect()
}

pub fn not_this(voice: &PlanVoice) -> Section {
    let ours = voice.plan.agreements.iter().filter(|agreement| agreement.kind == Kind::NotThis);
    let texts = ours.filter_map(|agreement| voice.own(Field::NotThis, agreement.id.0, &agreement.what));
    section(voice, "paper.not-this", texts.map(|text| Piece::new(Rank::Around, text)).collect())
}

/// “mijn kring: afspraak 1, 2”, and the wish for a budget with its reason.
pub fn arranged(voice: &PlanVoice) -> Section {
    let mut parts = Vec::new();
    for by in ArrangedBy::ALL.iter().filter(|by| **by != ArrangedBy::Unknown) {
        let here = voice.agreements().filter(|(_, agreement)| agreement.arranged_by == Some(*by));
        let numbers: Vec<String> = here.map(|(number, _)| number.to_string()).collect();
        if !numbers.is_empty() {
            let agreements = voice.say("paper.by-agreements", &numbers.join(", "));
            parts.push(format!("{}: {agreements}", voice.text(&key("arranged-by", by.word()))));
        }
    }
    let mut pieces = if parts.is_empty() { Vec::new() } else { vec![Piece::new(Rank::Around, parts.join(" · "))] };
    for (number, agreement) in voice.agreements().filter(|(_, agreement)| agreement.budget == Some(true)) {
        let wish = gap::fill(voice.text("paper.budget"), "{n}", &number.to_string());
        let why = voice.own(Field::BudgetWhy, agreement.id.0, &agreement.budget_why);
        let why = why.map(|why| format!(" {}", voice.say("paper.budget-why", &why))).unwrap_or_default();
        pieces.push(Piece::new(Rank::Around, format!("{wish}{why}")));
    }
    section(voice, "paper.arranged", pieces)
}
