#!/usr/bin/env bash
# Puts sqlite3.c and sqlite3.h of the locked version into the folder given, once. The package must have the
# hash in sqlite.lock, or nothing is unpacked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?usage: fetch.sh FOLDER}
[ -f "$target/sqlite3.c" ] && exit 0

. <(grep -E '^(package|version|integrity)=' "$here/sqlite.lock")
command -v npm >/dev/null || { echo "npm is needed to fetch SQLite: run ./dev setup" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "Fetching SQLite3 Multiple Ciphers ($package@$version) …" >&2
(cd "$work" && npm pack --silent "$package@$version" >/dev/null)
archive=$(ls "$work"/*.tgz)
found="sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)"
if [ "$found" != "$integrity" ]; then
    echo "$package@$version does not have the locked hash: expected $integrity, found $found" >&2
    exit 1
fi
tar -xzf "$archive" -C "$work" package/deps/sqlite3/sqlite3.c package/deps/sqlite3/sqlite3.h
mkdir -p "$target"
# The .c file last and by rename: its presence says that the folder is complete.
mv "$work/package/deps/sqlite3/sqlite3.h" "$target/sqlite3.h"
mv "$work/package/deps/sqlite3/sqlite3.c" "$target/sqlite3.c.part"
mv "$target/sqlite3.c.part" "$target/sqlite3.c"
