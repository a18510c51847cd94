//! Checks that no id is used twice in one namespace.

use std::collections::BTreeMap;

use super::super::draft::Draft;
use super::super::problem::Problems;
use super::super::source::Source;

/// Ids that share a namespace.
#[derive(Default)]
struct Space<'a> {
    seen: BTreeMap<String, (&'a Source, String)>,
}

impl<'a> Space<'a> {
    fn add(&mut self, source: &'a Source, path: String, id: &str, problems: &mut Problems) {
        if let Some((first, first_path)) = self.seen.get(id) {
            let (file, line) = (&first.name, first.line_at(first_path));
            problems.at(source, &path, format!("`{id}` bestaat al: {file}:{line}"));
            return;
        }
        self.seen.insert(id.to_owned(), (source, path));
    }

    fn list<'i>(
        &mut self,
        source: &'a Source,
        list: &str,
        ids: impl Iterator<Item = &'i String>,
        problems: &mut Problems,
    ) {
        let key = match list {
            "named" => "name",
            "soft" => "list",
            "terms" => "word",
            _ => "id",
        };
        for (place, id) in ids.enumerate() {
            self.add(source, format!("{list}.{place}.{key}"), id, problems);
        }
    }
}

pub fn check(draft: &Draft, problems: &mut Problems) {
    answerable(draft, problems);
    rules(draft, problems);
    options(draft, problems);
    others(draft, problems);
}

/// Checks everything that a condition can name.
fn answerable(draft: &Draft, problems: &mut Problems) {
    let mut space = Space::default();
    if let Some(part) = &draft.flow {
        let (flow, source) = (&part.value, &part.source);
        space.list(source, "questions", flow.questions.iter().map(|q| &q.id), problems);
        space.list(source, "shared", flow.shared.iter().map(|q| &q.id), problems);
    }
    for part in &draft.areas {
        let (area, source) = (&part.value, &part.source);
        let follow_ups = area.follow_ups.iter().map(|question| &question.id);
        space.list(source, "follow-ups", follow_ups, problems);
        let lists = [
            ("situations", &area.situations),
            ("strengths", &area.strengths),
            ("outcomes", &area.outcomes),
            ("nearby", &area.nearby),
        ];
        for (list, choices) in lists {
            space.list(source, list, choices.iter().map(|choice| &choice.id), problems);
        }
    }
    if let Some(part) = &draft.safety {
        let named = part.value.named.iter().map(|named| &named.name);
        space.list(&part.source, "named", named, problems);
    }
}

fn rules(draft: &Draft, problems: &mut Problems) {
    let Some(part) = &draft.safety else {
        return;
    };
    let (safety, source) = (&part.value, &part.source);
    let mut space = Space::default();
    space.list(source, "rules", safety.rules.iter().map(|rule| &rule.id), problems);
    space.list(source, "gate.rows", safety.gate.rows.iter().map(|row| &row.id), problems);
    let starts = safety.start_rules.iter().map(|rule| &rule.id);
    space.list(source, "start-rules", starts, problems);
    let mut lists = Space::default();
    lists.list(source, "soft", safety.soft.iter().map(|soft| &soft.list), problems);
    for (place, screen) in safety.flags.iter().enumerate() {
        if safety.flags[..place].iter().any(|other| other.flag == screen.flag) {
            let text = "deze vlag staat er al".to_owned();
            problems.at(source, &format!("flags.{place}.flag"), text);
        }
    }
}

/// Checks the options of each question.
fn options(draft: &Draft, problems: &mut Problems) {
    let flow = draft.flow.iter().flat_map(|part| {
        let lists = [("questions", &part.value.questions), ("shared", &part.value.shared)];
        lists.map(|(list, questions)| (&part.source, list, questions))
    });
    let areas = draft.areas.iter().map(|part| (&part.source, "follow-ups", &part.value.follow_ups));
    for (source, list, questions) in flow.chain(areas) {
        for (place, question) in questions.iter().enumerate() {
            let path = format!("{list}.{place}.options");
            let ids = question.options.iter().map(|option| &option.id);
            Space::default().list(source, &path, ids, problems);
        }
    }
}

fn others(draft: &Draft, problems: &mut Problems) {
    let mut areas = Space::default();
    for part in &draft.areas {
        areas.add(&part.source, "id".to_owned(), &part.value.id, problems);
    }
    let mut gemeenten = Space::default();
    for part in &draft.gemeenten {
        gemeenten.add(&part.source, "id".to_owned(), &part.value.id, problems);
    }
    if let Some(part) = &draft.flow {
        let screens = part.value.screens.iter().map(|screen| &screen.id);
        Space::default().list(&part.source, "screens", screens, problems);
    }
    if let Some(part) = &draft.contacts {
        let contacts = part.value.contacts.iter().map(|contact| &contact.id);
        Space::default().list(&part.source, "contacts", contacts, problems);
    }
    if let Some(part) = &draft.terms {
        let words = part.value.terms.iter().map(|term| &term.word);
        Space::default().list(&part.source, "terms", words, problems);
    }
}
