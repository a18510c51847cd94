//! What the professional demands beforehand, and what they would like: two lists that never mix. A demand names
//! doer, action and time, so that anyone can test it.

use super::fields::FieldList;
use super::ids::{DemandId, WishId};
use crate::model::content::Field;
use crate::model::date::Date;
use crate::model::words;

/// The demands, and who makes them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Demands {
    /// The job title of the professional who makes the demands, never a name.
    pub by: String,
    pub on: Option<Date>,
    pub list: Vec<Demand>,
}

impl Demands {
    /// Whether this demand exists and names doer, action and time.
    pub fn is_whole(&self, id: DemandId) -> bool {
        self.list.iter().any(|demand| demand.id == id && demand.is_whole())
    }
}

/// One demand, numbered E1, E2 and so on by its position in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Demand {
    pub id: DemandId,
    pub who: String,
    pub what: String,
    pub when: String,
    /// What happens if it does not work out.
    pub otherwise: String,
}

/// Something the professional would like; no rule counts it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    pub id: WishId,
    pub text: String,
}

/// Why a demand cannot be tested yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Untestable {
    NoWho,
    NoWhat,
    NoWhen,
    /// A word that each reader understands differently.
    Vague(String),
}

impl Demand {
    /// Whether the demand names doer, action and time.
    pub fn is_whole(&self) -> bool {
        [&self.who, &self.what, &self.when].into_iter().all(|text| !text.trim().is_empty())
    }

    /// Why this demand cannot be tested; `vague` lists words that each reader understands differently.
    pub fn untestable(&self, vague: &[String]) -> Vec<Untestable> {
        let mut lacks = Vec::new();
        for (text, lack) in
            [(&self.who, Untestable::NoWho), (&self.what, Untestable::NoWhat), (&self.when, Untestable::NoWhen)]
        {
            if text.trim().is_empty() {
                lacks.push(lack);
            }
        }
        let what = words::for_word_search(&self.what);
        for word in vague {
            if what.holds(&words::for_word_search(word)) {
                lacks.push(Untestable::Vague(word.clone()));
            }
        }
        lacks
    }

    /// The demand as a wish: the same words on one line.
    pub fn as_wish(&self) -> String {
        let mut wish = String::new();
        for part in [&self.who, &self.what, &self.when] {
            if !part.trim().is_empty() {
                wish.push_str(if wish.is_empty() { "" } else { " – " });
                wish.push_str(part.trim());
            }
        }
        wish
    }
}

impl Demand {
    pub(super) fn visit_fields(&mut self, at: &mut FieldList) {
        at.part = self.id.0;
        at.text(Field::DemandWho, &mut self.who);
        at.text(Field::DemandWhat, &mut self.what);
        at.text(Field::DemandWhen, &mut self.when);
        at.text(Field::DemandOtherwise, &mut self.otherwise);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(who: &str, what: &str, when: &str, expected: &[Untestable]) {
        let demand = Demand { who: who.to_owned(), what: what.to_owned(), when: when.to_owned(), ..Demand::default() };
        let vague = ["weerbaarder", "goed", "meer"].map(str::to_owned);
        assert_eq!(demand.untestable(&vague), expected, "{what}");
    }

    #[test]
    fn a_demand_is_testable_when_it_says_who_does_what_and_when_in_plain_words() {
        check("Bram", "kan naar zijn eigen plek", "op elk moment", &[]);
        let vague = |word: &str| Untestable::Vague(word.to_owned());
        check("Moeder", "is WEERBAARDER.", "", &[Untestable::NoWhen, vague("weerbaarder")]);
        check(" ", "", "\n", &[Untestable::NoWho, Untestable::NoWhat, Untestable::NoWhen]);
        check("Bram", "leest de goedkope meerkoet voor", "elke avond", &[]);
    }

    #[test]
    fn a_demand_keeps_its_words_as_a_wish() {
        let demand = Demand { who: "Moeder".to_owned(), what: " is sterker ".to_owned(), ..Demand::default() };
        assert_eq!(demand.as_wish(), "Moeder – is sterker");
    }
}
