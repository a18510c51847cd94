//! V1, the summary for the desk: twelve blocks in a fixed order, each with its own number of lines, on one A4. Page 2
//! has the whole texts that do not fit. `sheets.toml` says which ids go where; this module composes each kind of piece.

mod answer;
pub(super) mod areas;
mod first;
pub(super) mod fit;
mod page_2;
pub(super) mod part;
pub(super) mod people;
mod request;

#[cfg(test)]
mod tests;

use super::voice::{Quote, Voice};
use super::{ComposedPaper, Offered, PaperChoice, offered};
use crate::model::content::condition::Condition;
use crate::model::content::{Composed, FirstSentence, FixedSentence, Sheet, SheetBlock, SheetPiece, SummarySheet};
use crate::model::facts::Facts;
use crate::model::paper::document::{self, Document, Page, Widths};
use crate::model::privacy::audience::Medium;
use first::Top;
use fit::{BlockDraft, Fitted, Section};
use page_2::PartForPage2;
use part::{Placement, Separator, SummaryPart};

/// The sheet.
pub fn compose(facts: &Facts, choice: &PaperChoice) -> ComposedPaper {
    let mut composer = Composer::new(facts, choice);
    let (mut blocks, wanted) = composer.blocks();
    let second = page_2::compose(&composer, &wanted);
    let mut pages = Vec::new();
    let (mut left_over, mut on_page_2) = (Vec::new(), Vec::new());
    if let Some(second) = second {
        // Page 1 shows the number of pages, which is known only now.
        composer.pages = 2;
        blocks = composer.blocks().0;
        pages.push(second.page);
        left_over = second.left_over;
        on_page_2 = second.placed;
    }
    pages.insert(0, Page { blocks });
    let title = facts.catalogue.text("paper.title").to_owned();
    ComposedPaper { document: Document { title, widths: composer.widths, pages }, left_over, on_page_2 }
}

/// The resident's own sentences that fit at the top of the sheet. The option id of such a sentence is the sentence
/// itself.
pub fn own_sentences(facts: &Facts) -> Vec<String> {
    let choice = PaperChoice::default();
    let composer = Composer::new(facts, &choice);
    for block in &composer.v1.blocks {
        if let Some(sources) = sources(block) {
            let heading = heading(block);
            let top = composer.top(&heading, sources);
            return top.own_sentences().into_iter().map(str::to_owned).collect();
        }
    }
    Vec::new()
}

/// Composes the pieces of blocks, for every sheet that has blocks.
pub(super) struct Composer<'a> {
    pub voice: Voice<'a>,
    v1: &'a SummarySheet<Condition>,
    choice: &'a PaperChoice,
    pub widths: Widths,
    /// The text at the end of a block that continues elsewhere.
    pub hint: &'a str,
    /// The number of pages of the sheet.
    pages: usize,
}

/// What to expect and by when, counted from the day of a question, as separate texts.
pub fn expected(voice: &Voice, question: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in voice.sheets().v1.blocks.iter().flat_map(|block| &block.pieces) {
        match piece {
            SheetPiece::Rest(Composed::Expected(shape)) if shape.on == question => {
                request::expected(voice, shape, &mut parts);
            }
            _ => {}
        }
    }
    parts.iter().map(SummaryPart::text).collect()
}

