#!/usr/bin/env bash
# Builds the sources twice, in other folders, time zones and locales, and compares all that is published byte by byte.
#
#   reproducible.sh [repository]
#
# Leaves the first build in that repository, if one is named, for run.sh. Needs Git and the network.
set -euo pipefail

sha256=(sha256sum)
command -v sha256sum >/dev/null || sha256=(shasum -a 256) # macOS

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
first=${1:-$work/repository-1}
second=$work/repository-2
mkdir -p "$first"
first=$(cd "$first" && pwd)
cd "$(dirname "$0")/../.."

build() { # folder, repository
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | tar -cf - --null -T - | tar -xf - -C "$1"
  examples/consumers/install.sh "$1" "$2"
}

hashes() { # repository
  (cd "$1/org/glasspcf" &&
    find . -type f \( -name '*.pom' -o -name '*.jar' -o -name '*.json' \) -exec "${sha256[@]}" {} + | LC_ALL=C sort -k 2)
}

build "$work/one" "$first"
TZ=Pacific/Auckland LC_ALL=C build "$work/the second" "$second"
hashes "$first" >"$work/first"
hashes "$second" >"$work/second"
# Seven POMs, and four jars with sources, Javadoc and bill of materials.
if [ "$(wc -l <"$work/first")" -lt 23 ]; then
  echo "at least 23 files must be published, got:" >&2
  cat "$work/first" >&2
  exit 1
fi
if ! diff "$work/first" "$work/second"; then
  echo "must be the same in two builds" >&2
  exit 1
fi
cat "$work/first"
echo "$(($(wc -l <"$work/first"))) files, the same in two builds"
