//! Agreements: who does what, when, who watches over it, and what happens when it goes otherwise.

use super::demands::remove;
use super::slots::{Slot, leads, under};
use super::{done, head, help_line, hub, unfinished};
use crate::model::content::Field;
use crate::model::gap;
use crate::model::plan::agreements::{ArrangedBy, AtHome, Kind, Rung, Term, VisitRule};
use crate::model::plan::findings;
use crate::model::plan::{Agreement, AgreementId, DemandId, Item, PersonId, PlanEvent};
use crate::model::route::PlanPage;
use crate::model::set::Set;
use crate::model::sheet::plan_voice::PlanVoice;
use crate::ui::components::basic::{button, foldout};
use crate::ui::context::{Act, App};
use crate::ui::view::View;

pub fn page(app: App, voice: &PlanVoice) -> View {
    let add = app.tap(Act::Make(PlanEvent::Agreement(Box::default())));
    View::many(vec![
        head(app, PlanPage::Hub.route(0), voice.text("page.agreements")),
        help_line(voice, "page.agreements-help"),
        leads(lines(voice)),
        button("secondary", "", voice.text("button.add-agreement").to_owned(), add),
        hub::covered(voice),
        done(app, voice, PlanPage::Hub),
    ])
}

fn lines(voice: &PlanVoice) -> Vec<(String, String, String)> {
    let lines = voice.agreements().map(|(number, agreement)| {
        let who = agreement.who.map(|who| voice.name(who)).unwrap_or_default();
        let parts = [who.as_str(), agreement.what.trim(), agreement.when.trim(), agreement.situation.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let text = format!("{number}. {}", parts.join(" – "));
        let state = if agreement.lacks().is_empty() { "" } else { voice.text("hint.not-finished") };
        (text, state.to_owned(), PlanPage::Agreement.route(agreement.id.0).fragment())
    });
    lines.collect()
}

/// One agreement.
pub fn one(app: App, voice: &PlanVoice, id: AgreementId) -> View {
    let Some((number, agreement)) = voice.agreements().find(|(_, agreement)| agreement.id == id) else {
        return page(app, voice);
    };
    let slot = Slot::new(app, voice, PlanEvent::Agreement(Box::new(agreement.clone())), id.0);
    let title = gap::fill(voice.text("page.agreement"), "{n}", &number.to_string());
    let mut parts = vec![head(app, PlanPage::Agreements.route(0), &title), kind(&slot, agreement)];
    if agreement.kind == Kind::NotThis {
        parts.push(what(&slot, Field::NotThis, agreement));
    } else {
        parts.push(before(&slot, agreement));
        parts.extend(core(&slot, agreement));
        parts.push(foldout(
            "more",
            vec![View::text(voice.text("page.agreement-more").to_owned())],
            further(&slot, agreement),
        ));
    }
    parts.push(open(app, voice, agreement));
    parts.push(remove(app, voice, Item::Agreement(id), PlanPage::Agreements));
    parts.push(done(app, voice, PlanPage::Agreements));
    View::many(parts)
}

fn kind(slot: &Slot, agreement: &Agreement) -> View {
    let chosen = match agreement.kind {
        Kind::Task => "task",
        Kind::Visit(_) => "visit",
        Kind::AtHome(_) => "at-home",
        Kind::NotThis => "not-this",
    };
    slot.one_of(Field::Kind, "kind", &["task", "visit", "at-home", "not-this"], chosen, |event, _, word| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.kind = match word {
                "visit" => Kind::Visit(VisitRule::default()),
                "at-home" => Kind::AtHome(AtHome::default()),
                "not-this" => Kind::NotThis,
                _ => Kind::Task,
            };
        }
    })
}

