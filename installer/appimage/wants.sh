#!/usr/bin/env bash
# Says which C and C++ library the AppImage's programs and libraries want at least, and which of them want the newest.
# Fails where that is more than Ubuntu 22.04 has, the oldest system on which the AppImage is promised to run. What it has
# for computers without a desktop (usr/lacking) may want what Debian 12 has.
#
#   installer/appimage/wants.sh APPDIR
set -euo pipefail
LC_ALL=C
export LC_ALL

# NAME VERSION FILE, a line for each version of a library that a file wants.
wanted() {
    find "$1" -path "$1/usr/lacking" -prune -o -type f \( -name '*.so*' -o -path '*/bin/*' \) -print | sort | while read -r file; do
        readelf --version-info --wide "$file" 2>/dev/null |
            sed -n 's/.* Name: \(GLIBC\|GLIBCXX\)_\([0-9.]*\) .*/\1 \2/p' | sort -u | sed "s|\$| ${file#"$1"/}|"
    done
}

all=$(wanted "$1")
failed=0
for library in GLIBC:2.35 GLIBCXX:3.4.30; do
    name=${library%:*} most=${library#*:}
    newest=$(awk -v name="$name" '$1 == name {print $2}' <<<"$all" | sort -uV | tail -n 1)
    echo "wants ${name}_$newest: $(awk -v name="$name" -v newest="$newest" '$1 == name && $2 == newest {print $3}' <<<"$all" |
        head -n 5 | paste -sd ' ')"
    if [ "$(printf '%s\n' "$newest" "$most" | sort -V | tail -n 1)" != "$most" ]; then
        echo "Ubuntu 22.04 has ${name}_$most." >&2
        failed=1
    fi
done
exit $failed
