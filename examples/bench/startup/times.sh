#!/usr/bin/env bash
# From the start of a process to the end of its first prediction, wall time: the processes in turn, then medians (ms).
#
#   times.sh [rounds] [python]
#
# Beside them what that Python needs to import torch and scikit-learn. JAVA_HOME chooses the JDK. Needs "mvn package" before.
set -euo pipefail
cd "$(dirname "$0")/../../.."

rounds=${1:-15}
python=${2:-}
jdk=${JAVA_HOME:+$JAVA_HOME/bin/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A project that only predicts: these seven jars and its own.
"${jdk}javac" -d "$work/classes" -cp 'pipeline/target/lib/*' examples/bench/startup/FirstPrediction.java
"${jdk}jar" --create --file "$work/first.jar" -C "$work/classes" .
program=(-cp "$work/first.jar:pipeline/target/lib/*" FirstPrediction)
saved=pipeline/src/main/resources/org/glasspcf/pipeline/pretrained.glasspcf
tool=(-jar examples/target/glass-pcf.jar predict --composition 57SiO2-23.5B2O3-19.5Na2O)

# The recipe of examples/README.md. With -Xshare:on and -XX:AOTMode=on an archive that does not fit is an error; without
# them the JVM goes without it.
version=$("${jdk}java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
if ((version < 25)); then
  record=-XX:ArchiveClassesAtExit=$work
  replay=(-Xshare:on -XX:SharedArchiveFile="$work")
else
  record=-XX:AOTCacheOutput=$work
  replay=(-XX:AOTMode=on -XX:AOTCache="$work")
fi
"${jdk}java" "$record/first.jsa" "${program[@]}" >"$work/record.log" 2>&1
"${jdk}java" "$record/tool.jsa" "${tool[@]}" >"$work/record.log" 2>&1
quick=-XX:TieredStopAtLevel=1

names=()
measure() { # name, command...
  local start=$EPOCHREALTIME
  "${@:2}" >"$work/printed"
  local stop=$EPOCHREALTIME
  [ -s "$work/printed" ] || [ "$1" = "python import" ]
  # A first round only warms the disk's cache.
  ((round == 0)) && names+=("$1") || echo "$(((${stop/[.,]/} - ${start/[.,]/}) / 1000))" >>"$work/$1"
}

for ((round = 0; round <= rounds; round++)); do
  measure "saved model" "${jdk}java" "${program[@]}" "$saved"
  measure "saved model, archive" "${jdk}java" "${replay[@]}/first.jsa" "${program[@]}" "$saved"
  measure "saved model, archive and C1" "${jdk}java" "${replay[@]}/first.jsa" "$quick" "${program[@]}" "$saved"
  measure "pretrained model" "${jdk}java" "${program[@]}"
  measure "tool" "${jdk}java" "${tool[@]}"
  measure "tool, archive" "${jdk}java" "${replay[@]}/tool.jsa" "${tool[@]}"
  measure "tool, archive and C1" "${jdk}java" "${replay[@]}/tool.jsa" "$quick" "${tool[@]}"
  if [ -n "$python" ]; then
    measure "python import" "$python" -c 'import torch, sklearn.ensemble'
  fi
done

for name in "${names[@]}"; do
  sort -n "$work/$name" | awk -v name="$name" '
    { times[NR] = $1 }
    END { printf "%-28s %5d ms (%d to %d)\n", name, (times[int((NR + 1) / 2)] + times[int(NR / 2) + 1]) / 2, times[1], times[NR] }'
done
