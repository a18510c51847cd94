//! The sixteen flags, in order of precedence. `content/nl/safety.toml` has what raises them and what they do.

use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// A consequence of the current answers. The order of the variants is their precedence, highest first.
///
/// No screen or paper ever shows the name of a flag.
#[derive(Debug, EnumSetType, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Flag {
    /// Danger right now.
    #[serde(rename = "F-112")]
    Emergency,
    /// Thoughts of suicide.
    #[serde(rename = "F-113")]
    Suicide,
    /// Unsafe through someone known, with a serious sign. Never up without [`Flag::Unsafe`].
    #[serde(rename = "F-VT+")]
    UnsafeSerious,
    /// Unsafe through someone known, or afraid of one's own behaviour.
    #[serde(rename = "F-VT")]
    Unsafe,
    /// Someone reads along on this device.
    #[serde(rename = "F-MEELEES")]
    Watched,
    /// A child sees or feels that it is not safe.
    #[serde(rename = "F-KIND")]
    Child,
    /// No plan with the circle now.
    #[serde(rename = "F-NOPLAN")]
    NoPlan,
    /// Urgent for body or mind.
    #[serde(rename = "F-MED")]
    Medical,
    /// Eviction, cut-off or health insurance ending.
    #[serde(rename = "F-WGS3")]
    LosingHomeOrPower,
    /// No place to sleep within four weeks.
    #[serde(rename = "F-DAK")]
    Roof,
    /// Support needed at once.
    #[serde(rename = "F-WMO")]
    SupportNow,
    /// Youth help needed at once.
    #[serde(rename = "F-JEUGD")]
    YouthNow,
    /// A carer can hardly go on.
    #[serde(rename = "F-MZ")]
    Carer,
    /// Stuck for a long time.
    #[serde(rename = "F-VAST")]
    Stuck,
    /// This will not pass.
    #[serde(rename = "F-LANG")]
    Lasting,
    /// Reading, writing, language or internet is hard.
    #[serde(rename = "F-TAAL")]
    Language,
}

impl Flag {
    /// Whether this flag has its own screen; the lower eight are a block on the next screen.
    pub fn has_own_screen(self) -> bool {
        self <= Flag::Medical
    }
}

/// A set of flags, iterated in order of precedence.
pub type Flags = EnumSet<Flag>;
