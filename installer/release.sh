#!/usr/bin/env bash
# Gathers what is published of a version: what ./dev appimage and ./dev msi have made, their bills of materials, templates for
# policies, the guide, hashes, and a signature over these.
#
#   installer/release.sh FOLDER [PRIVATE_KEY.pem]
#
# FOLDER  new or empty
# KEY     Ed25519 (openssl genpkey -algorithm ed25519); its public half belongs where the release is not
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
folder=$1

mkdir -p "$folder"
[ -z "$(ls -A "$folder")" ] || { echo "$folder is not empty" >&2; exit 1; }
for product in "$root"/build/appimage/Amparo-*-x86_64.AppImage "$root"/build/windows/Amparo-*.msi; do
    [ -f "$product" ] || { echo "not built: $product (./dev appimage, ./dev msi)" >&2; exit 1; }
    commit=$(jq -r '.metadata.component.properties[] | select(.name == "amparo:commit").value' "$product.cdx.json")
    [ "$commit" = "$(git -C "$root" rev-parse HEAD)" ] || { echo "built from another commit: $product" >&2; exit 1; }
    cp "$product" "$product.cdx.json" "$folder/"
done
for part in "$root"/build/appimage/*.zsync; do
    [ ! -f "$part" ] || cp "$part" "$folder/"
done
"$here/policies.sh" "$folder/policies"
cp "$here/deployment.md" "$folder/"
"$here/seal.sh" "$folder" "${2:-}"
echo "$folder: $(find "$folder" -type f | wc -l) files, $(du -sh "$folder" | cut -f1)"
