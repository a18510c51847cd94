//! Page 2: whole texts that page 1 has no room for, and the call note. Page 1 can be read without it.

use super::part::{Part, Place};
use crate::model::condition::Condition;
use crate::model::content::V1;
use crate::model::deadlines;
use crate::model::document::{Block, Look, Page, Paragraph, Run, Widths};
use crate::model::gap;
use crate::model::set::Set;
use crate::model::sheet::call_note;
use crate::model::sheet::voice::Voice;
use crate::model::sheet::{LeftOver, PaperChoice};

/// What wants to be on page 2: the block it comes from (none for the story) and the part.
pub struct Wanted {
    pub block: u8,
    pub is_story: bool,
    pub part: Part,
}

/// Page 2, and what it has no room for.
pub struct Second {
    pub page: Page,
    pub left_over: Vec<LeftOver>,
    pub placed: Vec<LeftOver>,
}

/// Page 2, if anything goes there.
pub fn compose(
    voice: &Voice,
    v1: &V1<Condition>,
    choice: &PaperChoice,
    widths: &Widths,
    wanted: &[Wanted],
) -> Option<Second> {
    if wanted.is_empty() && !choice.call_note {
        return None;
    }
    let (disagree, texts): (Vec<&Wanted>, Vec<&Wanted>) =
        wanted.iter().partition(|wanted| wanted.part.place == Place::Disagree);
    let before = vec![head(voice, v1)];
    let mut after = Vec::new();
    if !disagree.is_empty() {
        after.push(plain(disagree.iter().map(|wanted| wanted.part.text()).collect::<Vec<_>>().join(" ")));
    }
    after.push(plain(v1.page_2.goals.clone()));
    if choice.call_note {
        after.push(call_note::strip(voice, v1, choice));
    }
    let taken = count(&before, widths) + count(&after, widths);
    let room = v1.page_2.lines.min(v1.page_2.all_lines.saturating_sub(taken));
    let placed = place(v1, widths, choice, &texts, room);
    let middle = blocks(v1, &texts, &placed);
    let page = Page { blocks: before.into_iter().chain(middle).chain(after).collect() };
    let (here, gone): (Vec<usize>, Vec<usize>) = (0..texts.len()).partition(|index| placed.contains(index));
    let told = |indices: Vec<usize>| indices.into_iter().map(|index| left_over(texts[index])).collect();
    Some(Second { page, left_over: told(gone), placed: told(here) })
}

fn left_over(wanted: &Wanted) -> LeftOver {
    LeftOver { key: wanted.part.key.clone(), block: wanted.block, text: wanted.part.text() }
}

fn head(voice: &Voice, v1: &V1<Condition>) -> Block {
    let date = deadlines::in_words(voice.facts.today, &voice.sheets().months);
    plain(gap::fill(&v1.page_2.heading, "{date}", &date))
}

fn plain(text: String) -> Block {
    Block { paragraphs: vec![Paragraph::plain(text)], ..Block::default() }
}

fn count(blocks: &[Block], widths: &Widths) -> usize {
    blocks.iter().map(|block| block.lines(widths).len()).sum()
}

/// Which texts fit: first those the resident chose, then the others, each as long as there is room for the whole of it.
fn place(v1: &V1<Condition>, widths: &Widths, choice: &PaperChoice, texts: &[&Wanted], room: usize) -> Set<usize> {
    let is_chosen = |index: &usize| choice.goes_along.contains(&texts[*index].part.key);
    let (chosen, others): (Vec<usize>, Vec<usize>) = (0..texts.len()).partition(is_chosen);
    // Texts of one block run on; no text changes the lines of another block.
    // They come in the order of the sheet, so that what is placed stands in that order too.
    let mut placed = Set::default();
    let taken = |placed: &Set<usize>| count(&blocks(v1, texts, placed), widths);
    for index in chosen.into_iter().chain(others) {
        placed.insert(index);
        if taken(&placed) > room {
            placed.remove(&index);
        }
    }
    placed
}

/// The story, then “Bij blok 3:” with its parts.
fn blocks(v1: &V1<Condition>, texts: &[&Wanted], placed: &Set<usize>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Option<&Wanted> = None;
    for wanted in placed.iter().map(|index| texts[*index]) {
        let goes_on = last.is_some_and(|last| last.block == wanted.block && last.is_story == wanted.is_story);
        if !goes_on {
            blocks.push(begin(v1, wanted));
        }
        let about_known = goes_on && last.is_some_and(|last| last.part.about == wanted.part.about);
        if let Some(paragraph) = blocks.last_mut().and_then(|block| block.paragraphs.last_mut()) {
            if goes_on {
                paragraph.runs.push(Run::Plain(" ".to_owned()));
            }
            if !about_known && !wanted.part.about.is_empty() {
                paragraph.runs.push(Run::Plain(format!("{} – ", wanted.part.about)));
            }
            paragraph.runs.extend(wanted.part.runs.iter().cloned());
        }
        last = Some(wanted);
    }
    blocks
}

fn begin(v1: &V1<Condition>, wanted: &Wanted) -> Block {
    let heading = if wanted.is_story {
        format!("{}:", v1.page_2.story)
    } else {
        gap::fill(&v1.page_2.more, "{}", &wanted.block.to_string())
    };
    Block { heading, paragraphs: vec![Paragraph { look: Look::Normal, runs: Vec::new() }], ..Block::default() }
}
