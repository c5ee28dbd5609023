# SPDX-License-Identifier: EUPL-1.2
# This checkout, on Windows 10 or 11 with official CPython 3.12, WiX 5 and a 64-bit NSIS -> dist\windows: what users get.
#
# The path for releases; make windows on Linux only checks the same steps under Wine. Plain steps, to be run by hand as
# well: each stops the build when it fails. From an elevated PowerShell, for the last steps install and remove the program:
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build_on_windows.ps1 [-Python C:\Python312\python.exe]
#       [-Sign "signtool sign ... "] [-NsisSetup nsis-setup.exe -NsisSha256 HASH] [-SkipInstall]
#
# -Sign: a command (a program and its words, as cmd takes it) that signs the file named after it, with SHA-256 and a time
# stamp. Without it the files say "-unsigned". -NsisSetup: see packaging\README.md; without it there is no setup.exe.
# Not run yet on a real machine: see the tick list there.
param(
    [string] $Python = "python",
    [string] $Sign = "",
    [string] $NsisSetup = "",
    [string] $NsisSha256 = "",
    [switch] $SkipInstall
)
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot "..\..")

function Step([string] $Title, [scriptblock] $Do) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    & $Do
    "{0,-40} {1,6:n0} s" -f $Title, $clock.Elapsed.TotalSeconds
}

function Must([scriptblock] $Native) {
    # PowerShell goes on when a program fails: every one is called through here.
    $global:LASTEXITCODE = 0
    & $Native
    if ($global:LASTEXITCODE -ne 0) { throw "$("$Native".Trim()) left with $global:LASTEXITCODE." }
}

function Run-And-Wait([string] $File, [string[]] $Words, [int[]] $Good = @(0)) {
    # A windowed program returns to the prompt at once; msiexec too.
    $process = Start-Process -FilePath $File -ArgumentList $Words -Wait -PassThru
    if ($Good -notcontains $process.ExitCode) { throw "$File ended with $($process.ExitCode)." }
}

