#!/usr/bin/env bash
# Brings our licence and those of what ships with us: SHARE/doc/NAME/copyright, and in SHARE/common-licenses the texts that
# these refer to instead of repeating them. Qt's, the LGPL and the GPL that it builds on, are always among them.
#
#   installer/licences.sh SHARE <LIST
#
# LIST  a line "NAME PACKAGE" for each: what it is called there, and the Debian package whose word on it holds
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
share=$1
common=/usr/share/common-licenses

sqlite=$root/core/store/sqlite
install -D -m 644 "$root/LICENSE" "$share/doc/amparo/LICENSE"
# Of the one library that is not from Debian.
install -D -m 644 "$sqlite/copyright" "$share/doc/$(sed -n 's/^package=//p' "$sqlite/sqlite.lock")/copyright"
while read -r name package; do
    install -D -m 644 "/usr/share/doc/$package/copyright" "$share/doc/$name/copyright"
done
{
    printf '%s\n' LGPL-3 GPL-3
    grep -rhoE "$common/[A-Za-z0-9.-]*[A-Za-z0-9]" "$share/doc" | sed 's|.*/||'
} | sort -u | while read -r text; do
    install -D -m 644 "$common/$text" "$share/common-licenses/$text"
done
