#!/usr/bin/env bash
# Writes SHA256SUMS of all files of a folder into it and, with a key, an Ed25519 signature over them that openssl verifies:
#
#   installer/seal.sh FOLDER [PRIVATE_KEY.pem]
set -euo pipefail
cd "$1"
key=${2:+$(cd "$OLDPWD" && readlink -f "$2")}
# Not what a stick's own system keeps there.
find . \( -name 'System Volume Information' -o -name lost+found \) -prune -o -type f ! -name 'SHA256SUMS*' -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum >SHA256SUMS
[ -n "$key" ] || exit 0
openssl pkeyutl -sign -rawin -inkey "$key" -in SHA256SUMS -out SHA256SUMS.sig
openssl pkey -in "$key" -pubout -out SHA256SUMS.pub
