#!/usr/bin/env bash
# Builds what Amparo links on Windows, from the sources of the Debian packages that the Linux build links, into a folder
# outside the checkout that is named after everything that goes into it:
#   libraries.sh where   prints the folder
#   libraries.sh         fills it, unless it is full already; takes up where an earlier run was ended
#   libraries.sh only X  builds one of them
#   libraries.sh ready   ends with 0 if it is full
#   libraries.sh parts   a line "PART VERSION SOURCE SOURCE_VERSION ARCHITECTURE PACKAGE" for each library in it, in Debian's
#                        words; PACKAGE is the one whose word on the licence holds. Of what is upstream's own, without
#                        Debian's changes, ARCHITECTURE is "upstream"; of what Qt carries of others' work "bundled", and
#                        the licence, as Qt tells it, follows
# Qt is shared libraries, as its licence asks; all else is linked into the programs.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
jobs=${AMPARO_JOBS:-$(nproc)}
host=x86_64-w64-mingw32

packages=(g++-mingw-w64-x86-64-posix libz-mingw-w64-dev dpkg-dev autoconf automake libtool)

# Debian source package and version, as apt-get source takes it, of what apt would install: with its security updates.
source_of() {
    apt-cache show --no-all-versions "$1" | awk -v package="$1" '
        $1 == "Version:" && version == "" { version = $2 }
        $1 == "Source:" && source == "" { source = $2; built = $3 }
        END { gsub(/[()]/, "", built); print (source ? source : package) "=" (built ? built : version) }'
}

# In the order of building, each with the package of the Linux build that settles its version.
libraries=(zlib:libz-mingw-w64-dev headers:libboost-dev headers:libexpected-dev sodium:libsodium-dev
    crypto:libssl-dev expat:libexpat1-dev zstd:libzstd-dev zip:libzip-dev xlsxwriter:libxlsxwriter-dev
    qrcodegen:libqrcodegencpp-dev qtbase:qt6-base-dev-tools)

with_cmake() {
    local source=$1
    shift
    cmake -G Ninja -S "$source" -B "$work/build" -DCMAKE_TOOLCHAIN_FILE="$here/mingw64.cmake" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_BUILD_TYPE=Release "$@"
    cmake --build "$work/build" -- -j"$jobs"
    cmake --install "$work/build"
}

# They are in Debian's packages already, built for Windows or without anything to build.
build_zlib() {
    mkdir -p "$prefix/lib/pkgconfig" "$prefix/include"
    cp /usr/$host/lib/libz.a "$prefix/lib"  # where the shared one is not beside it
    cp /usr/$host/include/z{lib,conf}.h "$prefix/include"
    printf 'Name: zlib\nDescription: compression\nVersion: %s\nLibs: -L${pcfiledir}/.. -lz\n' \
        "$(dpkg-query -W -f '${Version}' libz-mingw-w64-dev | sed 's/[^0-9.].*//')" >"$prefix/lib/pkgconfig/zlib.pc"
}
build_headers() {
    mkdir -p "$prefix/include" "$prefix/share/cmake"
    ln -sfn /usr/include/boost "$prefix/include/boost"
    ln -sfn /usr/include/tl "$prefix/include/tl"
    ln -sfn /usr/share/cmake/tl-expected "$prefix/share/cmake/tl-expected"
}

