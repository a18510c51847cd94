//! Components: texts, values and callbacks in, a view out. They know no question and no rule.

pub mod basic;

mod call;
mod choices;
mod document;
mod fields;
mod notice;
mod people;

pub use call::{call, number};
pub use choices::{ChoiceItem, ChoiceLook, Mark, choices};
pub use document::{Size, document_view, words};
pub use fields::{FieldParts, date_field, line_field, number_field, text_field};
pub use notice::notice;
pub use people::{AgeField, PersonView, people_list};
