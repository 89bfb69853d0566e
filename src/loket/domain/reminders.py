"""Reminding of overdue books: which reminder is due, what letters are numbered, what a message says.

A reminder counts for the loans it named, and only while they are due since before it: who renewed, or borrowed anew,
starts again from the first. The next one waits for its days overdue and for the days that lie between two steps, so
that nobody gets the second letter on the day of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import quote

from loket.domain.calendar import age_on
from loket.domain.entities import Member
from loket.domain.errors import InvalidInput
from loket.domain.number_parts import Part, parts_of
from loket.domain.phones import COUNTRY, normal_phone
from loket.domain.receipt_no import LEAST_DIGITS, LONGEST, MOST_DIGITS, ReceiptForm, demand_one
from loket.domain.wording import long_date

LETTER, WHATSAPP, PHONE = "letter", "whatsapp", "phone"
HOWS = (LETTER, WHATSAPP, PHONE)
FORMAT_FIELD, MESSAGE_FIELD, DAYS_FIELD = "reminder_no_format", "reminder_message", "reminder_after_days"
LONGEST_MESSAGE = 1000
MOST_STEPS, MOST_DAYS = 6, 365
MESSAGE = """Yth. {nama},

Buku berikut sudah lewat tanggal kembalinya (jatuh tempo {jatuh_tempo}, terlambat {hari} hari):
{buku}

Denda sampai hari ini {denda}.

Mohon dikembalikan ke perpustakaan. Bila sudah dikembalikan, abaikan pesan ini. Terima kasih.

{perpustakaan}"""
SOON_MESSAGE = """Yth. {nama},

Buku berikut perlu dikembalikan paling lambat {jatuh_tempo}:
{buku}

Bila masih diperlukan, tanyakan perpanjangannya kepada petugas. Terima kasih.

