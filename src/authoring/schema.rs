//! JSON Schemas of the files, made from the Rust types, so that an editor's program knows the keys.

use std::path::Path;
use std::{fs, io};

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use super::files::{Calendar, Contacts, DeskArea, Terms, Texts, Trace};
use crate::model::content::{Area, Flow, Gemeente, PlanTexts, Safety, Sheets};

/// The schemas by file name.
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("app.json", of::<Texts>()),
        ("area.json", of::<Area<String>>()),
        ("calendar.json", of::<Calendar>()),
        ("contacts.json", of::<Contacts>()),
        ("desk.json", of::<DeskArea>()),
        ("flow.json", of::<Flow<String>>()),
        ("gemeente.json", of::<Gemeente>()),
        ("plan.json", of::<PlanTexts>()),
        ("safety.json", of::<Safety<String>>()),
        ("sheets.json", of::<Sheets<String>>()),
        ("terms.json", of::<Terms>()),
        ("trace.json", of::<Trace>()),
    ]
}

/// Writes them to `content/schema`.
///
/// # Errors
///
/// When the folder cannot be written.
pub fn write(root: &Path) -> io::Result<()> {
    let folder = root.join("content/schema");
    fs::create_dir_all(&folder)?;
    for (name, schema) in all() {
        fs::write(folder.join(name), schema)?;
    }
    Ok(())
}

/// Draft 7: the newest one that the editors' plug-ins for TOML understand.
fn of<T: JsonSchema>() -> String {
    let schema: Schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    format!("{:#}\n", schema.as_value())
}
