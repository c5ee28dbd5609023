# SPDX-License-Identifier: EUPL-1.2
# The frozen folder and the .msi -> the proof that they work on a Windows that knows nothing of us (under Wine). Sourced
# by build_with_wine.sh. Exit codes come back modulo 256 from Wine, so 1603 reads 67: judged is what is there afterwards.

machine=/src/build/windows/machine
drive=$work/machine/drive_c
program="$drive/Program Files/Seniorsamtale"
planted="$drive/users/root/AppData/Local/Seniorsamtale/vault.db"

new_machine_for_proof() {
    new_machine "$machine"
    told="nothing of ours on it"
}

# run_selftest EXE PLATFORM: a Windows path; the result in $work/machine/drive_c/selftest.json.
run_selftest() {
    rm -f "$drive/selftest.json"
    in_wine 180 "$machine" "$1" --selftest 'C:\selftest.json' --platform "$2" || echo "left with $?"
    "$python" - "$drive/selftest.json" <<'PY'
import json, sys
found = json.load(open(sys.argv[1], encoding="utf-8"))
print(json.dumps(found, indent=1, ensure_ascii=False))
bad = [name for name, step in found["steps"].items() if not step["ok"]]
sys.exit(f"not true: {', '.join(bad)}" if bad else 0)
PY
}

selftest() {  # PLATFORM
    run_selftest 'Z:\src\dist\windows\Seniorsamtale\Seniorsamtale.exe' "$1"
    told=$("$python" -c 'import json, sys; found = json.load(open(sys.argv[1])); print(len(found["steps"]), "steps true,", found["ms"], "ms")' "$drive/selftest.json")
}

# In turn, so that what else the machine does weighs on both alike. The self-test paints its window before all else.
first_paint() {
    local round
    for round in 1 2 3 4 5; do
        in_wine 60 "$machine" 'Z:\src\build\windows\dist\bare\bare.exe' "C:\\bare-$round.json" windows
        in_wine 180 "$machine" 'Z:\src\dist\windows\Seniorsamtale\Seniorsamtale.exe' --selftest "C:\\ours-$round.json" --platform windows
    done
    "$python" - "$drive" >"$work/paint" <<'PY'
import json, statistics, sys
from pathlib import Path

def middle(who, of):
    return statistics.median(of(json.loads(file.read_text("utf-8"))) for file in Path(sys.argv[1]).glob(f"{who}-*.json"))

ours = middle("ours", lambda found: found["steps"]["window"]["detail"]["first_paint_ms"])
bare = middle("bare", lambda found: found["first_paint_ms"])
print(f"{ours:.0f} ms, {ours / bare:.2f} x a frozen bare window ({bare:.0f} ms), medians of 5 starts in turn")
PY
    told=$(cat "$work/paint")
}

in_registry() {  # KEY NAME: the value, or nothing
    in_wine 30 "$machine" reg query "$1" /v "$2" /reg:64 2>/dev/null | tr -d '\r' | sed -n "s/.*REG_SZ *//p"
}

gone() {  # KEY
    ! in_wine 30 "$machine" reg query "$1" /reg:64
}

entries() {  # how many lines "Seniorsamtale" Add/Remove Programs shows
    in_wine 30 "$machine" reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s /reg:64 2>/dev/null |
        tr -d '\r' | grep -c 'DisplayName .*Seniorsamtale' || true
}

shortcuts() {
    find "$drive/ProgramData/Microsoft/Windows/Start Menu" "$drive/users" -name '*.lnk' 2>/dev/null | grep -c -E 'Seniorsamtale|Kontroll' || true
}

msi() {  # WORD…: msiexec, silently, with a log beside it
    in_wine 180 "$machine" msiexec "$@" /qn /norestart || echo "msiexec says $? (modulo 256)"
    wait_wine "$machine"
}

must() {  # SENTENCE COMMAND…
    local sentence=$1
    shift
    "$@" || { echo "Not true: $sentence"; return 1; }
    echo "true: $sentence"
}

# What IT fixed in the registry reaches the program; a wrong value falls to the stricter.
try_policies() {
    local key='HKLM\Software\Policies\Seniorsamtale'
    in_wine 30 "$machine" reg add "$key" /v MinBatch /t REG_DWORD /d 8 /f /reg:64
    in_wine 30 "$machine" reg add "$key" /v KeyMode /t REG_SZ /d anything /f /reg:64
    in_wine 60 "$machine" 'Z:\src\dist\windows\Seniorsamtale\Seniorsamtale.exe' policy show --json --out 'C:\policies.json' ||
        echo "left with $?, for one value is wrong"
    in_wine 30 "$machine" reg delete "$key" /f /reg:64
    cat "$drive/policies.json"
    "$python" - "$drive/policies.json" <<'PY'
import json, sys
found = json.load(open(sys.argv[1], encoding="utf-8"))["policies"]
assert (found["MinBatch"]["value"], found["MinBatch"]["source"], found["MinBatch"]["fell"]) == (8, "machine", False), found["MinBatch"]
assert (found["KeyMode"]["value"], found["KeyMode"]["source"], found["KeyMode"]["fell"]) == ("strict", "machine", True), found["KeyMode"]
PY
    told="read from the registry; a wrong one fell to the stricter"
}

