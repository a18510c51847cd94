//! The two cards: for someone who asks on behalf of another person, and for residents under 18.

use app::model::content::{ForSomeoneElseCard, PageKind};
use app::model::facts::Facts;

use crate::case::every;
use crate::common::catalogue;
use crate::differs;

#[test]
fn who_asks_for_another_gets_the_card_that_fits_and_nobody_else_does() {
    every(|case| {
        let comes = case.road().pages().contains(&PageKind::ForSomeoneElse);
        let card = if comes { other(&case.road().facts) } else { Vec::new() };
        differs("card", &card, &case.card)
    });
}

#[test]
fn who_is_under_18_gets_numbers_and_sentences_of_their_own() {
    every(|case| differs("card", &young(&case.road().facts), &case.young));
}

/// The first matching card, and those shown next to it.
fn other(facts: &Facts) -> Vec<String> {
    let (beside, rest): (Vec<&ForSomeoneElseCard<_>>, Vec<_>) =
        catalogue().content.flow.other_cards.iter().filter(|card| facts.holds(&card.when)).partition(|card| card.also);
    rest.into_iter().take(1).chain(beside).map(|card| card.text.clone()).collect()
}

fn young(facts: &Facts) -> Vec<String> {
    let card = &catalogue().content.flow.young_card;
    if !facts.holds(&card.when) {
        return Vec::new();
    }
    let number = |id: &String| catalogue().contact(id).expect(id).shown.clone();
    let mut texts: Vec<String> = card.contacts.iter().map(number).collect();
    texts.extend(card.text.clone());
    if facts.holds(&card.unsafe_when) {
        texts.extend(card.unsafe_text.clone());
    }
    texts
}
