//! Agreements: who does what, when, who watches over it, and what happens when it goes otherwise.

use super::demands::remove;
use super::form::{Form, leads, under};
use super::{done, head, help_line, hub, unfinished};
use crate::model::content::Field;
use crate::model::gap;
use crate::model::plan::agreements::{ArrangedBy, AtHome, Kind, Rung, Term, VisitRule};
use crate::model::plan::findings;
use crate::model::plan::{Agreement, AgreementId, Demand, DemandId, Item, PersonId, PlanEvent};
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
    let mut form = Form::new(app, voice, PlanEvent::Agreement(Box::new(agreement.clone())), id.0);
    let title = gap::fill(voice.text("page.agreement"), "{n}", &number.to_string());
    form.add(head(app, PlanPage::Agreements.route(0), &title));
    kind(&mut form, agreement);
    if agreement.kind == Kind::NotThis {
        form.words(Field::NotThis, |event, _| Some(&mut part(event)?.what));
    } else {
        before(&mut form, agreement);
        core(&mut form, agreement);
        let mut more = Form::new(app, voice, PlanEvent::Agreement(Box::new(agreement.clone())), id.0);
        further(&mut more, agreement);
        form.add(foldout("", vec![View::text(voice.text("page.agreement-more").to_owned())], vec![more.view()]));
    }
    form.add(open(app, voice, agreement));
    form.add(remove(app, voice, Item::Agreement(id), PlanPage::Agreements));
    form.add(done(app, voice, PlanPage::Agreements));
    form.view()
}

fn part(event: &mut PlanEvent) -> Option<&mut Agreement> {
    if let PlanEvent::Agreement(agreement) = event { Some(agreement) } else { None }
}

fn kind(form: &mut Form, agreement: &Agreement) {
    let chosen = match agreement.kind {
        Kind::Task => "task",
        Kind::Visit(_) => "visit",
        Kind::AtHome(_) => "at-home",
        Kind::NotThis => "not-this",
    };
    form.one_of(Field::Kind, "kind", &["task", "visit", "at-home", "not-this"], chosen, |event, word| {
        let Some(agreement) = part(event) else { return };
        agreement.kind = match word {
            "visit" => Kind::Visit(VisitRule::default()),
            "at-home" => Kind::AtHome(AtHome::default()),
            "not-this" => Kind::NotThis,
            _ => Kind::Task,
        };
    });
}

/// What a visit or a stay asks first.
fn before(form: &mut Form, agreement: &Agreement) {
    match &agreement.kind {
        Kind::Task | Kind::NotThis => {}
        Kind::Visit(_) => {
            form.person(Field::Visitor, &|person| person != PersonId::ME, |event| Some(&mut visit(event)?.visitor));
            form.words(Field::Allowed, |event, _| Some(&mut visit(event)?.allowed));
        }
        Kind::AtHome(home) => at_home(form, home),
    }
}

fn at_home(form: &mut Form, home: &AtHome) {
    let people = &form.voice.people;
    let words: Vec<&'static str> = Rung::ALL.iter().map(|rung| rung.word()).collect();
    form.one_of(Field::Rung, "rung", &words, home.rung.map_or("", Rung::word), |event, word| {
        if let Some(home) = stay(event) {
            home.rung = Rung::of(word);
        }
    });
    form.person(Field::TakenInBy, &|person| !people.is_feared(person), |event| Some(&mut stay(event)?.with));
    form.words(Field::HowLong, |event, _| Some(&mut stay(event)?.how_long));
    form.day(Field::BackOn, |event| Some(&mut stay(event)?.back_on));
    form.words(Field::ChildContact, |event, _| Some(&mut stay(event)?.contact));
}

