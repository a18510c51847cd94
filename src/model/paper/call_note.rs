//! The call note: whom to call, when they are open, what to bring, what to say. Without a gemeente it has lines for the
//! pen. It calls nobody and hands nothing in.

use super::PaperChoice;
use super::voice::Voice;
use crate::model::content::condition::Condition;
use crate::model::content::{Gemeente, SummarySheet};
use crate::model::facts::Facts;
use crate::model::hours;
use crate::model::paper::document::{Document, DocumentBlock, Page, ParagraphKind, Widths};
use crate::model::privacy::audience::Medium;
use crate::model::words::length;

/// The call note as a separate document.
pub fn compose(facts: &Facts, choice: &PaperChoice) -> Document {
    let voice = Voice::new(facts, Medium::DeskPaper, &choice.kept);
    let v1 = &facts.catalogue.content.sheets.v1;
    let block =
        DocumentBlock::of(&v1.page_2.call_heading, ParagraphKind::Item, CallNoteParts::of(&voice, choice).lines(v1));
    Document {
        title: facts.catalogue.text("paper.title").to_owned(),
        widths: Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width },
        pages: vec![Page { blocks: vec![block] }],
    }
}

/// The call note as the strip at the bottom of page 2. Whatever does not fit becomes a line for the pen: first the
/// address, then what the call is about, then the hours, last the desk.
pub(super) fn strip(voice: &Voice, choice: &PaperChoice) -> DocumentBlock {
    let v1 = &voice.sheets().v1;
    let widths = Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width };
    let mut told = CallNoteParts::of(voice, choice);
    loop {
        let filled = DocumentBlock::of("", ParagraphKind::Strip, told.lines(v1));
        if filled.lines(&widths).len() <= v1.page_2.call_lines || !told.shorten() {
            return filled;
        }
    }
}

/// The parts of the note; an empty one becomes a line for the pen.
#[derive(Default)]
struct CallNoteParts {
    desk: String,
    address: String,
    hours: String,
    areas: String,
    /// Whether to print the lines that are only for the pen.
    pens: bool,
}

impl CallNoteParts {
    fn of(voice: &Voice, choice: &PaperChoice) -> CallNoteParts {
        let mut told =
            CallNoteParts { areas: voice.list(&voice.deep_area_names()), pens: true, ..CallNoteParts::default() };
        if let Some(gemeente) = gemeente(voice.facts, choice) {
            let desk = &gemeente.desk;
            [desk.name.as_str(), &voice.phone(&desk.shown)].join(" ").trim().clone_into(&mut told.desk);
            told.address.clone_from(&desk.address);
            let hours = |today| hours::on_paper(desk.into(), today, voice.catalogue());
            told.hours = voice.facts.sure_today().and_then(hours).unwrap_or_default();
        }
        told
    }

    /// Leaves out the least important part; returns false if nothing is left.
    fn shorten(&mut self) -> bool {
        if std::mem::take(&mut self.pens) {
            return true;
        }
        for part in [&mut self.address, &mut self.areas, &mut self.hours, &mut self.desk] {
            if !part.is_empty() {
                part.clear();
                return true;
            }
        }
        false
    }

    fn lines(&self, v1: &SummarySheet<Condition>) -> Vec<String> {
        let comma = if self.desk.is_empty() || self.address.is_empty() { "" } else { ", " };
        let desk = [self.desk.as_str(), comma, &self.address].concat();
        let mut lines = Vec::new();
        for line in &v1.page_2.call {
            if self.pens || !line.contains("{pen}") {
                let mut line = line.clone();
                for (mark, text) in
                    [("{desk}", &*desk), ("{hours}", &self.hours), ("{areas}", &self.areas), ("{pen}", "")]
                {
                    line = filled(&line, mark, text, v1);
                }
                lines.push(line);
            }
        }
        lines
    }
}

/// Replaces a placeholder by a text. Without a text it becomes a line for the pen, up to the edge at the end of a line.
fn filled(line: &str, mark: &str, text: &str, v1: &SummarySheet<Condition>) -> String {
    match line.strip_suffix(mark) {
        _ if !text.is_empty() => line.replace(mark, text),
        Some(before) => {
            let room = v1.page_2.call_width.saturating_sub(length(before));
            [before, &"_".repeat(room.max(1))].concat()
        }
        None => line.replace(mark, &v1.pen),
    }
}

/// The gemeente the resident chose.
pub fn gemeente<'a>(facts: &'a Facts, choice: &PaperChoice) -> Option<&'a Gemeente> {
    let chosen = choice.gemeente.as_deref()?;
    facts.catalogue.content.gemeenten.iter().find(|gemeente| gemeente.id == chosen)
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::model::catalogue::Catalogue;
    use crate::model::dossier::answers::{Answer, Answers};
    use crate::model::paper::plain_text;

    fn note(gemeente: Option<&str>) -> String {
        let catalogue = Catalogue::of(crate::authoring::packed().clone()).leak();
        let areas = Answer::Picks { picked: vec!["veilig".to_owned(), "geld".to_owned()], own: String::new() };
        let answers: Answers = [("n2".to_owned(), areas)].into_iter().collect();
        let facts = Facts::of(catalogue, &answers, "2026-11-20".parse().expect("a day"));
        let choice = PaperChoice { gemeente: gemeente.map(str::to_owned), ..PaperChoice::default() };
        plain_text::plain(&compose(&facts, &choice))
    }

    #[test]
    fn without_a_gemeente_there_are_lines_for_the_pen() {
        let note = note(None);
        assert!(note.contains("Ik bel: ________"), "{note}");
        assert!(note.contains("Open: ________"), "{note}");
        assert!(note.contains("Ik zeg: ik wil een gesprek over geld\n"), "{note}");
    }

    #[test]
    fn with_a_gemeente_the_desk_and_its_hours_stand_there() {
        let note = note(Some("voorbeeldstad"));
        assert!(note.contains("Ik bel: Gemeente Voorbeeldstad, hulp en zorg 000 000 00 00"), "{note}");
        assert!(note.contains("000 000 00 00, Voorbeeldplein 1,"), "{note}");
        assert!(note.contains("Open: maandag tot en met vrijdag, van 9 tot 17 uur"), "{note}");
    }

    #[test]
    fn the_strip_has_its_lines_and_keeps_the_number_longest() {
        let catalogue = Catalogue::of(crate::authoring::packed().clone()).leak();
        let all = catalogue.content.areas.iter().map(|area| area.id.clone()).collect();
        let areas = Answer::Picks { picked: all, own: String::new() };
        let facts = Facts::of(
            catalogue,
            &[("n2".to_owned(), areas)].into_iter().collect(),
            "2026-11-20".parse().expect("a day"),
        );
        let choice = PaperChoice { gemeente: Some("voorbeeldstad".to_owned()), ..PaperChoice::default() };
        let voice = Voice::new(&facts, Medium::DeskPaper, &choice.kept);
        let v1 = &catalogue.content.sheets.v1;
        let widths = Widths { normal: 80, large: 68, strip: v1.page_2.call_width };
        let lines = strip(&voice, &choice).lines(&widths);
        assert!(lines.len() <= v1.page_2.call_lines, "{lines:#?}");
        assert!(lines.join(" ").contains("000 000 00 00"), "{lines:#?}");
    }
}
