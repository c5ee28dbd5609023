#!/bin/sh
# A bare Debian 12 -> everything `make` needs: Qt's offscreen libraries, a virtual environment, the locked packages.
# Usage: prepare.sh VENV | prepare.sh test, slow, windows: what the tests, the long tests, `make windows` need beside it.
# Says what it does; installs nothing twice.
set -eu

screen="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
papers="poppler-utils openssl softhsm2"  # read our PDFs and signatures as somebody else would; a card made of software
window="xvfb xauth libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-xfixes0 \
libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1 libxcb-sync1 libxcb-image0 libxcb-render-util0 libxcb-util1"
# What a program writes and whom it calls, for power cuts and silence; a real key store; reads what the .msi holds; works the program as a screen reader does.
long="strace dbus-daemon gnome-keyring msitools wixl nsis at-spi2-core gir1.2-atspi-2.0 python3-gi $window"
windows="debootstrap msitools wixl nsis osslsigncode openssl binutils gcc-mingw-w64-x86-64-win32"  # builds and tries the .msi
freezing="binutils $window"

need() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=""
    for one in "$@"; do
        dpkg-query -W -f '${Status}' "$one" 2>/dev/null | grep -q 'ok installed' || missing="$missing $one"
    done
    [ -n "$missing" ] || return 0
    line="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" = 0 ]; then sudo=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo="sudo"
    else
        echo "These system packages are missing. Run this once, then make again:" >&2
        echo "  sudo $line" >&2
        exit 1
    fi
    echo "== system packages:$missing"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo $line -qq >/dev/null
}

case "$1" in
    test) need $papers; exit 0 ;;
    slow) need $papers $long; exit 0 ;;
    bundle)
        # Debian keeps Python's shared library in a package of its own; other builds bring theirs.
        library=$("${PYTHON:-python3}" -c 'import sys, sysconfig as c, pathlib as p
here = p.Path(c.get_config_var("LIBDIR"), c.get_config_var("INSTSONAME"))
print("" if here.exists() else "libpython%d.%d" % sys.version_info[:2])')
        need python3-venv $screen $freezing $library
        exit 0 ;;
    windows) need $windows; exit 0 ;;
esac

venv=$1
python=${PYTHON:-python3}
need python3-venv $screen
[ -x "$venv/bin/python" ] || { echo "== virtual environment in $venv"; "$python" -m venv "$venv"; }
echo "== locked packages"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r packaging/requirements/run.txt -r packaging/requirements/test.txt
echo "== the project itself"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
