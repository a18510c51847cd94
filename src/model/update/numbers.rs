//! Ids of people and plan parts: given out once, and repaired after reading damaged or crafted records.

use std::collections::BTreeSet;

use crate::model::catalogue::Catalogue;
use crate::model::dossier::Dossier;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::person_of;
use crate::model::plan::ids::is_given;

impl Dossier {
    /// Gives an id to every new person. An id that cannot have been given out counts as none.
    pub(super) fn with_ids(&mut self, answer: Answer) -> Answer {
        let Answer::People(mut people) = answer else {
            return answer;
        };
        for person in &mut people {
            if is_given(person.id) {
                self.last_person = self.last_person.max(person.id);
            }
        }
        for person in people.iter_mut().filter(|person| !is_given(person.id)) {
            self.last_person += 1;
            person.id = self.last_person;
        }
        Answer::People(people)
    }

    /// Repairs the ids after reading: both counters are at least as high as every id that was read, whichever record
    /// was damaged; no two people share an id; the plan refers only to people and demands that exist.
    pub fn mend_numbers(&mut self, catalogue: &Catalogue) {
        let (people, demands) = self.plan.highest_named();
        let people = self.answers.values().flat_map(people_of).chain([people.0, self.last_person]);
        self.last_person = highest(people);
        self.give_each_person_a_number();
        self.tidy_plan(catalogue);
        self.plan.last_id = highest([self.plan.last_id, self.plan.highest_id(), demands.0].into_iter());
    }

    fn give_each_person_a_number(&mut self) {
        let mut taken = BTreeSet::new();
        for (_, answer) in self.answers.iter_mut() {
            let Answer::People(people) = answer else { continue };
            for person in people {
                if !is_given(person.id) || taken.contains(&person.id) {
                    self.last_person += 1;
                    person.id = self.last_person;
                }
                taken.insert(person.id);
            }
        }
    }
}

/// The highest id that can have been given out.
fn highest(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.filter(|number| is_given(*number)).max().unwrap_or(0)
}

/// The ids of the people entered or chosen in an answer.
fn people_of(answer: &Answer) -> Vec<u32> {
    match answer {
        Answer::People(people) => people.iter().map(|person| person.id).collect(),
        Answer::Picks { picked, .. } => picked.iter().filter_map(|option| person_of(option)).collect(),
        Answer::Yes
        | Answer::No
        | Answer::Unknown
        | Answer::Withheld
        | Answer::Number(_)
        | Answer::Date(_)
        | Answer::Text(_) => Vec::new(),
    }
}
