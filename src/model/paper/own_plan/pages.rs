//! Layout of a plan on its pages: whole pieces only, the most important first, always in the order of the sheet.

use crate::model::content::Field;
use crate::model::paper::document::{DocumentBlock, Page, Paragraph, ParagraphKind, Run, Widths};
use crate::model::paper::plan_voice::PlanVoice;

/// The importance of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Head,
    Goal,
    LookingBack,
    Demand,
    Agreement,
    OwnLadder,
    Around,
    Wish,
    More,
}

const RANKS: [Rank; 9] = [
    Rank::Head,
    Rank::Goal,
    Rank::LookingBack,
    Rank::Demand,
    Rank::Agreement,
    Rank::OwnLadder,
    Rank::Around,
    Rank::Wish,
    Rank::More,
];

/// The sections of a sheet in order, before layout. A section without pieces is not shown.
#[derive(Default)]
pub struct OwnPlanDraft {
    /// The heading of the current section.
    heading: String,
    section: usize,
    pieces: Vec<OwnPlanPiece>,
}

/// A piece that is printed as a whole or not at all.
struct OwnPlanPiece {
    section: usize,
    /// The heading of its section.
    heading: String,
    rank: Rank,
    paragraphs: Vec<Paragraph>,
    /// The number of lines without its heading, and with it.
    alone: usize,
    headed: usize,
    stands: bool,
}

/// The size of the pages.
pub struct PageMeasure {
    pub widths: Widths,
    pub lines: usize,
    pub pages: usize,
    /// The first line of every page but the first.
    pub head: String,
}

impl OwnPlanDraft {
    /// Begins a section: its heading from the content, with a colon, is followed by text on the same line.
    pub fn section(&mut self, voice: &PlanVoice, heading: &str) {
        self.begin([voice.text(heading), ":"].concat());
    }

    fn begin(&mut self, heading: String) {
        self.heading = heading;
        self.section += 1;
    }

    /// Adds a piece.
    pub fn add(&mut self, rank: Rank, runs: Vec<Run>) {
        self.pieces.push(OwnPlanPiece {
            section: self.section,
            heading: self.heading.clone(),
            rank,
            paragraphs: vec![Paragraph { look: ParagraphKind::Normal, runs }],
            alone: 0,
            headed: 0,
            stands: true,
        });
    }

    /// Adds a piece of plain text, unless it is empty.
    pub fn add_text(&mut self, rank: Rank, text: String) {
        if !text.is_empty() {
            self.add(rank, vec![Run::Plain(text)]);
        }
    }

    /// Adds a piece of free text, if it is allowed here.
    pub fn add_free_text(&mut self, voice: &PlanVoice, rank: Rank, field: Field, part: u32, text: &str) {
        self.add_text(rank, voice.free_text(field, part, text).unwrap_or_default());
    }

    /// Adds a line to the last piece.
    pub fn also(&mut self, text: String) {
        if let Some(last) = self.pieces.last_mut().filter(|_| !text.is_empty()) {
            last.paragraphs.push(Paragraph::plain(text));
        }
    }
}

/// Lays the sections out on pages, and returns the texts that do not fit. `left_over` prints the number of those
/// pieces.
pub fn lay_out(mut draft: OwnPlanDraft, measure: &PageMeasure, left_over: &str) -> (Vec<Page>, Vec<String>) {
    for piece in &mut draft.pieces {
        measure_one(piece, measure);
    }
    if count_pages(&draft.pieces, measure) > measure.pages {
        choose(&mut draft, measure, left_over);
    }
    let mut gone = Vec::new();
    for piece in &draft.pieces {
        if !piece.stands {
            let texts: Vec<String> = piece.paragraphs.iter().map(Paragraph::text).collect();
            gone.push(texts.join(" "));
        }
    }
    (pages(draft.pieces, measure), gone)
}

fn measure_one(piece: &mut OwnPlanPiece, measure: &PageMeasure) {
    let mut block = block(String::new(), std::mem::take(&mut piece.paragraphs));
    piece.alone = block.lines(&measure.widths).len();
    block.heading.clone_from(&piece.heading);
    piece.headed = block.lines(&measure.widths).len();
    piece.paragraphs = block.paragraphs;
}

