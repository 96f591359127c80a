; Inno Setup 6: `iscc .packaging\windows\congress-desk.iss` after `pyinstaller build.spec` makes dist\congress-desk-setup.exe.
; For one user, without administrator rights: program, start menu, *.congress opened by it; removed in the settings of Windows.
#define Version GetVersionNumbersString("..\..\dist\congress-desk\congress-desk.exe")

[Setup]
AppId={{6B0C2C57-6E0B-4E0E-9A61-3F6C7B1D5A90}
AppName=Congress Desk
AppVersion={#Version}
AppPublisher=The Congress Desk maintainers
DefaultDirName={autopf}\Congress Desk
DefaultGroupName=Congress Desk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\resources\app\congress-desk.ico
UninstallDisplayIcon={app}\congress-desk.exe
OutputDir=..\..\dist
OutputBaseFilename=congress-desk-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes

[Files]
Source: "..\..\dist\congress-desk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; An older version's libraries would be found before the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Congress Desk"; Filename: "{app}\congress-desk.exe"; AppUserModelID: "CongressDesk.CongressDesk"

[Registry]
Root: HKCU; Subkey: "Software\Classes\.congress"; ValueType: string; ValueData: "CongressDesk.File"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\CongressDesk.File"; ValueType: string; ValueData: "Congress file"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\CongressDesk.File\DefaultIcon"; ValueType: string; ValueData: "{app}\congress-desk.exe,0"
Root: HKCU; Subkey: "Software\Classes\CongressDesk.File\shell\open\command"; ValueType: string; ValueData: """{app}\congress-desk.exe"" ""%1"""

[Run]
Filename: "{app}\congress-desk.exe"; Parameters: "--self-test"; Flags: runhidden; StatusMsg: "Trying the program on this computer…"
Filename: "{app}\congress-desk.exe"; Description: "Congress Desk"; Flags: postinstall nowait skipifsilent
