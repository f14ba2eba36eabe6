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
qt=qt6-base

plugins=(platforms/qwindows.dll platforms/qoffscreen.dll styles/qwindowsvistastyle.dll imageformats/qjpeg.dll
    tls/qschannelbackend.dll)

imports() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\s*DLL Name: //p'; }

# A file that is not ours, to its place in the package; what came from where is noted.
bring() {
    local part=$qt
    [[ $1 == "$prefix"/* ]] || part=$(dpkg-query --search "$1" | cut -d: -f1)
    install -D -m 644 "$1" "$stage/$2"
    echo "$2 $part" >>"$build/files"
}

# What a program or library of the package loads and Windows does not bring, and what that loads.
add_libraries() {
    local library place
    imports "$1" | while read -r library; do
        [ -e "$stage/$library" ] && continue
        for place in "$prefix/bin" "$runtime" "$threads"; do
            [ -f "$place/$library" ] || continue
            bring "$place/$library" "$library"
            add_libraries "$stage/$library"
            break
        done
    done
}

stage_files() {
    local file language
    rm -rf "$stage" "$build/files"
    mkdir -p "$stage"
    for file in amparo amparoctl; do
        cp "$build/bin/$file.exe" "$stage"
        echo "$file.exe amparo" >>"$build/files"
    done
    for file in "${plugins[@]}"; do bring "$prefix/plugins/$file" "$file"; done
    for file in "$stage"/*.exe "$stage"/*/*.dll; do add_libraries "$file"; done
    find "$stage" -name '*.exe' -o -name '*.dll' | xargs -d '\n' x86_64-w64-mingw32-strip
    for language in es pt_BR; do
        bring "/usr/share/qt6/translations/qtbase_$language.qm" "translations/qtbase_$language.qm"
    done
}

# The licences of what is in it, and the list of it all. After signing, as it holds the hashes of the files.
add_licences() {
    {
        "$here/libraries.sh" parts
        cut -d' ' -f2 "$build/files" | grep -vxE "amparo|$qt" | sort -u | xargs dpkg-query -W \
            -f='${Package} ${Version} ${source:Package} ${source:Version} ${Architecture} ${Package}\n'
    } >"$build/parts"
    awk '$5 != "bundled" { print $1, $6 }' "$build/parts" | "$here/../licences.sh" "$stage/share"
    "$here/../sbom.sh" "$stage" share "$build/files" "$build/parts" >"$stage/share/doc/amparo/sbom.cdx.json"
    cp "$stage/share/doc/amparo/sbom.cdx.json" "$out.cdx.json"
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

# What a folder of the package holds, as it is installed.
list_folder() {
    local entry
    for entry in "$1"/*; do
        if [ -d "$entry" ]; then
            printf '<Directory Id="d%s" Name="%s">\n' "$(sha256sum <<<"${entry#"$stage"/}" | cut -c1-16)" "${entry##*/}"
            list_folder "$entry"
            echo '</Directory>'
        else
            component "$entry"
        fi
    done
}

file_list() {
    local file
    echo '<?xml version="1.0" encoding="utf-8"?>'
    echo '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment><DirectoryRef Id="ProgramFolder">'
    list_folder "$stage"
    echo '</DirectoryRef><ComponentGroup Id="Files">'
    find "$stage" -type f | sort | while read -r file; do
        printf '<ComponentRef Id="c%s"/>\n' "$(sha256sum <<<"${file#"$stage"/}" | cut -c1-16)"
    done
    echo '</ComponentGroup></Fragment></Wix>'
}

stage_files
sign "$stage"/*.exe
add_licences
file_list >"$build/files.wxs"
# wixl takes names that begin in the folder that it stands in. The icon goes into a table of the package alone.
cp "$build/app/amparo.ico" "$stage"
(cd "$stage" && wixl -a x64 -D Version="$version" -o "$out" "$here/amparo.wxs" "$build/files.wxs")
while read -r statement; do msibuild "$out" -q "$statement"; done <"$here/tables.sql"
sign "$out"
printf '%s\n%s bytes\nSHA-256 %s\n' "$out" "$(stat -c %s "$out")" "$(sha256sum "$out" | cut -d' ' -f1)"
