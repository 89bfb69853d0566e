"""The member form as typed, and what it says once checked: every field a text, nothing decided yet.

Nothing here touches the database. A field the library left out is not read; one it insists on must be filled, save
where an old record never had it: then it is pointed out, so that a telephone number can be put right without asking for
everything else first.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, fields
from dataclasses import field as with_
from datetime import date
from enum import StrEnum
from typing import Any

from loket.domain import scan
from loket.domain.calendar import age_on
from loket.domain.entities import Member
from loket.domain.errors import InvalidInput
from loket.domain.member_form import ADDRESS_NOW, DESK_ONLY, KEY_OF, Mode, identity_type, modes
from loket.domain.nik import odd_codes, read_nik
from loket.domain.notice import notice_version
from loket.domain.phones import normal_phone, shown_phone
from loket.domain.settings import CheckDigit, Settings
from loket.importing.values import parse_day

LONGEST_NAME = 120
LONGEST_TEXT = 200
LONGEST_NOTE = 1000
OLDEST = 120  # years
FOR_LIFE = "-"  # typed for a membership that never ends
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}")
_POSTCODE = re.compile(r"\d{5}")
_IDENTITY = re.compile(r"[0-9A-Za-z ./-]{3,40}")
_PRINTABLE = re.compile(r"[ -~]+")


class Stage(StrEnum):
    """What the form is for: a new member, somebody who applies, his acceptance, a change of data."""

    NEW = "new"
    APPLY = "apply"
    ACCEPT = "accept"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class MemberForm:
    """Every field as it was typed. Dates in any Indonesian form; `member_no` "" is the next number by the library's
    scheme, `valid_until` "" its usual length, "-" for life; `identity_no` "" leaves a number that is known as it is.
    """

    full_name: str = ""
    sex: str = ""
    birth_place: str = ""
    birth_on: str = ""
    identity_type: str = ""
    identity_no: str = with_(default="", repr=False)
    phone: str = ""
    email: str = ""
    address: str = ""
    village: str = ""
    district: str = ""
    city: str = ""
    province: str = ""
    postcode: str = ""
    same_address: bool = True
    address_now: str = ""
    village_now: str = ""
    district_now: str = ""
    city_now: str = ""
    province_now: str = ""
    postcode_now: str = ""
    institution: str = ""
    school_class: str = ""
    education: str = ""
    job: str = ""
    guardian_name: str = ""
    guardian_relation: str = ""
    guardian_phone: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    member_type: str = ""
    member_no: str = ""
    valid_until: str = ""
    form_no: str = ""
    endorsed_by: str = ""
    endorsed_on: str = ""
    note: str = ""
    consent: bool = False
    photo_consent: bool = False


MEMBER_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(MemberForm))
"""All fields, in the order in which they are typed."""

_BY_HAND = {"same_address", "identity_type", "identity_no", "member_no", "valid_until", "consent", "photo_consent"}
_PHONES = frozenset({"phone", "guardian_phone", "emergency_phone"})
_DAYS = frozenset({"birth_on", "endorsed_on"})
_GUARDIAN = ("guardian_name", "guardian_relation", "guardian_phone")


@dataclass(frozen=True, slots=True)
class Warning_:  # noqa: N801 - `Warning` is Python's own
    """Something under a field that looks odd; it never stops anybody. `code` keys its sentence."""

    field: str
    code: str
    params: dict[str, object] = with_(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a form says.

    Attributes:
        values: fields of `Member` with their values; not the number, the identity number and the photo.
        identity_no: the number in full where one was typed. member_no: "" is the next by the scheme.
    """

    values: dict[str, Any]
    identity_no: str
    member_no: str
    warnings: tuple[Warning_, ...]


