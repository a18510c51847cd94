//! What of a block stays on page 1: by the order of its parts, whole parts only, never a word cut.

use super::part::{Joint, Part, Place};
use crate::model::document::{Block, Paragraph, Run, Widths};

/// A block on its way to paper: sections that each have lines of their own.
pub struct Draft {
    pub number: u8,
    pub heading: String,
    /// Parts may begin a new line.
    pub new_lines: bool,
    pub sections: Vec<Section>,
}

/// Parts that share a number of lines.
pub struct Section {
    /// Stands first and stays whatever happens.
    pub lead: Vec<Run>,
    /// Between lead and parts.
    pub dash: String,
    pub parts: Vec<Part>,
    pub lines: usize,
}

/// A block on page 1, and what of it goes to page 2.
pub struct Fitted {
    pub block: Block,
    pub over: Vec<Part>,
}

/// Whether a section ends with the hint to page 2.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hint {
    Never,
    WhenOver,
    Always,
}

struct Fitter<'a> {
    draft: &'a Draft,
    see_page_2: &'a str,
    widths: &'a Widths,
}

/// Lays the block. The hint to page 2 stands once, at the end of its last line, and counts there.
pub fn fit(draft: &Draft, see_page_2: &str, widths: &Widths) -> Fitted {
    let fitter = Fitter { draft, see_page_2, widths };
    let last = draft.sections.len().saturating_sub(1);
    let mut paragraphs = Vec::new();
    let mut over = Vec::new();
    for (index, section) in draft.sections.iter().enumerate() {
        let hint = match (index == last, over.is_empty()) {
            (false, _) => Hint::Never,
            (true, true) => Hint::WhenOver,
            (true, false) => Hint::Always,
        };
        let kept = fitter.keep(index, section, hint);
        let gone = section.parts.iter().filter(|part| !kept.contains(part));
        over.extend(gone.cloned());
        let hinted = index == last && !over.is_empty();
        paragraphs.extend(fitter.lay(section, &kept, hinted, fitter.new_lines(index, section, &kept, hinted)));
    }
    let block = Block { number: Some(draft.number), heading: draft.heading.clone(), paragraphs, ..Block::default() };
    Fitted { block, over }
}

impl Fitter<'_> {
    /// The parts that stay: all of them; else as many from the front as fit beside those that stay whatever comes; else
    /// what was ticked, so that page 1 can be read by itself.
    fn keep<'p>(&self, index: usize, section: &'p Section, hint: Hint) -> Vec<&'p Part> {
        let here = |part: &&Part| matches!(part.place, Place::Free | Place::Stays);
        let parts: Vec<&Part> = section.parts.iter().filter(here).collect();
        let over_already = parts.len() < section.parts.len();
        let hinted = hint == Hint::Always || (hint == Hint::WhenOver && over_already);
        if self.fits(index, section, &parts, hinted) {
            return parts;
        }
        let hinted = hint != Hint::Never;
        let fits = |kept: &Vec<&Part>| self.fits(index, section, kept, hinted);
        if let Some(kept) = (1..parts.len()).rev().map(|count| front(&parts, count)).find(fits) {
            return kept;
        }
        let short = |part: &&Part| !part.own || part.place == Place::Stays;
        let short: Vec<&Part> = parts.iter().copied().filter(short).collect();
        let ticked: Vec<&Part> = parts.iter().copied().filter(|part| !part.own).collect();
        let fallbacks = [short, ticked];
        let mut kept = fallbacks.iter().flat_map(|list| (0..=list.len()).rev().map(|count| front(list, count)));
        kept.find(fits).unwrap_or_default()
    }

    fn fits(&self, index: usize, section: &Section, kept: &[&Part], hinted: bool) -> bool {
        self.count(index, section, kept, hinted, Joint::Space) <= section.lines
    }

    /// New lines as long as they fit.
    fn new_lines(&self, index: usize, section: &Section, kept: &[&Part], hinted: bool) -> Joint {
        let fits = self.count(index, section, kept, hinted, Joint::Line) <= section.lines;
        if self.draft.new_lines && fits { Joint::Line } else { Joint::Space }
    }

    fn count(&self, index: usize, section: &Section, kept: &[&Part], hinted: bool, line: Joint) -> usize {
        let block = Block {
            heading: if index == 0 { self.draft.heading.clone() } else { String::new() },
            paragraphs: self.lay(section, kept, hinted, line),
            ..Block::default()
        };
        block.lines(self.widths).len()
    }

    /// The paragraphs of a section. A part of another look begins a new line in any case.
    fn lay(&self, section: &Section, kept: &[&Part], hinted: bool, line: Joint) -> Vec<Paragraph> {
        let mut paragraphs = vec![Paragraph::default()];
        if let Some(first) = kept.first() {
            paragraphs[0].look = first.look;
        }
        paragraphs[0].runs.clone_from(&section.lead);
        if !section.lead.is_empty() && !kept.is_empty() {
            push(&mut paragraphs, Run::Plain(section.dash.clone()));
        }
        for (place, part) in kept.iter().enumerate() {
            let new_look = paragraphs.last().is_some_and(|last| last.look != part.look);
            match part.joint {
                _ if place == 0 => {}
                _ if new_look => paragraphs.push(Paragraph { look: part.look, runs: Vec::new() }),
                Joint::Line if line == Joint::Line => paragraphs.push(Paragraph::default()),
                Joint::Dot => push(&mut paragraphs, Run::Plain(" · ".to_owned())),
                Joint::Space | Joint::Line => push(&mut paragraphs, Run::Plain(" ".to_owned())),
            }
            for run in &part.runs {
                push(&mut paragraphs, run.clone());
            }
        }
        if hinted {
            let space = if paragraphs.last().is_some_and(|last| last.runs.is_empty()) { "" } else { " " };
            push(&mut paragraphs, Run::Plain(format!("{space}{}", self.see_page_2)));
        }
        paragraphs
    }
}

/// The first `count` parts, and those that stay whatever comes before them.
fn front<'p>(parts: &[&'p Part], count: usize) -> Vec<&'p Part> {
    let stays = |(place, part): &(usize, &&Part)| *place < count || part.place == Place::Stays;
    parts.iter().enumerate().filter(stays).map(|(_, part)| *part).collect()
}

/// Adds a run to the last paragraph; plain text grows together.
fn push(paragraphs: &mut [Paragraph], run: Run) {
    let Some(last) = paragraphs.last_mut() else {
        return;
    };
    if let (Some(Run::Plain(before)), Run::Plain(after)) = (last.runs.last_mut(), &run) {
        before.push_str(after);
        return;
    }
    last.runs.push(run);
}
