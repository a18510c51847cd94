//! Checks that every question is asked somewhere.

use std::collections::BTreeSet;

use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use crate::model::catalogue::{Asked, Catalogue, Origin};
use crate::model::content::Ask;

/// Everything that the screens ask.
#[derive(Default)]
struct Asks<'a> {
    questions: BTreeSet<&'a str>,
    shared: BTreeSet<&'a str>,
    follow_ups: bool,
    nearby: bool,
}

pub fn check(catalogue: &Catalogue, index: &KnownIds<'_>, problems: &mut Problems) {
    let asks = Asks::of(catalogue);
    let mut told = BTreeSet::new();
    for (id, asked) in catalogue.questions() {
        let bare = asked.area.map_or(id, |_| id.rsplit('.').next().unwrap_or(id));
        if asks.asks(catalogue, id, bare, asked) || !told.insert(bare) {
            continue;
        }
        let known = index.questions.get(id).or_else(|| index.shared.get(bare));
        let spot = known.map(|known| &known.spot).or_else(|| index.nearby.get(id));
        if let Some(spot) = spot {
            let text = format!("geen scherm vraagt `{bare}`; zet hem op een scherm, of in `elsewhere`");
            problems.on_line(&spot.source.name, spot.line(), text);
        }
    }
}

impl<'a> Asks<'a> {
    fn of(catalogue: &'a Catalogue) -> Asks<'a> {
        let content = &catalogue.content;
        let mut asks = Asks::default();
        let elsewhere = content.flow.elsewhere.iter();
        asks.questions.extend(elsewhere.map(String::as_str));
        for ask in content.flow.screens.iter().flat_map(|screen| &screen.asks) {
            match ask {
                Ask::Question(id) => {
                    asks.questions.insert(id);
                }
                Ask::Shared(id) => {
                    asks.shared.insert(id);
                }
                Ask::FollowUps { .. } => asks.follow_ups = true,
                Ask::Nearby => asks.nearby = true,
                Ask::Situations { .. } => {}
            }
        }
        for screen in &content.safety.flags {
            asks.questions.extend(screen.asks.iter().map(String::as_str));
            let paper = screen.paper.iter();
            asks.questions.extend(paper.map(|paper| paper.question.as_str()));
        }
        let soft = content.safety.soft.iter();
        asks.questions.extend(soft.map(|soft| soft.question.as_str()));
        asks
    }

    fn asks(&self, catalogue: &Catalogue, id: &str, bare: &str, asked: &Asked) -> bool {
        let elsewhere =
            asked.area.and_then(|area| catalogue.content.areas.get(area)).is_some_and(|area| area.follow_ups_elsewhere);
        match asked.origin {
            Origin::Flow => self.questions.contains(id),
            Origin::Shared => self.shared.contains(bare),
            Origin::FollowUp => (self.follow_ups && !elsewhere) || self.questions.contains(id),
            Origin::Nearby => self.nearby,
        }
    }
}
