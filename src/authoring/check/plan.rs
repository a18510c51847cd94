//! Checks the circle's own plan: one text per field, with the class fixed in code if there is one; the ids it names
//! exist; and it has exactly the texts that the program uses.

use super::super::draft::{Draft, ParsedFile};
use super::super::known_ids::KnownIds;
use super::super::problem::Problems;
use crate::model::content::{Field, PlanTexts};

/// Every text of the plan, by group.
const TEXTS: &[(&str, &[&str])] = &[
    ("can", &["think-along", "do", "call", "watch-over"]),
    ("knows", &["yes", "not-asked", "no"]),
    ("agreement-kind", &["task", "visit", "at-home", "not-this"]),
    ("term", &["fixed", "trial"]),
    ("rung", &["home-with-agreements", "home-with-someone", "hours-or-night", "weekend-or-week", "other-family"]),
    ("arranged-by", &["me", "circle", "gemeente", "unknown"]),
    ("take", &["phone", "charger", "medicine", "key", "card"]),
    ("colour", &["green", "light-orange", "dark-orange", "red", "after-red"]),
    ("colour-icon", &["green", "light-orange", "dark-orange", "red", "after-red"]),
    ("colour-sees", &["green", "light-orange", "dark-orange", "red", "after-red"]),
    ("colour-does", &["green", "light-orange", "dark-orange", "red", "after-red"]),
    (
        "rule",
        &[
            "demands-covered",
            "demand-whole",
            "no-demands",
            "agreements-whole",
            "no-agreements",
            "routes-whole",
            "my-route-whole",
            "nobody-feared",
            "feared-watches",
            "card-apart",
            "review-soon",
            "someone-calls",
            "wishes-free",
            "safe-adult",
            "talk-it-over",
        ],
    ),
    (
        "hint",
        &[
            "not-finished",
            "covered",
            "covered-by-card",
            "untestable",
            "many-doers",
            "who-called",
            "two-is-enough",
            "lived-it",
            "look-for-someone",
            "code-word",
            "knows-place",
            "other-place",
            "no-number",
            "before-start",
            "no-address",
            "card-put-away",
            "card-done",
            "card-open",
            "write-the-other",
            "before-card",
            "remove-person",
        ],
    ),
    (
        "button",
        &[
            "give-phone",
            "close-card",
            "show-card",
            "mend-demand",
            "make-wish",
            "leave-it",
            "see-agreements",
            "mend",
            "add-demand",
            "add-wish",
            "add-agreement",
            "more",
            "remove",
            "stay-open",
            "nobody-feared",
            "point-out",
            "make-calendar",
            "calendar",
        ],
    ),
    ("answer", &["yes", "no"]),
    (
        "page",
        &[
            "title",
            "title-help",
            "closed",
            "with-professional",
            "done",
            "choose",
            "people",
            "people-help",
            "before",
            "nobody",
            "nobody-watches",
            "household",
            "circle",
            "helpers",
            "says-yes",
            "takes-over",
            "goal",
            "demands",
            "demands-help",
            "demand",
            "demand-line",
            "wishes",
            "coverage",
            "no-agreement",
            "by-agreement",
            "agreements",
            "agreements-help",
            "agreement",
            "agreement-more",
            "ladder",
            "ladder-help",
            "steps-help",
            "filled-in",
            "cards",
            "cards-help",
            "card-of",
            "give-phone",
            "only-you",
            "card-help",
            "card-not-kept",
            "who-feared",
            "who-feared-help",
            "numbers",
            "print-card",
            "reviews",
            "reviews-help",
            "choose-start",
            "at-start",
            "start-short",
            "review",
            "no-results",
            "closing",
            "open",
            "papers",
            "papers-help",
            "sheet",
            "fridge",
            "fridge-help",
            "helper-cards",
            "left-over",
            "waiting",
            "waiting-help",
            "calendar",
            "calendar-help",
            "no-days",
            "not-sent",
            "menu",
            "overview-help",
        ],
    ),
    (
        "paper",
        &[
            "title",
            "title-children",
            "demand-mark",
            "please-use",
            "of",
            "hand-in",
            "hand-in-soon",
            "not-finished",
            "page-2",
            "the-other",
            "me",
            "elsewhere",
            "goal",
            "signs",
            "start",
            "household",
            "demands",
            "demands-by",
            "wishes",
            "covered",
            "covered-by-card",
            "open-demand",
            "if-not",
            "by-agreements",
            "circle",
            "lived-it",
            "agreements",
            "watched-by",
            "for-demand",
            "trial-until",
            "trial",
            "otherwise",
            "stand-in",
            "visitor",
            "allowed",
            "at-home",
            "back-on",
            "child-contact",
            "needed-at-home",
            "not-this",
            "arranged",
            "budget",
            "budget-why",
            "ladder",
            "ladder-line",
            "caller",
            "reviews",
            "review-on",
            "good",
            "bad",
            "next",
            "mark-box",
            "present",
            "present-all",
            "rhythm",
            "until",
            "marks",
            "mark-line",
            "mark-at",
            "mark-empty",
            "now",
            "looked-along",
            "signed",
            "closing",
            "left-over",
            "own-card",
            "someone",
            "pen",
            "pen-short",
        ],
    ),
    ("helper-card", &["title", "intro", "does", "watches", "stands-in", "calls", "reviews", "danger"]),
    ("fridge", &["title", "more", "none", "not-this", "reviews", "danger"]),
    ("safety-card", &["title", "danger", "places", "brought-by", "numbers", "takes", "fetches", "help"]),
    ("child-card", &["title", "danger", "places", "call", "takes", "help", "brave"]),
    ("visit-strip", &["title"]),
    ("calendar", &["review", "file"]),
];

