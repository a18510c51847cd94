//! V1, the summary for the desk: twelve blocks in a fixed order, each with lines of its own, on one A4. Page 2 holds
//! whole texts that have no room. Which ids stand where, says `sheets.toml`; this composes each kind of piece.

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

use super::audience::Medium;
use super::voice::{Quote, Voice};
use super::{Paper, PaperChoice};
use crate::model::condition::Condition;
use crate::model::content::{Block, Composed, Piece, Say, V1};
use crate::model::document::{self, Document, Page, Run, Widths};
use crate::model::facts::Facts;
use first::Sources;
use fit::{Draft, Fitted, Section};
use page_2::Wanted;
use part::{Part, Place};

/// The sheet.
pub fn compose(facts: &Facts, choice: &PaperChoice) -> Paper {
    let composer = Composer::new(facts, choice);
    let (blocks, wanted) = composer.blocks(1);
    let widths = composer.widths;
    let second = page_2::compose(&composer.voice, composer.v1, choice, &widths, &wanted);
    // The foot says of how many pages, so that it is known only now.
    let blocks = if second.is_some() { composer.with_foot(blocks, 2) } else { blocks };
    let mut pages = vec![Page { blocks }];
    let (left_over, on_page_2) = second.map_or_else(Default::default, |second| {
        pages.push(second.page);
        (second.left_over, second.placed)
    });
    let title = facts.catalogue.text("paper.title").to_owned();
    Paper { document: Document { title, widths, pages }, left_over, on_page_2 }
}

/// The own sentences that fit on top of the sheet. The id of the option of such a sentence is the sentence itself.
pub fn own_sentences(facts: &Facts) -> Vec<String> {
    let choice = PaperChoice::default();
    let composer = Composer::new(facts, &choice);
    let pieces = composer.v1.blocks.iter().flat_map(|block| block.pieces.iter().map(move |piece| (block, piece)));
    let mut lists = pieces.filter_map(|(block, piece)| {
        let sources = sources(piece)?;
        Some(first::own_sentences(&composer.voice, &heading(block), &composer.widths, &sources))
    });
    lists.next().unwrap_or_default()
}

/// Puts the pieces of blocks together, on whichever sheet these stand.
pub(super) struct Composer<'a> {
    pub voice: Voice<'a>,
    v1: &'a V1<Condition>,
    choice: &'a PaperChoice,
    pub widths: Widths,
    /// Said at the end of a block of which something does not stand on this page.
    pub hint: &'a str,
}

/// What may be expected by when from the day of a question on, each on its own.
pub fn expected(voice: &Voice, question: &str) -> Vec<String> {
    let pieces = voice.sheets().v1.blocks.iter().flat_map(|block| &block.pieces);
    let parts = pieces.flat_map(|piece| match piece {
        Piece::Rest(Composed::Expected { on, money_areas, other_areas, talk, outcome }) if on == question => {
            request::expected(voice, &request::Expecting { on, money_areas, other_areas, talk, outcome })
        }
        _ => Vec::new(),
    });
    parts.map(|part| part.text()).collect()
}

