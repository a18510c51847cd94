//! Selects what stays on page 1 of a block: in the order of its parts, whole parts only, never splitting a word.

use super::part::{Placement, Separator, SummaryPart};
use crate::model::paper::document::{DocumentBlock, Paragraph, Run, Widths, push};

/// A block before layout: sections that each have their own number of lines.
pub struct BlockDraft {
    pub number: u8,
    pub heading: String,
    /// Whether parts may begin a new line.
    pub new_lines: bool,
    pub sections: Vec<Section>,
}

/// Parts that share a number of lines.
pub struct Section {
    /// Comes first and always stays.
    pub lead: Vec<Run>,
    /// Separates lead and parts.
    pub dash: &'static str,
    pub parts: Vec<SummaryPart>,
    pub lines: usize,
}

/// A block on page 1, and its parts that go to page 2.
pub struct Fitted {
    pub block: DocumentBlock,
    pub over: Vec<SummaryPart>,
}

/// Whether a section ends with the hint to page 2.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hint {
    Never,
    WhenOver,
    Always,
}

/// One section and the room it has.
struct Fitter<'a> {
    section: &'a Section,
    /// Only before the first section.
    heading: &'a str,
    see_page_2: &'a str,
    widths: &'a Widths,
}

/// Lays out the block. The hint to page 2 appears once, at the end of the last line, and counts towards its length.
pub fn fit(draft: BlockDraft, see_page_2: &str, widths: &Widths) -> Fitted {
    let mut paragraphs = Vec::new();
    let mut over = Vec::new();
    let mut left = draft.sections.len();
    for section in draft.sections {
        left -= 1;
        let hint = match (left, over.is_empty()) {
            (0, true) => Hint::WhenOver,
            (0, false) => Hint::Always,
            _ => Hint::Never,
        };
        let heading = if paragraphs.is_empty() { draft.heading.as_str() } else { "" };
        let fitter = Fitter { section: &section, heading, see_page_2, widths };
        let kept = fitter.keep(hint);
        let stays: Vec<bool> =
            section.parts.iter().map(|part| kept.iter().any(|other| std::ptr::eq(*other, part))).collect();
        let hinted = left == 0 && (!over.is_empty() || stays.contains(&false));
        let new_lines = draft.new_lines && fitter.fits(&kept, hinted, Separator::Line);
        paragraphs.append(&mut fitter.paragraphs(
            &kept,
            hinted,
            if new_lines { Separator::Line } else { Separator::Space },
        ));
        for (part, stays) in section.parts.into_iter().zip(stays) {
            if !stays {
                over.push(part);
            }
        }
    }
    Fitted {
        block: DocumentBlock {
            number: Some(draft.number),
            heading: draft.heading,
            paragraphs,
            ..DocumentBlock::default()
        },
        over,
    }
}

impl<'a> Fitter<'a> {
    /// The parts that stay: all of them; or else as many from the front as fit next to those that must stay; or else
    /// only what was ticked, so that page 1 is complete by itself.
    fn keep(&self, hint: Hint) -> Vec<&'a SummaryPart> {
        let (mut all, mut short, mut ticked) = (Vec::new(), Vec::new(), Vec::new());
        for part in &self.section.parts {
            let stays = part.place == Placement::Stays;
            if stays || part.place == Placement::Free {
                all.push(part);
                if stays || !part.own {
                    short.push(part);
                }
                if !part.own {
                    ticked.push(part);
                }
            }
        }
        let over_already = all.len() < self.section.parts.len();
        if self.fits(&all, hint == Hint::Always || (hint == Hint::WhenOver && over_already), Separator::Space) {
            return all;
        }
        for (list, least) in [(all, 1), (short, 0), (ticked, 0)] {
            for count in (least..=list.len()).rev() {
                let kept = front(&list, count);
                if self.fits(&kept, hint != Hint::Never, Separator::Space) {
                    return kept;
                }
            }
        }
        Vec::new()
    }

    fn fits(&self, kept: &[&SummaryPart], hinted: bool, line: Separator) -> bool {
        let paragraphs = self.paragraphs(kept, hinted, line);
        let block = DocumentBlock { heading: self.heading.to_owned(), paragraphs, ..DocumentBlock::default() };
        block.lines(self.widths).len() <= self.section.lines
    }

    /// Whether a part directly follows another, so that both can form one sentence.
    fn is_behind(&self, part: &SummaryPart, before: &SummaryPart) -> bool {
        self.section.parts.windows(2).any(|two| two[0].key == before.key && two[1].key == part.key)
    }

    /// The paragraphs of a section. A part with another look always begins a new line.
    fn paragraphs(&self, kept: &[&SummaryPart], hinted: bool, line: Separator) -> Vec<Paragraph> {
        let mut done = Vec::new();
        let look = kept.first().map(|first| first.look).unwrap_or_default();
        let mut paragraph = Paragraph { look, runs: self.section.lead.clone() };
        let dash = if paragraph.runs.is_empty() { "" } else { self.section.dash };
        for (place, part) in kept.iter().enumerate() {
            if place > 0 && !self.is_behind(part, kept[place - 1]) {
                end_sentence(&mut paragraph.runs);
            }
            let new_line = part.look != paragraph.look || (part.joint == Separator::Line && line == Separator::Line);
            if place > 0 && new_line {
                done.push(std::mem::replace(&mut paragraph, Paragraph { look: part.look, runs: Vec::new() }));
            } else {
                let joint = match part.joint {
                    _ if place == 0 => dash,
                    Separator::Dot => " · ",
                    Separator::Space | Separator::Line => " ",
                };
                push(&mut paragraph.runs, joint);
            }
            for run in &part.runs {
                match run {
                    Run::Plain(text) => push(&mut paragraph.runs, text),
                    Run::Bold(_) | Run::Quoted(_) => paragraph.runs.push(run.clone()),
                }
            }
        }
        end_sentence(&mut paragraph.runs);
        if hinted {
            let space = if paragraph.runs.is_empty() { "" } else { " " };
            push(&mut paragraph.runs, space);
            push(&mut paragraph.runs, self.see_page_2);
        }
        done.push(paragraph);
        done
    }
}

/// Ends a sentence whose rest was left out.
fn end_sentence(runs: &mut [Run]) {
    if let Some(Run::Plain(text)) = runs.last_mut()
        && text.ends_with(',')
    {
        text.pop();
        text.push('.');
    }
}

/// The first `count` parts, and all parts that must stay.
fn front<'p>(parts: &[&'p SummaryPart], count: usize) -> Vec<&'p SummaryPart> {
    let mut kept = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        if place < count || part.place == Placement::Stays {
            kept.push(*part);
        }
    }
    kept
}
