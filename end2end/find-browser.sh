#!/usr/bin/env bash
# Finds or installs a browser and Chinese fonts for the journeys, and what reads PDFs for the tests; writes the browser's
# path to browser.path.
set -u
cd "$(dirname "$0")"

find_browser() {
  for name in "${XIAOXIANG_BROWSER:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  node -e 'const p=require("@playwright/test").chromium.executablePath();if(!require("fs").existsSync(p))process.exit(1);console.log(p)' 2>/dev/null
}
has_fonts() { command -v fc-list >/dev/null && fc-list ':lang=zh-cn' 2>/dev/null | grep -q . ; }
may_install() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }

if ! { find_browser >/dev/null && has_fonts; } && may_install; then
  echo "→ installing Chromium and Chinese fonts (once, two minutes)"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig; } >/dev/null 2>&1 \
    || echo "  apt-get could not install them"
fi
reads_papers() { command -v pdftotext >/dev/null && command -v qpdf >/dev/null; }
if ! reads_papers && may_install; then
  echo "→ installing pdftotext and qpdf (once, half a minute)"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends poppler-utils qpdf; } >/dev/null 2>&1 \
    || echo "  apt-get could not install them"
fi
if ! reads_papers; then
  echo "The tests of papers need pdftotext and qpdf. Install them (Debian: apt-get install poppler-utils qpdf)."
  exit 1
fi
if ! find_browser >/dev/null; then
  echo "→ fetching Playwright's own Chromium"
  npx playwright install chromium >/dev/null 2>&1 || true
fi
if ! path=$(find_browser | head -n 1) || [ -z "$path" ]; then
  echo "No browser for the journeys. Install Chromium (Debian: apt-get install chromium fonts-noto-cjk) or set XIAOXIANG_BROWSER to its path."
  exit 1
fi
if ! has_fonts; then
  echo "No Chinese font for the journeys. Install one (Debian: apt-get install fonts-noto-cjk)."
  exit 1
fi
echo "$path" > browser.path