build_sodium() {
    cd "$1"
    [ -x configure ] || autoreconf -fi
    ./configure --host=$host --prefix="$prefix" --disable-shared --enable-static --disable-pie CC=$host-gcc-posix
    make -j"$jobs"
    make install
}
build_crypto() {
    cd "$1"
    ./Configure mingw64 --cross-compile-prefix=$host- --prefix="$prefix" --libdir=lib --openssldir=C:/Amparo/none \
        no-shared no-tests no-dso no-engine no-module no-legacy no-autoload-config CC=gcc-posix
    make -j"$jobs" build_generated
    make -j"$jobs" libcrypto.a libcrypto.pc
    mkdir -p "$prefix/include/openssl"
    cp include/openssl/*.h "$prefix/include/openssl"
    cp libcrypto.a "$prefix/lib"
    cp libcrypto.pc "$prefix/lib/pkgconfig"
}
build_expat() {
    sed -i 's/^#cmakedefine XML_DTD$/& 1/' "$1/expat/expat_config.h.cmake"  # Debian's patches compare it with 1
    with_cmake "$1/expat" -DEXPAT_SHARED_LIBS=OFF -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF \
        -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_DOCS=OFF
}
build_zstd() {
    with_cmake "$1/build/cmake" -DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_PROGRAMS=OFF -DZSTD_BUILD_TESTS=OFF \
        -DZSTD_LEGACY_SUPPORT=OFF
}
build_zip() {
    with_cmake "$1" -DBUILD_SHARED_LIBS=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF \
        -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF \
        -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_WINDOWS_CRYPTO=OFF
}
build_xlsxwriter() {  # its MD5, for pictures that come twice, has the names of OpenSSL's
    with_cmake "$1" -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTS=OFF -DBUILD_EXAMPLES=OFF -DUSE_NO_MD5=ON
}
build_qrcodegen() {
    $host-g++-posix -O2 -std=c++11 -c "$1/cpp/qrcodegen.cpp" -o "$work/qrcodegen.o"
    $host-ar rcs "$prefix/lib/libqrcodegencpp.a" "$work/qrcodegen.o"
    mkdir -p "$prefix/include/qrcodegencpp"
    cp "$1/cpp/qrcodegen.hpp" "$prefix/include/qrcodegencpp"
    printf 'Name: qrcodegencpp\nDescription: QR codes\nVersion: 1\nCflags: -I${pcfiledir}/../../include/qrcodegencpp\nLibs: -L${pcfiledir}/.. -lqrcodegencpp\n' >"$prefix/lib/pkgconfig/qrcodegencpp.pc"
}

# What Amparo has no use for is left out; certificates and TLS are Windows' own (Schannel). Tablets' pens need a header that
# Debian's source lacks; Direct2D would be a second platform plugin, and DirectWrite is built only with it.
build_qtbase() {
    local options=(-DBUILD_SHARED_LIBS=ON -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF
        -DINPUT_openssl=no -DFEATURE_schannel=ON)
    local feature
    for feature in pkg_config sql dbus opengl dynamicgl vulkan direct2d directwrite directwrite3 tabletevent tuiotouch icu glib \
        zstd brotli testlib gif ico \
        system_{zlib,pcre2,freetype,harfbuzz,png,jpeg,doubleconversion}; do
        options+=("-DFEATURE_$feature=OFF")
    done
    with_cmake "$1" "${options[@]}"
    list_bundled "$1/src/3rdparty" >"$prefix/bundled.txt"
}

# "PART VERSION LICENCE" of what of others' work was compiled into Qt. Its attributions are not quite JSON.
list_bundled() {
    local folder
    for folder in "$1"/*/; do
        grep -q "3rdparty/$(basename "$folder")/" "$work/build/.ninja_log" || continue
        awk -F'"' 'function tell() { if (version) print id, version, licence; version = licence = "" }
            $2 == "Id" { tell(); id = $4 } $2 == "Version" { version = $4 } $2 == "LicenseId" { licence = $4 }
            END { tell() }' "$folder/qt_attribution.json"
    done
}

# The source in $work/source. apt's own lists stay as they are.
fetch() {
    local wanted=$1 state=$cache/windows-sources
    local apt=(-qq -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o Dir::State::Lists="$state/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
        -o APT::Sandbox::User=)
    mkdir -p "$state/lists/partial" "$state/packages"
    if [ ! -f "$state/updated-$key" ]; then
        apt-get indextargets --format 'deb-src $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
            sort -u >"$state/sources.list"
        apt-get "${apt[@]}" update
        touch "$state/updated-$key"
    fi
    cd "$state/packages"
    local name=${wanted%%=*} version=${wanted#*=}
    # Mirrors lack the newest of what they list at times, and sources.txt says what was taken.
    if apt-get "${apt[@]}" source --only-source --download-only "$wanted"; then
        dpkg-source -x "${name}_${version#*:}.dsc" "$work/source"
    elif [ "$library" = crypto ] || [ "$library" = qrcodegen ]; then
        # Debian follows upstream's releases in these: the newer one without its patches has more repairs than the older
        # one with them.
        apt-get "${apt[@]}" source --only-source --download-only --tar-only "$wanted"
        mkdir "$work/source"
        version=${version%-*}
        tar -xf "${name}_$version".orig.tar.?z --strip-components=1 -C "$work/source"
    else
        for version in $(apt-cache "${apt[@]}" madison "$name" | awk -F' *[|] *' '{ print $2 }' | sort -rVu); do
            apt-get "${apt[@]}" source --only-source --download-only "$name=$version" && break
        done
        dpkg-source -x "${name}_${version#*:}.dsc" "$work/source"
    fi
    echo "$library $name=$version, wanted $wanted" | sed 's/\([^ ]*\), wanted \1$/\1/' >>"$prefix/sources.txt"
}

versions() {
    local package missing=()
    for package in "${packages[@]}" "${libraries[@]#*:}"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] || { echo "missing: apt-get install ${missing[*]}" >&2; return 1; }
    $host-g++-posix --version | head -n 1
    for package in "${libraries[@]#*:}"; do source_of "$package"; done
}

