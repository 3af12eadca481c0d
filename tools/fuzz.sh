#!/usr/bin/env bash
# Runs every fuzz target of the module for the given time, one after another.
# Usage: tools/fuzz.sh TIME [PACKAGE...]
set -euo pipefail
cd "$(dirname "$0")/.."
time=$1
shift
go=${GO:-go}
# Only packages that hold a target are built.
dirs=$(grep -rlE '^func Fuzz' --include='*_test.go' "${@:-.}" | xargs -rn1 dirname | sort -u)
for dir in $dirs; do
	for target in $(grep -hoE '^func Fuzz\w+' "$dir"/*_test.go | sed 's/^func //'); do
		echo "-- $dir $target"
		"$go" test "./${dir#./}" -fuzzminimizetime=10x -run='^$' -fuzz="^$target\$" -fuzztime="$time" -parallel="${FUZZ_PARALLEL:-1}"
	done
done
