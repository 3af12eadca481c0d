#!/usr/bin/env bash
# Installs a Debian package that tests use, when it is missing and this account may:
#   tools/ensure.sh PACKAGE FILE     FILE (a pattern) shows that it is there
# Fails, and says what to do, when it is missing and cannot be installed.
set -euo pipefail
package=$1
there() { compgen -G "$1" >/dev/null; }
there "$2" && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "installing $package for the tests"
	install() { DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$package" >/dev/null 2>&1; }
	install || { apt-get update -qq >/dev/null 2>&1 && install; } || true
fi
there "$2" || { echo "$package is not installed; tests that need it skip (apt-get install $package)"; exit 1; }
