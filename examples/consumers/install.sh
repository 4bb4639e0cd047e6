#!/usr/bin/env bash
# Installs the artifacts that are published into a local repository of their own, so that the user's own stays as it is.
#
#   install.sh <folder of the sources> <repository>
#
# Jars of others come from the user's repository by links: ~/.m2/repository, or what MAVEN_REPOSITORY names.
set -euo pipefail
shopt -s nullglob

sources=$1
mkdir -p "$2"
repository=$(cd "$2" && pwd)
known=${MAVEN_REPOSITORY:-$HOME/.m2/repository}

mkdir -p "$repository/org"
for folder in "$known"/*/ "$known"/org/*/; do
  name=${folder#"$known"/}
  case $name in
    org/ | org/glasspcf/) ;;
    *) ln -sfn "${folder%/}" "$repository/${name%/}" ;;
  esac
done

cd "$sources"
mvn -B -ntp -q install -pl '!examples' -Dmaven.test.skip -Dspotless.check.skip -Dmaven.repo.local="$repository"
