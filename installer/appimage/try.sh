#!/usr/bin/env bash
# Tries an AppImage on a system that has next to nothing: does the whole main job in it through amparoctl, opens the window,
# and looks for libraries that are missing. The system has no network, no FUSE and no more than its C library and shell.
#
#   installer/appimage/try.sh APPIMAGE [SYSTEM…]
#
# SYSTEM  bare      this computer's own libc, libstdc++, shell and coreutils in a folder, without /proc; needs no network
#                   (the default)
#         bookworm, trixie, jammy
#                   a minimal Debian 12, Debian 13, Ubuntu 22.04, made once by debootstrap, as root
#
# AMPARO_DEBIAN_MIRROR, AMPARO_UBUNTU_MIRROR  where debootstrap takes them from
# AMPARO_UBUNTU_KEYRING                       by which keys it knows Ubuntu's
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/amparo/systems
image=$(readlink -f "$1")
shift
work=$(mktemp -d)
trap 'stop_display; rm -rf --one-file-system "$work"' EXIT

fail() { echo "try.sh: $*" >&2; exit 1; }

# The packages that a system cannot be without, from those installed here.
make_bare() {
    local packages=(base-files coreutils dash libacl1 libattr1 libc-bin libc6 libgcc-s1 libgmp10 libpcre2-8-0 libselinux1 libstdc++6 sed)
    mkdir -p "$1"/{usr/{bin,sbin,lib,lib64},etc,proc,dev,home}
    local name
    for name in bin sbin lib lib64; do ln -s "usr/$name" "$1/$name"; done
    dpkg-query -L "${packages[@]}" | sort -u | while read -r path; do
        if [[ $path != /etc/* && $path != */doc/* && $path != */man/* && ( -L $path || -f $path ) ]]; then echo "${path#/}"; fi
    done | tar -C / -c --no-recursion -T - | tar -C "$1" -x --keep-directory-symlink --no-same-owner
    ln -sf dash "$1/usr/bin/sh"
}

make_debian() {
    local suite=$1 more=() mirror=${AMPARO_DEBIAN_MIRROR:-http://deb.debian.org/debian} keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    if [ "$suite" = jammy ]; then
        mirror=${AMPARO_UBUNTU_MIRROR:-http://archive.ubuntu.com/ubuntu}
        more=(--include=libexpat1,libcups2)  # which come with Ubuntu's Python and its desktop; Debian 12's are too new for it
        keyring=${AMPARO_UBUNTU_KEYRING:-/usr/share/keyrings/ubuntu-archive-keyring.gpg}
    fi
    command -v debootstrap >/dev/null || fail "debootstrap is missing: ./dev setup"
    [ "$(id -u)" -eq 0 ] || fail "debootstrap makes $suite as root alone; once it is in $cache, anybody can try in it"
    [ -f "$keyring" ] || fail "the keys of $suite are missing: $keyring"
    rm -rf "$cache/$suite.part"
    mkdir -p "$cache"
    debootstrap --variant=minbase "${more[@]}" --keyring="$keyring" "$suite" "$cache/$suite.part" "$mirror" \
        >"$work/debootstrap.log" 2>&1 || { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap could not make $suite from $mirror"; }
    rm -rf "$cache/$suite.part"/var/cache/apt/archives/*.deb
    mv "$cache/$suite.part" "$cache/$suite"
}

# A system of $1 in $work/$system, and in its /try what job.sh needs.
make_system() {
    if [ "$1" = bare ]; then
        make_bare "$work/$system"
    else
        [ -d "$cache/$1" ] || make_debian "$1"
        cp -a --reflink=auto "$cache/$1" "$work/$system"
    fi
    mkdir -p "$work/$system/try/.X11-unix" "$work/$system/tmp"
    rm -rf "$work/$system/dev"
    mkdir "$work/$system/dev"
    chmod 1777 "$work/$system/tmp"
    cp "$image" "$work/$system/try/Amparo.AppImage"
    ln -s Amparo.AppImage "$work/$system/try/amparoctl"
    cp "$here/job.sh" "$here/../../tests/data/screenings/primary_second_line.json" "$work/$system/try/"
    [ "$(id -u)" -ne 0 ] || chown -R 1000:1000 "$work/$system/try"
}

# As an ordinary user (where root tries), without a network, in namespaces of its own, so that nothing that is started or
# mounted outlives it. The display's socket is a file, and so the one way out.
in_system() {
    local as_root=() as_user=--userspec=1000:1000
    [ "$(id -u)" -eq 0 ] || { as_root=(--user --map-root-user) as_user=; }
    unshare "${as_root[@]}" --mount --pid --net --ipc --fork --kill-child sh -euc '
        root=$1 as_user=$2; shift 2
        [ "${root##*/}" = bare ] || mount -t proc proc "$root/proc"
        mount -t tmpfs -o mode=755 tmpfs "$root/dev"
        for device in null zero random urandom; do : >"$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
        mkdir "$root/dev/shm"; mount -t tmpfs tmpfs "$root/dev/shm"
        mkdir -p "$root/tmp/.X11-unix"
        [ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
        exec chroot $as_user "$root" env -i PATH=/usr/bin:/bin HOME=/try/home LC_ALL=C.UTF-8 "$@"' \
        in_system "$work/$system" "$as_user" "$@"
}

display_process=
start_display() {
    rm -f "$work/display"  # the last system's
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/display.log" &
    display_process=$!
    local tries=0
    until [ -s "$work/display" ]; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || fail "Xvfb does not start: $(tail -n 1 "$work/display.log")"
        sleep 0.1
    done
    display=:$(cat "$work/display")
}

stop_display() {
    [ -z "$display_process" ] || kill "$display_process" 2>/dev/null || true
}

# The window appears, and the program ends when it is asked to.
try_window() {
    start_display
    in_system sh /try/job.sh window "$display" >"$work/window.log" 2>&1 &
    local job=$! tries=0
    until xwininfo -display "$display" -root -tree 2>/dev/null | grep '"Amparo' >/dev/null; do
        tries=$((tries + 1))
        kill -0 "$job" 2>/dev/null && [ $tries -lt 300 ] || { cat "$work/window.log" >&2; fail "$system: no window appears"; }
        sleep 0.1
    done
    touch "$work/$system/try/seen"
    wait "$job" || { cat "$work/window.log" >&2; fail "$system: the window did not end well"; }
    echo "$system: the window opens and closes"
    stop_display
}

try_system() {
    make_system "$system"
    in_system sh /try/job.sh main || fail "$system: the main job fails"
    pdftotext "$(find "$work/$system/try/reports" -name '*.pdf')" - | grep Informe >/dev/null || fail "$system: the report has no text"
    echo "$system: the main job is done"
    try_window
    rm -rf --one-file-system "$work/$system"
}

[ $# -gt 0 ] || set -- bare
for system in "$@"; do
    try_system
done
