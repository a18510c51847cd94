//! Block 1: the first sentence by the rule of seven, and who filled in the sheet.
//!
//! Nothing is shortened and no sentence is made up: a text that does not fit gives way to the next of the seven.

use super::part::{self, Placement, Separator, SummaryPart, fill, or_pen};
use crate::model::content::FirstSentence;
use crate::model::paper::document::{self, DocumentBlock, Paragraph, ParagraphKind, Run, Widths};
use crate::model::paper::voice::{Quote, Voice};
use crate::model::words;

/// The top of the sheet: the sources of its first sentence, and how much fits.
pub struct Top<'a> {
    pub voice: &'a Voice<'a>,
    pub heading: &'a str,
    pub widths: &'a Widths,
    pub sources: &'a FirstSentence,
}

/// Maximum lines of the first sentence.
const LINES: usize = 2;

impl Top<'_> {
    /// The resident's own sentences that fit at the top: those of the story, then the goal. The option id of such a
    /// sentence is the sentence itself, so that a changed story never selects another sentence.
    pub fn own_sentences(&self) -> Vec<&str> {
        let story = self.voice.answered_text(&self.sources.story).unwrap_or_default();
        let goal = self.voice.answered_text(&self.sources.goal).unwrap_or_default();
        let mut sentences = vec![story.trim()];
        sentences.extend(words::sentences(story));
        sentences.extend(words::sentences(goal));
        let mut own: Vec<&str> = Vec::new();
        for sentence in sentences {
            if !sentence.is_empty() && self.fits(sentence) && !own.contains(&sentence) {
                own.push(sentence);
            }
        }
        own
    }

    /// Adds the first sentence. A sentence typed for the top that is too long goes to page 2.
    pub fn parts(&self, parts: &mut Vec<SummaryPart>) {
        let first = part::add(parts, "first", vec![self.sentence()]);
        first.look = ParagraphKind::Large;
        first.place = Placement::Stays;
        if let Some(typed) = self.voice.free_text(&self.sources.chosen).filter(|typed| !self.fits(typed)) {
            part::add(parts, &self.sources.chosen, vec![quoted(typed)]).place = Placement::Page2;
        }
    }

    /// The first available one of the seven; the last is a line for the pen.
    fn sentence(&self) -> Run {
        let (voice, sources) = (self.voice, self.sources);
        if let Some(chosen) = self.chosen() {
            return quoted(chosen);
        }
        let mut told = Vec::new();
        if let Some(story) = voice.free_text(&sources.story) {
            told.push(story);
            told.extend(words::sentences(story));
        }
        told.extend(voice.free_text(&sources.goal));
        if let Some(fitting) = told.into_iter().find(|text| self.fits(text)) {
            return quoted(fitting);
        }
        // A ticked outcome is printed without quotation marks: the resident chose it, but did not say it.
        let outcomes = &voice.catalogue().content.flow.roles.outcomes;
        let mut plain = Vec::new();
        for (area, _) in voice.facts.chosen_areas() {
            let id = voice.catalogue().in_area(area, outcomes);
            plain.extend(voice.ticks(&id).first().and_then(|tick| voice.option(&id, tick)));
        }
        let named = voice.deep_area_names();
        if !named.is_empty() {
            plain.push(sources.areas.replace("{}", &voice.list(&named)));
        }
        let fitting = plain.into_iter().find(|text| self.fits(text));
        Run::Plain(fitting.unwrap_or_else(|| voice.sheets().v1.pen.clone()))
    }

    /// The sentence that the resident typed for the top, or picked from their own.
    fn chosen(&self) -> Option<&str> {
        let (voice, sources) = (self.voice, self.sources);
        if let Some(typed) = voice.free_text(&sources.chosen) {
            return self.fits(typed).then_some(typed);
        }
        let picked = voice.ticks(&sources.chosen);
        let sentence = self.own_sentences().into_iter().find(|sentence| picked.contains(sentence))?;
        let may_say = voice.is_decided(&sources.story, sentence) && voice.is_decided(&sources.chosen, sentence);
        may_say.then_some(sentence)
    }

    /// Whether a text fits at the top after the heading.
    fn fits(&self, text: &str) -> bool {
        let block = DocumentBlock {
            heading: self.heading.to_owned(),
            paragraphs: vec![Paragraph { look: ParagraphKind::Large, runs: vec![quoted(text)] }],
            ..DocumentBlock::default()
        };
        words::length(text.trim()) <= self.sources.longest && block.lines(self.widths).len() <= LINES
    }
}

fn quoted(text: &str) -> Run {
    Run::Quoted(text.to_owned())
}

/// Adds today's date or a line for it, and who filled in the sheet: “samen ingevuld met: vriend”.
pub fn filled_in(voice: &Voice, by: &str, with: &str, parts: &mut Vec<SummaryPart>) {
    let date = part::add_text(parts, "date", &voice.today());
    date.joint = Separator::Line;
    date.place = Placement::Stays;
    if let Some(text) = voice.ticks(by).first().and_then(|tick| voice.option(by, tick)) {
        let part = part::add(parts, by, fill(&text, "{}", &or_pen(voice, role(voice, with))));
        part.joint = Separator::Dot;
        part.own = voice.free_text(with).is_some();
    }
}

/// The role of the person: free text if none of the options fits; empty without free text, for a line for the pen.
fn role(voice: &Voice, with: &str) -> Vec<Run> {
    let told = voice.own_run(with, Quote::Bare).map_or_else(|| voice.runs(with, Quote::Bare), |own| vec![own]);
    if document::text(&told) == "{}" { Vec::new() } else { told }
}
