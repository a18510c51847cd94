//! What follows from a plan and the answers. Changes nothing.
//!
//! - [`gate::is_open`] says whether plan and safety routes may be shown at all; [`gate::closed_by`] says why not.
//! - [`circle::People`] is everyone the plan can name; [`secrets`] the words that may appear nowhere else.
//! - [`coverage::coverage`] matches demands with agreements; [`findings::findings`] says what is not finished, and
//!   where; [`stops::stops`] what stops a print; [`checks::open_issues`] what the resident has to decide on in a free
//!   text.
//! - [`pages`] says which pages of the plan there are.

pub mod checks;
pub mod circle;
pub mod coverage;
pub mod findings;
pub mod gate;
pub mod pages;
pub mod secrets;
pub mod stops;

pub use circle::People;
