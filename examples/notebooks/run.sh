#!/usr/bin/env bash
# Runs every notebook and checks that it shows what is committed. Needs "mvn package" before, and jupyter-nbconvert.
#
#   run.sh [--update] [notebook...]
#
# With --update the outputs are written into the notebooks instead.
set -euo pipefail
cd "$(dirname "$0")"

update=()
if [ "${1:-}" = --update ]; then
  update=(--update)
  shift
fi
notebooks=("$@")
[ ${#notebooks[@]} -gt 0 ] || notebooks=(*.ipynb)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JUPYTER_DATA_DIR=$work/jupyter JUPYTER_CONFIG_DIR=$work/config JUPYTER_RUNTIME_DIR=$work/runtime
export IPYTHONDIR=$work/ipython
java -jar ../target/glass-pcf.jar kernel --jupyter "$JUPYTER_DATA_DIR"

# Jupyter of the system has the Python that runs it.
python=$(sed -n '1s/^#! *\([^ ]*\).*/\1/p' "$(command -v jupyter-nbconvert)")
for notebook in "${notebooks[@]}"; do
  start=$SECONDS
  cp "$notebook" "$work/$notebook"
  (cd "$work" && jupyter-nbconvert --log-level WARN --to notebook --execute --ExecutePreprocessor.timeout=600 \
    --output "executed-$notebook" "$notebook")
  "$python" check.py "$notebook" "$work/executed-$notebook" "${update[@]}"
  echo "$notebook: $((SECONDS - start)) s"
done