impl<'a> Composer<'a> {
    pub fn new(facts: &'a Facts, choice: &'a PaperChoice) -> Composer<'a> {
        let v1 = &facts.catalogue.content.sheets.v1;
        let widths = Widths { normal: v1.width, large: v1.first_width, strip: v1.page_2.call_width };
        let voice = Voice::new(facts, Medium::DeskPaper, &choice.kept);
        Composer { voice, v1, choice, widths, hint: &v1.see_page_2 }
    }

    /// A line for the pen.
    pub fn pen(&self) -> &'a str {
        &self.v1.pen
    }

    /// Page 1, and what goes to page 2.
    fn blocks(&self, pages: usize) -> (Vec<document::Block>, Vec<Wanted>) {
        let mut blocks = Vec::new();
        // The story comes first, then the blocks in their order.
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut stories = 0;
        for block in &self.v1.blocks {
            if block.optional && self.choice.blocks_off.contains(&block.number) {
                continue;
            }
            let fitted = self.block(block, pages);
            if let Some(story) = self.story(block, &fitted) {
                wanted.insert(stories, story);
                stories += 1;
            }
            let over = fitted.over.into_iter();
            wanted.extend(over.map(|part| Wanted { block: block.number, is_story: false, part }));
            blocks.push(fitted.block);
        }
        (blocks, wanted)
    }

    /// The same blocks with another number of pages in the foot.
    fn with_foot(&self, blocks: Vec<document::Block>, pages: usize) -> Vec<document::Block> {
        let has_foot = |block: &&Block<Condition>| block.pieces.contains(&Piece::Rest(Composed::Foot));
        let of = |number: Option<u8>| self.v1.blocks.iter().find(|block| Some(block.number) == number);
        let again = |block: document::Block| match of(block.number).filter(has_foot) {
            Some(shape) => self.block(shape, pages).block,
            None => block,
        };
        blocks.into_iter().map(again).collect()
    }

    fn block(&self, block: &Block<Condition>, pages: usize) -> Fitted {
        let mut draft = Draft {
            number: block.number,
            heading: heading(block),
            new_lines: block.new_lines,
            sections: self.sections(block, pages),
        };
        let is_empty = |section: &Section| section.lead.is_empty() && section.parts.is_empty();
        if draft.sections.iter().all(is_empty) {
            let empty = if block.pen_when_empty { &self.v1.pen } else { &self.v1.empty };
            let part = Part::new("empty", vec![Run::Plain(empty.clone())]);
            draft.sections = vec![one_section(block, vec![part.placed(Place::Stays)])];
        }
        fit::fit(&draft, self.hint, &self.widths)
    }

    fn sections(&self, block: &Block<Condition>, pages: usize) -> Vec<Section> {
        let shape = block.pieces.iter().find_map(per_area);
        if let Some(shape) = shape {
            return areas::sections(&self.voice, self.v1, block, &shape);
        }
        let parts = block.pieces.iter().flat_map(|piece| self.parts(block, piece, pages));
        vec![one_section(block, parts.collect())]
    }

    pub fn parts(&self, block: &Block<Condition>, piece: &Piece<Condition>, pages: usize) -> Vec<Part> {
        match piece {
            Piece::Answer(piece) => answer::parts(&self.voice, self.v1, piece),
            Piece::Say(say) => self.say(block, say).into_iter().collect(),
            Piece::Rest(composed) => self.composed(block, composed, pages),
        }
    }

    /// A sentence without a condition is short and fixed, and never leaves page 1.
    fn say(&self, block: &Block<Condition>, say: &Say<Condition>) -> Option<Part> {
        let holds = say.when.as_ref().is_none_or(|when| self.voice.facts.holds(when));
        let text = part::pens(&say.text, self.v1);
        let part = Part::new(format!("say.{}.{}", block.number, say.text), vec![Run::Plain(text)]);
        let place = match (say.page_2, &say.when) {
            (true, _) => Place::Page2,
            (false, None) => Place::Stays,
            (false, Some(_)) => Place::Free,
        };
        holds.then(|| part.placed(place))
    }

    fn composed(&self, block: &Block<Condition>, composed: &Composed, pages: usize) -> Vec<Part> {
        let voice = &self.voice;
        match composed {
            Composed::FirstSentence { chosen, story, goal, areas, longest } => {
                let sources = Sources { chosen, story, goal, areas, longest: *longest };
                first::sentence(voice, self.v1, &heading(block), &self.widths, &sources)
            }
            Composed::FilledIn { by, with } => first::filled_in(voice, self.v1, by, with),
            Composed::Strengths { most } => areas::strengths(voice, *most),
            // Has sections of its own.
            Composed::Areas { .. } => Vec::new(),
            Composed::Cause { question, text } => areas::causes(voice, question, text),
            Composed::BeginAt { start, better, alone, one, many } => {
                areas::begin_at(voice, start, better, &areas::BeginTexts { alone, one, many })
            }
            Composed::Household { question } => people::household(voice, question),
            Composed::People { .. } => around(composed).map_or_else(Vec::new, |shape| people::around(voice, &shape)),
            Composed::Helpers { question, text, most, fits } => people::helpers(voice, question, text, *most, fits),
            Composed::Steady { helpers, text, wish, wish_text } => {
                people::steady(voice, helpers, text, wish, wish_text)
            }
            Composed::Outcomes { most } => areas::outcomes(voice, *most),
            Composed::Nearby { most, look_option, try_option, with, look, look_alone } => {
                let texts = areas::NearbyTexts { look_option, try_option, with, look, look_alone };
                areas::nearby(voice, *most, &texts)
            }
            Composed::Report(report) => request::report(voice, self.v1, report),
            Composed::Expected { on, money_areas, other_areas, talk, outcome } => {
                request::expected(voice, &request::Expecting { on, money_areas, other_areas, talk, outcome })
            }
            Composed::Sentences { question, page_2, most } => {
                request::sentences(voice, self.v1, question, page_2, *most)
            }
            Composed::FlagLines { dates } => request::flag_lines(voice, dates),
            Composed::Consents { keep, keep_yes, keep_no, talk, circle, circle_text } => {
                let shape = request::Consenting { keep, keep_yes, keep_no, talk, circle, circle_text };
                request::consents(voice, self.v1, &shape)
            }
            Composed::Target { text, days } => request::target(voice, text, *days),
            Composed::Enclosed { text } => request::enclosed(voice, self.v1, self.choice, text),
            Composed::Foot => request::foot(self.v1, pages),
        }
    }

    /// The whole story goes to page 2 unless all of it is the first sentence.
    fn story(&self, block: &Block<Condition>, fitted: &Fitted) -> Option<Wanted> {
        let sources = block.pieces.iter().find_map(sources)?;
        let own = self.voice.own_run(sources.story, Quote::Quoted)?;
        let first = fitted.block.paragraphs.first();
        let is_first = first.is_some_and(|first| first.runs.iter().any(|run| run.text() == own.text()));
        let part = Part::new(sources.story, vec![own]);
        (!is_first).then_some(Wanted { block: block.number, is_story: true, part })
    }
}

