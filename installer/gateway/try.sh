#!/usr/bin/env bash
# Follows the gateway's README on a minimal Debian 12, as root: installs the package with PostgreSQL, makes the database,
# adds a post, and asks the running gateway for its health.
#
#   installer/gateway/try.sh PACKAGE.deb
set -euo pipefail
package=$(readlink -f "$1")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/amparo/systems
mirror=${AMPARO_DEBIAN_MIRROR:-http://deb.debian.org/debian}
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
[ "$(id -u)" -eq 0 ] || { echo "debootstrap and chroot want root" >&2; exit 1; }

if [ ! -d "$cache/bookworm" ]; then
    mkdir -p "$cache"
    rm -rf "$cache/bookworm.part"
    debootstrap --variant=minbase bookworm "$cache/bookworm.part" "$mirror" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 1; }
    mv "$cache/bookworm.part" "$cache/bookworm"
fi
cp -a --reflink=auto "$cache/bookworm" "$work/system"
cp "$package" "$work/system/gateway.deb"
cp /etc/resolv.conf "$work/system/etc/" 2>/dev/null || true
[ ! -d /etc/apt/apt.conf.d ] || cp -n /etc/apt/apt.conf.d/*proxy* "$work/system/etc/apt/apt.conf.d/" 2>/dev/null || true
# A package's service is not to be started here.
printf '#!/bin/sh\nexit 101\n' >"$work/system/usr/sbin/policy-rc.d"
chmod 755 "$work/system/usr/sbin/policy-rc.d"

# In namespaces of its own, so that nothing that is started outlives it.
unshare --mount --pid --fork --kill-child sh -euc '
    mount -t proc proc "$1/proc"
    mount -t tmpfs -o mode=755 tmpfs "$1/dev"
    for device in null zero random urandom; do : >"$1/dev/$device"; mount --bind "/dev/$device" "$1/dev/$device"; done
    mkdir "$1/dev/shm"; mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
    exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive bash -s' \
    sh "$work/system" <<'STEPS'
set -euo pipefail
fail() { echo "NOT SO: $*" >&2; exit 1; }
apt-get update -qq
apt-get install -y -qq --no-install-recommends /gateway.deb postgresql curl util-linux >/tmp/apt.log 2>&1 ||
    { tail -n 15 /tmp/apt.log >&2; fail "the package does not install"; }
[ "$(stat -c '%U %a' /var/lib/amparo-gateway)" = "amparo-gateway 700" ] || fail "the folder for its key is not its own"
as() { runuser -u "$1" -- "${@:2}"; }
pg_ctlcluster 15 main start
as postgres createuser amparo-gateway
as postgres createdb -O amparo-gateway amparo
key=$(as amparo-gateway amparo-gateway init) || fail "init: $key"
[ "$(stat -c %a /var/lib/amparo-gateway/receipt.key)" = 600 ] || fail "others may read the key under receipts"
token=$(as amparo-gateway amparo-gateway post add PE-DES-01)
[ -n "$token" ] || fail "there is no token"
as amparo-gateway amparo-gateway serve 2>/tmp/gateway.log &
for _ in $(seq 100); do curl -fs http://127.0.0.1:8081/readyz >/dev/null && break; sleep 0.1; done
curl -fs http://127.0.0.1:8081/readyz >/dev/null || { cat /tmp/gateway.log >&2; fail "it is not ready"; }
hello="http://127.0.0.1:8080/v1/hello?store=$(printf '%032d' 1)&generation=$(printf '%032d' 2)"
[ "$(curl -s -o /dev/null -w '%{http_code}' "$hello")" = 401 ] || fail "it answers whom it does not know"
[ "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$hello")" = 200 ] || fail "it refuses the post"
apt-get remove -y -qq amparo-gateway >/dev/null 2>&1 || fail "the package does not go"
[ -s /var/lib/amparo-gateway/receipt.key ] || fail "the removal took the key under receipts"
echo "the gateway installs, answers a post as its README says, and goes without its key"
STEPS
