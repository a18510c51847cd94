//! The model: everything the app knows. Has no browser, Leptos, clock or randomness; today's date is passed in.

pub mod clock;
pub mod date;
pub mod holidays;
pub mod route;
pub mod words;

pub mod catalogue;
pub mod content;
pub mod packed;

pub mod dossier;
pub mod plan;

pub mod facts;
pub mod guidance;
pub mod journey;
pub mod plan_rules;
pub mod privacy;

pub mod saved;
pub mod update;

pub mod deadlines;
pub mod hours;
pub mod overview;
pub mod paper;
