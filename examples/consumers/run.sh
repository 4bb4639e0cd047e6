#!/usr/bin/env bash
# Builds and runs the projects in this folder against the artifacts that users get, outside of this build.
#
#   run.sh [repository]
#
# Takes the artifacts of that repository (see install.sh), or builds and installs them into one that it removes again.
# JAVA25_HOME names a JDK 25 that predicts, too. Needs the network.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$(cd "$(dirname "$0")" && pwd)
repository=${1:-$work/repository}
[ -n "${1:-}" ] || "$here/install.sh" "$here/../.." "$repository"
repository=$(cd "$repository" && pwd)
cd "$here"

sha256=(sha256sum)
command -v sha256sum >/dev/null || sha256=(shasum -a 256) # macOS

fail() {
  echo "must hold: $*" >&2
  exit 1
}

# What Maven Central asks of each artifact, beside the POM.
check_artifacts() {
  local folder name
  for folder in "$repository"/org/glasspcf/*/*/; do
    name=$(basename "$(dirname "$folder")")-$(basename "$folder")
    [ -s "$folder$name.pom" ] || fail "$name has a POM"
    if [ -e "$folder$name.jar" ]; then
      for part in -sources.jar -javadoc.jar -cyclonedx.json; do
        [ -s "$folder$name$part" ] || fail "$name has $name$part"
      done
    fi
  done
}

# The bill of materials of glass-pcf-pipeline names the jars that a project got, with hashes and licenses.
check_bill() { # folder of the jars
  local bill jar hash jars=0
  bill=$(echo "$repository"/org/glasspcf/glass-pcf-pipeline/*/*-cyclonedx.json)
  for jar in "$1"/*.jar; do
    jars=$((jars + 1))
    hash=$("${sha256[@]}" "$jar" | cut -d' ' -f1)
    case $jar in
      */glass-pcf-pipeline-*) ;; # its subject
      *) grep -q "\"$hash\"" "$bill" || fail "the bill of materials has $(basename "$jar")" ;;
    esac
  done
  [ "$(grep -c '"purl"' "$bill")" -eq "$jars" ] || fail "the bill of materials has $jars parts"
  [ "$(grep -c '"licenses"' "$bill")" -eq "$jars" ] || fail "each part of the bill of materials has a license"
  ! grep -qE '"(timestamp|serialNumber)"' "$bill" || fail "the bill of materials is the same in each build"
  echo "$jars jars with hashes and licenses in the bill of materials"
}

build() { # project, Maven arguments
  mkdir "$work/$1"
  cp -R "$1/pom.xml" "$1/src" "$work/$1"
  mvn -B -ntp -q package -f "$work/$1/pom.xml" -Dmaven.repo.local="$repository" "${@:2}"
}

# Without variables whose options a JVM tells of on stderr; Maven may need them to reach the network.
plainly() {
  env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS -u _JAVA_OPTIONS "$@"
}

# Runs a program, which must print nothing to stderr.
quietly() {
  plainly "$@" 2>"$work/errors" || {
    cat "$work/errors" >&2
    exit 1
  }
  [ ! -s "$work/errors" ] || fail "nothing on stderr, got: $(cat "$work/errors")"
}

platform() {
  case $(uname -s)-$(uname -m) in
    Linux-aarch64) echo linux-arm64 ;;
    Darwin-arm64) echo macosx-arm64 ;;
    Darwin-*) echo macosx-x86_64 ;;
    *) echo linux-x86_64 ;;
  esac
}

# The native code that this CPU runs fastest, as a Maven argument.
fast() {
  local flag level=-onednn-avx512
  [ "$(platform)" = linux-x86_64 ] || return 0
  grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo || return 0
  for flag in avx512f avx512dq avx512bw avx512vl avx512cd; do
    grep -qw "$flag" /proc/cpuinfo || level=-onednn-avx2
  done
  echo "-Dfast=linux-x86_64$level"
}

predict() { # java
  quietly "$1" -cp "$work/predict/target/predict.jar:$work/predict/target/lib/*" \
    org.example.glass.Predict "$work/curve.png"
  quietly "$1" -p "$work/modulepath/target/modulepath.jar:$work/modulepath/target/lib" \
    -m org.example.glass/org.example.glass.ModuleReport "$work/modules.png"
}

check_artifacts
echo "== predict, on the class path and as modules"
build predict
check_bill "$work/predict/target/lib"
build modulepath
predict java
if [ -n "${JAVA25_HOME:-}" ]; then
  echo "== predict, with $(plainly "$JAVA25_HOME/bin/java" -version 2>&1 | head -1)"
  predict "$JAVA25_HOME/bin/java"
else
  echo "== JAVA25_HOME names no JDK 25: predicted with this one only"
fi

echo "== train"
build train -Dplatform="$(platform)" $(fast)
quietly java -cp "$work/train/target/train.jar:$work/train/target/lib/*" org.example.glass.Train "$work/model.glasspcf"

echo "== train, with the modules of glass-pcf-pipeline and the rest on the class path"
quietly java -p "$work/train/target/train.jar:$work/modulepath/target/lib" -cp "$work/train/target/lib/*" \
  --add-modules de.siegmar.fastcsv,jdk.unsupported -m train/org.example.glass.Train "$work/modules.glasspcf"
echo "== all projects ran"
