//! The messages of the TOML reader in Dutch. They follow few patterns; an unknown message is passed on unchanged.

/// The message for a value that does not fit its shape.
pub fn of(message: &str) -> String {
    translated(message).unwrap_or_else(|| format!("dit kan ik niet lezen ({message})"))
}

fn translated(message: &str) -> Option<String> {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let (found, allowed) = rest.split_once(", ")?;
        return Some(format!("onbekende sleutel {found}; {}", choice(allowed)));
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (found, allowed) = rest.split_once(", ")?;
        return Some(format!("onbekend woord {found}; {}", choice(allowed)));
    }
    if let Some(rest) = message.strip_prefix("unexpected keys in table: ") {
        // The reader reports all unknown keys at the first of them; here each gets its own turn.
        let (found, allowed) = rest.split_once(", available keys: ")?;
        let first = found.split(", ").next().unwrap_or(found);
        return Some(format!("onbekende sleutel `{first}`; wel: {allowed}"));
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return Some(format!("hier ontbreekt {field}"));
    }
    of_value(message)
}

/// The message for a value of the wrong kind.
fn of_value(message: &str) -> Option<String> {
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let (found, wanted) = rest.split_once(", expected ")?;
        return Some(format!("hier staat {}, maar er hoort {}", kind(found), kind(wanted)));
    }
    if let Some(rest) = message.strip_prefix("invalid value: ") {
        let (found, wanted) = rest.split_once(", expected ")?;
        return Some(format!("{} past hier niet; er hoort {}", kind(found), kind(wanted)));
    }
    if message.starts_with("wanted exactly 1 element") {
        return Some("hier hoort precies één sleutel".to_owned());
    }
    if message == "wanted string or table" {
        return Some("hier hoort een woord of een tabel".to_owned());
    }
    if message.starts_with("not a day of the calendar") {
        return Some("deze datum bestaat niet; schrijf jaar-maand-dag".to_owned());
    }
    None
}

fn choice(allowed: &str) -> String {
    if allowed.starts_with("there are no") {
        return "hier mag niets staan".to_owned();
    }
    let words = allowed.trim_start_matches("expected ").trim_start_matches("one of ").replace(" or ", ", ");
    format!("wel: {words}")
}

fn kind(words: &str) -> String {
    let named = [
        ("integer", "een getal"),
        ("floating point", "een getal"),
        ("string", "een tekst"),
        ("a string", "een tekst"),
        ("boolean", "true of false"),
        ("a boolean", "true of false"),
        ("sequence", "een lijst"),
        ("a sequence", "een lijst"),
        ("map", "een tabel"),
        ("datetime", "een datum"),
        ("struct", "een tabel"),
        ("unit", "niets"),
        ("i64", "een getal"),
        ("u8", "een getal van 0 tot en met 255"),
        ("u32", "een getal vanaf 0"),
        ("usize", "een getal vanaf 0"),
        ("enum", "een van de vaste woorden"),
    ];
    let (start, rest) = words.split_once(' ').unwrap_or((words, ""));
    let whole = named.iter().find(|(english, _)| *english == words);
    let first = named.iter().find(|(english, _)| *english == start);
    match (whole, first) {
        (None, Some((_, dutch))) if rest.starts_with(['`', '"']) => {
            format!("{dutch} ({})", rest.trim_matches(['`', '"']))
        }
        (Some((_, dutch)), _) | (None, Some((_, dutch))) => (*dutch).to_owned(),
        (None, None) => words.to_owned(),
    }
}

/// The start of each syntax error message, and its Dutch translation.
const WRITING: [(&str, &str); 14] = [
    ("duplicate key", "deze sleutel staat er twee keer"),
    ("string values must be quoted", "zet een tekst tussen aanhalingstekens"),
    ("missing opening quote", "hier ontbreekt een aanhalingsteken"),
    ("invalid basic string", "hier ontbreekt een aanhalingsteken"),
    ("missing value", "achter = ontbreekt een waarde"),
    ("missing assignment between key-value pairs", "hier ontbreekt ="),
    ("key with no value", "achter deze sleutel ontbreekt een waarde"),
    ("missing comma between array elements", "hier ontbreekt een komma"),
    ("missing comma between key-value pairs", "hier ontbreekt een komma"),
    ("extra comma in array", "hier staat een komma te veel"),
    ("unclosed array table", "hier ontbreekt ]]"),
    ("unclosed array", "deze lijst sluit niet: er ontbreekt ]"),
    ("unclosed inline table", "hier ontbreekt }"),
    ("unclosed table", "hier ontbreekt ]"),
];

/// The message for a TOML syntax error.
pub fn of_writing(message: &str) -> String {
    let (what, _) = message.split_once(", expected").unwrap_or((message, ""));
    let dutch = WRITING.iter().find(|(english, _)| what.starts_with(english));
    dutch.map_or_else(|| format!("zo schrijf je geen TOML ({message})"), |(_, dutch)| (*dutch).to_owned())
}
