//! Texts, signals and callbacks in; HTML out. Nothing here knows a question or a rule.

pub mod basic;

mod call;
mod choices;
mod document;
mod fields;
mod notice;
mod people;

pub use call::{call, number};
pub use choices::{ChoiceItem, ChoiceList, Look, Pick, choices};
pub use document::{Size, document_view, words};
pub use fields::{FieldNames, date_field, number_field, text_field};
pub use notice::{NoticeButton, notice};
pub use people::{AgeOption, PeopleList, PeopleTexts, PersonEntry, people_list};
