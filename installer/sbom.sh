#!/usr/bin/env bash
# Prints what a product is made of, as a software bill of materials (CycloneDX 1.5, JSON): each of Debian's packages or
# sources of which a file or code is in it, with version, licences and the SHA-256 of those files as they ship.
#
#   installer/sbom.sh FOLDER SHARE FILES PARTS
#
# FOLDER  what ships, as it is installed
# SHARE   where in it licences.sh has put the licences
# FILES   a file with lines "PLACE PART", PLACE seen from FOLDER; our own are of the part amparo
# PARTS   a file with lines "PART VERSION SOURCE SOURCE_VERSION ARCHITECTURE PACKAGE LICENCE", in Debian's words; a part
#         without files is compiled in. What is not Debian's own has the ARCHITECTURE "upstream" or, in another's source,
#         "bundled". PACKAGE and LICENCE may be missing
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
app=$1 share=$2 files=$3 parts=$4
distribution=$(. /etc/os-release && echo "$ID-$VERSION_ID")
version=$(sed -n 's/^project(Amparo VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
commit=$("$root/installer/commit.sh")
time=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}" +%FT%TZ)
lock=$root/core/store/sqlite/sqlite.lock
sqlite=$(sed -n 's/^package=//p' "$lock")

# PART PLACE SHA-256
hashes() {
    sort "$files" | while read -r place part; do
        echo "$part $place $(sha256sum "$app/$place" | cut -d' ' -f1)"
    done
}

# PART LICENCE…: what the copyright file names, where it is written for machines to read.
licences() {
    local part
    { cut -d' ' -f1 "$parts"; echo "$sqlite"; } | while read -r part; do
        sed -n "s/^License: *\([^ ].*\)\$/$part \1/p" "$app/$share/doc/$part/copyright" | sort -u
    done
}

jq -n --arg version "$version" --arg commit "$commit" --arg time "$time" --arg distribution "$distribution" \
    --rawfile files <(hashes) --rawfile parts <(sort -u "$parts") --rawfile licences <(licences) \
    --arg sqlite "$sqlite" --arg sqlite_version "$(sed -n 's/^version=//p' "$lock")" \
    --arg sqlite_hash "$(sed -n 's/^integrity=sha512-//p' "$lock" | base64 -d | od -An -v -tx1 | tr -d ' \n')" '
    def lines(text): text | split("\n") | map(select(. != ""));
    def files_of(part): lines($files) | map(split(" ") | select(.[0] == part)
        | {type: "file", name: .[1], hashes: [{alg: "SHA-256", content: .[2]}]});
    def licences_of(part): lines($licences) | map(select(startswith(part + " ")) | .[(part | length) + 1:])
        | map({license: {name: .}});
    def unless_empty(key): if .[key] == [] then del(.[key]) else . end;
    def licences_told(fields): fields[6:] | if . == [] then [] else [{expression: join(" ")}] end;
    def part: split(" ") as $fields | $fields as [$name, $version, $source, $source_version, $architecture]
        | (if $architecture | IN("upstream", "bundled") then "pkg:generic/\($name | @uri)@\($version | @uri)"
           else "pkg:deb/debian/\($name | @uri)@\($version | @uri)?arch=\($architecture)&distro=\($distribution)" end) as $purl
        | {type: "library", "bom-ref": $purl, name: $name, version: $version, purl: $purl,
           licenses: (if $architecture == "bundled" then licences_told($fields) else licences_of($name) end),
           properties: [{name: "amparo:source", value: "\($source) \($source_version)"}],
           components: files_of($name)}
        | (if .components == [] then .description = "compiled in" else . end)
        | unless_empty("licenses") | unless_empty("components");
    # The one library that is not from Debian; see core/store/sqlite.
    def sqlite: "pkg:npm/\($sqlite)@\($sqlite_version)" as $purl
        | {type: "library", "bom-ref": $purl, name: $sqlite, version: $sqlite_version, purl: $purl,
           description: "the amalgamation of SQLite3 Multiple Ciphers in it, compiled in",
           hashes: [{alg: "SHA-512", content: $sqlite_hash}], licenses: licences_of($sqlite)};
    ((lines($parts) | map(part)) + [sqlite]) as $components
    | {bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
       metadata: {timestamp: $time,
                  component: {type: "application", "bom-ref": "amparo", name: "Amparo", version: $version,
                              licenses: [{license: {id: "Apache-2.0"}}],
                              properties: [{name: "amparo:commit", value: $commit}], components: files_of("amparo")}},
       components: $components,
       dependencies: [{ref: "amparo", dependsOn: ($components | map(."bom-ref"))}]}'
