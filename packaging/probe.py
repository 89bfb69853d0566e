"""Name what Loket lacks on this machine: `probe.py SET...` prints one `package<TAB>what was looked for` line for each.

Runs on the bare interpreter, before there is an environment, so it uses the standard library only. Nothing is looked
for outside Linux: on Windows and macOS the wheels bring everything. Exit status: 0 nothing missing, 1 something is.
"""

import ctypes
import glob
import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("debian.txt")
SYSTEM_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin")


class Need(NamedTuple):
    """One line of the table: which set it belongs to, how to look for it, and the package that brings it."""

    set_name: str
    kind: str
    name: str
    package: str


def read_table(text: str, python: str) -> Iterator[Need]:
    """The needs in `text`, for the Python version `python` (such as 3.11)."""
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        set_name, probe, package = line.replace("{python}", python).split()[:3]
        kind, _, name = probe.partition(":")
        yield Need(set_name, kind, name, package)


def is_present(need: Need) -> bool:
    """Whether the library loads, the command is found, the module can be imported or a file matches the pattern."""
    if need.kind == "lib":
        try:
            ctypes.CDLL(need.name)
        except OSError:
            return False
        return True
    if need.kind == "cmd":
        folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
        return shutil.which(need.name, path=os.pathsep.join([*folders, *SYSTEM_FOLDERS])) is not None
    if need.kind == "mod":
        return importlib.util.find_spec(need.name) is not None
    if need.kind == "path":
        return bool(glob.glob(need.name))
    raise ValueError(f"{TABLE.name}: {need.kind!r} is not lib, cmd, mod or path")


def missing(set_names: list[str]) -> list[Need]:
    """The needs of these sets that this machine does not meet."""
    if not sys.platform.startswith("linux"):
        return []
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    needs = read_table(TABLE.read_text(encoding="utf-8"), python)
    return [need for need in needs if need.set_name in set_names and not is_present(need)]


def main() -> int:
    lacks = missing(sys.argv[1:])
    for need in lacks:
        print(f"{need.package}\t{need.name}")
    return 1 if lacks else 0


if __name__ == "__main__":
    sys.exit(main())
