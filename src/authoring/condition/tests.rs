//! Sentences and the conditions they mean, and the error for each invalid sentence.

use super::*;

fn ticked(id: &str) -> Condition {
    Condition::Ticked(id.to_owned())
}

fn is(question: &str, values: &[&str]) -> Condition {
    Condition::Is { question: question.to_owned(), values: values.iter().map(|&value| value.to_owned()).collect() }
}

#[track_caller]
fn check(sentence: &str, expected: Condition) {
    assert_eq!(parse(sentence), Ok(expected), "{sentence}");
}

#[test]
fn not_binds_stronger_than_and_and_and_stronger_than_or() {
    check(
        "ge1 of da2 en niet q1 = ja",
        Condition::Any(vec![
            ticked("ge1"),
            Condition::All(vec![ticked("da2"), Condition::Not(Box::new(is("q1", &["ja"])))]),
        ]),
    );
}

#[test]
fn brackets_come_first() {
    check(
        "(ge1 of da2) en q1 = ja",
        Condition::All(vec![Condition::Any(vec![ticked("ge1"), ticked("da2")]), is("q1", &["ja"])]),
    );
}

#[test]
fn every_kind_of_statement_is_read() {
    check("altijd", Condition::Always);
    check("da2", ticked("da2"));
    check("dag.u2 = maanden/jaren", is("dag.u2", &["maanden", "jaren"]));
    check("ge-af ingevuld", Condition::Filled("ge-af".into()));
    check("wo-uit leeg", Condition::Empty("wo-uit".into()));
    check("woord(W1)", Condition::Word("W1".into()));
    check("F-VT+", Condition::Flag(Flag::UnsafeSerious));
    check("dichtbij = proberen/kijken", Condition::Nearby { values: vec!["proberen".into(), "kijken".into()] });
    check("in één gebied (u-meer = ja)", Condition::InOneArea(Box::new(is("u-meer", &["ja"]))));
    let question = || "x".to_owned();
    let (compare, value) = (Compare::AtMost, 28);
    check("dagen(x) ≤ 28", Condition::Days { question: question(), compare, value });
    check("aantal(x) <= 28", Condition::Count { question: question(), compare, value });
}

#[test]
fn numbers_compare_in_every_notation() {
    for (sign, compare) in [
        ("≥", Compare::AtLeast),
        (">=", Compare::AtLeast),
        ("≤", Compare::AtMost),
        ("<=", Compare::AtMost),
        ("<", Compare::Below),
        (">", Compare::Above),
        ("=", Compare::Equal),
    ] {
        check(&format!("da-val {sign} 2"), Condition::Number { question: "da-val".into(), compare, value: 2 });
    }
}

#[test]
fn a_mistake_names_its_place() {
    for (sentence, expected) in [
        ("", "aan het eind ontbreekt een id, zoals “da2” of “q1 = ja”"),
        ("ge1 of", "aan het eind ontbreekt een id, zoals “da2” of “q1 = ja”"),
        ("ge1 ge2", "bij teken 5 (“ge2”) verwacht ik “en”, “of” of het einde"),
        ("da-val ≥ veel", "bij teken 10 (“veel”) verwacht ik een getal"),
        ("(ge1 of ge2", "aan het eind ontbreekt een haakje sluiten, “en” of “of”"),
        ("q1 =", "aan het eind ontbreekt een antwoord, zoals “ja” of “maanden/jaren”"),
        ("ge1 of F-XX", "bij teken 8 (“F-XX”) verwacht ik een bestaande vlag, zoals F-VT"),
        ("in een gebied (u2)", "bij teken 4 (“een”) verwacht ik “één gebied ( … )”"),
        ("dagen(wo-uit", "aan het eind ontbreekt een haakje sluiten"),
        ("dagen(wo-uit) 28", "bij teken 15 (“28”) verwacht ik een van de tekens ≥ ≤ < > ="),
    ] {
        let mistake = parse(sentence).map_err(|mistake| mistake.to_string());
        assert_eq!(mistake, Err(expected.to_owned()), "{sentence}");
    }
}
