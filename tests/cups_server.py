"""CUPS for tests: a scheduler of their own in a temporary folder, reached through a Unix socket and nothing else.

Its queues have a driver that takes any size of page and both sides, as a card printer's has, and a backend that keeps
what arrives: the job as the printer would get it. Needs no root, and touches no printer of the machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_S = 60
SYSTEM_BIN = Path("/usr/lib/cups")
SYSTEM_FOLDERS = "/usr/sbin:/sbin:/usr/bin:/bin"

FILES = """
ServerRoot {home}/etc
ServerBin {home}/bin
DataDir /usr/share/cups
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/run
TempDir {home}/spool/tmp
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
"""
SCHEDULER = """
Listen {home}/run/cups.sock
LogLevel info
DefaultAuthType None
WebInterface No
Browsing Off
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
# Keeps the job in the folder its address names. A file "empty" there is a printer without cards.
BACKEND = """#!/bin/sh
[ $# = 0 ] && exit 0
folder=${DEVICE_URI#keep:}
while [ -e "$folder/empty" ]; do echo "STATE: +media-empty-error" >&2; sleep 0.2; done
echo "STATE: -media-empty-error" >&2
cat "${6:--}" > "$folder/$1.part" && echo "$5" > "$folder/$1.options" && mv "$folder/$1.part" "$folder/$1.pdf"
"""
DRIVER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "CARD.PPD"
*Manufacturer: "Loket"
*Product: "(Card)"
*ModelName: "Loket card"
*ShortNickName: "Loket card"
*NickName: "Loket card"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*VariablePaperSize: True
*MaxMediaWidth: "842"
*MaxMediaHeight: "1191"
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 842
*ParamCustomPageSize Height: 2 points 36 1191
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
*OpenUI *Duplex/Two-Sided: PickOne
*OrderDependency: 20 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble/Long Edge: "<</Duplex true/Tumble false>>setpagedevice"
*Duplex DuplexTumble/Short Edge: "<</Duplex true/Tumble true>>setpagedevice"
*CloseUI: *Duplex
"""


class Cups:
    """One print scheduler. `with Cups() as cups:` starts it; `cups.environment` makes programs find it."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="loket-cups-"))
        self.home.chmod(0o755)
        self._process: subprocess.Popen[bytes] | None = None
        for folder in ("etc/ppd", "spool/tmp", "cache", "run", "log", "bin/backend"):
            (self.home / folder).mkdir(parents=True)
        for part in ("filter", "daemon", "notifier", "cgi-bin"):
            (self.home / "bin" / part).symlink_to(SYSTEM_BIN / part)
        (self.home / "bin/backend/ipp").symlink_to(SYSTEM_BIN / "backend/ipp")
        backend = self.home / "bin/backend/keep"
        backend.write_text(BACKEND)
        backend.chmod(0o755)
        (self.home / "card.ppd").write_text(DRIVER)
        (self.home / "etc/cups-files.conf").write_text(FILES.format(home=self.home))
        (self.home / "etc/cupsd.conf").write_text(SCHEDULER.format(home=self.home))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self.home)

    @property
    def environment(self) -> dict[str, str]:
        return {"CUPS_SERVER": str(self.home / "run/cups.sock"), "LC_ALL": "C"}

    def start(self) -> None:
        """RuntimeError, with the log's end, when it does not answer."""
        program = shutil.which("cupsd", path=SYSTEM_FOLDERS)
        if program is None:
            raise FileNotFoundError("CUPS is not installed: no cupsd")
        etc = self.home / "etc"
        self._process = subprocess.Popen(
            [program, "-f", "-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + PATIENCE_S
        while "is running" not in self._answer("lpstat", "-r"):
            if self._process.poll() is not None or time.monotonic() > until:
                log = self.home / "log/error"
                raise RuntimeError(log.read_text(errors="replace")[-2000:] if log.exists() else "cupsd ended at once")
            time.sleep(0.05)

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE_S)
            self._process = None

    def add_queue(self, name: str, address: str = "") -> Path:
        """A queue that keeps its jobs in the folder returned; or one that sends them to an address."""
        folder = self.home / "arrived" / name
        folder.mkdir(parents=True)
        for place in (folder.parent, folder):
            place.chmod(0o777)  # a backend does not run as root
        self.run("lpadmin", "-p", name, "-E", "-v", address or f"keep:{folder}", "-P", str(self.home / "card.ppd"))
        return folder

    def run(self, *command: str) -> str:
        """One of CUPS's programs, against this scheduler."""
        done = subprocess.run(
            list(command), env=os.environ | self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def _answer(self, *command: str) -> str:
        done = subprocess.run(
            list(command), env=os.environ | self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout if "not running" not in done.stdout else ""
