//! JSON Schemas of the content files, generated from the Rust types, so that an editor's program knows the keys.

use std::path::Path;
use std::{fs, io};

use schemars::{JsonSchema, Schema, generate::SchemaSettings, json_schema};

use super::files::{Calendar, Contacts, DeskArea, Terms, Trace};
use crate::model::content::{Flow, Gemeente, LifeArea, Names, PlanTexts, Safety, Sheets};

/// The schemas by file name.
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("app.json", told(&texts())),
        ("area.json", of::<LifeArea<String>>()),
        ("calendar.json", of::<Calendar>()),
        ("contacts.json", of::<Contacts>()),
        ("desk.json", of::<DeskArea>()),
        ("flow.json", of::<Flow<String>>()),
        ("gemeente.json", of::<Gemeente<String>>()),
        ("names.json", of::<Names>()),
        ("plan.json", of::<PlanTexts>()),
        ("safety.json", of::<Safety<String>>()),
        ("sheets.json", of::<Sheets<String>>()),
        ("terms.json", of::<Terms>()),
        ("trace.json", of::<Trace>()),
    ]
}

/// Writes the schemas to `content/schema`.
///
/// # Errors
///
/// If the folder cannot be written.
pub fn write(root: &Path) -> io::Result<()> {
    let folder = root.join("content/schema");
    fs::create_dir_all(&folder)?;
    for (name, schema) in all() {
        fs::write(folder.join(name), schema)?;
    }
    Ok(())
}

/// Draft 7 is the newest one that the editors' TOML plug-ins understand.
fn of<T: JsonSchema>() -> String {
    told(&SchemaSettings::draft07().into_generator().into_root_schema_for::<T>())
}

/// The schema of `app.toml`: strings in nested tables. The file is read as a table, to know its lines, so no Rust type
/// has this shape.
fn texts() -> Schema {
    json_schema!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Texts",
        "description": "`app.toml`: texts in tables in tables.",
        "anyOf": [{ "type": "string" }, { "type": "object", "additionalProperties": { "$ref": "#" } }],
    })
}

fn told(schema: &Schema) -> String {
    format!("{:#}\n", schema.as_value())
}
