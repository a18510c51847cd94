//! Ids of the parts of a plan. An id stays the same, whatever changes or moves.

/// No dossier has this many people or parts. This program never gives out a higher id, which would leave no room to
/// count on.
pub const HIGHEST_ID: u32 = 1_000_000;

/// Whether a person or a part can have been given this id.
pub fn is_given(id: u32) -> bool {
    (1..=HIGHEST_ID).contains(&id)
}

/// A person of the dossier: the id of [`crate::model::circle::Person`], or the resident.
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
