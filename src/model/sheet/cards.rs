//! The small papers of a plan: a card for one helper with only their part, the page on the fridge, and the own safety
//! card. Each goes to other eyes, so each is a document of its own and never a part of another sheet.

use super::audience::Medium;
use super::plan_voice::PlanVoice;
use crate::model::content::{Field, PeopleFields};
use crate::model::document::{Block, Document, HeadingPlace, Look, Page, Paragraph, Run, Widths};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::gap;
use crate::model::plan::agreements::{Agreement, Kind};
use crate::model::plan::stops::names_feared;
use crate::model::plan::text::Spot;
use crate::model::plan::{PersonId, SafetyRoute};

/// The card of one helper: what they do, what they watch over, when is looked back. Who is feared gets no card but a
/// strip with the rule about visiting.
pub fn helper(facts: &Facts, dossier: &Dossier, person: PersonId) -> Option<Document> {
    let voice = PlanVoice::new(facts, dossier, Medium::HelperCard)?;
    voice.people.get(person)?;
    if voice.people.is_feared(person) {
        return visit_strip(&voice, person);
    }
    let is = |slot: Option<PersonId>| slot == Some(person);
    let mut blocks = vec![plain(voice.text("helper-card.intro").to_owned())];
    blocks.extend(listed(&voice, "helper-card.does", own_lines(&voice, &|agreement| is(agreement.who))));
    blocks.extend(listed(&voice, "helper-card.watches", lines(&voice, &|agreement| is(agreement.watcher))));
    blocks.extend(listed(&voice, "helper-card.stands-in", lines(&voice, &|agreement| is(agreement.stand_in))));
    if is(dossier.plan.reviews.caller) {
        blocks.push(plain(voice.text("helper-card.calls").to_owned()));
    }
    let present = dossier.plan.reviews.present.as_ref();
    if present.is_none_or(|people| people.contains(&person)) {
        blocks.extend(listed(&voice, "helper-card.reviews", days(&voice)));
    }
    blocks.push(plain(voice.text("helper-card.danger").to_owned()));
    Some(document(&voice, "helper-card.title", blocks))
}

/// What is said to someone who is feared: only when they may come.
fn visit_strip(voice: &PlanVoice, person: PersonId) -> Option<Document> {
    let about_them =
        |agreement: &Agreement| matches!(&agreement.kind, Kind::Visit(rule) if rule.visitor == Some(person));
    let lines = own_lines(voice, &about_them);
    (!lines.is_empty()).then(|| document(voice, "visit-strip.title", vec![list(String::new(), lines)]))
}

/// The page on the fridge. Everyone in the house can read it: no demand, no visitor, no child elsewhere, nobody feared.
pub fn fridge(facts: &Facts, dossier: &Dossier) -> Option<Document> {
    let voice = PlanVoice::new(facts, dossier, Medium::FridgePage)?;
    let feared = |person: Option<PersonId>| person.is_some_and(|person| voice.people.is_feared(person));
    let open = |agreement: &Agreement| {
        let card = gap::holds(&agreement.what, voice.text("paper.own-card"));
        agreement.kind == Kind::Task
            && agreement.demands.is_empty()
            && !card
            && ![agreement.who, agreement.watcher, agreement.stand_in].into_iter().any(feared)
    };
    let mut blocks = vec![list(String::new(), lines(&voice, &open))];
    let not_this = dossier.plan.agreements.iter().filter(|agreement| agreement.kind == Kind::NotThis);
    let not_this = not_this.filter_map(|agreement| voice.own(Field::NotThis, agreement.id.0, &agreement.what));
    blocks.extend(listed(&voice, "fridge.not-this", not_this.collect()));
    blocks.extend(listed(&voice, "fridge.reviews", days(&voice)));
    blocks.push(plain(voice.text("fridge.danger").to_owned()));
    blocks.retain(|block| !block.paragraphs.is_empty());
    Some(document(&voice, "fridge.title", blocks))
}

/// Whether someone has the card for children.
pub fn is_for_a_child(voice: &PlanVoice, owner: PersonId) -> bool {
    let person = voice.people.get(owner).and_then(|member| member.person);
    let asked = voice.asks_for(PeopleFields::Household);
    let ages = &voice.content().roles.child_ages;
    asked.is_some() && person.is_some_and(|person| ages.contains(&person.age))
}

/// The safety card of one person (V5), for a child in fewer words. None where someone who is feared stands on it. The
/// number of each block says which picture belongs to it.
pub fn safety(facts: &Facts, dossier: &Dossier, owner: PersonId) -> Option<Document> {
    let voice = PlanVoice::new(facts, dossier, Medium::SafetyCard)?;
    let route = dossier.plan.route_of(owner).filter(|route| !names_feared(route, &voice.people))?;
    let child = is_for_a_child(&voice, owner);
    let group = if child { "child-card" } else { "safety-card" };
    let text = |name: &str| voice.text(&format!("{group}.{name}"));
    let mut blocks = vec![plain(text("danger").to_owned())];
    blocks.push(list(text("places").to_owned(), places(&voice, route, child)));
    blocks.push(list(text(if child { "call" } else { "numbers" }).to_owned(), numbers(&voice, route)));
    blocks.push(list(text("takes").to_owned(), takes(&voice, route)));
    let fetches = route.fetches_children.filter(|who| !child && *who != owner);
    if let Some(who) = fetches {
        blocks.push(plain(capital(&voice.say("safety-card.fetches", &voice.name(who)))));
    }
    blocks.push(list(text("help").to_owned(), help(&voice, child)));
    if child {
        blocks.push(plain(text("brave").to_owned()));
    }
    for (number, block) in (1..).zip(&mut blocks) {
        block.number = Some(number);
    }
    blocks.retain(|block| !block.paragraphs.is_empty());
    Some(document(&voice, &format!("{group}.title"), blocks))
}

