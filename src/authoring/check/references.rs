//! Checks that every reference is to something that exists.

use super::super::draft::Draft;
use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use super::super::source::{Sentence, Source};
use crate::model::content::{Ask, FlagDoes, Flow, LifeArea, Roles, Safety, Screen};

/// Looks up ids, and reports those that do not exist.
pub struct Lookup<'a, 'p> {
    pub index: &'a KnownIds<'a>,
    pub source: &'a Source,
    pub problems: &'p mut Problems,
}

impl<'a, 'p> Lookup<'a, 'p> {
    pub fn new(index: &'a KnownIds<'a>, source: &'a Source, problems: &'p mut Problems) -> Lookup<'a, 'p> {
        Lookup { index, source, problems }
    }
}

impl Lookup<'_, '_> {
    fn miss(&mut self, exists: bool, path: &str, what: &str, id: &str) {
        if !exists && !self.index.is_cut(id) {
            let text = format!("{what} `{id}` bestaat niet");
            self.problems.at(self.source, path, text);
        }
    }

    pub fn question(&mut self, path: &str, id: &str) {
        let exists = self.index.question(id).is_some();
        self.miss(exists, path, "vraag", id);
    }

    pub fn shared(&mut self, path: &str, id: &str) {
        let exists = self.index.shared.contains_key(id);
        self.miss(exists, path, "vaste vraag", id);
    }

    pub fn tick(&mut self, path: &str, id: &str) {
        let exists = self.index.ticks.contains_key(id);
        self.miss(exists, path, "keuze", id);
    }

    pub fn area(&mut self, path: &str, id: &str) {
        let exists = self.index.areas.contains_key(id);
        self.miss(exists, path, "gebied", id);
    }

    pub fn contact(&mut self, path: &str, id: &str) {
        let exists = self.index.contacts.contains(id);
        self.miss(exists, path, "contact", id);
    }

    pub fn contacts(&mut self, path: &str, ids: &[String]) {
        for (place, id) in ids.iter().enumerate() {
            self.contact(&format!("{path}.{place}"), id);
        }
    }

    /// Checks an answer to a question, of the flow or shared.
    pub fn answer(&mut self, path: &str, question: &str, option: &str) {
        let index = self.index;
        let known = index.question(question).or_else(|| index.shared.get(question));
        if let Some(words) = known.and_then(|known| index.answers(known)) {
            let exists = words.contains(&option);
            self.miss(exists, path, &format!("vraag `{question}`: antwoord"), option);
        }
    }
}

pub fn check(draft: &Draft, index: &KnownIds<'_>, problems: &mut Problems) {
    if let Some(part) = &draft.flow {
        flow(&part.value, &mut Lookup::new(index, &part.source, problems));
    }
    for part in &draft.areas {
        area(&part.value, &mut Lookup::new(index, &part.source, problems));
    }
    if let Some(part) = &draft.safety {
        safety(&part.value, &mut Lookup::new(index, &part.source, problems));
    }
    if let Some(part) = &draft.contacts {
        let mut lookup = Lookup::new(index, &part.source, problems);
        for (place, line) in part.value.help_card.iter().enumerate() {
            lookup.contact(&format!("help-card.{place}.contact"), &line.contact);
        }
    }
    for part in &draft.gemeenten {
        let mut lookup = Lookup::new(index, &part.source, problems);
        for (place, nearby) in part.value.places.iter().enumerate() {
            for (which, id) in nearby.areas.iter().enumerate() {
                lookup.area(&format!("places.{place}.areas.{which}"), id);
            }
        }
    }
    for part in &draft.desk {
        Lookup::new(index, &part.source, problems).area("area", &part.value.area);
    }
}

fn flow(flow: &Flow<Sentence>, lookup: &mut Lookup<'_, '_>) {
    roles(&flow.roles, lookup);
    for (place, id) in flow.elsewhere.iter().enumerate() {
        lookup.question(&format!("elsewhere.{place}"), id);
    }
    for (place, screen) in flow.screens.iter().enumerate() {
        asks(screen, &format!("screens.{place}"), lookup);
    }
    for (place, card) in flow.other_cards.iter().enumerate() {
        if !card.contact.is_empty() {
            lookup.contact(&format!("other-cards.{place}.contact"), &card.contact);
        }
    }
    lookup.contacts("young-card.contacts", &flow.young_card.contacts);
}

