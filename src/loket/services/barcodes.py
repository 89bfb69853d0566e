"""Numbers for new labels: the one asked for, and those that follow it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loket.domain import scan
from loket.domain.errors import InvalidInput
from loket.domain.settings import CheckDigit, Settings

FIRST = "B000001"  # of a library that has no copy yet and no scheme of its own
_PRINTABLE = re.compile(r"[ -~]+")


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the library's own codes prove themselves; a code's last character is then its check digit."""

    check: CheckDigit = CheckDigit.NONE
    digits: int = 0

    @classmethod
    def of(cls, settings: Settings) -> Scheme:
        return cls(settings.item_check_digit, settings.item_code_digits)

    def complete(self, body: str) -> str:
        """The body with its check digit."""
        if self.check is CheckDigit.NONE:
            return body
        if self.check is CheckDigit.MOD43:
            return body + scan.mod43(body)
        return next((body + digit for digit in "0123456789" if scan.passes(body + digit, self.check)), body)

    def body(self, code: str) -> str:
        return code if self.check is CheckDigit.NONE else code[:-1]


def checked(code: str, scheme: Scheme) -> str:
    """A barcode as it was typed or scanned, tidied.

    Raises InvalidInput on the field "barcode": missing, too long, letters no label can carry, a publisher's ISBN, or
    against the library's scheme.
    """
    code = scan.clean(code)
    if not code:
        raise InvalidInput("barcode", "barcode_missing")
    if len(code) > scan.LONGEST_CODE:
        raise InvalidInput("barcode", "barcode_too_long", length=len(code), longest=scan.LONGEST_CODE)
    if not _PRINTABLE.fullmatch(code):
        raise InvalidInput("barcode", "barcode_letters")
    if scan.is_isbn13(code):
        raise InvalidInput("barcode", "barcode_is_isbn")
    if scheme.check is not CheckDigit.NONE:
        _check_scheme(code, scheme)
    return code


def _check_scheme(code: str, scheme: Scheme) -> None:
    if scheme.digits and len(code) != scheme.digits:
        raise InvalidInput("barcode", "barcode_length", digits=str(scheme.digits))
    if not scan.passes(code, scheme.check):
        raise InvalidInput("barcode", "barcode_check_digit", expected=scheme.complete(scheme.body(code)))


def following(code: str, scheme: Scheme) -> Iterator[str]:
    """This code and the ones after it: the last number in it counts up, what stands around it and its noughts stay.

    Raises InvalidInput when there is no number to count, or it has no more room under the scheme.
    """
    head, digits, tail = _last_number(scheme.body(code))
    number = int(digits)
    while True:
        body = f"{head}{number:0{len(digits)}d}{tail}"
        code = scheme.complete(body)
        too_long = scheme.check is not CheckDigit.NONE and scheme.digits and len(code) > scheme.digits
        if too_long or not scan.passes(code, scheme.check):
            raise InvalidInput("barcode", "barcode_numbers_end")
        yield code
        number += 1


def _last_number(body: str) -> tuple[str, str, str]:
    numbers = list(re.finditer(r"[0-9]+", body))
    if not numbers:
        raise InvalidInput("barcode", "barcode_no_number")
    last = numbers[-1]
    return body[: last.start()], last.group(), body[last.end() :]


def free(start: str, count: int, scheme: Scheme, is_used: Callable[[str], bool]) -> list[str]:
    """`count` unused codes from `start` on; used ones are passed over. Raises InvalidInput as `following` does."""
    found: list[str] = []
    if count == 1 and not is_used(start):
        return [start]  # also for a code without a number
    for code in following(start, scheme):
        if len(found) == count:
            break
        if not is_used(code):
            found.append(code)
    return found
