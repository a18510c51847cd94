//! Opening hours as the phone reads them. What an editor writes is a text, which the host parses.

use serde::{Deserialize, Serialize};

/// When a help line or a desk is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hours {
    /// Day and night.
    Always,
    Unknown,
    Blocks(Vec<HoursBlock>),
}

/// Days of the week and hours of each of these days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct HoursBlock {
    /// From 0, Monday.
    pub first: u8,
    /// The last day itself is included.
    pub last: u8,
    /// Minutes since midnight.
    pub from: u16,
    /// Minutes since midnight; at this minute it is no longer open.
    pub to: u16,
}

impl HoursBlock {
    /// Whether it holds on this day of the week, from 0, Monday.
    pub fn holds(self, weekday: u8) -> bool {
        (self.first..=self.last).contains(&weekday)
    }
}
