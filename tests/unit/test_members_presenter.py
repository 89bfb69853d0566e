"""What the members page decides, without its window: a late answer, a draft, who is looked for, what is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import stock
from fakes import ADMIN, TODAY, new_desk, operator

from loket.domain.entities import Id, Member
from loket.domain.errors import InvalidInput, RefusalCode, Refused
from loket.domain.member_form import Mode
from loket.domain.settings import Settings
from loket.services.desk import Desk
from loket.services.member_lists import MemberQuery
from loket.services.photos import PhotoStore
from loket.services.registration import MemberForm
from loket.ui.jobs import InlineJobs
from loket.ui.presenters.members import MembersPresenter
from loket.ui.presenters.members_detail import Detail, MemberDetailPresenter
from loket.ui.presenters.members_form import (
    FormKind,
    FormShape,
    MemberFormPresenter,
    Opening,
    day_or_none,
    needs_guardian,
    still_needed,
    usual_type,
)

GROWN_UP = MemberForm(full_name="Kenari Contoh", birth_on="5-8-1990", sex="P", address="Jalan 1", member_type="umum")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = new_desk(tmp_path)
    made.operator = operator(made, ADMIN)
    return made


class Heard:
    """A view that writes down what it was told, by the name of the telling."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Any]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith("show_"):
            raise AttributeError(name)
        return lambda *values: self.told.append((name, values))

    def last(self, name: str) -> Any:
        return next(values for told, values in reversed(self.told) if told == name)


