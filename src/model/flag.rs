//! The sixteen flags, in order of precedence. `content/nl/safety.toml` has what raises them and what they do.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A consequence of the current answers. The order of the variants is their precedence, highest first.
///
/// No screen or paper ever shows the name of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// All flags, highest first.
    pub const ALL: [Flag; 16] = [
        Flag::Emergency,
        Flag::Suicide,
        Flag::UnsafeSerious,
        Flag::Unsafe,
        Flag::Watched,
        Flag::Child,
        Flag::NoPlan,
        Flag::Medical,
        Flag::LosingHomeOrPower,
        Flag::Roof,
        Flag::SupportNow,
        Flag::YouthNow,
        Flag::Carer,
        Flag::Stuck,
        Flag::Lasting,
        Flag::Language,
    ];

    fn bit(self) -> u16 {
        1 << self as u16
    }

    /// Whether this flag has its own screen; the lower eight are a block on the next screen.
    pub fn has_own_screen(self) -> bool {
        self <= Flag::Medical
    }
}

/// A set of flags, iterated in order of precedence.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(u16);

impl Flags {
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    pub fn contains(&self, flag: &Flag) -> bool {
        self.0 & flag.bit() != 0
    }

    pub fn insert(&mut self, flag: Flag) {
        self.0 |= flag.bit();
    }

    /// One bit per flag.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// The flags of [`Flags::bits`].
    pub fn of_bits(bits: u16) -> Flags {
        Flags(bits)
    }

    /// These flags and one more.
    #[must_use]
    pub fn with(mut self, flag: Flag) -> Flags {
        self.insert(flag);
        self
    }

    /// Keeps only the flags for which `stays` returns true.
    pub fn retain(&mut self, stays: impl Fn(&Flag) -> bool) {
        for flag in Flag::ALL {
            if !stays(&flag) {
                self.0 &= !flag.bit();
            }
        }
    }

    /// The flags, highest first.
    pub fn iter(&self) -> impl Iterator<Item = &'static Flag> + use<> {
        let flags = *self;
        const { &Flag::ALL }.iter().filter(move |flag| flags.contains(flag))
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
