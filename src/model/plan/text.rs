//! Own words in a plan, field by field: made clean when they come in, and looked through before they go out.

use crate::model::content::Field;

/// A part of the plan that holds own words.
pub trait Texts {
    /// Calls `tell` with each text and the field it stands in.
    fn texts(&mut self, tell: &mut dyn FnMut(Field, &mut String));
}

impl<T: Texts> Texts for Vec<T> {
    fn texts(&mut self, tell: &mut dyn FnMut(Field, &mut String)) {
        for part in self {
            part.texts(tell);
        }
    }
}