def check_form(
    settings: Settings, form: MemberForm, today: date, stage: Stage = Stage.NEW, was: Member | None = None
) -> Checked:
    """Raises InvalidInput for the first field, in the order of the form, that cannot be used.

    `was` is the member as he was when the form was opened: for ACCEPT and CHANGE.
    """
    reader = _Reader(settings, form, today, stage, was)
    checked = reader.read()
    if reader.wrong:
        raise reader.wrong[0]
    return checked


def problems(
    settings: Settings, form: MemberForm, today: date, stage: Stage = Stage.NEW, was: Member | None = None
) -> tuple[tuple[InvalidInput, ...], tuple[Warning_, ...]]:
    """Every field that cannot be used, and every one that looks odd, in the order of the form."""
    reader = _Reader(settings, form, today, stage, was)
    checked = reader.read()
    return tuple(reader.wrong), checked.warnings


def form_of(member: Member) -> MemberForm:
    """A member's data as a form to be changed. The identity number is not in it."""
    texts: dict[str, Any] = {name: getattr(member, name) for name in MEMBER_FIELDS if hasattr(member, name)}
    texts |= {name: shown_phone(texts[name]) for name in _PHONES}
    texts |= {name: _shown(texts[name]) for name in _DAYS}
    texts["valid_until"] = _shown(member.valid_until) or ("" if member.pending else FOR_LIFE)
    now_known = any(getattr(member, name) for name in ADDRESS_NOW)
    return MemberForm(**texts, same_address=not now_known, consent=member.consented_on is not None)