class HeldJobs(InlineJobs):
    """Work that waits until it is let go, so that answers can come in another order."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], object]] = []

    def start(
        self, fn: Any, on_success: Any = None, on_failure: Any = None, lane: Any = "read", owner: Any = None
    ) -> Any:
        self.held.append(lambda: InlineJobs.start(self, fn, on_success, on_failure, lane, owner))

    def let_go(self, number: int) -> None:
        self.held.pop(number)()


# ---- the list -----------------------------------------------------------------------------------------------------


def test_an_overtaken_answer_is_dropped(desk: Desk) -> None:
    stock.add_member(desk, "M-1", name="Ada Contoh")
    stock.add_member(desk, "M-2", name="Budi Contoh")
    view, jobs = Heard(), HeldJobs()
    presenter = MembersPresenter(desk, jobs, view)  # type: ignore[arg-type]
    presenter.ask(text="ada")
    presenter.ask(text="budi")
    jobs.let_go(0)
    assert view.told == []
    jobs.let_go(0)
    (ids, asked) = view.last("show_members")
    assert (len(ids), asked.text) == (1, "budi")


def test_this_month_is_one_filter_beside_the_others(desk: Desk) -> None:
    presenter = MembersPresenter(desk, InlineJobs(), Heard())  # type: ignore[arg-type]
    presenter.ask(text="contoh")
    presenter.expiring(wanted=True)
    assert (presenter.query.text, presenter.query.expiring_from) == ("contoh", date(2026, 11, 1))
    assert presenter.narrowed
    presenter.expiring(wanted=False)
    presenter.ask(text="")
    assert presenter.query == MemberQuery()
    assert not presenter.narrowed


def test_an_export_without_a_reason_is_told_at_the_reason(desk: Desk, tmp_path: Path) -> None:
    view = Heard()
    MembersPresenter(desk, InlineJobs(), view).export(tmp_path / "a.csv", " ")  # type: ignore[arg-type]
    assert view.last("show_invalid")[0].field == "reason"


# ---- the form -----------------------------------------------------------------------------------------------------


def form_presenter(desk: Desk, jobs: InlineJobs | None = None) -> tuple[MemberFormPresenter, Heard]:
    view = Heard()
    store = PhotoStore(Path("photos-nobody-takes-here"))
    return MemberFormPresenter(desk, jobs or InlineJobs(), store, view), view  # type: ignore[arg-type]


def test_saving_registers_once_however_often_it_is_asked(desk: Desk) -> None:
    jobs = HeldJobs()
    presenter, view = form_presenter(desk, jobs)
    presenter.start_new()
    jobs.let_go(0)
    form = MemberForm(**{**_fields(GROWN_UP), "consent": True})
    presenter.save(form)
    presenter.save(form)
    assert len(jobs.held) == 1
    jobs.let_go(0)
    kind, member, took_ms = view.last("show_saved")
    assert (kind, member.full_name, took_ms) == (FormKind.NEW, "Kenari Contoh", 0)


def test_every_wrong_field_is_told_at_once(desk: Desk) -> None:
    presenter, view = form_presenter(desk)
    presenter.start_new()
    presenter.save(MemberForm(full_name="K", member_type="umum"))
    (errors,) = view.last("show_invalid")
    assert {error.field for error in errors} >= {"full_name", "sex", "birth_on", "address", "consent"}
    assert presenter.opening is not None  # the form stays open
    assert not presenter.saving


def test_a_refusal_keeps_the_form_open(desk: Desk) -> None:
    presenter, view = form_presenter(desk)
    presenter.start_new()
    desk.operator = None
    presenter.save(MemberForm(**{**_fields(GROWN_UP), "consent": True}))
    (problem,) = view.last("show_problem")
    assert isinstance(problem, Refused)
    assert problem.code is RefusalCode.NOT_SIGNED_IN
    assert presenter.opening is not None


def test_renewing_proposes_a_day_and_refuses_what_is_none(desk: Desk) -> None:
    member_id = stock.add_member(desk, "M-1", name="Ada Contoh", valid_until=date(2026, 12, 1))
    presenter, view = form_presenter(desk)
    presenter.start_for(FormKind.RENEW, member_id)
    opening: Opening = view.last("show_form")[0]
    assert opening.form.valid_until == "01-12-2027"
    presenter.save(MemberForm(**{**_fields(opening.form), "valid_until": "kapan-kapan"}))
    assert view.last("show_invalid")[0][0].field == "valid_until"
    presenter.save(MemberForm(**{**_fields(opening.form), "valid_until": "31-12-2028"}))
    assert stock.row(desk, Member, member_id).valid_until == date(2028, 12, 31)


def test_somebody_who_is_gone_is_told(desk: Desk) -> None:
    presenter, view = form_presenter(desk)
    presenter.start_for(FormKind.CHANGE, Id("f" * 32))
    assert view.last("show_invalid")[0][0].code == "applicant_gone"


def _fields(form: MemberForm) -> dict[str, Any]:
    return {name: getattr(form, name) for name in MemberForm.__dataclass_fields__}


def shape(**modes: Mode) -> FormShape:
    return FormShape(Settings(), {"full_name": Mode.REQUIRED, "consent": Mode.REQUIRED} | modes, {}, "L1-1")


@pytest.mark.parametrize(
    ("form", "has_identity", "photo", "needed"),
    [
        (MemberForm(), False, False, {"full_name", "consent", "identity_no"}),
        (MemberForm(full_name="Ada", consent=True), True, False, set[str]()),
        (MemberForm(full_name="Ada", consent=True), True, True, {"photo_consent"}),
        (
            MemberForm(full_name="Ada", consent=True, identity_no="x", birth_on="1-1-2015"),
            False,
            False,
            {"guardian_name", "guardian_relation", "guardian_phone"},
        ),
    ],
)
def test_what_is_still_needed(form: MemberForm, has_identity: bool, photo: bool, needed: Sequence[str]) -> None:
    found = still_needed(form, shape(identity_no=Mode.REQUIRED), TODAY, has_identity=has_identity, photo=photo)
    assert set(found) == set(needed)


@pytest.mark.parametrize(
    ("born", "kind", "guardian"),
    [("", "umum", False), ("1-1-2016", "anak", True), ("24-11-2009", "pelajar", False), ("25-11-2009", "pelajar", True),
     ("1-1-1980", "umum", False), ("besok", "umum", False)],
)  # fmt: skip
def test_age_proposes_a_type_and_a_guardian(born: str, kind: str, guardian: bool) -> None:
    form = MemberForm(birth_on=born)
    assert usual_type(form, Settings(), TODAY) == kind
    assert needs_guardian(form, Settings(), TODAY) is guardian


def test_a_library_without_these_types_gets_its_own_first() -> None:
    assert usual_type(MemberForm(), Settings(member_types=("warga", "tamu")), TODAY) == "warga"


def test_days_as_they_are_typed() -> None:
    assert day_or_none("17-8-2030") == date(2030, 8, 17)
    assert day_or_none("17 Agustus 2030") == date(2030, 8, 17)
    assert day_or_none("") is None
    assert day_or_none("kapan") is None


# ---- one member ---------------------------------------------------------------------------------------------------


def test_another_member_opened_meanwhile_is_not_overwritten(desk: Desk, tmp_path: Path) -> None:
    ada, budi = stock.add_member(desk, "M-1", name="Ada Contoh"), stock.add_member(desk, "M-2", name="Budi Contoh")
    view, jobs = Heard(), HeldJobs()
    presenter = MemberDetailPresenter(desk, jobs, PhotoStore(tmp_path), view)  # type: ignore[arg-type]
    presenter.open(ada)
    presenter.open(budi)
    jobs.let_go(1)
    jobs.let_go(0)
    detail: Detail = view.last("show_detail")[0]
    assert detail.member.full_name == "Budi Contoh"
    assert len(view.told) == 1


def test_what_goes_wrong_is_told_in_its_kind(desk: Desk, tmp_path: Path) -> None:
    member_id = stock.add_member(desk, "M-1", name="Ada Contoh")
    view = Heard()
    presenter = MemberDetailPresenter(desk, InlineJobs(), PhotoStore(tmp_path), view)  # type: ignore[arg-type]
    presenter.open(member_id)
    presenter.suspend(TODAY, "alasan")
    (error,) = view.last("show_invalid")
    assert isinstance(error, InvalidInput)
    assert error.field == "until"
    presenter.end_suspension("alasan")
    assert view.last("show_problem")[0].code is RefusalCode.NOT_SUSPENDED


def test_a_record_that_is_gone_closes_its_page(desk: Desk, tmp_path: Path) -> None:
    view = Heard()
    presenter = MemberDetailPresenter(desk, InlineJobs(), PhotoStore(tmp_path), view)  # type: ignore[arg-type]
    presenter.open(Id("f" * 32))
    assert [name for name, _ in view.told] == ["show_gone"]
