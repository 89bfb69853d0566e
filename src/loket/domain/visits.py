"""The guestbook as pure rules: what people come for, how a group is counted, when somebody counts once.

Sources: SOP koleksi-umum and baca-di-tempat step 3 (everybody writes into the book), the lists of INLISLite's guestbook
(`tujuan_kunjungan` with a flag for each kind of visitor, `groupguesses`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from loket.domain.circulation import is_expired, is_suspended
from loket.domain.entities import Member, Visit, VisitKind, VisitPurpose
from loket.domain.errors import InvalidInput
from loket.domain.member_form import EDUCATIONS, JOBS
from loket.domain.phones import normal_phone

MOST_PEOPLE = 999
LONGEST_GUEST, LONGEST_LEADER, LONGEST_INSTITUTION, LONGEST_LETTER, LONGEST_GUIDE = 100, 100, 200, 80, 100
LEAST_LEADER, LEAST_INSTITUTION = 3, 3
OLDEST_PAPER_DAYS = 400  # a page of the paper book found later than that is a slip of the pen in its year
SEXES = ("L", "P")
AGE_GROUPS: tuple[str, ...] = ("0-5", "6-12", "13-15", "16-18", "19-24", "25-44", "45-59", "60+")
_IDENTITY = re.compile(r"(?<!\d)(?:\d[\s.\-]?){15}\d(?!\d)")  # as long as a NIK, however it is grouped


class Doubt(StrEnum):
    """Why somebody is let in with a word of warning. He is counted all the same."""

    EXPIRED = "expired"
    SUSPENDED = "suspended"
    PENDING = "pending"  # his application is not checked yet
    LEFT = "left"  # he is no member any more
    OLD_SLIP = "old_slip"  # a visitor's slip of another day
    GONE_OUT = "gone_out"  # a visitor's slip of somebody who was seen leaving


# ---- what people come for -----------------------------------------------------------------------------------------


def _shipped(*rows: tuple[str, str, str, str]) -> tuple[VisitPurpose, ...]:
    return tuple(
        VisitPurpose(code, name, english, "m" in to_whom, "g" in to_whom, "r" in to_whom, place)
        for place, (code, name, english, to_whom) in enumerate(rows, start=1)
    )


SHIPPED_PURPOSES: tuple[VisitPurpose, ...] = _shipped(
    ("membaca", "Membaca", "Reading", "mgr"),
    ("meminjam", "Meminjam buku", "Borrowing", "m"),
    ("mengembalikan", "Mengembalikan buku", "Returning", "m"),
    ("memperpanjang", "Memperpanjang pinjaman", "Renewing", "m"),
    ("kartu", "Membuat kartu anggota", "Getting a member card", "mg"),
    ("tugas", "Mengerjakan tugas", "Doing homework", "mgr"),
    ("referensi", "Mencari referensi", "Looking something up", "mgr"),
    ("internet", "Internet atau komputer", "Internet or computer", "mg"),
    ("penelitian", "Penelitian", "Research", "mgr"),
    ("fotokopi", "Fotokopi", "Photocopying", "mg"),
    ("rekreasi", "Rekreasi atau ruang anak", "Leisure or children's room", "mgr"),
    ("kunjungan", "Kunjungan rombongan", "Group visit", "r"),
    ("rapat", "Rapat atau kegiatan", "Meeting or event", "mgr"),
    ("lainnya", "Lainnya", "Something else", "mgr"),
)
"""Offered until the library says otherwise; m: to members, g: to guests, r: to groups and official visits."""


def all_purposes(rows: Iterable[VisitPurpose]) -> tuple[VisitPurpose, ...]:
    """The shipped purposes with the library's own rows over them, in the order of the screen; retired ones too."""
    known = {purpose.code: purpose for purpose in SHIPPED_PURPOSES} | {row.code: row for row in rows}
    return tuple(sorted(known.values(), key=lambda purpose: (purpose.place, purpose.code)))


