//! Ids of the parts of a plan. An id stays the same, whatever changes or moves.

/// The highest id that this program gives out or accepts; far more than a dossier needs.
pub const HIGHEST_ID: u32 = 1_000_000;

/// Whether a person or a part can have been given this id.
pub fn is_given(id: u32) -> bool {
    (1..=HIGHEST_ID).contains(&id)
}

/// The resident, or a person of the dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct PersonId(pub u32);

impl PersonId {
    /// The resident, who always exists and cannot be removed.
    pub const ME: PersonId = PersonId(0);
}

/// Something the professional demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct DemandId(pub u32);

/// Something the professional would like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct WishId(pub u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct AgreementId(pub u32);

/// A safety route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct RouteId(pub u32);
