"""Cleaning of text that has travelled through several programs.

The damage seen in real exports: UTF-8 read as Windows-1252 and saved again, once or several times ("â€™"); C1
control characters that were meant as Windows-1252 quotes; no-break spaces; stray control characters.
"""

from __future__ import annotations

import html
import re
import unicodedata

# The 27 characters of Windows-1252 outside Latin-1, to the byte each stands for. The five bytes the code page
# leaves open (81 8D 8F 90 9D) are kept as C1 controls by MySQL and browsers, so they need no entry.
_TO_C1 = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_FROM_C1 = {byte: char for char, byte in _TO_C1.items()}
_TAIL = "[\u0080-\u00bf" + "".join(re.escape(chr(char)) for char in _TO_C1) + "]"
_SEQUENCE = re.compile(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}")

# What a repaired character may be; anything else ("É»" would become a phonetic letter) is left as it stands.
_PLAUSIBLE = re.compile(
    "[\u0080-\u017f\u0192\u02b0-\u036f\u0600-\u06ff\u1e00-\u1eff\u2010-\u205f\u20a0-\u20bf\u2100-\u214f"
    "\u2190-\u22ff\ufb00-\ufb06\ufeff\ufffd\U0001f300-\U0001faff]"
)
_DEEPEST_CHAIN = 5  # three readings were seen in the wild; each round must change something to go on

# Control characters, zero-width and direction marks, soft hyphen, byte-order mark; newline, tab and return are spaces.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufff9-\ufffb]")
_ENTITY = re.compile(r"&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BREAK_TAG = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,100}>", re.IGNORECASE)


def repair_mojibake(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252, as often as it happened; text without such damage is returned as is."""
    if text.isascii():
        return text
    for _ in range(_DEEPEST_CHAIN):
        repaired = _SEQUENCE.sub(_repair_sequence, text)
        if repaired == text:
            break
        text = repaired
    return text


def _repair_sequence(match: re.Match[str]) -> str:
    damaged = match[0]
    try:
        char = damaged.translate(_TO_C1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return damaged
    return char if _PLAUSIBLE.fullmatch(char) else damaged


def clean_text(text: str) -> str:
    """One line of text: NFC, no control characters, every run of white space one plain space, none at the ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = unicodedata.normalize("NFC", text.translate(_FROM_C1))
    return " ".join(_INVISIBLE.sub("", text.replace("\u2028", " ").replace("\u2029", " ")).split())


def clean_lines(text: str) -> str:
    """Text that may keep its line breaks (notes): every line cleaned, empty lines dropped."""
    if "\n" not in text and "\r" not in text:
        return clean_text(text)
    return "\n".join(line for line in map(clean_text, text.replace("\r", "\n").split("\n")) if line)


def unescape_entities(text: str) -> str:
    """`&amp;` and the like to the characters they name, as web catalogues store them; a bare `&` stays."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def strip_tags(text: str) -> str:
    """HTML of a note to plain text; a `<` that opens no tag stays."""
    if "<" not in text:
        return text
    return _TAG.sub("", _BREAK_TAG.sub("\n", text))
