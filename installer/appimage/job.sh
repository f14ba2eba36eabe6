#!/bin/sh
# What try.sh does inside of the bare system: the main job, or the window.
set -eu
cd /try
appimage=/try/Amparo.AppImage
export AMPARO_STORE=/try/store AMPARO_PASSPHRASE_FILE=/try/passphrase AMPARO_OFFICER=ana
umask 077

say() { echo "  $ $*"; "$@" >/try/out 2>&1 || { status=$?; cat /try/out; echo "exit status $status"; exit 1; }; }

# Each program and library finds what it wants: ours beside it, the rest in the system or among what it lacks.
look_for_libraries() {
    "$appimage" --appimage-extract >/dev/null
    lacking=
    for folder in squashfs-root/usr/lacking/*; do
        [ -e "/lib/x86_64-linux-gnu/${folder##*/}" ] || lacking=$lacking:/try/$folder
    done
    for file in squashfs-root/usr/bin/amparo* squashfs-root/usr/lib/*.so* squashfs-root/usr/plugins/*/*.so; do
        found=$(LD_LIBRARY_PATH=$lacking /lib64/ld-linux-x86-64.so.2 --list "$file" 2>&1) || true
        case $found in
        *'not found'* | *'cannot open shared'*) echo "$file misses a library: $found"; exit 1 ;;
        esac
    done
    rm -rf squashfs-root
}

main() {
    echo 'lluvia sobre el puente' >"$AMPARO_PASSPHRASE_FILE"
    mkdir reports home
    say "$appimage" ctl init --demo
    say ./amparoctl officer list
    say ./amparoctl screen primary_second_line.json
    say ./amparoctl report --officer luis --language es --out reports
    say ./amparoctl audit verify --officer admin
    say ./amparoctl doctor
    [ "$(ls reports | wc -l)" -eq 3 ] || { echo "the report is not there"; exit 1; }
    if "$appimage" ctl no-such-command >/dev/null 2>&1; then echo "a wrong command is taken"; exit 1; fi
    look_for_libraries
    for left in /tmp/amparo-*; do
        [ ! -e "$left" ] || { echo "$left is left"; exit 1; }
    done
}

window() {
    DISPLAY=$1 "$appimage" --demo --store "$AMPARO_STORE" &
    program=$!
    until [ -e seen ]; do
        kill -0 "$program" 2>/dev/null || { wait "$program"; exit 1; }
        sleep 0.2
    done
    kill -TERM "$program"
    status=0
    wait "$program" || status=$?
    echo "exit status $status"
    [ "$status" -eq 0 ] || [ "$status" -eq 143 ]
}

"$@"
