"""The member form: which fields there are, and which of them a library leaves out or insists on.

Religion and marital status, which other systems ask for, do not exist here: no counter needs them (UU 27/2022, article
16: no more than needed). That a library switches fields comes from INLISLite, the fields from the paper form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What a library does with a field of the form."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class FormField:
    """A field that a library may switch. `covers`: the fields of `MemberForm` that go with it."""

    key: str
    default: Mode = Mode.OPTIONAL
    covers: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        return self.covers or (self.key,)


ADDRESS_NOW = ("address_now", "village_now", "district_now", "city_now", "province_now", "postcode_now")

FIELDS: tuple[FormField, ...] = (
    FormField("sex", Mode.REQUIRED),
    FormField("birth_on", Mode.REQUIRED),
    FormField("birth_place"),
    FormField("identity_no", covers=("identity_type", "identity_no")),
    FormField("phone"),
    FormField("email"),
    FormField("address", Mode.REQUIRED),
    FormField("village"),
    FormField("district"),
    FormField("city"),
    FormField("province"),
    FormField("postcode"),
    FormField("address_now", covers=ADDRESS_NOW),
    FormField("institution"),
    FormField("school_class"),
    FormField("education"),
    FormField("job"),
    FormField("emergency_name"),
    FormField("emergency_phone"),
    FormField("note"),
    FormField("form_no"),
    FormField("endorsed_by"),
    FormField("endorsed_on"),
)
DEFAULT_MODES: dict[str, Mode] = {field.key: field.default for field in FIELDS}
KEY_OF: dict[str, str] = {name: field.key for field in FIELDS for name in field.fields}
"""Field of the form → the key that switches it. Name, member type, guardian and consent cannot be switched."""
DESK_ONLY = frozenset({"note", "form_no", "endorsed_by", "endorsed_on"})
"""What staff write; an applicant at the kiosk is not asked for it."""


def modes(overrides: Iterable[str]) -> dict[str, Mode]:
    """What applies for every field: as shipped, save what the library's "field:mode" texts say.

    A text that cannot be read is passed over: a form must open whatever a newer version wrote.
    """
    found = dict(DEFAULT_MODES)
    for text in overrides:
        key, _, mode = text.partition(":")
        if key in found and mode in list(Mode):
            found[key] = Mode(mode)
    return found


def overrides(wanted: Mapping[str, Mode]) -> tuple[str, ...]:
    """The texts to keep: only what differs from what is shipped, in the order of the form."""
    return tuple(f"{key}:{wanted[key]}" for key, mode in DEFAULT_MODES.items() if wanted.get(key, mode) != mode)


def are_overrides(texts: Iterable[str]) -> bool:
    """Whether each text names a field and a mode, each field once, and none what is shipped anyway."""
    texts = tuple(texts)
    return overrides(modes(texts)) == tuple(sorted(texts, key=_place)) and len(set(texts)) == len(texts)


def _place(text: str) -> int:
    keys = list(DEFAULT_MODES)
    key = text.partition(":")[0]
    return keys.index(key) if key in keys else len(keys)


# ---- words that are offered; a library may type its own -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class IdentityType:
    """A kind of identity paper. `has_nik`: its number is a NIK, and is checked as one."""

    name: str
    has_nik: bool = False


IDENTITY_TYPES: tuple[IdentityType, ...] = (
    IdentityType("KTP-el", has_nik=True),
    IdentityType("KIA", has_nik=True),  # child identity card, Permendagri 2/2016
    IdentityType("IKD", has_nik=True),  # the KTP on a telephone
    IdentityType("Kartu Pelajar"),
    IdentityType("KTM"),
    IdentityType("SIM"),
    IdentityType("Paspor"),
    IdentityType("KITAS"),
    IdentityType("KK"),  # a family's number: as long as a NIK, but no person's
    IdentityType("Kartu Pegawai"),
    IdentityType("Lainnya"),
)
_OLD_NAMES = {"ktp": "KTP-el", "nik": "KTP-el", "ektp": "KTP-el", "e-ktp": "KTP-el", "kitas/kitap": "KITAS"}


def identity_type(name: str) -> IdentityType:
    """The kind of paper of this name, also as other systems write it; a library's own is one without a NIK."""
    name = " ".join(name.split())
    wanted = _OLD_NAMES.get(name.casefold(), name).casefold()
    return next((kind for kind in IDENTITY_TYPES if kind.name.casefold() == wanted), IdentityType(name))


EDUCATIONS: tuple[str, ...] = (
    *("Belum sekolah", "TK/PAUD", "SD", "SMP", "SMA/SMK"),
    *("D1", "D2", "D3", "D4/S1", "S2", "S3"),
)
JOBS: tuple[str, ...] = (
    *("Pelajar", "Mahasiswa", "PNS/ASN", "PPPK", "TNI/Polri", "Guru", "Dosen", "Peneliti", "Pegawai swasta"),
    *("Wiraswasta", "Petani", "Nelayan", "Ibu rumah tangga", "Pensiunan", "Tidak bekerja", "Lainnya"),
)
RELATIONS: tuple[str, ...] = ("Ayah", "Ibu", "Wali", "Kakek", "Nenek", "Paman", "Bibi", "Kakak", "Guru")