def purposes_for(kind: VisitKind, rows: Iterable[VisitPurpose]) -> tuple[VisitPurpose, ...]:
    """What is offered to this kind of visitor."""
    return tuple(one for one in all_purposes(rows) if not one.retired and is_offered(one, kind))


def is_offered(purpose: VisitPurpose, kind: VisitKind) -> bool:
    match kind:
        case VisitKind.MEMBER:
            return purpose.member
        case VisitKind.GUEST:
            return purpose.guest
    return purpose.group


# ---- who counts, and how often -------------------------------------------------------------------------------------


def doubt_about(member: Member, today: date) -> str:
    """A `Doubt`, the gravest first; "" when all is well with him."""
    if member.left:
        return Doubt.LEFT
    if member.pending:
        return Doubt.PENDING
    if is_suspended(member, today):
        return Doubt.SUSPENDED
    return Doubt.EXPIRED if is_expired(member, today) else ""


def counts_again(last: datetime | None, now: datetime, window_min: int) -> bool:
    """Whether somebody whose last visit began then counts anew. A clock put right since is no reason to refuse him."""
    return last is None or abs(now - last) >= timedelta(minutes=window_min)


def age_group(born_on: date, today: date) -> str:
    """The group of `AGE_GROUPS` somebody belongs to today."""
    had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
    years = today.year - born_on.year - (0 if had_birthday else 1)
    return next((group for group in AGE_GROUPS[:-1] if years <= int(group.split("-")[1])), AGE_GROUPS[-1])


# ---- breakdowns of a group ------------------------------------------------------------------------------------------


