//! The copy for a restart: a damaged one is refused as a whole, and takes nothing else with it.

use std::hash::Hasher;

use app::model::dossier::Dossier;
use app::model::saved::{from_memory, kept_in_memory, records};

use super::{full, is_whole, plan, read};

/// A copy with this content and the checksum that belongs to it.
fn sealed(json: &str) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(json.as_bytes());
    format!("1:{:016x}:{json}", hasher.finish())
}

fn json(copy: &str) -> &str {
    copy.splitn(3, ':').nth(2).expect("a format and a checksum are before it")
}

/// A dossier with every kind of answer, and one with a plan.
fn copies() -> [String; 2] {
    [full().0, plan::planned().0].map(|dossier| kept_in_memory(&dossier))
}

#[track_caller]
fn check_refused(copy: &str) {
    let start: String = copy.chars().take(60).collect();
    assert!(from_memory(copy).is_none(), "{} bytes were taken for a copy: {start}", copy.len());
}

#[test]
fn a_copy_brings_everything_back() {
    for copy in copies() {
        let back = from_memory(&copy).expect("it was just written");
        assert!(!back.is_empty());
        assert_eq!(kept_in_memory(&back), copy);
        assert_eq!(sealed(json(&copy)), copy, "these tests know the format");
    }
    assert!(from_memory(&kept_in_memory(&Dossier::new())).is_some_and(|dossier| dossier.is_empty()));
}

#[test]
fn a_copy_cut_off_anywhere_is_refused() {
    check_refused("");
    for copy in copies() {
        for cut in (1..copy.len()).filter(|cut| copy.is_char_boundary(*cut)) {
            check_refused(&copy[..cut]);
            check_refused(&copy[cut..]);
        }
    }
}

#[test]
fn a_copy_with_one_other_bit_anywhere_is_refused() {
    for copy in copies() {
        let mut bytes = copy.into_bytes();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                if let Ok(changed) = std::str::from_utf8(&bytes) {
                    check_refused(changed);
                }
                bytes[at] ^= 1 << bit;
            }
        }
    }
}

#[test]
fn a_copy_of_another_version_is_refused() {
    for copy in copies() {
        let rest = copy.strip_prefix('1').expect("the version");
        for version in ["", "0", "2", "11", "01", " 1", "-1", "99999999999999999999"] {
            check_refused(&format!("{version}{rest}"));
        }
        // Before there was a version.
        check_refused(json(&copy));
    }
}

#[test]
fn a_copy_nested_deeply_is_refused() {
    let deep = 200_000;
    for json in [
        "[".repeat(deep),
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("{}1{}", "{\"answers\":".repeat(deep), "}".repeat(deep)),
        format!("{{\"unknown\":{}{}}}", "[".repeat(deep), "]".repeat(deep)),
    ] {
        check_refused(&json);
        check_refused(&sealed(&json));
    }
}

#[test]
fn five_megabytes_that_are_no_copy_are_refused() {
    const MANY: usize = 5_000_000;
    let [copy, _] = copies();
    for text in
        ["a".repeat(MANY), "9".repeat(MANY), ":".repeat(MANY), "1:".repeat(MANY / 2), "\u{1f468}".repeat(MANY / 4)]
    {
        check_refused(&text);
        check_refused(&sealed(&text));
        check_refused(&format!("{copy}{text}"));
    }
    check_refused(&sealed(&format!("{{\"marks\":[\"{}\"]}}", "a".repeat(MANY))));
}

#[test]
fn a_copy_of_another_shape_is_refused() {
    let [copy, _] = copies();
    let whole: serde_json::Value = serde_json::from_str(json(&copy)).expect("it is JSON");
    let keys: Vec<String> = whole.as_object().expect("an object").keys().cloned().collect();
    assert!(keys.len() > 5, "{keys:?}");
    for key in keys {
        for other in [None, Some(serde_json::Value::Null), Some("x".into()), Some((-1).into())] {
            let mut changed = whole.clone();
            let object = changed.as_object_mut().expect("an object");
            match other {
                None => object.remove(&key),
                Some(other) => object.insert(key.clone(), other),
            };
            check_refused(&sealed(&changed.to_string()));
        }
    }
    for json in ["", "null", "[]", "{}", "1", "\"\"", "{\"answers\":{}}"] {
        check_refused(&sealed(json));
    }
    let doubled = json(&copy).replacen('{', "{\"marks\":[],", 1);
    check_refused(&sealed(&doubled));
}

#[test]
fn a_refused_copy_leaves_the_records_on_the_device() {
    let (dossier, facts) = full();
    let before = records(&facts, &dossier);
    let copy = kept_in_memory(&dossier);
    check_refused(&copy[..copy.len() - 1]);
    let restored = read(&before);
    assert!(is_whole(&restored), "{:?}", restored.damaged);
    assert_eq!(restored.dossier.answers, dossier.answers);
    assert_eq!(records(&facts, &dossier), before);
}
