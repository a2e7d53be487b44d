#!/usr/bin/env bash
# Prints the figures that the product promises: bench.sh [ROWS]
set -eu
cd "$(dirname "$0")/.."
target="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/xiaoxiang/target}"
exec "${XIAOXIANG_BINARY:-$target/release/xiaoxiang}" bench --site target/site --rows "${1:-100000}"
