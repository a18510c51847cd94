//! Turns a draft into what the phone reads: resolves conditions, assembles the parts, writes the bytes.

use std::collections::HashSet;

use super::draft::{Draft, ParsedFile};
use super::hours;
use super::resolve::{Resolver, Scope};
use super::source::{Sentence, Source};
use crate::model::content::condition::Condition;
use crate::model::content::{
    Contact, Content, Desk, Direction, Flow, Gemeente, Hours, LifeArea, MapConditions, Safety, Sheets,
};
use crate::model::packed::{self, Packed};

/// The assembled content, if all its files could be read. Problems with conditions go to the resolver.
pub fn assemble(draft: &Draft, resolver: &mut Resolver<'_>) -> Option<Content> {
    let flow = draft.flow.as_ref().map(|part| flow(part, resolver));
    let areas = draft.areas.iter().map(|part| area(part, resolver));
    let areas = areas.collect();
    let safety = draft.safety.as_ref().map(|part| safety(part, resolver));
    let sheets = draft.sheets.as_ref().map(|part| sheets(part, resolver));
    let contacts = draft.contacts.as_ref()?.value.clone();
    Some(Content {
        language: "nl".to_owned(),
        direction: Direction::Ltr,
        texts: draft.texts.clone().into_iter().collect(),
        flow: flow?,
        areas,
        safety: safety?,
        names: draft.names.as_ref()?.value.clone(),
        contacts: contacts.contacts.into_iter().map(contact).collect(),
        help_card: contacts.help_card,
        sheets: sheets?,
        plan: draft.plan.as_ref()?.value.clone(),
        terms: draft.terms.as_ref()?.value.terms.clone(),
        released: draft.calendar.as_ref()?.value.released,
        holidays: draft.calendar.as_ref()?.value.holidays.clone(),
        gemeenten: draft.gemeenten.iter().map(gemeente).collect(),
    })
}

/// The two files the phone reads.
pub fn files(content: &Content) -> Packed {
    packed::write(&for_the_phone(content.clone())).expect("the_phone_reads_what_was_packed")
}

/// Leaves out what only editors and the language tests need: words that no screen may use, what to write instead of a
/// hard word, and help lines that no screen names.
pub fn for_the_phone(mut content: Content) -> Content {
    let named = contacts_named(&content);
    content.contacts.retain(|contact| named.contains(&contact.id));
    content.terms.retain(|term| !term.explanation.is_empty());
    for term in &mut content.terms {
        term.plain.clear();
    }
    content
}

/// The ids of the help lines on a screen or a card.
fn contacts_named(content: &Content) -> HashSet<String> {
    let flags = &content.safety.flags;
    let variants = flags.iter().flat_map(|screen| &screen.variants);
    let lists = flags.iter().map(|screen| &screen.contacts).chain(variants.map(|variant| &variant.contacts));
    let lists = lists.chain([&content.flow.young_card.contacts]).flatten();
    let lines = content.help_card.iter().map(|line| &line.contact);
    lists.chain(lines).chain(content.flow.other_cards.iter().map(|card| &card.contact)).cloned().collect()
}

fn flow(part: &ParsedFile<Flow<Sentence>>, resolver: &mut Resolver<'_>) -> Flow<Condition> {
    let mut flow = part.value.clone();
    let shared = std::mem::take(&mut flow.shared);
    let shared = turned(shared, &part.source, Scope::Shared, resolver);
    let flow = turned(flow, &part.source, Scope::Flow, resolver);
    Flow { shared, ..flow }
}

fn area(part: &ParsedFile<LifeArea<Sentence>>, resolver: &mut Resolver<'_>) -> LifeArea<Condition> {
    let id = part.value.id.clone();
    turned(part.value.clone(), &part.source, Scope::Area(&id), resolver)
}

/// Every other condition has the names replaced already, so the phone does not need them.
fn safety(part: &ParsedFile<Safety<Sentence>>, resolver: &mut Resolver<'_>) -> Safety<Condition> {
    let safety = turned(part.value.clone(), &part.source, Scope::Flow, resolver);
    Safety { named: Vec::new(), ..safety }
}

fn sheets(part: &ParsedFile<Sheets<Sentence>>, resolver: &mut Resolver<'_>) -> Sheets<Condition> {
    turned(part.value.clone(), &part.source, Scope::Flow, resolver)
}

fn turned<T: MapConditions<Sentence, Condition>>(
    shape: T,
    source: &Source,
    scope: Scope<'_>,
    resolver: &mut Resolver<'_>,
) -> T::Mapped {
    shape.map_conditions(&mut |sentence| resolver.turn(source, scope, sentence))
}

/// A help line with its hours parsed. The source is for the editor, not for the phone.
fn contact(contact: Contact<String>) -> Contact {
    Contact {
        id: contact.id,
        name: contact.name,
        shown: contact.shown,
        tel: contact.tel,
        for_whom: contact.for_whom,
        note: contact.note,
        hours: parsed(&contact.hours),
        cost: contact.cost,
        source: String::new(),
        source_date: contact.source_date,
        confirmed_on: contact.confirmed_on,
    }
}

fn gemeente(part: &ParsedFile<Gemeente<String>>) -> Gemeente {
    let Gemeente { id, name, desk, places } = part.value.clone();
    let desk = Desk {
        name: desk.name,
        address: desk.address,
        shown: desk.shown,
        tel: desk.tel,
        hours: parsed(&desk.hours),
        source: String::new(),
        source_date: desk.source_date,
        confirmed_on: desk.confirmed_on,
    };
    Gemeente { id, name, desk, places }
}

/// `check::contacts` reports hours that cannot be parsed; content with a problem is not packed.
fn parsed(text: &str) -> Hours {
    hours::parse(text).unwrap_or(Hours::Unknown)
}
