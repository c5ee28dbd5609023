# SPDX-License-Identifier: EUPL-1.2
# This checkout, on Windows 10 or 11 with official CPython 3.12, WiX 5 and (if wanted) NSIS -> dist\windows: what users get.
#
# The path for releases; make windows on Linux only checks the same steps under Wine. Plain steps, to be run by hand as
# well: each stops the build when it fails. From an elevated PowerShell, for the last steps install and remove the .msi:
#
#   packaging\windows\build_on_windows.ps1 [-Python C:\Python312\python.exe] [-Sign "signtool sign ... "] [-SkipInstall]
#
# -Sign: a command that signs the file named after it, with SHA-256 and a time stamp. Without it the files say "-unsigned".
# Not run yet on a real machine: see the tick list in packaging\README.md.
param(
    [string] $Python = "python",
    [string] $Sign = "",
    [switch] $SkipInstall
)
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
Set-Location (Join-Path $PSScriptRoot "..\..")

function Step([string] $Title, [scriptblock] $Do) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $global:LASTEXITCODE = 0
    & $Do
    if ($global:LASTEXITCODE -ne 0) { throw "$Title failed with $global:LASTEXITCODE." }
    "{0,-40} {1,6:n0} s" -f $Title, $clock.Elapsed.TotalSeconds
}

function Run-And-Wait([string] $File, [string[]] $Words, [int[]] $Good = @(0)) {
    # A windowed program returns to the prompt at once; msiexec too.
    $process = Start-Process -FilePath $File -ArgumentList $Words -Wait -PassThru
    if ($Good -notcontains $process.ExitCode) { throw "$File ended with $($process.ExitCode)." }
}

function Add-Signature([string] $File) {
    if ($Sign) { Invoke-Expression "$Sign `"$File`""; if ($LASTEXITCODE -ne 0) { throw "Signing failed." } }
}

$version = & $Python -c "import re, pathlib; print(re.search(r'__version__ = .([0-9.]+)', pathlib.Path('senior_desktop/__init__.py').read_text('utf-8'))[1])"
$unsigned = if ($Sign) { "" } else { "-unsigned" }
$out = "dist\windows"
$app = "$out\Seniorsamtale"
$venv = "build\windows\venv"
$py = "$venv\Scripts\python.exe"
$msi = "$out\Seniorsamtale-$version-x64$unsigned.msi"
New-Item -ItemType Directory -Force $out, "build\windows" | Out-Null

Step "Official Python" {
    $base = & $Python -c "import sys, sysconfig; assert sys.version_info[:2] == (3, 12) and sysconfig.get_platform() == 'win-amd64', sys.version; print(sys.executable)"
    $signature = Get-AuthenticodeSignature $base
    if ($signature.Status -ne "Valid" -or $signature.SignerCertificate.Subject -notmatch "Python Software Foundation") {
        throw "This Python is not signed by the Python Software Foundation."
    }
}
Step "Locked packages" {
    & $Python -m venv --clear $venv
    & $py -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r packaging\requirements\windows.txt
}
Step "Freeze" { & $py packaging\build.py freeze --into $out }
Step "Contents" {
    $base = & $py -c "import sys; print(sys.base_prefix)"
    & $py packaging\build.py check $app --from "$venv\Lib\site-packages" $base
}
Step "Policies and notices" {
    & $py packaging\windows\policy\make_admx.py "$app\policy"
    Compress-Archive -Force "$app\policy" "$out\Seniorsamtale-$version-policy.zip"
    if ($LASTEXITCODE -eq 0) { & $py packaging\notices.py --site "$venv\Lib\site-packages" --out $app }
    Copy-Item LICENSE "$app\LICENSE.txt"
    # The list of parts has tools of its own, which must not get into what is frozen.
    & $Python -m venv --clear build\windows\sbom
    $tool = "build\windows\sbom\Scripts\python.exe"
    & $tool -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging\requirements\sbom.txt
    & $tool packaging\sbom.py --site "$venv\Lib\site-packages" --version $version --out $out
}
Step "Self-test on Windows and without a screen" {
    foreach ($platform in "windows", "offscreen") {
        Run-And-Wait "$app\Seniorsamtale.exe" @("--selftest", "build\windows\selftest-$platform.json", "--platform", $platform)
    }
}
Step "Sign the program" { Add-Signature "$app\Seniorsamtale.exe" }
Step ".msi" {
    & $py packaging\windows\make_wxs.py $app --version $version --out build\windows\wix --dialect wix5
    if ($LASTEXITCODE -eq 0) { wix build -arch x64 -o $msi (Get-ChildItem build\windows\wix\*.wxs).FullName }
    if ($LASTEXITCODE -eq 0) { wix msi validate $msi }
}
Step "Sign the .msi" { Add-Signature $msi }
if (-not $SkipInstall) {
    Step "Install, self-test, remove" {
        $full = (Resolve-Path $msi).Path
        Run-And-Wait "msiexec.exe" @("/i", "`"$full`"", "/qn", "/norestart", "/l*v", "build\windows\install.log") @(0, 3010)
        $installed = (Get-ItemProperty "HKLM:\Software\Seniorsamtale").InstallDir
        Run-And-Wait (Join-Path $installed "Seniorsamtale.exe") @("--selftest", "build\windows\selftest-installed.json")
        Run-And-Wait "msiexec.exe" @("/x", "`"$full`"", "/qn", "/norestart") @(0, 3010)
        if (Test-Path $installed) { throw "Something is left in the program's folder." }
    }
}
if (Get-Command makensis -ErrorAction SilentlyContinue) {
    Step "setup.exe for one user" {
        $setup = Join-Path (Resolve-Path $out) "Seniorsamtale-$version-setup$unsigned.exe"
        makensis /V2 "/DVERSION=$version" "/DFOLDER=$(Resolve-Path $app)" "/DOUT=$setup" packaging\windows\setup.nsi
        if ($LASTEXITCODE -eq 0) { Add-Signature $setup }
    }
}
Step "Portable zip and checksums" {
    & $py packaging\windows\make_zip.py $app --out "$out\Seniorsamtale-$version-portable$unsigned.zip"
    & $py packaging\checksums.py $out
}
