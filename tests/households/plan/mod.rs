//! The circle's own plan: when there may be one, what is not finished, what holds back a print, when is looked back.

mod audience;
mod changes;
pub mod example;
mod gate;
mod paper;
mod reviews;
mod rules;
pub mod told;
