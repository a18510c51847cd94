//! The call note: whom to call, when they are open, what to bring, what to say. Without a gemeente it leaves lines for
//! the pen. It calls nobody and hands nothing in.

use super::PaperChoice;
use super::audience::Medium;
use super::voice::Voice;
use crate::model::condition::Condition;
use crate::model::content::{Gemeente, V1};
use crate::model::document::{Block, Document, HeadingPlace, Look, Page, Paragraph, Run, Widths};
use crate::model::facts::Facts;
use crate::model::gap;
use crate::model::hours;
use crate::model::words::length;

/// The call note as a document of its own.
pub fn compose(facts: &Facts, choice: &PaperChoice) -> Document {
    let voice = Voice::new(facts, Medium::DeskPaper, &choice.kept);
    let v1 = &facts.catalogue.content.sheets.v1;
    let lines = Told::of(&voice, choice)
        .lines(v1)
        .into_iter()
        .map(|text| Paragraph { look: Look::Item, runs: vec![Run::Plain(text)] });
    let block = Block {
        heading: v1.page_2.call_heading.clone(),
        place: HeadingPlace::OwnLine,
        paragraphs: lines.collect(),
        ..Block::default()
    };
    Document {
        title: facts.catalogue.text("paper.title").to_owned(),
        widths: Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width },
        pages: vec![Page { blocks: vec![block] }],
    }
}

/// The call note as the strip at the foot of page 2. What has no room there is left to the pen: first the address, then
/// the hours, then what it is about.
pub(super) fn strip(voice: &Voice, choice: &PaperChoice) -> Block {
    let v1 = &voice.sheets().v1;
    let widths = Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width };
    let mut told = Told::of(voice, choice);
    loop {
        let filled = block(told.lines(v1));
        if filled.lines(&widths).len() <= v1.page_2.call_lines || !told.shorten() {
            return filled;
        }
    }
}

fn block(lines: Vec<String>) -> Block {
    let paragraph = |text| Paragraph { look: Look::Strip, runs: vec![Run::Plain(text)] };
    Block { paragraphs: lines.into_iter().map(paragraph).collect(), ..Block::default() }
}

/// What the note can say; empty is a line for the pen.
struct Told {
    desk: String,
    address: String,
    hours: String,
    areas: String,
    /// The lines that are only for the pen.
    pens: bool,
}

impl Told {
    fn of(voice: &Voice, choice: &PaperChoice) -> Told {
        let desk = gemeente(voice.facts, choice).map(|gemeente| &gemeente.desk);
        let hours = desk.and_then(|desk| hours::on_paper(desk.into(), voice.facts.today, voice.catalogue()));
        Told {
            desk: desk.map(|desk| format!("{} {}", desk.name, desk.shown).trim().to_owned()).unwrap_or_default(),
            address: desk.map(|desk| desk.address.clone()).unwrap_or_default(),
            hours: hours.unwrap_or_default(),
            areas: voice.list(&voice.deep_area_names()),
            pens: true,
        }
    }

    /// Leaves out what is missed least; false when nothing is left.
    fn shorten(&mut self) -> bool {
        if std::mem::take(&mut self.pens) {
            return true;
        }
        let parts = [&mut self.address, &mut self.areas, &mut self.hours, &mut self.desk];
        let next = parts.into_iter().find(|part| !part.is_empty());
        next.map(String::clear).is_some()
    }

    fn lines(&self, v1: &V1<Condition>) -> Vec<String> {
        let desk = [self.desk.as_str(), self.address.as_str()];
        let desk: Vec<&str> = desk.into_iter().filter(|text| !text.is_empty()).collect();
        let filled = |line: &String| {
            let line = replace(line, "{desk}", &desk.join(", "));
            let line = replace(&line, "{hours}", &self.hours);
            line_for_the_pen(&replace(&line, "{areas}", &self.areas), v1)
        };
        v1.page_2.call.iter().filter(|line| self.pens || !gap::holds(line, "{pen}")).map(filled).collect()
    }
}

/// An empty answer leaves its mark, which becomes a line for the pen.
fn replace(line: &str, mark: &str, text: &str) -> String {
    if text.is_empty() { line.to_owned() } else { gap::fill(line, mark, text) }
}

/// A line for the pen in the place of each mark, and up to the edge where it ends the line.
fn line_for_the_pen(line: &str, v1: &V1<Condition>) -> String {
    let mut line = line.to_owned();
    for mark in ["{desk}", "{hours}", "{areas}", "{pen}"] {
        if let Some(before) = line.strip_suffix(mark) {
            let room = v1.page_2.call_width.saturating_sub(length(before));
            line = format!("{before}{}", "_".repeat(room.max(1)));
        }
        line = gap::fill(&line, mark, &v1.pen);
    }
    line
}

/// The gemeente the resident chose.
pub fn gemeente<'a>(facts: &'a Facts, choice: &PaperChoice) -> Option<&'a Gemeente> {
    let chosen = choice.gemeente.as_deref()?;
    facts.catalogue.content.gemeenten.iter().find(|gemeente| gemeente.id == chosen)
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::model::answers::{Answer, Answers};
    use crate::model::catalogue::Catalogue;
    use crate::model::text;

    fn note(gemeente: Option<&str>) -> String {
        let catalogue = Catalogue::of(crate::authoring::packed().clone()).leak();
        let areas = Answer::Picks { picked: vec!["veilig".to_owned(), "geld".to_owned()], own: String::new() };
        let answers: Answers = [("n2".to_owned(), areas)].into();
        let facts = Facts::of(catalogue, &answers, "2026-11-20".parse().expect("a day"));
        let choice = PaperChoice { gemeente: gemeente.map(str::to_owned), ..PaperChoice::default() };
        text::plain(&compose(&facts, &choice))
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
        let facts = Facts::of(catalogue, &[("n2".to_owned(), areas)].into(), "2026-11-20".parse().expect("a day"));
        let choice = PaperChoice { gemeente: Some("voorbeeldstad".to_owned()), ..PaperChoice::default() };
        let voice = Voice::new(&facts, Medium::DeskPaper, &choice.kept);
        let v1 = &catalogue.content.sheets.v1;
        let widths = Widths { normal: 80, large: 68, strip: v1.page_2.call_width };
        let lines = strip(&voice, &choice).lines(&widths);
        assert!(lines.len() <= v1.page_2.call_lines, "{lines:#?}");
        assert!(lines.join(" ").contains("000 000 00 00"), "{lines:#?}");
    }
}