/// Selects pieces, the most important first, each if it fits as a whole; the last line prints how many do not fit.
fn choose(draft: &mut OwnPlanDraft, measure: &PageMeasure, left_over: &str) {
    let note = |gone: usize| left_over.replace("{n}", &gone.to_string());
    let count = draft.pieces.len();
    draft.begin(String::new());
    draft.add_text(Rank::Head, note(count));
    let all = &mut draft.pieces;
    for one in all.iter_mut() {
        one.stands = false;
    }
    if let Some(last) = all.last_mut() {
        measure_one(last, measure);
    }
    for rank in RANKS {
        for place in 0..all.len() {
            if all[place].rank == rank {
                all[place].stands = true;
                all[place].stands = count_pages(all, measure) <= measure.pages;
            }
        }
    }
    let gone = all.iter().filter(|one| !one.stands).count();
    if let Some(last) = all.last_mut() {
        last.paragraphs = vec![Paragraph::plain(note(gone))];
    }
}

/// Calls `tell` for each selected piece with its page, and whether it has a heading there. Returns the number of pages.
fn walk(all: &[OwnPlanPiece], measure: &PageMeasure, tell: &mut dyn FnMut(usize, usize, bool)) -> usize {
    let (mut page, mut taken, mut section) = (1, 0, usize::MAX);
    for (place, one) in all.iter().enumerate() {
        if !one.stands {
            continue;
        }
        let headed = one.section != section;
        let lines = if headed { one.headed } else { one.alone };
        let breaks = taken + lines > measure.lines;
        if breaks {
            page += 1;
            taken = 1;
        }
        taken += if breaks { one.headed } else { lines };
        section = one.section;
        tell(place, page, headed || breaks);
    }
    page
}

fn count_pages(all: &[OwnPlanPiece], measure: &PageMeasure) -> usize {
    walk(all, measure, &mut |_, _, _| {})
}

fn pages(mut all: Vec<OwnPlanPiece>, measure: &PageMeasure) -> Vec<Page> {
    let mut places = Vec::new();
    walk(&all, measure, &mut |place, page, headed| places.push((place, page, headed)));
    let mut pages: Vec<Page> = Vec::new();
    for (place, page, headed) in places {
        let one = &mut all[place];
        let mut paragraphs = std::mem::take(&mut one.paragraphs);
        while pages.len() < page {
            let head = block(String::new(), vec![Paragraph::plain(measure.head.clone())]);
            pages.push(Page { blocks: if pages.is_empty() { Vec::new() } else { vec![head] } });
        }
        let blocks = &mut pages[page - 1].blocks;
        match blocks.last_mut() {
            Some(last) if !headed => last.paragraphs.append(&mut paragraphs),
            _ => blocks.push(block(one.heading.clone(), paragraphs)),
        }
    }
    pages
}

fn block(heading: String, paragraphs: Vec<Paragraph>) -> DocumentBlock {
    DocumentBlock { heading, paragraphs, ..DocumentBlock::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(lines: usize) -> PageMeasure {
        PageMeasure { widths: Widths { normal: 20, large: 20, strip: 20 }, lines, pages: 2, head: "blad 2".to_owned() }
    }

    fn draft() -> OwnPlanDraft {
        let mut draft = OwnPlanDraft::default();
        let sections = [("A:", Rank::More, &["een", "twee", "drie"][..]), ("B:", Rank::Goal, &["vier", "vijf"])];
        for (heading, rank, texts) in sections {
            draft.begin(heading.to_owned());
            for text in texts {
                draft.add_text(rank, (*text).to_owned());
            }
        }
        draft
    }

    fn laid(lines: usize) -> (Vec<Vec<String>>, Vec<String>) {
        let measure = measure(lines);
        let (pages, gone) = lay_out(draft(), &measure, "nog {n}");
        (pages.iter().map(|page| page.lines(&measure.widths)).collect(), gone)
    }

    #[test]
    fn a_section_goes_on_over_the_page_under_its_heading() {
        let (pages, gone) = laid(4);
        assert_eq!(pages, [vec!["A: een", "twee", "drie", "B: vier"], vec!["blad 2", "B: vijf"]]);
        assert!(gone.is_empty());
        assert_eq!(laid(5).0.len(), 1);
    }

    #[test]
    fn what_matters_less_has_no_room_and_paper_says_so() {
        let (pages, gone) = laid(2);
        assert_eq!(pages, [vec!["B: vier", "vijf"], vec!["blad 2", "nog 3"]]);
        assert_eq!(gone, ["een", "twee", "drie"]);
    }
}
