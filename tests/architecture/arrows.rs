//! The dependency rule as a table: which folder must not name what, and why.

use super::paths;
use super::source::{Finding, Source};

/// Paths that a folder must not name.
pub struct Arrow {
    pub folders: &'static [&'static str],
    pub except_in: &'static [&'static str],
    pub forbidden: &'static [&'static str],
    pub but: &'static [&'static str],
    /// Whether items and attributes that only the host compiles are exempt.
    pub host_may: bool,
    pub why: &'static str,
}

const PLAIN: Arrow = Arrow { folders: &["src"], except_in: &[], forbidden: &[], but: &[], host_may: false, why: "" };

/// A room of the model, and the rooms that it must not know.
const fn room(folders: &'static [&'static str], forbidden: &'static [&'static str], why: &'static str) -> Arrow {
    Arrow { folders, forbidden, why, ..PLAIN }
}

pub const ARROWS: &[Arrow] = &[
    Arrow {
        folders: &["src/model"],
        forbidden: &["leptos", "web_sys", "js_sys", "gloo", "gloo_storage", "wasm_bindgen", "wasm_bindgen_futures"],
        why: "the model knows no browser: it must run the same in a test and on a phone",
        ..PLAIN
    },
    Arrow {
        folders: &["src/model"],
        forbidden: &["std::time", "SystemTime", "Instant", "rand", "getrandom", "std::env", "std::fs", "std::thread"],
        why: "the model has no clock, chance or disk of its own: such values come in from outside",
        ..PLAIN
    },
    Arrow {
        folders: &["src/model"],
        forbidden: &["crate::ui", "crate::browser", "crate::authoring"],
        why: "the arrows point to the model, never away from it",
        ..PLAIN
    },
    room(
        &["src/model/plan"],
        &[
            "crate::model::catalogue",
            "crate::model::dossier",
            "crate::model::facts",
            "crate::model::guidance",
            "crate::model::journey",
            "crate::model::overview",
            "crate::model::paper",
            "crate::model::plan_rules",
            "crate::model::privacy",
            "crate::model::saved",
            "crate::model::update",
        ],
        "a plan is data: what follows from it is in `plan_rules`",
    ),
    room(
        &["src/model/content"],
        &[
            "crate::model::catalogue",
            "crate::model::dossier",
            "crate::model::facts",
            "crate::model::guidance",
            "crate::model::journey",
            "crate::model::overview",
            "crate::model::paper",
            "crate::model::plan",
            "crate::model::plan_rules",
            "crate::model::privacy",
            "crate::model::saved",
            "crate::model::update",
        ],
        "content is data: it knows nothing of who reads it",
    ),
    room(
        &["src/model/privacy"],
        &[
            "crate::model::guidance",
            "crate::model::journey",
            "crate::model::overview",
            "crate::model::paper",
            "crate::model::plan_rules",
            "crate::model::saved",
            "crate::model::update",
        ],
        "what may leave the screen is decided before any paper",
    ),
    room(
        &["src/model/facts"],
        &[
            "crate::model::guidance",
            "crate::model::journey",
            "crate::model::overview",
            "crate::model::paper",
            "crate::model::plan_rules",
            "crate::model::privacy",
            "crate::model::saved",
            "crate::model::update",
        ],
        "what follows from the answers depends on no screen and no paper",
    ),
    room(
        &["src/model/plan_rules"],
        &[
            "crate::model::journey",
            "crate::model::overview",
            "crate::model::paper",
            "crate::model::saved",
            "crate::model::update",
        ],
        "the rules of a plan depend on no screen and no paper",
    ),
    room(
        &["src/model/journey"],
        &[
            "crate::model::overview",
            "crate::model::paper",
            "crate::model::plan_rules",
            "crate::model::saved",
            "crate::model::update",
        ],
        "which screen comes next depends on no paper",
    ),
    room(
        &["src/model/paper"],
        &["crate::model::journey", "crate::model::overview", "crate::model::saved", "crate::model::update"],
        "a paper says what the answers say now, and changes nothing",
    ),
    Arrow {
        folders: &["src/browser"],
        forbidden: &["leptos", "crate::model", "crate::ui", "crate::authoring"],
        why: "the browser room takes and gives strings, and decides nothing",
        ..PLAIN
    },
    Arrow {
        folders: &["src/ui/components"],
        forbidden: &["crate::model"],
        but: &["crate::model::paper::document"],
        why: "a component takes texts and callbacks; of the model it draws a document",
        ..PLAIN
    },
    Arrow {
        folders: &["src/ui/components"],
        forbidden: &["crate::browser", "crate::ui::pages", "crate::ui::actions", "crate::ui::context"],
        why: "a component knows no page, no browser and no wiring",
        ..PLAIN
    },
    Arrow {
        folders: &["src/ui/view"],
        forbidden: &[
            "crate::model",
            "crate::browser",
            "crate::ui::pages",
            "crate::ui::components",
            "crate::ui::context",
        ],
        why: "what draws elements knows nothing of what they say",
        ..PLAIN
    },
    Arrow {
        folders: &["src/ui/components"],
        forbidden: &["web_sys", "js_sys", "wasm_bindgen"],
        why: "a component says what is on the screen; `ui::view` draws it",
        ..PLAIN
    },
    Arrow {
        folders: &["src/ui/pages"],
        forbidden: &["crate::browser", "web_sys", "gloo_storage", "js_sys", "wasm_bindgen"],
        why: "a page dispatches events; only the wiring of `ui` calls the browser",
        ..PLAIN
    },
    Arrow {
        except_in: &["src/authoring", "src/bin"],
        forbidden: &["toml", "winnow"],
        why: "only the host reads what editors write; the phone reads packed content",
        ..PLAIN
    },
    Arrow {
        except_in: &["src/authoring", "src/bin"],
        forbidden: &["schemars"],
        host_may: true,
        why: "schemas are made on the host; elsewhere only behind a `cfg` that keeps them off the phone",
        ..PLAIN
    },
    Arrow {
        except_in: &["src/authoring", "src/bin"],
        forbidden: &["crate::authoring"],
        why: "nothing that runs on a phone uses the host's tool",
        ..PLAIN
    },
    Arrow {
        except_in: &["src/browser"],
        forbidden: &["gloo_storage"],
        why: "it panics where storage is blocked; `browser` wraps every call",
        ..PLAIN
    },
];

/// Every violation of the table.
pub fn check(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for arrow in ARROWS.iter().filter(|arrow| holds_for(arrow, source)) {
        let tree = if arrow.host_may { &source.phone } else { &source.shipped };
        for named in paths::named(source, tree) {
            let forbidden = arrow.forbidden.iter().find(|word| paths::holds(&named.path, word));
            let spared = arrow.but.iter().any(|word| paths::holds(&named.path, word));
            if let Some(word) = forbidden.filter(|_| !spared) {
                findings.push(source.finding(named.line, format!("`{word}`: {}", arrow.why)));
            }
        }
    }
    findings
}

fn holds_for(arrow: &Arrow, source: &Source) -> bool {
    arrow.folders.iter().any(|folder| source.is_in(folder))
        && !arrow.except_in.iter().any(|folder| source.is_in(folder))
}
