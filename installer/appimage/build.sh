#!/usr/bin/env bash
# Makes build/appimage/Amparo-VERSION-x86_64.AppImage of a build folder's programs: the same commit, the same bytes.
#
#   installer/appimage/build.sh BUILD_FOLDER
#
# AMPARO_APPIMAGE_RUNTIME  an AppImage runtime to use in the place of our own
# AMPARO_APPIMAGE_UPDATE   update information, for instance "zsync|https://example.org/Amparo-x86_64.AppImage.zsync"
# AMPARO_APPIMAGE_LEVEL    how hard to compress, 1 to 22 (19)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
built=$(cd "$1" && pwd)
place=$root/build/appimage
app=$place/Amparo.AppDir
version=$(sed -n 's/^project(Amparo VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8
umask 022

# What belongs to the system: the C library and GCC's, of which wants.sh says how new they have to be.
of_the_system=' ld-linux-x86-64 libc libm libdl libpthread librt libresolv libutil libanl libstdc++ libgcc_s '

# What a desktop has of its own, and has to: it matches the graphics driver, the X server, the way fonts are set up. It
# comes along for computers without a desktop, and AppRun uses of it what they lack. As AppImage's list of excluded
# libraries has it, and libcups, which older systems have as well but Debian's wants a newer C library than all else.
of_a_desktop=' libEGL libGL libGLX libGLdispatch libOpenGL libX11 libX11-xcb libxcb libXau libXdmcp libfontconfig '
of_a_desktop+='libfreetype libexpat libcom_err libuuid libz libcups '

# Copies the libraries that a program or plugin needs, those that they need included.
bring_libraries() {
    ldd "$1" | awk '$2 == "=>" && $3 ~ /^\// {print $1, $3}' | while read -r name path; do
        bring_library "$name" "$path"
    done
}

bring_library() {
    local name=$1 path=$2 stem=" ${1%%.so*} "
    if [[ $of_the_system == *"$stem"* ]]; then
        return
    elif [[ $of_a_desktop == *"$stem"* ]]; then
        [ -e "$app/usr/lacking/$name" ] || bring "$path" "usr/lacking/$name/$name"
    else
        [ -e "$app/usr/lib/$name" ] || bring "$path" "usr/lib/$name"
    fi
}

# A file of the system's, to the place in the image; what came from where is noted.
bring() {
    install -D --mode=644 "$1" "$app/$2"
    echo "$2 $1" >>"$place/origins"
}

bring_qt() {
    local qt texts language plugins=(platforms/libqxcb platforms/libqoffscreen tls/libqopensslbackend imageformats/libqsvg
        imageformats/libqjpeg iconengines/libqsvgicon networkinformation/libqnetworkmanager
        platforminputcontexts/libcomposeplatforminputcontextplugin printsupport/libcupsprintersupport)
    qt=$(qtpaths6 --query QT_INSTALL_PLUGINS)
    for plugin in "${plugins[@]}"; do
        bring "$qt/$plugin.so" "usr/plugins/$plugin.so"
        bring_libraries "$qt/$plugin.so"
    done
    # The TLS plugin opens these by name, so that nothing else tells of them, and first by the name without a version.
    bring_library libssl.so.3 "$(ldconfig -p | awk '$1 == "libssl.so.3" {print $NF; exit}')"
    ln -s libssl.so.3 "$app/usr/lib/libssl.so"
    ln -s libcrypto.so.3 "$app/usr/lib/libcrypto.so"
    texts=$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)
    for language in ar es fr pt_BR; do
        bring "$texts/qtbase_$language.qm" "usr/translations/qtbase_$language.qm"
    done
    printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$app/usr/bin/qt.conf"
}

# Programs look for libraries beside themselves, libraries beside each other.
set_run_paths() {
    patchelf --set-rpath '$ORIGIN/../lib' "$app/usr/bin/amparo" "$app/usr/bin/amparoctl"
    find "$app/usr/lib" -name '*.so*' -type f -exec patchelf --set-rpath '$ORIGIN' {} \;
    find "$app/usr/plugins" -name '*.so' -exec patchelf --set-rpath '$ORIGIN/../../lib' {} \;
    find "$app/usr/lacking" -name '*.so*' -type f -exec patchelf --set-rpath '$ORIGIN/../../lib' {} \;
}

