#!/usr/bin/env bash
# Everything that must hold, one step after the other; ends with one line `N passed, N failed`.
# A step that cannot run counts as failed; nothing is skipped.
set -u
cd "$(dirname "$0")/.."
logs="$CARGO_TARGET_DIR/test-logs"
mkdir -p "$logs"
passed=0
failed=0

# step NAME COMMAND…: a step without tests of its own.
step() {
  local name=$1 began=$SECONDS
  shift
  if "$@" > "$logs/$name.log" 2>&1; then
    passed=$((passed + 1))
    echo "✓ $name ($((SECONDS - began)) s)"
  else
    failed=$((failed + 1))
    echo "✗ $name ($((SECONDS - began)) s)"
    tail -n 60 "$logs/$name.log"
  fi
}

# tests NAME COMMAND…: a step whose log tells how many tests passed and failed.
tests() {
  local name=$1 began=$SECONDS status=0 good bad
  shift
  "$@" > "$logs/$name.log" 2>&1 || status=$?
  good=$(sed -nE 's/.*test result: .* ([0-9]+) passed;.*/\1/p; s/^ +([0-9]+) passed( .*)?$/\1/p' "$logs/$name.log" | awk '{ sum += $1 } END { print sum + 0 }')
  bad=$(sed -nE 's/.*test result: .* ([0-9]+) failed;.*/\1/p; s/^ +([0-9]+) (failed|flaky|did not run|skipped)( .*)?$/\1/p' "$logs/$name.log" | awk '{ sum += $1 } END { print sum + 0 }')
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  if [ "$status" -eq 0 ] && [ "$good" -eq 0 ]; then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ "$bad" -eq 0 ]; then
    echo "✓ $name: $good passed ($((SECONDS - began)) s)"
  else
    echo "✗ $name: $bad failed ($((SECONDS - began)) s)"
    grep -nE 'panicked|FAILED|^error|failures:|✘' "$logs/$name.log" | head -n 40
    tail -n 60 "$logs/$name.log"
  fi
}

step format cargo fmt --all --check
step lints cargo clippy --workspace --all-targets -- -D warnings
step lints-wasm cargo clippy -p app --lib --features hydrate --target wasm32-unknown-unknown --profile wasm-release -- -D warnings
tests rust cargo test --workspace --no-fail-fast
step server cargo build --workspace --bin xiaoxiang
tests journeys bash -c 'cd end2end && npx playwright test'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
