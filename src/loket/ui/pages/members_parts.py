"""Columns, facts and faces of the members page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from loket.db.queries import LoanLine
from loket.domain.entities import Charge, Member, MemberCard
from loket.domain.money import owed_rp
from loket.domain.phones import shown_phone
from loket.services.card_queue import PrintLine
from loket.services.member_life import LifeLine
from loket.services.member_lists import MemberRow
from loket.services.registration import Applicant
from loket.ui import format as fmt
from loket.ui.presenters.members_detail import Detail
from loket.ui.tables import Column
from loket.ui.texts import language, member_type_word, say
from loket.ui.texts_circulation import loan_state
from loket.ui.texts_members import (
    CARD_ENDS,
    CONTEXT,
    GROUPS,
    LABELS,
    PRINT_REASONS,
    SEXES,
    STATE_SIGNS,
    charge_words,
    life_day,
    life_words,
    state_words,
    word,
)
from loket.ui.widgets import IconLabel, label
from loket.ui.widgets.base import LiveFrame
from loket.ui.widgets.notes import TONE_ICONS

Fact = tuple[str, str]
ACROSS = 2  # facts side by side


def _day(day: date | None) -> str:
    return fmt.day(day, language()) if day else ""


# ---- columns --------------------------------------------------------------------------------------------------------


def member_columns() -> list[Column[MemberRow]]:
    return [
        Column(lambda: say(CONTEXT, "Nama"), lambda row: row.full_name, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Nomor"), lambda row: row.member_no, width_px=132),
        Column(lambda: say(CONTEXT, "Jenis"), lambda row: member_type_word(row.member_type), width_px=92),
        Column(lambda: say(CONTEXT, "Sekolah, kelas"), _school, width_px=176, tooltip=_school),
        Column(
            lambda: say(CONTEXT, "Keadaan"),
            lambda row: state_words(row.state, row.suspended_until),
            width_px=168,
            icon=lambda row: STATE_SIGNS[row.state],
        ),
        Column(
            lambda: say(CONTEXT, "Berlaku s.d."),
            lambda row: _day(row.valid_until) if row.valid_until else say(CONTEXT, "seterusnya"),
            width_px=152,
        ),
        Column(
            lambda: say(CONTEXT, "Kartu"),
            _card_words,
            width_px=130,
            token=lambda row: None if row.prints and row.has_photo else "ink-2",
        ),
    ]


def _school(row: MemberRow) -> str:
    return ", ".join(part for part in (row.institution, row.school_class) if part)


def _card_words(row: MemberRow) -> str:
    if not row.prints:
        return say(CONTEXT, "belum dicetak")
    return say(CONTEXT, "tanpa foto") if not row.has_photo else say(CONTEXT, "tercetak")


def applicant_columns(today: Callable[[], date]) -> list[Column[Applicant]]:
    return [
        Column(lambda: say(CONTEXT, "Nama"), lambda one: one.full_name, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Formulir"), lambda one: one.form_no, width_px=140),
        Column(lambda: say(CONTEXT, "Lahir"), lambda one: _day(one.birth_on), width_px=132),
        Column(lambda: say(CONTEXT, "Telepon"), lambda one: shown_phone(one.phone), width_px=136),
        Column(lambda: say(CONTEXT, "Alamat"), lambda one: one.address, width_px=200),
        Column(
            lambda: say(CONTEXT, "Mendaftar"),
            lambda one: (
                fmt.due_in(one.applied_on, today(), language()) if one.applied_on == today() else _day(one.applied_on)
            ),
            width_px=132,
        ),
    ]


def loan_columns(today: Callable[[], date]) -> list[Column[LoanLine]]:
    return [
        Column(lambda: say(CONTEXT, "Kode"), lambda line: line.barcode, width_px=120),
        Column(lambda: say(CONTEXT, "Judul"), lambda line: line.title, stretch=True),
        Column(lambda: say(CONTEXT, "Jatuh tempo"), lambda line: _day(line.loan.due_on), "right", 160),
        Column(
            lambda: say(CONTEXT, "Status"),
            lambda line: loan_state(line.loan, today())[0],
            width_px=150,
            token=lambda line: loan_state(line.loan, today())[1],
        ),
    ]


def charge_columns() -> list[Column[Charge]]:
    return [
        Column(lambda: say(CONTEXT, "Tagihan"), charge_words, stretch=True),
        Column(lambda: say(CONTEXT, "Sejak"), lambda charge: _day(charge.raised_on), width_px=130),
        Column(lambda: say(CONTEXT, "Dasar"), lambda charge: charge.legal_basis, width_px=180),
        Column(lambda: say(CONTEXT, "Jumlah"), lambda charge: fmt.rupiah(charge.amount_rp), "right", 110),
        Column(lambda: say(CONTEXT, "Dibayar"), lambda charge: _some(charge.paid_rp), "right", 110),
        Column(lambda: say(CONTEXT, "Dibebaskan"), lambda charge: _some(charge.waived_rp), "right", 110),
        Column(lambda: say(CONTEXT, "Titipan"), lambda charge: _some(charge.credit_rp), "right", 110),
        Column(lambda: say(CONTEXT, "Sisa"), lambda charge: fmt.rupiah(owed_rp(charge)), "right", 110),
    ]


def _some(amount_rp: int) -> str:
    return fmt.rupiah(amount_rp) if amount_rp else ""


def card_columns() -> list[Column[MemberCard]]:
    return [
        Column(lambda: say(CONTEXT, "Kode"), lambda card: card.code, stretch=True, strong=True),
        Column(lambda: say(CONTEXT, "Terbit"), lambda card: _day(card.issued_on), width_px=160),
        Column(lambda: say(CONTEXT, "Keadaan"), lambda card: word(CARD_ENDS, card.end), width_px=130),
        Column(lambda: say(CONTEXT, "Berakhir"), lambda card: _day(card.ended_on), width_px=160),
    ]


def print_columns() -> list[Column[PrintLine]]:
    return [
        Column(lambda: say(CONTEXT, "Tanggal"), lambda line: _day(line.printed_on), width_px=160),
        Column(lambda: say(CONTEXT, "Alasan"), lambda line: word(PRINT_REASONS, line.reason), stretch=True),
        Column(lambda: say(CONTEXT, "Kode"), lambda line: line.code, width_px=170),
        Column(lambda: say(CONTEXT, "Petugas"), lambda line: line.operator, width_px=180),
    ]


def life_columns() -> list[Column[LifeLine]]:
    return [
        Column(lambda: say(CONTEXT, "Tanggal"), life_day, width_px=160),
        Column(lambda: say(CONTEXT, "Peristiwa"), life_words, stretch=True, tooltip=life_words),
        Column(lambda: say(CONTEXT, "Petugas"), lambda line: line.operator, width_px=180),
        Column(lambda: say(CONTEXT, "Loket"), lambda line: line.station, width_px=140),
    ]


# ---- what is known of him -------------------------------------------------------------------------------------------


def fact_groups(detail: Detail, identity: str = "") -> list[tuple[str, list[Fact]]]:
    """What the record says, grouped as on the form; empty fields are left out. `identity`: the number in full."""
    member = detail.member
    groups: list[tuple[str, list[Fact]]] = [
        (
            word(GROUPS, "person"),
            [
                (word(LABELS, "identity_no"), _identity(member, identity or detail.mask)),
                (say(CONTEXT, "Lahir"), ", ".join(filter(None, (member.birth_place, _day(member.birth_on))))),
                (word(LABELS, "sex"), word(SEXES, member.sex) if member.sex else ""),
            ],
        ),
        (word(GROUPS, "address"), [(word(LABELS, "address"), _address(member, ""))]),
        (word(GROUPS, "now"), [(word(LABELS, "address_now"), _address(member, "_now"))]),
        (
            word(GROUPS, "contact"),
            [(word(LABELS, "phone"), shown_phone(member.phone)), (word(LABELS, "email"), member.email)],
        ),
        (
            word(GROUPS, "school"),
            [
                (word(LABELS, name), getattr(member, name))
                for name in ("education", "job", "institution", "school_class")
            ],
        ),
        (
            word(GROUPS, "guardian"),
            [
                (word(LABELS, "guardian_name"), member.guardian_name),
                (word(LABELS, "guardian_relation"), member.guardian_relation),
                (word(LABELS, "guardian_phone"), shown_phone(member.guardian_phone)),
            ],
        ),
        (
            word(GROUPS, "emergency"),
            [
                (word(LABELS, "emergency_name"), member.emergency_name),
                (word(LABELS, "emergency_phone"), shown_phone(member.emergency_phone)),
            ],
        ),
        (
            word(GROUPS, "membership"),
            [
                (word(LABELS, "member_no"), member.member_no),
                (say(CONTEXT, "Terdaftar sejak"), _day(member.registered_on)),
                (word(LABELS, "form_no"), member.form_no),
                (word(LABELS, "endorsed_by"), _endorsed(member)),
                (say(CONTEXT, "Setuju datanya dipakai"), _day(member.consented_on)),
                (say(CONTEXT, "Bebas pustaka"), _cleared(member)),
            ],
        ),
    ]
    filled = [(heading, [fact for fact in facts if fact[1]]) for heading, facts in groups]
    return [group for group in filled if group[1]]


def _identity(member: Member, number: str) -> str:
    return " ".join(part for part in (member.identity_type, number) if part) if number else ""


def _address(member: Member, suffix: str) -> str:
    names = ("address", "village", "district", "city", "province", "postcode")
    return ", ".join(filter(None, (getattr(member, name + suffix) for name in names)))


def _endorsed(member: Member) -> str:
    return ", ".join(filter(None, (member.endorsed_by, _day(member.endorsed_on))))


def _cleared(member: Member) -> str:
    return ", ".join(filter(None, (_day(member.cleared_on), member.clearance_no)))


def fill_facts(grid: QGridLayout, groups: Sequence[tuple[str, list[Fact]]]) -> None:
    """Headings, and beside each its facts."""
    while (item := grid.takeAt(0)) is not None:
        if old := item.widget():
            old.hide()
            old.deleteLater()
    row = 0
    for heading, facts in groups:
        grid.addWidget(label(heading, "heading", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        for number, (name, value) in enumerate(facts):
            wide = len(facts) == 1
            grid.addWidget(_fact(name, value), row + number // ACROSS, 1 + number % ACROSS, 1, ACROSS if wide else 1)
        row += (len(facts) + ACROSS - 1) // ACROSS
    for column in range(ACROSS + 1):
        grid.setColumnStretch(column, 2 if column else 1)


def _fact(name: str, value: str) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(name, "caption", frame))
    text = label(value, "body", frame, wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.addWidget(text)
    frame.setAccessibleName(f"{name}: {value}")
    for part in frame.findChildren(QLabel):
        part.setMinimumWidth(1)
    return frame


def sign_line(text: str, tone: str) -> LiveFrame:
    """One line of what stands in the way: ground, sign and sentence."""
    frame = LiveFrame(role="banner")
    frame.setProperty("kind", tone)
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 8, 10, 8)
    row.setSpacing(8)
    token = "on-stop" if tone == "stop" else tone
    row.addWidget(IconLabel(frame, name=TONE_ICONS[tone], token=token), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, "body", frame, wrap=True), 1)
    frame.setAccessibleName(text)
    return frame


def show_face(target: QLabel, jpeg: bytes | None, name: str) -> None:
    """The photo, cut to the frame; else the initials."""
    picture = QPixmap()
    if not (jpeg and picture.loadFromData(jpeg)):
        target.setPixmap(QPixmap())
        target.setText(fmt.initials(name) if name else "")
        target.setAccessibleName(say(CONTEXT, "Tanpa foto"))
        return
    ratio = target.devicePixelRatioF()
    picture = picture.scaled(
        target.size() * ratio,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    picture.setDevicePixelRatio(ratio)
    target.setPixmap(picture)
    target.setAccessibleName(say(CONTEXT, "Foto {name}", name=name))
