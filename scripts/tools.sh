#!/usr/bin/env bash
# Installs missing tools and skips installed ones, at versions that belong together.
# Usage: scripts/tools.sh build | test
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
# Must match wasm-bindgen in Cargo.toml and [tools] in Trunk.toml.
WASM_BINDGEN=0.2.128
WASM_TARGET=wasm32-unknown-unknown
TOOLS="$PWD/.tools"
BROWSER_TESTS="$PWD/tests/browser"

say() { printf '==> %s\n' "$*"; }
stop() { printf 'Stop: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

for_build() {
  has cargo || stop "cargo is missing; install Rust with rustup (https://rustup.rs)"
  has node || stop "node is missing; install Node 20 or newer"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node 20 or newer is needed, this is $(node -v)"
  rust_parts
  # Not optimised: Trunk only starts other programs, and this takes a third of the time.
  cargo_tool trunk "$TRUNK" trunk --no-default-features --debug
  # Lightly optimised for the same reason; its output is the same.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 cargo_tool wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen
  rm -rf "$TOOLS/build"
  node_packages
}

rust_parts() {
  # rust-toolchain.toml lists target and components, but rustup does not add them if automatic installation is off.
  if [ ! -d "$(rustc --print target-libdir --target "$WASM_TARGET")" ]; then
    say "installing the Rust target $WASM_TARGET"
    rustup target add "$WASM_TARGET" </dev/null
  fi
  if ! cargo clippy --version >/dev/null 2>&1 || ! cargo fmt --version >/dev/null 2>&1; then
    say "installing clippy and rustfmt"
    rustup component add clippy rustfmt </dev/null
  fi
}

# cargo_tool PACKAGE VERSION PROGRAM [FLAGS]: uses a matching program on PATH if there is one.
cargo_tool() {
  local package=$1 version=$2 program=$3
  shift 3
  if has "$program" && [ "$("$program" --version 2>/dev/null | awk '{print $2}')" = "$version" ]; then
    say "$program $version is there"
    return
  fi
  say "installing $package $version (a few minutes, once)"
  cargo install "$package" --locked --version "$version" "$@" --root "$TOOLS" --target-dir "$TOOLS/build" </dev/null
}

# wasm-opt (binaryen), esbuild and the packages of the browser tests, all pinned in one lock file.
node_packages() {
  local done="$BROWSER_TESTS/node_modules/.package-lock.json"
  if [ -f "$done" ] && [ ! "$BROWSER_TESTS/package-lock.json" -nt "$done" ]; then
    say "node packages are there"
    return
  fi
  say "installing node packages (wasm-opt, esbuild, Playwright, axe)"
  (cd "$BROWSER_TESTS" && npm ci --ignore-scripts --no-audit --no-fund </dev/null)
}

for_test() {
  for_build
  local missing=()
  browser_on_path || missing+=(chromium)
  has pdftotext && has pdfinfo || missing+=(poppler-utils)
  # Paper is measured with the widest font that may print it, so that font must be installed.
  fc-list 2>/dev/null | grep -qi 'liberation sans' || missing+=(fonts-liberation)
  if [ "${#missing[@]}" -gt 0 ]; then system_packages "${missing[@]}"; fi
  if browser_on_path; then
    say "Chromium is there"
  else
    say "installing Playwright's Chromium"
    (cd "$BROWSER_TESTS" && ./node_modules/.bin/playwright install chromium </dev/null)
  fi
  has pdftotext && has pdfinfo || stop "pdftotext and pdfinfo are missing; install poppler"
}

browser_on_path() { [ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium ]; }

# Installs Debian packages if apt is there and allowed; elsewhere the caller checks what is missing.
system_packages() {
  has apt-get || return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 0
    as_root=(sudo -n)
  fi
  say "installing $*"
  "${as_root[@]}" apt-get update -qq </dev/null || true
  local package
  for package in "$@"; do
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" </dev/null >/dev/null \
      || say "$package could not be installed with apt"
  done
}

case "${1:-}" in
  build) for_build ;;
  test) for_test ;;
  *) stop "usage: scripts/tools.sh build | test" ;;
esac
