//! The small papers of a plan: a card for one helper with only their part, the page for the fridge, and a person's own
//! safety card. Each is for other readers, so each is a separate document and never part of another sheet.

use super::plan_voice::PlanVoice;
use crate::model::content::{Field, PeopleFields};
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::paper::document::{Document, DocumentBlock, Page, ParagraphKind, Widths};
use crate::model::plan::agreements::{Agreement, AgreementKind};
use crate::model::plan::location::FieldRef;
use crate::model::plan::{PersonId, SafetyRoute, needs_of};
use crate::model::plan_rules::circle::People;
use crate::model::plan_rules::stops::names_feared;
use crate::model::privacy::audience::Medium;
use crate::model::words;

/// Everyone with a paper of their own from [`helper`]: those who have something to do in the plan.
pub fn helpers(facts: &Facts, dossier: &Dossier) -> Vec<PersonId> {
    let people = People::of(facts.catalogue, &dossier.answers, &dossier.plan.about);
    let others = people.all().map(|member| member.id).filter(|person| *person != PersonId::ME);
    let busy = others.filter(|person| !needs_of(&dossier.plan, *person).is_empty());
    busy.filter(|person| helper(facts, dossier, *person).is_some()).collect()
}

/// The card of one helper: what they do, what they watch over, and the review days. A feared person only gets a strip
/// with the visiting rule, no helper card.
pub fn helper(facts: &Facts, dossier: &Dossier, person: PersonId) -> Option<Document> {
    let voice = PlanVoice::new(facts, dossier, Medium::HelperCard)?;
    voice.people.get(person)?;
    if voice.people.is_feared(person) {
        return visit_strip(&voice, person);
    }
    let is = |slot: Option<PersonId>| slot == Some(person);
    let reviews = &dossier.plan.reviews;
    let mut card = CardBuilder::new(&voice, "helper-card.title");
    card.add_text("helper-card.intro");
    card.add_list("helper-card.does", own_lines(&voice, &|agreement| is(agreement.who)));
    card.add_list("helper-card.watches", lines(&voice, &|agreement| is(agreement.watcher)));
    card.add_list("helper-card.stands-in", lines(&voice, &|agreement| is(agreement.stand_in)));
    if is(reviews.caller) {
        card.add_text("helper-card.calls");
    }
    if reviews.present.as_ref().is_none_or(|people| people.contains(&person)) {
        card.add_list("helper-card.reviews", days(&voice));
    }
    card.add_text("helper-card.danger");
    Some(card.document())
}

/// The strip for a feared person: only when they may come.
fn visit_strip(voice: &PlanVoice, person: PersonId) -> Option<Document> {
    let about_them =
        |agreement: &Agreement| matches!(&agreement.kind, AgreementKind::Visit(rule) if rule.visitor == Some(person));
    let lines = own_lines(voice, &about_them);
    if lines.is_empty() {
        return None;
    }
    let mut card = CardBuilder::new(voice, "visit-strip.title");
    card.add_list("", lines);
    Some(card.document())
}

/// The page for the fridge. Everyone in the house can read it: no demand, no visitor, no child elsewhere, no feared
/// person.
pub fn fridge(facts: &Facts, dossier: &Dossier) -> Option<Document> {
    let voice = PlanVoice::new(facts, dossier, Medium::FridgePage)?;
    let feared = |person: Option<PersonId>| person.is_some_and(|person| voice.people.is_feared(person));
    let open = |agreement: &Agreement| {
        agreement.kind == AgreementKind::Task
            && agreement.demands.is_empty()
            && !agreement.what.contains(voice.text("paper.own-card"))
            && ![agreement.who, agreement.watcher, agreement.stand_in].into_iter().any(feared)
    };
    let mut not_this = Vec::new();
    for (_, agreement) in voice.agreements() {
        if agreement.kind == AgreementKind::NotThis {
            not_this.extend(voice.free_text(Field::NotThis, agreement.id.0, &agreement.what));
        }
    }
    let measures = &voice.content().measures;
    let page = |done: Vec<String>, not_done: Vec<String>| {
        let mut card = CardBuilder { width: measures.fridge_width, ..CardBuilder::new(&voice, "fridge.title") };
        card.add_list("", done);
        card.add_list("fridge.not-this", not_done);
        card.add_list("fridge.reviews", days(&voice));
        card.add_text("fridge.danger");
        card
    };
    let more = voice.text("fridge.more");
    let room = |taken: CardBuilder| {
        let taken = taken.document();
        let lines: usize = taken.pages.iter().map(|page| page.height(&taken.widths)).sum();
        measures.fridge_lines.saturating_sub(lines)
    };
    let not_done = fitting(not_this, more, measures.fridge_width, room(page(Vec::new(), Vec::new())) / 2);
    let left = room(page(Vec::new(), not_done.clone()));
    let mut done = fitting(lines(&voice, &open), more, measures.fridge_width, left);
    if done.is_empty() && voice.agreements().any(|(_, agreement)| agreement.kind != AgreementKind::NotThis) {
        // A page that mentions no agreements would look as if there were none.
        done.push(voice.text("fridge.none").to_owned());
    }
    Some(page(done, not_done).document())
}

