#!/usr/bin/env bash
# Gathers what is published of a version: what ./dev appimage, ./dev msi and ./dev gateway-deb have made, bills of materials,
# templates for policies, the guide, hashes, and a signature over these.
#
#   installer/release.sh FOLDER [PRIVATE_KEY.pem]
#
# FOLDER  new or empty
# KEY     Ed25519 (openssl genpkey -algorithm ed25519); its public half belongs where the release is not
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
folder=$1

# Products name the commit that they were built from, with -changed where it was not all.
is_of_this_commit() {
    [ "$1" = "$(git -C "$root" rev-parse HEAD)" ] || { echo "built from another commit: $2" >&2; exit 1; }
}

mkdir -p "$folder"
[ -z "$(ls -A "$folder")" ] || { echo "$folder is not empty" >&2; exit 1; }
[ -z "$(git -C "$root" status --porcelain)" ] || { echo "something was changed and is not committed" >&2; exit 1; }
for product in "$root"/build/appimage/Amparo-*-x86_64.AppImage "$root"/build/windows/Amparo-*.msi; do
    [ -f "$product" ] || { echo "not built: $product (./dev appimage, ./dev msi)" >&2; exit 1; }
    commit=$(jq -r '.metadata.component.properties[] | select(.name == "amparo:commit").value' "$product.cdx.json")
    is_of_this_commit "$commit" "$product"
    cp "$product" "$product.cdx.json" "$folder/"
done
for product in "$root"/build/gateway-deb/*.deb; do
    [ -f "$product" ] || { echo "not built: $product (./dev gateway-deb)" >&2; exit 1; }
    is_of_this_commit "$(dpkg-deb --field "$product" Commit)" "$product"
    cp "$product" "$folder/"
done
for part in "$root"/build/appimage/*.zsync; do
    [ ! -f "$part" ] || cp "$part" "$folder/"
done
"$here/policies.sh" "$folder/policies"
cp "$here/deployment.md" "$folder/"
"$here/seal.sh" "$folder" "${2:-}"
echo "$folder: $(find "$folder" -type f | wc -l) files, $(du -sh "$folder" | cut -f1)"
