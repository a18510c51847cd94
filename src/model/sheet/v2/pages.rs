//! What of a plan fits on its pages: whole pieces only, the most important first, always in the order of the sheet.

use crate::model::document::{Block, HeadingPlace, Look, Page, Paragraph, Run, Widths};
use crate::model::gap;

/// How much it matters that a piece is there.
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

/// What stands on paper as a whole or not at all.
pub struct Piece {
    pub rank: Rank,
    pub paragraphs: Vec<Paragraph>,
}

/// A heading and its pieces.
pub struct Section {
    pub heading: String,
    pub pieces: Vec<Piece>,
}

/// The measure of the pages.
pub struct Measure {
    pub widths: Widths,
    pub lines: usize,
    pub pages: usize,
    /// On top of every page but the first.
    pub head: String,
}

impl Piece {
    pub fn new(rank: Rank, text: String) -> Piece {
        Piece { rank, paragraphs: vec![Paragraph::plain(text)] }
    }

    pub fn of(rank: Rank, runs: Vec<Run>) -> Piece {
        Piece { rank, paragraphs: vec![Paragraph { look: Look::Normal, runs }] }
    }

    pub fn lines(rank: Rank, texts: Vec<String>) -> Piece {
        Piece { rank, paragraphs: texts.into_iter().map(Paragraph::plain).collect() }
    }

    fn text(&self) -> String {
        self.paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>().join(" ")
    }
}

/// A piece in the making: how long it is, alone and under its heading.
struct Measured {
    section: usize,
    piece: Piece,
    alone: usize,
    headed: usize,
    stands: bool,
}

/// Lays the sections out; what has no room comes back as texts. `left_over` says on paper how many pieces that are.
pub fn lay_out(sections: Vec<Section>, measure: &Measure, left_over: &str) -> (Vec<Page>, Vec<String>) {
    let headings: Vec<String> = sections.iter().map(|section| section.heading.clone()).collect();
    let mut all = measured(sections, measure);
    for one in &mut all {
        one.stands = true;
    }
    if count_pages(&all, measure) > measure.pages {
        choose(&mut all, measure, left_over);
    }
    let gone = all.iter().filter(|one| !one.stands).map(|one| one.piece.text()).collect();
    (pages(all, &headings, measure), gone)
}

fn measured(sections: Vec<Section>, measure: &Measure) -> Vec<Measured> {
    let mut all = Vec::new();
    for (section, Section { heading, pieces }) in sections.into_iter().enumerate() {
        for piece in pieces {
            all.push(measure_one(section, &heading, piece, measure));
        }
    }
    all
}

fn measure_one(section: usize, heading: &str, piece: Piece, measure: &Measure) -> Measured {
    let count = |heading: &str| block(heading, piece.paragraphs.clone()).lines(&measure.widths).len();
    let (alone, headed) = (count(""), count(heading));
    Measured { section, piece, alone, headed, stands: false }
}

/// The most important first, each as long as the whole of it has room; the last line says how many have none.
fn choose(all: &mut Vec<Measured>, measure: &Measure, left_over: &str) {
    let note = |gone: usize| Piece::new(Rank::Head, gap::fill(left_over, "{n}", &gone.to_string()));
    for one in all.iter_mut() {
        one.stands = false;
    }
    let last = all.last().map_or(0, |one| one.section) + 1;
    all.push(measure_one(last, "", note(all.len()), measure));
    for rank in RANKS {
        for place in 0..all.len() {
            if all[place].piece.rank == rank {
                all[place].stands = true;
                all[place].stands = count_pages(all, measure) <= measure.pages;
            }
        }
    }
    let gone = all.iter().filter(|one| !one.stands).count();
    if let Some(last) = all.last_mut() {
        last.piece = note(gone);
    }
}

/// Where each piece that stands begins a page, and whether under its heading.
fn walk(all: &[Measured], measure: &Measure, tell: &mut dyn FnMut(usize, usize, bool)) -> usize {
    let (mut page, mut taken, mut section) = (1, 0, usize::MAX);
    for (place, one) in all.iter().enumerate().filter(|(_, one)| one.stands) {
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

fn count_pages(all: &[Measured], measure: &Measure) -> usize {
    walk(all, measure, &mut |_, _, _| {})
}

fn pages(all: Vec<Measured>, headings: &[String], measure: &Measure) -> Vec<Page> {
    let mut places = Vec::new();
    walk(&all, measure, &mut |place, page, headed| places.push((place, page, headed)));
    let mut pages: Vec<Page> = Vec::new();
    let mut places = places.into_iter().peekable();
    for (index, one) in all.into_iter().enumerate() {
        let Some((_, page, headed)) = places.next_if(|(place, _, _)| *place == index) else {
            continue;
        };
        while pages.len() < page {
            let head = block("", vec![Paragraph::plain(measure.head.clone())]);
            pages.push(Page { blocks: if pages.is_empty() { Vec::new() } else { vec![head] } });
        }
        let blocks = &mut pages[page - 1].blocks;
        match blocks.last_mut() {
            Some(last) if !headed => last.paragraphs.extend(one.piece.paragraphs),
            _ => blocks.push(block(headings.get(one.section).map_or("", String::as_str), one.piece.paragraphs)),
        }
    }
    pages
}

fn block(heading: &str, paragraphs: Vec<Paragraph>) -> Block {
    Block { number: None, heading: heading.to_owned(), place: HeadingPlace::RunsIn, paragraphs, table: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(lines: usize) -> Measure {
        Measure { widths: Widths { normal: 20, large: 20, strip: 20 }, lines, pages: 2, head: "blad 2".to_owned() }
    }

    fn sections() -> Vec<Section> {
        let pieces = |rank, texts: &[&str]| texts.iter().map(|text| Piece::new(rank, (*text).to_owned())).collect();
        vec![
            Section { heading: "A:".to_owned(), pieces: pieces(Rank::More, &["een", "twee", "drie"]) },
            Section { heading: "B:".to_owned(), pieces: pieces(Rank::Goal, &["vier", "vijf"]) },
        ]
    }

    fn laid(lines: usize) -> (Vec<Vec<String>>, Vec<String>) {
        let measure = measure(lines);
        let (pages, gone) = lay_out(sections(), &measure, "nog {n}");
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
