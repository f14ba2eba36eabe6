#!/usr/bin/env bash
# The AppImage's beginning (installer/appimage/runtime.c) with a tiny image behind it: what users ask of it, what it hands
# on, what it leaves behind (nothing), and whom it does not trust.
set -uo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export TMPDIR=$work/tmp
unset APPIMAGE APPDIR ARGV0 OWD APPIMAGE_EXTRACT_AND_RUN NO_CLEANUP
mkdir -m 700 "$TMPDIR"
cd "$work" || exit 1
failed=0

# check NAME COMMAND…: the command succeeds.
check() {
    local name=$1
    shift
    if "$@"; then echo "ok: $name"; else echo "FAILED: $name"; failed=1; fi
}

# is NAME WANTED GOT
is() { check "$1 (wanted '$2', got '$3')" test "$2" = "$3"; }

# Comes about within ten seconds, as the mount's end does after the program's.
eventually() {
    local tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || return 1
        sleep 0.05
    done
}

nothing_is_left() { [ -z "$(ls -A "$TMPDIR")" ] && ! grep -qF "$work" /proc/mounts; }

make_image() {
    mkdir -p app/usr/share/doc app/usr/bin
    cat >app/AppRun <<'RUN'
#!/bin/sh
case "$1" in
environment) echo "$APPIMAGE|$APPDIR|$ARGV0|$OWD" ;;
folder) stat -c '%a %u' "$APPDIR" ;;
exit) exit "$2" ;;
die) kill -"$2" $$ ;;
wait) trap 'echo stopped; exit 9' TERM; echo "$APPDIR" >"$2"; while :; do sleep 0.05; done ;;
words) shift; printf '<%s>' "$@" ;;
read) cat "$(dirname "$0")/usr/share/doc/text" ;;
esac
RUN
    chmod 755 app/AppRun
    seq 1 200000 >app/usr/share/doc/text
    ln -s ../share/doc/text app/usr/bin/link
    mksquashfs app image -noappend -comp zstd -all-root -quiet -no-progress >/dev/null
    "$root/installer/appimage/make_runtime.sh" runtime 'zsync|https://example.org/tiny.zsync' || exit 1
    cat runtime image >tiny.AppImage
    chmod 755 tiny.AppImage
}

test_options() {
    is 'magic bytes of type 2' '414902' "$(od -An -tx1 -j8 -N3 tiny.AppImage | tr -d ' ')"
    is 'the image begins behind the runtime' "$(stat -c %s runtime)" "$(./tiny.AppImage --appimage-offset)"
    is 'a version' 0 "$(./tiny.AppImage --appimage-version >out; echo $?)"
    check 'it is the project'"'"'s' grep -qE '^Amparo AppImage runtime [0-9.]+$' out
    is 'update information' 'zsync|https://example.org/tiny.zsync' "$(./tiny.AppImage --appimage-updateinformation)"
    is 'by its short name as well' 'zsync|https://example.org/tiny.zsync' "$(./tiny.AppImage --appimage-updateinfo)"
    check 'tools read it from the section' grep -q 'example.org/tiny.zsync' <(readelf --string-dump=.upd_info tiny.AppImage)
    is 'no signature' '' "$(./tiny.AppImage --appimage-signature)"
    check 'help names each option' grep -q -- '--appimage-extract-and-run' <(./tiny.AppImage --appimage-help)
    is 'an option that is none' 2 "$(./tiny.AppImage --appimage-nonsense 2>/dev/null; echo $?)"
}

test_extract() {
    ./tiny.AppImage --appimage-extract >out
    check 'extracts all' diff -r --no-dereference app squashfs-root
    is 'programs stay such' 755 "$(stat -c %a squashfs-root/AppRun)"
    check 'and names what it wrote' grep -qx 'squashfs-root/usr/bin/link' out
    check 'a second time as well' ./tiny.AppImage --appimage-extract >/dev/null
    rm -rf squashfs-root
    ./tiny.AppImage --appimage-extract 'usr/bin/l*' >/dev/null
    is 'extracts what matches, and no more' 'squashfs-root/usr/bin/link' "$(find squashfs-root ! -type d)"
    rm -rf squashfs-root
    is 'nothing matches' 1 "$(./tiny.AppImage --appimage-extract 'etc/*' 2>/dev/null; echo $?)"
    rm -rf squashfs-root
    mkdir elsewhere
    ln -s elsewhere squashfs-root
    is 'follows no link that lies in wait' 1 "$(./tiny.AppImage --appimage-extract 2>/dev/null; echo $?)"
    is 'and writes nothing there' '' "$(ls -A elsewhere)"
    rm squashfs-root
}

