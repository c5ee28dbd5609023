#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# This checkout, on Debian 12 as root -> dist/windows/: the frozen folder, .msi, setup.exe and zip, each tried under Wine.
#
# For checking our own build, never for what users get: releases come from build_on_windows.ps1. Repeatable; the tree,
# the Python, the wheels and the builder are kept in the cache. Each step's output lies in build/windows/<step>.log.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
cache=${WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/seniorsamtale-windows}
work=$root/build/windows
out=$root/dist/windows
python=$root/.venv/bin/python

if [ "${1:-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "make windows needs root: it makes a Debian tree with Wine in it. Use sudo." >&2; exit 1; }
    (cd "$root" && sh packaging/linux/prepare.sh windows)
    mkdir -p "$cache" "$work"
    # One at a time; and a namespace of its own, so that the kernel takes away mounts and processes however this ends.
    exec 9>"$cache/lock"
    flock --nonblock 9 || { echo "Another make windows is running." >&2; exit 1; }
    exec unshare --mount --propagation private --pid --fork --kill-child bash "${BASH_SOURCE[0]}" inside
fi

cd "$root"
version=$("$python" -c 'import senior_desktop as s; print(s.__version__)')
next=$("$python" -c "a, b, c = '$version'.split('.'); print(f'{a}.{b}.{int(c) + 1}')")
built=$(git log -1 --format=%ct 2>/dev/null || echo 1763856000)  # the commit's day, so that two builds say the same
name=Seniorsamtale-$version
table=$work/table.txt
: >"$table"
begun=$SECONDS

# shellcheck source=packaging/windows/wine/machine.sh
. "$here/wine/machine.sh"
# shellcheck source=packaging/windows/wine/proof.sh
. "$here/wine/proof.sh"

# step NAME WORD…: run it, keep its output, say in one line what came of it; at a failure the end of the output.
step() {
    local title=$1 log start=$SECONDS told_in
    shift
    log=$work/$1${2:+-$2}.log
    told_in=$work/told-$1
    # Behind "&" and not after "if": there the shell would go on past an error.
    (set -e; told=""; "$@"; printf '%s' "$told" >"$told_in") >"$log" 2>&1 &
    if wait $!; then
        printf '%-34s %5s s  %s\n' "$title" $((SECONDS - start)) "$(cat "$told_in")" | tee -a "$table"
    else
        printf '%-34s %5s s  FAILED, see %s\n' "$title" $((SECONDS - start)) "${log#"$root"/}" | tee -a "$table"
        tail -25 "$log" >&2
        exit 1
    fi
}

freeze() {
    rm -rf "$out" "$work/dist" "$work/freezing"
    mkdir -p "$out"
    in_wine 1200 "/cache/builder-$locked" 'C:\py312\python.exe' 'Z:\src\packaging\build.py' freeze --bare --into 'Z:\src\build\windows\dist'
    wait_wine "/cache/builder-$locked"
    [ -f "$work/dist/bare/bare.exe" ]
    mv "$work/dist/Seniorsamtale" "$out/Seniorsamtale"
    [ -f "$out/Seniorsamtale/Seniorsamtale.exe" ]
    told="$(find "$out/Seniorsamtale" -type f | wc -l) files, and a bare window to compare with"
}

complete() {
    local site=$builder/drive_c/py312/Lib/site-packages tools=$cache/sbom-$(sha256sum packaging/requirements/sbom.txt | cut -c1-16)
    [ -f "$tools/ready" ] || {
        rm -rf "$cache"/sbom-*
        "$python" -m venv "$tools"
        "$tools/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements/sbom.txt
        touch "$tools/ready"
    }
    "$python" packaging/windows/policy/make_admx.py "$out/Seniorsamtale/policy"
    (cd "$out/Seniorsamtale" && "$python" -m zipfile -c "$out/$name-policy.zip" policy/)
    "$python" packaging/notices.py --site "$site" --out "$out/Seniorsamtale"
    "$tools/bin/python" packaging/sbom.py --site "$site" --wheels "$wheels" --version "$version" --out "$out"
    cp LICENSE "$out/Seniorsamtale/LICENSE.txt"
    told="policy templates, notices, list of parts"
}

contents() {
    "$python" packaging/build.py check "$out/Seniorsamtale" --from "$builder/drive_c/py312"
    told=$(du -sm --apparent-size "$out/Seniorsamtale" | cut -f1)" MB; every binary is one of a locked wheel's or Python's"
}

make_msi() {  # VERSION FILE
    "$python" packaging/windows/make_msi.py "$out/Seniorsamtale" --version "$1" --out "$2"
    told=$(du -m --apparent-size "$2" | cut -f1)" MB"
}

same_guids() {
    "$python" packaging/windows/make_msi.py compare "$out/$name-x64-unsigned.msi" "$work/next.msi"
    told="component GUIDs equal in $version and $next"
}

make_setup() {
    makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DFOLDER="$out/Seniorsamtale" -DOUT="$out/$name-setup-unsigned.exe" "$here/setup.nsi"
    told=$(du -m --apparent-size "$out/$name-setup-unsigned.exe" | cut -f1)" MB"
}

make_zip() {
    "$python" packaging/windows/make_zip.py "$out/Seniorsamtale" --out "$out/$name-portable-unsigned.zip"
    told=$(du -m --apparent-size "$out/$name-portable-unsigned.zip" | cut -f1)" MB"
}

sums() {
    cp packaging/IT.md "$out/IT.md"
    "$python" packaging/checksums.py "$out"
    (cd "$out" && sha256sum --check --quiet SHA256SUMS)
    told="$(wc -l <"$out/SHA256SUMS") files"
}

main() {  # in a function, so that the whole file is read before the first step is begun
    step "Debian tree with Wine" make_tree
    step "screen" enter_tree
    step "Windows Python" make_python
    step "wheels" make_wheels
    step "builder" make_builder
    step "freeze" freeze
    step "policies, notices" complete
    step "contents" contents
    step "a clean Windows" new_machine_for_proof
    step "self-test, Qt on Windows" selftest windows
    step "self-test, Qt without a screen" selftest offscreen
    step "first paint" first_paint
    step "policies" try_policies
    step ".msi $version" make_msi "$version" "$out/$name-x64-unsigned.msi"
    step ".msi $next, to upgrade to" make_msi "$next" "$work/next.msi"
    step "component GUIDs" same_guids
    # Packing is one core's work, the rounds another's.
    (step "portable zip" make_zip; step "setup.exe" make_setup) &
    local packing=$!
    for round in 1 2 3; do
        step "install … uninstall, round $round" try_msi "$round"
    done
    step "an older Windows" try_old_windows
    wait "$packing"
    step "setup.exe, silently" try_setup
    step "signing" try_signing
    step "checksums" sums
    printf '%-34s %5s s\n' "in all" $((SECONDS - begun)) | tee -a "$table"
}
main
