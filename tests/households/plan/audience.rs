//! Which papers and files each field of the plan may reach: the table, written by hand independently of the code.

use app::model::content::{Class, Field};
use app::model::privacy::audience::{Medium, may_hold_field};

use crate::common::catalogue;

use Medium::{
    CalendarFile, DeskFile, DeskPaper, FamilyInvitation, FridgePage, HelperCard, OwnFile, OwnPaper, OwnScreen,
    SafetyCard, Storage,
};

/// The media of each row, and the fields that only those media may contain.
const ROWS: [(&[Medium], &[Field]); 4] = [
    (&[OwnScreen], &[Field::Afraid, Field::FeelsUnsafe, Field::NotFitting]),
    (
        &[OwnScreen, SafetyCard],
        &[
            Field::OffersPlace,
            Field::TakenInBy,
            Field::RouteOwner,
            Field::FirstPlace,
            Field::FirstBroughtBy,
            Field::SecondPlace,
            Field::SecondBroughtBy,
            Field::NumberName,
            Field::Number,
            Field::Takes,
            Field::TakesMore,
            Field::FetchesChildren,
            Field::ChosenSelf,
            Field::Practised,
        ],
    ),
    (&[OwnScreen, SafetyCard, Storage], &[Field::Phone]),
    (
        &[OwnScreen, OwnPaper, DeskPaper, DeskFile, OwnFile, Storage],
        &[
            Field::DemandWhat,
            Field::DemandOtherwise,
            Field::Wish,
            Field::Situation,
            Field::Otherwise,
            Field::ForDemand,
            Field::Allowed,
            Field::ChildContact,
            Field::BudgetWhy,
            Field::Sees,
            Field::Does,
            Field::Good,
            Field::Bad,
            Field::Next,
            Field::Mark,
        ],
    ),
];

#[test]
fn a_field_reaches_exactly_the_media_of_its_row() {
    let content = &catalogue().content.plan;
    for (media, fields) in ROWS {
        for field in fields {
            for medium in Medium::ALL {
                let may = may_hold_field(content, *field, medium);
                assert_eq!(may, media.contains(&medium), "{field:?} in {medium:?}");
            }
        }
    }
    // Every other field is plain, or about someone else and then shown by role.
    let in_a_row = |field: &Field| ROWS.iter().any(|(_, fields)| fields.contains(field));
    for field in Field::ALL.iter().filter(|field| !in_a_row(field)) {
        let class = content.class(*field);
        assert!(matches!(class, Class::Plain | Class::AboutSomeoneElse), "{field:?} has no row: {class:?}");
    }
}

#[test]
fn a_calendar_knows_days_and_nothing_else() {
    let content = &catalogue().content.plan;
    let about_others: Vec<&Field> = Field::ALL
        .iter()
        .filter(|field| content.class(**field) != Class::Plain && may_hold_field(content, **field, CalendarFile))
        .collect();
    assert!(about_others.is_empty(), "{about_others:?}");
    for medium in [FamilyInvitation, HelperCard, FridgePage] {
        assert!(!may_hold_field(content, Field::Wish, medium), "{medium:?}");
    }
}