function Add-Signature([string] $File) {
    if ($Sign) {
        Must { Invoke-Expression "$Sign `"$File`"" }
        Assert-Signed $File
    }
}

function Assert-Signed([string] $File) {
    $found = Get-AuthenticodeSignature $File
    if ($found.Status -ne "Valid") { throw "$File is not validly signed: $($found.Status)." }
    if (-not $found.TimeStamperCertificate) { throw "$File has no time stamp: it would fall with the certificate." }
}

function Assert-That([string] $Sentence, [bool] $Holds) {
    if (-not $Holds) { throw "Not true: $Sentence." }
}

if ($Sign -match "^signtool\b" -and -not (Get-Command signtool -ErrorAction SilentlyContinue)) {
    # The Windows SDK does not put it on the path.
    $kits = Join-Path ${env:ProgramFiles(x86)} "Windows Kits\10\bin\10.*\x64\signtool.exe"
    $newest = Get-Item $kits -ErrorAction SilentlyContinue | Sort-Object { [version] $_.Directory.Parent.Name } | Select-Object -Last 1
    if (-not $newest) { throw "signtool is not found: install the Windows SDK's signing tools, or name it by its whole path in -Sign." }
    $env:Path = "$($newest.DirectoryName);$env:Path"
}
if (-not $NsisSetup) {
    $missing = "No setup.exe is made: -NsisSetup and -NsisSha256 name a 64-bit NSIS (see packaging\README.md)."
    if ($Sign) { throw $missing }
    Write-Warning $missing
} elseif (-not $NsisSha256) {
    throw "-NsisSha256 is needed too: what is not pinned is not run."
}

$version = Must { & $Python -c "import re, pathlib; print(re.search(r'__version__ = .([0-9.]+)', pathlib.Path('senior_desktop/__init__.py').read_text('utf-8'))[1])" }
$parts = $version.Split(".")
$next = "{0}.{1}.{2}" -f $parts[0], $parts[1], ([int] $parts[2] + 1)
$unsigned = if ($Sign) { "" } else { "-unsigned" }
$out = "dist\windows"
$app = "$out\Seniorsamtale"
$venv = "build\windows\venv"
$py = "$venv\Scripts\python.exe"
$wheels = "build\windows\wheels"
$msi = "$out\Seniorsamtale-$version-x64$unsigned.msi"
$nextMsi = "build\windows\next.msi"
$setup = "$out\Seniorsamtale-$version-setup$unsigned.exe"
# What an earlier build left must not be handed out with this one.
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
if (Test-Path $wheels) { Remove-Item -Recurse -Force $wheels }
New-Item -ItemType Directory -Force $out, "build\windows" | Out-Null

function New-Msi([string] $Number, [string] $File) {
    Must { & $py packaging\windows\make_wxs.py $app --version $Number --out "build\windows\wix-$Number" --dialect wix5 }
    Must { wix build -arch x64 -pdbtype none -o $File "build\windows\wix-$Number\Seniorsamtale.wxs" }
    # ICE38, 43 and 57 ask for a key in HKCU wherever there is a shortcut, as if its folder were one user's. This package is
    # for the machine alone: the folders are everybody's, and a key in HKCU would be missing for everybody but the installer.
    Must { wix msi validate -sice ICE38 -sice ICE43 -sice ICE57 $File }
}

Step "Official Python" {
    $base = Must { & $Python -c "import sys, sysconfig; assert sys.version_info[:2] == (3, 12) and sysconfig.get_platform() == 'win-amd64', sys.version; print(sys._base_executable)" }
    $signature = Get-AuthenticodeSignature $base
    if ($signature.Status -ne "Valid" -or $signature.SignerCertificate.Subject -notmatch "Python Software Foundation") {
        throw "This Python is not signed by the Python Software Foundation."
    }
}
Step "Locked packages" {
    Must { & $Python -m venv --clear $venv }
    # Fetched first, so that the list of parts can name the very wheels.
    Must { & $py -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes -r packaging\requirements\windows.txt -d $wheels }
    # Installed from those wheels alone.
    $env:PIP_NO_INDEX, $env:PIP_FIND_LINKS = "1", $wheels
    Must { & $py -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r packaging\requirements\windows.txt }
    Remove-Item Env:PIP_NO_INDEX, Env:PIP_FIND_LINKS
}
Step "Freeze" { Must { & $py packaging\build.py freeze --into $out } }
Step "Contents" {
    $base = Must { & $py -c "import sys; print(sys.base_prefix)" }
    Must { & $py packaging\build.py check $app --from "$venv\Lib\site-packages" $base }
}
Step "Policies and notices" {
    Must { & $py packaging\windows\policy\make_admx.py "$app\policy" }
    Compress-Archive -Force "$app\policy" "$out\Seniorsamtale-$version-policy.zip"
    Must { & $py packaging\notices.py --site "$venv\Lib\site-packages" --out $app }
    Copy-Item LICENSE "$app\LICENSE.txt"
    # The list of parts has tools of its own, which must not get into what is frozen.
    Must { & $Python -m venv --clear build\windows\sbom }
    $tool = "build\windows\sbom\Scripts\python.exe"
    Must { & $tool -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging\requirements\sbom.txt }
    Must { & $tool packaging\sbom.py --site "$venv\Lib\site-packages" --wheels $wheels --version $version --out $out }
}
Step "Self-test on Windows and without a screen" {
    foreach ($platform in "windows", "offscreen") {
        Run-And-Wait "$app\Seniorsamtale.exe" @("--selftest", "build\windows\selftest-$platform.json", "--platform", $platform)
    }
}
Step "Sign the program" { Add-Signature "$app\Seniorsamtale.exe" }
Step ".msi" { New-Msi $version $msi }
Step ".msi $next, to upgrade to" { New-Msi $next $nextMsi }
Step "Sign the .msi" { Add-Signature $msi }
if ($NsisSetup) {
    Step "setup.exe for one user" {
        $found = (Get-FileHash -Algorithm SHA256 $NsisSetup).Hash
        if ($found -ne $NsisSha256) { throw "$NsisSetup is not the NSIS that was asked for: its SHA-256 is $found." }
        $nsis = Join-Path (Get-Location) "build\windows\nsis"
        Run-And-Wait (Resolve-Path $NsisSetup).Path @("/S", "/D=$nsis")
        $makensis = "$nsis\makensis.exe"
        if (-not (Test-Path $makensis) -or -not (Test-Path "$nsis\Stubs\lzma_solid-amd64-unicode")) {
            throw "This NSIS makes no 64-bit installer; the official one does not. packaging\README.md names one that does."
        }
        $words = @("/V2", "/WX", "/INPUTCHARSET", "UTF8", "/DVERSION=$version", "/DFOLDER=$(Resolve-Path $app)", "/DOUT=$(Resolve-Path $out)\$(Split-Path -Leaf $setup)")
        if ($Sign) {
            $env:SENIORSAMTALE_SIGN = $Sign # signs uninstall.exe, which is made within
            $words += "/DSIGN"
        }
        Must { & $makensis @words (Resolve-Path packaging\windows\setup.nsi).Path } # NSIS goes to its folder, so the whole name
        Add-Signature $setup
    }
}
if (-not $SkipInstall) {
    $ours = "HKLM:\Software\Seniorsamtale"
    Assert-That "nothing of ours is installed here (else give -SkipInstall)" (-not ((Test-Path $ours) -or (Test-Path "HKCU:\Software\Seniorsamtale")))
    # Beside a vault, never instead of one: this may be somebody's computer.
    $planted = Join-Path $env:LOCALAPPDATA "Seniorsamtale\planted-by-the-build.db"
    New-Item -ItemType Directory -Force (Split-Path $planted) | Out-Null
    Set-Content -Path $planted -Value "a vault of the user's"
    $before = (Get-FileHash $planted).Hash
    $full = (Resolve-Path $msi).Path
    $nextFull = (Resolve-Path $nextMsi).Path
    $installed = ""
    Step "Install, self-test" {
        Run-And-Wait "msiexec.exe" @("/i", "`"$full`"", "/qn", "/norestart", "/l*v", "build\windows\install.log") @(0, 3010)
        $script:installed = (Get-ItemProperty $ours).InstallDir
        Run-And-Wait (Join-Path $installed "Seniorsamtale.exe") @("--selftest", "build\windows\selftest-installed.json")
    }
    Step "Upgrade, and no way back" {
        $files = @(Get-ChildItem -Recurse -File $app).Count
        Run-And-Wait "msiexec.exe" @("/i", "`"$nextFull`"", "/qn", "/norestart", "/l*v", "build\windows\upgrade.log") @(0, 3010)
        Assert-That "upgraded" ((Get-ItemProperty $ours).Version -eq $next)
        Assert-That "all files are there" (@(Get-ChildItem -Recurse -File $installed).Count -eq $files)
        Run-And-Wait "msiexec.exe" @("/i", "`"$full`"", "/qn", "/norestart", "/l*v", "build\windows\downgrade.log") @(1603)
        Assert-That "the older edition changed nothing" ((Get-ItemProperty $ours).Version -eq $next)
    }
    Step "Remove" {
        Run-And-Wait "msiexec.exe" @("/x", "`"$nextFull`"", "/qn", "/norestart", "/l*v", "build\windows\remove.log") @(0, 3010)
        Assert-That "nothing is left in the program's folder" (-not (Test-Path $installed))
        Assert-That "no key of ours is left" (-not (Test-Path $ours))
    }
    if ($NsisSetup) {
        Step "setup.exe: install, self-test, remove" {
            $mine = Join-Path $env:LOCALAPPDATA "Programs\Seniorsamtale"
            Run-And-Wait $setup @("/S")
            Run-And-Wait "$mine\Seniorsamtale.exe" @("--selftest", "build\windows\selftest-setup.json")
            if ($Sign) { Assert-Signed "$mine\uninstall.exe" }
            # With "_?=" it runs where it lies, so that it can be waited for; then it leaves itself behind.
            Run-And-Wait "$mine\uninstall.exe" @("/S", "_?=$mine")
            Remove-Item "$mine\uninstall.exe"
            Assert-That "nothing else is left" (@(Get-ChildItem -Recurse $mine).Count -eq 0)
            Remove-Item $mine
        }
    }
    Assert-That "what the user has is untouched" ((Get-FileHash $planted).Hash -eq $before)
    Remove-Item $planted
}
Step "Portable zip and checksums" {
    Must { & $py packaging\windows\make_zip.py $app --out "$out\Seniorsamtale-$version-portable$unsigned.zip" }
    Copy-Item packaging\IT.md $out
    Must { & $py packaging\checksums.py $out }
}
