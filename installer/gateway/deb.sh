#!/usr/bin/env bash
# Packs amparo-gateway, headquarters' server, for Debian 12: program, systemd unit, guide, and an example for nginx.
#
#   installer/gateway/deb.sh BUILD_FOLDER
#
# The package lies in build/gateway-deb. Its libraries are Debian's, so the system's updates mend them.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/installer/gateway
program=$(readlink -f "$1")/bin/amparo-gateway
place=$root/build/gateway-deb
version=$(sed -n 's/^project(Amparo VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
architecture=$(dpkg --print-architecture)
# The same commit, the same bytes.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
umask 022

[ -x "$program" ] || { echo "not built: $program" >&2; exit 1; }
rm -rf "$place"
mkdir -p "$place/package/DEBIAN" "$place/debian"
cd "$place"

install -D -m 755 "$program" package/usr/bin/amparo-gateway
strip package/usr/bin/amparo-gateway
install -D -m 644 "$root/sync/gateway/amparo-gateway.service" package/lib/systemd/system/amparo-gateway.service
doc=package/usr/share/doc/amparo-gateway
install -D -m 644 -t $doc "$root/sync/gateway/README.md" "$root/sync/gateway/nginx.conf.example" "$root/installer/deployment.md"
install -m 644 "$root/LICENSE" $doc/copyright
install -m 755 "$here/postinst" "$here/prerm" package/DEBIAN/

printf 'Source: amparo\n\nPackage: amparo-gateway\nArchitecture: %s\n' "$architecture" >debian/control
depends=$(dpkg-shlibdeps -O package/usr/bin/amparo-gateway 2>shlibdeps.log | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { cat shlibdeps.log >&2; exit 1; }
cat >package/DEBIAN/control <<CONTROL
Package: amparo-gateway
Version: $version
Architecture: $architecture
Maintainer: The Amparo project <maintainers@amparo.invalid>
Commit: $("$root/installer/commit.sh")
Installed-Size: $(du -sk package/usr package/lib | awk '{ sum += $1 } END { print sum }')
Depends: adduser, $depends
Recommends: postgresql, nginx
Section: net
Priority: optional
Description: takes the records that border posts deliver with Amparo
 Amparo is an offline-first screening tool for border checkpoints. This is its
 server for thin links: it keeps each record once in PostgreSQL and signs a
 receipt for it. README.md beside this package's licence says how to set it up.
CONTROL

find package -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build package "amparo-gateway_${version}_$architecture.deb" >/dev/null
rm -rf package debian
printf '%s\n%s bytes\n' "$place"/*.deb "$(stat -c %s "$place"/*.deb)"
