"""Card designs as files: shipped ones, the library's own, and packets that carry a design with its pictures.

A packet (`.loketkartu`) is a ZIP of `kartu.toml` and `pictures/`. What comes from outside is checked before it is kept.
"""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from loket.db.engine import translated
from loket.domain.errors import InvalidInput
from loket.reports.card_design import KEY, LIBRARY_PICTURES, SIDES, CardDesign, check_design, design_from, design_table
from loket.reports.card_drawing import read_picture
from loket.services.card_values import PICTURE_ENDINGS, PICTURES, picture_file

PACKET = ".loketkartu"
INSIDE = "kartu.toml"
MOST_BYTES = 5_000_000  # of one picture or one design
MOST_FILES = 40


def load_design(file: Path) -> CardDesign:
    """One design file. Raises InvalidInput, also for a file that is no TOML; StorageError."""
    with translated(file):
        return _parsed(file.stem, file.read_bytes())


def shipped_designs(shipped: Path) -> dict[str, CardDesign]:
    """The designs that come with the program, by key."""
    return {file.stem: load_design(file) for file in sorted(shipped.glob("*.toml"))}


def load_designs(shipped: Path, own: Path) -> dict[str, CardDesign]:
    """Every design by key, the shipped ones first. A file of the library's own that is broken is left out.

    The counter has to print all the same; `broken_designs` names such files.
    """
    designs = shipped_designs(shipped)
    for file in sorted(own.glob("*.toml")) if own.is_dir() else ():
        if file.stem not in designs and KEY.fullmatch(file.stem):
            try:
                designs[file.stem] = load_design(file)
            except InvalidInput:
                continue
    return designs


def broken_designs(own: Path) -> dict[str, InvalidInput]:
    """The library's own design files that cannot be used, and why."""
    broken = {}
    for file in sorted(own.glob("*.toml")) if own.is_dir() else ():
        try:
            load_design(file)
        except InvalidInput as error:
            broken[file.name] = error
    return broken


def design_in_use(designs: Mapping[str, CardDesign], wanted: str) -> CardDesign:
    """The design of that key, or the first one: a counter without the library's file prints all the same."""
    return designs[wanted] if wanted in designs else next(iter(designs.values()))


def picture_finder(shipped: Path, own: Path) -> Callable[[str], bytes | None]:
    """Pictures by their name in a design, the library's own before the shipped ones. Each file is read once."""
    known: dict[str, bytes | None] = {}

    def find(name: str) -> bytes | None:
        if name not in known:
            file = picture_file(own / PICTURES, name) or picture_file(shipped / PICTURES, name)
            known[name] = file.read_bytes() if file else None
        return known[name]

    return find


# ---- writing --------------------------------------------------------------------------------------------------------


def save_design(design: CardDesign, own: Path) -> Path:
    """Write one of the library's own designs; the file is whole or as before. Raises InvalidInput, StorageError."""
    check_design(design)
    file = own / f"{design.key}.toml"
    write_file(file, design_toml(design).encode())
    return file


def delete_design(key: str, own: Path) -> None:
    """Remove one of the library's own designs; its pictures stay, others may show them."""
    with translated(own):
        (own / f"{key}.toml").unlink(missing_ok=True)


def write_file(file: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place. Raises StorageError."""
    with translated(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.tmp")
        beside.write_bytes(data)
        beside.replace(file)


def keep_picture(name: str, data: bytes, own: Path) -> str:
    """Keep a PNG or JPEG under a name a design can use, which is returned. Raises InvalidInput, StorageError."""
    ending = _ending(data)
    if ending is None or len(data) > MOST_BYTES or read_picture(data) is None:
        raise InvalidInput("picture", "card_picture_unreadable", value=name)
    stem = name if name in LIBRARY_PICTURES else slug(Path(name).stem, "gambar")
    for old in PICTURE_ENDINGS:
        with translated(own):
            (own / PICTURES / f"{stem}{old}").unlink(missing_ok=True)
    write_file(own / PICTURES / f"{stem}{ending}", data)
    return f"{stem}{ending}"


def drop_picture(name: str, own: Path) -> None:
    file = picture_file(own / PICTURES, name)
    if file is not None:
        with translated(file):
            file.unlink(missing_ok=True)


def _ending(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n"):
        return ".png"
    return ".jpg" if data.startswith(b"\xff\xd8\xff") else None


def slug(name: str, otherwise: str = "kartu") -> str:
    """A name as a key: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:32].strip("-") or otherwise


