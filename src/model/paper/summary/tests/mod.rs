//! The example sheet, line by line, and helpers for the tests next to it.

mod budgets;
mod choices;
mod rules;

use std::sync::OnceLock;

use super::*;
use crate::model::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::dossier::answers::{Answer, Answers};
use crate::model::dossier::people::Person;
use crate::model::paper::document::Run;
use crate::model::paper::plain_text;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::of(crate::authoring::packed().clone()).leak())
}

fn day(text: &str) -> Date {
    text.parse().expect("a day of this test")
}

fn ticks(picked: &[&str]) -> Answer {
    let picked = picked.iter().map(|id| (*id).to_owned()).collect();
    Answer::Picks { picked, own: String::new() }
}

fn own(words: &str) -> Answer {
    Answer::Picks { picked: Vec::new(), own: words.to_owned() }
}

fn words(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

fn people(roles: &[&str]) -> Answer {
    let person = |(id, role): (u32, &&str)| Person { id, role: (*role).to_owned(), ..Person::default() };
    Answer::People((1..).zip(roles).map(person).collect())
}

fn household(ages: &[&str]) -> Answer {
    let person = |(id, age): (u32, &&str)| Person { id, age: (*age).to_owned(), ..Person::default() };
    Answer::People((20..).zip(ages).map(person).collect())
}

fn answers(list: &[(&str, Answer)]) -> Answers {
    list.iter().map(|(id, answer)| ((*id).to_owned(), answer.clone())).collect()
}

fn facts(answers: &Answers) -> Facts {
    let facts = Facts::of(catalogue(), answers, day("2026-05-11"));
    for id in answers.keys() {
        assert!(facts.catalogue.question(id).is_some(), "no question {id}");
    }
    facts
}

fn text_of(answers: &Answers, choice: &PaperChoice) -> String {
    plain_text::plain(&compose(&facts(answers), choice).document)
}

fn paper(list: &[(&str, Answer)]) -> String {
    text_of(&answers(list), &PaperChoice::default())
}

/// The answers of Sanne, the resident of the example.
fn sanne() -> Answers {
    let yes = || Answer::Yes;
    answers(&[
        ("st1", ticks(&["samen"])),
        ("st7", Answer::No),
        ("q3", ticks(&["nee"])),
        ("st6", yes()),
        ("st4", Answer::No),
        ("q1", Answer::No),
        ("q2", yes()),
        ("n1", words("Mijn kinderen zijn nooit meer bang en ik werk weer vier dagen.")),
        ("n2", ticks(&["veilig", "geld", "kind"])),
        ("veilig.u1", ticks(&["ve2", "ve8"])),
        ("geld.u1", ticks(&["ge1", "ge3"])),
        ("kind.u1", ticks(&["ki3"])),
        ("ve-wapen", Answer::No),
        ("ve-afh", Answer::No),
        ("ve-nacht", yes()),
        ("ve-eis", yes()),
        ("kr-kind", yes()),
        ("kd-nacht", yes()),
        ("veilig.u6", ticks(&["ve-k2"])),
        ("geld.u6", own("Ik heb twee dagen vast werk.")),
        ("geld.u8", own("Ik werk vier dagen en betaal mijn huur op tijd.")),
        ("geld.u-meer", yes()),
        ("geld.u2", ticks(&["maanden"])),
        ("geld.u3", Answer::Number(6)),
        ("geld.u4", ticks(&["werk", "relatie"])),
        ("geld.u5", ticks(&["werkgever"])),
        ("geld.u9", words("Ik breng de brieven naar de bibliotheek.")),
        ("ge-maanden", Answer::Number(2)),
        ("ge-d1", ticks(&["kijken"])),
        ("kind.u6", own("Mijn zoon gaat elke dag naar school. Wij eten elke avond samen.")),
        ("kind.u8", own("De kinderen zijn thuis niet bang.")),
        ("kind.u-meer", yes()),
        ("kind.u3", Answer::Number(8)),
        ("ki-thuis", words("rust en iemand die helpt.")),
        ("ki-leeftijd", ticks(&["4-tot-11", "12-tot-15"])),
        ("al-reis", ticks(&["fiets"])),
        ("al-betaal", ticks(&["tot-5-euro"])),
        ("al-mee", words("een vriendin")),
        ("al-dag", words("Met ons drieën koken.")),
        ("al-geven", ticks(&["oppassen"])),
        ("e1", words("Zorg dat het thuis veilig is.")),
        ("e2", ticks(&["veilig"])),
        ("e3", ticks(&["geld", "kind"])),
        ("kr-huis", household(&["18-en-ouder", "4-tot-11", "12-tot-15"])),
        ("kr-mensen", people(&["tante", "vriendin", "buren", "trainer"])),
        ("kr-ervaring", ticks(&["ja"])),
        ("kr-hulp", people(&["jeugdbeschermer", "school"])),
        ("kr-org", Answer::Number(2)),
        ("kr-weten", yes()),
        ("kr-anders", yes()),
        ("kr-kwijt", words("de oppas op woensdag")),
        ("kr-een", yes()),
        ("gp-vrij", yes()),
        ("gp-roes", Answer::No),
        ("gp-steun", Answer::No),
        ("pa-vt", yes()),
        ("st-wie", ticks(&["vriend"])),
        ("ml-gedaan", ticks(&["ja"])),
        ("ml-datum", Answer::Date(day("2026-05-04"))),
        ("be-naam", words("Sanne")),
        ("be-hoe", ticks(&["bellen"])),
        ("be-voicemail", ticks(&["nee"])),
        ("be-post", ticks(&["nee"])),
        ("to-school", yes()),
    ])
}

const EXAMPLE: &str = "\
Wat nodig is: “Mijn kinderen zijn nooit meer bang en ik werk weer
vier dagen.”
11 mei 2026 · samen ingevuld met: vriend
Dit gaat goed: “Ik heb twee dagen vast werk.” “Mijn zoon gaat elke dag naar
school. Wij eten elke avond samen.” Een goede dag: “Met ons drieën koken.” Ik
doe graag voor een ander: oppassen.
Wat er speelt: Geld (hoe erg: 6) – Ik heb post die ik niet openmaak. Ik loop
achter met de huur. 2 maanden.
Kinderen en school (hoe erg: 8) – Mijn kind is bang, verdrietig of heel druk. 4
tot 11, 12 tot 15. Nodig om thuis te blijven: “rust en iemand die helpt.”
Begin hier: “Zorg dat het thuis veilig is.” Geld komt door: werk, relatie. Begin
bij veilig zijn, dan gaan geld en kinderen en school ook beter.
Wie er zijn: 1 volwassene, 1 kind van 4–11, 1 kind van 12–15.
Mensen om mij heen: tante, vriendin, buren, trainer. Iemand kent dit zelf.
Hulp nu: jeugdbeschermer, school. Zij weten het van elkaar. Mensen zeggen
verschillende dingen. Kwijt: “de oppas op woensdag”.
Het resultaat: “Ik werk vier dagen en betaal mijn huur op tijd.” (D2/D3) · “De
kinderen zijn thuis niet bang.” (D6)
Wat ik zelf ga proberen: deze week: “Ik breng de brieven naar de bibliotheek.”
Hulp met papieren in het buurthuis of de bibliotheek: eerst kijken, met een
vriendin. Ik kan reizen: fiets. Geld is een drempel: tot 5 euro per week.
Wat ik vraag: Melding gedaan op 4 mei 2026. Ik verwacht een gesprek uiterlijk op
1 juni 2026. Ik wil één vast aanspreekpunt.
Tempo: Veilig zijn is nu belangrijk voor mij.
Zo bereikt u mij veilig: noem mij Sanne. Bel mij, op ______________. Voicemail:
niet inspreken. Post: niet sturen. Nummer (met pen): ______________
Mijn gegevens: u mag dit vel niet bewaren zonder mijn ja. Overleg mag met:
school, over ______________. Met anderen alleen na mijn ja. Ik mag dit
intrekken. Dan stopt het overleg.
Meegeleverd: V2 nee · V3 nee · V4 nee · Afgegeven bij ______________ op ________
Dit vel is van mij. Vraag mij of u iets mag bewaren. Bladzijde 1 van 1.
";

#[test]
fn the_example_stands_line_for_line() {
    let paper = compose(&facts(&sanne()), &PaperChoice::default());
    assert_eq!(plain_text::plain(&paper.document), EXAMPLE);
}
