#!/usr/bin/env bash
# Installs, runs, upgrades, repairs and removes the package under Wine, as msiexec is called at a post:
#   try.sh BUILD_FOLDER
# BUILD_FOLDER holds what msi.sh packs. Pictures and logs of the installations lie in BUILD_FOLDER/try.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
build=$(readlink -f "$1")
place=$build/try
programs="$place/wine/drive_c/Program Files/Amparo"
export WINEPREFIX=$place/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
unset WAYLAND_DISPLAY
trap 'wineserver -k 2>/dev/null || true' EXIT

if [ -z "${AMPARO_TRY_DISPLAY:-}" ]; then  # a display of its own
    AMPARO_TRY_DISPLAY=1 exec xvfb-run -a -s "-screen 0 1440x900x24 -noreset" "$0" "$build"
fi

fail() { echo "NOT SO: $*" >&2; exit 1; }
told() { printf 'ok  %s\n' "$*"; }
msiexec() { local status=0; wine msiexec "$@" /qn || status=$?; wineserver -w; return $status; }
registry() { wine reg query 'HKLM\Software\Amparo' /reg:64 /v "$1" 2>/dev/null | tr -d '\r' | sed -n 's/.*REG_SZ *//p'; }
windows_path() { printf 'Z:%s' "${1//\//\\}"; }
log() { windows_path "$place/$1.log"; }
ctl() { wine "$programs/amparoctl.exe" "$@"; }
path_has_it() {
    wine reg query 'HKLM\System\CurrentControlSet\Control\Session Manager\Environment' /v PATH | grep -qF 'Program Files\Amparo'
}

prepare() {
    local font
    rm -rf "$place"
    mkdir -p "$place"
    wine wineboot -i >/dev/null 2>&1
    wine winecfg /v win10 >/dev/null 2>&1
    # Wine has none of Windows' fonts for windows, and may take one for mathematics in their place.
    for font in 'Segoe UI' 'MS Shell Dlg' 'MS Shell Dlg 2' Tahoma; do
        wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'DejaVu Sans' /f >/dev/null
    done
    wineserver -w
    "$here/msi.sh" "$build" "$place/first.msi" 1.0.0 >/dev/null
    "$here/msi.sh" "$build" "$place/second.msi" 1.0.1 >/dev/null
    echo 'lluvia sobre el puente' >"$place/passphrase"
    cat >"$place/enrol.json" <<'JSON'
{"amparoEnrolment": 1, "post": {"code": "PE-DES-01", "name": "Desaguadero", "country": "PER"},
 "server": {"address": "https://odk.example.org/v1/key/s3cret/projects/7"}}
JSON
}

