//! Scores from 0 to 10 that the resident gives each result, at the start and at each review. Never a score for a person.

use litemap::LiteMap;

/// The highest score: it goes very well.
pub const HIGHEST: u8 = 10;

/// Scores by result (the id of its life area) and moment: 0 is the start, then the number of the review.
pub type Scores = LiteMap<String, LiteMap<u8, u8>>;

/// The scores of one result in order of time, as pairs of moment and score.
pub fn over_time(marks: &Scores, result: &str) -> Vec<(u8, u8)> {
    let marks = marks.get(&result.to_owned()).into_iter().flat_map(LiteMap::iter);
    marks.map(|(moment, mark)| (*moment, *mark)).collect()
}
