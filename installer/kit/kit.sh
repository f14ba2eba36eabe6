#!/usr/bin/env bash
# Makes a USB kit: what is needed at a post without a network, with hashes and a signature over them.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

usage() {
    cat >&2 <<'TEXT'
usage: kit.sh DIR [--enrol FILE]… [--packages PLACE]… [--recovery FILE] [--key PEM]
  DIR         an empty or new folder, or a stick
  --enrol     an enrolment file of a post; may come again
  --packages  a .package file of headquarters, or a folder with some; may come again
  --recovery  headquarters' public recovery key (amparoctl key make-recovery --public)
  --key       Ed25519 private key (openssl genpkey -algorithm ed25519) that signs the hashes
What ./dev appimage and ./dev msi have made goes into it, the templates for policies, and the guide.
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
# A stick has folders of its system's.
found=$(find "$kit" -mindepth 1 -maxdepth 1 ! -name 'System Volume Information' ! -name lost+found -print -quit)
[ -z "$found" ] || { echo "$kit is not empty" >&2; exit 1; }
umask 077 # an enrolment holds a post's token
# First what may be missing: without it there is no kit, and no tokens lie about.
"$root/installer/policies.sh" "$kit/policies"
put_programs
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage
    case $1 in
        --enrol) put "$kit/enrol" "$2" ;;
        --packages) put_packages "$2" ;;
        --recovery) put "$kit" "$2" ;;
        --key) key=$2 ;;
        *) usage ;;
    esac
    shift 2
done
put "$kit" "$root"/installer/kit/checklist.*.md "$root/installer/deployment.md"
"$root/installer/seal.sh" "$kit" "$key"
echo "$kit: $(find "$kit" -type f | wc -l) files, $(du -sh "$kit" | cut -f1)"
