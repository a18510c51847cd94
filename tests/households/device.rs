//! Whether nobody else looks into the device, as the page that prints asks it.

use app::model::dossier::answers::Answer;
use app::model::facts::Facts;

use crate::common::{catalogue, today};

#[test]
fn a_device_is_free_only_when_every_answer_says_so() {
    let roles = &catalogue().content.flow.roles;
    for (first, again, free) in [
        ("nee", "", true),
        ("nee", "nee", true),
        ("nee", "ja", false),
        ("nee", "weet-niet", false),
        ("weet-niet", "", false),
        ("weet-niet", "nee", false),
        ("ja", "nee", false),
        ("ja", "", false),
        ("", "", false),
    ] {
        let told =
            [("ve3", "veilig.u1"), ("veilig", &roles.areas), (first, &roles.device), (again, &roles.device_again)];
        let told = told.into_iter().filter(|(option, _)| !option.is_empty());
        let answers = told.map(|(option, question)| (question.to_owned(), Answer::pick(option))).collect();
        let facts = Facts::of(catalogue(), &answers, today());
        assert_eq!(facts.is_device_free(), free, "first {first}, then {again}");
    }
}
