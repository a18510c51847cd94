//! The ids that content holds, wherever they stand in it.

use std::collections::BTreeSet;

use serde_json::Value;

/// Adds every `id` in the value to `ids`.
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
