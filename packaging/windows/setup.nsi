; SPDX-License-Identifier: EUPL-1.2
; The frozen folder -> setup.exe for one user, without administrator's rights. For places without software distribution;
; the .msi is the way for IT, and where it is installed this refuses.
;
;   makensis -INPUTCHARSET UTF8 -DVERSION=X.Y.Z -DFOLDER=frozen-folder -DOUT=setup.exe [-DICON=app.ico] [-DSIGN] setup.nsi
;
; With -DSIGN the command in the environment's SENIORSAMTALE_SIGN signs uninstall.exe, which is made in here.
; Needs an NSIS with the 64-bit stub (Stubs/lzma_solid-amd64-unicode): Debian's has it, the official one for Windows has not.
;
; Silent: setup.exe /S [/DESKTOP=1] [/D=C:\folder, last and without quotes]. Removing: uninstall.exe /S.
; Leaves with 0 done, 1 cancelled, 2 failed, 3 the .msi is installed, 4 the program runs, 5 a newer version is
; installed, 6 the folder holds something else.
; Takes away only what it brought. The talks lie in %LOCALAPPDATA%\Seniorsamtale, another folder, and stay.

Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh

!ifndef VERSION | FOLDER | OUT
  !error "VERSION, FOLDER and OUT are needed; see the first lines."
!endif
!ifndef ICON
  !define ICON "${__FILEDIR__}/../../resources/icons/app.ico"
!endif

!define NAME "Seniorsamtale"
!define KEY "Software\${NAME}"
!define ARP "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "Seniorsamtale for medarbejdere ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1030 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1030 "FileDescription" "Seniorsamtale for medarbejdere"
VIAddVersionKey /LANG=1030 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1030 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE Settled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Danish"

!ifdef SIGN
  !uninstfinalize `$%SENIORSAMTALE_SIGN% "%1"` = 0
!endif

; Say why, and leave. When silent only the number is left.
!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Whether the program in FOLDER runs: Windows lets nobody write to a program that does.
!macro RefuseRunning FOLDER
  ${If} ${FileExists} "${FOLDER}\${NAME}.exe"
    ClearErrors
    FileOpen $0 "${FOLDER}\${NAME}.exe" a
    ${If} ${Errors}
      !insertmacro Refuse 4 "Seniorsamtale er åben. Luk programmet, og prøv igen."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro FileType ENDING KIND SAID
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${NAME}.${KIND}"
  WriteRegStr HKCU "${CLASSES}\${NAME}.${KIND}" "" "${SAID}"
  WriteRegStr HKCU "${CLASSES}\${NAME}.${KIND}\DefaultIcon" "" '"$INSTDIR\${NAME}.exe",0'
  WriteRegStr HKCU "${CLASSES}\${NAME}.${KIND}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" open "%1"'
!macroend

; Only where it is still ours.
!macro ForgetFileType ENDING KIND
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${NAME}.${KIND}"
    DeleteRegKey HKCU "${CLASSES}\${ENDING}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${NAME}.${KIND}"
!macroend