/// The first lines that fit, and `more` if there are others.
fn fitting(mut lines: Vec<String>, more: &str, width: usize, room: usize) -> Vec<String> {
    let height = |lines: &[String]| {
        let block = DocumentBlock::of("", ParagraphKind::Item, lines.to_vec());
        block.height(&Widths::all(width))
    };
    if height(&lines) <= room {
        return lines;
    }
    while !lines.is_empty() && height(&lines) + 1 > room {
        lines.pop();
    }
    lines.push(more.to_owned());
    lines
}

/// Whether this person gets the card for children.
pub fn is_for_a_child(voice: &PlanVoice, owner: PersonId) -> bool {
    let person = voice.people.get(owner).and_then(|member| member.person);
    let asked = voice.asks_for(PeopleFields::Household);
    let ages = &voice.content().roles.child_ages;
    asked.is_some() && person.is_some_and(|person| ages.contains(&person.age))
}

/// The safety card of one person (V5), with fewer words for a child. `None` if it names a feared person. The number of
/// each block selects its picture.
pub fn safety(facts: &Facts, dossier: &Dossier, owner: PersonId) -> Option<Document> {
    let voice = PlanVoice::new(facts, dossier, Medium::SafetyCard)?;
    let route = dossier.plan.route_of(owner).filter(|route| !names_feared(route, &voice.people))?;
    let child = is_for_a_child(&voice, owner);
    let keys = if child { &CHILD_CARD } else { &SAFETY_CARD };
    let mut card = CardBuilder::new(&voice, keys.title);
    card.number = Some(1);
    card.add_text(keys.danger);
    card.add_list(keys.places, places(&voice, route, child));
    card.add_list(keys.numbers, numbers(&voice, route));
    card.add_list(keys.takes, takes(&voice, route));
    if let Some(who) = route.fetches_children.filter(|who| !child && *who != owner) {
        card.add("", ParagraphKind::Normal, vec![capital(&voice.text_with("safety-card.fetches", &voice.name(who)))]);
    }
    card.add_list(keys.help, help(&voice, child));
    if child {
        card.add_text("child-card.brave");
    }
    Some(card.document())
}

/// The texts of a safety card.
struct SafetyCardTexts {
    title: &'static str,
    danger: &'static str,
    places: &'static str,
    numbers: &'static str,
    takes: &'static str,
    help: &'static str,
}

const SAFETY_CARD: SafetyCardTexts = SafetyCardTexts {
    title: "safety-card.title",
    danger: "safety-card.danger",
    places: "safety-card.places",
    numbers: "safety-card.numbers",
    takes: "safety-card.takes",
    help: "safety-card.help",
};

const CHILD_CARD: SafetyCardTexts = SafetyCardTexts {
    title: "child-card.title",
    danger: "child-card.danger",
    places: "child-card.places",
    numbers: "child-card.call",
    takes: "child-card.takes",
    help: "child-card.help",
};

fn places(voice: &PlanVoice, route: &SafetyRoute, child: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for (field, haven) in [(Field::FirstPlace, &route.first), (Field::SecondPlace, &route.second)] {
        let Some(place) = voice.free_text(field, route.id.0, &haven.place) else {
            continue;
        };
        let mut line = voice.line_builder(". ");
        line.add(&place);
        if let Some(who) = haven.brought_by.filter(|who| !child && *who != route.owner) {
            line.add(&capital(&voice.text_with("safety-card.brought-by", &voice.name(who))));
        }
        lines.push(line.text);
    }
    lines
}

fn capital(text: &str) -> String {
    words::capitalised(text)
}

