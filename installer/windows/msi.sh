#!/usr/bin/env bash
# Packs what was built for Windows into an MSI:
#   msi.sh BUILD_FOLDER OUT.msi [VERSION]
# VERSION, else the project's, has three numbers. With AMPARO_SIGN_KEY and AMPARO_SIGN_CERTIFICATE (PEM files) the programs
# and the package are signed, with AMPARO_SIGN_TIMESTAMP (an address) with the time as well.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
build=$(readlink -f "$1")
out=$(readlink -m "$2")
version=${3:-$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")}
prefix=$("$here/libraries.sh" where)
runtime=/usr/lib/gcc/x86_64-w64-mingw32/12-posix
threads=/usr/x86_64-w64-mingw32/lib
stage=$build/package

plugins=(platforms/qwindows.dll platforms/qoffscreen.dll styles/qwindowsvistastyle.dll imageformats/qjpeg.dll
    tls/qschannelbackend.dll)

imports() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\s*DLL Name: //p'; }

# What a program or library of the package loads and Windows does not bring, and what that loads.
add_libraries() {
    local library place
    imports "$1" | while read -r library; do
        [ -e "$stage/$library" ] && continue
        for place in "$prefix/bin" "$runtime" "$threads"; do
            [ -f "$place/$library" ] || continue
            cp "$place/$library" "$stage/$library"
            add_libraries "$stage/$library"
            break
        done
    done
}

stage_files() {
    local file
    rm -rf "$stage"
    mkdir -p "$stage/translations"
    cp "$build"/bin/{amparo,amparoctl}.exe "$stage"
    for file in "${plugins[@]}"; do
        [ -f "$prefix/plugins/$file" ] || { echo "Qt has no $file" >&2; exit 1; }
        install -D -m 644 "$prefix/plugins/$file" "$stage/$file"
    done
    for file in "$stage"/*.exe "$stage"/*/*.dll; do add_libraries "$file"; done
    find "$stage" -name '*.exe' -o -name '*.dll' | xargs -d '\n' x86_64-w64-mingw32-strip
    cp /usr/share/qt6/translations/qtbase_{es,pt_BR}.qm "$stage/translations"
    cp "$here/../../LICENSE" "$stage/LICENSE.txt"
    cp "$prefix/sources.txt" "$stage/SOURCES.txt"
}

# osslsigncode writes beside what it signs.
sign() {
    [ -n "${AMPARO_SIGN_KEY:-}" ] || return 0
    local file
    for file in "$@"; do
        osslsigncode sign -h sha256 -key "$AMPARO_SIGN_KEY" -certs "$AMPARO_SIGN_CERTIFICATE" -n Amparo \
            ${AMPARO_SIGN_TIMESTAMP:+-ts "$AMPARO_SIGN_TIMESTAMP"} -in "$file" -out "$file.signed" >/dev/null
        mv "$file.signed" "$file"
    done
}

# One component a file, whose name settles its identity, so that it is the same in every version.
component() {
    local file=$1 name id digest
    name=${file#"$stage"/}
    digest=$(sha256sum <<<"$name")
    id=${digest::16}
    printf '<Component Id="c%s" Win64="yes" Guid="%s"><File Id="f%s" Source="%s" Name="%s" KeyPath="yes"/></Component>\n' \
        "$id" "${digest::8}-${digest:8:4}-8${digest:13:3}-8${digest:17:3}-${digest:20:12}" "$id" "$name" "${name##*/}"
}

file_list() {
    local file folder
    echo '<?xml version="1.0" encoding="utf-8"?>'
    echo '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment><DirectoryRef Id="INSTALLDIR">'
    for file in "$stage"/*.*; do component "$file"; done
    for folder in "$stage"/*/; do
        printf '<Directory Id="%s" Name="%s">\n' "d_$(basename "$folder")" "$(basename "$folder")"
        for file in "$folder"*; do component "$file"; done
        echo '</Directory>'
    done
    echo '</DirectoryRef><ComponentGroup Id="Files">'
    find "$stage" -type f | sort | while read -r file; do
        printf '<ComponentRef Id="c%s"/>\n' "$(sha256sum <<<"${file#"$stage"/}" | cut -c1-16)"
    done
    echo '</ComponentGroup></Fragment></Wix>'
}

stage_files
sign "$stage"/*.exe
file_list >"$build/files.wxs"
# wixl takes names that begin in the folder that it stands in.
(cd "$stage" && wixl -a x64 -D Version="$version" -o "$out" "$here/amparo.wxs" "$build/files.wxs")
while read -r statement; do msibuild "$out" -q "$statement"; done <"$here/tables.sql"
sign "$out"
printf '%s\n%s bytes\nSHA-256 %s\n' "$out" "$(stat -c %s "$out")" "$(sha256sum "$out" | cut -d' ' -f1)"
