//! Who may see what: the table class × medium. Everything composed for a medium goes through it.

use crate::model::content::{Class, Field, PlanTexts};

/// The target of a composed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// The resident's own screen.
    OwnScreen,
    /// Paper the resident keeps.
    OwnPaper,
    /// Paper for the gemeente.
    DeskPaper,
    /// A file or a code for the gemeente.
    DeskFile,
    /// A file the resident keeps.
    OwnFile,
    /// An invitation with which the family can join in.
    FamilyInvitation,
    /// A card for one helper.
    HelperCard,
    /// The page on the fridge.
    FridgePage,
    /// The resident's own safety card.
    SafetyCard,
    /// Review dates in a calendar.
    CalendarFile,
    /// Storage without a code.
    Storage,
}

/// What a medium may contain of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Open,
    /// Roles only; a name only if that person's name may be there.
    Roles,
    Closed,
}

use Access::{Closed, Open, Roles};

impl Medium {
    pub const ALL: [Medium; 11] = [
        Medium::OwnScreen,
        Medium::OwnPaper,
        Medium::DeskPaper,
        Medium::DeskFile,
        Medium::OwnFile,
        Medium::FamilyInvitation,
        Medium::HelperCard,
        Medium::FridgePage,
        Medium::SafetyCard,
        Medium::CalendarFile,
        Medium::Storage,
    ];
}

/// The table. `Safety` and `Route` are fixed here, so that no content can open them.
pub const fn access(class: Class, medium: Medium) -> Access {
    // Columns: plain, private, about someone else, contact, safety, route.
    let row = match medium {
        Medium::OwnScreen => [Open, Open, Open, Open, Open, Open],
        Medium::OwnPaper | Medium::OwnFile | Medium::Storage => [Open, Open, Open, Open, Closed, Closed],
        Medium::DeskPaper | Medium::DeskFile => [Open, Open, Roles, Open, Closed, Closed],
        Medium::FamilyInvitation | Medium::HelperCard | Medium::FridgePage => {
            [Open, Closed, Roles, Closed, Closed, Closed]
        }
        Medium::SafetyCard => [Open, Closed, Roles, Closed, Closed, Open],
        Medium::CalendarFile => [Open, Closed, Closed, Closed, Closed, Closed],
    };
    match class {
        Class::Plain => row[0],
        Class::Private => row[1],
        Class::AboutSomeoneElse => row[2],
        Class::Contact => row[3],
        Class::Safety => row[4],
        Class::Route => row[5],
    }
}

/// Whether the medium may contain anything of this class.
pub fn may_hold(class: Class, medium: Medium) -> bool {
    access(class, medium) != Access::Closed
}

/// Whether the medium may contain a field of the plan. Its class decides, except for a helper's phone number, which
/// belongs on the safety card and not on the sheet for the desk.
pub fn may_hold_field(content: &PlanTexts, field: Field, medium: Medium) -> bool {
    match field {
        Field::Phone => matches!(medium, Medium::OwnScreen | Medium::SafetyCard | Medium::Storage),
        _ => may_hold(content.class(field), medium),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safety_leaves_the_own_screen_for_no_medium() {
        for medium in Medium::ALL {
            assert_eq!(may_hold(Class::Safety, medium), medium == Medium::OwnScreen, "{medium:?}");
        }
    }

    #[test]
    fn routes_stand_on_the_safety_card_only() {
        for medium in Medium::ALL {
            let open = matches!(medium, Medium::OwnScreen | Medium::SafetyCard);
            assert_eq!(may_hold(Class::Route, medium), open, "{medium:?}");
        }
    }

    #[test]
    fn the_desk_sees_others_by_their_role() {
        for medium in [Medium::DeskPaper, Medium::DeskFile] {
            assert_eq!(access(Class::AboutSomeoneElse, medium), Access::Roles);
        }
    }
}