def membership_until(settings: Settings, first: date) -> date | None:
    """The last day of a membership that begins `first`; None for life. A month has no 31st: its last day."""
    if settings.membership_months == 0:
        return None
    months = first.year * 12 + first.month - 1 + settings.membership_months
    year, month = divmod(months, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def is_minor(settings: Settings, birth_on: date | None, today: date) -> bool:
    """Whether a guardian must be named. UU 27/2022, article 25; the age is the library's."""
    return birth_on is not None and age_on(birth_on, today) < settings.guardian_below_age


def _shown(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def tidy(text: str) -> str:
    """Blanks as one, none around."""
    return " ".join(text.split())


class _Reader:
    """Reads one form, field by field; collects what is wrong instead of stopping at it."""

    def __init__(self, settings: Settings, form: MemberForm, today: date, stage: Stage, was: Member | None) -> None:
        self._settings, self._form, self._today, self._stage, self._was = settings, form, today, stage, was
        self._before = form_of(was) if was is not None else MemberForm()
        self._modes = modes(settings.member_form)
        self._values: dict[str, Any] = {}
        self._identity_no = self._member_no = ""
        self._warnings: list[Warning_] = []
        self.wrong: list[InvalidInput] = []

    def read(self) -> Checked:
        for name in MEMBER_FIELDS:
            if name not in _BY_HAND and self._is_asked(name):
                self._try(self._plain, name)
        for check in (self._identity, self._guardian, self._number, self._validity, self._consents):
            check()
        if self._form.same_address and self._mode("address_now") is not Mode.OFF:
            self._values |= dict.fromkeys(ADDRESS_NOW, "")
        self.wrong.sort(key=lambda error: MEMBER_FIELDS.index(error.field))
        self._warnings.sort(key=lambda warning: MEMBER_FIELDS.index(warning.field))
        return Checked(self._values, self._identity_no, self._member_no, tuple(self._warnings))

    # ---- one field after the other ---------------------------------------------------------------------------------

    def _plain(self, name: str) -> None:
        """A field that is checked for itself. One left as it was is kept as it was, however it was written then."""
        typed = getattr(self._form, name)
        if self._was is not None and typed == getattr(self._before, name):
            self._values[name] = getattr(self._was, name)
        else:
            self._values[name] = self._value(name, typed)
        if not self._values[name] and self._is_required(name):
            self._missing(InvalidInput(name, "text_missing"), had=bool(getattr(self._before, name)))

    def _value(self, name: str, typed: str) -> Any:
        if name in _PHONES:
            return normal_phone(typed, name)
        if name in _DAYS:
            return self._day(name, typed)
        if name == "note":
            return self._short(name, "\n".join(filter(None, map(tidy, typed.splitlines()))), LONGEST_NOTE)
        text = self._short(name, tidy(typed), LONGEST_NAME if name.endswith("name") else LONGEST_TEXT)
        checks: dict[str, Callable[[str], None]] = {
            "full_name": self._name,
            "sex": self._sex,
            "email": self._email,
            "postcode": lambda code: self._postcode("postcode", code),
            "postcode_now": lambda code: self._postcode("postcode_now", code),
            "member_type": self._member_type,
        }
        if name in checks and text:
            checks[name](text)
        return text

    def _day(self, name: str, typed: str) -> date | None:
        try:
            read = parse_day(typed, born=name == "birth_on")
        except ValueError:
            raise InvalidInput(name, "date_form") from None
        day = read.day
        if day is not None and day > self._today:
            raise InvalidInput(name, "date_to_come")
        if day is not None and name == "birth_on" and age_on(day, self._today) > OLDEST:
            raise InvalidInput(name, "birth_long_ago", year=str(day.year))
        if read.guessed_century:
            self._warn(name, "century_guessed", day=day)
        return day

    def _name(self, name: str) -> None:
        if sum(sign.isalpha() for sign in name) < 2:
            raise InvalidInput("full_name", "name_short")

    def _sex(self, sex: str) -> None:
        if sex not in ("L", "P"):
            raise InvalidInput("sex", "sex_unknown")

    def _email(self, address: str) -> None:
        if not _EMAIL.fullmatch(address):
            raise InvalidInput("email", "email_form")

    def _postcode(self, name: str, code: str) -> None:
        if not _POSTCODE.fullmatch(code):
            raise InvalidInput(name, "postcode_form")

    def _member_type(self, kind: str) -> None:
        if kind not in self._settings.member_types:
            raise InvalidInput("member_type", "member_type_unknown", value=kind)

    def _short(self, name: str, text: str, longest: int) -> str:
        if len(text) > longest:
            raise InvalidInput(name, "text_too_long", longest=longest)
        return text

    # ---- what belongs together -------------------------------------------------------------------------------------

    def _identity(self) -> None:
        """Kind and number of the identity paper; a kind that is emptied takes a known number with it."""
        if not self._is_asked("identity_no"):
            return
        kind, typed = tidy(self._form.identity_type), tidy(self._form.identity_no)
        known = self._was is not None and self._was.identity_index is not None
        self._values["identity_type"] = kind if typed or known or self._stage is Stage.APPLY else ""
        if typed and not kind:
            self._add(InvalidInput("identity_type", "identity_type_missing"))
        elif typed:
            self._try(self._identity_number, kind, typed)
        if not typed and not (known and kind) and self._is_required("identity_no"):
            self._missing(InvalidInput("identity_no", "text_missing"), had=known)

    def _identity_number(self, kind: str, typed: str) -> None:
        paper = identity_type(kind)
        self._values["identity_type"] = self._short("identity_type", paper.name, LONGEST_NAME)
        if not paper.has_nik:
            if not _IDENTITY.fullmatch(typed):
                raise InvalidInput("identity_no", "identity_form")
            self._identity_no = typed
            return
        nik = read_nik(typed, self._today)
        self._identity_no = nik.number
        for code in odd_codes(nik, self._values.get("sex", ""), self._values.get("birth_on")):
            self._warn("identity_no", code, day=nik.birth_on)

    def _guardian(self) -> None:
        if not is_minor(self._settings, self._values.get("birth_on"), self._today):
            return
        for name in _GUARDIAN:
            if name in self._values and not self._values[name]:
                had = bool(getattr(self._before, name))
                problem = InvalidInput(name, "guardian_missing", age=self._settings.guardian_below_age)
                self._missing(problem, had=had)

    def _number(self) -> None:
        code = scan.clean(self._form.member_no)
        if self._stage is Stage.APPLY or not code or code == self._before.member_no:
            return
        if len(code) > scan.LONGEST_CODE or not _PRINTABLE.fullmatch(code):
            self._add(InvalidInput("member_no", "member_no_form", longest=scan.LONGEST_CODE))
        elif scan.is_isbn13(code):
            self._add(InvalidInput("member_no", "member_no_isbn"))
        else:
            self._member_no = code
            self._odd_number(code)

    def _odd_number(self, code: str) -> None:
        check = self._settings.member_check_digit
        if check is not CheckDigit.NONE and not scan.passes(code, check):
            self._warn("member_no", "member_no_check")
        if self._identity_no and code == self._identity_no:
            self._warn("member_no", "member_no_is_identity")

    def _validity(self) -> None:
        typed = tidy(self._form.valid_until)
        if self._stage is Stage.APPLY:
            self._values["valid_until"] = None
        elif self._stage is Stage.CHANGE and self._was is not None and typed in ("", self._before.valid_until):
            self._values["valid_until"] = self._was.valid_until
        elif typed == FOR_LIFE:
            self._values["valid_until"] = None
        elif not typed:
            self._values["valid_until"] = membership_until(self._settings, self._today)
        else:
            self._try(self._valid_until, typed)

    def _valid_until(self, typed: str) -> None:
        try:
            day = parse_day(typed).day
        except ValueError:
            day = None
        if day is None:
            raise InvalidInput("valid_until", "date_form")
        if day < self._today and self._stage is not Stage.CHANGE:
            raise InvalidInput("valid_until", "valid_until_past")
        self._values["valid_until"] = day

    def _consents(self) -> None:
        """Consent is written down with the wording it was given to; once given it stays with that wording."""
        given = self._was is not None and self._was.consented_on is not None
        if self._form.consent and not given:
            self._values["notice_version"] = notice_version(self._settings.privacy_notice)
            self._values["consented_on"] = self._today
        elif given and not self._form.consent:
            self._add(InvalidInput("consent", "consent_withdrawn"))
        elif not given and self._stage is not Stage.CHANGE:
            self._add(InvalidInput("consent", "consent_missing"))
        self._values["photo_consent"] = self._form.photo_consent

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _mode(self, name: str) -> Mode:
        """What the library wants of a field. An applicant is not asked for what staff write."""
        key = KEY_OF.get(name, name)
        if key in DESK_ONLY and self._stage is Stage.APPLY and key != "form_no":
            return Mode.OFF
        return self._modes.get(key, Mode.OPTIONAL)

    def _is_asked(self, name: str) -> bool:
        here_now = name in ADDRESS_NOW and self._form.same_address
        return self._mode(name) is not Mode.OFF and not here_now

    def _is_required(self, name: str) -> bool:
        if name in ("full_name", "member_type"):
            return True
        if name in ADDRESS_NOW and name != "address_now":
            return False
        if name == "form_no" and self._stage is Stage.APPLY:
            return False
        return self._mode(name) is Mode.REQUIRED

    def _missing(self, problem: InvalidInput, *, had: bool) -> None:
        """Not filled in. In an old record that never had it, this is only pointed out."""
        if self._stage is Stage.CHANGE and not had and problem.field not in ("full_name", "member_type"):
            self._warn(problem.field, "field_missing")
        else:
            self._add(problem)

    def _try(self, check: Callable[..., None], *args: Any) -> None:
        try:
            check(*args)
        except InvalidInput as error:
            self._add(error)

    def _add(self, error: InvalidInput) -> None:
        if error.field not in {known.field for known in self.wrong}:
            self.wrong.append(error)

    def _warn(self, name: str, code: str, **params: object) -> None:
        self._warnings.append(Warning_(name, code, params))
