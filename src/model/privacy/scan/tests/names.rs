//! Which words the scan takes for names while the resident is unsafe.

use std::sync::OnceLock;

use super::*;
use crate::model::catalogue::Catalogue;
use crate::model::privacy::scan::names::Strangers;

pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<&'static Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::of(crate::authoring::packed().clone()).leak())
}

fn names(text: &str) -> Vec<String> {
    let secrets = Secrets { strangers: Some(Strangers::knowing(catalogue())), ..Secrets::default() };
    let name = |finding| match finding {
        Finding::Name(name) => name,
        other => panic!("{other:?} in {text}"),
    };
    findings(text, &secrets).into_iter().map(name).collect()
}

#[test]
fn names_are_found_also_of_someone_nobody_entered() {
    for (text, expected) in [
        ("Mijn man Piet slaat mij. Ik slaap op Kerkstraat 12.", &["Kerkstraat", "Piet"][..]),
        ("Piet slaat mij. “Karel kijkt mee.”", &["Karel", "Piet"]),
        ("Piet slaat mij.", &["Piet"]),
        ("PIET SLAAT MIJ.", &["PIET"]),
        ("Mohammed is boos.", &["Mohammed"]),
        ("Ayşe helpt mij. Łukasz ook.", &["Ayşe", "Łukasz"]),
        ("Fatima's broer is boos.", &["Fatima's"]),
        ("Jan-Willem komt elke dag.", &["Jan-Willem"]),
        ("Bartolomeus slaat mij.", &["Bartolomeus"]),
        ("Bartolomeus en ik willen rust.", &["Bartolomeus"]),
        ("Ik ben bang voor Bartolomeus. Bartolomeus weet dat.", &["Bartolomeus"]),
        ("Mijn ex heet Roos.", &["Roos"]),
        ("Ik woon bij Mark.", &["Mark"]),
        ("Ik slaap op de Markt 12.", &["Markt"]),
        ("Ik ga naar Rotterdam.", &["Rotterdam"]),
        ("Ik verblijf in de Wilgenhof.", &["Wilgenhof"]),
        ("Mijn buurman De Vries helpt.", &["Vries"]),
        ("Het gaat om Jansen.", &["Jansen"]),
        ("Hij zei: Karel mag niet komen.", &["Karel"]),
        ("Ｐｉｅｔ slaat mij.", &["Piet"]),
        ("P\u{ad}iet slaat mij.", &["Piet"]),
    ] {
        let mut found = names(text);
        found.sort();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn ordinary_sentences_hold_no_name() {
    for text in [
        "Nachtopvang voor mijn moeder en hulp voor mij.",
        "Vervoer voor mijn zoon.",
        "Opvang voor mij en de kinderen.",
        "Mijn zoon heeft ADHD.",
        "Ik bel met de SVB en het UWV.",
        "Schuldhulp, een huis en school.",
        "Laatst ging ik te ver.",
        "Mijn kinderen zijn nooit meer bang. Wij eten samen. Geld is op. En de school belt.",
        "Boodschappen en koken lukt niet meer.",
        "Traplift nodig. Scootmobiel ook.",
        "Incasso na incasso. Deurwaarder aan de deur.",
        "Ontruiming dreigt op 1 juni.",
        "Vakantie is er nooit bij.",
        "Ik wil op Maandag naar de Huisarts.",
        "Sinds Januari heb ik geen werk.",
        "Ik spreek Arabisch en een beetje Nederlands.",
        "Ik kom uit Syrië en woon nu in Nederland.",
        "De Gemeente en het Wijkteam weten het.",
        "Ik heb gebeld met Veilig Thuis en het Leger des Heils.",
        "Ik haal eten bij de Voedselbank en de Albert Heijn.",
        "Mijn DigiD werkt niet op WhatsApp.",
        "De WMO, de WIA en de GGZ.",
        "GGZ en PGB zijn gestopt.",
        "Hij zei: Jij moet weg.",
        "“Rustig blijven”, zeg ik dan.",
        "- Vervoer\n- Opvang\n- Begeleiding",
        "Dagbesteding voor drie dagen! Graag snel.",
        "Verhuizen naar een gelijkvloerse woning.",
        "Mantelzorg is zwaar. Slapen lukt niet.",
        "Mijn Dochter en mijn Zoon wonen bij mij.",
        "Wil je mij bellen? Mark dit niet.",
        "U kunt mij bellen. Bel mij in de ochtend.",
        "Met Kerst zijn we alleen. Na de Ramadan ook.",
        "Gescheiden. Alimentatie komt niet.",
        "ik wil rust in huis",
    ] {
        assert_eq!(names(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(findings("Mijn man Piet", &Secrets::default()), []);
}

#[test]
fn a_name_is_looked_for_as_a_whole_and_in_its_parts() {
    assert_eq!(words::parts_of("Til de Vries"), ["Til", "Vries", "Til de Vries"]);
    assert_eq!(words::parts_of("Til"), ["Til"]);
    assert_eq!(words::parts_of("til de vries"), ["til", "vries", "til de vries"]);
    assert_eq!(words::parts_of("TIL DE VRIES"), ["TIL", "VRIES", "TIL DE VRIES"]);
    assert_eq!(words::parts_of("van vries"), ["vries", "van vries"]);
    assert_eq!(words::parts_of("Anne-Marie"), ["Anne", "Marie", "Anne-Marie"]);
    assert_eq!(words::parts_of("  "), Vec::<String>::new());
}
