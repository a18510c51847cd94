//! Which sheets are offered now.

use super::Facts;
use crate::model::content::Sheet;

/// Whether a sheet is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    Yes,
    /// With the sentence shown instead; `None` if the page does not mention the sheet.
    No(Option<String>),
}

/// Whether this sheet is offered now.
pub fn offered(facts: &Facts, sheet: Sheet) -> Offered {
    let mut offers = facts.catalogue.content.sheets.offers.iter();
    let Some(offer) = offers.find(|offer| offer.sheet == sheet) else {
        return Offered::No(None);
    };
    if facts.holds(&offer.when) {
        return Offered::Yes;
    }
    let otherwise = offer.otherwise.iter().find(|otherwise| facts.holds(&otherwise.when));
    Offered::No(otherwise.map(|otherwise| otherwise.text.clone()))
}
