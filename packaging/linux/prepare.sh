#!/bin/sh
# A bare Debian 12 -> everything `make` needs: system libraries, a virtual environment, the locked packages.
# Usage: prepare.sh VENV | prepare.sh slow, bundle, windows: what the long tests, the two builds need beside it.
# Says what it does; installs nothing twice. Without the right to install it prints one line that somebody else can run.
set -eu

python=${PYTHON:-python3}

drawing="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1"  # Qt, also without a screen
window="libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
libxcb-shape0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libwayland-cursor0"
papers="poppler-utils openssl softhsm2"  # read our PDFs and signatures as somebody else would; a card made of software
screen="xvfb xauth"
# What a program writes and whom it calls, for power cuts and silence; a real key store; reads what the .msi holds; works the program as a screen reader does.
long="strace dbus-daemon gnome-keyring msitools wixl nsis at-spi2-core gir1.2-atspi-2.0 python3-gi"
windows="debootstrap msitools wixl nsis osslsigncode openssl binutils gcc-mingw-w64-x86-64-win32"  # builds and tries the .msi

# Debian keeps venv in a package of its own, and Python's shared library too; other builds bring theirs.
venv_package=$("$python" -c 'import sys
try: import ensurepip, venv
except ImportError: print("python%d.%d-venv" % sys.version_info[:2])')
library_package() {
    "$python" -c 'import sys, sysconfig as c, pathlib as p
here = p.Path(c.get_config_var("LIBDIR"), c.get_config_var("INSTSONAME"))
print("" if here.exists() else "libpython%d.%d" % sys.version_info[:2])'
}

# need PACKAGE…: install what is missing. A package counts as there when an installed one provides its name: later
# editions of Debian have libglib2.0-0t64 in place of libglib2.0-0.
need() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    there=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' | sed -n 's/^installed //p' | tr ',' '\n' | sed 's/ *(.*//; s/ //g')
    missing=$(printf '%s\n' "$@" | sort -u | grep -vxF "$there" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    line="apt-get install -y --no-install-recommends ${missing% }"
    sudo=""
    if [ "$(id -u)" != 0 ]; then
        ! command -v sudo >/dev/null 2>&1 || sudo="sudo "
        if [ -z "$sudo" ] || ! sudo -n true 2>/dev/null; then
            echo "System packages are missing. Let somebody who may install (root) run this line once, then make again:" >&2
            echo "  ${sudo}apt-get update && $sudo$line" >&2
            exit 1
        fi
    fi
    echo "== system packages: $missing"
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive $line -qq >/dev/null
}

# Word by word, unquoted: the lists are lists.
case "$1" in
    slow) need $long $screen; exit 0 ;;
    bundle) need binutils $venv_package $(library_package) $drawing $window $screen; exit 0 ;;
    windows) need $windows; exit 0 ;;
esac

venv=$1
need $venv_package $drawing $window $papers
if [ -e "$venv" ] && [ "$(cat "$venv/.ready" 2>/dev/null)" != "$(pwd -P)" ]; then
    echo "== the virtual environment in $venv is unfinished, or was made in another folder: made anew"
    rm -rf "$venv"
fi
[ -x "$venv/bin/python" ] || { echo "== virtual environment in $venv"; "$python" -m venv "$venv"; }
echo "== locked packages"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r packaging/requirements/run.txt -r packaging/requirements/test.txt
echo "== the project itself"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