/// What a visit or a stay asks first.
fn before(slot: &Slot, agreement: &Agreement) -> View {
    match &agreement.kind {
        Kind::Task | Kind::NotThis => View::nothing(),
        Kind::Visit(rule) => View::many(vec![
            slot.person(Field::Visitor, rule.visitor, &|person| person != PersonId::ME, |event, _, person| {
                if let Some(rule) = visit(event) {
                    rule.visitor = person;
                }
            }),
            slot.words(Field::Allowed, &rule.allowed, |event, _, text| {
                if let Some(rule) = visit(event) {
                    rule.allowed = text;
                }
            }),
        ]),
        Kind::AtHome(home) => at_home(slot, home),
    }
}

fn at_home(slot: &Slot, home: &AtHome) -> View {
    let people = &slot.voice.people;
    let rung = home.rung.map_or("", Rung::word);
    let rungs: Vec<&'static str> = Rung::ALL.iter().map(|rung| rung.word()).collect();
    View::many(vec![
        slot.one_of(Field::Rung, "rung", &rungs, rung, |event, _, word| {
            if let Some(home) = stay(event) {
                home.rung = Rung::of(word);
            }
        }),
        slot.person(Field::TakenInBy, home.with, &|person| !people.is_feared(person), |event, _, person| {
            if let Some(home) = stay(event) {
                home.with = person;
            }
        }),
        slot.words(Field::HowLong, &home.how_long, |event, _, text| {
            if let Some(home) = stay(event) {
                home.how_long = text;
            }
        }),
        slot.day(Field::BackOn, home.back_on, |event, _, day| {
            if let Some(home) = stay(event) {
                home.back_on = day;
            }
        }),
        slot.words(Field::ChildContact, &home.contact, |event, _, text| {
            if let Some(home) = stay(event) {
                home.contact = text;
            }
        }),
    ])
}

fn what(slot: &Slot, field: Field, agreement: &Agreement) -> View {
    slot.words(field, &agreement.what, |event, _, text| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.what = text;
        }
    })
}

/// Who, what, when, who watches, and for which demand: what makes an agreement whole.
fn core(slot: &Slot, agreement: &Agreement) -> Vec<View> {
    let people = &slot.voice.people;
    let who = agreement.who;
    vec![
        slot.person(Field::Who, who, &|_| true, |event, _, person| {
            if let PlanEvent::Agreement(agreement) = event {
                agreement.who = person;
            }
        }),
        what(slot, Field::What, agreement),
        slot.words(Field::When, &agreement.when, |event, _, text| {
            if let PlanEvent::Agreement(agreement) = event {
                agreement.when = text;
            }
        }),
        slot.words(Field::Situation, &agreement.situation, |event, _, text| {
            if let PlanEvent::Agreement(agreement) = event {
                agreement.situation = text;
            }
        }),
        slot.person(
            Field::Watcher,
            agreement.watcher,
            &|person| Some(person) != who && !people.is_feared(person),
            |event, _, person| {
                if let PlanEvent::Agreement(agreement) = event {
                    agreement.watcher = person;
                }
            },
        ),
        demands(slot, agreement),
    ]
}

/// The demands it belongs to.
fn demands(slot: &Slot, agreement: &Agreement) -> View {
    let list = &slot.voice.plan.demands.list;
    if list.is_empty() {
        return View::nothing();
    }
    let name = |(index, demand): (usize, &crate::model::plan::Demand)| {
        let number = (index + 1).to_string();
        let line = slot.voice.text("page.demand-line");
        (demand.id.0, gap::fill_all(line, &[("{n}", &number), ("{}", &demand.as_wish())]))
    };
    let lines = list.iter().enumerate().map(name).collect();
    slot.parts_of(Field::ForDemand, lines, &|id| agreement.demands.contains(&DemandId(id)), |event, id| {
        if let PlanEvent::Agreement(agreement) = event {
            toggle(&mut agreement.demands, DemandId(id));
        }
    })
}

