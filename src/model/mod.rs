//! The model: everything the app knows. Has no browser, Leptos, clock or randomness; today's date is passed in.

pub mod packed;

pub mod content;

pub mod answers;
pub mod circle;
pub mod clock;
pub mod condition;
pub mod date;
pub mod flag;
pub mod words;

pub mod catalogue;
pub mod dossier;
pub mod facts;
pub mod guidance;
pub mod journey;
pub mod plan;
pub mod route;

pub mod saved;
pub mod update;

pub mod deadlines;
pub mod document;
pub mod holidays;
pub mod hours;
pub mod measure;
pub mod overview;
pub mod paper;
pub mod scan;
