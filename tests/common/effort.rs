//! How much the long tests try. A plain `cargo test` tries a small part, so that it is done within half a minute; with
//! `EFFORT=full`, as `make test` sets it, they try everything.

use std::env;

/// Whether this run tries everything.
pub fn is_full() -> bool {
    env::var("EFFORT").is_ok_and(|effort| effort == "full")
}
