//! Numbers under which the parts of a plan stay the same, whatever is changed in them or moved around them.

/// A person of the dossier: the number of [`crate::model::circle::Person`], or the resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct PersonId(pub u32);

impl PersonId {
    /// The resident, who is always there and cannot be removed.
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

/// Every value of an enum, each with the word under which its text stands and by which it is stored.
macro_rules! words {
    ($shape:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $shape {
            pub const ALL: &[$shape] = &[$($shape::$variant),*];

            /// The word under which its text stands.
            pub fn word(self) -> &'static str {
                match self {
                    $($shape::$variant => $word),*
                }
            }

            /// What a word stands for.
            pub fn of(word: &str) -> Option<$shape> {
                $shape::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

pub(super) use words;