try_msi() {  # ROUND
    local first="Z:\\src\\dist\\windows\\$name-x64-unsigned.msi" second='Z:\src\build\windows\next.msi'
    local files before
    files=$(find "$out/Seniorsamtale" -type f | wc -l)
    mkdir -p "$(dirname "$planted")"
    echo "a vault of the user's, round $1" >"$planted"
    before=$(sha256sum "$planted")

    msi /i "$first" DESKTOPSHORTCUT=1
    must "all files are there" [ "$(find "$program" -type f | wc -l)" = "$files" ]
    must "they are the same bytes" diff -rq "$out/Seniorsamtale" "$program"
    must "IT can detect the version" [ "$(in_registry 'HKLM\Software\Seniorsamtale' Version)" = "$version" ]
    must "one line in Add/Remove Programs" [ "$(entries)" = 1 ]
    must "three shortcuts and one on the desktop" [ "$(shortcuts)" = 4 ]
    must "backups open in the program" in_wine 30 "$machine" reg query 'HKLM\Software\Classes\.seniorbackup' /ve /reg:64
    run_selftest 'C:\Program Files\Seniorsamtale\Seniorsamtale.exe' windows

    msi /i "$second"
    must "upgraded" [ "$(in_registry 'HKLM\Software\Seniorsamtale' Version)" = "$next" ]
    must "still one line" [ "$(entries)" = 1 ]
    must "still all files" [ "$(find "$program" -type f | wc -l)" = "$files" ]
    must "the desktop shortcut was remembered" [ "$(shortcuts)" = 4 ]

    msi /i "$first"
    must "the older edition was refused" [ "$(in_registry 'HKLM\Software\Seniorsamtale' Version)" = "$next" ]
    must "and changed nothing" [ "$(find "$program" -type f | wc -l)" = "$files" ]

    msi /x "$second"
    must "the folder is gone" [ ! -e "$program" ]
    must "no key of ours is left" gone 'HKLM\Software\Seniorsamtale'
    must "no file type is left" gone 'HKLM\Software\Classes\.seniorbackup'
    must "no line in Add/Remove Programs" [ "$(entries)" = 0 ]
    must "no shortcut is left" [ "$(shortcuts)" = 0 ]
    must "the user's vault is untouched" [ "$(sha256sum "$planted")" = "$before" ]
    told="installed, self-tested, upgraded, downgrade refused, removed; the vault untouched"
}

# Windows 8.1 and the first Windows 10s tell an installer the same as 11 does; only the build number is another.
try_old_windows() {
    local key='HKLM\Software\Microsoft\Windows NT\CurrentVersion' build
    build=$(in_registry "$key" CurrentBuildNumber)
    must "this Windows is new enough" [ "$build" -ge 17763 ]
    in_wine 30 "$machine" reg add "$key" /v CurrentBuildNumber /d 17134 /f /reg:64
    msi /i "Z:\\src\\dist\\windows\\$name-x64-unsigned.msi"
    in_wine 30 "$machine" reg add "$key" /v CurrentBuildNumber /d "$build" /f /reg:64
    must "an older one is refused" [ ! -e "$program" ]
    told="a Windows before 1809 is refused"
}

try_setup() {
    local setup="Z:\\src\\dist\\windows\\$name-setup-unsigned.exe" mine="$drive/users/root/AppData/Local/Programs/Seniorsamtale" code=0
    # Twice: the second is an upgrade in place.
    in_wine 180 "$machine" "$setup" /S
    wait_wine "$machine"
    in_wine 180 "$machine" "$setup" /S
    wait_wine "$machine"
    must "all files are there" diff -rq -x uninstall.exe "$out/Seniorsamtale" "$mine"
    must "three shortcuts" [ "$(shortcuts)" = 3 ]
    run_selftest 'C:\users\root\AppData\Local\Programs\Seniorsamtale\Seniorsamtale.exe' offscreen
    in_wine 180 "$machine" 'C:\users\root\AppData\Local\Programs\Seniorsamtale\uninstall.exe' /S
    wait_wine "$machine"
    must "the folder is gone" [ ! -e "$mine" ]
    must "no shortcut is left" [ "$(shortcuts)" = 0 ]
    must "the user's vault is untouched" [ -f "$planted" ]
    msi /i "Z:\\src\\dist\\windows\\$name-x64-unsigned.msi"
    in_wine 180 "$machine" "$setup" /S || code=$?
    must "beside the .msi it refuses with 3" [ "$code" = 3 ]
    must "and brings nothing" [ ! -e "$mine" ]
    msi /x "Z:\\src\\dist\\windows\\$name-x64-unsigned.msi"
    told="installed for one user, upgraded, self-tested, removed; refuses beside the .msi"
}

try_signing() {
    local folder=$work/signing file
    rm -rf "$folder"
    mkdir -p "$folder"
    openssl req -x509 -newkey rsa:3072 -nodes -days 2 -subj "/CN=Seniorsamtale throw-away" -addext extendedKeyUsage=codeSigning \
        -keyout "$folder/key.pem" -out "$folder/certificate.pem"
    for file in "$out/Seniorsamtale/Seniorsamtale.exe" "$out/$name-x64-unsigned.msi" "$out/$name-setup-unsigned.exe"; do
        local signed=$folder/${file##*/}
        osslsigncode sign -certs "$folder/certificate.pem" -key "$folder/key.pem" -h sha256 -in "$file" -out "$signed"
        must "${file##*/} verifies" osslsigncode verify -CAfile "$folder/certificate.pem" -in "$signed"
        "$python" - "$signed" <<'PY'
import sys
from pathlib import Path
file = Path(sys.argv[1])
content = bytearray(file.read_bytes())
content[len(content) // 2] ^= 1
file.with_name("altered-" + file.name).write_bytes(content)
PY
        must "one changed bit does not" [ -z "$(osslsigncode verify -CAfile "$folder/certificate.pem" -in "$folder/altered-${file##*/}" >/dev/null 2>&1 && echo passed)" ]
    done
    rm -rf "$folder"
    told="exe, msi and setup: verified with a throw-away certificate, refused with one bit changed"
}