def free_key(wanted: str, taken: Mapping[str, object]) -> str:
    """The key, or with -2, -3 …, whichever no design has."""
    key, number = wanted, 1
    while key in taken:
        number += 1
        key = f"{wanted[:34]}-{number}"
    return key


# ---- packets --------------------------------------------------------------------------------------------------------


def packet_of(design: CardDesign, pictures: Callable[[str], bytes | None]) -> bytes:
    """The design with the pictures it shows, for another counter or library."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packet:
        packet.writestr(INSIDE, design_toml(design))
        for name in sorted(design.pictures()):
            data = pictures(name)
            if data:
                stem = Path(name).stem if Path(name).suffix.lower() in PICTURE_ENDINGS else name
                packet.writestr(f"{PICTURES}/{stem}{_ending(data) or '.png'}", data)
    return out.getvalue()


def take_design(file: Path, own: Path, taken: Mapping[str, object]) -> CardDesign:
    """Take a design from a `.toml` or a packet into the library's own, under a key that is free.

    Raises InvalidInput for anything that is not a design, StorageError. Nothing is kept of a packet with a fault.
    """
    with translated(file):
        data = file.read_bytes()
    wanted = slug(file.stem)
    pictures: dict[str, bytes] = {}
    if not zipfile.is_zipfile(BytesIO(data)):
        design = _parsed(wanted, data)
    else:
        design, pictures = _unpacked(wanted, data)
    design = replace(design, key=free_key(wanted, taken))
    for name, picture in pictures.items():
        write_file(own / PICTURES / name, picture)
    save_design(design, own)
    return design


def _unpacked(key: str, data: bytes) -> tuple[CardDesign, dict[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packet:
            infos = packet.infolist()
            if len(infos) > MOST_FILES or any(info.file_size > MOST_BYTES for info in infos):
                raise InvalidInput("file", "card_packet_large")
            files = {info.filename: packet.read(info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise InvalidInput("file", "card_file_unreadable", reason="ZIP") from None
    if INSIDE not in files:
        raise InvalidInput("file", "card_file_unreadable", reason=INSIDE)
    pictures = {name.removeprefix(f"{PICTURES}/"): data for name, data in files.items() if name != INSIDE}
    for name, picture in pictures.items():
        stem, dot, ending = name.rpartition(".")
        if slug(stem, "") != stem or f"{dot}{ending}" not in PICTURE_ENDINGS or read_picture(picture) is None:
            raise InvalidInput("file", "card_picture_unreadable", value=name)
    return _parsed(key, files[INSIDE]), pictures


def _parsed(key: str, data: bytes) -> CardDesign:
    if len(data) > MOST_BYTES:
        raise InvalidInput("file", "card_packet_large")
    try:
        return design_from(key, tomllib.loads(data.decode("utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("file", "card_file_unreadable", reason=str(error)) from error


# ---- TOML -----------------------------------------------------------------------------------------------------------


def design_toml(design: CardDesign) -> str:
    """The design as the text of its file."""
    table = design_table(design)
    lines = [f"{name} = {_value(table[name])}" for name in ("name_id", "name_en", "portrait")]
    for side in SIDES:
        for row in table.get(side, ()):
            lines += ["", f"[[{side}]]", *(f"{name} = {_value(value)}" for name, value in row.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, tuple):
        return f"[{', '.join(_value(part) for part in value)}]"
    if isinstance(value, str):  # JSON's way of writing text is TOML's, but for the one control character it lets pass
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)