bring_texts() {
    local id=org.amparo.Amparo share=$app/usr/share font
    install -D -m 644 "$root/installer/linux/$id.desktop" "$share/applications/$id.desktop"
    install -D -m 644 "$root/installer/linux/$id.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
    install -d "$share/metainfo"
    sed -e "s/@PROJECT_VERSION@/$version/" -e "s/@AMPARO_DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" \
        "$root/installer/linux/$id.metainfo.xml.in" >"$share/metainfo/$id.metainfo.xml"
    ln -s "$id.metainfo.xml" "$share/metainfo/$id.appdata.xml"  # by which older tools look for it
    install -D -m 644 "$here/fonts.conf" "$share/fonts/fonts.conf"
    for font in DejaVuSans DejaVuSans-Bold; do
        bring "/usr/share/fonts/truetype/dejavu/$font.ttf" "usr/share/fonts/$font.ttf"
    done
    desktop-file-validate "$share/applications/$id.desktop"
    appstreamcli validate --no-net --explain "$share/metainfo/$id.metainfo.xml" >&2
    ln -s "usr/share/applications/$id.desktop" "$app/$id.desktop"
    ln -s "usr/share/icons/hicolor/scalable/apps/$id.svg" "$app/$id.svg"
    ln -s "$id.svg" "$app/.DirIcon"
}

# PLACE PACKAGE, a line for each file of the system's in the image. A package may name /lib what is asked for as /usr/lib.
packages() {
    sed 's|.*/|*/|' "$place/origins" | sort -u | xargs -d '\n' dpkg-query --search 2>/dev/null | awk '
        function plain(path) { sub(/^\/usr/, "", path); return path }
        NR == FNR { origin[plain($2)] = $1; next }
        /^diversion/ { next }
        plain($2) in origin { sub(/:.*/, "", $1); print origin[plain($2)], $1 }' "$place/origins" - | sort -u
}

# The packages of which code is in our programs (headers) and in what starts them (static libraries).
compiled_in() {
    printf '%s\n' libc6-dev libexpected-dev libfuse3-dev libsquashfuse-dev libzstd-dev
    dpkg-query --search /usr/include/boost/version.hpp | cut -d: -f1
}

# Of each package that a file or code came from its licence, and the list of them all.
bring_licences() {
    packages >"$place/packages"
    if [ "$(cut -d' ' -f1 "$place/packages")" != "$(cut -d' ' -f1 "$place/origins" | sort)" ]; then
        echo "Of these files in the image no package is known:" >&2
        comm -13 <(cut -d' ' -f1 "$place/packages" | sort) <(cut -d' ' -f1 "$place/origins" | sort) >&2
        exit 1
    fi
    { cut -d' ' -f2 "$place/packages"; compiled_in; } | sort -u >"$place/names"
    sed 's/.*/& &/' "$place/names" | "$here/../licences.sh" "$app/usr/share"
    printf 'usr/bin/%s amparo\n' amparo amparoctl | cat "$place/packages" - >"$place/files"
    xargs dpkg-query -W -f='${Package} ${Version} ${source:Package} ${source:Version} ${Architecture}\n' <"$place/names" >"$place/parts"
    "$here/../sbom.sh" "$app" usr/share "$place/files" "$place/parts" >"$app/usr/share/doc/amparo/sbom.cdx.json"
}

make_image() {
    find "$app" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
    # The order on the disk is that of the names, whatever the folder's own. A block is what the kernel reads ahead: of a
    # larger one it would ask for each half alone, and have it decompressed twice.
    mksquashfs "$app" "$1" -noappend -comp zstd -Xcompression-level "${AMPARO_APPIMAGE_LEVEL:-19}" -b 128K -all-root \
        -no-xattrs -no-progress -quiet >&2
}

rm -rf "$place"
mkdir -p "$app/usr/lib" "$app/usr/lacking"
# Without the gateway, which is headquarters', where its database is.
install -D --strip --mode=755 --target-directory="$app/usr/bin" "$built/bin/amparo" "$built/bin/amparoctl"
install -m 755 "$here/AppRun" "$app/AppRun"
bring_libraries "$app/usr/bin/amparo"
bring_libraries "$app/usr/bin/amparoctl"
bring_qt
set_run_paths
bring_texts
bring_licences
"$here/wants.sh" "$app" >&2
if [ -n "${AMPARO_APPIMAGE_RUNTIME:-}" ]; then
    cp "$AMPARO_APPIMAGE_RUNTIME" "$place/runtime"
else
    "$here/make_runtime.sh" "$place/runtime" "${AMPARO_APPIMAGE_UPDATE:-}"
fi
make_image "$place/image"
result=$place/Amparo-$version-x86_64.AppImage
cat "$place/runtime" "$place/image" >"$result"
chmod 755 "$result"
cp "$app/usr/share/doc/amparo/sbom.cdx.json" "$result.cdx.json"
touch --date="@$SOURCE_DATE_EPOCH" "$result"
if [[ ${AMPARO_APPIMAGE_UPDATE:-} == zsync* ]]; then  # what tools compare an older file with, piece by piece
    command -v zsyncmake >/dev/null || { echo "zsyncmake is missing: apt-get install zsync" >&2; exit 1; }
    (cd "$place" && zsyncmake -u "${result##*/}" -o "${result##*/}.zsync" "${result##*/}" >&2)
fi
rm -f "$place/image"
echo "$result"
stat -c '%s bytes' "$result"
(cd "$place" && sha256sum "${result##*/}" | tee "${result##*/}.sha256")
