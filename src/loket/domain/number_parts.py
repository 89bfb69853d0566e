"""Templates of numbers, such as "{station}-{yy}{running:5}", taken apart. What the parts mean, their owners say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loket.domain.errors import InvalidInput

_PART = re.compile(r"\{([a-z]+)(?::([0-9]+))?\}")
_PRINTABLE = re.compile(r"[0-9A-Za-z ./-]*")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a template: `name` is "" for what stands in every number as it is, in `text`."""

    name: str
    text: str = ""
    width: int = 0


def parts_of(template: str, field: str, named: Callable[[str, int], Part]) -> tuple[Part, ...]:
    """The pieces in order; `named` makes those in braces of their name and width (0: none was given).

    Raises InvalidInput on the field: `format_part` (a brace that is no part), `format_letters` (signs that no bar code
    carries); and what `named` raises.
    """
    return tuple(_pieces(template.strip(), field, named))


def _pieces(template: str, field: str, named: Callable[[str, int], Part]) -> Iterator[Part]:
    end = 0
    for match in _PART.finditer(template):
        yield from _literal(template[end : match.start()], field)
        yield named(match[1], int(match[2]) if match[2] else 0)
        end = match.end()
    yield from _literal(template[end:], field)


def _literal(text: str, field: str) -> Iterator[Part]:
    if "{" in text or "}" in text:
        raise InvalidInput(field, "format_part", part=text)
    if not _PRINTABLE.fullmatch(text):
        raise InvalidInput(field, "format_letters", part=text)
    if text:
        yield Part("", text)