impl<'a> Composer<'a> {
    pub fn new(facts: &'a Facts, choice: &'a PaperChoice) -> Composer<'a> {
        let v1 = &facts.catalogue.content.sheets.v1;
        let widths = Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width };
        let voice = Voice::new(facts, Medium::DeskPaper, &choice.kept);
        Composer { voice, v1, choice, widths, hint: &v1.see_page_2, pages: 1 }
    }

    /// A line for the pen.
    pub fn pen(&self) -> &'a str {
        &self.v1.pen
    }

    /// Page 1, and what goes to page 2.
    fn blocks(&self) -> (Vec<document::DocumentBlock>, Vec<PartForPage2>) {
        let mut blocks = Vec::new();
        // The story comes first, then the blocks in order.
        let (mut wanted, mut others) = (Vec::new(), Vec::new());
        for block in &self.v1.blocks {
            if block.optional && self.choice.blocks_off.contains(&block.number) {
                continue;
            }
            let fitted = self.block(block);
            self.story(block, &fitted, &mut wanted);
            for part in fitted.over {
                others.push(PartForPage2 { block: block.number, is_story: false, part });
            }
            blocks.push(fitted.block);
        }
        wanted.append(&mut others);
        (blocks, wanted)
    }

    fn block(&self, block: &SheetBlock<Condition>) -> Fitted {
        let mut sections = self.sections(block);
        if sections.iter().all(|section| section.lead.is_empty() && section.parts.is_empty()) {
            let empty = if block.pen_when_empty { &self.v1.pen } else { &self.v1.empty };
            let mut parts = Vec::new();
            part::add_text(&mut parts, "empty", empty).place = Placement::Stays;
            sections = vec![Section { lead: Vec::new(), dash: "", parts, lines: block.lines }];
        }
        let draft = BlockDraft { number: block.number, heading: heading(block), new_lines: block.new_lines, sections };
        fit::fit(draft, self.hint, &self.widths)
    }

    fn sections(&self, block: &SheetBlock<Condition>) -> Vec<Section> {
        let mut all = Vec::new();
        for piece in &block.pieces {
            if let SheetPiece::Rest(Composed::Areas(shape)) = piece {
                return areas::sections(&self.voice, block, shape);
            }
            all.append(&mut self.parts(block, piece));
        }
        vec![Section { lead: Vec::new(), dash: "", parts: all, lines: block.lines }]
    }

    pub fn parts(&self, block: &SheetBlock<Condition>, piece: &SheetPiece<Condition>) -> Vec<SummaryPart> {
        let mut parts = Vec::new();
        match piece {
            SheetPiece::Answer(piece) => answer::parts(&self.voice, piece, &mut parts),
            SheetPiece::Say(say) => self.add_fixed_sentence(block, say, &mut parts),
            SheetPiece::Rest(composed) => self.composed(block, composed, &mut parts),
        }
        parts
    }

    /// Adds a fixed sentence. Without a condition it is short, and never leaves page 1.
    fn add_fixed_sentence(
        &self,
        block: &SheetBlock<Condition>,
        say: &FixedSentence<Condition>,
        parts: &mut Vec<SummaryPart>,
    ) {
        if say.when.as_ref().is_some_and(|when| !self.voice.facts.holds(when)) {
            return;
        }
        let mut text = part::pens(&self.voice, &say.text).replace("{pages}", &self.pages.to_string());
        for (mark, sheet) in
            [("{V2}", Sheet::OwnPlan), ("{V3}", Sheet::TailoredRequest), ("{V4}", Sheet::MeetingRequest)]
        {
            let along = self.choice.sheets.contains(&sheet) && offered(self.voice.facts, sheet) == Offered::Yes;
            let word = if along { "paper.yes" } else { "paper.no" };
            text = text.replace(mark, self.voice.catalogue().text(word));
        }
        let part = part::add_text(parts, &["say.", &block.number.to_string(), ".", &say.text].concat(), &text);
        if say.when.is_none() {
            part.place = Placement::Stays;
        }
        if say.new_line {
            part.joint = Separator::Line;
        }
    }

    fn composed(&self, block: &SheetBlock<Condition>, composed: &Composed, parts: &mut Vec<SummaryPart>) {
        let voice = &self.voice;
        match composed {
            Composed::FirstSentence(sources) => self.top(&heading(block), sources).parts(parts),
            Composed::FilledIn { by, with } => first::filled_in(voice, by, with, parts),
            Composed::Strengths { most } => areas::strengths(voice, *most, parts),
            // Has its own sections.
            Composed::Areas(_) => {}
            Composed::BeginAt(shape) => areas::begin_at(voice, shape, parts),
            Composed::Household { question } => people::household(voice, question, parts),
            Composed::People(shape) => people::around(voice, shape, parts),
            Composed::Helpers(shape) => people::helpers(voice, shape, parts),
            Composed::Steady(shape) => people::steady(voice, shape, parts),
            Composed::Outcomes { most } => areas::outcomes(voice, *most, parts),
            Composed::Nearby(shape) => areas::nearby(voice, shape, parts),
            Composed::Expected(shape) => request::expected(voice, shape, parts),
            Composed::Sentences { question, page_2, most } => {
                request::sentences(voice, question, page_2, *most, parts);
            }
            Composed::FlagLines { dates } => request::flag_lines(voice, dates, parts),
            Composed::Consent(consent) => request::consent(voice, consent, parts),
            Composed::Target { text, days } => request::target(voice, text, *days, parts),
        }
    }

    fn top<'t>(&'t self, heading: &'t str, sources: &'t FirstSentence) -> Top<'t> {
        Top { voice: &self.voice, heading, widths: &self.widths, sources }
    }

    /// The whole story goes to page 2, unless the first sentence is the whole story.
    fn story(&self, block: &SheetBlock<Condition>, fitted: &Fitted, wanted: &mut Vec<PartForPage2>) {
        let Some(sources) = sources(block) else { return };
        let Some(own) = self.voice.own_run(&sources.story, Quote::Quoted) else { return };
        let first = fitted.block.paragraphs.first();
        if first.is_some_and(|first| first.runs.iter().any(|run| run.text() == own.text())) {
            return;
        }
        let mut parts = Vec::new();
        part::add(&mut parts, &sources.story, vec![own]);
        for part in parts {
            wanted.push(PartForPage2 { block: block.number, is_story: true, part });
        }
    }
}

fn heading(block: &SheetBlock<Condition>) -> String {
    [&block.heading, ":"].concat()
}

fn sources(block: &SheetBlock<Condition>) -> Option<&FirstSentence> {
    for piece in &block.pieces {
        if let SheetPiece::Rest(Composed::FirstSentence(sources)) = piece {
            return Some(sources);
        }
    }
    None
}

/// Whether another block of the sheet prints the answer to this question.
fn is_printed_elsewhere(voice: &Voice, here: &SheetBlock<Condition>, question: &str) -> bool {
    for block in &voice.sheets().v1.blocks {
        for piece in &block.pieces {
            let says = match piece {
                SheetPiece::Answer(answer) => answer.question == question,
                SheetPiece::Rest(Composed::FlagLines { dates }) => dates.iter().any(|date| date == question),
                SheetPiece::Rest(_) | SheetPiece::Say(_) => false,
            };
            if says && block.number != here.number {
                return true;
            }
        }
    }
    false
}
