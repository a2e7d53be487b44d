#!/usr/bin/env bash
# Serves a copy of the demo on an embedded database for the journeys: serve-demo.sh PORT. Whoever comes first loads it.
set -eu
cd "$(dirname "$0")/.."
binary="${XIAOXIANG_BINARY:-$CARGO_TARGET_DIR/debug/xiaoxiang}"
data=$(mktemp -d)
loaded="${XIAOXIANG_TEST_DEMO:?the folder of the demo that is copied}"
mkdir -p "$loaded"
export XIAOXIANG_LOG=warn
(
  flock 9
  if [ ! -f "$loaded/done" ]; then
    DATABASE_URL="sqlite://$loaded/demo.db" XIAOXIANG_KEYS="$loaded/demo.keys" "$binary" migrate
    DATABASE_URL="sqlite://$loaded/demo.db" XIAOXIANG_KEYS="$loaded/demo.keys" "$binary" demo
    touch "$loaded/done"
  fi
) 9> "$loaded/lock"
cp "$loaded"/demo.* "$data"
export DATABASE_URL="sqlite://$data/demo.db" XIAOXIANG_KEYS="$data/demo.keys" XIAOXIANG_FILES="$data/files"
exec "$binary" serve --addr "127.0.0.1:$1" --site target/site
