#!/usr/bin/env bash
# Serves a fresh demo on an embedded database for the journeys: serve-demo.sh PORT
set -eu
cd "$(dirname "$0")/.."
binary="${XIAOXIANG_BINARY:-$CARGO_TARGET_DIR/debug/xiaoxiang}"
data=$(mktemp -d)
export DATABASE_URL="${XIAOXIANG_TEST_DATABASE:-sqlite://$data/demo.db}" XIAOXIANG_KEYS="$data/demo.keys" XIAOXIANG_LOG=warn
"$binary" migrate
"$binary" demo
exec "$binary" serve --addr "127.0.0.1:$1" --site target/site
