#!/usr/bin/env bash
# Makes a USB kit: what is needed at a post without a network, with hashes and a signature over them.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

usage() {
    cat >&2 <<'TEXT'
usage: kit.sh DIR [--enrol FILE]… [--packages PLACE]… [--key PEM]
  DIR         an empty or new folder, or a stick
  --enrol     an enrolment file of a post; may come again
  --packages  a .package file of headquarters, or a folder with some; may come again
  --key       Ed25519 private key (openssl genpkey -algorithm ed25519) that signs the hashes
What ./dev appimage and ./dev msi have made goes into it, and the templates for policies.
TEXT
    exit 2
}

# Copies files into a folder of the kit; a name that comes twice would replace one post's token by another's.
put() {
    local into=$1
    shift
    mkdir -p "$into"
    for file in "$@"; do
        [ ! -e "$into/$(basename "$file")" ] || { echo "twice of that name: $(basename "$file")" >&2; exit 1; }
        cp -- "$file" "$into/"
    done
}

put_programs() {
    local found=()
    for file in "$root"/build/appimage/Amparo-*-x86_64.AppImage "$root"/build/windows/Amparo-*.msi; do
        [ -f "$file" ] && found+=("$file")
    done
    [ ${#found[@]} -gt 0 ] || { echo "no installer is built: ./dev appimage, ./dev msi" >&2; exit 1; }
    put "$kit/install" "${found[@]}"
}

put_packages() {
    if [ -d "$1" ]; then
        put "$kit/packages" "$1"/*.package
    else
        put "$kit/packages" "$1"
    fi
}

[ $# -ge 1 ] && [[ $1 != -* ]] || usage
kit=$1 key=
shift
mkdir -p "$kit"
[ -z "$(ls -A "$kit")" ] || { echo "$kit is not empty" >&2; exit 1; }
umask 077 # an enrolment holds a post's token
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage
    case $1 in
        --enrol) put "$kit/enrol" "$2" ;;
        --packages) put_packages "$2" ;;
        --key) key=$2 ;;
        *) usage ;;
    esac
    shift 2
done
put_programs
"$root/installer/policies.sh" "$kit/policies"
put "$kit" "$root"/installer/kit/checklist.*.md
"$root/installer/seal.sh" "$kit" "$key"
echo "$kit: $(find "$kit" -type f | wc -l) files, $(du -sh "$kit" | cut -f1)"
