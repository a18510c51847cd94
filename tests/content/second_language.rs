//! A second language: the same files and keys as the Dutch words, and every difference is told.

use std::fs;
use std::path::PathBuf;

use app::authoring;
use app::model::content::Direction;
use app::model::packed::{self, Packed};

use crate::{files_below, root};

/// A copy of the content with the Dutch words as those of another language, removed when dropped.
struct SecondLanguage(PathBuf);

impl SecondLanguage {
    /// `plant` says what is wrong: the file, a line of it, and what stands there instead.
    fn with(tag: &str, name: &str, plant: &[(&str, &str, &str)]) -> SecondLanguage {
        let folder = std::env::temp_dir().join(format!("language-{}-{name}", std::process::id()));
        for file in files_below(&root().join("content"), "toml") {
            let to = folder.join(file.strip_prefix(root()).expect("files_below"));
            fs::create_dir_all(to.parent().expect("content/")).expect("a folder for temporary files");
            fs::copy(&file, to).expect("a copy of the content");
        }
        authoring::begin_language(&folder, tag, &authoring::check(&folder)).expect("a folder for temporary files");
        for (file, line, instead) in plant {
            let path = folder.join("content").join(tag).join(file);
            let text = fs::read_to_string(&path).unwrap_or_default();
            assert!(line.is_empty() || text.contains(line), "{file} has no {line}");
            fs::write(path, if line.is_empty() { (*instead).to_owned() } else { text.replace(line, instead) })
                .expect("a file in it");
        }
        SecondLanguage(folder)
    }
}

impl Drop for SecondLanguage {
    fn drop(&mut self) {
        // The system cleans up what remains.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_second_language_has_the_structure_of_the_first_and_its_own_words() {
    let language = SecondLanguage::with("ar", "whole", &[("app.toml", "\"Verder\"", "\"Next\"")]);
    let checked = authoring::check(&language.0);
    assert_eq!(checked.problems, []);
    let [arabic] = &checked.languages[..] else { panic!("one language beside Dutch") };
    assert_eq!((arabic.language.as_str(), arabic.direction), ("ar", Direction::Rtl));
    assert_eq!(arabic.texts.get("button.next").map(String::as_str), Some("Next"));
    let packed = packed::write(arabic).expect("content can be packed");
    let Packed { structure, words } = authoring::packed_files();
    assert_eq!(&packed.structure, structure, "the structure is that of the Dutch content");
    assert_ne!(&packed.words, words);
    assert_eq!(packed::read(structure, &packed.words).as_ref(), Ok(arabic));
}

#[test]
fn everything_that_is_wrong_with_a_second_language_is_told_at_once() {
    let faults = [
        ("app.toml", "\"button.next\" = \"Verder\"\n", ""),
        ("app.toml", "\"Nog {n} tekens.\"", "\"Nog een paar tekens.\""),
        ("app.toml", "\"button.back\" = \"Vorige\"", "\"button.back\" = \" \""),
        ("areas/20-geld.toml", "\"geld.name\" = ", "\"geld.nam\" = "),
        ("contacts.toml", "113 of 0800 0113", "113"),
        ("calendar.toml", "", "\"a\" = \"b\"\n"),
        ("names.toml", "\"ordinary\" = [", "\"ordinary\" = [\"\", "),
        ("flow.toml", "\"q1.text\" = \"", "\"q1.text\" = 3 # \""),
        ("safety.toml", "\"W1.words\" = [", "\"W1.words\" = \"dood\" # ["),
    ];
    let language = SecondLanguage::with("pl", "faulty", &faults);
    fs::remove_file(language.0.join("content/pl/terms.toml")).expect("the file of the hard words");
    let checked = authoring::check(&language.0);
    assert!(checked.languages.is_empty(), "words with a fault are not packed");
    let line = |file: &str, key: &str| {
        let text = fs::read_to_string(language.0.join("content/pl").join(file)).expect("a file of this language");
        let at = text.lines().position(|line| line.starts_with(&format!("\"{key}\"")));
        format!("content/pl/{file}:{}", at.unwrap_or_else(|| panic!("no {key} in {file}")) + 1)
    };
    let geld = &authoring::packed().areas.iter().find(|area| area.id == "geld").expect("the area about money").name;
    let expected = [
        "content/pl/app.toml  `button.next` ontbreekt: “Verder”".to_owned(),
        format!("{}  lege tekst bij `button.back`", line("app.toml", "button.back")),
        format!("{}  `field.left` heeft niets; in het Nederlands staat hier {{n}}", line("app.toml", "field.left")),
        format!("content/pl/areas/20-geld.toml  `geld.name` ontbreekt: “{geld}”"),
        format!("{}  `geld.nam` heeft het Nederlands niet", line("areas/20-geld.toml", "geld.nam")),
        "content/pl/calendar.toml  dit bestand heeft het Nederlands niet".to_owned(),
        format!("{}  `113.shown` mist het nummer 0800", line("contacts.toml", "113.shown")),
        format!("{}  bij `q1.text` hoort een tekst", line("flow.toml", "q1.text")),
        format!("{}  leeg woord in de lijst bij `ordinary`", line("names.toml", "ordinary")),
        format!("{}  bij `W1.words` hoort een lijst teksten", line("safety.toml", "W1.words")),
        "content/pl/terms.toml  dit bestand ontbreekt".to_owned(),
    ];
    let found: Vec<String> = checked.problems.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}