# $1 says how: mounted, or extracted.
test_run() {
    is "$1: exit status" 7 "$(./tiny.AppImage exit 7; echo $?)"
    is "$1: death by a signal" 143 "$(bash -c './tiny.AppImage die TERM; exit $?' 2>/dev/null; echo $?)"
    is "$1: words" '<a b><><--appimage-help>' "$(./tiny.AppImage words 'a b' '' --appimage-help)"
    check "$1: files can be read" cmp -s app/usr/share/doc/text <(./tiny.AppImage read)
    ln -sf tiny.AppImage named
    local environment
    IFS='|' read -r -a environment < <(./named environment)
    is "$1: APPIMAGE" "$work/tiny.AppImage" "${environment[0]}"
    is "$1: APPDIR" "$TMPDIR" "$(dirname "${environment[1]}")"
    is "$1: ARGV0" ./named "${environment[2]}"
    is "$1: OWD" "$work" "${environment[3]}"
    ./tiny.AppImage wait started >out &
    local program=$!
    check "$1: starts" eventually test -s started
    kill -TERM $program
    wait $program
    is "$1: the exit status after a signal comes back" 9 $?
    is "$1: the signal reached the program" stopped "$(cat out)"
    rm -f started
    check "$1: leaves nothing behind" eventually nothing_is_left
}

test_extracted_folder() {
    is 'the extracted folder is private' "700 $(id -u)" "$(./tiny.AppImage --appimage-extract-and-run folder)"
    is 'words behind the option are the program'"'"'s' '<x>' "$(./tiny.AppImage --appimage-extract-and-run words x)"
    NO_CLEANUP=1 ./tiny.AppImage --appimage-extract-and-run exit 0
    is 'NO_CLEANUP leaves the folder' 1 "$(find "$TMPDIR" -mindepth 1 -maxdepth 1 | wc -l)"
    rm -rf "${TMPDIR:?}"/*
    (trap '' CHLD; ./tiny.AppImage --appimage-extract-and-run exit 5)
    is 'who started it waits for no child' 5 $?
}

test_mount() {
    ./tiny.AppImage --appimage-mount >mounted &
    local program=$!
    check 'mounts' eventually test -s mounted
    check 'the mounted image is whole' diff -r --no-dereference app "$(cat mounted)"
    check 'and cannot be written to' test ! -w "$(cat mounted)/AppRun" -o "$(id -u)" -eq 0
    kill $program
    wait $program 2>/dev/null
    check 'unmounts at its end' eventually nothing_is_left
}

# Folders in which others could put something in the place of ours.
test_hostile_folders() {
    local folder
    mkdir -m 777 open
    mkdir -m 755 open/below
    mkdir -m 700 own
    ln -s ../open own/to_open
    for folder in open open/below own/to_open; do
        check "keeps away from $folder" test "$(TMPDIR=$work/$folder ./tiny.AppImage --appimage-extract-and-run environment |
            cut -d'|' -f2 | grep -c "^$work/open")" = 0
    done
    if [ "$(id -u)" -eq 0 ]; then
        mkdir -m 755 foreign
        chown 65534 foreign
        check 'keeps away from what is another'"'"'s' test "$(TMPDIR=$work/foreign ./tiny.AppImage \
            --appimage-extract-and-run environment | grep -c "$work/foreign")" = 0
    fi
    mkdir -m 1777 shared
    check 'a shared folder with the sticky bit is good' test "$(TMPDIR=$work/shared ./tiny.AppImage \
        --appimage-extract-and-run environment | grep -c "$work/shared")" = 1
    is 'and left empty' '' "$(ls -A shared)"
}

# One clear line, and not the program.
refuses() {
    local status
    chmod 755 broken
    APPIMAGE_EXTRACT_AND_RUN=${3:-} ./broken exit 0 2>error
    status=$?
    is "$1: exit status" 127 $status
    is "$1: one line" 1 "$(wc -l <error)"
    check "$1: says so" grep -q "$2" error
    check "$1: leaves nothing" eventually nothing_is_left
}

test_damage() {
    local offset
    offset=$(./tiny.AppImage --appimage-offset)
    head -c $(((offset + $(stat -c %s tiny.AppImage)) / 2)) tiny.AppImage >broken
    refuses 'cut short' 'cut short'
    head -c "$offset" tiny.AppImage >broken
    refuses 'no image' 'no image that can be read'
    cp tiny.AppImage broken
    printf 'nonsense' | dd of=broken bs=1 seek="$offset" conv=notrunc status=none
    refuses 'no squashfs' 'no image that can be read'
    cp tiny.AppImage broken
    head -c 3000 /dev/zero | dd of=broken bs=1 seek=$((offset + 96)) conv=notrunc status=none
    refuses 'spoilt within' 'is damaged' 1
}

can_mount() {
    local program
    ./tiny.AppImage --appimage-mount >probe 2>/dev/null &
    program=$!
    eventually eval "[ -s probe ] || ! kill -0 $program 2>/dev/null"
    kill $program 2>/dev/null
    wait $program 2>/dev/null
    eventually nothing_is_left
    [ -s probe ]
}

make_image
test_options
test_extract
APPIMAGE_EXTRACT_AND_RUN=1 test_run extracted
test_extracted_folder
test_hostile_folders
test_damage
if can_mount; then
    test_run mounted
    test_mount
else
    echo 'There is no FUSE here, or no right to use it: what a mount does is not tried, only that it is done without.'
    test_run 'without FUSE'
fi
exit $failed