{perpustakaan}"""
_PARTS = frozenset({"nama", "buku", "jatuh_tempo", "hari", "denda", "perpustakaan"})
_PART = re.compile(r"\{([^{}]*)\}")
_LENGTHS = {"station": 12, "roman": 4, "mm": 2, "dd": 2, "yyyy": 4, "yy": 2}  # at most


# ---- which reminder is due ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """How often somebody was told of a loan: the highest step, and the last day. Step 0: never."""

    step: int = 0
    on: date | None = None


NEVER = Told()


def told_of(due_on: date, reminders: Iterable[tuple[date, int]]) -> Told:
    """What counts of the (day, step) of all reminders that named a loan: those since it was overdue."""
    counted = [(on, step) for on, step in reminders if on > due_on]
    if not counted:
        return NEVER
    return Told(max(step for _, step in counted), max(on for on, _ in counted))


def step_due_on(due_on: date, told: Told, after_days: Sequence[int]) -> date | None:
    """The day from which the next reminder of a loan is due; None after the last one. `after_days`: of each step."""
    if told.step >= len(after_days):
        return None
    reached = due_on + timedelta(days=after_days[told.step])
    if told.step == 0 or told.on is None:
        return reached
    return max(reached, told.on + timedelta(days=after_days[told.step] - after_days[told.step - 1]))


def next_step(due_on: date, told: Told, after_days: Sequence[int], today: date) -> int:
    """The step that is due today for a loan; 0 when none is."""
    from_on = step_due_on(due_on, told, after_days)
    return told.step + 1 if from_on is not None and from_on <= today else 0


def check_after_days(days: Sequence[int]) -> None:
    """Days overdue of each step, rising. Raises InvalidInput("reminder_after_days", "reminder_days")."""
    sound = all(1 <= day <= MOST_DAYS for day in days) and all(a < b for a, b in pairwise(days))
    if not (sound and 1 <= len(days) <= MOST_STEPS):
        raise InvalidInput(DAYS_FIELD, "reminder_days", most=MOST_STEPS, longest=MOST_DAYS)


# ---- numbers of letters ---------------------------------------------------------------------------------------------


def read_letter_format(template: str) -> ReceiptForm:
    """A template such as "005/{running:3}/{station}/{roman}/{yyyy}", checked; `receipt_no.number_of` fills it in.

    Parts as in `receipt_no`, but no kind. Raises InvalidInput("reminder_no_format", code), the codes of
    `receipt_no.read_receipt_format`: counters number for themselves, so a number names its counter and its year.
    """
    parts = parts_of(template, FORMAT_FIELD, _named)
    names = [part.name for part in parts]
    demand_one(names, ("running",), "format_running", FORMAT_FIELD)
    demand_one(names, ("station",), "format_station", FORMAT_FIELD)
    demand_one(names, ("yyyy", "yy"), "format_year", FORMAT_FIELD)
    if not all(_apart(left, right) for left, right in pairwise(parts)):
        raise InvalidInput(FORMAT_FIELD, "format_apart")
    if sum(part.width or _LENGTHS.get(part.name, len(part.text)) for part in parts) > LONGEST:
        raise InvalidInput(FORMAT_FIELD, "format_too_long", longest=LONGEST)
    return ReceiptForm(parts)


def _named(name: str, width: int) -> Part:
    if name == "running":
        width = width or LEAST_DIGITS
        if not LEAST_DIGITS <= width <= MOST_DIGITS:
            raise InvalidInput(FORMAT_FIELD, "format_width", least=LEAST_DIGITS, most=MOST_DIGITS)
        return Part(name, width=width)
    if name not in _LENGTHS or width:
        raise InvalidInput(FORMAT_FIELD, "format_part", part=f"{{{name}}}")
    return Part(name)


def _apart(left: Part, right: Part) -> bool:
    """Between two parts stands a sign that is neither letter nor figure: none of them can run into the other."""
    if left.name and right.name:
        return False
    literal = right.text[0] if left.name else left.text[-1]
    return not literal.isalnum()


# ---- what a message says --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """What stands for the parts of a message. `books`: title and due date of each, the first due first."""

    name: str
    books: tuple[tuple[str, date], ...]
    days: int
    fine_rp: int
    library: str


def check_message(text: str) -> None:
    """Raises InvalidInput("reminder_message", code): `text_too_long`, `message_part` (braces nobody can fill)."""
    if len(text) > LONGEST_MESSAGE:
        raise InvalidInput(MESSAGE_FIELD, "text_too_long", longest=LONGEST_MESSAGE)
    for match in _PART.finditer(text):
        if match[1] not in _PARTS:
            raise InvalidInput(MESSAGE_FIELD, "message_part", part=match[0])
    if stray := re.search(r"[{}]", _PART.sub("", text)):
        raise InvalidInput(MESSAGE_FIELD, "message_part", part=stray[0])


def message(template: str, said: Said) -> str:
    """The text to send. A line about a fine is left out while there is none.

    {buku} alone on its line becomes a list with due dates, within a line the titles one after another.
    """
    lines = [line for line in template.strip().splitlines() if said.fine_rp or "{denda}" not in line]
    text = "\n".join(_line(line, said) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text)  # where the line about a fine was


def _line(line: str, said: Said) -> str:
    if line.strip() == "{buku}":
        return "\n".join(f"- {title} (jatuh tempo {long_date(due_on)})" for title, due_on in said.books)
    values = {
        "nama": said.name,
        "buku": "; ".join(title for title, _ in said.books),
        "jatuh_tempo": long_date(min(due_on for _, due_on in said.books)),
        "hari": str(abs(said.days)),
        "denda": f"Rp{said.fine_rp:,}".replace(",", "."),
        "perpustakaan": said.library,
    }
    return _PART.sub(lambda match: values.get(match[1], match[0]), line)


# ---- whom it goes to ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is spoken to: the member, or for a child whoever signed for it. `guardian`: "" for the member himself."""

    name: str
    phone: str
    guardian: str = ""

    @property
    def addressed(self) -> str:
        return f"Bapak/Ibu {self.guardian} (orang tua/wali {self.name})" if self.guardian else self.name


def contact_of(member: Member, guardian_below_age: int, today: date) -> Contact:
    """A child's guardian, and any telephone there is. Source: practice of overdue letters to pupils."""
    born = member.birth_on
    is_child = born is not None and age_on(born, today) < guardian_below_age
    if is_child and member.guardian_name:
        return Contact(member.full_name, member.guardian_phone or member.phone, member.guardian_name)
    return Contact(member.full_name, member.phone or member.guardian_phone)


def whatsapp_number(phone: str) -> str:
    """The number as a wa.me link wants it, digits with the country: "6281234567890"; "" for a landline or none.

    Indonesian landlines have no WhatsApp a library could count on; numbers of other countries are taken as they are.
    """
    try:
        digits = normal_phone(phone).removeprefix("+")
    except InvalidInput:
        return ""
    is_landline = digits.startswith(COUNTRY) and not digits.startswith(f"{COUNTRY}8")
    return "" if is_landline else digits


def whatsapp_link(number: str, text: str) -> str:
    """What opens WhatsApp with the text ready to be sent."""
    return f"https://wa.me/{number}?text={quote(text)}"
