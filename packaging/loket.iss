; The Windows installer, by Inno Setup 6, over the folder that PyInstaller built on Windows:
;   iscc /DVersion=0.1.0 packaging\loket.iss     ->  dist\loket-0.1.0-setup.exe
; The libraries' data lies in the operators' data folder, never in the program folder: removing the program leaves it alone.
#ifndef Version
  #error Say the version: iscc /DVersion=0.1.0 packaging\loket.iss
#endif

[Setup]
; The same AppId for all versions makes an installation replace the one before.
AppId={{6C1E0B57-6B0C-4B0A-9C50-2F4D7A6E31D8}
AppName=Loket
AppVersion={#Version}
AppPublisher=Loket contributors
DefaultDirName={autopf}\Loket
DefaultGroupName=Loket
DisableProgramGroupPage=yes
LicenseFile=..\LICENSE
MinVersion=10.0
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Without an administrator it installs for the one user.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
CloseApplications=yes
OutputDir=..\dist
OutputBaseFilename=loket-{#Version}-setup
Compression=lzma2
SolidCompression=yes
UninstallDisplayIcon={app}\loket.exe
WizardStyle=modern

[Languages]
Name: "id"; MessagesFile: "compiler:Default.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
id.DesktopIcon=Taruh ikon Loket di desktop
en.DesktopIcon=Put a Loket icon on the desktop
id.StartNow=Buka Loket sekarang
en.StartNow=Open Loket now

[LangOptions]
id.LanguageName=Bahasa Indonesia
id.LanguageID=$0421
en.LanguageName=English
en.LanguageID=$0409

[Messages]
id.WelcomeLabel1=Selamat datang di pemasangan [name]
id.WelcomeLabel2=[name/ver] akan dipasang di komputer ini.%n%nTutup dulu Loket bila sedang terbuka. Data perpustakaan tidak disentuh.
id.ButtonBack=< &Kembali
id.ButtonNext=&Lanjut >
id.ButtonInstall=&Pasang
id.ButtonCancel=Batal
id.ButtonFinish=&Selesai
id.FinishedHeadingLabel=[name] sudah terpasang
id.FinishedLabel=Loket dapat dibuka dari menu Start.

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"

[InstallDelete]
; Files of the version before that this one no longer has would be loaded in its place.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\dist\loket\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Loket"; Filename: "{app}\loket.exe"
Name: "{autodesktop}\Loket"; Filename: "{app}\loket.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\loket.exe"; Description: "{cm:StartNow}"; Flags: nowait postinstall skipifsilent