installs() {
    msiexec /i "$place/first.msi" '/l*v' "$(log install)" SERVER_URL=https://odk.example.org/v1/projects/7 \
        POST_ID=PE-DES-01 "ENROL_FILE=$(windows_path "$place/enrol.json")" 'INSTALLDIR=C:\elsewhere' 'ProgramFolder=C:\elsewhere' \
        /norestart || fail "the installation ends with $?"
    [ -f "$programs/amparo.exe" ] || fail "there is no amparo.exe"
    [ ! -e "$WINEPREFIX/drive_c/elsewhere" ] || fail "it goes where ordinary users may write"
    path_has_it || fail "the computer's PATH lacks the programs"
    wine cmd /c amparoctl --version | grep -q ^amparoctl || fail "amparoctl does not run by its name"
    [ "$(registry PostId)" = PE-DES-01 ] || fail "POST_ID is not kept"
    [ "$(registry ServerUrl)" = https://odk.example.org/v1/projects/7 ] || fail "SERVER_URL is not kept"
    find "$WINEPREFIX/drive_c" -name Amparo.lnk | grep -q . || fail "there is no entry in the start menu"
    [ -s "$place/install.log" ] || fail "there is no log"
    [ -s "$programs/share/common-licenses/LGPL-3" ] && [ -s "$programs/share/doc/qt6-base/copyright" ] ||
        fail "the licences are missing"
    ctl about | grep -q 'qt6-base' || fail "amparoctl about does not know what is in the package"
    told "installs silently into Program Files alone, keeps what it was told, leaves a log and an entry in the start menu"
}

# A post of the installer's enrolment, and the main job on a demo post, with the installed program.
works() {
    export AMPARO_PASSPHRASE_FILE
    AMPARO_PASSPHRASE_FILE=$(windows_path "$place/passphrase")
    ctl init --officer ana --json | grep -q '"post":"PE-DES-01"' || fail "no post is made from the enrolment"
    store=$(find "$WINEPREFIX/drive_c/users" -path '*Local/amparo/keys.amparo')
    [ -n "$store" ] || fail "the store is not among the user's local data"
    # What an access list gives to everybody, Wine writes down as the rights of others.
    [[ $(stat -c %a "$programs/amparo.exe") == *[45] ]] || fail "not everybody may run the program"
    [[ $(stat -c %a "$store") == *0 && $(stat -c %a "$(dirname "$store")") == *0 ]] || fail "others may read the store"
    told "makes the store from the enrolment that msiexec named, for its user alone"
    ctl init --demo --store 'C:\demo' >/dev/null || fail "no demo post is made"
    local before after
    before=$(ctl doctor --store 'C:\demo' --officer ana --json | grep -oE '"records waiting":"[0-9]+"' || true)
    ctl screen "$(windows_path "$(readlink -f "$here/../../tests/data/screenings/primary_second_line.json")")" \
        --store 'C:\demo' --officer ana || fail "screen stores no record"
    after=$(ctl doctor --store 'C:\demo' --officer ana --json | grep -oE '"records waiting":"[0-9]+"') || fail "doctor finds fault"
    [ "$before" != "$after" ] || fail "there is no further record: $after"
    mkdir -p "$place/reports"
    ctl report --store 'C:\demo' --officer luis --language es --out "$(windows_path "$place/reports")" >/dev/null || fail "no report"
    [ "$(find "$place/reports" -name '*.pdf' | wc -l)" -ge 1 ] || fail "the report has no PDF"
    told "a screening is stored (${before##*:} waiting before, ${after##*:} after) and the day's report written"
}

window() {
    wine "$programs/amparo.exe" --demo --store 'C:\demo' &
    local shell=$! found='' tries=0
    until found=$(xdotool search --onlyvisible --name Amparo 2>/dev/null | head -n 1) && [ -n "$found" ]; do
        tries=$((tries + 1))
        [ $tries -lt 120 ] || fail "no window opens"
        sleep 0.5
    done
    sleep 3
    import -window root "$place/window.png"
    told "the window opens: $place/window.png"
    wine taskkill /im amparo.exe /f >/dev/null 2>&1 || true
    wait $shell || true
}

upgrades() {
    msiexec /i "$place/second.msi" '/l*v' "$(log upgrade)" POST_ID=PE-DES-02 || fail "the upgrade ends with $?"
    [ "$(registry Version)" = 1.0.1 ] || fail "the registry says version $(registry Version)"
    [ "$(registry PostId)" = PE-DES-02 ] || fail "the upgrade's POST_ID does not hold"
    [ "$(registry ServerUrl)" = https://odk.example.org/v1/projects/7 ] || fail "the upgrade forgets SERVER_URL"
    [ "$(wine reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /reg:64 /s | grep -ac 'DisplayName.*Amparo')" = 1 ] ||
        fail "two versions are installed"
    [ -f "$store" ] || fail "the upgrade took the store"
    path_has_it || fail "the upgrade takes the programs from the PATH"
    told "upgrades, keeps what it had been told and the store"
    if msiexec /i "$place/first.msi" '/l*v' "$(log downgrade)"; then fail "an older version installs over a newer one"; fi
    [ "$(registry Version)" = 1.0.1 ] || fail "the refused version left its mark"
    told "refuses an older version"
}

repairs() {
    rm "$programs/amparoctl.exe" "$programs/platforms/qoffscreen.dll"
    msiexec /i "$place/second.msi" REINSTALL=ALL REINSTALLMODE=amus '/l*v' "$(log repair)" || fail "the repair ends with $?"
    [ -f "$programs/amparoctl.exe" ] && [ -f "$programs/platforms/qoffscreen.dll" ] || fail "the repair brings nothing back"
    told "repairs"
}

leaves() {
    msiexec /x "$place/second.msi" '/l*v' "$(log remove)" || fail "the removal ends with $?"
    [ ! -e "$programs" ] || fail "files stay: $(ls "$programs")"
    [ -z "$(registry Version)" ] || fail "the registry keeps its entries"
    ! path_has_it || fail "the computer's PATH keeps it"
    [ -f "$store" ] || fail "the removal took the store"
    told "goes and leaves the store"
    msiexec /i "$place/second.msi" || fail "a second installation ends with $?"
    msiexec /x "$place/second.msi" REMOVEDATA=1 '/l*v' "$(log remove-data)" || fail "the removal ends with $?"
    [ ! -e "$store" ] || fail "REMOVEDATA=1 left the store"
    told "goes with the store where REMOVEDATA=1 says so"
}

# A package whose programs and self are signed, and one in which a byte was changed afterwards.
signs() {
    if ! command -v osslsigncode >/dev/null; then
        echo "--  signing was not tried: osslsigncode is not installed"
        return
    fi
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Amparo trial" -addext extendedKeyUsage=codeSigning \
        -keyout "$place/sign.key" -out "$place/sign.pem" 2>/dev/null
    AMPARO_SIGN_KEY=$place/sign.key AMPARO_SIGN_CERTIFICATE=$place/sign.pem "$here/msi.sh" "$build" "$place/signed.msi" 1.0.2 >/dev/null
    osslsigncode verify -CAfile "$place/sign.pem" "$place/signed.msi" >"$place/sign.log" 2>&1 || fail "the signature does not verify"
    osslsigncode verify -CAfile "$place/sign.pem" "$build/package/amparo.exe" >>"$place/sign.log" 2>&1 ||
        fail "the program's signature does not verify"
    cp "$place/signed.msi" "$place/changed.msi"
    printf 'x' | dd of="$place/changed.msi" bs=1 seek=$(($(stat -c %s "$place/changed.msi") / 2)) conv=notrunc status=none
    if osslsigncode verify -CAfile "$place/sign.pem" "$place/changed.msi" >>"$place/sign.log" 2>&1; then fail "a changed package verifies"; fi
    msiexec /i "$place/signed.msi" || fail "the signed package does not install"
    ctl --version | grep -q . || fail "the signed program does not run"
    msiexec /x "$place/signed.msi" || fail "the signed package does not go"
    told "is signed, verifies, and not once it was changed"
}

prepare
installs
works
window
upgrades
repairs
leaves
signs