/// Puts something in a set, or takes it out.
pub fn toggle<T: Ord>(set: &mut Set<T>, one: T) {
    if set.contains(&one) {
        set.remove(&one);
    } else {
        set.insert(one);
    }
}

/// How long it holds, what happens otherwise, who arranges and pays.
fn further(slot: &Slot, agreement: &Agreement) -> Vec<View> {
    let people = &slot.voice.people;
    let mut parts = term(slot, agreement);
    parts.push(slot.words(Field::Otherwise, &agreement.otherwise, |event, _, text| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.otherwise = text;
        }
    }));
    let who = agreement.who;
    let fits = |person: PersonId| Some(person) != who && !people.is_feared(person);
    parts.push(slot.person(Field::StandIn, agreement.stand_in, &fits, |event, _, person| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.stand_in = person;
        }
    }));
    let words: Vec<&'static str> = ArrangedBy::ALL.iter().map(|by| by.word()).collect();
    let by = agreement.arranged_by.map_or("", ArrangedBy::word);
    parts.push(slot.one_of(Field::ArrangedBy, "arranged-by", &words, by, |event, _, word| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.arranged_by = ArrangedBy::of(word);
        }
    }));
    parts.extend(budget(slot, agreement));
    parts
}

fn term(slot: &Slot, agreement: &Agreement) -> Vec<View> {
    let (word, until) = match agreement.term {
        Term::Fixed => ("fixed", None),
        Term::Trial { until } => ("trial", Some(until)),
    };
    let mut parts = vec![slot.one_of(Field::Term, "term", &["fixed", "trial"], word, |event, _, word| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.term = if word == "trial" { Term::Trial { until: None } } else { Term::Fixed };
        }
    })];
    parts.extend(until.map(|until| {
        slot.day(Field::TrialUntil, until, |event, _, day| {
            if let PlanEvent::Agreement(agreement) = event {
                agreement.term = Term::Trial { until: day };
            }
        })
    }));
    parts
}

/// Money to choose help with is a question only where the gemeente arranges it.
fn budget(slot: &Slot, agreement: &Agreement) -> Vec<View> {
    if agreement.arranged_by != Some(ArrangedBy::Gemeente) {
        return Vec::new();
    }
    let mut parts = vec![slot.yes_no(Field::Budget, agreement.budget, |event, _, word| {
        if let PlanEvent::Agreement(agreement) = event {
            agreement.budget = Some(word == "yes");
        }
    })];
    if agreement.budget == Some(true) {
        parts.push(slot.words(Field::BudgetWhy, &agreement.budget_why, |event, _, text| {
            if let PlanEvent::Agreement(agreement) = event {
                agreement.budget_why = text;
            }
        }));
    }
    parts
}

/// What this agreement still lacks.
fn open(app: App, voice: &PlanVoice, agreement: &Agreement) -> View {
    let found = findings::findings(&app.facts, voice.plan, &voice.people, &Set::default());
    let mine = found.into_iter().filter(|finding| finding.at == findings::At::Agreement(agreement.id));
    let lines: Vec<View> = mine
        .map(|finding| unfinished(voice, findings::sentence(&app.facts, voice.plan, &voice.people, &finding)))
        .collect();
    if lines.is_empty() { View::nothing() } else { under(voice.text("page.open").to_owned(), lines) }
}

fn visit(event: &mut PlanEvent) -> Option<&mut VisitRule> {
    match event {
        PlanEvent::Agreement(agreement) => match &mut agreement.kind {
            Kind::Visit(rule) => Some(rule),
            Kind::Task | Kind::AtHome(_) | Kind::NotThis => None,
        },
        _ => None,
    }
}

fn stay(event: &mut PlanEvent) -> Option<&mut AtHome> {
    match event {
        PlanEvent::Agreement(agreement) => match &mut agreement.kind {
            Kind::AtHome(home) => Some(home),
            Kind::Task | Kind::Visit(_) | Kind::NotThis => None,
        },
        _ => None,
    }
}
