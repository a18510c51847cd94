//! Host tool: checks all content, packs it, writes the schemas and draws the flow. The work is in `app::authoring`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    app::authoring::run(&arguments)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
