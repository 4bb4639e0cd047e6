#!/usr/bin/env bash
# Runs every notebook and checks that it shows what is committed. Needs "mvn package" before, jupyter-nbconvert and python3.
#
#   run.sh [--update] [notebook...]
#
# With --update the outputs are written into the notebooks instead.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

update=()
if [ "${1:-}" = --update ]; then
  update=(--update)
  shift
fi
[ $# -gt 0 ] || set -- "$here"/*.ipynb
notebooks=()
for notebook in "$@"; do
  if [ ! -f "$notebook" ]; then
    echo "no such notebook: $notebook" >&2
    exit 2
  fi
  notebooks+=("$(cd "$(dirname "$notebook")" && pwd)/$(basename "$notebook")")
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JUPYTER_DATA_DIR=$work/jupyter JUPYTER_CONFIG_DIR=$work/config JUPYTER_RUNTIME_DIR=$work/runtime
export IPYTHONDIR=$work/ipython
java -jar "$here/../target/glass-pcf.jar" kernel --jupyter "$JUPYTER_DATA_DIR"

for notebook in "${notebooks[@]}"; do
  start=$SECONDS
  name=$(basename "$notebook")
  cp "$notebook" "$work/$name"
  (cd "$work" && jupyter-nbconvert --log-level WARN --to notebook --execute --ExecutePreprocessor.timeout=600 \
    --output "executed-$name" "$name")
  python3 "$here/check.py" "$notebook" "$work/executed-$name" ${update[@]+"${update[@]}"}
  echo "$name: $((SECONDS - start)) s"
done