fn heading(block: &Block<Condition>) -> String {
    format!("{}:", block.heading)
}

fn one_section(block: &Block<Condition>, parts: Vec<Part>) -> Section {
    Section { lead: Vec::new(), dash: String::new(), parts, lines: block.lines }
}

fn sources(piece: &Piece<Condition>) -> Option<Sources<'_>> {
    match piece {
        Piece::Rest(Composed::FirstSentence { chosen, story, goal, areas, longest }) => {
            Some(Sources { chosen, story, goal, areas, longest: *longest })
        }
        _ => None,
    }
}

fn per_area(piece: &Piece<Condition>) -> Option<areas::PerArea<'_>> {
    match piece {
        Piece::Rest(Composed::Areas { most, lines_each, situations, severity, severity_text }) => {
            Some(areas::PerArea {
                most: *most,
                lines_each: *lines_each,
                situations: *situations,
                severity,
                severity_text,
            })
        }
        _ => None,
    }
}

fn around(composed: &Composed) -> Option<people::Around<'_>> {
    match composed {
        Composed::People {
            question,
            text,
            most,
            experience,
            experience_yes,
            experience_role,
            experience_alone,
            nobody_question,
            nobody,
        } => Some(people::Around {
            question,
            text,
            most: *most,
            experience,
            experience_yes,
            experience_role,
            experience_alone,
            nobody_question,
            nobody,
        }),
        _ => None,
    }
}

/// Whether another block of the sheet says the answer to this question.
fn is_said_elsewhere(v1: &V1<Condition>, here: &Block<Condition>, question: &str) -> bool {
    let others = v1.blocks.iter().filter(|block| block.number != here.number);
    others.flat_map(|block| &block.pieces).any(|piece| match piece {
        Piece::Answer(answer) => answer.question == question,
        Piece::Rest(Composed::FlagLines { dates }) => dates.iter().any(|date| date == question),
        Piece::Rest(_) | Piece::Say(_) => false,
    })
}