fn roles(roles: &Roles, lookup: &mut Lookup<'_, '_>) {
    let questions = [
        ("device", &roles.device),
        ("device-again", &roles.device_again),
        ("keep", &roles.keep),
        ("story", &roles.story),
        ("areas", &roles.areas),
        ("start", &roles.start),
        ("circle", &roles.circle),
        ("first-sentence", &roles.first_sentence),
        ("tired", &roles.tired),
    ];
    for (key, id) in questions {
        lookup.question(&format!("roles.{key}"), id);
    }
    let shared = [
        ("more", &roles.more),
        ("situations", &roles.situations),
        ("strengths", &roles.strengths),
        ("outcomes", &roles.outcomes),
    ];
    for (key, id) in shared {
        lookup.shared(&format!("roles.{key}"), id);
    }
    for (place, id) in roles.tired_drops.iter().enumerate() {
        lookup.shared(&format!("roles.tired-drops.{place}"), id);
    }
    lookup.answer("roles.device-free", &roles.device, &roles.device_free);
}

fn asks(screen: &Screen<Sentence>, path: &str, lookup: &mut Lookup<'_, '_>) {
    for (place, ask) in screen.asks.iter().enumerate() {
        let path = format!("{path}.asks.{place}");
        match ask {
            Ask::Question(id) => lookup.question(&path, id),
            Ask::Shared(id) => lookup.shared(&path, id),
            Ask::Situations { area, only } => {
                lookup.area(&path, area);
                for id in only {
                    lookup.tick(&path, id);
                }
            }
            Ask::FollowUps { .. } | Ask::Nearby => {}
        }
        let needs_area = matches!(ask, Ask::Shared(_) | Ask::FollowUps { .. } | Ask::Nearby);
        if needs_area && !screen.per_area {
            let text = "dit vraagt de app per gebied; zet `per-area = true` bij het scherm";
            lookup.problems.at(lookup.source, &path, text);
        }
    }
}

fn area(area: &LifeArea<Sentence>, lookup: &mut Lookup<'_, '_>) {
    for (place, id) in area.only_shared.iter().enumerate() {
        lookup.shared(&format!("only-shared.{place}"), id);
    }
    for (place, id) in area.without_more.iter().enumerate() {
        lookup.shared(&format!("without-more.{place}"), id);
    }
    for (place, first) in area.first_here.iter().enumerate() {
        lookup.question(&format!("first-here.{place}.question"), &first.question);
    }
}

fn safety(safety: &Safety<Sentence>, lookup: &mut Lookup<'_, '_>) {
    for (place, screen) in safety.flags.iter().enumerate() {
        let path = format!("flags.{place}");
        lookup.contacts(&format!("{path}.contacts"), &screen.contacts);
        for (which, variant) in screen.variants.iter().enumerate() {
            lookup.contacts(&format!("{path}.variants.{which}.contacts"), &variant.contacts);
        }
        for (which, id) in screen.asks.iter().enumerate() {
            lookup.question(&format!("{path}.asks.{which}"), id);
        }
        if !screen.back_to.is_empty() {
            lookup.question(&format!("{path}.back-to"), &screen.back_to);
        }
        if let Some(paper) = &screen.paper {
            lookup.question(&format!("{path}.paper.question"), &paper.question);
        }
        for (which, does) in screen.does.iter().enumerate() {
            if let FlagDoes::ClosesFollowUps(id) = does {
                lookup.area(&format!("{path}.does.{which}"), id);
            }
        }
    }
    for (place, soft) in safety.soft.iter().enumerate() {
        lookup.question(&format!("soft.{place}.question"), &soft.question);
    }
    for (place, rule) in safety.start_rules.iter().enumerate() {
        lookup.area(&format!("start-rules.{place}.area"), &rule.area);
    }
}
