#!/usr/bin/env bash
# Opens a report's index.html in headless Chromium, light, dark and as narrow as a phone. Fails if the page refers to anything outside
# itself, says something on the console, lacks a figure or stays blank. Leaves page-light.png, page-dark.png and page-phone.png.
# usage: check.sh <report folder>
set -euo pipefail

folder=$(cd "${1:?usage: check.sh <report folder>}" && pwd)
page=$folder/index.html
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

fail() {
  echo "$page: $*" >&2
  exit 1
}

test -s "$page" || fail "is missing or empty"

# All that may load or link something, in double quotes, single ones or none; only places in the page and data in it are allowed.
value='("[^"]*"|'"'[^']*'"'|[^[:space:]>"'"'"']+)'
outside=$(tr '\n' ' ' <"$page" |
  grep -oiE "[[:space:]\"'/](src|href|xlink:href|poster|background|action|formaction|srcset)[[:space:]]*=[[:space:]]*$value" |
  grep -viE "=[[:space:]]*[\"']?(#|data:[^,]*,[^[:space:]]*$)" || true)
outside+=$(grep -oiE "url\([^)]{0,60}" "$page" | grep -viE "^url\([[:space:]]*[\"']?(#|data:)" || true)
outside+=$(grep -oiE "@import.{0,60}|<(base|embed|iframe|link|object)[ >].{0,60}|http-equiv.{0,60}" "$page" || true)
[ -z "$outside" ] || fail "refers to something outside itself: $(head -c 500 <<<"$outside")"
if grep -qi '<script' "$page"; then
  fail "has a script"
fi
count() { { grep -oi "$1" "$page" || true; } | wc -l; }
figures=$(count '<figure[ >]')
pictures=$(count '<svg[ >]')
files=$(find "$folder" -maxdepth 1 -name '*.png' ! -name 'page-*.png' | wc -l)
# Each report has these; others depend on what was evaluated.
for name in curves parity; do
  test -s "$folder/$name.png" || fail "has no $name.png beside it"
done
[ "$figures" -eq "$pictures" ] && [ "$figures" -eq "$files" ] ||
  fail "has $((figures)) figures with $((pictures)) pictures, beside $((files)) PNG files"

browser() {
  timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$profile" --enable-logging=stderr --hide-scrollbars "$@"
}

shot() {
  local picture=$folder/page-$1.png
  rm -f "$picture"
  browser --screenshot="$picture" --window-size="$2" "${@:3}" "file://$page" >"$profile/log" 2>&1 ||
    fail "cannot be opened: $(tail -3 "$profile/log")"
  if grep ':CONSOLE' "$profile/log"; then
    fail "says something on the console"
  fi
  # An empty page of this size has less than 20 kB.
  [ "$(wc -c <"$picture")" -gt 60000 ] || fail "looks blank: $picture"
}

shot light 1200,5000 --blink-settings=preferredColorScheme=1
shot dark 1200,5000 --blink-settings=preferredColorScheme=0
shot phone 500,5000 --blink-settings=preferredColorScheme=1
echo "$page: $((figures)) figures, nothing from elsewhere, pictures page-light.png, page-dark.png and page-phone.png"
