#!/usr/bin/env bash
# Makes what starts the image; see runtime.c. Static, so that it needs nothing of the computer it runs on.
#
#   installer/appimage/make_runtime.sh FILE [UPDATE_INFORMATION]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
result=$1
update=${2:-}
version=$(sed -n 's/^project(Amparo VERSION \([0-9.]*\).*/\1/p' "$here/../../CMakeLists.txt")
if [ ${#update} -gt 1023 ]; then
    echo "The update information is longer than 1023 bytes." >&2
    exit 2
fi

# What the static C library warns of, programs that look up users and hosts, this one never does.
cc -std=c11 -O2 -Wall -Wextra -Werror -static -s -D_FILE_OFFSET_BITS=64 -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
    -DAMPARO_VERSION="\"$version\"" -ffile-prefix-map="$here"/= -isystem /usr/include/squashfuse -isystem /usr/include/fuse3 \
    "$here"/{runtime,start,folder,image,mount,formats}.c -o "$result" \
    -lsquashfuse_ll -lsquashfuse -lfuse3 -lzstd -lpthread \
    2> >(grep -v 'statically linked applications\|in function' >&2)
section=$(mktemp)
trap 'rm -f "$section"' EXIT
printf '%s' "$update" >"$section"
truncate -s 1024 "$section"
objcopy --update-section .upd_info="$section" "$result"
printf 'AI\002' | dd of="$result" bs=1 seek=8 conv=notrunc status=none