/// Who, what, when, who watches, and for which demand: what makes an agreement whole.
fn core(form: &mut Form, agreement: &Agreement) {
    let people = &form.voice.people;
    let who = agreement.who;
    form.person(Field::Who, &|_| true, |event| Some(&mut part(event)?.who));
    form.words(Field::What, |event, _| Some(&mut part(event)?.what));
    form.words(Field::When, |event, _| Some(&mut part(event)?.when));
    form.words(Field::Situation, |event, _| Some(&mut part(event)?.situation));
    let fits = |person: PersonId| Some(person) != who && !people.is_feared(person);
    form.person(Field::Watcher, &fits, |event| Some(&mut part(event)?.watcher));
    if who.is_some() && !people.all().any(|member| fits(member.id)) {
        // Nobody else is there yet.
        let voice = form.voice;
        let people = (voice.text("page.people").to_owned(), String::new(), PlanPage::People.route(0).fragment());
        form.add(help_line(voice, "page.nobody-watches"));
        form.add(leads(vec![people]));
    }
    demands(form, agreement);
}

/// The demands it belongs to.
fn demands(form: &mut Form, agreement: &Agreement) {
    let list = &form.voice.plan.demands.list;
    if list.is_empty() {
        return;
    }
    let name = |(index, demand): (usize, &Demand)| {
        let number = (index + 1).to_string();
        let line = form.voice.text("page.demand-line");
        (demand.id.0, gap::fill_all(line, &[("{n}", &number), ("{}", &demand.as_wish())]))
    };
    let lines = list.iter().enumerate().map(name).collect();
    form.parts_of(Field::ForDemand, lines, &|id| agreement.demands.contains(&DemandId(id)), |event, id| {
        if let Some(agreement) = part(event) {
            toggle(&mut agreement.demands, DemandId(id));
        }
    });
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
fn further(form: &mut Form, agreement: &Agreement) {
    let people = &form.voice.people;
    term(form, agreement);
    form.words(Field::Otherwise, |event, _| Some(&mut part(event)?.otherwise));
    let who = agreement.who;
    let fits = |person: PersonId| Some(person) != who && !people.is_feared(person);
    form.person(Field::StandIn, &fits, |event| Some(&mut part(event)?.stand_in));
    let words: Vec<&'static str> = ArrangedBy::ALL.iter().map(|by| by.word()).collect();
    let by = agreement.arranged_by.map_or("", ArrangedBy::word);
    form.one_of(Field::ArrangedBy, "arranged-by", &words, by, |event, word| {
        if let Some(agreement) = part(event) {
            agreement.arranged_by = ArrangedBy::of(word);
        }
    });
    // Money to choose help with is a question only where the gemeente arranges it.
    if agreement.arranged_by == Some(ArrangedBy::Gemeente) {
        form.yes_no(Field::Budget, |event| Some(&mut part(event)?.budget));
        if agreement.budget == Some(true) {
            form.words(Field::BudgetWhy, |event, _| Some(&mut part(event)?.budget_why));
        }
    }
}

fn term(form: &mut Form, agreement: &Agreement) {
    let is_trial = matches!(agreement.term, Term::Trial { .. });
    let word = if is_trial { "trial" } else { "fixed" };
    form.one_of(Field::Term, "term", &["fixed", "trial"], word, |event, word| {
        if let Some(agreement) = part(event) {
            agreement.term = if word == "trial" { Term::Trial { until: None } } else { Term::Fixed };
        }
    });
    if is_trial {
        form.day(Field::TrialUntil, |event| match &mut part(event)?.term {
            Term::Trial { until } => Some(until),
            Term::Fixed => None,
        });
    }
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
    match &mut part(event)?.kind {
        Kind::Visit(rule) => Some(rule),
        Kind::Task | Kind::AtHome(_) | Kind::NotThis => None,
    }
}

fn stay(event: &mut PlanEvent) -> Option<&mut AtHome> {
    match &mut part(event)?.kind {
        Kind::AtHome(home) => Some(home),
        Kind::Task | Kind::Visit(_) | Kind::NotThis => None,
    }
}
