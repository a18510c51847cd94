//! Page 2: whole texts that do not fit on page 1, and the call note. Page 1 is readable without it.

use super::Composer;
use super::part::{Placement, SummaryPart};
use crate::model::content::SummarySheet;
use crate::model::content::condition::Condition;
use crate::model::paper::document::{DocumentBlock, Page, Paragraph, ParagraphKind, Widths, push};
use crate::model::paper::{LeftOver, call_note};

/// A part for page 2, with the block it comes from.
pub struct PartForPage2 {
    pub block: u8,
    pub is_story: bool,
    pub part: SummaryPart,
}

/// Page 2, and what does not fit on it.
#[derive(Default)]
pub struct SecondPage {
    pub page: Page,
    pub left_over: Vec<LeftOver>,
    pub placed: Vec<LeftOver>,
}

/// Page 2; `None` if there is nothing to put on it.
pub fn compose(composer: &Composer, wanted: &[PartForPage2]) -> Option<SecondPage> {
    let (v1, choice, widths) = (composer.v1, composer.choice, &composer.widths);
    if wanted.is_empty() && !choice.call_note {
        return None;
    }
    let date = composer.voice.today();
    let head = plain(v1.page_2.heading.replace("{date}", &date));
    let mut texts = Vec::new();
    let mut disagree: Vec<String> = Vec::new();
    for one in wanted {
        if one.part.place == Placement::Disagree {
            disagree.push(one.part.text());
        } else {
            texts.push(one);
        }
    }
    let mut after = Vec::new();
    if !disagree.is_empty() {
        after.push(plain(disagree.join(" ")));
    }
    after.push(plain(v1.page_2.goals.clone()));
    if choice.call_note {
        after.push(call_note::strip(&composer.voice, choice));
    }
    let mut blocks = vec![head];
    let taken = count(&blocks, widths) + count(&after, widths);
    let room = v1.page_2.lines.min(v1.page_2.all_lines.saturating_sub(taken));
    let placed = place(composer, &texts, room);
    let mut second = SecondPage::default();
    for (one, here) in texts.iter().zip(&placed) {
        let told = LeftOver { key: one.part.key.clone(), block: one.block, text: one.part.text() };
        let list = if *here { &mut second.placed } else { &mut second.left_over };
        list.push(told);
    }
    blocks.append(&mut middle(v1, &texts, &placed));
    blocks.append(&mut after);
    second.page.blocks = blocks;
    Some(second)
}

fn plain(text: String) -> DocumentBlock {
    DocumentBlock::of("", ParagraphKind::Normal, vec![text])
}

fn count(blocks: &[DocumentBlock], widths: &Widths) -> usize {
    blocks.iter().map(|block| block.lines(widths).len()).sum()
}

/// Whether each text fits: first those the resident chose, then the others, as long as the whole text fits.
fn place(composer: &Composer, texts: &[&PartForPage2], room: usize) -> Vec<bool> {
    // Texts of one block share a paragraph; no text changes the lines of another block.
    let mut placed = vec![false; texts.len()];
    for chosen in [true, false] {
        for (index, one) in texts.iter().enumerate() {
            if composer.choice.goes_along.contains(&one.part.key) == chosen {
                placed[index] = true;
                placed[index] = count(&middle(composer.v1, texts, &placed), &composer.widths) <= room;
            }
        }
    }
    placed
}

/// The story, then “Bij blok 3:” with its parts, in the order of the sheet.
fn middle(v1: &SummarySheet<Condition>, texts: &[&PartForPage2], placed: &[bool]) -> Vec<DocumentBlock> {
    let mut blocks: Vec<DocumentBlock> = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut last: Option<&PartForPage2> = None;
    for (one, here) in texts.iter().zip(placed) {
        if !here {
            continue;
        }
        let same = last.filter(|last| last.block == one.block && last.is_story == one.is_story);
        if same.is_none() {
            finish(&mut blocks, &mut paragraph);
            let heading = if one.is_story {
                [&v1.page_2.story, ":"].concat()
            } else {
                v1.page_2.more.replace("{}", &one.block.to_string())
            };
            blocks.push(DocumentBlock { heading, ..DocumentBlock::default() });
        } else {
            push(&mut paragraph.runs, " ");
        }
        if !one.part.about.is_empty() && same.is_none_or(|last| last.part.about != one.part.about) {
            push(&mut paragraph.runs, &[&one.part.about, " – "].concat());
        }
        paragraph.runs.extend_from_slice(&one.part.runs);
        last = Some(one);
    }
    finish(&mut blocks, &mut paragraph);
    blocks
}

/// Moves the collected paragraph into the last block.
fn finish(blocks: &mut [DocumentBlock], paragraph: &mut Paragraph) {
    if let Some(last) = blocks.last_mut() {
        last.paragraphs.push(Paragraph { look: ParagraphKind::Normal, runs: std::mem::take(&mut paragraph.runs) });
    }
}
