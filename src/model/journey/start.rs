//! The area to begin with, among the chosen areas.

use crate::model::content::condition::Condition;
use crate::model::facts::Facts;

/// The proposed area: that of the first rule that holds and whose area is chosen (or always open).
pub fn proposed_start(facts: &Facts) -> Option<(&str, &str)> {
    let content = &facts.catalogue.content;
    let open = |area: &str| {
        facts.chosen_areas().iter().any(|(_, chosen)| chosen.id == area)
            || content.areas.iter().any(|other| other.id == area && other.always_open)
    };
    let holds = |condition: &Condition| facts.holds(condition);
    let mut rules = content.safety.start_rules.iter();
    rules.find(|rule| open(&rule.area) && holds(&rule.when)).map(|rule| (rule.area.as_str(), rule.reason.as_str()))
}

/// The areas that the question “where to begin” offers: the chosen ones, and the proposed one.
pub fn start_areas(facts: &Facts) -> Vec<&str> {
    let proposed = proposed_start(facts).map(|(area, _)| area);
    let chosen = facts.chosen_areas();
    let areas = facts.catalogue.content.areas.iter().map(|area| area.id.as_str());
    areas.filter(|id| proposed == Some(id) || chosen.iter().any(|(_, area)| area.id == *id)).collect()
}
