#!/usr/bin/env bash
# Prints what an AppImage is made of, as a software bill of materials (CycloneDX 1.5, JSON): each of Debian's packages of
# which a file is in it, with version, licences and the SHA-256 of those files as they are in the image, and what is
# compiled in.
#
#   installer/appimage/sbom.sh APPDIR PACKAGES COMPILED_IN
#
# PACKAGES     a file with lines "PLACE PACKAGE": the files in the image that are not ours
# COMPILED_IN  a file with a line for each package of which code is in our programs or in what starts them
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app=$1 packages=$2 compiled_in=$3
distribution=$(. /etc/os-release && echo "$ID-$VERSION_ID")
version=$(sed -n 's/^project(Amparo VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
time=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}" +%FT%TZ)
lock=$root/core/store/sqlite/sqlite.lock

names() { { cut -d' ' -f2 "$packages"; cat "$compiled_in"; } | sort -u; }

# PACKAGE PLACE SHA-256, a line for each file of somebody else's, and of ours as the package amparo.
files() {
    { awk '{print $2, $1}' "$packages"; printf 'amparo usr/bin/%s\n' amparo amparoctl; } | sort | while read -r package place; do
        echo "$package $place $(sha256sum "$app/$place" | cut -d' ' -f1)"
    done
}

# PACKAGE VERSION SOURCE SOURCE_VERSION
versions() {
    names | xargs dpkg-query -W -f='${Package} ${Version} ${source:Package} ${source:Version}\n' | sort -u
}

# PACKAGE LICENCE…: what the package's copyright file names, where it is written for machines to read.
licences() {
    names | while read -r package; do
        sed -n "s/^License: *\([^ ].*\)\$/$package \1/p" "/usr/share/doc/$package/copyright" | sort -u
    done
}

jq -n --arg version "$version" --arg time "$time" --arg distribution "$distribution" \
    --rawfile files <(files) --rawfile versions <(versions) --rawfile licences <(licences) \
    --arg sqlite "$(sed -n 's/^package=//p' "$lock")" --arg sqlite_version "$(sed -n 's/^version=//p' "$lock")" \
    --arg sqlite_hash "$(sed -n 's/^integrity=sha512-//p' "$lock" | base64 -d | od -An -v -tx1 | tr -d ' \n')" '
    def lines(text): text | split("\n") | map(select(. != ""));
    def files_of(package): lines($files) | map(split(" ") | select(.[0] == package)
        | {type: "file", name: .[1], hashes: [{alg: "SHA-256", content: .[2]}]});
    def licences_of(package): lines($licences) | map(select(startswith(package + " ")) | .[(package | length) + 1:])
        | map({license: {name: .}});
    def unless_empty(key): if .[key] == [] then del(.[key]) else . end;
    def package: split(" ") as [$name, $version, $source, $source_version]
        | "pkg:deb/debian/\($name | @uri)@\($version | @uri)?arch=amd64&distro=\($distribution)" as $purl
        | {type: "library", "bom-ref": $purl, name: $name, version: $version, purl: $purl,
           licenses: licences_of($name), properties: [{name: "amparo:source", value: "\($source) \($source_version)"}],
           components: files_of($name)}
        | (if .components == [] then .description = "compiled in" else . end)
        | unless_empty("licenses") | unless_empty("components");
    # The one library that is not from Debian; see core/store/sqlite.
    def sqlite: "pkg:npm/\($sqlite)@\($sqlite_version)" as $purl
        | {type: "library", "bom-ref": $purl, name: $sqlite, version: $sqlite_version, purl: $purl,
           description: "the amalgamation of SQLite3 Multiple Ciphers in it, compiled in",
           hashes: [{alg: "SHA-512", content: $sqlite_hash}], licenses: [{license: {id: "MIT"}}]};
    ((lines($versions) | map(package)) + [sqlite]) as $components
    | {bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
       metadata: {timestamp: $time,
                  component: {type: "application", "bom-ref": "amparo", name: "Amparo", version: $version,
                              licenses: [{license: {id: "Apache-2.0"}}], components: files_of("amparo")}},
       components: $components,
       dependencies: [{ref: "amparo", dependsOn: ($components | map(."bom-ref"))}]}'