Section "-Program"
  ; The old version takes itself away, wherever it was put.
  ReadRegStr $1 HKCU "${KEY}" "InstallDir"
  ${If} $1 != ""
  ${AndIf} ${FileExists} "$1\uninstall.exe"
    ExecWait '"$1\uninstall.exe" /S _?=$1' $0
    ${If} $0 <> 0
      !insertmacro Refuse 2 "Den gamle udgave kunne ikke fjernes. Luk Seniorsamtale, og prøv igen."
    ${EndIf}
    Delete "$1\uninstall.exe" ; run in its own folder it cannot take itself away
    RMDir "$1"
  ${EndIf}
  SetOutPath "$INSTDIR"
  ; First: what is broken off half-way can be taken away too.
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  !ifdef NSIS_WIN32_MAKENSIS ; takes a wildcard only behind the system's own separator
    File /r "${FOLDER}\*"
  !else
    File /r "${FOLDER}/*"
  !endif

  SetShellVarContext current
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\Seniorsamtale.lnk" "$INSTDIR\${NAME}.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}\Seniorsamtale HR.lnk" "$INSTDIR\${NAME}.exe" "--window hr"
  CreateShortcut "$SMPROGRAMS\${NAME}\Kontrollér et referat.lnk" "$INSTDIR\${NAME}.exe" "--window verify"
  !insertmacro FileType ".seniorbackup" "Backup" "Sikkerhedskopi af Seniorsamtale"
  !insertmacro FileType ".seniorpack" "Pack" "HR-pakke til Seniorsamtale"

  WriteRegStr HKCU "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Desktop" "0"
  WriteRegStr HKCU "${ARP}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${ARP}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ARP}" "DisplayIcon" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr HKCU "${ARP}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${ARP}" "Comments" "Seniorsamtale for medarbejdere"
  WriteRegStr HKCU "${ARP}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ARP}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ARP}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ARP}" "NoModify" 1
  WriteRegDWORD HKCU "${ARP}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ARP}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section /o "Genvej på skrivebordet" DESKTOP
  CreateShortcut "$DESKTOP\Seniorsamtale.lnk" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${KEY}" "Desktop" "1"
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro RefuseRunning "$INSTDIR"
  ; What a release's folder holds, by name. Whatever else lies here is somebody's, and stays with the folder.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\policy"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
  Delete "$INSTDIR\${NAME}-*.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP" ; a folder that is the current one cannot be removed
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\${NAME}\Seniorsamtale.lnk"
  Delete "$SMPROGRAMS\${NAME}\Seniorsamtale HR.lnk"
  Delete "$SMPROGRAMS\${NAME}\Kontrollér et referat.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  ReadRegStr $0 HKCU "${KEY}" "Desktop"
  ${If} $0 == "1"
    Delete "$DESKTOP\Seniorsamtale.lnk"
  ${EndIf}
  !insertmacro ForgetFileType ".seniorbackup" "Backup"
  !insertmacro ForgetFileType ".seniorpack" "Pack"
  DeleteRegValue HKCU "${KEY}" "Version"
  DeleteRegValue HKCU "${KEY}" "InstallDir"
  DeleteRegValue HKCU "${KEY}" "Desktop"
  DeleteRegKey /ifempty HKCU "${KEY}"
  DeleteRegKey HKCU "${ARP}"
  ${RefreshShellIcons}
SectionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse 2 "Seniorsamtale kræver Windows 10 (1809) eller nyere, 64 bit."
  ${EndIf}
  SetRegView 64
  ReadRegStr $0 HKLM "${KEY}" "Version"
  ${If} $0 != ""
    !insertmacro Refuse 3 "Din IT-afdeling har allerede installeret Seniorsamtale $0 på computeren. Brug den."
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "Version"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      !insertmacro Refuse 5 "En nyere udgave af Seniorsamtale er allerede installeret."
    ${EndIf}
  ${EndIf}
  ; The shortcut as before, unless asked otherwise.
  ReadRegStr $0 HKCU "${KEY}" "Desktop"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/DESKTOP=" $2
  ${IfNot} ${Errors}
    StrCpy $0 $2
  ${EndIf}
  ${If} $0 == "1"
    !insertmacro SelectSection ${DESKTOP}
  ${EndIf}
  ; When silent, the folder is settled already; otherwise it is asked for, and looked at then.
  ${If} ${Silent}
    Call Settled
  ${EndIf}
FunctionEnd

; The folder must be new, empty or ours, and the program closed.
Function Settled
  ReadRegStr $1 HKCU "${KEY}" "InstallDir"
  ${If} $1 != $INSTDIR
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      !insertmacro Refuse 6 "Mappen $INSTDIR indeholder andet. Vælg en tom mappe."
    ${EndIf}
  ${EndIf}
  ${If} $1 != ""
    !insertmacro RefuseRunning "$1"
  ${EndIf}
FunctionEnd
