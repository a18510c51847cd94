//! Guidance on screen for a resident in a certain situation: the card of a flag, the advice for another person. Not for
//! paper.

use super::catalogue::Catalogue;
use super::content::{Contact, FlagScreen, ForSomeoneElseCard, Variant};
use super::facts::Facts;
use super::words;
use crate::model::content::condition::Condition;
use crate::model::content::flag::Flag;

/// What one flag shows now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guidance {
    /// Empty for a block below another one.
    pub heading: String,
    pub text: Vec<String>,
    /// In the order in which to call.
    pub contacts: Vec<&'static Contact>,
    /// A block below this one.
    pub below: Option<Box<Guidance>>,
}

/// The guidance of a flag: its own texts, or those of its first variant that holds; plus a block below, if one holds.
pub fn of_flag(facts: &Facts, flag: Flag) -> Option<Guidance> {
    let screen = facts.catalogue.flag_screen(flag)?;
    let first = |below: bool| {
        let mut variants = screen.variants.iter();
        variants.find(|variant| variant.below == below && facts.holds(&variant.when))
    };
    let mut guidance = own(facts, screen);
    if let Some(variant) = first(false) {
        replace(facts, &mut guidance, variant);
    }
    guidance.below = first(true).map(|variant| {
        let mut below = Guidance::default();
        replace(facts, &mut below, variant);
        Box::new(below)
    });
    Some(guidance)
}

/// The advice on the road “voor een ander”: the first matching card, and those shown next to it.
pub fn for_another(facts: &Facts) -> Vec<(String, Option<&'static Contact>)> {
    let cards = &facts.catalogue.content.flow.other_cards;
    let first = cards.iter().find(|card| !card.also && facts.holds(&card.when));
    let mut shown: Vec<&ForSomeoneElseCard<Condition>> = first.into_iter().collect();
    shown.extend(cards.iter().filter(|card| card.also && facts.holds(&card.when)));
    shown.into_iter().map(|card| (card.text.clone(), facts.catalogue.contact(&card.contact))).collect()
}

/// What a young resident sees at the bottom of every screen; `None` for others.
pub fn for_the_young(facts: &Facts) -> Option<Guidance> {
    let card = &facts.catalogue.content.flow.young_card;
    if !facts.is_young() {
        return None;
    }
    let mut text = card.text.clone();
    if facts.holds(&card.unsafe_when) {
        text.extend(card.unsafe_text.iter().cloned());
    }
    Some(Guidance { text, contacts: contacts(facts, &card.contacts), ..Guidance::default() })
}

/// The explanations of the hard words in a text, one sentence each, in the order of the word list. The endings are Dutch
/// plurals: a list of another language has a plural as a word of its own where its ending is another.
pub fn explanations(catalogue: &Catalogue, text: &str) -> Vec<String> {
    let text = words::for_word_search(text);
    let mut explanations = Vec::new();
    for term in &catalogue.content.terms {
        let is_said = |ending: &str| text.holds(&words::for_word_search(&[&term.word, ending].concat()));
        if !term.explanation.is_empty() && ["", "s", "en"].into_iter().any(is_said) {
            explanations.push(term.explanation.clone());
        }
    }
    explanations
}

fn own(facts: &Facts, screen: &FlagScreen<Condition>) -> Guidance {
    Guidance {
        heading: screen.heading.clone(),
        text: screen.text.clone(),
        contacts: contacts(facts, &screen.contacts),
        below: None,
    }
}

/// Texts of the variant replace those of the flag; texts that the variant leaves empty stay.
fn replace(facts: &Facts, guidance: &mut Guidance, variant: &Variant<Condition>) {
    if !variant.heading.is_empty() {
        guidance.heading.clone_from(&variant.heading);
    }
    if !variant.text.is_empty() {
        guidance.text.clone_from(&variant.text);
    }
    if !variant.contacts.is_empty() {
        guidance.contacts = contacts(facts, &variant.contacts);
    }
}

fn contacts(facts: &Facts, ids: &[String]) -> Vec<&'static Contact> {
    ids.iter().filter_map(|id| facts.catalogue.contact(id)).collect()
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::model::dossier::answers::{Answer, Answers};

    fn facts(list: &[(&str, Answer)]) -> Facts {
        let catalogue = Catalogue::of(crate::authoring::packed().clone()).leak();
        let answers: Answers = list.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect();
        Facts::of(catalogue, &answers, "2026-05-11".parse().expect("a day"))
    }

    /// The block about the plan, next to the screen of another flag.
    fn about_the_plan(list: &[(&str, Answer)]) -> (Vec<String>, Vec<String>) {
        let guidance = of_flag(&facts(list), Flag::NoPlan).expect("it has words");
        (guidance.text, guidance.contacts.into_iter().map(|contact| contact.id.clone()).collect())
    }

    #[test]
    fn nobody_who_thinks_of_suicide_is_told_to_keep_plans_to_themselves() {
        let keep_plans = "Deel je plannen nu met zo min mogelijk mensen.";
        let hopeless = [("n2", Answer::pick("hoofd")), ("hoofd.u1", Answer::pick("ho2"))];
        let (text, contacts) = about_the_plan(&hopeless);
        assert!(!text.iter().any(|line| line == keep_plans), "{text:?}");
        assert_eq!(contacts[0], "113");
        let (text, contacts) = about_the_plan(&[("q1", Answer::Yes)]);
        assert!(!text.iter().any(|line| line == keep_plans), "{text:?}");
        assert_eq!(contacts[0], "112");
        let (text, _) = about_the_plan(&[("q2", Answer::Yes)]);
        assert_eq!(text, [keep_plans]);
    }

    #[test]
    fn a_hard_word_is_explained_where_it_stands() {
        let told = |text: &str| explanations(facts(&[]).catalogue, text);
        assert_eq!(told("Er is een deurwaarder geweest.").len(), 1);
        assert_eq!(told("Twee hulpverleners helpen."), told("Een hulpverlener helpt."));
        assert!(told("Ik slaap rustig.").is_empty());
    }
}