fn numbers(voice: &PlanVoice, route: &SafetyRoute) -> Vec<String> {
    let mut lines = Vec::new();
    for (nth, number) in (0..).zip(&route.numbers) {
        let own = |field, text: &str| voice.free_text_at(FieldRef { nth, ..FieldRef::new(field, route.id.0) }, text);
        let name = own(Field::NumberName, &number.name).unwrap_or_default();
        if let Some(called) = own(Field::Number, &number.number) {
            lines.push([name, voice.voice.phone(&called)].join(" ").trim().to_owned());
        }
    }
    lines
}

fn takes(voice: &PlanVoice, route: &SafetyRoute) -> Vec<String> {
    let mut line = voice.line_builder(", ");
    for take in &route.takes {
        line.add_text(&["take.", take.word()].concat());
    }
    line.add_free_text("", Field::TakesMore, route.id.0, &route.takes_more);
    one_line(line.text)
}

/// The fixed card with help numbers; for a child only those for children.
fn help(voice: &PlanVoice, child: bool) -> Vec<String> {
    let content = &voice.voice.catalogue().content;
    let young = &content.flow.young_card.contacts;
    let mut lines = Vec::new();
    for line in &content.help_card {
        if child && !young.contains(&line.contact) {
            continue;
        }
        if let Some(contact) = voice.voice.catalogue().contact(&line.contact) {
            lines.push([line.text.as_str(), &voice.voice.phone(&contact.shown)].join(" ").trim().to_owned());
        }
    }
    lines
}

/// The agreements for which `here` holds, each with its doer.
fn lines(voice: &PlanVoice, here: &dyn Fn(&Agreement) -> bool) -> Vec<String> {
    agreement_lines(voice, here, |agreement| agreement.who)
}

/// The same without the doer, for the doer's own card.
fn own_lines(voice: &PlanVoice, here: &dyn Fn(&Agreement) -> bool) -> Vec<String> {
    agreement_lines(voice, here, |_| None)
}

fn agreement_lines(
    voice: &PlanVoice,
    here: &dyn Fn(&Agreement) -> bool,
    who: fn(&Agreement) -> Option<PersonId>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (_, agreement) in voice.agreements() {
        if !here(agreement) {
            continue;
        }
        let field = if agreement.kind == AgreementKind::NotThis { Field::NotThis } else { Field::What };
        // Without what is done, leave out when.
        let Some(what) = voice.free_text(field, agreement.id.0, &agreement.what) else { continue };
        let mut said = voice.line_builder(" – ");
        said.add(&what);
        said.add_when(agreement);
        let mut line = voice.line_builder(": ");
        line.add_person("", who(agreement));
        line.add(&said.text);
        lines.push(line.text);
    }
    lines
}

fn days(voice: &PlanVoice) -> Vec<String> {
    let mut line = voice.line_builder(", ");
    for review in voice.reviews() {
        line.add(&voice.day(review.day));
    }
    one_line(line.text)
}

fn one_line(text: String) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { vec![text] }
}

/// A builder for a small paper.
struct CardBuilder<'v, 'a> {
    voice: &'v PlanVoice<'a>,
    /// The number of the next block, if blocks have numbers; a block without texts still uses up its number.
    number: Option<u8>,
    blocks: Vec<DocumentBlock>,
    /// Characters per line.
    width: usize,
}

impl<'v, 'a> CardBuilder<'v, 'a> {
    fn new(voice: &'v PlanVoice<'a>, title: &str) -> CardBuilder<'v, 'a> {
        let title = DocumentBlock::of(voice.text(title), ParagraphKind::Item, Vec::new());
        CardBuilder { voice, number: None, blocks: vec![title], width: voice.content().measures.card_width }
    }

    /// Adds a text of the content.
    fn add_text(&mut self, key: &str) {
        self.add("", ParagraphKind::Normal, vec![self.voice.text(key).to_owned()]);
    }

    /// Adds a list with a heading, unless it is empty.
    fn add_list(&mut self, heading: &str, items: Vec<String>) {
        self.add(heading, ParagraphKind::Item, items);
    }

    fn add(&mut self, heading: &str, look: ParagraphKind, texts: Vec<String>) {
        if !texts.is_empty() {
            let heading = if heading.is_empty() { "" } else { self.voice.text(heading) };
            let block = DocumentBlock::of(heading, look, texts);
            self.blocks.push(DocumentBlock { number: self.number, ..block });
        }
        self.number = self.number.map(|number| number + 1);
    }

    fn document(self) -> Document {
        // A neutral title, because the browser may print it on the edge of the paper.
        let title = self.voice.voice.catalogue().text("paper.title").to_owned();
        Document { title, widths: Widths::all(self.width), pages: vec![Page { blocks: self.blocks }] }
    }
}
