//! Words that must not appear inside a sentence elsewhere: places and numbers of the safety routes, and names of feared
//! people. `plan` gathers them.

use std::collections::BTreeSet;

use litemap::LiteMap;

use crate::model::plan::PersonId;

/// What the rest of the app needs from a plan: words to look for wherever free text goes out, people to call “de
/// ander”, and the scores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden {
    pub feared: BTreeSet<PersonId>,
    /// Names of the people the resident is afraid of.
    pub names: Vec<String>,
    /// Places of the safety routes.
    pub places: Vec<String>,
    /// Unusual words of these places, and names of the contacts on a safety card: allowed elsewhere once the resident
    /// says so.
    pub place_words: Vec<String>,
    /// The last seven digits of every personal telephone number in the plan, as one dials it within a town.
    pub numbers: Vec<String>,
    /// The score of each result at the start, which the summary shows as well.
    pub marks: LiteMap<String, u8>,
}
