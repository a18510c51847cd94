//! The pages, and the frame around them.

mod check;
mod cover;
mod extras;
mod field;
mod flag;
mod frame;
mod help;
mod options;
mod other;
mod paper;
mod people_field;
mod plan;
mod question;
mod sharing;
mod step;
mod stuck;

pub use frame::frame;