pub fn check(draft: &Draft, index: &KnownIds<'_>, whole: bool, problems: &mut Problems) {
    let Some(part) = &draft.plan else {
        return;
    };
    fields(part, whole, problems);
    roles(part, index, problems);
    texts(part, whole, problems);
    for (place, word) in part.value.vague.iter().enumerate() {
        if *word != word.to_lowercase() || word.contains(' ') {
            problems.at(
                &part.source,
                &format!("vague.{place}"),
                format!("`{word}`: schrijf één woord in kleine letters"),
            );
        }
    }
}

fn fields(part: &ParsedFile<PlanTexts>, whole: bool, problems: &mut Problems) {
    let fields = &part.value.fields;
    for (place, field) in fields.iter().enumerate() {
        let mut tell = |key: &str, text| problems.at(&part.source, &format!("fields.{place}.{key}"), text);
        if fields[..place].iter().any(|other| other.id == field.id) {
            tell("id", format!("veld `{}` staat er al", field.id));
        }
        if fields[..place].iter().any(|other| other.is == field.is) {
            tell("is", "dit veld staat er al".to_owned());
        }
        if field.is.fixed_class().is_some_and(|fixed| fixed != field.class) {
            tell("class", "de klasse van dit veld ligt vast in het programma".to_owned());
        }
    }
    let is_there = |is: &&Field| fields.iter().any(|field| field.is == **is);
    let missing = Field::ALL.iter().filter(|is| !is_there(is));
    if whole {
        for is in missing {
            let name = serde_json::to_string(is).unwrap_or_default();
            problems.at(&part.source, "fields", format!("veld {} ontbreekt", name.replace('"', "`")));
        }
    }
}

fn roles(part: &ParsedFile<PlanTexts>, index: &KnownIds<'_>, problems: &mut Problems) {
    let roles = &part.value.roles;
    let single = [
        ("child", &roles.child),
        ("at-home", &roles.at_home),
        ("reported-on", &roles.reported_on),
        ("tired", &roles.tired),
        ("nobody", &roles.nobody),
    ];
    let single = single.map(|(key, id)| (format!("roles.{key}"), id));
    let again = roles.ask_again.iter().enumerate().map(|(place, id)| (format!("roles.ask-again.{place}"), id));
    let before = roles.before.iter().enumerate().map(|(place, id)| (format!("roles.before.{place}"), id));
    for (path, id) in single.into_iter().chain(again).chain(before) {
        if index.question(id).is_none() && !index.is_cut(id) {
            problems.at(&part.source, &path, format!("vraag `{id}` bestaat niet"));
        }
    }
    for (place, age) in roles.child_ages.iter().enumerate() {
        if !index.exists(age) {
            problems.at(&part.source, &format!("roles.child-ages.{place}"), format!("`{age}` bestaat niet"));
        }
    }
}

fn texts(part: &ParsedFile<PlanTexts>, whole: bool, problems: &mut Problems) {
    let texts = &part.value.texts;
    let names_of = |group: &str| TEXTS.iter().find(|(other, _)| *other == group).map(|(_, names)| *names);
    let mut unknown = "";
    for (group, name) in texts.keys().filter_map(|key| key.split_once('.')) {
        match names_of(group) {
            Some(names) if !names.contains(&name) => {
                let text = format!("tekst `{name}` gebruikt het programma niet; wel: {}", names.join(", "));
                problems.at(&part.source, &format!("texts.{group}.{name}"), text);
            }
            None if group != unknown => {
                problems.at(&part.source, &format!("texts.{group}"), format!("groep `{group}` ken ik niet"));
                unknown = group;
            }
            Some(_) | None => {}
        }
    }
    for (group, names) in TEXTS.iter().filter(|_| whole) {
        for name in names.iter().filter(|name| !texts.contains_key(&format!("{group}.{name}"))) {
            problems.at(&part.source, &format!("texts.{group}"), format!("tekst `{name}` ontbreekt"));
        }
    }
}