def counts_text(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Counts as they are kept, "SD:12"; noughts are left out."""
    return tuple(f"{code}:{count}" for code, count in counts.items() if count)


def read_counts(texts: Iterable[str]) -> dict[str, int]:
    """What `counts_text` wrote. A text that says no count is passed over: a newer version may have written it."""
    found: dict[str, int] = {}
    for text in texts:
        code, _, count = text.rpartition(":")
        if code and count.isascii() and count.isdigit():
            found[code] = found.get(code, 0) + int(count)
    return found


def said_sum(kind: str, visit: Visit) -> int:
    """How many of a group are told apart by "sex", "education" or "job"; the rest was not said."""
    if kind == "sex":
        return visit.male + visit.female
    return sum(read_counts(visit.by_education if kind == "education" else visit.by_job).values())


# ---- what a form may say ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GuestForm:
    """Somebody who is no member. Only a name is asked for, initials will do; no identity number, ever (UU 27/2022)."""

    name: str
    sex: str = ""
    education: str = ""
    job: str = ""
    age_group: str = ""
    institution: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class GroupForm:
    """A group (rombongan): its leader, where it comes from, how many; told apart by sex, education, job where known."""

    leader: str
    phone: str = ""
    institution: str = ""
    people: int = 0
    male: int = 0
    female: int = 0
    by_education: Mapping[str, int] | None = None
    by_job: Mapping[str, int] | None = None
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """An official visit (kunjungan resmi): who comes on what letter, and who shows them round."""

    leader: str
    institution: str
    people: int = 1
    male: int = 0
    female: int = 0
    phone: str = ""
    letter_no: str = ""
    guide: str = ""
    purpose: str = ""


def checked_guest(form: GuestForm) -> GuestForm:
    """The form, tidied. Raises InvalidInput: "name" (`text_missing`, `text_too_long`, `identity_typed`), "sex",
    "age_group", "education", "job" (`choice_unknown`), "institution"."""
    return replace(
        form,
        name=_name("name", form.name, 1, LONGEST_GUEST),
        sex=one_of("sex", form.sex, SEXES),
        education=one_of("education", form.education, EDUCATIONS),
        job=one_of("job", form.job, JOBS),
        age_group=one_of("age_group", form.age_group, AGE_GROUPS),
        institution=_plain("institution", form.institution, LONGEST_INSTITUTION),
        purpose=form.purpose.strip(),
    )


def checked_group(form: GroupForm) -> GroupForm:
    """The form, tidied. Raises InvalidInput naming the field: "leader" and "institution" (`text_missing`,
    `text_too_short`, `text_too_long`, `identity_typed`), "phone" as `normal_phone`, "people" and every count
    (`number_out_of_range`), "male", "by_education", "by_job" (`more_than_people`)."""
    by_education = _counts("by_education", form.by_education or {}, EDUCATIONS)
    by_job = _counts("by_job", form.by_job or {}, JOBS)
    people = _people(form.people, form.male, form.female)
    for field, counts in (("by_education", by_education), ("by_job", by_job)):
        demand_within(field, sum(counts.values()), people)
    return replace(
        form,
        leader=_name("leader", form.leader, LEAST_LEADER, LONGEST_LEADER),
        phone=normal_phone(form.phone),
        institution=_name("institution", form.institution, LEAST_INSTITUTION, LONGEST_INSTITUTION),
        by_education=by_education,
        by_job=by_job,
        purpose=form.purpose.strip(),
    )


def checked_official(form: OfficialForm) -> OfficialForm:
    """The form, tidied. Raises as `checked_group`, and for "letter_no" and "guide" (`text_too_long`)."""
    _people(form.people, form.male, form.female)
    return replace(
        form,
        leader=_name("leader", form.leader, LEAST_LEADER, LONGEST_LEADER),
        institution=_name("institution", form.institution, LEAST_INSTITUTION, LONGEST_INSTITUTION),
        phone=normal_phone(form.phone),
        letter_no=_plain("letter_no", form.letter_no, LONGEST_LETTER),
        guide=_plain("guide", form.guide, LONGEST_GUIDE),
        purpose=form.purpose.strip(),
    )


def demand_within(field: str, counted: int, people: int) -> None:
    """A breakdown may leave people out, but not tell of more than came. Raises InvalidInput(…, "more_than_people")."""
    if counted > people:
        raise InvalidInput(field, "more_than_people", counted=counted, people=people)


def one_of(field: str, text: str, offered: tuple[str, ...]) -> str:
    """The choice as it is offered, whatever its letters' case; "S1" is "D4/S1", and "" stays.

    Raises InvalidInput(…, "choice_unknown").
    """
    wanted = " ".join(text.split())
    if not wanted:
        return ""
    key = wanted.casefold()
    found = next((one for one in offered if key in (one.casefold(), *one.casefold().split("/"))), None)
    if found is None:
        raise InvalidInput(field, "choice_unknown", value=wanted)
    return found


def has_identity_number(text: str) -> bool:
    """Whether somebody wrote sixteen digits, as a NIK has: the guestbook does not keep them."""
    return _IDENTITY.search(text) is not None


def _people(people: int, male: int, female: int) -> int:
    _in_range("people", people, 1)
    _in_range("male", male, 0)
    _in_range("female", female, 0)
    demand_within("male", male + female, people)
    return people


def _in_range(field: str, number: int, least: int) -> None:
    if not least <= number <= MOST_PEOPLE:
        raise InvalidInput(field, "number_out_of_range", minimum=least, maximum=MOST_PEOPLE)


def _counts(field: str, counts: Mapping[str, int], offered: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, count in counts.items():
        _in_range(field, count, 0)
        name = one_of(field, code, offered)
        found[name] = found.get(name, 0) + count
    return {code: found[code] for code in offered if found.get(code)}


def _name(field: str, text: str, least: int, longest: int) -> str:
    tidied = _plain(field, text, longest)
    if not tidied:
        raise InvalidInput(field, "text_missing")
    if len(tidied) < least:
        raise InvalidInput(field, "text_too_short", least=least)
    return tidied


def _plain(field: str, text: str, longest: int) -> str:
    tidied = " ".join(text.split())
    if len(tidied) > longest:
        raise InvalidInput(field, "text_too_long", longest=longest)
    if has_identity_number(tidied):
        raise InvalidInput(field, "identity_typed")
    return tidied
