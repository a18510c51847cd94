//! Checks that no text is empty, except where an empty text has a meaning.

use super::super::draft::Draft;
use super::super::problem::Problems;

pub fn check(draft: &Draft, problems: &mut Problems) {
    for source in &draft.sources {
        for path in &source.empty_texts {
            if !may_be_empty(path) {
                let key = path.rsplit('.').find(|step| !is_number(step));
                let key = key.unwrap_or(path);
                let text = match key {
                    "source" => "hier hoort een bron: waar is dit gelezen?".to_owned(),
                    key => format!("lege tekst bij `{key}`"),
                };
                problems.at(source, path, text);
            }
        }
    }
}

/// `confirmed-on` is empty until a person has checked it; an option on a sheet may print nothing; the name and the
/// subject of a consent may be lines for the pen.
fn may_be_empty(path: &str) -> bool {
    let steps: Vec<&str> = path.split('.').collect();
    let is_option_on_paper =
        matches!(steps[..], [.., "options", _, "text"]) && (steps.contains(&"pieces") || steps.contains(&"cells"));
    let is_pen = matches!(steps[..], [.., "talk", _, "who" | "about"]);
    path.ends_with("confirmed-on") || is_option_on_paper || is_pen
}

fn is_number(step: &&str) -> bool {
    step.bytes().all(|byte| byte.is_ascii_digit())
}
