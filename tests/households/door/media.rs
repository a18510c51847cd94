//! Everything that leaves the own screen: all sheets, cards, the calendar, and the text to take along.

use app::model::content::Sheet;
use app::model::dossier::Dossier;
use app::model::facts::Facts;
use app::model::paper::document::Document;
use app::model::paper::plain_text;
use app::model::paper::{self, PaperChoice, answers_so_far, calendar, call_note, cards, own_plan};
use app::model::plan::PersonId;

use crate::common::catalogue;
use crate::plan::example::people;

/// A paper or a file, and the owner if it is someone's own card.
pub struct Medium {
    pub name: String,
    pub text: String,
    pub card_of: Option<PersonId>,
}

/// The text to take along.
pub const OWN_FILE: &str = "text to take along";

/// Every medium of this dossier.
pub fn all(facts: &Facts, dossier: &Dossier) -> Vec<Medium> {
    let mut media = Vec::new();
    let mut add = |name: &str, document: Option<Document>, card_of| {
        if let Some(document) = document {
            media.push(Medium { name: name.to_owned(), text: whole(&document), card_of });
        }
    };
    let choice = PaperChoice { call_note: true, ..dossier.paper.clone() };
    for sheet in Sheet::ALL {
        let paper = paper::compose(facts, &choice, sheet);
        add(sheet.name(), paper.map(|paper| paper.document), None);
    }
    add("own plan", own_plan::compose(facts, dossier).map(|paper| paper.document), None);
    add("call note", Some(call_note::compose(facts, &choice)), None);
    add("fridge", cards::fridge(facts, dossier), None);
    let everything = catalogue().questions().map(|(id, _)| id.to_owned()).collect();
    add(OWN_FILE, Some(answers_so_far::compose(facts, &choice, &everything)), None);
    for member in people(dossier).all() {
        let name = format!("card of helper {:?}", member.id);
        add(&name, cards::helper(facts, dossier, member.id), None);
        let name = format!("safety card of {:?}", member.id);
        add(&name, cards::safety(facts, dossier, member.id), Some(member.id));
    }
    if let Some(text) = calendar::compose(facts, dossier, 600) {
        media.push(Medium { name: "calendar".to_owned(), text, card_of: None });
    }
    media
}

/// The text as printed, and as copied.
fn whole(document: &Document) -> String {
    [plain_text::plain(document), plain_text::flowing(document)].join("\n")
}
