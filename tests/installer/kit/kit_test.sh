#!/usr/bin/env bash
# What a kit and a release hold, made of small files in the place of the products:
#   kit_test.sh AMPAROCTL
set -euo pipefail
ctl=$(readlink -f "$1")
source=$(cd "$(dirname "$0")/../../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

fail() { echo "NOT SO: $*" >&2; exit 1; }
kit() { "$place/tree/installer/kit/kit.sh" "$@" >"$place/out" 2>"$place/err"; }

# A tree in which only the release build and one product were made, as the guide does it.
prepare() {
    mkdir -p "$place/tree/build/release/bin" "$place/tree/build/appimage"
    cp -r "$source/installer" "$source/CMakeLists.txt" "$place/tree"
    ln -s "$ctl" "$place/tree/build/release/bin/amparoctl"
    echo image >"$place/tree/build/appimage/Amparo-1.0.0-x86_64.AppImage"
    echo '{"amparoEnrolment": 1}' >"$place/PE-DES-01.json"
    echo package >"$place/1.package"
    echo key >"$place/hq.pub"
    openssl genpkey -algorithm ed25519 -out "$place/kit.pem" 2>/dev/null
}

verifies() { (cd "$1" && sha256sum --quiet -c SHA256SUMS && openssl pkeyutl -verify -rawin -pubin -inkey SHA256SUMS.pub \
    -in SHA256SUMS -sigfile SHA256SUMS.sig >/dev/null); }

holds_all() {
    mkdir -p "$place/stick/System Volume Information"
    echo system >"$place/stick/System Volume Information/IndexerVolumeGuid"
    kit "$place/stick" --enrol "$place/PE-DES-01.json" --packages "$place/1.package" --recovery "$place/hq.pub" --key "$place/kit.pem" ||
        fail "no kit is made: $(cat "$place/err")"
    local file
    for file in install/Amparo-1.0.0-x86_64.AppImage enrol/PE-DES-01.json packages/1.package hq.pub deployment.md \
        checklist.{en,es,pt-BR}.md policies/Amparo.admx policies/{en-US,es-ES,pt-BR}/Amparo.adml policies/policy.example.json; do
        [ -s "$place/stick/$file" ] || fail "the kit lacks $file"
        grep -qF "  $file" "$place/stick/SHA256SUMS" || fail "the hashes lack $file"
    done
    ! grep -q IndexerVolumeGuid "$place/stick/SHA256SUMS" || fail "the hashes name what the stick's system keeps"
    [ "$(stat -c %a "$place/stick/enrol/PE-DES-01.json")" = 600 ] || fail "others may read a post's token"
    verifies "$place/stick" || fail "the kit does not verify"
    echo changed >>"$place/stick/packages/1.package"
    ! verifies "$place/stick" >/dev/null 2>&1 || fail "a changed kit verifies"
}

refuses() {
    if kit "$place/stick"; then fail "a kit is made over another"; fi
    grep -q 'is not empty' "$place/err" || fail "no sentence says that the folder is not empty"
    if kit "$place/twice" --enrol "$place/PE-DES-01.json" --enrol "$place/PE-DES-01.json"; then
        fail "one post's token replaces another's"
    fi
    rm "$place/tree/build/release/bin/amparoctl"
    if kit "$place/early" --enrol "$place/PE-DES-01.json"; then fail "a kit is made without policies"; fi
    grep -q 'no amparoctl is built' "$place/err" || fail "no sentence says what is missing: $(cat "$place/err")"
    [ ! -e "$place/early/enrol" ] || fail "what could not be made holds a token"
}

prepare
holds_all
refuses
