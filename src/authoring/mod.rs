//! The host tool: reads TOML, and returns every problem, the packed content, the schemas and the outline.

pub mod condition;
pub mod problem;

mod check;
mod cli;
mod draft;
mod dutch;
mod files;
mod finish;
mod hours;
mod keys;
mod known_ids;
mod minify;
mod outline;
mod overlay;
mod pack;
mod pseudo;
mod reachability;
mod read;
mod resolve;
mod schema;
mod source;
mod walk;
mod weigh;

use std::path::Path;
use std::sync::OnceLock;

use crate::model::content::Content;
use crate::model::packed::Packed;
use draft::Draft;
use known_ids::KnownIds;
use problem::{Problem, Problems};
use resolve::Resolver;

pub use cli::run;
pub use files::TraceRow;
pub use finish::into as finish_into;
pub use overlay::begin as begin_language;
pub use pseudo::Pseudo;
pub use reachability::{AnswerPath, roads};
pub use schema::all as schemas;

/// The result of reading and checking all content.
pub struct Checked {
    /// `None` if a whole file could not be read.
    pub content: Option<Content>,
    /// The content in every other language.
    pub languages: Vec<Content>,
    /// Sorted by file and line.
    pub problems: Vec<Problem>,
    draft: Draft,
}

/// Reads and checks everything below `root`, the folder that contains `content/`.
pub fn check(root: &Path) -> Checked {
    let mut problems = Problems::default();
    let draft = draft::read_all(root, &mut problems);
    let whole = problems.is_empty();
    let index = KnownIds::of(&draft);
    let content = pack::assemble(&draft, &mut Resolver::new(&draft, &index, &mut problems)).map(weigh::marked);
    check::alone(&draft, &index, whole, &mut problems);
    if let Some(content) = &content {
        check::together(content, &index, whole, &mut problems);
    }
    let languages = match &content {
        // Without all Dutch words nobody can say what a translation lacks.
        Some(content) if whole => overlay::read_all(root, content, &draft, &mut problems),
        Some(_) | None => Vec::new(),
    };
    Checked { content, languages, problems: problems.sorted(), draft }
}

/// The number of items in the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub areas: usize,
    pub situations: usize,
    /// Of the flow, shared ones (each once), and follow-ups.
    pub questions: usize,
    pub contacts: usize,
    pub screens: usize,
}

impl Checked {
    pub fn counts(&self) -> Counts {
        let flow = self.draft.flow.as_ref().map(|part| &part.value);
        let areas = || self.draft.areas.iter().map(|part| &part.value);
        let follow_ups: usize = areas().map(|area| area.follow_ups.len()).sum();
        let asked = flow.map_or(0, |flow| flow.questions.len() + flow.shared.len());
        let contacts = self.draft.contacts.as_ref();
        Counts {
            areas: self.draft.areas.len(),
            situations: areas().map(|area| area.situations.len()).sum(),
            questions: asked + follow_ups,
            contacts: contacts.map_or(0, |part| part.value.contacts.len()),
            screens: flow.map_or(0, |flow| flow.screens.len()),
        }
    }

    /// Numbers and desks that nobody has confirmed with the service itself, as `file:line  what`.
    pub fn unconfirmed(&self) -> Vec<String> {
        let mut open = Problems::default();
        if let Some(part) = &self.draft.contacts {
            for (place, contact) in part.value.contacts.iter().enumerate() {
                if contact.confirmed_on.is_empty() {
                    let (name, shown) = (&contact.name, &contact.shown);
                    let path = format!("contacts.{place}.confirmed-on");
                    open.at(&part.source, &path, format!("{name} {shown}"));
                }
            }
        }
        for part in &self.draft.gemeenten {
            if part.value.desk.confirmed_on.is_empty() {
                let text = format!("loket van {}", part.value.name);
                open.at(&part.source, "desk.confirmed-on", text);
            }
        }
        open.sorted().iter().map(ToString::to_string).collect()
    }

    /// Where each idea of the sources is in the content.
    pub fn trace(&self) -> Vec<&TraceRow> {
        let rows = self.draft.trace.iter().flat_map(|part| &part.value.row);
        rows.collect()
    }

    /// The layer for the desk, as JSON.
    fn desk_json(&self) -> Result<String, serde_json::Error> {
        let areas: Vec<_> = self.draft.desk.iter().map(|part| &part.value).collect();
        serde_json::to_string(&areas)
    }
}

/// The packed content of this repository; for tests.
///
/// # Panics
///
/// If the content has problems; `tests/content.rs` lists them.
pub fn packed() -> &'static Content {
    static PACKED: OnceLock<Content> = OnceLock::new();
    PACKED.get_or_init(|| {
        let checked = check(Path::new(env!("CARGO_MANIFEST_DIR")));
        checked.content.filter(|_| checked.problems.is_empty()).expect("content_has_no_problems")
    })
}

/// The files of the packed content, as the phone reads them.
///
/// # Panics
///
/// Like [`packed`].
pub fn packed_files() -> &'static Packed {
    static FILES: OnceLock<Packed> = OnceLock::new();
    FILES.get_or_init(|| pack::files(packed()))
}
