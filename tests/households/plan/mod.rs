//! The circle's own plan: when it is allowed, what is not finished, what stops a print, and the review days.

mod audience;
mod calendar;
mod changes;
pub mod example;
mod gate;
mod names;
mod pages;
mod paper;
mod reviews;
mod rules;
pub mod told;
