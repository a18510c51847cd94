//! The commands of `cargo run --bin content`. They work on `content/` in the current folder.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an editor reads the answer on the command line")]

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use super::{Checked, check, finish, outline, overlay, pack, pseudo, reachability, schema};

const HELP: &str = "\
cargo run --bin content               alles nakijken
cargo run --bin content -- release    wat nog bevestigd moet worden voor livegang
cargo run --bin content -- outline    de weg langs alle schermen
cargo run --bin content -- reach      bij elke vraag een kortste lijst antwoorden
cargo run --bin content -- schema     de schema’s in content/schema opnieuw schrijven
cargo run --bin content -- desk       de laag voor het loket naar target/content schrijven
cargo run --bin content -- language TAG  een nieuwe taal beginnen: content/TAG met de Nederlandse woorden erin
cargo run --bin content -- pseudo MAP    de woorden in twee namaaktalen naar MAP schrijven, voor tests
cargo run --bin content -- finish     inpakken (alleen voor Trunk)";

/// Runs one command.
pub fn run(arguments: &[String]) -> ExitCode {
    let root = Path::new(".");
    let command: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match command[..] {
        [] => tell(root, counts),
        ["release"] => tell(root, release),
        ["outline"] => {
            // Also for content with problems: an outline helps to find them.
            println!("{}", outline::text(&check(root)));
            Ok(())
        }
        ["reach"] => tell(root, reachability::text),
        ["schema"] => schema::write(root).map_err(Into::into),
        ["desk"] => checked(root).and_then(|checked| finish::desk(&checked, root)),
        ["language", tag] => overlay::begin(root, tag, &check(root)),
        ["pseudo", folder] => checked(root).and_then(|checked| pseudo::write(&checked, Path::new(folder))),
        ["finish"] => checked(root).and_then(|checked| finish::stage(&checked)),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::FAILURE;
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn tell(root: &Path, words: fn(&Checked) -> String) -> Result<(), Box<dyn Error>> {
    println!("{}", words(&checked(root)?));
    Ok(())
}

/// The content, or all its problems as one error.
fn checked(root: &Path) -> Result<Checked, Box<dyn Error>> {
    let checked = check(root);
    if checked.problems.is_empty() {
        return Ok(checked);
    }
    let lines: Vec<String> = checked.problems.iter().map(ToString::to_string).collect();
    let count = lines.len();
    Err(format!("{}\n\n{count} × te verbeteren.", lines.join("\n")).into())
}

fn counts(checked: &Checked) -> String {
    let Some(content) = &checked.content else {
        return String::new();
    };
    let counts = checked.counts();
    let files = pack::files(content);
    let (structure, words) = (files.structure.len(), files.words.len());
    format!(
        "De inhoud klopt: {} gebieden, {} situaties, {} vragen, {} contacten, {} schermen; ingepakt {structure} + {words} bytes.",
        counts.areas, counts.situations, counts.questions, counts.contacts, counts.screens
    )
}

/// Numbers and desks that nobody has confirmed with the service itself. Not a problem until the page goes live.
fn release(checked: &Checked) -> String {
    let open = checked.unconfirmed();
    if open.is_empty() {
        return "Alles is bevestigd.".to_owned();
    }
    let count = open.len();
    format!("Voor livegang nog te bevestigen ({count}):\n{}", open.join("\n"))
}
