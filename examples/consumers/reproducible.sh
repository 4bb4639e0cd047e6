#!/usr/bin/env bash
# Builds the sources twice, in other folders, time zones and locales, and compares all that is published byte by byte.
#
#   reproducible.sh [repository]
#
# Leaves the first build in that repository, if one is named, for run.sh. Needs Git and the network.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
first=${1:-$work/repository-1}
second=$work/repository-2
mkdir -p "$first"
first=$(cd "$first" && pwd)
cd "$(dirname "$0")/../.."

build() { # folder, repository
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | xargs -0 tar -cf - | tar -xf - -C "$1"
  examples/consumers/install.sh "$1" "$2"
}

hashes() { # repository
  (cd "$1/org/glasspcf" && find . -name '*.pom' -o -name '*.jar' -o -name '*.json' | LC_ALL=C sort | xargs sha256sum)
}

build "$work/one" "$first"
TZ=Pacific/Auckland LC_ALL=C build "$work/the second" "$second"
hashes "$first" >"$work/first"
hashes "$second" >"$work/second"
if ! diff "$work/first" "$work/second"; then
  echo "must be the same in two builds" >&2
  exit 1
fi
cat "$work/first"
echo "$(wc -l <"$work/first") files, the same in two builds"
