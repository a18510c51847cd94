//! What may leave the own screen: the table class × medium, and the scan of free text.
//!
//! **Nothing is composed for a medium without asking both.**

pub mod audience;
pub mod scan;
