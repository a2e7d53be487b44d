# The commands of the README. `make run` starts the product, `make test` proves it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test site tools fonts browser bench

export CARGO_TARGET_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/xiaoxiang/target
TOOLS := $(CARGO_TARGET_DIR)/tools
SITE := target/site
FONTS := target/fonts
SERIF := end2end/node_modules/@expo-google-fonts/noto-serif-sc
BINDGEN_VERSION := $(shell grep -A1 'name = "wasm-bindgen"$$' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')
BINDGEN := $(TOOLS)/bin/wasm-bindgen
WASM := $(CARGO_TARGET_DIR)/wasm32-unknown-unknown/wasm-release/app.wasm
say = @echo "→ $(1)"

help:
	@echo "make run    build what is missing and serve http://127.0.0.1:3000 with demo data"
	@echo "make test   format, lints, all tests on SQLite and PostgreSQL, browser journeys"
	@echo "make bench  the figures that the product promises"

run: site
	$(call say,building the server (first time 15–20 minutes; then seconds))
	@cargo build --release -p server
	@mkdir -p target/release data && ln -sfn $(CARGO_TARGET_DIR)/release/xiaoxiang target/release/xiaoxiang
	$(call say,preparing the database in data/ and at the first start the demo (under a minute))
	@target/release/xiaoxiang migrate
	@target/release/xiaoxiang demo
	@target/release/xiaoxiang serve --site $(SITE)

test: site browser
	@end2end/run-tests.sh

# Compiles the pages to WASM and writes the compressed site with hashed names.
site: tools fonts
	$(call say,building the site (first time about 5 minutes; then seconds))
	@cargo build -p app --lib --features hydrate --target wasm32-unknown-unknown --profile wasm-release
	@node end2end/build-site.mjs "$(BINDGEN)" "$(WASM)" "$(SITE)"

tools: $(BINDGEN)-$(BINDGEN_VERSION) end2end/node_modules/.package-lock.json
	@rustup target list --installed | grep -q wasm32-unknown-unknown \
	  || { echo "→ adding the WASM target (about a minute)"; rustup target add wasm32-unknown-unknown; } \
	  || { echo "Cannot add the WASM target: install rustup (https://rustup.rs) and run 'rustup target add wasm32-unknown-unknown'."; exit 1; }

$(BINDGEN)-$(BINDGEN_VERSION):
	$(call say,installing wasm-bindgen $(BINDGEN_VERSION) (once about 5 minutes))
	@cargo install wasm-bindgen-cli --version $(BINDGEN_VERSION) --locked --root "$(TOOLS)" --force
	@touch $@

# The fonts of the papers; 仿宋 and 小标宋 are used where somebody lays them beside these.
fonts: $(FONTS)/NotoSerifSC_400Regular.ttf $(FONTS)/NotoSerifSC_700Bold.ttf

$(FONTS)/NotoSerifSC_%.ttf: end2end/node_modules/.package-lock.json
	@mkdir -p $(FONTS)
	@cp $(SERIF)/$*/$(notdir $@) $@

end2end/node_modules/.package-lock.json: end2end/package-lock.json
	$(call say,installing the npm tools (once about a minute))
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js 20 or newer (https://nodejs.org)."; exit 1; }
	@cd end2end && npm ci --no-audit --no-fund
	@touch $@

browser:
	@end2end/find-browser.sh

bench: site
	$(call say,building the server for the figures)
	@cargo build --release -p server
	@end2end/bench.sh
