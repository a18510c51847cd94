//! The browser's binary. It only names the library so that it is linked; `boot.js` starts the app through `ui::start`.
#[cfg(target_arch = "wasm32")]
use app as _;

fn main() {}
