//! The ids in content, at any depth.

use std::collections::BTreeSet;

use serde_json::Value;

/// Adds the `id` of every object in the value to `ids`.
pub fn gather_ids(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            ids.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| gather_ids(value, ids));
        }
        Value::Array(values) => values.iter().for_each(|value| gather_ids(value, ids)),
        _ => {}
    }
}
