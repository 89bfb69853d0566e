"""Becoming a member: the form and what it says, applicants, changed data, the identity number."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes import ADMIN, CIRCULATION, new_desk, operator
from stock import adopt_tariff, change_member, journal, must, row

from loket.db.meta import set_meta
from loket.domain import events as e
from loket.domain.entities import Charge, Member
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.member_form import FIELDS, Mode, are_overrides, identity_type, modes, overrides
from loket.domain.notice import DEFAULT_NOTICE, notice_version
from loket.domain.settings import DEFAULTS, Settings
from loket.services import registration as r
from loket.services.desk import Desk
from loket.services.members import find_members
from loket.services.registration import MEMBER_FIELDS, MemberForm, Stage
from loket.services.settings import change_rule
from loket.services.standards import ServiceTimes, service_times

TODAY = date(2026, 11, 24)
NIK = "0000004108100001"  # of a region that does not exist: born 1 August 2010, a girl
ADULT = MemberForm(
    full_name="  Ada   Contoh ",
    sex="P",
    birth_on="17-08-1990",
    phone="0812 3456 7890",
    address="Jalan Contoh 1, RT 001 RW 002",
    member_type="umum",
    consent=True,
)
CHILD = replace(
    ADULT,
    birth_on="1 Agustus 2010",
    member_type="pelajar",
    guardian_name="Ibu Contoh",
    guardian_relation="Ibu",
    guardian_phone="0812 3456 7890",
)


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path)
    yield desk
    desk.database.close()


def wrong(form: MemberForm, settings: Settings = DEFAULTS, stage: Stage = Stage.NEW) -> list[tuple[str, str]]:
    found, _ = r.problems(settings, form, TODAY, stage)
    return [(error.field, error.code) for error in found]


def odd(form: MemberForm, settings: Settings = DEFAULTS) -> list[tuple[str, str]]:
    _, found = r.problems(settings, form, TODAY)
    return [(warning.field, warning.code) for warning in found]


def invalid(call: Any, *args: Any, **named: Any) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as error:
        call(*args, **named)
    return error.value.field, error.value.code


def as_admin(desk: Desk) -> None:
    desk.operator = operator(desk, ADMIN)


# ---- the form -------------------------------------------------------------------------------------------------------


def test_the_form_has_every_personal_field_that_is_typed() -> None:
    typed = {field.name for field in fields(e.Person)}
    typed -= {"identity_sealed", "identity_index", "photo", "notice_version", "consented_on"}
    assert typed <= set(MEMBER_FIELDS)
    assert set(MEMBER_FIELDS) - typed == {
        *("identity_no", "same_address", "member_type", "member_no", "valid_until", "consent"),
    }
    assert {name for field in FIELDS for name in field.fields} <= set(MEMBER_FIELDS)


def test_an_empty_form_says_all_that_is_missing_in_the_order_of_the_form() -> None:
    assert wrong(MemberForm()) == [
        ("full_name", "text_missing"),
        ("sex", "text_missing"),
        ("birth_on", "text_missing"),
        ("address", "text_missing"),
        ("member_type", "text_missing"),
        ("consent", "consent_missing"),
    ]
    assert invalid(r.check_form, DEFAULTS, MemberForm(), TODAY) == ("full_name", "text_missing")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"full_name": "A."}, ("full_name", "name_short")),
        ({"full_name": "A" * 121}, ("full_name", "text_too_long")),
        ({"sex": "X"}, ("sex", "sex_unknown")),
        ({"birth_on": "31-02-1990"}, ("birth_on", "date_form")),
        ({"birth_on": "25-11-2026"}, ("birth_on", "date_to_come")),
        ({"birth_on": "1-1-1890"}, ("birth_on", "birth_long_ago")),
        ({"phone": "tidak ada"}, ("phone", "phone_form")),
        ({"emergency_phone": "821234"}, ("emergency_phone", "phone_area")),
        ({"email": "ada@contoh"}, ("email", "email_form")),
        ({"postcode": "8500"}, ("postcode", "postcode_form")),
        ({"member_type": "raja"}, ("member_type", "member_type_unknown")),
        ({"identity_no": NIK}, ("identity_type", "identity_type_missing")),
        ({"identity_type": "KTP-el", "identity_no": "123"}, ("identity_no", "nik_digits")),
        ({"identity_type": "Paspor", "identity_no": "?"}, ("identity_no", "identity_form")),
        ({"member_no": "A" * 51}, ("member_no", "member_no_form")),
        ({"member_no": "Ä-1"}, ("member_no", "member_no_form")),
        ({"member_no": "9786020000008"}, ("member_no", "member_no_isbn")),
        ({"valid_until": "23-11-2026"}, ("valid_until", "valid_until_past")),
        ({"valid_until": "besok"}, ("valid_until", "date_form")),
        ({"endorsed_on": "besok"}, ("endorsed_on", "date_form")),
        ({"note": "x" * 1001}, ("note", "text_too_long")),
        ({"consent": False}, ("consent", "consent_missing")),
    ],
)
def test_a_field_that_cannot_be_used_is_named(changes: dict[str, Any], problem: tuple[str, str]) -> None:
    assert wrong(replace(ADULT, **changes)) == [problem]


def test_under_seventeen_a_guardian_is_named_and_can_be_reached() -> None:
    assert wrong(CHILD) == []
    assert wrong(replace(ADULT, birth_on="25-11-2009")) == [
        (name, "guardian_missing") for name in ("guardian_name", "guardian_relation", "guardian_phone")
    ]
    assert wrong(replace(ADULT, birth_on="24-11-2009")) == []  # seventeen today
    assert wrong(replace(ADULT, birth_on="25-11-2009"), replace(DEFAULTS, guardian_below_age=0)) == []


def test_a_nik_that_does_not_fit_is_pointed_out_and_taken() -> None:
    form = replace(ADULT, identity_type="ktp", identity_no="000000 410810 0001")
    assert wrong(form) == []
    assert odd(form) == [("identity_no", "nik_birth"), ("identity_no", "nik_region")]
    assert odd(replace(form, sex="L"))[0] == ("identity_no", "nik_sex")
    checked = r.check_form(DEFAULTS, form, TODAY)
    assert (checked.identity_no, checked.values["identity_type"]) == (NIK, "KTP-el")


def test_only_papers_with_a_nik_are_checked_as_one() -> None:
    for kind, has_nik in (("KTP-el", True), ("KIA", True), ("IKD", True), ("KK", False), ("Paspor", False)):
        assert identity_type(kind).has_nik is has_nik
    assert wrong(replace(ADULT, identity_type="Kartu Pelajar", identity_no="0012345")) == []


def test_a_year_of_two_digits_is_read_and_pointed_out() -> None:
    assert odd(replace(ADULT, birth_on="17-8-90")) == [("birth_on", "century_guessed")]


def test_the_library_leaves_fields_out_and_insists_on_others() -> None:
    wanted = {"phone": Mode.OFF, "email": Mode.REQUIRED, "identity_no": Mode.REQUIRED, "sex": Mode.OPTIONAL}
    settings = replace(DEFAULTS, member_form=overrides(wanted))
    form = replace(ADULT, phone="tidak dibaca", sex="")
    assert wrong(form, settings) == [("identity_no", "text_missing"), ("email", "text_missing")]
    full = replace(form, email="ada@contoh.id", identity_type="SIM", identity_no="1234567")
    assert "phone" not in r.check_form(settings, full, TODAY).values
    assert modes(settings.member_form)["phone"] is Mode.OFF
    assert modes(["phone:later", "later:off", "phone"]) == modes(())
    assert are_overrides(settings.member_form)
    for bad in (["phone:optional"], ["phone:later"], ["x:off"], ["phone:off", "phone:off"]):
        assert not are_overrides(bad)


def test_another_address_counts_only_when_it_is_another() -> None:
    form = replace(ADULT, address_now="Jalan Lain 2", postcode_now="x", same_address=True)
    assert wrong(form) == []
    assert r.check_form(DEFAULTS, form, TODAY).values["address_now"] == ""
    other = replace(form, same_address=False)
    assert wrong(other) == [("postcode_now", "postcode_form")]
    other = replace(other, postcode_now="85111")
    assert r.check_form(DEFAULTS, other, TODAY).values["address_now"] == "Jalan Lain 2"


@pytest.mark.parametrize(
    ("months", "today", "until"),
    [(12, date(2026, 11, 24), date(2027, 11, 24)), (3, date(2026, 11, 30), date(2027, 2, 28)),
     (12, date(2028, 2, 29), date(2029, 2, 28)), (1, date(2026, 12, 31), date(2027, 1, 31)), (0, TODAY, None)],
)  # fmt: skip
def test_a_membership_lasts_as_long_as_the_library_says(months: int, today: date, until: date | None) -> None:
    assert r.membership_until(replace(DEFAULTS, membership_months=months), today) == until


# ---- registered by staff --------------------------------------------------------------------------------------------


def test_registering_writes_down_a_member(desk: Desk) -> None:
    began = desk.clock.now()
    desk.clock.advance(minutes=3)
    member = r.register(desk, replace(CHILD, identity_type="KIA", identity_no=NIK), began_at=began)
    assert member == row(desk, Member, member.id)
    assert (member.full_name, member.member_no[:-1], member.phone) == ("Ada Contoh", "L1-2600001", "+6281234567890")
    assert (member.registered_on, member.valid_until) == (TODAY, date(2027, 11, 24))
    assert (member.birth_on, member.guardian_relation, member.pending) == (date(2010, 8, 1), "Ibu", False)
    assert (member.consented_on, member.notice_version) == (TODAY, notice_version(DEFAULT_NOTICE))
    assert not member.photo_consent
    recorded = journal(desk)[-1]
    assert isinstance(recorded.event, e.MemberRegistered)
    assert recorded.stamp.done_at - recorded.stamp.began_at == timedelta(minutes=3)
    assert [hit.id for hit in find_members(desk, "0812-3456-7890")] == [member.id]


def test_the_identity_number_is_nowhere_to_be_read(desk: Desk) -> None:
    member = r.register(desk, replace(ADULT, identity_type="KTP-el", identity_no=NIK))
    with desk.database.read() as connection:
        for (table,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for found in connection.exec_driver_sql(f'SELECT * FROM "{table}"').fetchall():
                assert NIK not in str(tuple(found))
                assert NIK.encode() not in b"".join(value for value in found if isinstance(value, bytes))
    assert NIK not in repr(replace(ADULT, identity_no=NIK))
    assert r.identity_mask(desk, member) == "0000••••••••0001"


def test_the_notice_agreed_to_is_told_by_its_words(desk: Desk) -> None:
    as_admin(desk)
    change_rule(desk, "privacy_notice", "Pemberitahuan yang baru.")
    member = r.register(desk, ADULT)
    assert member.notice_version == notice_version(" Pemberitahuan\n yang baru.") != notice_version(DEFAULT_NOTICE)


def test_a_photo_needs_a_consent_of_its_own(desk: Desk) -> None:
    photo = "0a" * 32
    assert invalid(r.register, desk, ADULT, photo=photo) == ("photo_consent", "photo_consent_missing")
    member = r.register(desk, replace(ADULT, photo_consent=True), photo=photo)
    assert (member.photo, member.photo_consent) == (photo, True)
    still = replace(r.form_of(desk, member), photo_consent=False)
    assert invalid(r.change, desk, member.id, still, was=member) == ("photo_consent", "photo_consent_missing")
    without = r.change(desk, member.id, still, photo="", was=member)
    assert (without.photo, without.photo_consent) == ("", False)


def test_a_number_typed_is_kept_unless_somebody_has_it(desk: Desk) -> None:
    first = r.register(desk, replace(ADULT, member_no=" LAMA-7 ", valid_until="-"))
    assert (first.member_no, first.valid_until) == ("LAMA-7", None)
    assert invalid(r.register, desk, replace(ADULT, member_no="lama-7")) == ("member_no", "member_no_taken")
    before = len(journal(desk))
    assert invalid(r.register, desk, replace(ADULT, full_name="")) == ("full_name", "text_missing")
    assert len(journal(desk)) == before


def test_fees_become_charges_with_their_legal_basis(desk: Desk) -> None:
    adopt_tariff(desk, "card_fee", 5000, legal_basis="Perda 1/2020")
    adopt_tariff(desk, "form_fee", 1000, legal_basis="Perda 1/2020")
    member = r.register(desk, ADULT)
    with desk.view() as act:
        charges = act.state.open_charges(member.id)
    assert [(c.kind, c.amount_rp, c.legal_basis) for c in charges] == [
        ("form_fee", 1000, "Perda 1/2020"),
        ("card_fee", 5000, "Perda 1/2020"),
    ]


def test_without_a_tariff_nothing_is_charged(desk: Desk) -> None:
    adopt_tariff(desk, "card_fee", 5000, legal_basis=" ")  # as a counter of another version could write it
    adopt_tariff(desk, "form_fee", 1000, valid_from=desk.today() + timedelta(days=1))
    adopt_tariff(desk, "renewal_fee", 1000)
    member = r.register(desk, ADULT)
    with desk.view() as act:
        assert act.state.open_charges(member.id) == []


@pytest.mark.parametrize("signed_in", [False, True])
def test_only_staff_register(desk: Desk, signed_in: bool) -> None:
    desk.operator = replace(must(desk.operator), roles=("cataloguer",)) if signed_in else None
    for call in (
        lambda: r.register(desk, ADULT),
        lambda: r.accept(desk, operator(desk, ADMIN).id, ADULT),
        lambda: r.decline(desk, operator(desk, ADMIN).id, "x"),
        lambda: r.show_identity(desk, operator(desk, ADMIN).id, "x"),
    ):
        with pytest.raises(Refused) as error:
            call()
        assert error.value.code is (RefusalCode.ROLE_MISSING if signed_in else RefusalCode.NOT_SIGNED_IN)


def test_no_card_is_promised_on_a_doubtful_clock(desk: Desk) -> None:
    desk.clock.set(datetime(2020, 1, 1, tzinfo=UTC))
    with pytest.raises(Refused) as error:
        r.register(desk, ADULT)
    assert error.value.code is RefusalCode.CLOCK_DOUBTFUL


# ---- applicants -----------------------------------------------------------------------------------------------------


def test_who_applies_waits_without_a_number(desk: Desk) -> None:
    desk.operator = None
    given = replace(ADULT, member_no="AKU-1", valid_until="-", form_no="X", note="catatan", endorsed_by="Saya")
    one, other = r.apply_here(desk, given), r.apply_here(desk, replace(ADULT, full_name="Budi Contoh"))
    assert (one.form_no, other.form_no) == ("L1-261124-001", "L1-261124-002")
    member = row(desk, Member, one.member_id)
    assert (member.member_no, member.pending, member.valid_until) == ("", True, None)
    assert (member.note, member.endorsed_by, member.consented_on) == ("", "", TODAY)
    with pytest.raises(Refused) as error:
        r.applicants(desk)
    assert error.value.code is RefusalCode.NOT_SIGNED_IN
    desk.operator = operator(desk, CIRCULATION)
    assert [(who.id, who.form_no, who.full_name) for who in r.applicants(desk)] == [
        (one.member_id, one.form_no, "Ada Contoh"),
        (other.member_id, other.form_no, "Budi Contoh"),
    ]
    desk.operator = None
    desk.clock.advance(days=1)
    assert r.apply_here(desk, ADULT).form_no == "L1-261125-001"
    assert invalid(r.apply_here, desk, replace(ADULT, consent=False)) == ("consent", "consent_missing")


def test_two_applicants_do_not_clash_over_the_number_they_do_not_have(desk: Desk) -> None:
    for name in ("Ada Contoh", "Budi Contoh"):
        r.apply_here(desk, replace(ADULT, full_name=name))
    with desk.view() as act:
        assert act.driver.execute("SELECT count(*) FROM conflict_case").fetchone()[0] == 0
    assert {hit.full_name for hit in find_members(desk, "contoh")} == {"Ada Contoh", "Budi Contoh"}


def test_a_kiosk_lets_go_of_the_identity_number(desk: Desk) -> None:
    with desk.database.write() as connection:
        source = connection.connection.driver_connection
        set_meta(source, "scope", "house")
        source.execute("DELETE FROM meta WHERE key = 'library_secret'")
    desk.operator = None
    form = replace(ADULT, identity_type="KTP-el", identity_no=NIK)
    member = row(desk, Member, r.apply_here(desk, form).member_id)
    assert (member.identity_sealed, member.identity_index, member.identity_type) == (None, None, "KTP-el")
    assert invalid(r.apply_here, desk, replace(form, identity_no="1")) == ("identity_no", "nik_digits")


def test_accepting_corrects_the_data_and_gives_the_number(desk: Desk) -> None:
    adopt_tariff(desk, "card_fee", 5000)
    desk.operator = None
    applied = r.apply_here(desk, replace(ADULT, identity_type="KTP-el", identity_no=NIK))
    desk.operator = operator(desk, CIRCULATION)
    desk.clock.advance(days=3)
    waiting = row(desk, Member, applied.member_id)
    form = replace(
        r.form_of(desk, waiting), full_name="Ada Contoh, S.Pd.", endorsed_by="Ketua RT", endorsed_on="26-11-2026"
    )
    member = r.accept(desk, applied.member_id, form)
    assert [type(found.event).__name__ for found in journal(desk)[-3:]] == [
        *("MemberChanged", "ApplicantAccepted", "FeeRaised"),
    ]
    assert (member.full_name, member.member_no[:-1], member.pending) == ("Ada Contoh, S.Pd.", "L1-2600001", False)
    assert (member.registered_on, member.valid_until) == (date(2026, 11, 27), date(2027, 11, 27))
    assert (member.endorsed_on, member.consented_on, member.form_no) == (date(2026, 11, 26), TODAY, applied.form_no)
    assert member.identity_sealed == waiting.identity_sealed
    assert r.applicants(desk) == []
    assert invalid(r.accept, desk, member.id, form) == ("member", "applicant_gone")
    with desk.view() as act:
        assert [charge.kind for charge in act.state.open_charges(member.id)] == ["card_fee"]
        assert isinstance(act.state.open_charges(member.id)[0], Charge)


def test_staff_may_take_an_application_too(desk: Desk) -> None:
    member = r.register(desk, replace(ADULT, form_no="F-12"), applicant=True)
    assert (member.pending, member.member_no, member.form_no) == (True, "", "F-12")
    assert [who.form_no for who in r.applicants(desk)] == ["F-12"]


def test_who_is_declined_waits_no_more(desk: Desk) -> None:
    applied = r.apply_here(desk, ADULT)
    assert invalid(r.decline, desk, applied.member_id, "  ") == ("reason", "reason_missing")
    r.decline(desk, applied.member_id, "Formulir tidak disahkan")
    assert r.applicants(desk) == []
    event = journal(desk)[-1].event
    assert isinstance(event, e.ApplicantDeclined)
    assert event.reason == "Formulir tidak disahkan"


# ---- changed data ---------------------------------------------------------------------------------------------------


def test_a_form_opened_and_saved_changes_nothing(desk: Desk) -> None:
    member = r.register(
        desk, replace(CHILD, identity_type="KIA", identity_no=NIK, same_address=False, address_now="X 2")
    )
    before = len(journal(desk))
    form = r.form_of(desk, member)
    assert form.identity_no == ""
    assert (form.birth_on, form.phone, form.same_address) == ("01-08-2010", "0812-3456-7890", False)
    assert r.change(desk, member.id, form, was=member) == member
    assert len(journal(desk)) == before


def test_a_change_says_what_was_and_keeps_persons_apart(desk: Desk) -> None:
    member = r.register(desk, replace(ADULT, identity_type="KTP-el", identity_no=NIK))
    form = replace(r.form_of(desk, member), phone="0813 1111 2222", member_type="asn", valid_until="1-1-2028")
    changed = r.change(desk, member.id, form, was=member)
    assert (changed.phone, changed.member_type, changed.valid_until) == ("+6281311112222", "asn", date(2028, 1, 1))
    event = journal(desk)[-1].event
    assert isinstance(event, e.MemberChanged)
    assert event.set == {"member_type": "asn", "valid_until": "2028-01-01"}
    assert event.was == {"member_type": "umum", "valid_until": "2027-11-24"}
    assert (event.person_set, event.person_was) == ({"phone": "+6281311112222"}, {"phone": "+6281234567890"})


def test_what_others_changed_meanwhile_stays(desk: Desk) -> None:
    member = r.register(desk, ADULT)
    form = replace(r.form_of(desk, member), job="Guru")
    change_member(desk, member.id, email="ada@contoh.id")
    changed = r.change(desk, member.id, form, was=member)
    assert (changed.job, changed.email) == ("Guru", "ada@contoh.id")


def test_an_old_record_is_put_right_field_by_field(desk: Desk) -> None:
    """Imported without a birth date, an address or consent, with a phone nobody can read."""
    with desk.action() as act:
        act.record(
            e.MemberRegistered(act.new_id(), "LAMA-1", "umum", TODAY, person=e.Person("Contoh", phone="tidak jelas"))
        )
    member = row(desk, Member, find_members(desk, "LAMA-1")[0].id)
    form = replace(r.form_of(desk, member), email="contoh@contoh.id")
    _, warnings = r.problems(DEFAULTS, form, TODAY, Stage.CHANGE, member)
    assert [(warning.field, warning.code) for warning in warnings] == [
        (name, "field_missing") for name in ("sex", "birth_on", "address")
    ]
    changed = r.change(desk, member.id, form, was=member)
    assert (changed.email, changed.phone, changed.valid_until) == ("contoh@contoh.id", "tidak jelas", None)
    agreed = r.change(desk, member.id, replace(r.form_of(desk, changed), consent=True), was=changed)
    assert agreed.consented_on == TODAY
    taken_back = replace(r.form_of(desk, agreed), consent=False)
    assert invalid(r.change, desk, member.id, taken_back, was=agreed) == ("consent", "consent_withdrawn")
    emptied = replace(r.form_of(desk, agreed), full_name="")
    assert invalid(r.change, desk, member.id, emptied, was=agreed) == ("full_name", "text_missing")


def test_what_stood_there_is_not_emptied(desk: Desk) -> None:
    member = r.register(desk, ADULT)
    emptied = replace(r.form_of(desk, member), address="")
    assert invalid(r.change, desk, member.id, emptied, was=member) == ("address", "text_missing")


def test_an_identity_number_is_replaced_kept_or_removed(desk: Desk) -> None:
    member = r.register(desk, replace(ADULT, identity_type="KTP-el", identity_no=NIK))
    form = r.form_of(desk, member)
    same = r.change(desk, member.id, replace(form, identity_no=NIK, job="Guru"), was=member)
    assert same.identity_sealed == member.identity_sealed
    other = r.change(desk, member.id, replace(form, identity_type="Paspor", identity_no="X 1234567"), was=same)
    assert r.show_identity(desk, member.id, "uji") == "X 1234567"
    assert other.identity_index != member.identity_index
    none = r.change(desk, member.id, replace(r.form_of(desk, other), identity_type=""), was=other)
    assert (none.identity_type, none.identity_sealed, none.identity_index) == ("", None, None)
    assert r.identity_mask(desk, none) == r.show_identity(desk, none.id, "uji") == ""


def test_a_number_may_be_put_right(desk: Desk) -> None:
    one, other = r.register(desk, ADULT), r.register(desk, replace(ADULT, full_name="Budi Contoh"))
    form = r.form_of(desk, one)
    assert form.member_no == one.member_no
    taken = replace(form, member_no=other.member_no)
    assert invalid(r.change, desk, one.id, taken, was=one) == ("member_no", "member_no_taken")
    assert r.change(desk, one.id, replace(form, member_no="BARU-1"), was=one).member_no == "BARU-1"


def test_nobody_changes_a_record_that_is_gone(desk: Desk) -> None:
    one, other = r.register(desk, ADULT), r.register(desk, replace(ADULT, full_name="Budi Contoh"))
    with desk.action() as act:
        act.record(e.MembersMerged(one.id, other.id))
        act.record(e.MemberErased(one.id, "permintaan"))
    for member in (one, other):
        form = replace(r.form_of(desk, member), job="Guru")
        assert invalid(r.change, desk, member.id, form, was=member) == ("member", "member_gone")


# ---- looking at the identity number ---------------------------------------------------------------------------------


def test_looking_is_written_down_before_the_number_is_shown(desk: Desk) -> None:
    member = r.register(desk, replace(ADULT, identity_type="KTP-el", identity_no=NIK))
    assert invalid(r.show_identity, desk, member.id, " ") == ("reason", "reason_missing")
    assert r.show_identity(desk, member.id, " mencocokkan  KTP ") == NIK
    event = journal(desk)[-1].event
    assert event == e.IdentityShown(member.id, "mencocokkan KTP")
    before = len(journal(desk))
    r.identity_mask(desk, member)
    assert len(journal(desk)) == before


def test_a_nik_fills_in_sex_and_birth_date() -> None:
    assert r.prefill_from_nik(NIK, TODAY) == r.NikFacts("P", date(2010, 8, 1))
    assert r.prefill_from_nik("0000", TODAY) is None


# ---- service times --------------------------------------------------------------------------------------------------


def test_times_of_a_day_are_measured_against_the_standard(desk: Desk) -> None:
    assert service_times(desk, TODAY) == ServiceTimes()
    for minutes in (2, 4, 9):
        began = desk.clock.now()
        desk.clock.advance(minutes=minutes)
        r.register(desk, replace(ADULT, full_name=f"Contoh {minutes}"), began_at=began)
    r.register(desk, replace(ADULT, full_name="Tanpa Awal"))  # nobody measured when it began
    operator_at_work, desk.operator = desk.operator, None
    began = desk.clock.now()
    desk.clock.advance(minutes=30)
    r.apply_here(desk, ADULT, began)  # an applicant takes the time he takes
    desk.operator = operator_at_work
    assert service_times(desk, TODAY) == ServiceTimes(3, 4 * 60_000, 9 * 60_000)
    assert service_times(desk, TODAY + timedelta(days=1)) == ServiceTimes()
    assert service_times(desk, TODAY, ["CardPrinted"]) == ServiceTimes()
