//! Host tool: check all content, pack it, write the schemas, draw the flow.
fn main() {}