fn places(voice: &PlanVoice, route: &SafetyRoute, child: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for (field, haven) in [(Field::FirstPlace, &route.first), (Field::SecondPlace, &route.second)] {
        let Some(place) = voice.own(field, route.id.0, &haven.place) else {
            continue;
        };
        let brought = haven
            .brought_by
            .filter(|who| !child && *who != route.owner)
            .map(|who| voice.say("safety-card.brought-by", &voice.name(who)));
        lines.push(brought.map_or(place.clone(), |brought| format!("{place}. {}", capital(&brought))));
    }
    lines
}

fn capital(text: &str) -> String {
    crate::model::case::begin_with_capital(text)
}

fn numbers(voice: &PlanVoice, route: &SafetyRoute) -> Vec<String> {
    let mut lines = Vec::new();
    for (nth, number) in (0..).zip(&route.numbers) {
        let own = |field, text: &str| voice.own_at(Spot { nth, ..Spot::new(field, route.id.0) }, text);
        let name = own(Field::NumberName, &number.name);
        if let Some(called) = own(Field::Number, &number.number) {
            lines.push(format!("{} {called}", name.unwrap_or_default()).trim().to_owned());
        }
    }
    lines
}

fn takes(voice: &PlanVoice, route: &SafetyRoute) -> Vec<String> {
    let known = route.takes.iter().map(|take| voice.text(&format!("take.{}", take.word())).to_owned());
    let own = voice.own(Field::TakesMore, route.id.0, &route.takes_more);
    let all: Vec<String> = known.chain(own).collect();
    if all.is_empty() { Vec::new() } else { vec![all.join(", ")] }
}

/// The fixed card with numbers; for a child only those for children.
fn help(voice: &PlanVoice, child: bool) -> Vec<String> {
    let content = &voice.voice.catalogue().content;
    let young = &content.flow.young_card.contacts;
    let shown = content.help_card.iter().filter(|line| !child || young.contains(&line.contact));
    let line = |text: &str, contact: &str| {
        let contact = content.contacts.iter().find(|other| other.id == contact)?;
        Some(format!("{text} {}", contact.shown).trim().to_owned())
    };
    shown.filter_map(|shown| line(&shown.text, &shown.contact)).collect()
}

/// Agreements for which `here` holds, with who does it.
fn lines(voice: &PlanVoice, here: &dyn Fn(&Agreement) -> bool) -> Vec<String> {
    let named = |agreement: &Agreement, said: String| match agreement.who {
        Some(who) => format!("{}: {said}", voice.name(who)),
        None => said,
    };
    told(voice, here).into_iter().map(|(agreement, said)| named(agreement, said)).collect()
}

/// The same without who, for the one who does it.
fn own_lines(voice: &PlanVoice, here: &dyn Fn(&Agreement) -> bool) -> Vec<String> {
    told(voice, here).into_iter().map(|(_, said)| said).collect()
}

fn told<'a>(voice: &PlanVoice<'a>, here: &dyn Fn(&Agreement) -> bool) -> Vec<(&'a Agreement, String)> {
    let mut told = Vec::new();
    for (_, agreement) in voice.agreements().filter(|(_, agreement)| here(agreement)) {
        let field = if agreement.kind == Kind::NotThis { Field::NotThis } else { Field::What };
        let what = voice.own(field, agreement.id.0, &agreement.what);
        let parts: Vec<String> = what.into_iter().chain(voice.when(agreement)).collect();
        if !parts.is_empty() {
            told.push((agreement, parts.join(" – ")));
        }
    }
    told
}

fn days(voice: &PlanVoice) -> Vec<String> {
    let days: Vec<String> = voice.reviews().iter().map(|review| voice.day(review.day)).collect();
    if days.is_empty() { days } else { vec![days.join(", ")] }
}

fn plain(text: String) -> Block {
    Block { paragraphs: vec![Paragraph::plain(text)], ..Block::default() }
}

fn listed(voice: &PlanVoice, heading: &str, items: Vec<String>) -> Option<Block> {
    (!items.is_empty()).then(|| list(voice.text(heading).to_owned(), items))
}

fn list(heading: String, items: Vec<String>) -> Block {
    let item = |text| Paragraph { look: Look::Item, runs: vec![Run::Plain(text)] };
    Block {
        heading,
        place: HeadingPlace::OwnLine,
        paragraphs: items.into_iter().map(item).collect(),
        number: None,
        table: None,
    }
}

fn document(voice: &PlanVoice, title: &str, blocks: Vec<Block>) -> Document {
    let title = voice.text(title).to_owned();
    let width = voice.content().measures.card_width;
    let head = Block { heading: title, place: HeadingPlace::OwnLine, ..Block::default() };
    // What a browser may write on the edge of the paper tells nothing.
    let neutral = voice.voice.catalogue().text("paper.title").to_owned();
    let pages = vec![Page { blocks: std::iter::once(head).chain(blocks).collect() }];
    Document { title: neutral, widths: Widths { normal: width, large: width, strip: width }, pages }
}
