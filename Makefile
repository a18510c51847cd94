# The two commands: `make serve` and `make test`. Both install what is missing and skip what is there.

# Tools installed here come first; a tool of the right version elsewhere on PATH is used when it is not here.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/tests/browser/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)
export PLAYWRIGHT_BROWSERS_PATH ?= $(CURDIR)/.tools/browsers
# Trunk reads NO_COLOR as true or false and stops at the usual 1.
unexport NO_COLOR

PORT ?= 8080
WASM := --target wasm32-unknown-unknown --lib --bin wizard

.PHONY: help serve test build bench pictures tools tools-test lint native release sizes browser

help:
	@echo "make serve   build the release and serve it on http://localhost:$(PORT)"
	@echo "make test    format, clippy, native tests, release build, sizes, browser tests"
	@echo "make build   the release in dist/, for any static host and any path"
	@echo "make bench   print sizes and times of the release, also with the largest plan"
	@echo "make pictures   the pages and papers of a plan as pictures, in pictures/"

serve: build
	node tests/browser/serve.mjs dist $(PORT) /

test: tools-test
	$(MAKE) --no-print-directory lint
	$(MAKE) --no-print-directory native
	$(MAKE) --no-print-directory release
	$(MAKE) --no-print-directory sizes
	$(MAKE) --no-print-directory browser
	@echo "==> all tests passed"

build: tools
	$(MAKE) --no-print-directory release

bench: tools-test
	$(MAKE) --no-print-directory release
	node tests/browser/bench.mjs
	cd tests/browser && playwright test -c bench.config.ts

pictures: tools-test
	$(MAKE) --no-print-directory release
	cd tests/browser && playwright test -c pictures.config.ts

tools:
	@scripts/tools.sh build

tools-test:
	@scripts/tools.sh test

lint:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM) -- -D warnings

# A plain `cargo test` tries a small part of this.
native:
	EFFORT=full cargo test

# Trunk builds offline, so that it never downloads a tool; the crates have to be there before it starts. What is loaded
# does not say where it was built.
release: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates
release:
	cargo fetch --quiet
	trunk build --release

# Fails when the first load is too large, or when the wasm is so small that the library was not linked.
sizes:
	node tests/browser/bench.mjs --sizes

browser:
	cd tests/browser && playwright test