parts() {
    local pair name version part
    for pair in "${libraries[@]}"; do
        case ${pair%%:*} in
        zlib | headers)
            dpkg-query -W -f="\${Package} \${Version} \${source:Package} \${source:Version} \${Architecture} ${pair#*:}\n" "${pair#*:}"
            ;;
        *)
            IFS='= ,' read -r _ name version _ < <(grep "^${pair%%:*} " "$prefix/sources.txt" | tail -n 1)
            echo "$name $version $name $version $([[ $version == *-* ]] && echo source || echo upstream) ${pair#*:}"
            ;;
        esac
        [ "${pair%%:*}" != qtbase ] || while read -r part; do  # a line of bundled.txt
            set -- $part
            echo "$1 $2 $name $version bundled ${pair#*:} ${*:3}"
        done <"$prefix/bundled.txt"
    done
}

# Of what goes into one library; zlib's headers go into others as well.
key_of() {
    local library=$1 package=$2
    { printf '%s\n' "$compiler" "$(source_of "$package")" "$(source_of libz-mingw-w64-dev)"
        declare -f fetch list_bundled with_cmake "build_$library"
        cat "$here/mingw64.cmake"; } | sha256sum | cut -c1-16
}

# What an earlier folder has of the same inputs is taken over: an update of one library costs no other's time.
take_over() {
    local earlier
    earlier=$(ls -td "$cache"/windows-*/complete 2>/dev/null | head -n 1)
    [ -n "$earlier" ] || return 0
    rm -rf "$prefix.part"
    cp -a "${earlier%/complete}" "$prefix.part"
    rm "$prefix.part/complete"
    mv "$prefix.part" "$prefix"
}

build_one() {
    local library=$1 package=$2 started=$SECONDS work stamp=$prefix/built/$1-$2 own known
    own=$(key_of "$library" "$package")
    if [ -f "$stamp" ] && read -r known _ <"$stamp" && [ "$known" = "$own" ]; then return; fi
    [ ! -f "$prefix/sources.txt" ] || sed -i "/^$library /d" "$prefix/sources.txt"
    work=$(mktemp -d "$cache/windows-build.XXXXXX")
    echo "building $library of $package for Windows" >&2
    # Neither in a condition nor before ||: bash would go on after an error in there.
    set +e
    (
        set -e
        case $library in zlib | headers) ;; *) fetch "$(source_of "$package")" ;; esac
        "build_$library" "$work/source"
    ) >"$prefix/built/$library.log" 2>&1
    local status=$?
    set -e
    if [ $status -ne 0 ]; then
        echo "$library did not build, see $prefix/built/$library.log" >&2
        tail -n 20 "$prefix/built/$library.log" >&2
        return 1
    fi
    rm -rf "$work"
    echo "$((SECONDS - started)) s" >&2
    echo "$own $((SECONDS - started)) s" >"$stamp"
}

cache=${XDG_CACHE_HOME:-$HOME/.cache}/amparo
settled=$(versions)
compiler=$(head -n 1 <<<"$settled")
recipes=$(declare -f fetch list_bundled with_cmake $(printf 'build_%s\n' "${libraries[@]%%:*}" | sort -u))
key=$(printf '%s\n' "$settled" "$recipes" | cat - "$here/mingw64.cmake" | sha256sum | cut -c1-16)
prefix=$cache/windows-$key
export AMPARO_WINDOWS_PREFIX=$prefix

case ${1:-build} in
where) echo "$prefix" ;;
ready) [ -f "$prefix/complete" ] ;;
parts) parts ;;
only) for pair in "${libraries[@]}"; do [ "${pair%%:*}" != "$2" ] || build_one "${pair%%:*}" "${pair#*:}"; done ;;
build)
    [ -d "$prefix" ] || take_over
    mkdir -p "$prefix/built"
    for pair in "${libraries[@]}"; do build_one "${pair%%:*}" "${pair#*:}"; done
    # So that the folder may be moved.
    sed -i 's|^prefix=.*|prefix=${pcfiledir}/../..|' "$prefix"/lib/pkgconfig/*.pc
    touch "$prefix/complete"
    echo "$prefix"
    ;;
*) sed -n '2,10s/^# \?//p' "$0" >&2; exit 2 ;;
esac
